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
    let levers = theatre.levers.map(\.posture)
    guard ask.tellsLevers, !levers.isEmpty else { return results }
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
    let found = try await Answering(
      analysis: analysis, ask: question, postures: levers, seed: seed, block: block,
      threads: threads, progress: progress
    ).results(effort)
    return results.adding(found) {
      $0.quantity == TacticalFigures.warning && Self.told.contains($0.statistic)
        && subjects.contains($0.subject)
    }
  }
}
