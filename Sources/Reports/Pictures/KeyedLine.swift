/// A line of a chart and its key beside it.
struct KeyedLine {
  let words, colour, dash: String

  private var stroke: String {
    "stroke=\"\(colour)\" stroke-width=\"1.8\" stroke-dasharray=\"\(dash)\""
  }

  /// Through points in pixels.
  func svg(_ points: [SIMD2<Double>]) -> String {
    "<path fill=\"none\" \(stroke) "
      + "d=\"\(MapFrame.path(points, closed: false, thinning: 0))\"/>"
  }

  /// A stroke with its words, to the right of a chart, the `index`th from the top.
  func key(_ index: Int, beside width: Double) -> String {
    let row = Double(index) * 16 + 8
    return "<path \(stroke) d=\"M\(Html.px(width + 12)) \(Html.px(row))h22\"/><text class=\"side\" "
      + "x=\"\(Html.px(width + 38))\" y=\"\(Html.px(row + 3.5))\">\(Html.escape(words))</text>"
  }
}
