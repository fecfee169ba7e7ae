internal import Findings
internal import Quantities

/// What was thought of an episode, day by day, with the spread of the analysts behind it.
struct PosteriorPicture {
  let episode: Results.Strategic.Episode
  let colour: String
  private let width = 560.0
  private let axis = OddsAxis(height: 130)

  init(_ episode: Results.Strategic.Episode, colour: String) {
    (self.episode, self.colour) = (episode, colour)
  }

  /// Days on the axis: the event is on it, though it lies after the last day that is known.
  private var span: Double {
    let last = max(episode.end.number, episode.event.map { $0.number } ?? 0)
    return Double(max(1, last - episode.start.number))
  }

  private func x(_ day: Day) -> Double {
    Double(day.number - episode.start.number) / span * width
  }

  private func points(_ shares: [Double]) -> [SIMD2<Double>] {
    shares.enumerated().map { SIMD2(Double($0) / span * width, axis.y($1)) }
  }

  func picture(id: String, title: String, text: String) -> Picture {
    let curve = episode.curve
    let body =
      "<g transform=\"translate(44 18)\">" + axis.svg(width: width)
      + months + band(curve.p05, curve.p95, 0.22) + band(curve.p25, curve.p75, 0.4)
      + line(curve.coercion, "coercion") + line(curve.lookBack, "look-back")
      + line(curve.mean, "posterior") + marks + "</g>"
    return Picture(
      id: id, title: title, text: text, width: width + 60, height: axis.height + 40, body: body)
  }

  private func band(_ low: [Double], _ high: [Double], _ opacity: Double) -> String {
    let outline = points(high) + points(low).reversed()
    return "<path fill=\"\(colour)\" fill-opacity=\"\(opacity)\" "
      + "d=\"\(MapFrame.path(outline, closed: true, thinning: 2))\"/>"
  }

  private func line(_ shares: [Double], _ style: String) -> String {
    "<path class=\"\(style)\" d=\"\(MapFrame.path(points(shares), closed: false, thinning: 1.5))\"/>"
  }

  /// Firsts of months, or of quarters and years where there are many; a word where there is room.
  private var months: String {
    let firsts = (episode.start.number...(episode.start.number + Int(span))).map {
      Day(number: $0)
    }.filter { $0.day == 1 }
    let step = span > 1_000 ? 6 : span > 400 ? 3 : span > 160 ? 2 : 1
    return firsts.filter { ($0.month - 1) % step == 0 }.map { day in
      let at = Html.px(x(day))
      return "<path class=\"grid\" d=\"M\(at) 0v\(Html.px(axis.height))\"/>"
        + "<text class=\"tick\" x=\"\(at)\" y=\"\(Html.px(axis.height + 13))\">"
        + "\(PosteriorPicture.names[day.month - 1]) \(day.year % 100)</text>"
    }.joined()
  }

  private static let names = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The threshold, the alarm and the event.
  private var marks: String {
    let threshold = Html.px(axis.y(episode.alarm.threshold))
    var out = "<path class=\"threshold\" d=\"M0 \(threshold)h\(Html.px(width))\"/>"
    func mark(_ day: Day, _ style: String, _ words: String) -> String {
      let at = x(day)
      let isRight = at > width - 90
      return "<path class=\"\(style)\" d=\"M\(Html.px(at)) -4v\(Html.px(axis.height + 4))\"/>"
        + "<text class=\"side\" \(isRight ? "text-anchor=\"end\" " : "")x=\"\(Html.px(isRight ? at - 3 : at + 3))\" "
        + "y=\"-6\">\(words)</text>"
    }
    if let day = episode.alarm.day { out += mark(day, "alarm", "alarm \(day)") }
    if let day = episode.event {
      out += mark(day, "arrival", episode.endsInAttack ? "attack \(day)" : "event \(day)")
    }
    return out
  }
}
