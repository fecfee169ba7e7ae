internal import Geodesy
internal import Kernels
internal import Quantities
public import Theatre

extension MapLayer {
  /// What a net covers and the holes in it over its countries, as areas: each hole with its size and the
  /// people of the towns under it.
  ///
  /// - Parameters:
  ///   - covered: by point of the plane.
  ///   - countryOf: country of the points over which the net stands.
  public static func coverage(
    _ plane: StudyPlane, _ covered: [Bool], countryOf: [Int: String], towns: [Environment.Town]
  ) -> (layers: [MapLayer], notes: [String]) {
    let cells = plane.cells(of: towns.map(\.position))
    var people: [Int: Int] = [:]
    for (town, cell) in zip(towns, cells) {
      if let cell, countryOf[cell] == town.country {
        people[cell, default: 0] += town.population
      }
    }
    let size = plane.spacing * plane.spacing / 1e6
    func feature(_ area: Outline.Area) -> GeoJson.Feature {
      GeoJson.Feature(
        rings: rings(area, plane),
        properties: [
          ("area_km2", .number(Double(area.cells.count) * size)),
          ("people", .integer(area.cells.reduce(0) { $0 + (people[$1] ?? 0) })),
          (
            "countries",
            .string(Set(area.cells.compactMap { countryOf[$0] }).sorted().joined(separator: " "))
          ), ("class", .string("all")),
        ])
    }
    func areas(_ isIn: (Int) -> Bool) -> [Outline.Area] {
      Outline.areas(rows: plane.rows, columns: plane.columns, isIn: isIn)
    }
    let seen = areas { covered[$0] }.map(feature)
    let holes = areas { !covered[$0] && countryOf[$0] != nil }
    let open = holes.reduce(0) { $0 + $1.cells.count }
    let under = holes.reduce(0) { sum, hole in
      sum + hole.cells.reduce(0) { $0 + (people[$1] ?? 0) }
    }
    return (
      [
        MapLayer(
          name: "covered", features: GeoJson(seen),
          style: Qml.categories(field: "class", [("all", "in line of sight", "#4393c3")])),
        MapLayer(
          name: "holes", features: GeoJson(holes.map(feature)),
          style: Qml.categories(field: "class", [("all", "hole over the countries", "#d6604d")])),
      ],
      [
        "\(holes.count) holes over \(Set(countryOf.values).sorted().joined(separator: ", ")): "
          + "\(Int(Double(open) * size)) of \(Int(Double(countryOf.count) * size)) km², "
          + "\(under) of \(people.values.reduce(0, +)) people of towns"
      ]
    )
  }

  /// Rings of grid corners as positions; long edges are cut, as they are not straight elsewhere.
  private static func rings(_ area: Outline.Area, _ plane: StudyPlane) -> [[Position]] {
    area.rings.map { ring in
      var corners: [SIMD2<Double>] = []
      for (a, b) in zip(ring, ring.dropFirst()) {
        let from = SIMD2(Double(a.x), Double(a.y))
        let step = SIMD2(Double(b.x), Double(b.y)) - from
        let parts = max(1, Int(max(abs(step.x), abs(step.y)) * plane.spacing / 50_000))
        corners += (0..<parts).map { from + step * (Double($0) / Double(parts)) }
      }
      corners.append(corners[0])
      let points = corners.map {
        SIMD2(
          plane.west + ($0.x - 0.5) * plane.spacing, plane.north - ($0.y - 0.5) * plane.spacing)
      }
      return plane.projection.positions(points).compactMap(\.self)
    }
  }

  /// In which share of the draws each hexagon's points are engaged, their mean.
  public static func engaged(
    _ hexes: HexGrid, _ plane: StudyPlane,
    _ shares: [(hex: HexGrid.Hex, country: String, share: Double)]
  ) -> MapLayer {
    let classes = [
      ("none", "in no draw", "#f7f7f7"), ("some", "in under half of the draws", "#f4a582"),
      ("most", "in half and more", "#d6604d"), ("all", "everywhere in every draw", "#b2182b"),
    ]
    return hexagons("engaged", hexes, plane, shares, classes)
  }

  /// Share of each hexagon's points that are covered.
  public static func shares(
    _ hexes: HexGrid, _ plane: StudyPlane,
    _ shares: [(hex: HexGrid.Hex, country: String, share: Double)]
  ) -> MapLayer {
    let classes = [
      ("none", "no point", "#67001f"), ("some", "under half", "#d6604d"),
      ("most", "half and more", "#92c5de"), ("all", "every point", "#2166ac"),
    ]
    return hexagons("coverage", hexes, plane, shares, classes)
  }

  /// Hexagons with a share each.
  ///
  /// - Parameter classes: value, words and colour of none, under a half, more, and all.
  private static func hexagons(
    _ name: String, _ hexes: HexGrid, _ plane: StudyPlane,
    _ shares: [(hex: HexGrid.Hex, country: String, share: Double)],
    _ classes: [(String, String, String)]
  ) -> MapLayer {
    MapLayer(
      name: name,
      features: GeoJson(
        shares.map { hex, country, share in
          let corners = plane.projection.positions(hexes.corners(hex)).compactMap(\.self)
          let word = classes[share == 0 ? 0 : share < 0.5 ? 1 : share < 1 ? 2 : 3].0
          return GeoJson.Feature(
            rings: [corners + [corners[0]]],
            properties: [
              ("country", .string(country)), ("share", .number((share * 100).rounded() / 100)),
              ("class", .string(word)),
            ])
        }),
      style: Qml.categories(field: "class", classes.map { (value: $0.0, words: $0.1, fill: $0.2) }))
  }
}
