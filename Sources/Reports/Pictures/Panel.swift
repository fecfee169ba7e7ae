/// Rows under headings on one axis of time: what dot plots, bars and ladders have in common.
struct Panel<Row> {
  struct Group {
    let name: String
    let rows: [Row]
  }

  private let groups: [Group]
  let axis: TimeAxis
  /// Room for words left and right of the axis, pixels.
  private let left, right: Double

  /// - Parameters:
  ///   - values: what the axis must hold, s.
  ///   - lead: what stands left of a row; the widest makes room for itself.
  ///   - beside: further room left of the axis, pixels.
  init(
    _ groups: [Group], values: [Double], width: Double, lead: (Row) -> String, beside: Double,
    right: Double
  ) {
    (self.groups, self.right) = (groups, right)
    axis = TimeAxis(values: values, width: width)
    let widest = groups.flatMap(\.rows).map { TextWidth.of(lead($0), size: 10.5) }.max() ?? 0
    // a little air, for faces that run wider
    left = max(92, 1.1 * widest) + beside
  }

  /// - Parameters:
  ///   - height: of a row, pixels.
  ///   - more: what stands under the axis besides its ticks, at a given y.
  ///   - draw: a row whose upper edge is at y.
  func picture(
    id: String, title: String, text: String, height: (Row) -> Double,
    more: (Double) -> String = { _ in "" }, draw: (Row, Double) -> String
  ) -> Picture {
    var (body, y) = ("", 14.0)
    for group in groups {
      body +=
        "<text class=\"row\" x=\"\(Html.px(-left))\" y=\"\(Html.px(y + 4))\">\(Html.escape(group.name))</text>"
      y += 11
      for row in group.rows {
        body += draw(row, y)
        y += height(row)
      }
      y += 13
    }
    y -= 7
    return Picture(
      id: id, title: title, text: text, x: -left - 2, width: left + axis.width + right,
      height: y + 20, body: axis.svg(y: 8, height: y - 8) + more(y) + body)
  }

  /// Words left of a row.
  func lead(_ words: String, y: Double, indent: Double = 0) -> String {
    "<text class=\"side\" x=\"\(Html.px(indent - left))\" y=\"\(Html.px(y))\">\(Html.escape(words))</text>"
  }

  /// Words right of a row.
  func tail(_ words: String, y: Double) -> String {
    "<text class=\"side\" x=\"\(Html.px(axis.width + 8))\" y=\"\(Html.px(y))\">\(Html.escape(words))</text>"
  }
}
