internal import Findings
internal import Quantities
internal import Theatre

/// What the defended side could do, tried on the posture that the headline leads to.
extension Answering {
  /// Of a lever's figures those that a table of them tells; everything else can be asked by its id.
  private static let told: Set<Statistic> = [
    .inTime, .late, .noAlert, .outOfReach, .median, TacticalFigures.enough,
    TacticalFigures.enoughInEvening, TacticalFigures.enoughAtNight,
  ]

  /// The results with what each lever comes to, at the places that are asked for or else those named first.
  ///
  /// Levers and the posture they start from are counted from the same draws, as all postures are.
  func addingLevers(to results: Results, _ effort: Effort) async throws -> Results {
    guard ask.tellsLevers else { return results }
    return try await addingDays(to: try await addingWarnings(to: results, effort), effort)
  }

  /// Of axes, what each lever that concerns ground forces comes to.
  private func addingDays(to results: Results, _ effort: Effort) async throws -> Results {
    let levers = theatre.levers(of: .operational).map(\.posture)
    guard !levers.isEmpty, ask.wants(.operational), ask.wants(.series) else { return results }
    var question = Ask(
      levels: [.operational], postures: Set(levers.map(\.id)), pairs: [], products: [.series])
    question.threats = ask.threats
    let told: Set<FigureQuantity> = [
      OperationalFigures.warning, OperationalFigures.margin, OperationalFigures.reinforcing,
    ]
    return results.adding(try await answer(question, levers, effort)) {
      told.contains($0.quantity)
        && (Self.told.contains($0.statistic)
          || $0.statistic == OperationalFigures.reinforcedFirst)
    }
  }

  private func answer(
    _ question: Ask, _ levers: [Theatre.Posture], _ effort: Effort
  ) async throws -> Results {
    try await Answering(
      analysis: analysis, ask: question, postures: levers, seed: seed, block: block,
      threads: threads, progress: progress
    ).results(effort)
  }

  private func addingWarnings(to results: Results, _ effort: Effort) async throws -> Results {
    let levers = theatre.levers(of: .tactical).map(\.posture)
    guard !levers.isEmpty, ask.wants(.tactical) else { return results }
    // of other nets alerts alone are known: no order and no sensor of theirs could be changed
    let tried = theatre.places.filter {
      (ask.places?.contains($0.id) ?? theatre.focus.contains($0))
        && theatre.chain(of: $0.country).net == .tracks
    }
    guard !tried.isEmpty else { return results }
    let subjects = Set(tried.map(\.subject))
    let question = Ask(
      levels: [.tactical], places: Set(tried.map(\.id)), postures: Set(levers.map(\.id)), pairs: [],
      products: [.series])
    let found = try await answer(question, levers, effort)
    return results.adding(found) {
      $0.quantity == TacticalFigures.warning && Self.told.contains($0.statistic)
        && subjects.contains($0.subject)
    }
  }
}
