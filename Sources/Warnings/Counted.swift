internal import Findings
internal import Quantities
internal import Timelines

/// What a study has counted, by posture, series, pair and trial.
public struct Counted: Sendable {
  public let study: Study
  let plan: Plan
  /// Draws in each replicate.
  public private(set) var draws: Int
  private var counts: [Counts]

  init(study: Study, plan: Plan, draws: Int, counts: [Counts]) {
    (self.study, self.plan, self.draws, self.counts) = (study, plan, draws, counts)
  }

  public var replicates: Int { counts.count }
  /// Draws of all replicates.
  public var total: Int { draws * replicates }

  /// Whether another count of the same study found the same, whatever its blocks and threads.
  public func hasEqualCounts(_ other: Counted) -> Bool {
    draws == other.draws && counts == other.counts
  }

  /// Adds further draws of the same replicates.
  public mutating func merge(_ other: Counted) {
    precondition(counts.count == other.counts.count, "another number of replicates")
    draws += other.draws
    for i in counts.indices { counts[i].merge(other.counts[i]) }
  }

  /// One group under one posture, replicate by replicate.
  public func cells(_ posture: Int, _ series: Int) -> [Cell] {
    cells(group: plan.groupOf[posture][series])
  }

  /// One series under one pair of postures, replicate by replicate.
  public func changes(_ pair: Int, _ series: Int) -> [Change] {
    changes(index: plan.changeOf[pair][series])
  }

  func changes(index: Int) -> [Change] { counts.map { $0.changes[index] } }

  public func verdicts(_ trial: Int) -> [Verdict] { counts.map { $0.verdicts[trial] } }

  /// The worst case of a posture of `Study.WorstCase`; nil where a series has none.
  func worst(_ place: Int, _ series: Int) -> [Tally]? {
    let index = plan.worstOf[place][series]
    return index < 0 ? nil : counts.map { $0.worst[index] }
  }

  /// One series under every subset of the parts, replicate by replicate; empty where it is not split.
  func subsets(_ series: Int) -> [[Cell]] {
    counts.map { counts in plan.subsetOf[series].map { counts.cells[$0] } }
  }

  func cells(group: Int) -> [Cell] { counts.map { $0.cells[group] } }

  /// Addresses of the inputs of some series under some postures, sorted.
  func inputs(of series: [Int], under postures: [Int]) -> [Address] {
    let groups = postures.flatMap { posture in series.map { plan.groupOf[posture][$0] } }
    return groups.isEmpty ? [] : inputs(groups: groups)
  }

  func inputs(groups: [Int]) -> [Address] {
    guard groups.count > 1 else { return plan.addresses(of: plan.columns(of: groups[0])) }
    var columns: Set<Int> = []
    for group in Set(groups) { columns.formUnion(plan.columns(of: group)) }
    return plan.addresses(of: columns)
  }

  /// The widest computing error among the medians of the series whose moments are asked for and that are
  /// reached in half the draws; infinite where one has no error.
  public var widestError: Double {
    var widest = 0.0
    for (index, group) in plan.groups.enumerated() where group.asks.contains(.moments) {
      let cells = cells(group: index)
      guard Cell.pooled(cells).reachesMost else { continue }
      let median = Estimator.quantiles([0.5], of: cells.map(\.warning))[0]
      if median.value != nil { widest = max(widest, median.halfWidth ?? .infinity) }
    }
    return widest
  }
}
