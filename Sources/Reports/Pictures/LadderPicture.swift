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

  /// One letter a moment, so that rows stay legible without colour.
  static let letters = [
    "detected": "d", "firm": "f", "identified": "i", "localised": "l", "alerted": "A",
  ]

  private let panel: Panel<Row>

  init(_ groups: [Panel<Row>.Group]) {
    let values = groups.flatMap { $0.rows.flatMap { $0.steps.compactMap(\.time) } }
    panel = Panel(
      groups, values: values, width: 420, lead: \.posture, beside: 24, right: 110)
  }

  func picture(id: String, title: String, text: String) -> Picture {
    panel.picture(
      id: id, title: title, text: text, height: { _ in 24 },
      draw: { draw($0, middle: $1 + 8) })
  }

  private func draw(_ row: Row, middle: Double) -> String {
    panel.lead(row.posture, y: middle + 3.5) + flight(row, middle) + moments(row, middle)
      + panel.tail(row.words, y: middle + 3.5)
  }

  /// The line from launch to arrival, and the band between alert and arrival.
  private func flight(_ row: Row, _ middle: Double) -> String {
    func time(_ name: String) -> Double? { row.steps.first { $0.name == name }?.time }
    guard let arrived = time("arrived") else { return "" }
    let end = Html.px(panel.axis.x(arrived))
    var out =
      "<path class=\"flight\" d=\"M\(Html.px(panel.axis.x(0))) \(Html.px(middle))H\(end)\"/>"
    if let alerted = time("alerted") {
      let a = panel.axis.x(min(alerted, arrived))
      let b = panel.axis.x(max(alerted, arrived))
      out +=
        "<rect \(alerted <= arrived ? "" : "class=\"late\" ")x=\"\(Html.px(a))\" y=\"\(Html.px(middle - 4.5))\" "
        + "width=\"\(Html.px(max(b - a, 1)))\" height=\"9\" fill=\"\(row.colour)\"/>"
    }
    return out + "<path class=\"arrival\" d=\"M\(end) \(Html.px(middle - 7))v14\"/>"
  }

  /// Strokes with letters; letters that would touch stand a little further right.
  private func moments(_ row: Row, _ middle: Double) -> String {
    var (out, end) = ("", -Double.infinity)
    for step in row.steps {
      guard let letter = LadderPicture.letters[step.name], let time = step.time else { continue }
      let x = panel.axis.x(time)
      end = max(x, end + 6.5)
      out +=
        "<path class=\"step\" d=\"M\(Html.px(x)) \(Html.px(middle - 5))v10\"/>"
        + "<text class=\"letter\" x=\"\(Html.px(end))\" y=\"\(Html.px(middle + 14))\">\(letter)</text>"
    }
    return out
  }
}
