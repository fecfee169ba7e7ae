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
      /// A measure where another is above zero and two marks have come.
      case given(Measure, above: Measure, from: Mark, to: Mark)
      /// A measure times the time between two marks, where it is above zero and both have come.
      case product(Measure, from: Mark, to: Mark)
    }

    public let quantity: FigureQuantity
    public let value: Value
    public let tick: Tick

    public init(_ quantity: FigureQuantity, _ value: Value, tick: Tick) {
      (self.quantity, self.value, self.tick) = (quantity, value, tick)
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
  public let worstCase: FigureQuantity?
  public let trial: FigureQuantity?

  /// - Precondition: no more than eight tests.
  public init(
    deciding: Gap, tick: Tick, others: [Gap] = [], tests: [Test] = [], moments: [Mark] = [],
    moment: FigureQuantity? = nil, details: [Detail] = [],
    shortfall: (quantity: FigureQuantity, measure: Measure)? = nil, decider: FigureQuantity? = nil,
    support: FigureQuantity? = nil, worstCase: FigureQuantity? = nil, trial: FigureQuantity? = nil
  ) {
    precondition(tests.count <= 8, "\(tests.count) tests")
    arrival = deciding.last
    (self.deciding, self.tick, self.others, self.tests) = (deciding, tick, others, tests)
    (self.moments, self.details) = (moments, details)
    momentQuantities = moment.map { quantity in moments.map { quantity.of("\($0)") } } ?? []
    (self.shortfall, self.decider, self.support) = (shortfall, decider, support)
    (self.worstCase, self.trial) = (worstCase, trial)
  }

  /// Whether both read the same numbers of the same exposure.
  public func tellsTheSame(as other: Fold) -> Bool {
    func quantities(_ fold: Fold) -> [FigureQuantity?] {
      [fold.deciding.quantity] + fold.others.map(\.quantity) + fold.momentQuantities
        + fold.details.map(\.quantity)
        + [fold.shortfall?.quantity, fold.decider, fold.support, fold.worstCase, fold.trial]
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
