/// Waves by length, as public cross-sections tell them apart.
package enum Band: Int, CaseIterable, Sendable {
  /// 1 m and longer; 10 cm to 1 m; shorter.
  case metre, decimetre, centimetre

  /// - Parameter wavelength: m; nil where nobody says it, as most public figures are of centimetres.
  init(wavelength: Double?) {
    self =
      switch wavelength ?? 0.03 {
      case 1...: .metre
      case 0.1..<1: .decimetre
      default: .centimetre
      }
  }
}
