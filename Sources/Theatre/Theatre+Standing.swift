public import Quantities
internal import Scenarios

/// What of a posture was reported, and what is tried out.
extension Theatre {
  /// One element of a posture.
  public struct Element: Sendable, Identifiable {
    public let id: String
    public let sighting: Sighting
    /// The day of its last source; where the scenario says none, the day of the source that it names.
    public let seen: Day?
    /// That day as it was written.
    public let words: String
  }

  /// Formations and sensors of a posture, in order of id.
  public func elements(of posture: Posture) -> [Element] {
    let all =
      posture.forces.map { ($0.id, $0.sighting, $0.source) }
      + posture.sensors.compactMap { id in
        sites[id].map { (id, $0.sighting, $0.source) }
      }
    return all.sorted { $0.0 < $1.0 }.map { id, sighting, source in
      let date = bibliography.sources[source]?.date
      return Element(
        id: id, sighting: sighting, seen: sighting.seen ?? date,
        words: sighting.seen == nil ? date?.description ?? "" : sighting.words)
    }
  }

  /// The least sure standing of a posture's elements; nil where none of them has one.
  public func standing(of posture: Posture) -> Standing? {
    tried[posture.id] == nil && !levers.contains { $0.id == posture.id }
      ? elements(of: posture).compactMap(\.sighting.standing).max() : .whatIf
  }

  /// Ids of what nobody reported of a posture.
  public func whatIfs(of posture: Posture) -> [String] {
    elements(of: posture).filter { $0.sighting.standing == .whatIf }.map(\.id)
  }

  /// The least sure standing of several postures, by id.
  public func standing(of ids: [String]) -> Standing? {
    ids.compactMap { posture($0).flatMap(standing(of:)) }.max()
  }
}
