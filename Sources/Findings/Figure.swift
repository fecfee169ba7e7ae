public import Quantities

/// One number that the briefing may print.
public struct Figure: Identifiable, Hashable, Sendable {
  public let id: FigureID
  public let estimate: Estimate
  /// Draws it rests on.
  public let draws: Int
  /// Draws that are left out, by reason.
  public let absent: [String: Int]
  /// What its exposures depend on.
  public let inputs: [Address]

  /// - Precondition: the quantity may be published.
  public init(
    _ id: FigureID, _ estimate: Estimate, draws: Int, absent: [String: Int] = [:],
    inputs: [Address]
  ) {
    precondition(id.quantity.mayBePublished, "a figure outside the limits: \(id)")
    (self.id, self.estimate, self.draws) = (id, estimate, draws)
    (self.absent, self.inputs) = (absent, inputs)
  }

  /// The same figure of another setting that comes to the same.
  public func under(_ setting: FigureSetting) -> Figure {
    Figure(id.under(setting), estimate, draws: draws, absent: absent, inputs: inputs)
  }
}

extension Figure {
  /// Whether a figure has a value, and why not.
  public enum State: String, CaseIterable, Sendable {
    /// It has one.
    case told
    /// In that share of the draws the alert, or the moment, never comes: a warning of −∞, a moment of +∞.
    case never
    /// No threat of the class reaches the place in any draw.
    case outOfReach = "out-of-reach"
    /// Of a change: in no draw does it exist before and after.
    case notInBoth = "not-in-both"
  }

  public var state: State {
    if estimate.value != nil { return .told }
    if draws > 0 { return .never }
    return id.setting.isChange ? .notInBoth : .outOfReach
  }
}

/// Figures in the order in which they were made, found by id at once.
public struct FigureTable: Sendable, RandomAccessCollection {
  private var all: [Figure]
  private var places: [FigureID: Int]

  /// - Precondition: no two figures share an id.
  public init(_ figures: [Figure]) {
    all = figures
    places = Dictionary(minimumCapacity: figures.count)
    for (place, figure) in figures.enumerated() {
      let before = places.updateValue(place, forKey: figure.id)
      precondition(before == nil, "two figures \(figure.id)")
    }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { all.count }
  public subscript(position: Int) -> Figure { all[position] }
  public subscript(id id: FigureID) -> Figure? { places[id].map { all[$0] } }
}
