internal import Quantities
internal import Scenarios
internal import Tactical
internal import Theatre

/// Radars on ground that the scenario's terrain does not know, told alike by every command.
enum Footings {
  /// One sentence a radar of some posture: whose ground it is given, or that it is left out.
  static func doubts(_ theatre: Theatre, _ terrain: Terrain?) -> [String] {
    guard let terrain else { return [] }
    let used = Set(theatre.postures.flatMap(\.sensors))
    return theatre.sites.values.filter { site in
      used.contains(site.id) && site.ground == nil
        && site.system.flatMap { theatre.systems[$0]?.kind } == TacticalKinds.groundRadar
    }.sorted { $0.id < $1.id }.compactMap { site in
      guard let footing = terrain.footing(at: site.position) else {
        return
          "radar '\(site.id)': no ground is known within \(Int(Terrain.farthestFooting.kilometres)) km of it; it is left out"
      }
      guard footing.distance.metres > 0 else { return nil }
      return
        "radar '\(site.id)' stands on unknown ground; that of \(Json.short(footing.distance.kilometres)) km away is "
        + "taken, \(Int(footing.height.rounded())) m"
    }
  }
}
