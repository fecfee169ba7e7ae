internal import Kernels
public import Timelines

/// What is counted: postures, groups of exposures, pairs, claims on trial.
public struct Study: Sendable {
  public struct Posture: Sendable {
    public let id: String
    public let rung: any Rung

    public init(id: String, rung: any Rung) { (self.id, self.rung) = (id, rung) }
  }

  /// Exposures whose earliest blow counts together: a place, or a place and a class of threat.
  public struct Series: Sendable {
    public let place: String
    /// A class or a formation; nil for every threat.
    public let threat: String?
    /// Indices into the rung's exposures, one list a posture.
    public let members: [[Int]]
    /// Marks of the deciding threat that are tallied.
    public let marks: [Mark]
    /// Whether notice, chances to intercept and the load of alarms are tallied too.
    public let details: Bool

    public init(
      place: String, threat: String?, members: [[Int]], marks: [Mark] = [], details: Bool = false
    ) {
      (self.place, self.threat, self.members) = (place, threat, members)
      (self.marks, self.details) = (marks, details)
    }
  }

  /// A predicate on one draw: for at least `share` of the reached series, the quantity is below the
  /// threshold, or has fallen by it.
  public struct Trial: Sendable {
    public enum Quantity: Sendable { case warning, flight }
    public let id: String
    public let quantity: Quantity
    public let series: [Int]
    public let posture: Int
    public let before: Int?
    /// Ticks.
    public let threshold: Int
    public let share: Double

    public init(
      id: String, quantity: Quantity, series: [Int], posture: Int, before: Int?, threshold: Int,
      share: Double
    ) {
      (self.id, self.quantity, self.series) = (id, quantity, series)
      (self.posture, self.before) = (posture, before)
      (self.threshold, self.share) = (threshold, share)
    }
  }

  public let postures: [Posture]
  public let series: [Series]
  public let pairs: [(before: Int, after: Int)]
  public let trials: [Trial]
  public let seed: UInt64
  public let replicates: Int
  /// Ticks a second: 10 on the tactical rung.
  public let ticksPerSecond: Double
  /// Whether the other side's choices are the worst in each draw instead of drawn.
  public let isWorstCase: Bool
  /// Different rungs, and which of them each posture uses: postures may share one and differ in the
  /// members of their series.
  let rungs: [any Rung]
  let rungOf: [Int]

  public init(
    postures: [Posture], series: [Series], pairs: [(before: Int, after: Int)], trials: [Trial],
    seed: UInt64, replicates: Int = 16, ticksPerSecond: Double = 10, isWorstCase: Bool = false,
    sharing rungOf: [Int]? = nil
  ) {
    let shared = rungOf ?? Array(postures.indices)
    self.rungOf = shared
    rungs = (0...(shared.max() ?? 0)).map { rung in
      postures[shared.firstIndex(of: rung)!].rung
    }

    (self.postures, self.series, self.pairs, self.trials) = (postures, series, pairs, trials)
    (self.seed, self.replicates, self.ticksPerSecond) = (seed, replicates, ticksPerSecond)
    self.isWorstCase = isWorstCase
  }

  /// Counts draws `range` of every replicate.
  ///
  /// - Parameters:
  ///   - block: draws a block, a multiple of 4; the counts do not depend on it.
  ///   - threads: tasks at once; the counts do not depend on it.
  ///   - progress: told how many of the replicates are done.
  public func counts(
    draws range: Range<Int>, block: Int = 256, threads: Int = 2,
    progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) async throws -> Counts {
    precondition(block % 4 == 0 && block > 0 && threads > 0, "block \(block), threads \(threads)")
    let source = DrawSource(rungs.map(\.inputs), seed: seed)
    let identities = source.identities(rungs)
    var parts: [Int: Counts] = [:]
    try await withThrowingTaskGroup(of: (Int, Counts).self) { group in
      var next = 0
      func start(_ group: inout ThrowingTaskGroup<(Int, Counts), any Error>) {
        guard next < replicates else { return }
        let replicate = next
        next += 1
        group.addTask {
          (replicate, try replicateCounts(replicate, range, block: block, source, identities))
        }
      }
      for _ in 0..<threads { start(&group) }
      while let (replicate, counts) = try await group.next() {
        parts[replicate] = counts
        progress(parts.count, replicates)
        start(&group)
      }
    }
    return Counts(replicates: (0..<replicates).map { parts[$0]! })
  }

  private func replicateCounts(
    _ replicate: Int, _ range: Range<Int>, block: Int, _ source: DrawSource,
    _ identities: [[Int]]
  ) throws -> Counts {
    var counter = Counter(self, source, identities: identities)
    var first = range.lowerBound
    while first < range.upperBound {
      try Task.checkCancellation()
      let count = min(block, range.upperBound - first)
      counter.count(replicate: replicate, first: first, draws: count)
      first += count
    }
    return counter.counts.settled()
  }
}
