public import Quantities

/// One threat against one place. The posture is not part of it: before and after pair by `id`.
public struct Exposure: Identifiable, Hashable, Sendable {
  public let level: Level
  public let threat: Address
  public let place: Address
  /// Id of what threatens, as the scenario writes it: a formation, a purpose.
  public let threatID: String
  /// Id of the place, or of what stands for one.
  public let placeID: String
  /// The class of threat, as the rung's ladder names it.
  public let group: String
  /// `tactical/formation.x/place.y`.
  public var id: String { "\(level.rawValue)/\(threat)/\(place)" }

  public init(
    level: Level, threat: Address, place: Address, threatID: String, placeID: String, group: String
  ) {
    (self.level, self.threat, self.place) = (level, threat, place)
    (self.threatID, self.placeID, self.group) = (threatID, placeID, group)
  }
}
