/// What each part of a change costs: one bar a part and place, to the left where it costs.
struct PartBars {
  struct Bar {
    let part: String
    /// Change of the median, s; nil where there is none to print.
    let value: Double?
    let error: (low: Double, high: Double)?
    let words: String
  }

  struct Group {
    let name: String
    let bars: [Bar]
  }

  let groups: [Group]
  private let axis: TimeAxis
  private let margin = 210.0

  init(_ groups: [Group]) {
    self.groups = groups
    let bars = groups.flatMap(\.bars)
    axis = TimeAxis(
      values: bars.compactMap(\.value) + bars.flatMap { $0.error.map { [$0.low, $0.high] } ?? [] },
      width: 340)
  }

  func svg(title: String, text: String, id: String) -> String {
    var (body, y) = ("", 16.0)
    for group in groups {
      body +=
        "<text class=\"row\" x=\"\(Html.px(-margin))\" y=\"\(Html.px(y + 4))\">"
        + "\(Html.escape(group.name))</text>"
      y += 10
      for bar in group.bars {
        body += draw(bar, y: y)
        y += 14
      }
      y += 14
    }
    return Svg.picture(
      id: id, title: title, text: text, x: -margin - 2, width: margin + axis.width + 70,
      height: y + 20, body: axis.svg(y: 16, height: y - 16) + body)
  }

  private func draw(_ bar: Bar, y: Double) -> String {
    let (zero, middle) = (axis.x(0), y + 6)
    var out =
      "<text class=\"side\" x=\"\(Html.px(-margin + 10))\" y=\"\(Html.px(y + 9.5))\">\(Html.escape(bar.part))</text>"
    if let value = bar.value {
      let x = axis.x(value)
      out +=
        "<rect class=\"\(value < 0 ? "cost" : "gain")\" x=\"\(Html.px(min(x, zero)))\" "
        + "y=\"\(Html.px(y + 1))\" width=\"\(Html.px(abs(x - zero)))\" height=\"10\"/>"
    }
    if let error = bar.error { out += axis.errorBar(error.low, error.high, y: middle) }
    return out
      + "<text class=\"side\" x=\"\(Html.px(axis.width + 8))\" y=\"\(Html.px(y + 9.5))\">\(Html.escape(bar.words))</text>"
  }
}
