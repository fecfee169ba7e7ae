package import Geodesy
package import Kernels
package import Quantities
package import Scenarios
package import Theatre
package import Timelines

/// A kind of threat: what may be written of a system, how it is spoken of, and how it flies.
///
/// One file and one line in `TacticalKinds.shipped`; nothing that computes a warning asks which kind it is.
package protocol ThreatKind: Sendable {
  /// Its name, its fields, and how it is spoken of; `range` is among them.
  static var fields: FieldTable { get }
  /// How a log of alerts speaks of it.
  static var practice: PracticeRule { get }
  /// Whether the profile of its flight alone says that it is hostile.
  static var isBallistic: Bool { get }
  /// Fields that are held against the flight and do not enter it.
  static var heldAgainst: Set<String> { get }

  init(_ declare: inout Declarations, system: String)

  /// Highest altitude to look for it, m.
  var ceiling: Double { get }
  /// Whether the wind moves it.
  var drifts: Bool { get }
  /// What it sends back to a radar.
  var crossSection: CrossSection { get }
  /// The height above the ground that it keeps, m; nil for what climbs and falls.
  func levelHeight(_ draws: DrawBlock, _ group: Int) -> Lanes?
  /// Least and greatest distance that it is sent over, m.
  func reach(_ draws: DrawBlock, _ group: Int) -> (least: Lanes, greatest: Lanes)
  /// What its table is made with beside the places; empty without a table.
  var tableFigures: [Double] { get }
  /// Flights from an area to a place worked out before any draw; nil without, and where the figures do not reach.
  func table(from start: Position, area: Length, to end: Position) -> BallisticTable?
  /// Flies, and tells the leg of it.
  func fly(_ leg: Leg, into block: inout TimelineBlock)
}

extension ThreatKind {
  package static var isBallistic: Bool { false }
  package static var heldAgainst: Set<String> { [] }
  package var drifts: Bool { false }
  package func levelHeight(_ draws: DrawBlock, _ group: Int) -> Lanes? { nil }
  package var tableFigures: [Double] { [] }
  package func table(from start: Position, area: Length, to end: Position) -> BallisticTable? {
    nil
  }
}

/// From a launch to a place in four draws.
package struct Leg {
  package let track: GreatCircle
  package let draws: DrawBlock
  package let group: Int
  /// Along and across the track, m/s.
  package let wind: (along: Lanes, across: Lanes)
  /// What the kind made for the pair of places.
  package let table: BallisticTable?
  let rung: TacticalRung
  let story: Story
  let reaches: LaneMask

  /// Along the ground, m.
  package var length: Lanes { track.length }

  /// The value of an input.
  @inline(__always)
  package func callAsFunction<Q>(_ input: Input<Q>) -> Lanes { draws[input, group] }

  /// Tells of a flight, from its launch to shelter.
  ///
  /// - Parameter burnout: end of the boost that a space cue sees; nil for what has none.
  @inline(__always)
  package func tell(
    _ flight: some Flight, burnout: Lanes? = nil, into block: inout TimelineBlock
  ) {
    rung.tell(
      story, Four(group: group, track: track), flight, reaches,
      burnout: burnout, into: &block)
  }

  /// Nothing flies that far.
  package func tellNoFlight(into block: inout TimelineBlock) {
    rung.outOfReach(by: .zero, group, &block)
  }
}
