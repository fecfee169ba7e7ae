import Foundation
import Kernels
import Testing

@Suite struct QuantileTests {
  /// Abramowitz and Stegun, table 26.5 and the 5 σ tail.
  @Test func normalMatchesPrintedValues() {
    let printed: [(Double, Double)] = [
      (0.5, 0), (0.975, 1.959963984540054), (0.995, 2.575829303548901),
      (0.999, 3.090232306167813), (0.01, -2.326347874040841),
    ]
    for (p, x) in printed { #expect(abs(Quantiles.normal(p) - x) < 1e-12, "p = \(p)") }
    #expect(abs(Quantiles.normal(1e-9) + Quantiles.normal(1 - 1e-9)) < 1e-6)
  }

  /// Iₓ(1, b) = 1 − (1 − x)ᵇ, Iₓ(a, 1) = xᵃ, and the mirror Iₓ(a, b) = 1 − I₁₋ₓ(b, a).
  @Test func betaMatchesItsClosedForms() {
    for i in 1..<40 {
      let x = Double(i) / 40
      #expect(abs(Quantiles.betaShare(x, 1, 5) - (1 - pow(1 - x, 5))) < 1e-13)
      #expect(abs(Quantiles.betaShare(x, 4, 1) - pow(x, 4)) < 1e-13)
      let mirror = Quantiles.betaShare(x, 2.5, 3.5) + Quantiles.betaShare(1 - x, 3.5, 2.5)
      #expect(abs(mirror - 1) < 1e-13)
    }
  }

  /// The table against bisection on the distribution function.
  @Test func pertTableHoldsItsError() {
    for likely in [0.0, 0.02, 0.3, 0.5, 0.8, 1] {
      let pert = Pert(low: 0, likely: likely, high: 1)
      for i in 0..<2_000 {
        let u = (Double(i) + 0.5) / 2_000
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
          let middle = (low + high) / 2
          if Quantiles.betaShare(middle, pert.alpha, pert.beta) < u {
            low = middle
          } else {
            high = middle
          }
        }
        #expect(abs(pert.quantile(u) - low) < 2e-5, "likely \(likely), u \(u)")
      }
    }
  }
}
