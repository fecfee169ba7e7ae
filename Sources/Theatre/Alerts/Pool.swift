internal import Kernels
internal import Quantities
internal import Scenarios

/// Turns what happened into claims: each event, or each count, is a kernel as wide as the next one may differ.
///
/// Few events make wide kernels (`width`), on the logarithm where the number is positive, and with what the rounding of
/// its times leaves open.
package enum Pool {
  /// Width of a sample that stands alone, as a share of its value (on the logarithm a factor e), and the least width,
  /// s or m as its address: nothing is known of how such events differ.
  static let loneShare = 1.0
  static let leastWidth = 30.0

  /// What one row of a log says.
  struct Sample {
    let id: String
    let source: String
    let span: Span
    let note: String
    let range: ClosedRange<Double>
    /// Standard deviation of the logarithm within the row, which tells of many.
    var within = 0.0
    var isNever = false
    /// As how many events it counts.
    var weight = 1.0
    /// Of its kernel, where it is another than that of all samples.
    var width: Double?

    var middle: Double { (range.lowerBound + range.upperBound) / 2 }
    var half: Double { (range.upperBound - range.lowerBound) / 2 }
  }

  /// The claims that samples make for an address.
  ///
  /// - Parameter onLogarithm: whether what is positive differs by factors rather than by sums.
  static func claims(
    _ samples: [Sample], _ address: Address, unit: String, onLogarithm: Bool
  ) -> [Claim] {
    let middles = samples.filter { !$0.isNever }.map(\.middle)
    let width = width(onLogarithm ? middles.filter { $0 > 0 }.map(naturalLogarithm) : middles)
    return samples.map { sample in
      Claim(
        id: "\(address)#\(sample.id)", address: address,
        statement: .law(law(sample, width: sample.width ?? width, onLogarithm: onLogarithm)),
        source: sample.source, span: sample.span, unit: unit, note: sample.note,
        events: sample.weight)
    }
  }

  private static func law(
    _ sample: Sample, width: Double?, onLogarithm: Bool
  ) -> Distribution {
    if sample.isNever { return .constant(AlertPractice.never) }
    if onLogarithm, sample.middle > 0 {
      let own = width ?? loneShare
      let rounding = sample.half / sample.middle / 3.0.squareRoot()
      let variance = own * own + rounding * rounding + sample.within * sample.within
      return .lognormal(median: sample.middle, factor: exponential(variance.squareRoot()))
    }
    let lone = max(leastWidth, loneShare * abs(sample.middle))
    let own = onLogarithm ? lone : width ?? lone
    return .normal(
      mean: sample.middle, spread: (own * own + sample.half * sample.half / 3).squareRoot())
  }

  /// Width of a kernel with which the mixture of `n` values is as wide as Student's prediction of one more value:
  /// s √(f² − 1), f = t₀.₉(n − 1) √(1 + 1/n) / z₀.₉ (Hahn and Meeker, Statistical Intervals, 1991, 4.7), for the 80 % band
  /// of normal values. Nil for fewer than two values, or equal ones.
  package static func width(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)).squareRoot()
    guard deviation > 0 else { return nil }
    let factor = student(values.count - 1) * (1 + 1 / n).squareRoot() / 1.2816
    return deviation * (factor * factor - 1).squareRoot()
  }

  /// The 90th percentile of Student's distribution: published tables to ten degrees of freedom, then the expansion of
  /// Abramowitz and Stegun 26.7.5 (within 0.001).
  package static func student(_ freedom: Int) -> Double {
    let table = [3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372]
    if freedom <= table.count { return table[freedom - 1] }
    let (z, v) = (1.281_551_6, Double(freedom))
    return z + (z * z * z + z) / (4 * v) + (5 * z * z * z * z * z + 16 * z * z * z + 3 * z)
      / (96 * v * v)
  }
}

extension Pool.Sample {
  /// A dated alert.
  init(_ row: Document.AlertRow, _ range: ClosedRange<Double>) {
    self.init(
      id: row.id, source: row.source, span: row.span,
      note: "\(row.place), \(row.date): row \(row.id) of the log of alerts", range: range,
      isNever: row.isNever)
  }
}
