/// The cumulative sum of what exceeds a reference: the oldest way to notice that counts have risen.
///
///     S₀ = 0,  Sₜ = max(0, Sₜ₋₁ + xₜ − k)
///
/// Source: E. S. Page, Continuous inspection schemes, Biometrika 41, 1954, doi:10.1093/biomet/41.1-2.100.
public enum Cusum {
  /// The sums after each count.
  ///
  /// - Parameter reference: k, what is nothing unusual, in the unit of the counts.
  public static func sums(of counts: [Double], reference: Double) -> [Double] {
    var sum = 0.0
    return counts.map {
      sum = max(0, sum + $0 - reference)
      return sum
    }
  }
}
