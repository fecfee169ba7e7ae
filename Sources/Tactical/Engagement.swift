internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// One exposure, with everything that does not depend on the draw.
struct Engagement {
  enum Net {
    case none
    case tracks(chain: Int)
    case reported(net: Int)
  }

  /// Sensors that can see the flight at all.
  enum Candidate: Hashable {
    case radar(Int)
    case watcher(Int)
  }

  let exposure: Exposure
  let launcher: Int
  let person: Int
  let load: Int
  let net: Net
  let target: GreatCircle.Direction
  /// Metres per radian that give the pair its geodesic length.
  let scale: Double
  /// East and north part of the course halfway.
  let course: (east: Double, north: Double)
  /// Metres of the track that lie inside the border that makes it hostile; nil where it never
  /// crosses it.
  let inside: Double?
  /// Metres of the track that lie inside the place's country, where it has been over another that may tell of it; nil
  /// where it comes by nobody first.
  let handover: Double?
  /// Of the place's country.
  let rules: Document.Rules
  /// Flights of the pair that were worked out before; nil where the figures do not reach, and for most kinds.
  let table: BallisticTable?
  /// Launchers from whose area the place is out of reach in every draw, and by how much at least, m.
  let beyond: Double?
  let candidates: [Candidate]
  /// Batteries that may meet it.
  let batteries: [Int]
  /// Whether chances to meet it are counted: the scenario has batteries that may serve the place.
  let countsMeetings: Bool
  /// Distances from the place to its country's places, ascending, m.
  let neighbours: [Double]
}

/// Everything that the marks of an exposure depend on beside its inputs; what is fixed for a theatre and its
/// environment (places, borders, rules, terrain) needs no mention.
public struct TacticalIdentity: Hashable, Sendable {
  struct Radar: Hashable {
    let site: String
    /// Hostile batteries that it keeps clear of.
    let keepouts: [String]

    init(_ radar: RadarSite) {
      (site, keepouts) = (radar.site.id, radar.threats.map(\.name))
    }
  }

  let formation, place, site, system: String
  let area: Length
  /// What the table of flights is made with; empty without one.
  let tableFigures: [Double]
  /// In order of their distance from the launch.
  let radars: [Radar]
  let watchers, batteries: [String]
  let rules: Document.Rules
  let countsMeetings: Bool
}
