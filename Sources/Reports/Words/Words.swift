public import Findings
internal import Kernels
internal import Quantities

/// Numbers as a reader sees them: never more digits than the computing error allows.
public enum Words {
  /// Seconds; minutes from ten minutes on; tenths of an hour from three hours on: `212 s`, `41 min`.
  ///
  /// - Parameter error: half-width of the computing error, s. The last digit that is printed is worth
  ///   at least its first digit: `212 s` with 3 s, `210 s` with 12 s.
  public static func time(_ seconds: Double, error: Double = 0) -> String {
    let size = abs(seconds)
    let (unit, least, word) =
      size < 600 ? (1.0, 1.0, "s") : size < 3 * 3_600 ? (60, 60, "min") : (3_600, 360, "h")
    let step = max(least, unit * decade(error / unit))
    let steps = (seconds / step).rounded()
    if step < unit {
      let tenths = Int(abs(steps))
      return "\(steps < 0 ? "−" : "")\(tenths / 10).\(tenths % 10) \(word)"
    }
    return "\(whole(steps * step / unit)) \(word)"
  }

  /// The power of ten of a number's first digit, after it is rounded to one digit: 1 for 3, 10 for 12
  /// and for 9.6; zero for zero.
  static func decade(_ error: Double) -> Double {
    guard error > 0, error.isFinite else { return 0 }
    var power = 1.0
    while power > error * 1.05263 { power /= 10 }
    while power * 9.5 <= error { power *= 10 }
    return power
  }

  /// A figure's time; no alert where it is −∞.
  public static func time(_ figure: Figure?) -> String {
    guard let figure, figure.draws > 0 else { return "out of reach" }
    guard let value = figure.estimate.value else { return "no alert" }
    // some replicate has no alert, or never comes to a moment: one end is open
    guard let error = figure.estimate.halfWidth else {
      if figure.estimate.high == nil, let low = figure.estimate.low { return "> \(time(low))" }
      return "< \(time(figure.estimate.high ?? value))"
    }
    return time(value, error: error)
  }

  /// How late what is below zero comes: `46 s`, of a warning of −46 s.
  ///
  /// - Precondition: the figure has a value, and it is below zero.
  static func lateness(_ figure: Figure?) -> String {
    guard let figure, let value = figure.estimate.value, value < 0 else {
      preconditionFailure("what is not late")
    }
    return time(-value, error: figure.estimate.halfWidth ?? 0)
  }

  /// A signed change: `−70 s`, `+3 s`; where the interval straddles zero, or a change prints as nothing, what stands for none.
  public static func change(_ figure: Figure?, none: String = "no change") -> String {
    guard let figure, let value = figure.estimate.value else { return "–" }
    guard let low = figure.estimate.low, let high = figure.estimate.high, low > 0 || high < 0 else {
      return none
    }
    let words = signed(value, error: (high - low) / 2)
    return words.hasPrefix("0") ? none : words
  }

  /// A signed change of a share, in points of a hundred: `−3 points`.
  static func points(_ figure: Figure?) -> String {
    guard let figure, let value = figure.estimate.value else { return "–" }
    guard let low = figure.estimate.low, let high = figure.estimate.high, low > 0 || high < 0 else {
      return "no change"
    }
    let size = percent(abs(value), error: (high - low) / 2).replacing(" %", with: "")
    guard size.contains(where: { ("1"..."9").contains($0) }) else { return "no change" }
    return "\(value < 0 ? "−" : "+")\(size) \(size == "1" ? "point" : "points")"
  }

  /// A number of hours or alarms, to a tenth; an upper end where there is no lower one.
  static func amount(_ figure: Figure?) -> String {
    guard let figure, let value = figure.estimate.value else { return "–" }
    func tenths(_ x: Double) -> String { number((x * 10).rounded() / 10) }
    guard let error = figure.estimate.halfWidth else {
      return "< \(tenths(figure.estimate.high ?? value))"
    }
    let step = max(0.1, decade(error))
    return tenths((value / step).rounded() * step)
  }

  /// `+3 s`, `−70 s`, `0 s`.
  static func signed(_ seconds: Double, error: Double = 0) -> String {
    let text = time(seconds, error: error)
    return text.hasPrefix("−") || text.hasPrefix("0 ") ? text : "+" + text
  }

  /// A share as a percentage; below what the draws can show it says so.
  public static func share(_ figure: Figure?) -> String {
    guard let figure, let value = figure.estimate.value else { return "–" }
    if value == 0 { return "< \(percent(max(figure.estimate.high ?? 0, 0.0001)))" }
    if value == 1 { return "> \(percent(min(figure.estimate.low ?? 1, 0.9999)))" }
    let text = percent(value, error: figure.estimate.halfWidth ?? 0)
    // neither nothing nor all is seen in the draws, and so neither is said
    if text.allSatisfy({ !("1"..."9").contains($0) }) {
      return "< \(percent(max(figure.estimate.high ?? value, 0.0001)))"
    }
    return text.hasPrefix("100") ? "> \(percent(min(figure.estimate.low ?? value, 0.9999)))" : text
  }

  /// Two digits below ten percent, whole above; fewer where the computing error is larger.
  public static func percent(_ share: Double, error: Double = 0) -> String {
    let value = share * 100
    let edge = min(value, 100 - value)
    let least = edge < 1 && edge > 0 ? 0.01 : edge < 10 ? 0.1 : 1
    let step = max(least, decade(error * 100))
    let steps = (value / step).rounded()
    if step >= 1 { return "\(whole(steps * step)) %" }
    // in whole hundredths, so that no binary fraction shows
    let hundredths = Int((steps * step * 100).rounded())
    let digits = step < 0.1 ? 2 : 1
    let fraction = digits == 2 ? hundredths % 100 : hundredths % 100 / 10
    let zero = digits == 2 && fraction < 10 ? "0" : ""
    return "\(hundredths / 100).\(zero)\(fraction) %"
  }

  /// A rounded integer with a real minus sign.
  public static func whole(_ value: Double) -> String {
    let rounded = Int(value.rounded())
    return rounded < 0 ? "−\(-rounded)" : "\(rounded)"
  }

  /// Thousands apart, with thin spaces, of a number that is not negative: `1 863 056`.
  static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return ([digits] + groups).joined(separator: "\u{202F}")
  }

  /// A number of people: in tenths of millions from one million on, else in thousands, and as it is below a thousand.
  static func people(_ people: Int) -> String {
    if people >= 1_000_000 {
      return "\(number((Double(people) / 100_000).rounded() / 10)) million"
    }
    return people >= 1_000 ? grouped((people + 500) / 1_000 * 1_000) : "\(people)"
  }

  /// A figure as it is, with its unit; a dash where there is none, and its reason where it has no value.
  static func plain(_ figure: Figure?) -> String {
    guard let figure else { return "–" }
    guard let value = figure.estimate.value else {
      return figure.absent.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "no alert"
    }
    if [.shiftNoAlert, .shiftInTime].contains(figure.id.statistic) { return points(figure) }
    if figure.id.unit == .share { return share(figure) }
    if figure.id.unit == .squareKilometres { return area(figure) }
    let step = max(decade(figure.estimate.halfWidth ?? 0), 0.1)
    let text = number((value / step).rounded() * step)
    let unit = figure.id.unit.word
    return unit.isEmpty ? text : "\(text) \(unit)"
  }

  /// A number without a needless fraction: `100`, `2.5`.
  static func number(_ value: Double) -> String {
    value == value.rounded() ? whole(value) : "\((value * 10).rounded() / 10)"
  }

  /// `one place`, `3 places`.
  public static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "one \(one)" : "\(number) \(many)"
  }

  /// `a, b and c`.
  public static func list(_ items: [String]) -> String {
    items.count < 2
      ? items.joined() : items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1]
  }

  /// The first letter made large.
  static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
