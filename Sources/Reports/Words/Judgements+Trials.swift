internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What was said in public, asked otherwise.
extension Judgements {
  /// What is asked otherwise: `in Ukraine alone`, `under 2026-forward`.
  func asking(_ variant: FigureID) -> String {
    if case .country(let code) = variant.subject {
      return "in \(BaseMap.name(of: code, in: theatre)) alone"
    }
    return "\(under(variant.setting.postures.last ?? ""))"
  }
}
