internal import Timelines

/// One group over the draws of one replicate; integers only.
public struct Cell: Sendable, Hashable {
  /// What decides.
  public internal(set) var warning: Tally
  /// The least of the other gaps over the group.
  public internal(set) var others: [Tally]
  /// Draws in which every exposure that arrives passes, test by test.
  public internal(set) var passes: [Int]
  /// Draws without an alert, by the deciding exposure's reason.
  public internal(set) var reasons = [Int](repeating: 0, count: Absence.allCases.count)
  /// Draws with a late alert, by why it is.
  public internal(set) var slips = [Int](repeating: 0, count: Slip.allCases.count)
  /// Draws in which each member decides, in order of the members; empty where it is not asked.
  public internal(set) var deciding: [Int] = []
  /// Of the exposure that decides; empty where they are not asked.
  public internal(set) var moments: [Tally] = []
  public internal(set) var details: [Tally] = []
  /// Times between two marks of the exposure that decides, pair by pair.
  public internal(set) var gaps: [Tally] = []
  /// Whole kilometres by which nothing reaches, in the draws in which nothing does.
  public internal(set) var shortfall = Tally(.one)
  /// Sums for the linear influence of inputs.
  public internal(set) var influence = Influence()

  init(_ fold: Fold, members: Int, asks: Series.Asks) {
    warning = Tally(fold.tick)
    others = fold.others.map { _ in Tally(fold.tick) }
    passes = fold.tests.map { _ in 0 }
    if asks.contains(.deciders) { deciding = Array(repeating: 0, count: members) }
    if asks.contains(.moments) { moments = fold.moments.map { _ in Tally(.second) } }
    if asks.contains(.details) { details = fold.details.map { Tally($0.tick) } }
    if asks.contains(.gaps), let links = fold.links {
      gaps = links.pairs.map { _ in Tally(fold.tick) }
    }
  }

  public var reached: Int { warning.reached }
  /// Draws in which the alert comes before the first arrival, or with it, and those in which it comes later.
  public var inTime: Int { warning.count { $0 >= 0 } }
  public var late: Int { warning.count { $0 < 0 } }
  /// Draws in which nothing arrives.
  public var unreached: Int { warning.outOfReach }
  public var draws: Int { reached + unreached }

  /// Whether it is reached in at least half of the draws: what a table or a change may speak of.
  public var reachesMost: Bool { 2 * reached >= draws && reached > 0 }

  /// The cells of several groups as one: each counted as often as its weight says. What decides, the
  /// tests and why there is no alert, nothing else of them.
  public static func mixed(_ cells: [(cell: Cell, weight: Int)]) -> Cell {
    var all = cells[0].cell.emptied
    all.warning = Tally.pooled(cells.map { $0.cell.warning.weighted($0.weight) })
    for (cell, weight) in cells {
      for test in cell.passes.indices { all.passes[test] += cell.passes[test] * weight }
      for reason in cell.reasons.indices { all.reasons[reason] += cell.reasons[reason] * weight }
      for slip in cell.slips.indices { all.slips[slip] += cell.slips[slip] * weight }
    }
    return all
  }

  /// The influence of several replicates together.
  public static func pooledInfluence(_ cells: [Cell]) -> Influence {
    cells.reduce(into: Influence()) { $0.merge($1.influence) }
  }

  /// Several replicates together.
  public static func pooled(_ cells: [Cell]) -> Cell { mixed(cells.map { ($0, 1) }) }

  private var emptied: Cell {
    var cell = self
    cell.warning = Tally(warning.tick)
    cell.others = []
    cell.passes = passes.map { _ in 0 }
    (cell.deciding, cell.moments, cell.details, cell.gaps) = ([], [], [], [])
    (cell.reasons, cell.slips) = (reasons.map { _ in 0 }, slips.map { _ in 0 })
    cell.shortfall = Tally(shortfall.tick)
    cell.influence = Influence()
    return cell
  }

  mutating func merge(_ other: Cell) {
    warning.merge(other.warning)
    shortfall.merge(other.shortfall)
    for i in others.indices { others[i].merge(other.others[i]) }
    for i in passes.indices { passes[i] += other.passes[i] }
    for i in reasons.indices { reasons[i] += other.reasons[i] }
    for i in slips.indices { slips[i] += other.slips[i] }
    for i in gaps.indices { gaps[i].merge(other.gaps[i]) }
    for i in deciding.indices { deciding[i] += other.deciding[i] }
    for i in moments.indices { moments[i].merge(other.moments[i]) }
    for i in details.indices { details[i].merge(other.details[i]) }
    influence.merge(other.influence)
  }

  mutating func settle() {
    warning.settle()
    shortfall.settle()
    for i in others.indices { others[i].settle() }
    for i in moments.indices { moments[i].settle() }
    for i in details.indices { details[i].settle() }
    for i in gaps.indices { gaps[i].settle() }
  }
}

/// One group under two postures, draw by draw.
public struct Change: Sendable, Hashable {
  /// Rows before, columns after: out of reach, no alert, alerted.
  public internal(set) var transitions = [Int](repeating: 0, count: 9)
  /// After minus before of what decides, where both are alerted.
  public internal(set) var difference: Tally
  /// The same of the other gaps, where both are reached.
  public internal(set) var others: [Tally]
  /// Sum over the draws alerted in both of how much longer each link takes, ticks; empty where it is not asked.
  public internal(set) var links: [Int64]

  init(_ fold: Fold, asks: Series.Asks) {
    links = asks.contains(.links) ? fold.links?.words.map { _ in 0 } ?? [] : []
    difference = Tally(fold.tick)
    others = fold.others.map { _ in Tally(fold.tick) }
  }

  mutating func merge(_ other: Change) {
    for i in transitions.indices { transitions[i] += other.transitions[i] }
    difference.merge(other.difference)
    for i in links.indices { links[i] += other.links[i] }
    for i in others.indices { others[i].merge(other.others[i]) }
  }

  mutating func settle() {
    difference.settle()
    for i in others.indices { others[i].settle() }
  }
}
