internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre

/// A way from a site to another, by road and by rail.
package struct Way: Hashable, Sendable {
  /// m; nil where no road leads there.
  package var road: Double?
  package let rail: Rail?

  package init(road: Double? = nil, rail: Rail? = nil) { (self.road, self.rail) = (road, rail) }

  package struct Rail: Hashable, Sendable {
    /// Between the stations, m.
    let length: Double
    /// Road to the first station and from the last one, m.
    let lead: Double
    let changesOfGauge: Int
    /// Where it loads: formations of one station share its ramps; nil is one of its own.
    let station: Int?

    package init(length: Double, lead: Double, changesOfGauge: Int, station: Int? = nil) {
      (self.length, self.lead, self.changesOfGauge) = (length, lead, changesOfGauge)
      self.station = station
    }
  }
}

/// Ways between sites over the networks of a scenario: least lengths, from every node to the sites that forces go to.
struct Ways: Sendable {
  private let theatre: Theatre
  private let roads, railways: Field?

  /// How far a site may be from a road, and from a station, m.
  static let toRoad = 30_000.0, toStation = 60_000.0
  /// How far a crossing may be from its link, and so much farther off lie those beside it, m.
  static let toCrossing = 10_000.0, besideCrossing = 500.0
  /// Widest gap between ends that is closed, m.
  static let gap = 1_000.0
  /// So much of the world around the sites is looked at, degrees.
  private static let margin = 2.0

  /// One network, around the sites of the theatre.
  private struct Field: Sendable {
    let network: Network
    /// Links on which trains change their gauge, by crossing.
    let changes: [Set<Int>]
    /// By the site that forces go to.
    let to: [String: LeastCosts]
    /// The node nearest each site, and how far it is.
    let nearest: [String: (node: Int, apart: Double)]
  }

  /// Where a side goes, and lands that it does not pass.
  struct Side: Sendable {
    let goals: [String]
    let closed: [Polygon]
  }

  /// - Parameter sides: each goes to sites of its own.
  init(_ theatre: Theatre, _ environment: Environment, _ sides: [Side]) {
    self.theatre = theatre
    roads = environment.roads.map { Ways.field($0, .road, theatre, sides, within: Ways.toRoad) }
    railways = environment.railways.map {
      Ways.field($0, .rail, theatre, sides, within: Ways.toStation)
    }
  }

  /// Whether there is a network to go by.
  var hasRoads: Bool { roads != nil }

  private static func field(
    _ world: Network, _ kind: Document.Operations.Crossing.Kind, _ theatre: Theatre,
    _ sides: [Side], within reach: Double
  ) -> Field {
    let sites = theatre.sites
    let points = sites.values.map(\.position)
    let south = (points.map(\.latitude.degrees).min() ?? 0) - margin
    let north = (points.map(\.latitude.degrees).max() ?? 0) + margin
    let west = (points.map(\.longitude.degrees).min() ?? 0) - margin
    let east = (points.map(\.longitude.degrees).max() ?? 0) + margin
    let part = world.cut { (south...north).contains($0.y) && (west...east).contains($0.x) }
    let network = part.joined(by: part.linksBetweenEnds(within: gap, apart))
    let crossings = theatre.crossings.filter { $0.kind == kind }
    var costs = network.links.map(\.length)
    for crossing in crossings where !crossing.isOpen {
      for link in links(of: network, at: crossing) { costs[link] = .infinity }
    }
    let parts = network.parts
    let main = mainPart(parts)
    let nearest = sites.mapValues { Ways.nearest(to: $0.position, in: network, parts, main) }
      .filter { $0.value.apart <= reach }
    return Field(
      network: network,
      changes: crossings.filter(\.changesGauge).map { links(of: network, at: $0) },
      to: sides.reduce(into: [:]) { all, side in
        let costs = Ways.costs(costs, of: network, closed: side.closed)
        for goal in side.goals where all[goal] == nil {
          guard let start = nearest[goal] else { continue }
          all[goal] = LeastCosts(from: [start.node], on: network, costs: costs)
        }
      }, nearest: nearest)
  }

  /// The same without links that touch a land which is not passed.
  private static func costs(
    _ costs: [Double], of network: Network, closed lands: [Polygon]
  ) -> [Double] {
    let isClosed = network.points.map { point in lands.contains { $0.contains(point) } }
    return zip(costs, network.links).map { cost, link in
      isClosed[Int(link.first)] || isClosed[Int(link.last)] ? .infinity : cost
    }
  }

  /// The link nearest to a crossing, and those beside it; none where all are too far.
  private static func links(
    of network: Network, at crossing: Document.Operations.Crossing
  ) -> Set<Int> {
    let point = SIMD2(crossing.longitude, crossing.latitude)
    let distances = network.links.map { link in
      apart(point, from: network.points[Int(link.first)], to: network.points[Int(link.last)])
    }
    guard let nearest = distances.min(), nearest <= toCrossing else { return [] }
    return Set(distances.indices.filter { distances[$0] <= nearest + besideCrossing })
  }

  /// How far a point is from the straight line between two others, m.
  private static func apart(
    _ point: SIMD2<Double>, from start: SIMD2<Double>, to end: SIMD2<Double>
  ) -> Double {
    let scale = SIMD2(sineAndCosine(point.y * .pi / 180).cosine, 1)
    let (way, over) = ((end - start) * scale, (point - start) * scale)
    let length = (way * way).sum()
    let share = length > 0 ? min(1, max(0, (way * over).sum() / length)) : 0
    return apart(point, start + share * (end - start))
  }

  /// The part with most nodes: a piece of track that leads nowhere is no station.
  private static func mainPart(_ parts: [Int32]) -> Int32 {
    var counts: [Int32: Int] = [:]
    for part in parts { counts[part, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  private static func nearest(
    to position: Position, in network: Network, _ parts: [Int32], _ main: Int32
  ) -> (node: Int, apart: Double) {
    let point = SIMD2(position.longitude.degrees, position.latitude.degrees)
    var best = (node: 0, apart: Double.infinity)
    for index in network.points.indices
    where parts[index] == main && abs(network.points[index].y - point.y) < 1 {
      let distance = apart(network.points[index], point)
      if distance < best.apart { best = (index, distance) }
    }
    return best
  }

  /// On a sphere of the Earth's mean radius, m: right to half a per cent, which is less than what a map of nodes says of a way.
  static func apart(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    let (up, over) = ((a.y - b.y) * .pi / 180, (a.x - b.x) * .pi / 180)
    let middle = sineAndCosine((a.y + b.y) * .pi / 360).cosine
    return Radar.earthRadius * (up * up + over * over * middle * middle).squareRoot()
  }

  /// The way from a site to one that forces go to; without a network its road is as long as the straight line.
  func way(from site: String, to goal: String) -> Way {
    guard let from = theatre.sites[site]?.position, let to = theatre.sites[goal]?.position else {
      return Way()
    }
    let straight = Geodesic.distance(from: from, to: to)
    // within the area of either it stands there already
    if straight <= max(theatre.sites[site]!.precision, theatre.sites[goal]!.precision) {
      return Way(road: 0)
    }
    guard let roads else { return Way(road: straight.metres) }
    return Way(
      road: length(roads, site, goal),
      rail: railways.flatMap { field in
        guard let start = field.nearest[site], let end = field.nearest[goal],
          let costs = field.to[goal], costs.cost[start.node] < .infinity
        else { return nil }
        let way = costs.way(to: start.node)
        let passed = zip(way, way.dropFirst()).flatMap { first, last in
          field.network.steps(from: first).filter { $0.node == last }.map(\.link)
        }
        return Way.Rail(
          length: costs.cost[start.node], lead: start.apart + end.apart,
          changesOfGauge: field.changes.count { !$0.isDisjoint(with: passed) },
          station: start.node)
      })
  }

  private func length(_ field: Field, _ site: String, _ goal: String) -> Double? {
    guard let start = field.nearest[site], let end = field.nearest[goal],
      let cost = field.to[goal]?.cost[start.node], cost < .infinity
    else { return nil }
    return start.apart + cost + end.apart
  }
}
