import Foundation
import Kernels
import Testing

/// Against the C library's functions.
@Suite struct LaneMathTests {
  @Test func exponentialHoldsThirteenDigits() {
    for i in -7_000...7_000 {
      let x = Double(i) / 10.03
      let ours = LaneMath.exp(Lanes(repeating: x))[2]
      #expect(abs(ours / exp(x) - 1) < 1e-13, "exp(\(x))")
    }
  }

  @Test func logarithmHoldsTwelveDigits() {
    for i in -300...300 {
      let x = pow(10, Double(i) / 10) * 1.2345
      #expect(abs(LaneMath.log(Lanes(repeating: x))[0] - log(x)) < 1e-12, "log(\(x))")
    }
  }

  /// θ from 1 − cos θ, where acos would lose half its digits.
  @Test func angleIsAccurateWhereItIsSmall() {
    for i in 1...600 {
      let theta = Double(i) / 1_000
      let versine = 2 * sin(theta / 2) * sin(theta / 2)
      #expect(abs(LaneMath.angle(versine: Lanes(repeating: versine))[1] / theta - 1) < 2e-9)
    }
  }
}
