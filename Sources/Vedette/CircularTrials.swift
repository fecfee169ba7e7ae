internal import Quantities
internal import Scenarios
internal import Theatre

/// Claims on trial whose source is also an input of what is tried: their verdict is the weight that the witness was given.
struct CircularTrials {
  private let theatre: Theatre

  init(_ theatre: Theatre) { self.theatre = theatre }

  var warnings: [Diagnostic] {
    theatre.trials.compactMap { trial in
      let inputs = inputs(of: trial)
      guard let first = inputs.first, let source = trial.source else { return nil }
      return Diagnostic(
        trial.span,
        "trial '\(trial.id)' is circular: its source '\(source)' is also an input of what is tried, \(first)"
          + (inputs.count > 1 ? " and \(inputs.count - 1) more" : ""),
        help: "its verdict is partly the weight that this source has", severity: .warning)
    }
  }

  /// Inputs of what is tried of which the trial's own source speaks.
  func inputs(of trial: Document.Trial) -> [Address] {
    guard let source = trial.source, !trial.isFact else { return [] }
    let used = tried(by: trial)
    return Set(
      theatre.bibliography.claims.filter { claim in
        claim.source == source && used.contains(claim.address.owner)
      }.map(\.address)
    ).sorted()
  }

  /// Owners of the inputs that the tried threats fly by.
  private func tried(by trial: Document.Trial) -> Set<String> {
    let postures = [trial.posture.value, trial.before?.value].compactMap { $0 }
      .compactMap(theatre.posture)
    let forces = postures.flatMap(\.forces).filter { force in
      trial.threat.map { threat in
        threat.value == force.id || theatre.systems[force.system]?.kind == threat.value
      } ?? true
    }
    return Set(forces.flatMap { theatre.systems[$0.system]?.line ?? [] }.map { "catalogue.\($0)" })
  }
}
