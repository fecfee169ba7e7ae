/// Where the minutes go: from launch to arrival, with the moments between, place by place.
struct LadderPicture {
  struct Step {
    let name: String
    /// Median, s after launch; nil where it never comes in the median draw.
    let time: Double?
  }

  struct Row {
    let posture: String
    let colour: String
    let steps: [Step]
    let words: String
  }

  struct Group {
    let name: String
    let rows: [Row]
  }

  let groups: [Group]
  private let axis: TimeAxis
  private let margin = 120.0

  /// One letter a moment, so that rows stay legible without colour.
  static let letters = [
    "detected": "d", "firm": "f", "identified": "i", "localised": "l", "alerted": "A",
  ]

  init(_ groups: [Group]) {
    self.groups = groups
    axis = TimeAxis(
      values: groups.flatMap { $0.rows.flatMap { $0.steps.compactMap(\.time) } }, width: 420)
  }

  func svg(title: String, text: String, id: String) -> String {
    var (body, y) = ("", 16.0)
    for group in groups {
      body +=
        "<text class=\"row\" x=\"\(Html.px(-margin))\" y=\"\(Html.px(y + 4))\">"
        + "\(Html.escape(group.name))</text>"
      y += 14
      for row in group.rows {
        body += draw(row, y: y)
        y += 24
      }
      y += 10
    }
    return Svg.picture(
      id: id, title: title, text: text, x: -margin - 2, width: margin + axis.width + 110,
      height: y + 20, body: axis.svg(y: 16, height: y - 16) + body)
  }

  private func draw(_ row: Row, y: Double) -> String {
    func time(_ name: String) -> Double? { row.steps.first { $0.name == name }?.time }
    let arrived = time("arrived")
    let middle = y + 6
    var out =
      "<text class=\"side\" x=\"\(Html.px(-margin))\" y=\"\(Html.px(middle + 3.5))\">\(Html.escape(row.posture))</text>"
    if let arrived {
      out +=
        "<path class=\"flight\" d=\"M\(Html.px(axis.x(0))) \(Html.px(middle))H\(Html.px(axis.x(arrived)))\"/>"
      if let alerted = time("alerted") {
        let (a, b) = (axis.x(min(alerted, arrived)), axis.x(max(alerted, arrived)))
        out +=
          "<rect class=\"\(alerted <= arrived ? "left" : "late")\" x=\"\(Html.px(a))\" y=\"\(Html.px(middle - 4.5))\" "
          + "width=\"\(Html.px(max(b - a, 1)))\" height=\"9\" fill=\"\(row.colour)\"/>"
      }
      out +=
        "<path class=\"arrival\" d=\"M\(Html.px(axis.x(arrived))) \(Html.px(middle - 7))v14\"/>"
    }
    var end = -Double.infinity
    for step in row.steps {
      guard let letter = LadderPicture.letters[step.name], let time = step.time else { continue }
      let x = axis.x(time)
      out += "<path class=\"step\" d=\"M\(Html.px(x)) \(Html.px(middle - 5))v10\"/>"
      // letters that would touch stand a little further right
      let at = max(x, end + 6.5)
      end = at
      out +=
        "<text class=\"letter\" x=\"\(Html.px(at))\" y=\"\(Html.px(middle + 14))\">\(letter)</text>"
    }
    return out
      + "<text class=\"side\" x=\"\(Html.px(axis.width + 8))\" y=\"\(Html.px(middle + 3.5))\">\(Html.escape(row.words))</text>"
  }
}
