internal import Geodesy
public import Quantities
internal import Scenarios

/// How near the other side's launchers stand.
extension Theatre {
  /// How near launchers of a class may come to a place under a posture, and how many formations there are of it; nil
  /// without one.
  public func nearest(
    _ threat: String, to place: Place, under posture: Posture
  ) -> (distance: Length, formations: Int)? {
    let forces = posture.forces.filter { systems[$0.system]?.kind == threat }
    let distances = forces.map { force in
      Geodesic.inverse(from: sites[force.site]!.position, to: place.position).distance.metres
        - force.area.metres
    }
    return distances.min().map { (.metres(max(0, $0)), forces.count) }
  }

  /// Formations whose greatest claimed range reaches a place, and how far the middles of their sites are from it. How near is
  /// too near for a shot is not asked.
  public func inReach(
    of place: Place, under posture: Posture
  ) -> [(force: Force, distance: Length, range: Length)] {
    posture.forces.compactMap { force in
      guard let range = law(of: force.system, "range", under: posture)?.range.upperBound
      else { return nil }
      let distance = Geodesic.distance(from: sites[force.site]!.position, to: place.position)
      return distance.metres <= range ? (force, distance, .metres(range)) : nil
    }
  }
}
