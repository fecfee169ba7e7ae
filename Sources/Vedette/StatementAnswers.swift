internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Findings about what was said in public, as the scenario words them: `{figure id}`, `{fact}`, `{fact@posture}` and
/// `{fact:COUNTRY}` stand for what this run came to.
struct StatementAnswers {
  let theatre: Theatre
  let facts: [Results.Fact]
  let figure: (String) -> FigureID?

  var answers: [Results.Answer] { theatre.statements.map(answer) }

  private func answer(_ statement: Document.Statement) -> Results.Answer {
    Results.Answer(
      id: statement.id,
      said: Results.Said(
        words: statement.words, quote: nil, by: statement.saidBy,
        source: statement.source.isEmpty ? nil : statement.source),
      state: state(statement), finding: pieces(statement.finding).found,
      reason: statement.reason, confidence: statement.confidence,
      wouldChange: statement.wouldChange, standsOn: statement.modelledBy)
  }

  private func state(_ statement: Document.Statement) -> Results.Answer.State {
    switch (statement.finding.isEmpty, statement.reason.isEmpty) {
    case (false, true): .tested
    case (false, false): .partly
    case (true, true): .pointed
    case (true, false): .untested
    }
  }

  /// Names in braces that this program or this scenario does not have.
  static func warnings(_ theatre: Theatre) -> [Diagnostic] {
    guard theatre.statements.contains(where: { $0.finding.contains("{") }) else { return [] }
    let names = FigureNames.shipped(theatre)
    let answers = StatementAnswers(
      theatre: theatre,
      facts: PlainGeometry(theatre: theatre, postures: theatre.postures).facts(.everything),
      figure: names.figure)
    return theatre.statements.flatMap { statement in
      answers.pieces(statement.finding).unknown.map { name in
        Diagnostic(
          statement.span,
          "statement '\(statement.id)': '{\(name)}' is no figure and no fact of this scenario",
          help: names.nearest(to: name).map { "did you mean '\($0)'?" }, severity: .warning)
      }
    }
  }

  private func pieces(_ text: String) -> (found: [Results.Answer.Piece], unknown: [String]) {
    var (found, unknown): ([Results.Answer.Piece], [String]) = ([], [])
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      found.append(.words(String(rest[..<open])))
      let close = rest[open...].firstIndex(of: "}") ?? rest.endIndex
      let name = String(rest[rest.index(after: open)..<close])
      if close < rest.endIndex, let id = figure(name) {
        found.append(.figure(id))
      } else if close < rest.endIndex, let words = fact(name) {
        found.append(.words(words))
      } else {
        found.append(.words("(unknown: \(name))"))
        unknown.append(name)
      }
      rest = rest[close...].dropFirst()
    }
    found.append(.words(String(rest)))
    return (found.filter { $0 != .words("") }, unknown)
  }

  /// `41 of 67 places`
  private func fact(_ name: String) -> String? {
    let parts = name.split(whereSeparator: { $0 == "@" || $0 == ":" }).map(String.init)
    guard let fact = facts.first(where: { $0.id == parts.first }) else { return nil }
    let count =
      name.contains("@")
      ? fact.variants.first { $0.country == nil && $0.setting.postures.last == parts.last }
      : name.contains(":") ? fact.variants.first { $0.country == parts.last } : fact.asked
    return count.map { "\($0.satisfied) of \($0.places) places" }
  }
}
