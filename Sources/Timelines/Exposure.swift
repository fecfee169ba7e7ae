public import Quantities

/// One threat against one place. The posture is not part of it: before and after pair by `id`.
public struct Exposure: Identifiable, Hashable, Sendable {
  public let level: Level
  public let threat: Address
  public let place: Address
  /// `tactical/formation.x/place.y`.
  public var id: String { "\(level.rawValue)/\(threat)/\(place)" }

  public init(level: Level, threat: Address, place: Address) {
    (self.level, self.threat, self.place) = (level, threat, place)
  }
}
