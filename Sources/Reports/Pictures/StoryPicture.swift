internal import Findings
internal import Quantities

/// One draw as it went: weeks from the first preparation to the attack, then the minutes at one place.
struct StoryPicture {
  let story: Results.Strategic.Story
  /// Families in the order of their rows, with their titles.
  let families: [(id: String, title: String)]
  let colour: String
  private let width = 430.0
  private let left = 250.0
  private let line = 13.0
  private let axis = OddsAxis(height: 96)

  /// Only families that are heard of have a row.
  init(
    _ story: Results.Strategic.Story, titles: [String: String], colour: String
  ) {
    (self.story, self.colour) = (story, colour)
    let heard = Set(story.reports.map(\.family))
    families = heard.sorted().map { ($0, titles[$0] ?? $0) }
  }

  private var span: Double { Double(max(1, story.attack + story.before)) }

  private func x(_ day: Double) -> Double { (day + Double(story.before)) / span * width }

  func picture(id: String, title: String, text: String) -> Picture {
    let top = axis.height + 28
    let rows = Double(families.count) * line
    let body =
      "<g transform=\"translate(\(Html.px(left)) 22)\">" + weeks(height: top + rows - 8)
      + posterior + reports(top: top) + upright(height: top + rows - 8) + "</g>"
      + "<g transform=\"translate(\(Html.px(left)) \(Html.px(22 + top + rows + 34)))\">"
      + operational + minutes + "</g>"
    return Picture(
      id: id, title: title, text: text, width: left + width + 46, height: top + rows + 170,
      body: body)
  }

  private func weeks(height: Double) -> String {
    let step = span > 150 ? 28 : 14
    let first = -(story.before / step) * step
    return axis.svg(width: width)
      + stride(from: first, through: story.attack, by: step).map { day in
        let at = Html.px(x(Double(day)))
        return "<path class=\"grid\" d=\"M\(at) 0v\(Html.px(height))\"/>"
          + "<text class=\"tick\" x=\"\(at)\" y=\"\(Html.px(height + 12))\">\(day == 0 ? "day 0" : "\(day)")</text>"
      }.joined()
  }

  private var posterior: String {
    let points = story.posterior.enumerated().map {
      SIMD2(x(Double($0 - story.before)), axis.y($1))
    }
    return "<path class=\"posterior\" d=\"\(MapFrame.path(points, closed: false, thinning: 1))\"/>"
      + "<text class=\"side\" text-anchor=\"end\" x=\"-44\" y=\"\(Html.px(axis.height / 2 + 4))\">share of preparation</text>"
  }

  /// A dot a report.
  private func reports(top: Double) -> String {
    families.enumerated().map { index, family in
      let y = top + Double(index) * line
      let dots = story.reports.filter { $0.family == family.id }.map {
        "M\(Html.px(x(Double($0.day)))) \(Html.px(y))h0"
      }
      return "<text class=\"end\" text-anchor=\"end\" x=\"-8\" y=\"\(Html.px(y + 3.5))\">"
        + "\(Html.escape(family.title))</text><path class=\"dots\" stroke=\"\(colour)\" "
        + "stroke-width=\"5\" d=\"\(dots.joined())\"/>"
    }.joined()
  }

  private func upright(height: Double) -> String {
    func mark(_ day: Int, _ style: String, _ words: String, end: Bool = false) -> String {
      let at = x(Double(day))
      return "<path class=\"\(style)\" d=\"M\(Html.px(at)) -6v\(Html.px(height + 6))\"/>"
        + "<text class=\"side\" text-anchor=\"\(end ? "end" : "middle")\" x=\"\(Html.px(at + (end ? 40 : 0)))\" y=\"-9\">\(words)</text>"
    }
    var out = mark(0, "zero", "first preparation")
    if let alarm = story.alarm { out += mark(alarm, "alarm", "alarm, day \(alarm)") }
    return out + mark(story.attack, "arrival", "attack, day \(story.attack)", end: true)
  }

  /// The rung between: its draws are its own.
  private var operational: String {
    "<text class=\"end\" text-anchor=\"end\" x=\"-8\" y=\"3.5\">Hours: forces on road and rail</text>"
      + "<path class=\"base\" d=\"M0 0h\(Html.px(width))\"/>"
      + "<text class=\"side\" x=\"4\" y=\"-4\">not part of this draw</text>"
  }

  /// The last minutes: from launch to arrival.
  private var minutes: String {
    guard let minutes = story.minutes,
      let last = minutes.marks.first(where: { $0.name == "arrived" })
    else { return "" }
    let scale = TimeAxis(values: minutes.marks.map(\.seconds), width: width)
    var end = -Double.infinity
    let marks = minutes.marks.sorted { ($0.seconds, $0.name) < ($1.seconds, $1.name) }.map {
      mark -> String in
      let at = scale.x(mark.seconds)
      end = max(at, end + 54)
      return
        "<path class=\"\(mark.name == last.name ? "arrival" : mark.name == "alerted" ? "alarm" : "step")\" "
        + "d=\"M\(Html.px(at)) 34v18\"/><text class=\"side\" text-anchor=\"middle\" x=\"\(Html.px(min(end, width + 12)))\" "
        + "y=\"30\">\(Html.escape(mark.name))</text>"
    }
    return
      "<text class=\"end\" text-anchor=\"end\" x=\"-8\" y=\"46\">Minutes: \(Html.escape(minutes.threat))</text>"
      + "<text class=\"end\" text-anchor=\"end\" x=\"-8\" y=\"58\">against \(Html.escape(minutes.place))</text>"
      + scale.svg(y: 40, height: 22)
      + "<path class=\"flight\" d=\"M0 43H\(Html.px(scale.x(last.seconds)))\"/>"
      + marks.joined()
  }
}
