internal import Geodesy
internal import Kernels
internal import Quantities
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
    case observers(Int)
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
  let atWar: Bool
  /// Ballistic flights of the pair; nil where the figures do not reach, and for other kinds.
  let table: BallisticTable?
  /// Launchers from whose area the place is out of reach in every draw, and by how much at least, m.
  let beyond: Double?
  let candidates: [Candidate]
  /// Batteries that may meet it.
  let batteries: [Int]

  /// The same geometry under other numbers of launcher, person and net.
  func taken(launcher: Int, person: Int, load: Int, net: Net) -> Engagement {
    Engagement(
      exposure: exposure, launcher: launcher, person: person, load: load, net: net,
      target: target, scale: scale, course: course, inside: inside, atWar: atWar, table: table,
      beyond: beyond, candidates: candidates, batteries: batteries)
  }
}
