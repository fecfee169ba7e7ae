/// Claims as a reader sees them.
extension Claim {
  /// Its range in the unit a reader would use: `44 to 52 km`.
  public var words: String { Claim.words(range.low, range.high, unit: unit) }

  /// A range of SI values; one number where both ends are the same.
  ///
  /// - Parameter scale: the size that decides the unit; that of the larger end where left out.
  public static func words(
    _ low: Double, _ high: Double, unit: String, scale: Double? = nil
  ) -> String {
    words(low == high ? [low] : [low, high], by: " to ", unit: unit, scale: scale)
  }

  /// SI values in the unit a reader would use for the largest of them, two decimals at most.
  ///
  /// - Parameters:
  ///   - separator: stands between them.
  ///   - scale: the size that decides the unit; that of the largest where left out.
  public static func words(
    _ values: [Double], by separator: String, unit: String, scale: Double? = nil
  ) -> String {
    let (unit, size) = readable(unit, scale ?? values.lazy.map(abs).max() ?? 0)
    let numbers = values.map { value in
      let x = value / size
      return Json.short(abs(x) < 0.1 ? x : (x * 100).rounded() / 100)
    }.joined(separator: separator)
    return unit.isEmpty ? numbers : "\(numbers) \(unit)"
  }

  /// The unit for sizes of an SI unit, and how large it is.
  private static func readable(_ unit: String, _ large: Double) -> (unit: String, size: Double) {
    switch unit {
    case "m" where large >= 10_000: ("km", 1_000)
    case "s" where large >= 864_000: ("d", 86_400)
    case "s" where large >= 21_600: ("h", 3_600)
    case "s" where large >= 600: ("min", 60)
    case "m/s" where large < 20: ("km/h", 1 / 3.6)
    case "rad": ("deg", .pi / 180)
    case "": large <= 1 ? ("%", 0.01) : ("", 1)
    default: (unit, 1)
    }
  }
}
