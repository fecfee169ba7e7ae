internal import Scenarios
internal import Theatre

extension Theatre {
  /// The class of threat as a reader says it: `quasi-ballistic missiles`.
  func plural(_ threat: String) -> String {
    threat.isEmpty ? "any threat" : signs[threat]?.plural ?? "\(threat) threats"
  }
}
