/// A number with its computing error; the spread of draws is figures of its own.
public struct Estimate: Hashable, Sendable {
  /// Nil where the value is −∞ (never alerted) or where there is nothing to ask.
  public let value: Double?
  /// Ends of the 95 % interval of the computing error; nil where an end is −∞ or unknown.
  public let low: Double?
  public let high: Double?

  public init(value: Double?, low: Double?, high: Double?) {
    (self.value, self.low, self.high) = (value, low, high)
  }

  /// Half the width; nil where an end is missing.
  public var halfWidth: Double? {
    guard let low, let high else { return nil }
    return (high - low) / 2
  }
}
