internal import Timelines

/// Claims on trial, draw by draw.
extension Counter {
  /// - Parameter folded: the groups that some trial speaks of.
  mutating func countTrials(_ folded: [Int: Folded], draws: Int) {
    for (index, trial) in study.trials.enumerated() where !trial.series.isEmpty {
      let tick = study.series[trial.series[0]].fold.tick
      let threshold = Int((trial.threshold * tick.perUnit).rounded())
      func columns(_ posture: Int) -> [[Int32]] {
        trial.series.map { folded[plan.groupOf[posture][$0]]!.gap(trial.gap) }
      }
      let (after, before) = (columns(trial.posture), trial.before.map(columns))
      for draw in 0..<draws {
        var attained: [Int32] = []
        for series in trial.series.indices {
          let (now, then) = (after[series][draw], before?[series][draw])
          guard now != Tick.unreached || (then ?? now) != Tick.unreached else { continue }
          attained.append(Counter.attained(before: then, after: now))
        }
        guard !attained.isEmpty else { continue }
        let satisfied = attained.count { Counter.holds(trial, $0, threshold) }
        counts.verdicts[index].asked += 1
        counts.verdicts[index].reached += attained.count
        counts.verdicts[index].satisfied += satisfied
        // a share such as 70 % is not exact in binary
        let needed = max(1, Int((trial.share * Double(attained.count) - 1e-9).rounded(.up)))
        if satisfied >= needed { counts.verdicts[index].holds += 1 }
        attained.sort { trial.before == nil ? $0 < $1 : $0 > $1 }
        counts.verdicts[index].attained.add(attained[needed - 1])
      }
    }
  }

  /// The fall since before, or the quantity itself, ticks. A place that comes within reach has lost
  /// more than any number says; one that leaves it, or had no alert before, has lost nothing; of one
  /// posture, silence is the least.
  private static func attained(before: Int32?, after: Int32) -> Int32 {
    guard let before else { return after }
    if after == Tick.unreached || before == Tick.silent { return Tick.silent }
    if before == Tick.unreached || after == Tick.silent { return Tick.most }
    return Tick.difference(after, before)
  }

  private static func holds(_ trial: Study.Trial, _ attained: Int32, _ threshold: Int) -> Bool {
    guard trial.before == nil else {
      return attained != Tick.silent && Int(attained) >= threshold
    }
    return attained == Tick.silent || Int(attained) < threshold
  }
}
