/// Scale bar and north arrow.
struct MapFurniture {
  let svg: String
  let boxes: [Box]

  /// The bar is true at the centre of the map; the arrow points north where it stands.
  init(_ frame: MapFrame) {
    let nice: [Double] = [1, 2, 5, 10, 20, 50, 100, 200, 300, 400, 500, 1_000, 2_000]
    let kilometres = nice.last { $0 * 1_000 * frame.scale < frame.width / 4 } ?? 1
    let half = kilometres * 500 * frame.scale
    let y = frame.height - 14
    let words = ["0", "\(Words.number(kilometres / 2))", "\(Words.number(kilometres)) km"]
    var out =
      "<rect class=\"bar\" x=\"14\" y=\"\(Html.px(y))\" width=\"\(Html.px(half))\" height=\"4\"/>"
      + "<rect class=\"bar open\" x=\"\(Html.px(14 + half))\" y=\"\(Html.px(y))\" width=\"\(Html.px(half))\" height=\"4\"/>"
    for (index, word) in words.enumerated() {
      out +=
        "<text class=\"tick\" x=\"\(Html.px(14 + Double(index) * half))\" y=\"\(Html.px(y - 4))\">\(word)</text>"
    }
    let foot = SIMD2(frame.width - 22, 42.0)
    let north = frame.north(at: foot)
    let tip = foot + north * 26
    let side = SIMD2(-north.y, north.x) * 4
    func text(_ point: SIMD2<Double>) -> String { "\(Html.px(point.x)) \(Html.px(point.y))" }
    out +=
      "<path class=\"arrow\" d=\"M\(text(tip))L\(text(foot + side))L\(text(foot + north * 6))L\(text(foot - side))z\"/>"
      + "<text class=\"tick\" x=\"\(Html.px(foot.x - north.x * 7))\" y=\"\(Html.px(foot.y - north.y * 7 + 4))\">N</text>"
    svg = out
    boxes = [
      Box(SIMD2(4, y - 16), SIMD2(2 * half + 44, frame.height)),
      Box(SIMD2(frame.width - 40, 8), SIMD2(frame.width - 4, 58)),
    ]
  }
}
