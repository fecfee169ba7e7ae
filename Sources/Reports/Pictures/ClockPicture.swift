/// The clock of each axis as bars, one a posture: from the first order until forces may start, and when the build-up is reported.
struct ClockPicture {
  struct Bar {
    let posture: String
    /// Days until forces may start: one in ten, the middle, nine in ten.
    let start: (low: Double, middle: Double, high: Double)
    /// Days until the build-up is reported, and until the defended side has ordered; nil where half of the draws never come to it.
    let reported, ordered: Double?
  }

  struct Group {
    let name: String
    let bars: [Bar]
  }

  let groups: [Group]
  private let width = 420.0
  private let left = 196.0

  /// Days that the axis shows: a long tail is cut, and says so.
  private var most: Double {
    let bars = groups.flatMap(\.bars)
    let middle = bars.map(\.start.middle).max() ?? 10
    return min(bars.map(\.start.high).max() ?? 10, 2.5 * middle)
  }

  func picture(id: String, title: String, text: String) -> Picture {
    let step = most > 60 ? 20.0 : most > 30 ? 10 : 5
    let top = (most / step).rounded(.up) * step
    func x(_ days: Double) -> Double { left + width * min(max(days, 0), top) / top }
    var (body, y) = ("", 6.0)
    for group in groups {
      y += 14
      body += "<text class=\"row\" x=\"0\" y=\"\(Html.px(y))\">\(Html.escape(group.name))</text>"
      y += 6
      for bar in group.bars {
        y += 10
        body += self.bar(bar, x, y, top)
        y += 8
      }
      y += 4
    }
    let grid = stride(from: 0, through: top, by: step).map { days in
      "<path class=\"grid\" d=\"M\(Html.px(x(days))) 8V\(Html.px(y))\"/>"
        + "<text class=\"tick\" x=\"\(Html.px(x(days)))\" y=\"\(Html.px(y + 13))\">\(Words.whole(days)) d</text>"
    }.joined()
    return Picture(
      id: id, title: title, text: text, width: left + width + 60, height: y + 20, body: grid + body)
  }

  private func bar(_ bar: Bar, _ x: (Double) -> Double, _ y: Double, _ top: Double) -> String {
    let (low, high) = (x(bar.start.low), x(bar.start.high))
    var body =
      "<text class=\"side\" x=\"12\" y=\"\(Html.px(y + 3.5))\">\(Html.escape(bar.posture))</text>"
      + "<path class=\"span\" d=\"M\(Html.px(low)) \(Html.px(y))H\(Html.px(high))\"/>"
      + "<path class=\"middle\" d=\"M\(Html.px(x(bar.start.middle))) \(Html.px(y - 5))v10\"/>"
    if bar.start.high > top {
      body +=
        "<text class=\"end\" x=\"\(Html.px(high + 5))\" y=\"\(Html.px(y + 3.5))\">to \(Words.whole(bar.start.high)) d</text>"
    }
    if let reported = bar.reported {
      body +=
        "<circle class=\"told\" cx=\"\(Html.px(x(reported)))\" cy=\"\(Html.px(y))\" r=\"3.5\"/>"
    }
    if let ordered = bar.ordered {
      body +=
        "<circle class=\"likely\" cx=\"\(Html.px(x(ordered)))\" cy=\"\(Html.px(y))\" r=\"3.5\"/>"
    }
    return body
  }

  /// What its marks mean.
  static let legend = [
    CaptionedPicture.Key(
      svg:
        "<svg class=\"key\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path class=\"span\" d=\"M0 8H16\"/><path class=\"middle\" d=\"M9 3v10\"/></svg>",
      words: "forces may start: eight of ten draws, and the middle"),
    CaptionedPicture.Key(
      svg:
        "<svg class=\"key\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><circle class=\"told\" cx=\"8\" cy=\"8\" r=\"3.5\"/></svg>",
      words: "the build-up is reported (middle)"),
    CaptionedPicture.Key(
      svg:
        "<svg class=\"key\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><circle class=\"likely\" cx=\"8\" cy=\"8\" r=\"3.5\"/></svg>",
      words: "the defended side has ordered (middle)"),
  ]
}
