public import Findings

extension Words {
  /// Whole days, never more digits than the computing error allows; no alarm where it is −∞.
  public static func days(_ figure: Figure?) -> String {
    guard let figure, figure.draws > 0 else { return "–" }
    guard let value = figure.estimate.value else { return "no alarm" }
    let step = max(1, decade(figure.estimate.halfWidth ?? 0))
    return "\(whole((value / step).rounded() * step)) d"
  }

  /// Days to a tenth, as far as the computing error allows; what is below zero is late.
  static func tenthsOfDays(_ figure: Figure?) -> String {
    guard let figure, figure.draws > 0, let value = figure.estimate.value else { return "–" }
    let step = max(0.1, decade(figure.estimate.halfWidth ?? 0))
    let rounded = (abs(value) / step).rounded() * step
    return "\(value < 0 && rounded > 0 ? "−" : "")\(number(rounded)) d"
  }

  /// A signed change in days; no change where the interval straddles zero.
  static func daysChange(_ figure: Figure?) -> String {
    guard let figure, let value = figure.estimate.value else { return "–" }
    guard let low = figure.estimate.low, let high = figure.estimate.high, low > 0 || high < 0 else {
      return "no change"
    }
    let step = max(1, decade((high - low) / 2))
    let days = (abs(value) / step).rounded() * step
    return days == 0 ? "no change" : "\(value < 0 ? "−" : "+")\(whole(days)) d"
  }
}
