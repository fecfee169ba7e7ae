internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre

/// Roads or railways around a scenario's sites, mended: what does not hang on a posture.
struct LineSurvey: Sendable {
  typealias Crossing = Document.Operations.Crossing

  let kind: Crossing.Kind
  let network: Network
  /// Links that close gaps between dead ends.
  let added: [Network.Link]
  private let index: NodeIndex
  /// Links at each crossing of the kind; empty where no line runs near it.
  let links: [String: Set<Int>]
  /// Crossings at which trains change their gauge.
  let changes: [String]

  /// How far a site may be from a road, and from a station, m.
  static let toRoad = 30_000.0, toStation = 60_000.0
  /// How far a crossing may be from its link, and so much farther off lie those beside it, m.
  private static let toCrossing = 10_000.0, besideCrossing = 500.0
  /// Widest gap between ends that is closed, m.
  static let gap = 1_000.0

  init(_ map: Network, _ kind: Crossing.Kind, _ theatre: Theatre) {
    self.kind = kind
    added = map.linksBetweenEnds(within: LineSurvey.gap, Sphere.apart)
    let network = map.joined(by: added)
    self.network = network
    let parts = network.parts
    let main = LineSurvey.main(of: parts)
    // a piece of track that leads nowhere is no station
    index = NodeIndex(network.points) { parts[$0] == main }
    let crossings = theatre.crossings.filter { $0.kind == kind }
    links = Dictionary(
      crossings.map { ($0.id, LineSurvey.links(of: network, at: $0)) },
      uniquingKeysWith: { first, _ in first })
    changes = crossings.filter(\.changesGauge).map(\.id)
  }

  /// The node nearest to a point, and how far it is; nil where all are too far off.
  func nearest(to point: SIMD2<Double>) -> (node: Int, apart: Double)? {
    index.nearest(
      to: point, within: kind == .road ? LineSurvey.toRoad : LineSurvey.toStation)
  }

  /// The part with most nodes.
  private static func main(of parts: [Int32]) -> Int32 {
    var counts: [Int32: Int] = [:]
    for part in parts { counts[part, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  /// The link nearest to a crossing, and those beside it; none where all are too far.
  private static func links(of network: Network, at crossing: Crossing) -> Set<Int> {
    let point = SIMD2(crossing.longitude, crossing.latitude)
    var near: [(link: Int, apart: Double)] = []
    for (index, link) in network.links.enumerated() {
      let (start, end) = (network.points[Int(link.first)], network.points[Int(link.last)])
      // no point is nearer than in latitude
      let low = min(start.y, end.y) - point.y
      let high = point.y - max(start.y, end.y)
      guard max(low, high) < 0.1 else { continue }
      let distance = Sphere.apart(point, from: start, to: end)
      if distance <= toCrossing { near.append((index, distance)) }
    }
    guard let nearest = near.map(\.apart).min() else { return [] }
    return Set(near.filter { $0.apart <= nearest + besideCrossing }.map(\.link))
  }

  /// Costs of the links where lands are not passed.
  func costs(avoiding lands: [Polygon]) -> [Double] {
    let isClosed = network.points.map { point in lands.contains { $0.contains(point) } }
    return network.links.map {
      isClosed[Int($0.first)] || isClosed[Int($0.last)] ? .infinity : $0.length
    }
  }

  /// The same costs with some crossings closed.
  func costs(_ open: [Double], closing crossings: Set<String>) -> [Double] {
    var costs = open
    for crossing in crossings.sorted() {
      for link in links[crossing] ?? [] { costs[link] = .infinity }
    }
    return costs
  }
}
