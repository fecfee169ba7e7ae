/// Claims on trial, draw by draw.
extension Counter {
  mutating func countTrials(_ draws: Int) {
    for (index, trial) in study.trials.enumerated() {
      for draw in 0..<draws {
        var attained: [Int32] = []
        for series in trial.series {
          let ticks = trial.quantity == .warning ? warnings : flights
          let after = ticks[trial.posture][series][draw]
          let before = trial.before.map { ticks[$0][series][draw] }
          guard after != Tally.unreached || (before ?? after) != Tally.unreached else { continue }
          attained.append(Counter.attained(before: before, after: after))
        }
        guard !attained.isEmpty else { continue }
        let satisfied = attained.count { Counter.holds(trial, $0) }
        counts.verdicts[0][index].asked += 1
        counts.verdicts[0][index].reached += attained.count
        counts.verdicts[0][index].satisfied += satisfied
        // a share such as 70 % is not exact in binary
        let needed = max(1, Int((trial.share * Double(attained.count) - 1e-9).rounded(.up)))
        if satisfied >= needed { counts.verdicts[0][index].holds += 1 }
        attained.sort { trial.before == nil ? $0 < $1 : $0 > $1 }
        counts.verdicts[0][index].attained.add(attained[needed - 1])
      }
    }
  }

  /// The fall since before, or the quantity itself, ticks. A place that comes within reach has lost
  /// more than any number says; one that leaves it, or had no alert before, has lost nothing; of one
  /// posture, silence is the least.
  private static func attained(before: Int32?, after: Int32) -> Int32 {
    guard let before else { return after }
    if after == Tally.unreached || before == Tally.silent { return Tally.silent }
    if before == Tally.unreached || after == Tally.silent { return Int32(Counts.Verdict.most) }
    return before - after
  }

  private static func holds(_ trial: Study.Trial, _ attained: Int32) -> Bool {
    guard trial.before == nil else {
      return attained != Tally.silent && Int(attained) >= trial.threshold
    }
    return attained == Tally.silent || Int(attained) < trial.threshold
  }
}
