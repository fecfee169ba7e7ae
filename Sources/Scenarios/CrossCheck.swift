public import Quantities

/// Names that point at each other across files.
enum CrossCheck {
  static func diagnostics(of document: Document) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func check(
      _ name: String, in known: [String], _ what: String, _ span: Span
    ) {
      guard !known.contains(name) else { return }
      let nearest = NearestName.to(name, among: known)
      found.append(
        Diagnostic(
          span, "'\(name.prefix(60))' is not a known \(what)",
          help: nearest.map { "did you mean '\($0)'?" }))
    }
    let sources = document.sources.map(\.id)
    for claim in document.claims + document.postures.flatMap(\.edits).flatMap(\.claims) {
      if let source = claim.source { check(source, in: sources, "source", claim.span) }
    }
    let sites = document.sites.map(\.id)
    let formations = document.formations.map(\.id)
    let systems = document.systems.map(\.id)
    for site in document.sites {
      if !site.system.isEmpty { check(site.system, in: systems, "system", site.span) }
      if !site.source.isEmpty { check(site.source, in: sources, "source", site.span) }
    }
    for formation in document.formations {
      check(formation.system, in: systems, "system", formation.span)
      check(formation.site, in: sites, "site", formation.span)
      if !formation.source.isEmpty {
        check(formation.source, in: sources, "source", formation.span)
      }
      if sites.contains(formation.id) {
        found.append(
          Diagnostic(formation.span, "'\(formation.id)' is the id of a site and of a formation"))
      }
    }
    for place in document.places {
      check(place.settlement, in: document.settlements, "settlement of needs", place.span)
      if !place.source.isEmpty { check(place.source, in: sources, "source", place.span) }
    }
    if document.places.isEmpty {
      found.append(
        Diagnostic(
          Span(file: "places.csv", line: 1, column: 1), "the scenario protects no place"))
    }
    checkPostures(document, sites: sites, formations: formations, check)
    checkQuestions(document, check)
    let addresses = Set(document.claims.map(\.address))
    for case .set(let address, _) in document.postures.flatMap(\.edits)
    where !addresses.contains(address.value) {
      found.append(
        Diagnostic(
          address.span, "'\(address.value)' has no claim to replace",
          help: NearestName.to(
            address.value.description, among: addresses.map(\.description)
          ).map { "did you mean '\($0)'?" }))
    }
    return found
  }

  private static func checkPostures(
    _ document: Document, sites: [String], formations: [String],
    _ check: (String, [String], String, Span) -> Void
  ) {
    let movable = sites + formations
    var earlier: [String] = []
    for posture in document.postures {
      if let from = posture.from { check(from.value, earlier, "earlier posture", from.span) }
      for name in posture.present { check(name.value, movable, "site or formation", name.span) }
      for edit in posture.edits {
        switch edit {
        case .add(let name), .remove(let name), .on(let name), .off(let name):
          check(name.value, movable, "site or formation", name.span)
        case .move(let name, let target):
          check(name.value, formations, "formation", name.span)
          check(target.value, sites, "site", target.span)
        case .set: break
        }
      }
      earlier.append(posture.id)
    }
  }

  private static func checkQuestions(
    _ document: Document, _ check: (String, [String], String, Span) -> Void
  ) {
    let postures = document.postures.map(\.id)
    for name in document.questions.flatMap({ [$0.before, $0.after] }) {
      check(name.value, postures, "posture", name.span)
    }
    let places = document.places.map(\.id) + Set(document.places.map(\.country)).sorted()
    let threats =
      document.formations.map(\.id) + Set(document.systems.map(\.kind)).sorted()
    for trial in document.trials {
      check(trial.posture.value, postures, "posture", trial.posture.span)
      if let before = trial.before { check(before.value, postures, "posture", before.span) }
      if let threat = trial.threat { check(threat.value, threats, "threat", threat.span) }
      for place in trial.places { check(place.value, places, "place or country", place.span) }
      if let source = trial.source {
        check(source, document.sources.map(\.id), "source", trial.span)
      }
    }
  }
}

extension Document.Edit {
  /// The claims a `set` brings.
  public var claims: [Claim] {
    guard case .set(_, let claims) = self else { return [] }
    return claims
  }
}
