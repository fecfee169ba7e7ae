internal import Datasets
internal import Geodesy
internal import Kernels
internal import Quantities
internal import Theatre

/// The map of a briefing: countries, water, reach, systems, places.
struct MapDrawing {
  struct Spot {
    let name: String
    let position: Position
    let population: Int
    /// Fill; nil for a hollow mark.
    let colour: String?
    let tip: String
  }

  let theatre: Theatre
  let pack: DataPack
  private let projection: MapProjection
  private let scale: Double
  private let origin: SIMD2<Double>
  let width = 980.0
  let height: Double

  init(theatre: Theatre, pack: DataPack) {
    (self.theatre, self.pack) = (theatre, pack)
    let r = theatre.region
    projection = MapProjection(
      centre: Position((r.south + r.north) / 2, (r.west + r.east) / 2))
    let edge = (0...20).flatMap { i -> [Position] in
      let (u, v) = (
        r.west + (r.east - r.west) * Double(i) / 20, r.south + (r.north - r.south) * Double(i) / 20
      )
      return [Position(r.south, u), Position(r.north, u), Position(v, r.west), Position(v, r.east)]
    }
    let points = projection.project(edge)
    let (low, high) = (
      points.reduce(points[0]) { SIMD2(min($0.x, $1.x), min($0.y, $1.y)) },
      points.reduce(points[0]) { SIMD2(max($0.x, $1.x), max($0.y, $1.y)) }
    )
    scale = width / (high.x - low.x)
    origin = SIMD2(low.x, high.y)
    height = (high.y - low.y) * scale
  }

  /// What is printed under the map.
  var caption: String {
    let used = Layer.all.filter {
      ["countries", "coasts", "rivers", "towns", "symbols"].contains($0.id)
        && theatre.layers.contains($0.id)
    }
    return "\(projection.name). \(used.map(\.attribution).joined(separator: "; ")). "
      + "Borders are those of the Digital Chart of the World; Crimea is drawn as Ukraine."
  }

  private func pixels(_ positions: [Position]) -> [SIMD2<Double>] {
    projection.project(positions).map {
      SIMD2(($0.x - origin.x) * scale, (origin.y - $0.y) * scale)
    }
  }

  private func pixels(_ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
    pixels(points.map { Position($0.y, $0.x) })
  }

  func svg(
    spots: [Spot], systems: [(sidc: String, name: String, position: Position)],
    reach: [(Position, Length)]
  )
    throws(DataError) -> String
  {
    var body = try countries() + water()
    body += reach.map { ring($0.0, $0.1) }.joined()
    body += try drawSystems(systems)
    body += drawSpots(spots, around: systems)
    body += furniture()
    let (w, h) = (Html.px(width), Html.px(height))
    return "<svg viewBox=\"0 0 \(w) \(h)\" role=\"img\" aria-label=\"Map of the theatre\" "
      + "xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"\(w)\" height=\"\(h)\" class=\"sea\"/>"
      + "<clipPath id=\"frame\"><rect width=\"\(w)\" height=\"\(h)\"/></clipPath>"
      + "<g clip-path=\"url(#frame)\">\(body)</g></svg>"
  }

  // MARK: base map

  private var inside: (SIMD2<Double>) -> Bool {
    let r = theatre.region
    return {
      $0.x > r.west - 6 && $0.x < r.east + 6 && $0.y > r.south - 3 && $0.y < r.north + 3
    }
  }

  /// Countries that have a town in the region, and those of the scenario.
  private func codes() throws(DataError) -> [String] {
    var codes = Set(
      theatre.places.map(\.country) + theatre.sites.values.map(\.country) + theatre.alliance)
    if theatre.layers.contains("towns") {
      let r = theatre.region
      for row in try pack.table("towns").rows {
        if let y = Double(row[3].text), let x = Double(row[4].text), y > r.south - 1,
          y < r.north + 1, x > r.west - 1, x < r.east + 1
        {
          codes.insert(row[2].text)
        }
      }
    }
    return codes.sorted()
  }

  private func countries() throws(DataError) -> String {
    guard theatre.layers.contains("countries") else { return "" }
    let attackers = Set(theatre.postures.flatMap(\.forces).map(\.country))
    var out = ""
    for code in try codes() {
      guard let polygon = try? pack.country(code) else { continue }
      let role =
        theatre.alliance.contains(code)
        ? "ally" : attackers.contains(code) ? "other" : "land"
      let paths = polygon.rings.compactMap { ring -> String? in
        let near = Clip.ring(ring, to: theatre.region, margin: 2)
        return near.count < 3 ? nil : path(pixels(near), closed: true)
      }
      if !paths.isEmpty { out += "<path class=\"\(role)\" d=\"\(paths.joined())\"/>" }
    }
    return out
  }

  private func water() throws(DataError) -> String {
    var out = ""
    for (layer, name) in [("rivers", "river"), ("coasts", "coast")]
    where theatre.layers.contains(layer) {
      let lines = layer == "rivers" ? try pack.rivers() : try pack.coasts()
      let near = lines.filter { $0.points.contains(where: inside) }
      out +=
        "<path class=\"\(name)\" d=\"\(near.map { path(pixels($0.points), closed: false) }.joined())\"/>"
    }
    return out
  }

  /// A path, thinned to half a pixel.
  private func path(_ points: [SIMD2<Double>], closed: Bool) -> String {
    var kept: [SIMD2<Double>] = []
    for point in points {
      if let last = kept.last, abs(point.x - last.x) + abs(point.y - last.y) < 0.7 { continue }
      kept.append(point)
    }
    guard kept.count > 1 else { return "" }
    return "M" + kept.map { "\(Html.px($0.x)) \(Html.px($0.y))" }.joined(separator: "L")
      + (closed ? "Z" : "")
  }

  // MARK: what the scenario puts on it

  /// All points at one geodesic distance.
  private func ring(_ centre: Position, _ radius: Length) -> String {
    let points = (0..<120).map {
      Geodesic.direct(from: centre, azimuth: .degrees(Double($0) * 3), distance: radius)
    }
    return "<path class=\"reach\" d=\"\(path(pixels(points), closed: true))\"/>"
  }

  private func drawSystems(
    _ systems: [(sidc: String, name: String, position: Position)]
  ) throws(DataError) -> String {
    guard theatre.layers.contains("symbols") else { return "" }
    let data = try pack.symbols(Set(systems.map(\.sidc)).sorted())
    let symbols = data.compactMapValues { Symbol($0) }
    return systems.map { system in
      let point = pixels([system.position])[0]
      let inFrame =
        point.x > 12 && point.x < width - 12 && point.y > 12 && point.y < height - 12
      guard inFrame, let symbol = symbols[system.sidc] else { return "" }
      let size = system.sidc == Symbol.radar ? 13.0 : 25
      let label =
        system.sidc == Symbol.radar
        ? ""
        : "<text class=\"system\" x=\"\(Html.px(point.x))\" y=\"\(Html.px(point.y + 23))\">"
          + "\(Html.escape(system.name))</text>"
      return
        "<g><title>\(Html.escape(system.name))</title>\(symbol.svg(at: point, size: size))\(label)</g>"
    }.joined()
  }

  /// Discs by population, labelled largest first where there is room.
  private func drawSpots(
    _ spots: [Spot], around systems: [(sidc: String, name: String, position: Position)]
  ) -> String {
    var boxes = systems.flatMap { system -> [(low: SIMD2<Double>, high: SIMD2<Double>)] in
      let point = pixels([system.position])[0]
      if system.sidc == Symbol.radar { return [(point - 6, point + 6)] }
      let half = Double(system.name.count) * 3.6
      return [
        (point - 11, point + 11),
        (SIMD2(point.x - half, point.y + 12), SIMD2(point.x + half, point.y + 26)),
      ]
    }
    var (discs, labels) = ("", "")
    for spot in spots.sorted(by: { ($1.population, $0.name) < ($0.population, $1.name) }) {
      let point = pixels([spot.position])[0]
      let radius = spot.population > 500_000 ? 5.5 : spot.population > 100_000 ? 4.2 : 3.2
      let fill = spot.colour.map { " style=\"fill:\($0)\"" } ?? ""
      discs +=
        "<circle class=\"\(spot.colour == nil ? "place hollow" : "place")\"\(fill) cx=\"\(Html.px(point.x))\" "
        + "cy=\"\(Html.px(point.y))\" r=\"\(radius)\"><title>\(Html.escape(spot.tip))</title></circle>"
      let wide = Double(spot.name.count) * 5.9
      for (dx, dy) in [
        (radius + 2, 4.0), (-wide - radius - 2, 4), (-wide / 2, -radius - 3),
        (-wide / 2, radius + 11),
      ] {
        let low = SIMD2(point.x + dx, point.y + dy - 10)
        let high = SIMD2(low.x + wide, low.y + 13)
        let free = boxes.allSatisfy {
          high.x < $0.low.x || low.x > $0.high.x || high.y < $0.low.y || low.y > $0.high.y
        }
        guard free, low.x > 0, high.x < width, low.y > 0, high.y < height else { continue }
        boxes.append((low, high))
        labels +=
          "<text class=\"name\" x=\"\(Html.px(low.x))\" y=\"\(Html.px(low.y + 10))\">"
          + "\(Html.escape(spot.name))</text>"
        break
      }
    }
    return discs + labels
  }

  /// Scale bar, drawn true at the map's centre.
  private func furniture() -> String {
    let bar = 200_000 * scale
    let y = Html.px(height - 18)
    return "<path class=\"bar\" d=\"M20 \(y)h\(Html.px(bar))\"/>"
      + "<text class=\"name\" x=\"20\" y=\"\(Html.px(height - 24))\">200 km</text>"
  }
}

/// Cuts a ring to a box of longitude and latitude, side by side (Sutherland and Hodgman).
enum Clip {
  static func ring(
    _ ring: [SIMD2<Double>],
    to region: (south: Double, west: Double, north: Double, east: Double), margin: Double
  ) -> [SIMD2<Double>] {
    let sides: [(SIMD2<Double>, Double)] = [
      (SIMD2(1, 0), -(region.west - 2 * margin)), (SIMD2(-1, 0), region.east + 2 * margin),
      (SIMD2(0, 1), -(region.south - margin)), (SIMD2(0, -1), region.north + margin),
    ]
    var points = ring
    for (normal, offset) in sides {
      guard let last = points.last else { return [] }
      var kept: [SIMD2<Double>] = []
      var previous = last
      for point in points {
        let (a, b) = ((previous * normal).sum() + offset, (point * normal).sum() + offset)
        if (a >= 0) != (b >= 0) { kept.append(previous + (point - previous) * (a / (a - b))) }
        if b >= 0 { kept.append(point) }
        previous = point
      }
      points = kept
    }
    return points
  }
}
