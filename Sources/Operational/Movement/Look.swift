internal import Kernels

/// One observer's looks in one draw.
package struct Look: Sendable {
  let revisit, sees, delay: Double
  /// Uniforms in (0, 1): where in its round it looks first, and how many looks fail.
  let phase, failures: Double

  package init(revisit: Double, sees: Double, delay: Double, phase: Double, failures: Double) {
    (self.revisit, self.sees, self.delay) = (revisit, sees, delay)
    (self.phase, self.failures) = (phase, failures)
  }

  /// When it reports what may be seen from a time on, s; infinite where it never does.
  ///
  /// It looks at `(phase + n) · revisit`; of the looks that could see it so many fail, one after the other, as a
  /// geometric law of its chance says.
  package func report(from time: Double) -> Double {
    guard time < .infinity else { return .infinity }
    let first = ((time / revisit - phase).rounded(.up) + phase) * revisit
    let missed =
      sees >= 1 ? 0 : (naturalLogarithm(failures) / naturalLogarithm(1 - sees)).rounded(.down)
    return max(first, 0) + missed * revisit + delay
  }
}
