internal import Datasets
internal import Foundation
internal import Geodesy
internal import Kernels
internal import Quantities
internal import Theatre

/// What lies under everything: countries, water, towns, the graticule. Drawn once a page and shown by
/// reference on every map.
struct BaseMap {
  struct Town {
    let name: String
    let point: SIMD2<Double>
    /// 1 for more than a million people, 2 for more than 300 000, 3 below.
    let rank: Int
  }

  struct Country {
    let name: String
    /// A place for its name.
    let middle: SIMD2<Double>
  }

  private(set) var frame: MapFrame
  /// How the drawing comes into the frame: it is drawn once a page, and shown in parts.
  private(set) var placing = ""
  /// Land, water and lines; no words.
  private(set) var drawing = ""
  private(set) var countries: [Country] = []
  private(set) var towns: [Town]
  /// Codes of the countries whose borders the layer gives.
  private(set) var drawn: Set<String> = []
  /// Credits of the layers that were used.
  let credits: [String]
  private let window: Clip.Window
  private let meridian: Double

  init(_ theatre: Theatre, _ pack: DataPack, width: Double) throws(DataError) {
    let r = theatre.region
    frame = MapFrame(theatre, width: width)
    meridian = (r.west + r.east) / 2
    // a frame wider than its region shows more of the world
    let side = 5 + (frame.widening - 1) / 2 * (r.east - r.west) * 1.2
    window = Clip.Window(
      south: r.south - 2.5, west: max(meridian - 175, r.west - side), north: r.north + 2.5,
      east: min(meridian + 175, r.east + side))
    let rows = theatre.layers.contains("towns") ? try BaseMap.rows(pack, window, meridian) : []
    let codes = Set(
      theatre.places.map(\.country) + theatre.sites.values.map(\.country) + theatre.alliance
        + rows.map(\.country) + theatre.outlines.polygons.keys)
    towns = BaseMap.ranked(rows, frame, besides: theatre.places)
    credits = Layer.all.filter {
      ["countries", "coasts", "rivers", "towns", "symbols"].contains($0.id)
        && theatre.layers.contains($0.id)
    }.map(\.attribution)
    try drawLand(theatre, pack, codes.sorted())
    try drawWater(theatre, pack)
    drawing += BaseMap.graticule(r, frame)
  }

  /// A square of it, with the towns and countries whose names lie there.
  func square(around middle: Position, radius: Length, width: Double) -> BaseMap {
    let (square, factor, shift) = frame.square(around: middle, radius: radius, width: width)
    var base = self
    base.frame = square
    base.placing =
      " transform=\"matrix(\(Html.px(10 * factor))e-1 0 0 \(Html.px(10 * factor))e-1 \(Html.px(shift.x)) \(Html.px(shift.y)))\""
    let inner = square.box
    base.towns = towns.map { town in
      Town(name: town.name, point: town.point * factor + shift, rank: town.rank)
    }.filter { inner.contains(Box(centre: $0.point, size: SIMD2(8, 8))) }
    base.countries = countries.map { country in
      Country(name: country.name, middle: country.middle * factor + shift)
    }.filter { inner.contains(Box(centre: $0.middle, size: SIMD2(8, 8))) }
    return base
  }

  private mutating func drawLand(
    _ theatre: Theatre, _ pack: DataPack, _ codes: [String]
  ) throws(DataError) {
    let layer = Layer.all.first { $0.id == "countries" }!
    let isLayer = theatre.layers.contains(layer.id)
    if isLayer, !pack.isInstalled(layer) {
      throw DataError(
        .noInput,
        "layer 'countries' is not installed\n  help: run 'vedette data install' (make data)")
    }
    let attackers = Set(theatre.postures.flatMap(\.forces).map(\.country))
    for code in codes {
      let own = theatre.outlines.polygons[code]
      // a code that the layer does not know is a land without a border
      guard let polygon = own ?? (isLayer ? try? pack.country(code) : nil) else { continue }
      let clipped = polygon.rings.map {
        Clip.ring(Clip.unwrapped($0, around: meridian), to: window)
      }.filter { $0.count > 2 }
      guard !clipped.isEmpty else { continue }
      let rings = frame.pixels(of: clipped)
      let role =
        theatre.defended.contains(code) ? "ally" : attackers.contains(code) ? "other" : "land"
      let path = rings.map { MapFrame.path($0, closed: true) }.joined()
      drawing += "<path class=\"\(role)\" fill-rule=\"evenodd\" d=\"\(path)\"/>"
      if own == nil { drawn.insert(code) }
      if let middle = BaseMap.middle(rings, frame.box) {
        countries.append(
          Country(name: BaseMap.name(of: code, in: theatre), middle: middle))
      }
    }
  }

  private mutating func drawWater(_ theatre: Theatre, _ pack: DataPack) throws(DataError) {
    for (layer, name) in [("rivers", "river"), ("coasts", "coast")]
    where theatre.layers.contains(layer) {
      let lines = layer == "rivers" ? try pack.rivers() : try pack.coasts()
      let near = lines.flatMap {
        Clip.line(Clip.unwrapped($0.points, around: meridian), to: window)
      }
      let paths = frame.pixels(of: near).map { MapFrame.path($0, closed: false) }
      drawing += "<path class=\"\(name)\" d=\"\(paths.joined())\"/>"
    }
  }

  // MARK: towns

  private typealias Row = (name: String, country: String, position: Position, people: Int)

  private static func rows(
    _ pack: DataPack, _ window: Clip.Window, _ meridian: Double
  ) throws(DataError) -> [Row] {
    try pack.table("towns").rows.compactMap { row in
      guard let y = Double(row[3].text), let x = Double(row[4].text),
        let people = Int(row[5].text),
        window.contains(Clip.unwrapped([SIMD2(x, y)], around: meridian)[0])
      else { return nil }
      return (row[1].text, row[2].text, Position(y, x), people)
    }
  }

  /// The thirty largest in the frame that are no place of the scenario and not beside one.
  private static func ranked(
    _ rows: [Row], _ frame: MapFrame, besides places: [Theatre.Place]
  ) -> [Town] {
    let taken = frame.pixels(places.map(\.position))
    let points = frame.pixels(rows.map(\.position))
    var towns: [Town] = []
    for (row, point) in zip(rows, points) where towns.count < 30 {
      let near = (taken + towns.map(\.point)).contains {
        let apart = $0 - point
        return apart.squared < 14 * 14
      }
      guard !near, frame.box.contains(Box(centre: point, size: SIMD2(8, 8))) else { continue }
      let rank = row.people > 1_000_000 ? 1 : row.people > 300_000 ? 2 : 3
      towns.append(Town(name: row.name, point: point, rank: rank))
    }
    return towns
  }

  // MARK: lines and names

  /// The point of a country that lies farthest from its borders and from the frame, on a lattice.
  private static func middle(_ rings: [[SIMD2<Double>]], _ frame: Box) -> SIMD2<Double>? {
    let polygon = Polygon(rings: rings)
    let edges = rings.flatMap(\.self)
    let low = SIMD2(max(polygon.low.x, frame.low.x), max(polygon.low.y, frame.low.y))
    let high = SIMD2(min(polygon.high.x, frame.high.x), min(polygon.high.y, frame.high.y))
    guard low.x < high.x, low.y < high.y else { return nil }
    var best: (point: SIMD2<Double>, room: Double)?
    for i in 1..<16 {
      for j in 1..<16 {
        let point = low + (high - low) * SIMD2(Double(i) / 16, Double(j) / 16)
        guard polygon.contains(point) else { continue }
        var room = min(
          point.x - frame.low.x, frame.high.x - point.x, point.y - frame.low.y,
          frame.high.y - point.y)
        for edge in edges {
          let apart = edge - point
          room = min(room, apart.squared.squareRoot())
        }
        if room > best?.room ?? 8 { best = (point, room) }
      }
    }
    return best?.point
  }

  /// Meridians and parallels, four to eight of each, and their degrees at the edges.
  private static func graticule(
    _ region: (south: Double, west: Double, north: Double, east: Double), _ frame: MapFrame
  ) -> String {
    let steps = [0.5, 1, 2, 5, 10, 20, 30]
    let step = steps.first { (region.north - region.south) / $0 <= 7 } ?? 45
    func values(_ low: Double, _ high: Double) -> [Double] {
      Array(stride(from: (low / step).rounded(.up) * step, through: high, by: step))
    }
    let (s, n) = (max(-89, region.south - 2 * step), min(89, region.north + 2 * step))
    let middle = (region.west + region.east) / 2
    let (w, e) = (
      max(middle - 175, region.west - 4 * step), min(middle + 175, region.east + 4 * step)
    )
    var out = ""
    for x in values(w, e) {
      let line = (0...40).map { Position(s + (n - s) * Double($0) / 40, x) }
      out += MapFrame.path(frame.pixels(line), closed: false, thinning: 4)
    }
    for y in values(s, n) {
      let line = (0...60).map { Position(y, w + (e - w) * Double($0) / 60) }
      out += MapFrame.path(frame.pixels(line), closed: false, thinning: 4)
    }
    return "<path class=\"graticule\" d=\"\(out)\"/>"
  }

  /// A country as the scenario or a reader names it; the code where there is no such country.
  static func name(of code: String, in theatre: Theatre) -> String {
    theatre.outlines.names[code]
      ?? Locale(identifier: "en").localizedString(forRegionCode: code) ?? code
  }
}
