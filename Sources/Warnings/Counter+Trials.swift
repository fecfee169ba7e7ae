internal import Quantities
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
        var votes: [Vote] = []
        for (index, people) in trial.people.enumerated() {
          let (now, then) = (after[index][draw], before?[index][draw])
          guard now != Tick.unreached || (then ?? now) != Tick.unreached else { continue }
          let attained = Counter.attained(before: then, after: now)
          votes.append(
            Vote(
              attained: attained, satisfies: Counter.holds(trial, attained, threshold),
              people: people))
        }
        guard !votes.isEmpty else { continue }
        votes.sort { trial.before == nil ? $0.attained < $1.attained : $0.attained > $1.attained }
        counts.verdicts[index].count(votes, share: trial.share)
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

/// What one series says of a claim in one draw.
struct Vote {
  let attained: Int32
  let satisfies: Bool
  let people: Double
}

extension Verdict {
  /// - Parameter votes: of one draw, at least one, what most satisfies the claim first.
  mutating func count(_ votes: [Vote], share: Double) {
    reached += votes.count
    satisfied += votes.count(where: \.satisfies)
    byPlaces.count(votes, share: share) { _ in 1 }
    byPeople.count(votes, share: share, weight: \.people)
  }
}

extension Verdict.Count {
  fileprivate mutating func count(_ votes: [Vote], share: Double, weight: (Vote) -> Double) {
    let total = votes.reduce(0) { $0 + weight($1) }
    // where nobody lives there is nothing to weigh
    guard total > 0 else { return }
    asked += 1
    let satisfied = votes.reduce(0) { $0 + ($1.satisfies ? weight($1) : 0) }
    if ShareOfWhole.holds(satisfied, of: total, share: share) { holds += 1 }
    self.share.add(Tick.thousandth.count(satisfied / total))
    var sum = 0.0
    let last = votes.first { vote in
      sum += weight(vote)
      return ShareOfWhole.holds(sum, of: total, share: share)
    }
    attained.add(last!.attained)
  }
}
