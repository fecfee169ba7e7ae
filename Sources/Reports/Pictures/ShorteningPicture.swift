internal import Findings

/// Days of warning against how much shorter a preparation is assumed to be, one line a posture's indicators.
struct ShorteningPicture {
  struct Line {
    let line: KeyedLine
    /// Per cent and days; nil where half of the draws have no alarm.
    let points: [(share: Int, days: Double?)]
  }

  let lines: [Line]
  private let width = 430.0
  private let height = 150.0

  func picture(id: String, title: String, text: String) -> Picture {
    let shares = lines.flatMap { $0.points.map(\.share) }
    let last = Double(shares.max() ?? 60)
    let top = max(30, lines.flatMap { $0.points.compactMap(\.days) }.max() ?? 30) * 1.05
    func x(_ share: Double) -> Double { share / last * width }
    func y(_ days: Double) -> Double { height * (1 - days / top) }
    var body = "<g transform=\"translate(58 12)\">"
    for day in stride(from: 0.0, through: top, by: top > 60 ? 20 : 10) {
      body +=
        "<path class=\"grid\" d=\"M0 \(Html.px(y(day)))h\(Html.px(width))\"/>"
        + "<text class=\"tick last\" x=\"-6\" y=\"\(Html.px(y(day) + 3.5))\">\(Words.whole(day)) d</text>"
    }
    for share in Set(shares).sorted() {
      body +=
        "<text class=\"tick\" x=\"\(Html.px(x(Double(share))))\" y=\"\(Html.px(height + 13))\">\(share) %</text>"
    }
    body +=
      "<text class=\"tick\" x=\"\(Html.px(width / 2))\" y=\"\(Html.px(height + 28))\">shorter than before, as assumed</text>"
    for (index, line) in lines.enumerated() {
      let points = line.points.compactMap { point in
        point.days.map { SIMD2(x(Double(point.share)), y($0)) }
      }
      body += line.line.svg(points) + line.line.key(index, beside: width)
    }
    return Picture(
      id: id, title: title, text: text, width: width + 250, height: height + 46,
      body: body + "</g>")
  }
}
