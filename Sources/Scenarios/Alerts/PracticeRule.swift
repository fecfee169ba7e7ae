/// How the log of alerts speaks of one class of threat: which segment of the chain its rows time.
///
/// The name of the class is that of the field of a `reported` net which the segment stands for.
public struct PracticeRule: Sendable {
  /// What is taken from a row.
  public enum Segment: Sendable {
    /// From launch to the alert; where the launch was not timed, from arrival, distance and mean speed.
    case afterLaunch
    /// From the carrier's take-off to the alert.
    case afterTakeOff
    /// How far a threat of this speed is from the place when the alert comes.
    case ahead
    /// From the alert to the arrival, however long the flight is: the carriers are watched, not what they let go.
    case left
  }

  /// What rows of the log call it.
  public let threat: String
  public let segment: Segment
  /// Mean speed over the ground, m/s: turns times into distances and distances into flights.
  public let speed: ClosedRange<Double>

  /// Whether it flies above the air that radars of low flyers watch: missiles, their orders are those of missiles.
  public var isMissile: Bool {
    switch segment {
    case .afterLaunch, .afterTakeOff: true
    case .ahead, .left: false
    }
  }

  /// How far from the place a carrier usually lets go, m; nil for what has no carrier.
  public let released: Double?

  /// As whose reports it is told of where it has none of its own, best first.
  public let takenWith: [String]

  /// - Parameter takenWith: where it is left out, missiles are taken with quasi-ballistic ones, and what flies in the air
  ///   with nobody.
  public init(
    _ threat: String, _ segment: Segment, speed: ClosedRange<Double>, released: Double? = nil,
    takenWith: [String]? = nil
  ) {
    (self.threat, self.segment, self.speed) = (threat, segment, speed)
    self.released = released
    let missiles: [String] =
      switch segment {
      case .afterTakeOff: ["air-launched", "quasi-ballistic"]
      case .afterLaunch: ["quasi-ballistic"]
      case .ahead, .left: []
      }
    self.takenWith = takenWith ?? missiles
  }
}
