internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre

/// Ways between sites over the networks of a scenario: least lengths, from every node to the sites that forces go to.
struct Ways: Sendable {
  private let theatre: Theatre
  private let roads, railways: Field?

  /// Where a side goes, and what links cost it, kind by kind of network: lands that it does not pass are closed.
  struct Side: Sendable {
    let goals: [String]
    let costs: [LineSurvey.Crossing.Kind: [Double]]

    init(goals: [String], _ surveys: [LineSurvey], avoiding lands: [Polygon]) {
      self.goals = goals
      costs = Dictionary(
        uniqueKeysWithValues: surveys.map { ($0.kind, $0.costs(avoiding: lands)) })
    }
  }

  /// One network with some crossings closed.
  private struct Field: Sendable {
    let survey: LineSurvey
    /// By the site that forces go to.
    let to: [String: LeastCosts]
    /// Links that may be passed, by the site that forces go to.
    let open: [String: [Bool]]

    /// The node of each site that forces go to, and how far it is.
    let ends: [String: (node: Int, apart: Double)]

    init(_ survey: LineSurvey, _ theatre: Theatre, _ sides: [Side], closed: Set<String>) {
      self.survey = survey
      var (to, open): ([String: LeastCosts], [String: [Bool]]) = ([:], [:])
      var ends: [String: (node: Int, apart: Double)] = [:]
      for side in sides {
        let costs = survey.costs(side.costs[survey.kind]!, closing: closed)
        for goal in side.goals where to[goal] == nil {
          guard let start = theatre.sites[goal].flatMap({ survey.nearest(to: $0.point) }) else {
            continue
          }
          ends[goal] = start
          to[goal] = LeastCosts(from: [start.node], on: survey.network, costs: costs)
          open[goal] = costs.map { $0 < .infinity }
        }
      }
      (self.to, self.open, self.ends) = (to, open, ends)
    }
  }

  /// - Parameters:
  ///   - surveys: of roads and of railways, as far as the scenario has them.
  ///   - sides: each goes to sites of its own.
  init(_ theatre: Theatre, _ surveys: [LineSurvey], _ sides: [Side], closed: Set<String>) {
    self.theatre = theatre
    roads = surveys.first { $0.kind == .road }.map { Field($0, theatre, sides, closed: closed) }
    railways = surveys.first { $0.kind == .rail }.map { Field($0, theatre, sides, closed: closed) }
  }

  /// Whether there is a network to go by.
  var hasRoads: Bool { roads != nil }

  /// The way from a site to one that forces go to; without a network its road is as long as the straight line.
  func way(from site: String, to goal: String) -> Way {
    guard let start = theatre.sites[site] else { return Way() }
    return way(from: start.position, known: start.precision, to: goal)
  }

  /// The way from a place that is known so well.
  func way(from position: Position, known precision: Length, to goal: String) -> Way {
    guard let end = theatre.sites[goal] else { return Way() }
    let straight = Geodesic.distance(from: position, to: end.position)
    // within the area of either it stands there already
    if straight <= max(precision, end.precision) { return Way(road: 0) }
    let point = SIMD2(position.longitude.degrees, position.latitude.degrees)
    guard let roads else {
      let track = (0..<Ways.pieces).map { piece in
        point + (Double(piece) + 0.5) / Double(Ways.pieces) * (end.point - point)
      }
      return Way(
        road: straight.metres, straight: straight.metres, track: track, isMapped: false)
    }
    return Way(
      road: length(roads, point, goal), rail: railways.flatMap { rail($0, point, goal) },
      straight: straight.metres,
      track: track(roads, point, goal) ?? railways.flatMap { track($0, point, goal) } ?? [],
      isMapped: true)
  }

  /// Where a way begins and ends on a network; nil where none leads there.
  private func ends(
    _ field: Field, _ point: SIMD2<Double>, _ goal: String
  ) -> (start: (node: Int, apart: Double), end: Double, costs: LeastCosts)? {
    guard let start = field.survey.nearest(to: point), let end = field.ends[goal],
      let costs = field.to[goal], costs.cost[start.node] < .infinity
    else { return nil }
    return (start, end.apart, costs)
  }

  private func rail(_ field: Field, _ point: SIMD2<Double>, _ goal: String) -> Way.Rail? {
    guard let (start, end, costs) = ends(field, point, goal) else { return nil }
    let way = costs.way(to: start.node)
    let network = field.survey.network
    let links = zip(way, way.dropFirst()).map { first, last in
      network.steps(from: first).filter { $0.node == last }.map(\.link)
    }
    let passed = Set(links.joined())
    let crossings = field.survey.changes.count {
      !(field.survey.links[$0] ?? []).isDisjoint(with: passed)
    }
    // a map that knows gauges says itself where they change
    let gauges = links.compactMap { step in
      step.map { network.links[$0].gauge }.first { $0 != 0 }
    }
    return Way.Rail(
      length: costs.cost[start.node], lead: start.apart + end,
      changesOfGauge: max(crossings, zip(gauges, gauges.dropFirst()).count { $0 != $1 }),
      station: start.node)
  }

  private func length(_ field: Field, _ point: SIMD2<Double>, _ goal: String) -> Double? {
    ends(field, point, goal).map { $0.start.apart + $0.costs.cost[$0.start.node] + $0.end }
  }

  /// Points at equal lengths along a way; nil where there is none.
  private func track(
    _ field: Field, _ point: SIMD2<Double>, _ goal: String
  ) -> [SIMD2<Double>]? {
    guard let (start, _, costs) = ends(field, point, goal) else { return nil }
    let way = costs.way(to: start.node)
    let points = field.survey.network.points
    let total = costs.cost[start.node]
    var (track, next): ([SIMD2<Double>], Int) = ([], 0)
    for piece in 0..<Ways.pieces {
      let reached = total * (Double(piece) + 0.5) / Double(Ways.pieces)
      while next + 1 < way.count, costs.cost[way[next + 1]] <= reached { next += 1 }
      let after = min(next + 1, way.count - 1)
      let (low, high) = (costs.cost[way[next]], costs.cost[way[after]])
      let share = high > low ? (reached - low) / (high - low) : 0
      track.append(points[way[next]] + share * (points[way[after]] - points[way[next]]))
    }
    return track
  }

  /// A way is looked at in so many pieces of one length.
  static let pieces = 100

  // MARK: corridors

  /// What leads to a site from several others, by a network of one kind.
  struct Corridor: Sendable {
    /// Lines that no two ways need to share: the most by the theorem of Ford and Fulkerson.
    let lines: Int
    /// Of them those that bind at a change of gauge.
    let atChange: Int
  }

  /// - Parameter sites: from where; those at the goal itself take no line.
  func corridor(
    from sites: [String], to goal: String, byRail: Bool
  ) -> Corridor? {
    guard let field = byRail ? railways : roads, let sink = field.ends[goal]?.node,
      let open = field.open[goal]
    else { return nil }
    let sources = Set(
      sites.compactMap { theatre.sites[$0] }.compactMap { field.survey.nearest(to: $0.point)?.node }
    )
    .filter { $0 != sink && field.to[goal]!.cost[$0] < .infinity }
    guard !sources.isEmpty else { return nil }
    let flow = GreatestFlow(
      from: sources.sorted(), to: [sink], on: field.survey.network,
      capacities: open.map { $0 ? 1 : 0 })
    let changing = field.survey.changes.reduce(into: Set<Int>()) {
      $0.formUnion(field.survey.links[$1] ?? [])
    }
    return Corridor(lines: flow.value, atChange: flow.cut.count(where: changing.contains))
  }
}
