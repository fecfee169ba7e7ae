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

  /// Half the 95 % interval of a mean of replicates, t·s/√R.
  ///
  /// - Precondition: there are two or more.
  public static func halfWidth(of replicates: [Double]) -> Double {
    precondition(replicates.count > 1, "one replicate has no spread")
    let n = Double(replicates.count)
    let mean = replicates.reduce(0, +) / n
    let variance = replicates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    return student(replicates.count) * (variance / n).squareRoot()
  }

  /// A quantile of draws: the mean over the replicates that have any, and half the interval of their spread; nothing where
  /// none has, no interval where one alone has.
  ///
  /// - Parameter sorted: the draws of each replicate, ascending.
  public static func quantile(_ share: Double, of sorted: [[Double]]) -> Estimate {
    let each = sorted.filter { !$0.isEmpty }.map {
      $0[min($0.count - 1, Int(share * Double($0.count)))]
    }
    guard !each.isEmpty else { return Estimate(value: nil, low: nil, high: nil) }
    let value = each.reduce(0, +) / Double(each.count)
    guard each.count > 1 else { return Estimate(value: value, low: nil, high: nil) }
    let half = halfWidth(of: each)
    return Estimate(value: value, low: value - half, high: value + half)
  }

  /// Student's t, 97.5 %, 15 degrees of freedom, and more for fewer replicates.
  private static func student(_ replicates: Int) -> Double {
    let table = [
      1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262,
      10: 2.228, 11: 2.201, 12: 2.179, 13: 2.160, 14: 2.145, 15: 2.131,
    ]
    return table[replicates - 1] ?? 1.96
  }
}
