internal import Timelines

/// Everything that is counted, replicate by replicate; integers only.
public struct Counts: Sendable, Hashable {
  /// One series under one posture.
  public struct Cell: Sendable, Hashable {
    public internal(set) var warning = Tally()
    public internal(set) var flight = Tally()
    /// Draws in which a randomly chosen person is sheltered before the first arrival.
    public internal(set) var enough = 0
    /// The same at night.
    public internal(set) var enoughAtNight = 0
    /// What most cells have nothing of; empty until something is added.
    private var extras: [Tally] = []

    /// Tallies that few cells fill.
    enum Extra: Int, CaseIterable {
      /// Whole kilometres by which nothing reaches, in the draws in which nothing does.
      case shortfall
      /// From the early notice to the arrival, ticks.
      case notice
      /// Chances to intercept the deciding threat.
      case opportunities
      /// Minutes of alarm, and tenths of an alarm in vain, a person hears in a month.
      case alarmMinutes, alarmsInVain
    }

    mutating func add(_ tick: Int32, to extra: Extra) {
      if extras.isEmpty { extras = Array(repeating: Tally(), count: Extra.allCases.count) }
      extras[extra.rawValue].add(tick)
    }

    private func extra(_ extra: Extra) -> Tally {
      extras.isEmpty ? Tally() : extras[extra.rawValue]
    }

    public var shortfall: Tally { extra(.shortfall) }
    public var notice: Tally { extra(.notice) }
    public var opportunities: Tally { extra(.opportunities) }
    public var alarmMinutes: Tally { extra(.alarmMinutes) }
    public var alarmsInVain: Tally { extra(.alarmsInVain) }

    mutating func settle() {
      warning.settle()
      flight.settle()
      for i in marks.indices { marks[i].settle() }
      for i in extras.indices { extras[i].settle() }
    }

    /// Draws without an alert, by the deciding threat's reason.
    public internal(set) var reasons = [Int](repeating: 0, count: Absence.allCases.count)
    /// Draws in which each member decides, in order of `members`.
    public internal(set) var deciding: [Int]
    /// Whole-second histograms of the deciding threat's marks, in the series' order.
    public internal(set) var marks: [Tally]
    /// Sums for the linear influence of inputs.
    public internal(set) var influence = Influence()

    init(members: Int, marks: Int) {
      deciding = Array(repeating: 0, count: members)
      self.marks = Array(repeating: Tally(), count: marks)
    }

    /// Warning and shelter of several replicates together; nothing else of them.
    public static func pooled(_ cells: [Cell]) -> Cell {
      var all = Cell(members: 0, marks: 0)
      all.warning = Tally.pooled(cells.map(\.warning))
      all.enough = cells.reduce(0) { $0 + $1.enough }
      return all
    }

    /// The cells of several places as one: each counted as often as its weight says. Warning and
    /// shelter, nothing else of them.
    public static func mixed(_ cells: [(cell: Cell, weight: Int)]) -> Cell {
      var all = Cell(members: 0, marks: 0)
      all.warning = Tally.pooled(cells.map { $0.cell.warning.weighted($0.weight) })
      for (cell, weight) in cells {
        all.enough += cell.enough * weight
        all.enoughAtNight += cell.enoughAtNight * weight
      }
      return all
    }

    mutating func merge(_ other: Cell) {
      warning.merge(other.warning)
      flight.merge(other.flight)
      enough += other.enough
      enoughAtNight += other.enoughAtNight
      if extras.isEmpty {
        extras = other.extras
      } else {
        for i in other.extras.indices { extras[i].merge(other.extras[i]) }
      }
      for i in reasons.indices { reasons[i] += other.reasons[i] }
      for i in deciding.indices { deciding[i] += other.deciding[i] }
      for i in marks.indices { marks[i].merge(other.marks[i]) }
      influence.merge(other.influence)
    }
  }

  /// One series under two postures, draw by draw.
  public struct Change: Sendable, Hashable {
    /// Rows before, columns after: out of reach, no alert, alerted.
    public internal(set) var transitions = [Int](repeating: 0, count: 9)
    /// After minus before where both are alerted, ticks.
    public internal(set) var difference = Tally()
    /// The same for flight time where both reach.
    public internal(set) var flight = Tally()

    mutating func merge(_ other: Change) {
      for i in transitions.indices { transitions[i] += other.transitions[i] }
      difference.merge(other.difference)
      flight.merge(other.flight)
    }
  }

  public struct Verdict: Sendable, Hashable {
    /// Draws in which the claim can be asked at all, and in which it holds.
    public internal(set) var asked = 0
    public internal(set) var holds = 0
    /// Series that satisfy it, and that are reached, over all draws.
    public internal(set) var satisfied = 0
    public internal(set) var reached = 0
    /// What the claim's share of the places attain, draw by draw, ticks: the fall, or the quantity.
    /// Silent where no number would do, `most` where any would.
    public internal(set) var attained = Tally()

    /// A tick above all others: the claim holds whatever its number.
    public static let most = 24 * 3_600 * 10

    mutating func merge(_ other: Verdict) {
      asked += other.asked
      holds += other.holds
      satisfied += other.satisfied
      reached += other.reached
      attained.merge(other.attained)
    }
  }

  /// Draws in each replicate.
  public internal(set) var draws = 0
  /// By posture, then series.
  public internal(set) var cells: [[[Cell]]]
  /// By pair, then series.
  public internal(set) var changes: [[[Change]]]
  public internal(set) var verdicts: [[Verdict]]

  /// Empty counts of one replicate.
  init(_ study: Study) {
    cells = [
      study.postures.indices.map { posture in
        study.series.map {
          Cell(members: $0.members[posture].count, marks: $0.marks.count)
        }
      }
    ]
    changes = [study.pairs.map { _ in study.series.map { _ in Change() } }]
    verdicts = [study.trials.map { _ in Verdict() }]
  }

  /// Replicates put side by side, in order.
  init(replicates: [Counts]) {
    draws = replicates[0].draws
    cells = replicates.flatMap(\.cells)
    changes = replicates.flatMap(\.changes)
    verdicts = replicates.flatMap(\.verdicts)
  }

  /// Adds further draws of the same replicates.
  public mutating func merge(_ other: Counts) {
    precondition(cells.count == other.cells.count, "another number of replicates")
    draws += other.draws
    for r in cells.indices {
      for p in cells[r].indices {
        for s in cells[r][p].indices { cells[r][p][s].merge(other.cells[r][p][s]) }
      }
      for p in changes[r].indices {
        for s in changes[r][p].indices { changes[r][p][s].merge(other.changes[r][p][s]) }
      }
      for t in verdicts[r].indices { verdicts[r][t].merge(other.verdicts[r][t]) }
    }
  }

  func settled() -> Counts {
    var copy = self
    for r in copy.cells.indices {
      for p in copy.cells[r].indices {
        for s in copy.cells[r][p].indices {
          copy.cells[r][p][s].settle()
        }
      }
      for t in copy.verdicts[r].indices { copy.verdicts[r][t].attained.settle() }
      for p in copy.changes[r].indices {
        for s in copy.changes[r][p].indices {
          copy.changes[r][p][s].difference.settle()
          copy.changes[r][p][s].flight.settle()
        }
      }
    }
    return copy
  }
}

/// Integer sums that give the squared correlation of a series' warning with each input.
public struct Influence: Sendable, Hashable {
  public init() {}

  /// Draws with an alert that are in the sums.
  public internal(set) var draws: Int64 = 0
  var warning: Int64 = 0
  var warning2: Int128 = 0
  /// Per input of the rung: Σx, Σx², Σwx; x in 1/65 535 of the law's range.
  var input: [Int64] = []
  var input2: [Int64] = []
  var product: [Int128] = []

  public mutating func merge(_ other: Influence) {
    if product.isEmpty {
      self = other
      return
    }
    guard !other.product.isEmpty else { return }
    draws += other.draws
    warning += other.warning
    warning2 += other.warning2
    for i in input.indices {
      input[i] += other.input[i]
      input2[i] += other.input2[i]
      product[i] += other.product[i]
    }
  }

  /// Squared correlation of warning with each input: the share of its variance that a straight line
  /// in that input explains. Zero where nothing varies.
  public var shares: [Double] {
    let n = Double(draws)
    guard n > 2 else { return input.map { _ in 0 } }
    let w = Double(warning) / n
    let variance = Double(warning2) / n - w * w
    return input.indices.map { i in
      let x = Double(input[i]) / n
      let spread = Double(input2[i]) / n - x * x
      let covariance = Double(product[i]) / n - w * x
      return variance > 0 && spread > 0 ? min(1, covariance * covariance / (variance * spread)) : 0
    }
  }
}
