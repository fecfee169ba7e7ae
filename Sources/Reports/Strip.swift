internal import Warnings

/// Distributions on one axis of seconds.
struct Strip {
  let low: Double
  let high: Double
  let width: Double

  /// An axis that holds all the values, in whole steps.
  init(values: [Double], width: Double) {
    let (least, most) = (min(values.min() ?? 0, 0), max(values.max() ?? 60, 60))
    let step = Strip.step(most - least)
    low = (least / step).rounded(.down) * step
    high = (most / step).rounded(.up) * step
    self.width = width
  }

  /// 1, 2 or 5 times a unit of the clock, about six steps.
  static func step(_ span: Double) -> Double {
    let steps: [Double] = [10, 20, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 14_400]
    return steps.first { span / $0 <= 8 } ?? 36_000
  }

  func x(_ value: Double) -> Double { (min(max(value, low), high) - low) / (high - low) * width }

  /// Band from P10 to P90, box from P25 to P75, line at the median; a missing end is the left edge:
  /// no alert is the least warning there is.
  func band(_ quantiles: [Double?], y: Double, height: Double, colour: String) -> String {
    let xs = quantiles.map { $0.map(x) ?? 0 }
    func rect(_ a: Double, _ b: Double, _ inset: Double, _ opacity: String) -> String {
      "<rect x=\"\(Html.px(a))\" y=\"\(Html.px(y + inset))\" width=\"\(Html.px(max(b - a, 0.8)))\" "
        + "height=\"\(Html.px(height - 2 * inset))\" fill=\"\(colour)\" opacity=\"\(opacity)\"/>"
    }
    return rect(xs[0], xs[6], height * 0.38, ".3") + rect(xs[1], xs[5], height * 0.2, ".45")
      + rect(xs[2], xs[4], 0, ".55")
      + "<rect x=\"\(Html.px(xs[3] - 1))\" y=\"\(Html.px(y))\" width=\"2.4\" "
      + "height=\"\(Html.px(height))\" class=\"median\"/>"
  }

  /// Ticks with words, and a line at zero.
  func axis(y: Double, height: Double) -> String {
    let step = Strip.step(high - low)
    var out = ""
    var value = low
    while value <= high + step / 2 {
      let at = Html.px(x(value))
      out +=
        "<path class=\"\(value == 0 ? "zero" : "grid")\" d=\"M\(at) \(Html.px(y))v\(Html.px(height))\"/>"
      out +=
        "<text class=\"tick\" x=\"\(at)\" y=\"\(Html.px(y + height + 12))\">"
        + "\(step >= 60 ? "\(Words.whole(value / 60)) min" : "\(Words.whole(value)) s")</text>"
      value += step
    }
    return out
  }
}
