internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Who speaks of what, as of when, and by which run.
extension PageWriter {
  /// - Parameter sections: those that the page has.
  func titleBlock(_ sections: [PageSection]) -> String {
    return """
      <header><p class="kind">Vedette briefing</p><h1>\(Html.escape(theatre.title))</h1>
      <p class="lead">\(Html.escape(theatre.summary))</p>
      <p class="meta">Vedette \(results.run.version) · scenario \(Html.escape(results.run.scenario)), SHA-256 \
      \(results.run.scenarioHash.prefix(12)) · seed \(results.run.seed) · \(results.run.replicates) × \
      \(results.run.draws) draws</p>
      <nav aria-label="Contents"><ol>\(contents(sections))</ol></nav></header>
      """
  }

  /// Every posture, and what of it nobody reported.
  func comparedPostures() -> String {
    let postures = theatre.postures.map {
      "<li>\(postureMark($0.id)), as of \($0.asOf): \(Html.escape($0.title))\(standing($0)). <code>\(Html.escape($0.id))</code></li>"
    }
    return "<ul class=\"postures\">\(postures.joined())</ul>"
  }

  /// What of a posture nobody reported; empty where the scenario says nothing of it.
  private func standing(_ posture: Theatre.Posture) -> String {
    guard let standing = theatre.standing(of: posture) else { return "" }
    let whatIfs = theatre.whatIfs(of: posture).count
    return standing == .whatIf
      ? ". <strong>What-if</strong>: \(Words.count(whatIfs, "element", "elements")) of "
        + "\(theatre.elements(of: posture).count) nobody has reported"
      : ". \(standing == .reported ? "Reported" : "Reported or assessed")"
  }

  private func contents(_ sections: [PageSection]) -> String {
    sections.map { "<li><a href=\"#\($0.id)\">\(Html.escape($0.heading))</a></li>" }.joined()
  }
}
