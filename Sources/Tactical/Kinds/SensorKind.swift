internal import Geodesy
package import Kernels
internal import Quantities
package import Scenarios
package import Theatre
package import Timelines

/// A kind of sensor: what may be written of a system, how it is spoken of, and how it watches a flight.
///
/// One file and one line in `TacticalKinds.shipped`.
package protocol SensorKind: Sendable {
  /// Its name, its fields, and how it is spoken of.
  static var fields: FieldTable { get }
  /// The sensor at a site of a posture; nil where it has no ground to stand on.
  static func sensor(_ declare: inout Declarations, _ post: SensorPost) -> Sensor?
}

/// How a sensor watches.
package enum Sensor {
  /// Look by look, with a chain of looks that makes a track firm; radars are followed in the order in which they may
  /// see.
  case radar(RadarSite)
  /// In any way of its own.
  case watcher(any Watcher)
}

/// A sensor that says itself when it has seen a flight.
package protocol Watcher: Sendable {
  var area: WatchedArea { get }
  /// By which way its reports come to an order: `track` or `observers`.
  var way: AlertWay { get }
  /// Whether it may ever notice a kind.
  func mayNotice(_ kind: any ThreatKind.Type) -> Bool
  /// When a flight is seen and reported; the flight's end where it is not.
  func watch(
    _ flight: some Flight, _ track: GreatCircle, _ draws: DrawBlock, _ group: Int
  ) -> Detection
  /// Where it would notice what flies level.
  ///
  /// - Parameters:
  ///   - height: above the ground, m.
  ///   - speed: the least over the ground, m/s.
  func notices(height: Double, speed: Double, _ draws: DrawBlock, _ group: Int) -> Noticed
}

/// How a watcher notices what flies level.
package struct Noticed {
  /// Draws in which it does.
  let draws: LaneMask
  /// How far from its site, m.
  let radius: Lanes
  /// Until a firm report, s.
  let delay: Lanes

  package init(in draws: LaneMask, radius: Lanes, delay: Lanes) {
    (self.draws, self.radius, self.delay) = (draws, radius, delay)
  }
}

/// Where a sensor stands, and what is around it.
package struct SensorPost {
  package let site: Theatre.Site
  package let system: Document.System
  let survey: TacticalSurvey
  /// Sites of air defence of the other side.
  let hostileBatteries: [Theatre.Site]

  /// Hostile air defence that whoever flies keeps clear of: in peace an orbit lies where it likes.
  func keepouts(_ declare: inout Declarations) -> [RadarSite.Keepout] {
    let chain = survey.theatre.chain(of: site.country, under: declare.posture)
    guard chain.rules == .war else { return [] }
    return hostileBatteries.map { battery in
      let (distance, azimuth) = Geodesic.inverse(from: site.position, to: battery.position)
      let (sine, cosine) = sineAndCosine(azimuth.radians)
      return RadarSite.Keepout(
        name: battery.id, east: distance.metres * sine, north: distance.metres * cosine,
        reach: BatteryKind.engagementRange(&declare, system: battery.system!))
    }
  }
}
