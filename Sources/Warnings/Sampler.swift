internal import Kernels
internal import Quantities

/// Draws values from a law: a uniform picks the claim, another the value.
struct Sampler: Sendable {
  private let choices: [(upTo: Double, component: Int)]
  private let quantiles: [@Sendable (Double) -> Double]
  /// The hull the values are counted in, for the integer sums of `Influence`.
  let range: ClosedRange<Double>
  private let bounds: ClosedRange<Double>
  init(_ law: Law) {
    choices = law.choices
    quantiles = law.components.map { Sampler.quantile(of: $0.distribution) }
    range = law.range
    bounds = law.bounds
  }

  /// Whether the claim is drawn at all; a lone component needs no selector.
  var needsSelector: Bool { quantiles.count > 1 }

  /// Which claim a selector picks.
  func component(_ selector: Double) -> Int {
    (choices.first { selector < $0.upTo } ?? choices[choices.count - 1]).component
  }

  func value(selector: Double, _ u: Double) -> Double {
    let index = needsSelector ? component(selector) : 0
    return min(max(quantiles[index](u), bounds.lowerBound), bounds.upperBound)
  }

  /// The quantile function of a distribution, prepared once.
  private static func quantile(of distribution: Distribution) -> @Sendable (Double) -> Double {
    switch distribution {
    case .constant(let value): return { _ in value }
    case .uniform(let low, let high): return { low + (high - low) * $0 }
    case .pert(let low, let likely, let high, let outer):
      let pert = Sampler.pert(low, likely, high, outer: outer)
      return { pert.quantile($0) }
    case .logPert(let low, let likely, let high, let outer):
      let pert = Sampler.pert(
        naturalLogarithm(low), naturalLogarithm(likely), naturalLogarithm(high), outer: outer)
      return { exponential(pert.quantile($0)) }
    case .normal(let mean, let spread): return { mean + spread * Quantiles.normal($0) }
    case .lognormal(let median, let factor):
      let sigma = naturalLogarithm(factor)
      return { median * exponential(sigma * Quantiles.normal($0)) }
    case .choice(let values, let weights):
      let total = weights.reduce(0, +)
      return { u in
        var left = u * total
        for (value, weight) in zip(values, weights) {
          left -= weight
          if left < 0 { return value }
        }
        return values[values.count - 1]
      }
    case .empirical(let values):
      return { u in
        let place = u * Double(values.count - 1)
        let i = min(Int(place), values.count - 2)
        return values[i] + (place - Double(i)) * (values[i + 1] - values[i])
      }
    }
  }

  /// With `outer`, the ends are moved out until 5 and 95 % fall on the given bounds.
  ///
  /// Fixed point: each end moves by the gap that is left; ten rounds leave less than 1e-4 of the
  /// range.
  private static func pert(_ low: Double, _ likely: Double, _ high: Double, outer: Bool) -> Pert {
    var pert = Pert(low: low, likely: likely, high: high)
    guard outer else { return pert }
    for _ in 0..<30 {
      let a = pert.low - (pert.quantile(0.05) - low)
      let b = pert.high + (high - pert.quantile(0.95))
      pert = Pert(low: min(a, likely), likely: likely, high: max(b, likely))
    }
    return pert
  }
}
