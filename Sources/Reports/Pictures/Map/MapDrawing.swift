internal import Geodesy
internal import Quantities
internal import Theatre

/// One map: what the scenario puts on the base, with names where there is room.
struct MapDrawing {
  struct Spot {
    let name: String
    let position: Position
    let population: Int
    let mark: MapMark
    let tip: String
    /// Named first, and what is told beside the name: `Vilnius, −33 s`.
    let told: String?
  }

  struct Unit: Hashable {
    let sign: SymbolSheet.Unit
    let name: String
    let position: Position
    /// Whether its name stands beside it.
    let isNamed: Bool
    /// Whether nobody reported it: its frame is dashed.
    let isWhatIf: Bool
  }

  struct Reach: Hashable {
    let centre: Position
    let radius: Length
  }

  let base: BaseMap
  let sheet: SymbolSheet
  let spots: [Spot]
  let units: [Unit]
  /// Geodesic curves drawn as lines; on a map of a change, areas that only one of them covers are hatched.
  let before: [Reach]
  let after: [Reach]
  let isChange: Bool

  private var frame: MapFrame { base.frame }

  /// Whether a place lies in the frame.
  func shows(_ spot: Spot) -> Bool {
    frame.box.contains(Box(centre: frame.pixel(spot.position), size: SIMD2(6, 6)))
  }

  /// - Parameter defines: whether this is the page's first map, which brings what all of them use.
  func picture(id: String, title: String, text: String, defines: Bool) -> Picture {
    let placed = place()
    let (w, h) = (Html.px(frame.width), Html.px(frame.height))
    let common = defines ? MapDrawing.definitions(base, sheet) : ""
    let body =
      "<defs>\(common)<clipPath id=\"\(id)-frame\"><rect width=\"\(w)\" height=\"\(h)\"/></clipPath>"
      + "\(isChange ? masks(id) : "")</defs>"
      + "<g clip-path=\"url(#\(id)-frame)\"><rect width=\"\(w)\" height=\"\(h)\" class=\"sea\"/>"
      + "<use href=\"#base\"\(base.placing)/>\(reach(id))\(placed)</g>"
      + "<rect class=\"frame\" width=\"\(w)\" height=\"\(h)\"/>"
    return Picture(
      id: id, title: title, text: text, width: frame.width, height: frame.height, body: body)
  }

  /// What maps of one page share: the land, the symbols, the hatching.
  static func definitions(_ base: BaseMap, _ sheet: SymbolSheet) -> String {
    "<g id=\"base\">\(base.drawing)</g>\(sheet.definitions)\(hatching)"
  }

  // MARK: reach

  private static let hatching =
    "<pattern id=\"hatch-new\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
    + "patternTransform=\"rotate(45)\"><path class=\"hatch-new\" d=\"M0 0v6\"/></pattern>"
    + "<pattern id=\"hatch-old\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
    + "patternTransform=\"rotate(-45)\"><path class=\"hatch-old\" d=\"M0 0v6\"/></pattern>"
    + "<pattern id=\"hatch-other\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
    + "patternTransform=\"rotate(90)\"><rect class=\"ground\" width=\"5\" height=\"5\"/>"
    + "<path class=\"hatch-other\" d=\"M0 0v5\"/></pattern>"

  /// All points at one geodesic distance from a centre, closed.
  private func ring(_ reach: Reach) -> String {
    let points = (0..<120).map {
      Geodesic.direct(
        from: reach.centre, azimuth: .degrees(Double($0) * 3), distance: reach.radius)
    }
    return MapFrame.path(frame.pixels(points), closed: true)
  }

  private func areas(_ reach: [Reach]) -> [String] {
    var seen: Set<Reach> = []
    return reach.filter { seen.insert($0).inserted }.map(ring)
  }

  /// One mask keeps what the reach before does not cover, the other what the reach after does not.
  private func masks(_ id: String) -> String {
    let (w, h) = (Html.px(frame.width), Html.px(frame.height))
    return [("b", before), ("a", after)].map { name, reach in
      "<mask id=\"\(id)-\(name)\" maskUnits=\"userSpaceOnUse\" x=\"0\" y=\"0\" width=\"\(w)\" height=\"\(h)\">"
        + "<rect width=\"\(w)\" height=\"\(h)\" fill=\"#fff\"/>"
        + areas(reach).map { "<path d=\"\($0)\" fill=\"#000\"/>" }.joined() + "</mask>"
    }.joined()
  }

  private func reach(_ id: String) -> String {
    let old = areas(before)
    let new = areas(after)
    guard isChange else { return new.map { "<path class=\"reach\" d=\"\($0)\"/>" }.joined() }
    func hatched(_ areas: [String], _ pattern: String, _ mask: String) -> String {
      "<g mask=\"url(#\(id)-\(mask))\">"
        + areas.map { "<path d=\"\($0)\" fill=\"url(#\(pattern))\"/>" }.joined() + "</g>"
    }
    return hatched(new, "hatch-new", "b") + hatched(old, "hatch-old", "a")
      + old.map { "<path class=\"reach old\" d=\"\($0)\"/>" }.joined()
      + new.filter { !old.contains($0) }.map { "<path class=\"reach\" d=\"\($0)\"/>" }.joined()
  }

  // MARK: marks and names

  /// A name on the map, with the face it is set in.
  private struct Label {
    let text: String
    let style: String
    let size: Double
    let candidates: [Box]

    /// - Parameter boxes: from the size of the text to where it may stand.
    init(
      _ text: String, _ style: String, _ size: Double, spacing: Double = 0,
      _ boxes: (SIMD2<Double>) -> [Box]
    ) {
      (self.text, self.style, self.size) = (text, style, size)
      // a little air, for faces that run wider
      let wide = 1.05 * TextWidth.of(text, size: size) + spacing * Double(text.count)
      candidates = boxes(SIMD2(wide, size * 1.16))
    }

    func svg(_ box: Box) -> String {
      "<text class=\"\(style)\" x=\"\(Html.px(box.low.x))\" y=\"\(Html.px(box.high.y - 0.25 * size))\" "
        + "textLength=\"\(Html.px(box.size.x))\" lengthAdjust=\"spacingAndGlyphs\">\(Html.escape(text))</text>"
    }
  }

  /// Marks stand where they stand; symbols, then names, take what room is left.
  private func place() -> String {
    var placer = Placer(frame: Box(SIMD2(2, 2), SIMD2(frame.width - 2, frame.height - 2)))
    let furniture = MapFurniture(frame)
    for box in furniture.boxes { placer.reserve(box) }
    let visible = spots.map { (spot: $0, point: frame.pixel($0.position)) }
      .filter { frame.box.contains(Box(centre: $0.point, size: SIMD2(6, 6))) }
    let boxes = visible.map { Box(centre: $0.point, size: SIMD2(repeating: 2 * $0.spot.mark.size)) }
    for box in boxes { placer.reserve(box) }
    var (leaders, symbols, labels) = ("", "", [Label]())
    for (spot, box) in zip(visible.map(\.spot), boxes) where spot.told != nil {
      labels.append(
        Label(spot.told!, "name told", 11, spacing: 0.5) { size in
          [1.5, 8, 16].flatMap { Placer.beside(box, size: size, gap: $0) }
        })
    }
    for unit in units {
      guard let (leader, drawn, box) = draw(unit, &placer) else { continue }
      leaders += leader
      symbols += drawn
      if unit.isNamed {
        labels.append(Label(unit.name, "system", 10) { Placer.beside(box, size: $0) })
      }
    }
    let rest = zip(visible.map(\.spot), boxes).filter { $0.0.told == nil }
      .sorted { ($1.0.population, $0.0.name) < ($0.0.population, $1.0.name) }
    labels += rest.map { spot, box in
      Label(spot.name, "name", 10) { Placer.beside(box, size: $0) }
    }
    labels += base.countries.map { country in
      Label(country.name.uppercased(), "country", 10, spacing: 1.2) {
        Placer.around(country.middle, size: $0, rings: 5, step: 9)
      }
    }
    var out = labels.compactMap { label in placer.place(label.candidates).map(label.svg) }.joined()
    out += towns(&placer)
    let marks = visible.map { $0.spot.mark.svg(at: $0.point, title: $0.spot.tip) }.joined()
    return leaders + symbols + marks + out + furniture.svg
  }

  /// A symbol at its site, or beside it with a line to it, which is drawn under all symbols; nil outside
  /// the frame or where no room is left.
  private func draw(
    _ unit: Unit, _ placer: inout Placer
  ) -> (leader: String, svg: String, box: Box)? {
    let point = frame.pixel(unit.position)
    let size = unit.isNamed ? 22.0 : 15
    guard let symbol = sheet[unit.sign.code],
      frame.box.contains(Box(centre: point, size: SIMD2(4, 4))),
      let box = placer.place(
        Placer.around(point, size: symbol.size(size) + 1, rings: 9, step: 6))
    else { return nil }
    let apart = box.centre - point
    let far = apart.squared > 9
    // a site that lies under a mark or a symbol needs no dot of its own
    let foot = Box(centre: point, size: SIMD2(3, 3))
    let isMarked = placer.taken.contains { $0 != box && $0.overlaps(foot) }
    let dot =
      isMarked
      ? ""
      : "<circle class=\"site\" cx=\"\(Html.px(point.x))\" cy=\"\(Html.px(point.y))\" r=\"1.6\"/>"
    let leader =
      far
      ? "<path class=\"leader\" d=\"M\(Html.px(point.x)) \(Html.px(point.y))L\(Html.px(box.centre.x)) \(Html.px(box.centre.y))\"/>"
        + dot : ""
    let frame =
      unit.isWhatIf
      ? "<rect class=\"what-if\" x=\"\(Html.px(box.low.x))\" y=\"\(Html.px(box.low.y))\" "
        + "width=\"\(Html.px(box.high.x - box.low.x))\" height=\"\(Html.px(box.high.y - box.low.y))\"/>"
      : ""
    let drawn =
      "<g><title>\(Html.escape(unit.name))\(unit.isWhatIf ? " (what-if)" : "")</title>"
      + "\(symbol.use("s\(unit.sign.code)", at: box.centre, size: size))\(frame)</g>"
    return (leader, drawn, box)
  }

  /// Towns that tell a reader where he is: only where mark and name both find room.
  private func towns(_ placer: inout Placer) -> String {
    base.towns.map { town in
      let size = town.rank == 1 ? 10.5 : town.rank == 2 ? 9 : 8
      let mark = Box(centre: town.point, size: SIMD2(4, 4))
      guard !placer.taken.contains(where: mark.overlaps) else { return "" }
      let label = Label(town.name, "town rank\(town.rank)", size) {
        Placer.beside(mark, size: $0)
      }
      guard let box = placer.place(label.candidates) else { return "" }
      placer.reserve(mark)
      return
        "<rect class=\"square\" x=\"\(Html.px(town.point.x - 1.5))\" y=\"\(Html.px(town.point.y - 1.5))\" "
        + "width=\"3\" height=\"3\"/>" + label.svg(box)
    }.joined()
  }
}
