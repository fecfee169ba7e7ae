/// Quantile dot plots: each dot is one draw in twenty.
///
/// Source of the form: Kay, Kola, Hullman, Munson, When (ish) is my bus?, CHI 2016,
/// doi:10.1145/2858036.2858558.
struct DotPlot {
  /// One distribution: a place under a posture.
  struct Row {
    let posture: String
    let colour: String
    /// Twenty quantiles, ascending, s; nil is no alert.
    let dots: [Double?]
    /// P10, median, P90 with their computing errors, and as words.
    let marks: [Mark]
  }

  struct Mark {
    let name: String
    let value: Double?
    let error: (low: Double, high: Double)?
    let words: String
  }

  private let panel: Panel<Row>
  private let radius = 3.0
  /// Where dots without an alert stand, left of the axis.
  private let silent = -62.0

  init(_ groups: [Panel<Row>.Group]) {
    let values = groups.flatMap { $0.rows.flatMap { $0.dots.compactMap(\.self) } }
    panel = Panel(
      groups, values: values, width: 340, lead: \.posture, beside: 84, right: 262)
  }

  func picture(id: String, title: String, text: String) -> Picture {
    panel.picture(
      id: id, title: title, text: text, height: { tall($0) + 15 },
      more: { y in
        "<text class=\"tick\" x=\"\(Html.px(silent + 2 * radius))\" y=\"\(Html.px(y + 13))\">no alert</text>"
      },
      draw: { row, y in draw(row, base: y + tall(row)) })
  }

  /// Stacks of one row: x and level of each dot; a dot that would touch its left neighbour stands on it.
  private func stacks(_ dots: [Double?]) -> [(x: Double, level: Int)] {
    var placed: [(x: Double, level: Int)] = []
    let known = dots.compactMap(\.self).map(panel.axis.x)
    for index in 0..<(dots.count - known.count) {
      placed.append((silent + Double(index / 5) * 2 * radius, index % 5))
    }
    var bin: (x: Double, count: Int) = (-.infinity, 0)
    for x in known {
      bin = x - bin.x < 2 * radius ? (bin.x, bin.count + 1) : (x, 1)
      placed.append((bin.x, bin.count - 1))
    }
    return placed
  }

  /// Height of a row's highest stack, pixels.
  private func tall(_ row: Row) -> Double {
    max(20, Double((stacks(row.dots).map(\.level).max() ?? 0) + 1) * 2 * radius)
  }

  private func draw(_ row: Row, base: Double) -> String {
    let dots = stacks(row.dots).map { dot in
      "M\(Html.px(dot.x)) \(Html.px(base - radius - Double(dot.level) * 2 * radius))h0"
    }
    return panel.lead(row.posture, y: base)
      + "<path class=\"base\" d=\"M0 \(Html.px(base + 0.6))h\(Html.px(panel.axis.width))\"/>"
      + "<path class=\"dots\" stroke=\"\(row.colour)\" stroke-width=\"\(Html.px(2 * radius - 0.6))\" "
      + "d=\"\(dots.joined())\"/>" + row.marks.map { pin($0, base: base) }.joined()
      + panel.tail(row.marks.map(\.words).joined(separator: " · "), y: base)
  }

  /// A triangle at the median, a stroke at the others, its computing error on a line below them.
  private func pin(_ mark: Mark, base: Double) -> String {
    guard let value = mark.value else { return "" }
    let foot = "\(Html.px(panel.axis.x(value))) \(Html.px(base + 1.4))"
    let shape =
      mark.name == "median"
      ? "<path class=\"pin\" d=\"M\(foot)l-3.2 5.6h6.4z\"/>"
      : "<path class=\"pin\" d=\"M\(foot)v5.6\"/>"
    let error = mark.error.map {
      panel.axis.errorBar($0.low, $0.high, y: base + 10.5, size: 4)
    }
    return shape + (error ?? "")
  }
}
