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
  /// The sensor at a site of a posture.
  static func sensor(_ declare: inout Declarations, _ post: SensorPost) -> Sensor
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
  var site: Theatre.Site { get }
  /// Classes that it tells of; nil means all.
  var processes: [String]? { get }
  /// By which way its reports come to an order: `track` or `observers`.
  var way: AlertWay { get }
  /// Farthest from its site that any draw notices anything, m.
  var farthest: Double { get }
  /// Whether it may ever notice a kind.
  func mayNotice(_ kind: any ThreatKind.Type) -> Bool
  /// When a flight is seen and reported; the flight's end where it is not.
  func watch(
    _ flight: some Flight, _ track: GreatCircle, _ crossSection: CrossSection,
    _ draws: DrawBlock, _ group: Int
  ) -> Detection
  /// Where it would notice what flies level at a height: the draws in which it does, how far from the site, m, and the
  /// seconds until a firm report.
  func notices(_ low: LowFlight, _ draws: DrawBlock, _ group: Int) -> (
    where: LaneMask, radius: Lanes, delay: Lanes
  )
}

/// What flies level, as a watcher sees it.
package struct LowFlight {
  /// Above the ground, m.
  package let height: Double
  /// Least speed over the ground, m/s.
  package let speed: Double
  package let crossSection: CrossSection
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
    guard survey.theatre.chain(of: site.country).rules == .war else { return [] }
    return hostileBatteries.map { battery in
      let (distance, azimuth) = Geodesic.inverse(from: site.position, to: battery.position)
      let (sine, cosine) = sineAndCosine(azimuth.radians)
      return RadarSite.Keepout(
        name: battery.id, east: distance.metres * sine, north: distance.metres * cosine,
        reach: BatteryKind.engagementRange(&declare, system: battery.system!))
    }
  }
}
