public import Findings
internal import Geodesy
public import Kernels
internal import Quantities
internal import Scenarios
public import Theatre

/// What stands where, as layers: towns and areas, never anything finer.
public struct MapSheets {
  let results: Results
  let theatre: Theatre
  /// Borders of countries by code, as far as a layer has them.
  let borders: [String: Polygon]

  public init(_ results: Results, _ theatre: Theatre, borders: [String: Polygon]) {
    (self.results, self.theatre, self.borders) = (results, theatre, borders)
  }

  public var all: [Features] {
    [places, sites, formations, reach, countries] + (hexagons.map { [$0] } ?? [])
  }

  private static func point(_ position: Position) -> Features.Geometry {
    .point(Features.Point(position.longitude.degrees, position.latitude.degrees))
  }

  private var places: Features {
    Features(
      Sheet(
        "places", "A defended place, by its town.",
        [
          .init("id", .text, "Id in the scenario."), .init("name", .text, "Its name."),
          .init("country", .text, "Two-letter code."), .init("district", .text, "Its district."),
          .init("settlement", .text, "How people live there, which decides their ways to shelter."),
          .init("population", .integer, "People; empty where nobody says."),
          .init("latitude", .real, "Of the town, degrees north."),
          .init("longitude", .real, "Of the town, degrees east."),
          .init("source", .text, "Id of the source."),
        ],
        rows: theatre.places.map {
          [
            .text($0.id), .text($0.name), .text($0.country), .text($0.district),
            .text($0.settlement), $0.population > 0 ? .integer($0.population) : .empty,
            .real($0.position.latitude.degrees), .real($0.position.longitude.degrees),
            .text($0.source),
          ]
        }), .point, theatre.places.map { MapSheets.point($0.position) })
  }

  // MARK: who stands where

  private static let standing: [Sheet.Column] = [
    .init("status", .text, "reported, assessed or what-if; empty where nobody says."),
    .init("seen", .text, "The last day on which a source has it there."),
    .init("source", .text, "Id of the source."),
  ]

  private func standing(_ sighting: Sighting, _ source: String) -> [Sheet.Cell] {
    [
      Sheet.Cell(sighting.standing?.rawValue),
      sighting.words.isEmpty
        ? Sheet.Cell(sighting.seen?.description) : .text(sighting.words),
      .text(source),
    ]
  }

  private static let statusStyle = Qml.points(
    field: "status",
    [
      ("reported", "reported", "#1b1b1b", true), ("assessed", "assessed", "#5b6770", true),
      ("what-if", "what-if: nobody has reported it", "#b35806", false),
      ("", "nobody says", "#999999", true),
    ])

  private var sites: Features {
    let sites = theatre.sites.values.sorted { $0.id < $1.id }
    return Features(
      Sheet(
        "sites", "A base, a town or a sensor of either side, at town level.",
        [
          .init("id", .text, "Id in the scenario."), .init("name", .text, "Its name."),
          .init("country", .text, "Two-letter code."),
          .init("side", .text, "defended or other."), .init("role", .text, "What it is."),
          .init("system", .text, "Catalogue id of its sensor; empty for a base or a town."),
          .init("precision_km", .real, "How far off it may be, km."),
          .init("works_in", .text, "Postures in which its sensor works, space between."),
        ] + MapSheets.standing,
        rows: sites.map { site in
          let postures = theatre.postures.filter { $0.sensors.contains(site.id) }.map(\.id)
          return [
            .text(site.id), .text(site.name), .text(site.country), side(site.country),
            .text(site.role), Sheet.Cell(site.system), .real(site.precision.kilometres),
            .text(postures.joined(separator: " ")),
          ] + standing(site.sighting, site.source)
        }), .point, sites.map { MapSheets.point($0.position) }, style: MapSheets.statusStyle)
  }

  private func side(_ country: String) -> Sheet.Cell {
    .text(theatre.defended.contains(country) ? "defended" : "other")
  }

  /// Formations with a launch area, posture by posture.
  private var placed: [(posture: Theatre.Posture, force: Theatre.Force, site: Theatre.Site)] {
    theatre.postures.flatMap { posture in
      posture.forces.compactMap { force in theatre.sites[force.site].map { (posture, force, $0) } }
    }
  }

  private static let forces: [Sheet.Column] = [
    .init("id", .text, "Id of the formation."), .init("posture", .text, "Id of the posture."),
    .init("name", .text, "Its name."), .init("country", .text, "Two-letter code."),
    .init("side", .text, "defended or other."),
    .init("system", .text, "Catalogue id of its system."),
    .init("class", .text, "Class of threat or sensor."), .init("site", .text, "Id of its site."),
    .init("area_km", .real, "Radius of the area that it may be in, km."),
    .init(
      "reach_km", .real,
      "Greatest range that anybody claims, km; empty where nobody does. How near is too near is not asked."
    ),
  ]

  private func cells(
    _ posture: Theatre.Posture, _ force: Theatre.Force, _ site: Theatre.Site
  ) -> [Sheet.Cell] {
    [
      .text(force.id), .text(posture.id), .text(force.name), .text(force.country),
      side(force.country), .text(force.system),
      Sheet.Cell(theatre.systems[force.system]?.kind), .text(site.id),
      .real(force.area.kilometres), Sheet.Cell(reach(force, posture)?.kilometres),
    ] + standing(force.sighting, force.source)
  }

  private func reach(_ force: Theatre.Force, _ posture: Theatre.Posture) -> Length? {
    theatre.law(of: force.system, "range", under: posture).map { .metres($0.range.upperBound) }
  }

  private var formations: Features {
    let placed = placed
    return Features(
      Sheet(
        "formations", "A formation in one posture, at its town.",
        MapSheets.forces + MapSheets.standing,
        rows: placed.map { cells($0.posture, $0.force, $0.site) }), .point,
      placed.map { MapSheets.point($0.site.position) }, style: MapSheets.statusStyle)
  }

  /// Circles of the greatest claimed range round the middle of a site.
  private var reach: Features {
    let placed = placed.filter { reach($0.force, $0.posture) != nil }
    return Features(
      Sheet(
        "reach", "How far a formation's greatest claimed range goes from the middle of its site.",
        MapSheets.forces + MapSheets.standing,
        rows: placed.map { cells($0.posture, $0.force, $0.site) }), .polygon,
      placed.map { posture, force, site in
        let range = reach(force, posture)!
        let ring = (0...36).map { step -> Features.Point in
          let point = Geodesic.direct(
            from: site.position, azimuth: .degrees(Double(step % 36) * 10), distance: range)
          return Features.Point(point.longitude.degrees, point.latitude.degrees)
        }
        return .polygon([Polygon.unwrapped(ring)])
      }, style: Qml.outline("#aa3377"))
  }

  // MARK: areas

  /// Countries of places; a country of which no layer has borders has no geometry.
  private var countries: Features {
    let codes = Set(theatre.places.map(\.country)).sorted()
    return Features(
      Sheet(
        "countries", "A country with defended places, its border thinned to about two kilometres.",
        [
          .init("country", .text, "Two-letter code."),
          .init("places", .integer, "Places that the scenario has in it."),
          .init("population", .integer, "People of those places."),
        ],
        rows: codes.map { code in
          let own = theatre.places.filter { $0.country == code }
          return [
            .text(code), .integer(own.count), .integer(own.reduce(0) { $0 + $1.population }),
          ]
        }), .multiPolygon, codes.map { borders[$0].map(MapSheets.thinned) },
      style: Qml.outline("#5b6770"))
  }

  /// Points nearer than a fiftieth of a degree to the last one are left out, and islands smaller than that.
  private static func thinned(_ polygon: Polygon) -> Features.Geometry {
    let rings = polygon.rings.compactMap { ring -> [Features.Point]? in
      var kept = [ring[0]]
      for point in ring.dropFirst() {
        let step = point - kept[kept.count - 1]
        if max(abs(step.x), abs(step.y)) >= 0.02 { kept.append(point) }
      }
      guard kept.count >= 4 else { return nil }
      return kept[0] == kept[kept.count - 1] ? kept : kept + [kept[0]]
    }
    return .multiPolygon(MapSheets.grouped(rings))
  }

  /// Rings with their holes: a ring is a hole of the first larger one that has its first point inside.
  private static func grouped(_ rings: [[Features.Point]]) -> [[[Features.Point]]] {
    func area(_ ring: [Features.Point]) -> Double {
      abs(zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y })
    }
    var groups: [(outer: Polygon, rings: [[Features.Point]])] = []
    for ring in rings.sorted(by: { area($0) > area($1) }) {
      let around = groups.indices.first { groups[$0].outer.contains(ring[0]) }
      if let around {
        groups[around].rings.append(ring)
      } else {
        groups.append((Polygon(rings: [ring]), [ring]))
      }
    }
    return groups.map(\.rings)
  }

  /// What low approaches can be told of; nil where nothing of it was computed.
  private var hexagons: Features? {
    guard let low = results.annex(Results.LowLevel.self) else { return nil }
    return Features(
      Sheet(
        "hexagons", "An area of low approaches; hexagon_minutes says what is left there.",
        [
          .init("hexagon", .text, "Id of the hexagon."),
          .init("country", .text, "Two-letter code."),
          .init("people", .integer, "People of the towns in it."),
        ],
        rows: low.hexagons.map { [.text($0.id), .text($0.country), .integer($0.people)] }),
      .polygon, low.hexagons.map { .polygon([$0.corners + [$0.corners[0]]]) },
      style: Qml.outline("#5b6770"))
  }
}

extension MapSheets {
  /// What low approaches leave, hexagon by hexagon; nil where nothing of it was computed.
  public var hexagonMinutes: Sheet? {
    guard let low = results.annex(Results.LowLevel.self) else { return nil }
    var rows: [[Sheet.Cell]] = []
    for map in low.maps where map.variant == LowFigures.variants[0].name {
      let all = LowFigures.variants.map { low.map(map.posture, map.threat, $0.name) }
      for (index, hexagon) in low.hexagons.enumerated() {
        rows.append(
          [.text(hexagon.id), .text(map.posture), .text(map.threat)]
            + all.map { $0.map { MapSheets.minutes($0.left[index]) } ?? .empty })
      }
    }
    return Sheet(
      "hexagon_minutes",
      "From the first alert to the arrival of a low approach, whole minutes: −1 where it arrives before any alert, empty where nothing reaches.",
      [
        .init("hexagon", .text, "Id of the hexagon."),
        .init("posture", .text, "Id of the posture."),
        .init("class", .text, "Class of threat."),
      ]
        + LowFigures.variants.map {
          .init($0.name.replacing("-", with: "_"), .integer, "Minutes, \($0.sentence).")
        }, rows: rows)
  }

  private static func minutes(_ left: Results.LowLevel.Left) -> Sheet.Cell {
    switch left {
    case .outOfReach: .empty
    case .unalerted: .integer(-1)
    case .minutes(let minutes): .integer(minutes)
    }
  }
}
