internal import Geodesy
package import Kernels
package import Quantities
internal import Scenarios
package import Theatre
package import Timelines

/// The area around its site in which a watcher notices anything; its system has a `radius`.
package struct WatchedArea: Sendable {
  package let site: Theatre.Site
  /// Classes that are told of; nil means all.
  package let processes: [String]?
  package let radius: Input<Length>
  /// The largest radius of any draw, m.
  package let farthest: Double
  package let middle: GreatCircle.Direction

  package init(_ declare: inout Declarations, _ post: SensorPost) {
    (site, processes) = (post.site, post.system.processes)
    radius = declare.catalogue(post.system.id, "radius")
    farthest = declare.range(of: post.system.id, "radius").upperBound
    middle = GreatCircle.Direction(site.position.direction)
  }

  /// Where a track comes in and leaves, m after its start.
  package func passage(
    of track: GreatCircle, _ draws: DrawBlock, _ group: Int
  ) -> (entry: Lanes, exit: Lanes) {
    track.passage(track.bearings(of: middle), within: draws[radius, group] / Radar.earthRadius)
  }
}
