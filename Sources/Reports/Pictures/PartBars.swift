/// What each part of a change costs: one bar a part and place, to the left where it costs.
struct PartBars {
  struct Row {
    let part: String
    /// Change of the median, s; nil where there is none to print.
    let value: Double?
    let error: (low: Double, high: Double)?
    let words: String
  }

  private let panel: Panel<Row>

  init(_ groups: [Panel<Row>.Group]) {
    let rows = groups.flatMap(\.rows)
    let ends = rows.flatMap { $0.error.map { [$0.low, $0.high] } ?? [] }
    panel = Panel(
      groups, values: rows.compactMap(\.value) + ends, width: 340, lead: \.part, beside: 28,
      right: 80)
  }

  func picture(id: String, title: String, text: String) -> Picture {
    panel.picture(id: id, title: title, text: text, height: { _ in 14 }, draw: draw)
  }

  private func draw(_ row: Row, y: Double) -> String {
    let zero = panel.axis.x(0)
    var out = panel.lead(row.part, y: y + 9.5, indent: 10)
    if let value = row.value {
      let x = panel.axis.x(value)
      out +=
        "<rect class=\"\(value < 0 ? "cost" : "gain")\" x=\"\(Html.px(min(x, zero)))\" "
        + "y=\"\(Html.px(y + 1))\" width=\"\(Html.px(abs(x - zero)))\" height=\"10\"/>"
    }
    if let error = row.error { out += panel.axis.errorBar(error.low, error.high, y: y + 6) }
    return out + panel.tail(row.words, y: y + 9.5)
  }
}
