/// Claims as a reader sees them.
extension Claim {
  /// Its range in the unit a reader would use: `44 to 52 km`.
  public var words: String { Claim.words(range.low, range.high, unit: unit) }

  /// A range of SI values in the unit a reader would use, two decimals at most; one number where both
  /// ends are the same.
  public static func words(_ low: Double, _ high: Double, unit: String) -> String {
    let large = max(abs(low), abs(high))
    let (unit, size): (String, Double) =
      switch unit {
      case "m" where large >= 10_000: ("km", 1_000)
      case "s" where large >= 600: ("min", 60)
      case "": large <= 1 ? ("%", 0.01) : ("", 1)
      default: (unit, 1)
      }
    func short(_ x: Double) -> String {
      let value = x / size
      return Json.short(abs(value) < 0.1 ? value : (value * 100).rounded() / 100)
    }
    let number = low == high ? short(low) : "\(short(low)) to \(short(high))"
    return unit.isEmpty ? number : "\(number) \(unit)"
  }
}
