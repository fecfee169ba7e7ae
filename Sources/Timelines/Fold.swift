public import Quantities

/// What a rung's figures read from the marks of its exposures.
///
/// Exposures are read in groups: all threats of a place, or one class of them. In each draw the exposure
/// that leaves least in `deciding` stands for the group; one that never arrives does not count, and one
/// without the earlier mark leaves less than any number. Which numbers are told of a quantity is a matter
/// of its declaration (`FigureQuantity.statistics`).
public struct Fold: Sendable {
  /// The time between two marks.
  public struct Gap: Sendable {
    public let quantity: FigureQuantity
    public let first, last: Mark

    public init(_ quantity: FigureQuantity, from first: Mark, to last: Mark) {
      (self.quantity, self.first, self.last) = (quantity, first, last)
    }
  }

  /// Whether a mark comes no later than another; a group passes when every exposure that arrives does.
  public struct Test: Sendable {
    /// The share of draws, or people, that pass.
    public let statistic: Statistic
    public let mark, limit: Mark

    public init(_ statistic: Statistic, _ mark: Mark, noLaterThan limit: Mark) {
      (self.statistic, self.mark, self.limit) = (statistic, mark, limit)
    }
  }

  /// A number of the exposure that decides.
  public struct Detail: Sendable {
    public enum Value: Sendable {
      /// The time between two marks; less than any number where the first never comes.
      case gap(from: Mark, to: Mark)
      /// A measure as it is; below zero it does not apply.
      case measure(Measure)
    }

    /// Of which groups it is told.
    public enum Scope: Sendable {
      case every, allThreats, oneClass

      public func covers(allThreats: Bool) -> Bool {
        self == .every || (self == .allThreats) == allThreats
      }
    }

    public let quantity: FigureQuantity
    public let value: Value
    public let tick: Tick
    public let scope: Scope

    public init(
      _ quantity: FigureQuantity, _ value: Value, tick: Tick, of scope: Scope = .every
    ) {
      (self.quantity, self.value, self.tick, self.scope) = (quantity, value, tick, scope)
    }
  }

  /// The chain of marks from launch to arrival, link by link: what a change of the time that is left goes back to.
  public struct Links: Sendable {
    /// What the mean change of a link is told as, and what the time between two marks is told as.
    public let change, gap: FigureQuantity
    /// The marks in order. A link ends with a mark and begins with the one before it, the first with the launch; that of
    /// the last mark is the whole way from launch to arrival. A mark without one is no part of the chain.
    public let marks: [(mark: Mark, link: String?)]

    public init(_ change: FigureQuantity, gap: FigureQuantity, _ marks: [(Mark, String?)]) {
      precondition(marks.last?.1 != nil, "a chain without a last link")
      (self.change, self.gap) = (change, gap)
      self.marks = marks.map { (mark: $0, link: $1) }
    }

    /// Words of the links, in order.
    public var words: [String] { marks.compactMap(\.link) }
    /// Pairs of marks by their places in the list, the earlier first, and the word that a figure's id carries.
    public var pairs: [(from: Int, to: Int, word: String)] {
      marks.indices.flatMap { from in
        marks.indices.dropFirst(from + 1).map { to in
          (from, to, "\(marks[from].mark)-to-\(marks[to].mark)".lowercased())
        }
      }
    }
  }

  /// Why an alert comes late or never: a share by word.
  public struct Slips: Sendable {
    public let quantity: FigureQuantity
    /// The measure that holds a `Slip` where it comes late.
    public let measure: Measure
    /// The word of what never comes, by why it does not.
    public let absences: [Absence: String]

    public init(
      _ quantity: FigureQuantity, _ measure: Measure, absences: [Absence: String]
    ) {
      (self.quantity, self.measure, self.absences) = (quantity, measure, absences)
    }
  }

  /// What of a group a part of a change is measured by.
  public enum PartMeasure: Sendable {
    /// The median of what decides, where the group is reached in at least half the draws.
    case median(FigureQuantity)
    /// The share of draws without an alert among those reached.
    case silence(FigureQuantity)
    /// The share of draws that pass a test or are not reached.
    case passing(test: Int, FigureQuantity)
  }

  /// The last mark of every exposure: one without it is out of reach.
  public let arrival: Mark
  public let deciding: Gap
  public let tick: Tick
  /// Gaps of which the least over the group is told.
  public let others: [Gap]
  public let tests: [Test]
  /// Marks of the exposure that decides, s after the first; `moment` is told with the mark as detail.
  public let moments: [Mark]
  /// What each of the moments is told as.
  public let momentQuantities: [FigureQuantity]
  public let details: [Detail]
  /// By how much a group is out of reach, and the measure in metres that says so.
  public let shortfall: (quantity: FigureQuantity, measure: Measure)?
  /// How often each exposure decides; the detail is its threat.
  public let decider: FigureQuantity?
  /// How much goes back to each source; the detail is the source.
  public let support: FigureQuantity?
  public let links: Links?
  public let slips: Slips?
  public let worstCase: FigureQuantity?
  public let trial: FigureQuantity?

  /// - Precondition: no more than sixteen tests.
  public init(
    deciding: Gap, tick: Tick, others: [Gap] = [], tests: [Test] = [], moments: [Mark] = [],
    moment: FigureQuantity? = nil, details: [Detail] = [],
    shortfall: (quantity: FigureQuantity, measure: Measure)? = nil, decider: FigureQuantity? = nil,
    support: FigureQuantity? = nil, links: Links? = nil,
    slips: Slips? = nil, worstCase: FigureQuantity? = nil,
    trial: FigureQuantity? = nil
  ) {
    precondition(tests.count <= 16, "\(tests.count) tests")
    arrival = deciding.last
    (self.deciding, self.tick, self.others, self.tests) = (deciding, tick, others, tests)
    (self.moments, self.details) = (moments, details)
    momentQuantities = moment.map { quantity in moments.map { quantity.of("\($0)") } } ?? []
    (self.shortfall, self.decider, self.support) = (shortfall, decider, support)
    (self.links, self.slips) = (links, slips)
    (self.worstCase, self.trial) = (worstCase, trial)
  }

  /// Whether both read the same numbers of the same exposure.
  public func tellsTheSame(as other: Fold) -> Bool {
    func quantities(_ fold: Fold) -> [FigureQuantity?] {
      [fold.deciding.quantity] + fold.others.map(\.quantity) + fold.momentQuantities
        + fold.details.map(\.quantity)
        + [
          fold.shortfall?.quantity, fold.decider, fold.support, fold.links?.change,
          fold.slips?.quantity, fold.worstCase, fold.trial,
        ]
    }
    return quantities(self) == quantities(other) && tick == other.tick
      && tests.map(\.statistic) == other.tests.map(\.statistic)
  }
}

/// A group of exposures, under each of several postures.
public struct Series: Sendable {
  /// What is asked of a group beside its shares and quantiles.
  public struct Asks: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The marks of the exposure that decides.
    public static let moments = Asks(rawValue: 1)
    /// Its numbers.
    public static let details = Asks(rawValue: 2)
    /// How often each exposure decides.
    public static let deciders = Asks(rawValue: 4)
    /// What goes back to which source.
    public static let support = Asks(rawValue: 8)
    /// How quantiles and silence move, in a pair of postures.
    public static let shifts = Asks(rawValue: 16)
    /// Twenty dots, under some postures.
    public static let dots = Asks(rawValue: 32)
    /// How far every mark and every time between two of them spreads.
    public static let gaps = Asks(rawValue: 128)
    /// Which links a change goes back to, and why alerts are late.
    public static let links = Asks(rawValue: 256)
    /// That it is of people, so that regions are made of it.
    public static let regions = Asks(rawValue: 64)
  }

  public let subject: FigureSubject
  /// A class or a formation; nil for every threat.
  public let threat: String?
  public let fold: Fold
  /// Indices into the rung's exposures, one list a posture.
  public let members: [[Int]]
  public let asks: Asks
  /// What parts of a change are measured by; empty for a group that is not split.
  public let parts: [Fold.PartMeasure]

  public init(
    _ subject: FigureSubject, threat: String?, fold: Fold, members: [[Int]], asks: Asks,
    parts: [Fold.PartMeasure] = []
  ) {
    (self.subject, self.threat, self.fold) = (subject, threat, fold)
    (self.members, self.asks, self.parts) = (members, asks, parts)
  }
}
