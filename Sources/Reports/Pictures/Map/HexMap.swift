internal import Findings
internal import Theatre

/// Hexagons coloured by class on a small map; the land below is the page's own.
struct HexMap {
  let frame: MapFrame
  let hexagons: [Results.LowLevel.Hexagon]
  let places: [Theatre.Place]
  private let corners: [[SIMD2<Double>]]

  init(frame: MapFrame, hexagons: [Results.LowLevel.Hexagon], places: [Theatre.Place]) {
    (self.frame, self.hexagons, self.places) = (frame, hexagons, places)
    corners = frame.pixels(of: hexagons.map(\.corners))
  }

  /// - Parameter fills: by hexagon; nil leaves it open.
  func picture(id: String, title: String, text: String, fills: [String?]) -> Picture {
    precondition(fills.count == hexagons.count, "one colour a hexagon")
    let all = corners.flatMap(\.self)
    let low = SIMD2(all.map(\.x).min() ?? 0, all.map(\.y).min() ?? 0) - 6
    let high = SIMD2(all.map(\.x).max() ?? 1, all.map(\.y).max() ?? 1) + 6
    var areas: [String: [[SIMD2<Double>]]] = [:]
    for (fill, corners) in zip(fills, corners) where corners.count > 1 {
      if let fill { areas[fill, default: []].append(corners) }
    }
    let hexes = areas.sorted { $0.key < $1.key }
      .map { "<path fill=\"\($0)\" d=\"\(MapFrame.path($1))\"/>" }
    let size = high - low
    return Picture(
      id: id, title: title, text: text, x: low.x, y: low.y, width: size.x, height: size.y,
      body: "<rect class=\"sea\" x=\"\(Html.px(low.x))\" y=\"\(Html.px(low.y))\" "
        + "width=\"\(Html.px(size.x))\" height=\"\(Html.px(size.y))\"/>"
        + "<use href=\"#base\"/><g class=\"hexes\">\(hexes.joined())</g>\(names)")
  }

  private var names: String {
    places.map { place in
      let point = frame.pixel(place.position)
      return
        "<circle class=\"spot\" cx=\"\(Html.px(point.x))\" cy=\"\(Html.px(point.y))\" r=\"3\"/>"
        + "<text class=\"name told\" x=\"\(Html.px(point.x + 5))\" y=\"\(Html.px(point.y + 4))\">"
        + "\(Html.escape(place.name))</text>"
    }.joined()
  }
}

/// Classes of whole minutes, darker where less is left; apart in grey and for the colour-blind.
///
/// Source: C. Brewer, ColorBrewer 2.0, "RdPu" and "PuOr".
enum LowScale {
  typealias Left = Results.LowLevel.Left

  static let minutes: [(words: String, fill: String)] = [
    ("arrival before any alert", "#49006a"), ("0 to 4 min", "#ae017e"), ("5 to 9 min", "#f768a1"),
    ("10 to 19 min", "#fcc5c0"), ("20 min and more", "#fff7f3"),
  ]
  /// Minutes below which each class but the last one lies; the first is below zero.
  static let ends = [0, 5, 10, 20]
  static let unreached = "out of reach"

  static func fill(_ left: Left) -> String? { index(left).map { minutes[$0].fill } }

  /// The words of its class.
  static func words(_ left: Left) -> String {
    index(left).map { minutes[$0].words } ?? unreached
  }

  private static func index(_ left: Left) -> Int? {
    switch left {
    case .outOfReach: nil
    case .unalerted: 0
    case .minutes(let value): max(1, ends.firstIndex { value < $0 } ?? ends.count)
    }
  }

  static let change: [(words: String, fill: String)] = [
    ("alert no longer in time", "#7f3b08"), ("newly within reach", "#525252"),
    ("10 min less or more than that", "#b35806"), ("5 to 9 min less", "#e08214"),
    ("1 to 4 min less", "#fdb863"), ("the same whole minute", "#f7f7f7"),
    ("1 to 4 min more", "#b2abd2"), ("5 min more, or alerted now", "#542788"),
  ]

  /// Nil where neither side reaches, or the later one no longer does.
  static func fill(_ before: Left, _ after: Left) -> String? {
    index(before, after).map { change[$0].fill }
  }

  /// The words of its class.
  static func words(_ before: Left, _ after: Left) -> String {
    index(before, after).map { change[$0].words } ?? "out of reach"
  }

  private static func index(_ before: Left, _ after: Left) -> Int? {
    switch (before, after) {
    case (_, .outOfReach): return nil
    case (.outOfReach, _): return 1
    case (.unalerted, .unalerted): return 5
    case (.unalerted, .minutes): return 7
    case (.minutes, .unalerted): return 0
    case (.minutes(let a), .minutes(let b)):
      let loss = a - b
      return loss >= 10 ? 2 : loss >= 5 ? 3 : loss >= 1 ? 4 : loss == 0 ? 5 : loss > -5 ? 6 : 7
    }
  }

  static func legend(_ classes: [(words: String, fill: String)]) -> [CaptionedPicture.Key] {
    classes.map { CaptionedPicture.Key(colour: $0.fill, words: $0.words) }
  }
}
