#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Distribution functions and their inverses.
public enum Quantiles {
  /// The standard normal quantile.
  ///
  /// Acklam's rational approximation, then one step of Halley's method on erfc: relative error
  /// below 1e-13 on (1e-12, 1 − 1e-12) (`QuantileTests.normalMatchesPrintedValues`).
  public static func normal(_ p: Double) -> Double {
    let a = [
      -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
      1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00,
    ]
    let b = [
      -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
      6.680131188771972e+01, -1.328068155288572e+01,
    ]
    let c = [
      -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
      -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00,
    ]
    let d = [
      7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00,
    ]
    func tail(_ q: Double) -> Double {
      (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5])
        / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1)
    }
    var x: Double
    if p < 0.02425 {
      x = tail((-2 * log(p)).squareRoot())
    } else if p > 1 - 0.02425 {
      x = -tail((-2 * log(1 - p)).squareRoot())
    } else {
      let q = p - 0.5
      let r = q * q
      x =
        (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q
        / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1)
    }
    let e = 0.5 * erfc(-x / 2.0.squareRoot()) - p
    let u = e * (2 * Double.pi).squareRoot() * exp(x * x / 2)
    x -= u / (1 + x * u / 2)
    return x
  }

  /// The regularised incomplete beta function Iₓ(a, b) by Lentz's continued fraction.
  ///
  /// Source: DLMF 8.17.22. Error below 1e-13 for 0.5 ≤ a, b ≤ 10 (`QuantileTests.betaMatchesItsClosedForms`).
  public static func betaShare(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return x < (a + 1) / (a + b + 2)
      ? front * continuedFraction(x, a, b) / a
      : 1 - front * continuedFraction(1 - x, b, a) / b
  }

  private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / guarded(1 - (a + b) * x / (a + 1))
    var result = d
    for m in 1...300 {
      let m = Double(m)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / guarded(1 + even * d)
      c = guarded(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / guarded(1 + odd * d)
      c = guarded(1 + odd / c)
      let delta = d * c
      result *= delta
      if abs(delta - 1) < 1e-15 { break }
    }
    return result
  }
}

/// The PERT distribution, λ = 4: a beta distribution on [low, high] with the mode at `likely`.
///
///     α = 1 + 4 (likely − low)/(high − low),  β = 1 + 4 (high − likely)/(high − low)
///
/// Source: Malcolm et al., Operations Research 7(5), 1959, doi:10.1287/opre.7.5.646; the beta form
/// with α + β = 6 as in Vose, Risk Analysis, 2008.
public struct Pert: Sendable {
  public let low: Double
  public let likely: Double
  public let high: Double
  /// The quantile at 0, u₁ … 1; the nodes lie dense at both ends.
  let shares: [Double]
  let nodes: [Double]
  let slopes: [Double]

  public var alpha: Double { 1 + 4 * (likely - low) / (high - low) }
  public var beta: Double { 1 + 4 * (high - likely) / (high - low) }
  public var mean: Double { (low + 4 * likely + high) / 6 }
  public var standardDeviation: Double {
    let (a, b) = (alpha, beta)
    return (high - low) * (a * b / ((a + b) * (a + b) * (a + b + 1))).squareRoot()
  }

  /// - Precondition: low ≤ likely ≤ high and low < high.
  public init(low: Double, likely: Double, high: Double) {
    precondition(low <= likely && likely <= high && low < high, "PERT \(low), \(likely), \(high)")
    (self.low, self.likely, self.high) = (low, likely, high)
    let a = 1 + 4 * (likely - low) / (high - low)
    let b = 1 + 4 * (high - likely) / (high - low)
    let scale = exp(lgamma(a + b) - lgamma(a) - lgamma(b))
    let count = 256
    var (shares, nodes, slopes) = ([Double](), [Double](), [Double]())
    for j in 0...count {
      let s = sin(.pi / 2 * Double(j) / Double(count))
      let x = s * s
      let density = scale * pow(x, a - 1) * pow(1 - x, b - 1)
      shares.append(Quantiles.betaShare(x, a, b))
      nodes.append(x)
      slopes.append(density > 0 ? 1 / density : .infinity)
    }
    (self.shares, self.nodes, self.slopes) = (shares, nodes, slopes)
  }

  /// The quantile: cubic Hermite between 257 exact nodes, the leading power of the beta law in the
  /// first and last. Error below 2e-5 of the range (`QuantileTests.pertTableHoldsItsError`).
  public func quantile(_ u: Double) -> Double {
    var (i, j) = (0, shares.count - 1)
    while j - i > 1 {
      let middle = (i + j) / 2
      if shares[middle] <= u { i = middle } else { j = middle }
    }
    return low + (high - low) * fraction(u, i)
  }

  private func fraction(_ u: Double, _ i: Int) -> Double {
    let last = shares.count - 2
    let width = shares[i + 1] - shares[i]
    if width <= 0 { return nodes[i] }
    if i == 0 { return nodes[1] * pow(u / shares[1], 1 / alpha) }
    if i == last {
      return 1 - (1 - nodes[last]) * pow((1 - u) / (1 - shares[last]), 1 / beta)
    }
    let t = (u - shares[i]) / width
    let rise = nodes[i + 1] - nodes[i]
    // limited to three times the secant: the interpolant stays monotone (Fritsch and Carlson)
    let m0 = min(slopes[i] * width, 3 * rise)
    let m1 = min(slopes[i + 1] * width, 3 * rise)
    let s = 1 - t
    return nodes[i] * s * s * (1 + 2 * t) + nodes[i + 1] * t * t * (3 - 2 * t)
      + m0 * t * s * s - m1 * t * t * s
  }
}
