internal import Kernels

/// An upright axis of probabilities by their log-odds: one in a thousand has as much room as 999.
struct OddsAxis {
  let height: Double
  static let low = 0.001
  static let high = 0.999
  static let ticks: [(share: Double, words: String)] = [
    (0.001, "0.1 %"), (0.01, "1 %"), (0.1, "10 %"), (0.5, "50 %"), (0.9, "90 %"), (0.99, "99 %"),
  ]

  private static func odds(_ share: Double) -> Double {
    let held = min(max(share, low), high)
    return naturalLogarithm(held / (1 - held))
  }

  /// Pixels from the top.
  func y(_ share: Double) -> Double {
    let (least, most) = (OddsAxis.odds(OddsAxis.low), OddsAxis.odds(OddsAxis.high))
    return height * (1 - (OddsAxis.odds(share) - least) / (most - least))
  }

  /// Grid lines over a width, with words left of them.
  func svg(width: Double) -> String {
    OddsAxis.ticks.map { tick in
      let at = Html.px(y(tick.share))
      return "<path class=\"grid\" d=\"M0 \(at)h\(Html.px(width))\"/>"
        + "<text class=\"tick last\" x=\"-5\" y=\"\(Html.px(y(tick.share) + 3.5))\">\(tick.words)</text>"
    }.joined()
  }
}
