/// An axis of time: seconds to pixels, with ticks in the unit that reads best.
struct TimeAxis {
  let low: Double
  let high: Double
  let width: Double

  /// An axis that holds all the values, in whole steps, and zero.
  init(values: [Double], width: Double) {
    let (least, most) = (min(values.min() ?? 0, 0), max(values.max() ?? 60, 0))
    let step = TimeAxis.step(max(most - least, 10))
    low = (least / step).rounded(.down) * step
    high = max((most / step).rounded(.up) * step, low + step)
    self.width = width
  }

  /// 1, 2 or 5 times a unit of the clock, six steps at most.
  static func step(_ span: Double) -> Double {
    let steps: [Double] = [
      1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400,
    ]
    return steps.first { span / $0 <= 6 } ?? (span / 6 / 86_400).rounded(.up) * 86_400
  }

  func x(_ value: Double) -> Double { (min(max(value, low), high) - low) / (high - low) * width }

  /// What a tick says, and its unit: `120 s`, `5 min`, `2 h`.
  private func word(_ value: Double) -> String {
    let step = TimeAxis.step(high - low)
    if step < 60 { return "\(Words.whole(value)) s" }
    return step < 3_600 ? "\(Words.whole(value / 60)) min" : "\(Words.whole(value / 3_600)) h"
  }

  /// Grid lines, a stronger one at zero, and words under them.
  func svg(y: Double, height: Double) -> String {
    let step = TimeAxis.step(high - low)
    return stride(from: low, through: high + step / 2, by: step).map { value in
      let at = Html.px(x(value))
      return
        "<path class=\"\(value == 0 ? "zero" : "grid")\" d=\"M\(at) \(Html.px(y))v\(Html.px(height))\"/>"
        + "<text class=\"tick\" x=\"\(at)\" y=\"\(Html.px(y + height + 13))\">\(word(value))</text>"
    }.joined()
  }

  /// A computing error: an I-beam in ink, thin, whatever colour the spread has.
  func errorBar(_ low: Double, _ high: Double, y: Double, size: Double = 5) -> String {
    let (a, b) = (x(low), x(high))
    return "<path class=\"error\" d=\"M\(Html.px(a)) \(Html.px(y - size / 2))v\(Html.px(size))"
      + "m0 \(Html.px(-size / 2))H\(Html.px(b))m0 \(Html.px(-size / 2))v\(Html.px(size))\"/>"
  }
}
