internal import Kernels
public import Quantities
public import Timelines

/// What is counted: groups of exposures under postures, pairs, claims on trial, the worst case and the parts
/// of a change, all from the same draws.
public struct Study: Sendable {
  public struct Posture: Sendable {
    public let id: String
    /// Which of the study's rungs.
    public let rung: Int

    public init(id: String, rung: Int) { (self.id, self.rung) = (id, rung) }
  }

  /// A predicate on one draw: for at least `share` of the reached series, the quantity is below the
  /// threshold, or has fallen by it.
  public struct Trial: Sendable {
    public let id: String
    /// What its figures are about.
    public let subject: FigureSubject
    /// Which gap of the fold: 0 is what decides, then the others.
    public let gap: Int
    public let series: [Int]
    /// Beside each series: the people that it counts for.
    public let people: [Double]
    public let posture: Int
    public let before: Int?
    /// SI.
    public let threshold: Double
    public let share: Double

    public init(
      id: String, subject: FigureSubject = .region, gap: Int, series: [Int], people: [Double],
      posture: Int, before: Int?, threshold: Double, share: Double
    ) {
      precondition(people.count == series.count, "one number of people a series")
      (self.id, self.subject, self.gap) = (id, subject, gap)
      (self.series, self.people) = (series, people)
      (self.posture, self.before) = (posture, before)
      (self.threshold, self.share) = (threshold, share)
    }
  }

  /// The least warning over everything the other side may choose, draw by draw.
  public struct WorstCase: Sendable {
    /// Postures, and draws of a replicate: every draw is marked once for each choice.
    public let postures: [Int]
    public let draws: Int

    public init(postures: [Int], draws: Int) { (self.postures, self.draws) = (postures, draws) }
  }

  /// A change in parts: every subset of them is a posture of its own, whose groups are counted over the
  /// first draws of each replicate.
  public struct Split: Sendable {
    public let before, after: String
    /// Names of the parts as ids carry them; subset `i` has part `p` where bit p of i is set.
    public let parts: [String]
    /// Rung of each subset.
    public let rungs: [Int]
    /// Exposures of each series, by subset.
    public let members: [[[Int]]]
    public let draws: Int

    /// - Precondition: one rung and one list of members a subset.
    public init(
      before: String, after: String, parts: [String], rungs: [Int], members: [[[Int]]], draws: Int
    ) {
      precondition(
        rungs.count == 1 << parts.count && members.allSatisfy { $0.count == rungs.count },
        "\(rungs.count) subsets of \(parts.count) parts")
      (self.before, self.after, self.parts) = (before, after, parts)
      (self.rungs, self.members, self.draws) = (rungs, members, draws)
    }
  }

  public let rungs: [any Rung]
  public let postures: [Posture]
  public let series: [Series]
  public let pairs: [(before: Int, after: Int)]
  public let trials: [Trial]
  public let worstCase: WorstCase?
  public let split: Split?
  public let seed: UInt64
  public let replicates: Int

  public init(
    rungs: [any Rung], postures: [Posture], series: [Series],
    pairs: [(before: Int, after: Int)] = [], trials: [Trial] = [], worstCase: WorstCase? = nil,
    split: Split? = nil, seed: UInt64, replicates: Int = 16
  ) {
    (self.rungs, self.postures, self.series) = (rungs, postures, series)
    (self.pairs, self.trials, self.worstCase, self.split) = (pairs, trials, worstCase, split)
    (self.seed, self.replicates) = (seed, replicates)
  }

  /// Counts draws `range` of every replicate.
  ///
  /// - Parameters:
  ///   - block: draws a block, a multiple of 4; the counts do not depend on it.
  ///   - threads: tasks at once; the counts do not depend on it.
  ///   - progress: told how many of the replicates are done.
  public func counted(
    draws range: Range<Int>, block: Int = 256, threads: Int = 2,
    progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) async throws -> Counted {
    precondition(block % 4 == 0 && block > 0, "block \(block)")
    let source = DrawSource(rungs.map(\.inputs), seed: seed)
    let plan = Plan(self, source)
    let counts = try await inParallel(replicates, threads: threads, finished: progress) {
      replicate in
      var counter = Counter(self, plan, source)
      var first = range.lowerBound
      while first < range.upperBound {
        try Task.checkCancellation()
        let count = min(block, range.upperBound - first)
        counter.count(replicate: replicate, first: first, draws: count)
        first += count
      }
      counter.counts.settle()
      return counter.counts
    }
    return Counted(study: self, plan: plan, draws: range.count, counts: counts)
  }
}
