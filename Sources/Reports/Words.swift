internal import Quantities
public import Warnings

/// Numbers as a reader sees them: never more digits than the computing error allows.
public enum Words {
  /// Seconds, or minutes from ten minutes on: `212 s`, `41 min`.
  public static func time(_ seconds: Double) -> String {
    // hours read better than hundreds of minutes
    if abs(seconds) >= 3 * 3_600 { return "\((seconds / 360).rounded() / 10) h" }
    return minutes(seconds)
  }

  private static func minutes(_ seconds: Double) -> String {
    abs(seconds) < 600
      ? "\(whole(seconds)) s" : "\(whole(seconds / 60)) min"
  }

  /// A figure's time; no alert where it is −∞.
  public static func time(_ figure: Figure?) -> String {
    guard let figure, figure.draws > 0 else { return "out of reach" }
    guard let value = figure.estimate.value else { return "no alert" }
    return time(value)
  }

  /// A signed change: `−70 s`, `+3 s`, `no change` where the interval straddles zero.
  public static func change(_ figure: Figure?) -> String {
    guard let figure, let value = figure.estimate.value else { return "–" }
    if let low = figure.estimate.low, let high = figure.estimate.high, low <= 0, high >= 0 {
      return "no change"
    }
    return value > 0 ? "+\(time(value))" : time(value)
  }

  /// A share as a percentage; below what the draws can show it says so.
  public static func share(_ figure: Figure?) -> String {
    guard let figure, let value = figure.estimate.value else { return "–" }
    if value == 0 { return "< \(percent(max(figure.estimate.high ?? 0, 0.0001)))" }
    if value == 1 { return "> \(percent(min(figure.estimate.low ?? 1, 0.9999)))" }
    return percent(value)
  }

  /// Two digits below ten percent, whole above.
  public static func percent(_ share: Double) -> String {
    let value = share * 100
    if value < 1 || (value > 99 && value < 100) { return "\((value * 100).rounded() / 100) %" }
    if value < 10 || value > 99 { return "\((value * 10).rounded() / 10) %" }
    return "\(whole(value)) %"
  }

  /// A rounded integer with a real minus sign.
  public static func whole(_ value: Double) -> String {
    let rounded = Int(value.rounded())
    return rounded < 0 ? "−\(-rounded)" : "\(rounded)"
  }

  /// `one place`, `3 places`.
  public static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "one \(one)" : "\(number) \(many)"
  }

  /// The class of threat as a reader says it: `quasi-ballistic missiles`.
  public static func plural(_ threat: String) -> String {
    switch threat {
    case "quasi-ballistic": "quasi-ballistic missiles"
    case "one-way-drone": "one-way drones"
    case "ballistic": "ballistic missiles"
    case "cruise": "cruise missiles"
    case "aircraft": "aircraft"
    case "rocket-artillery": "rocket artillery"
    default: "\(threat) threats"
    }
  }

  /// `a, b and c`.
  public static func list(_ items: [String]) -> String {
    items.count < 2
      ? items.joined() : items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1]
  }
}
