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

  /// The rows of a place, before and after.
  struct Group {
    let name: String
    let rows: [Row]
  }

  let groups: [Group]
  private let axis: TimeAxis
  private let radius = 3.0
  /// Where dots without an alert stand, left of the axis.
  private let silent = -62.0
  private let margin = 176.0

  init(_ groups: [Group]) {
    self.groups = groups
    axis = TimeAxis(
      values: groups.flatMap { $0.rows.flatMap { $0.dots.compactMap(\.self) } }, width: 340)
  }

  /// Stacks of one row: x and level of each dot; a dot that would touch its left neighbour stands on it.
  private func stacks(_ dots: [Double?]) -> [(x: Double, level: Int)] {
    var placed: [(x: Double, level: Int)] = []
    let known = dots.compactMap(\.self).map(axis.x)
    let silences = dots.count - known.count
    for index in 0..<silences {
      placed.append((silent + Double(index / 5) * 2 * radius, index % 5))
    }
    var bin: (x: Double, count: Int) = (-.infinity, 0)
    for x in known {
      if x - bin.x < 2 * radius && bin.count < 20 {
        bin.count += 1
      } else {
        bin = (x, 1)
      }
      placed.append((bin.x, bin.count - 1))
    }
    return placed
  }

  func svg(title: String, describedBy text: String, id: String) -> String {
    var (body, y) = ("", 14.0)
    for group in groups {
      body +=
        "<text class=\"row\" x=\"\(Html.px(-margin))\" y=\"\(Html.px(y + 4))\">"
        + "\(Html.escape(group.name))</text>"
      y += 10
      for row in group.rows {
        let stacks = stacks(row.dots)
        let tall = Double((stacks.map(\.level).max() ?? 0) + 1) * 2 * radius
        y += max(tall, 20)
        body += draw(row, stacks, base: y)
        y += 9
      }
      y += 14
    }
    y -= 8
    let top = 8.0
    let frame = axis.svg(y: top, height: y - top)
    let left =
      "<text class=\"tick\" x=\"\(Html.px(silent + 2 * radius))\" y=\"\(Html.px(y + 13))\">no alert</text>"
    let size = (w: margin + axis.width + 262, h: y + 20)
    return Svg.picture(
      id: id, title: title, text: text, x: -margin - 2, y: 0, width: size.w, height: size.h,
      body: frame + left + body)
  }

  private func draw(_ row: Row, _ stacks: [(x: Double, level: Int)], base: Double) -> String {
    let dots = stacks.map { dot in
      "M\(Html.px(dot.x)) \(Html.px(base - radius - Double(dot.level) * 2 * radius))h0"
    }
    var out =
      "<text class=\"side\" x=\"\(Html.px(-margin))\" y=\"\(Html.px(base))\">\(Html.escape(row.posture))</text>"
      + "<path class=\"base\" d=\"M0 \(Html.px(base + 0.6))h\(Html.px(axis.width))\"/>"
      + "<path class=\"dots\" stroke=\"\(row.colour)\" stroke-width=\"\(Html.px(2 * radius - 0.6))\" "
      + "d=\"\(dots.joined())\"/>"
    for mark in row.marks {
      guard let value = mark.value else { continue }
      let x = axis.x(value)
      out +=
        mark.name == "median"
        ? "<path class=\"pin\" d=\"M\(Html.px(x)) \(Html.px(base + 1.4))l-3.2 5.6h6.4z\"/>"
        : "<path class=\"pin open\" d=\"M\(Html.px(x)) \(Html.px(base + 1.4))v5.6\"/>"
      if let error = mark.error {
        out += axis.errorBar(error.low, error.high, y: base + 4.6, size: 4)
      }
    }
    let words = row.marks.map(\.words).joined(separator: " · ")
    return out
      + "<text class=\"side\" x=\"\(Html.px(axis.width + 8))\" y=\"\(Html.px(base))\">\(Html.escape(words))</text>"
  }
}

/// The frame of a picture: named and described for who does not see it.
enum Svg {
  static func picture(
    id: String, title: String, text: String, x: Double = 0, y: Double = 0, width: Double,
    height: Double, body: String
  ) -> String {
    "<svg role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\" "
      + "viewBox=\"\(Html.px(x)) \(Html.px(y)) \(Html.px(width)) \(Html.px(height))\" "
      + "style=\"max-width:\(Html.px(width * 1.45))px\" xmlns=\"http://www.w3.org/2000/svg\">"
      + "<title id=\"\(id)-t\">\(Html.escape(title))</title>"
      + "<desc id=\"\(id)-d\">\(Html.escape(text))</desc>\(body)</svg>"
  }
}
