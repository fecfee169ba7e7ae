internal import Quantities
internal import Scenarios
internal import Theatre

/// What postures rest on, held against their day: evidence that is old, elements of which nobody says who reported them.
struct Standings {
  private let document: Document
  private let theatre: Theatre
  /// Evidence that is older than its posture by more than this is told, days.
  static let oldest = 366

  init(_ document: Document, _ theatre: Theatre) {
    (self.document, self.theatre) = (document, theatre)
  }

  /// Nothing for a scenario that gives no element a status.
  var warnings: [Diagnostic] {
    let isTold = theatre.postures.contains { theatre.standing(of: $0) != nil }
    guard isTold else { return [] }
    return document.postures.flatMap { written -> [Diagnostic] in
      guard let posture = theatre.posture(written.id) else { return [] }
      return [
        silent(posture, written.span), old(posture, written.span), title(posture, written.span),
      ]
      .compactMap(\.self)
    }
  }

  private func silent(_ posture: Theatre.Posture, _ span: Span) -> Diagnostic? {
    let none = theatre.elements(of: posture).filter { $0.sighting.standing == nil }.map(\.id)
    guard !none.isEmpty else { return nil }
    return Diagnostic(
      span, "posture '\(posture.id)': nobody says whether \(Standings.list(none)) was reported",
      help: "status: \(Standing.allCases.map(\.rawValue).joined(separator: " | "))",
      severity: .warning)
  }

  /// Evidence that says nothing of the posture's own time.
  private func old(_ posture: Theatre.Posture, _ span: Span) -> Diagnostic? {
    let old = theatre.elements(of: posture).compactMap { element -> String? in
      guard let standing = element.sighting.standing, standing != .whatIf, let seen = element.seen,
        posture.asOf.number - seen.number > Standings.oldest
      else { return nil }
      return "\(element.id) (\(element.words))"
    }
    guard !old.isEmpty else { return nil }
    return Diagnostic(
      span,
      "posture '\(posture.id)' as of \(posture.asOf): last seen more than a year before: \(Standings.list(old))",
      help: "a newer source, or under seen the last day on which one has it there",
      severity: .warning)
  }

  private func title(_ posture: Theatre.Posture, _ span: Span) -> Diagnostic? {
    guard theatre.standing(of: posture) == .whatIf,
      !posture.title.lowercased().contains("what-if")
    else { return nil }
    return Diagnostic(
      span,
      "posture '\(posture.id)': its title states as fact what nobody reported (\(Standings.list(theatre.whatIfs(of: posture))))",
      help: "say 'what-if' in the title", severity: .warning)
  }

  private static func list(_ items: [String]) -> String {
    items.prefix(6).joined(separator: ", ")
      + (items.count > 6 ? " and \(items.count - 6) more" : "")
  }
}
