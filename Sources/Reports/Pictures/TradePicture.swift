internal import Findings

/// Lead time against days under false alarm: a line a method, from its strictest threshold to its laxest.
struct TradePicture {
  struct Method {
    let line: KeyedLine
    /// Days under false alarm a year, and days of lead, threshold by threshold; a missed attack has none.
    let points: [(falseDays: Double, lead: Int?)]
  }

  let methods: [Method]
  private let width = 430.0
  private let height = 170.0

  private var most: (falseDays: Double, lead: Double) {
    let all = methods.flatMap(\.points)
    return (
      max(1, all.map(\.falseDays).max() ?? 1),
      Double(max(30, all.compactMap(\.lead).max() ?? 30))
    )
  }

  func picture(id: String, title: String, text: String) -> Picture {
    let (falseDays, lead) = most
    func x(_ value: Double) -> Double { (value / falseDays).squareRoot() * width }
    func y(_ value: Double) -> Double { height * (1 - value / lead) }
    var body = "<g transform=\"translate(58 12)\">"
    for day in stride(from: 0.0, through: lead, by: 30) {
      body +=
        "<path class=\"grid\" d=\"M0 \(Html.px(y(day)))h\(Html.px(width))\"/>"
        + "<text class=\"tick last\" x=\"-6\" y=\"\(Html.px(y(day) + 3.5))\">\(Words.whole(day)) d</text>"
    }
    for value in [0.0, 1, 5, 20, 50, 100, 200, 300, 365] where value <= falseDays {
      body +=
        "<path class=\"grid\" d=\"M\(Html.px(x(value))) 0v\(Html.px(height))\"/>"
        + "<text class=\"tick\" x=\"\(Html.px(x(value)))\" y=\"\(Html.px(height + 13))\">\(Words.number(value))</text>"
    }
    body +=
      "<text class=\"tick\" x=\"\(Html.px(width / 2))\" y=\"\(Html.px(height + 28))\">days under alarm a year in episodes without attack</text>"
    for (index, method) in methods.enumerated() {
      let points = method.points.compactMap { point in
        point.lead.map { SIMD2(x(point.falseDays), y(Double(max(0, $0)))) }
      }
      body += method.line.svg(points)
      for point in points {
        body +=
          "<circle cx=\"\(Html.px(point.x))\" cy=\"\(Html.px(point.y))\" r=\"2.2\" fill=\"\(method.line.colour)\"/>"
      }
      body += method.line.key(index, beside: width)
    }
    return Picture(
      id: id, title: title, text: text, width: width + 250, height: height + 46,
      body: body + "</g>")
  }
}
