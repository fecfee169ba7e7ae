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
    if ["chance", "unsourced"].contains(where: sources.contains) {
      let span = Span(file: "sources.csv", line: 1, column: 1)
      found.append(
        Diagnostic(span, "'chance' and 'unsourced' are ids of ours: what rests on no source"))
    }
    var named: Set<String> = []
    for place in document.focus {
      check(place.value, in: document.places.map(\.id), "place", place.span)
      if !named.insert(place.value).inserted {
        found.append(Diagnostic(place.span, "focus: place '\(place.value)' stands twice"))
      }
    }
    for place in document.places
    where place.id == "region" || place.id.hasPrefix("country-")
      || place.id.hasPrefix("district-of-")
    {
      found.append(
        Diagnostic(
          place.span, "'\(place.id)' is an id of ours, for a region",
          help: "no place is called 'region', 'country-…' or 'district-of-…'"))
    }
    if document.places.isEmpty {
      found.append(
        Diagnostic(
          Span(file: "places.csv", line: 1, column: 1), "the scenario protects no place"))
    }
    for ring in Dictionary(grouping: document.outlines, by: { "\($0.country) \($0.ring)" }).values
    where ring.count < 3 {
      found.append(
        Diagnostic(
          ring[0].span,
          "ring \(ring[0].ring) of \(ring[0].country) has \(ring.count) corners, expected 3 or more"
        ))
    }
    let addresses = Set(document.claims.map(\.address.description))
    let nouns =
      sites + formations + document.postures.map(\.id) + document.trials.map(\.id) + systems
      + document.places.map(\.id) + document.episodes.map(\.id)
      + Set(document.places.map(\.country)).sorted()
    for statement in document.statements {
      if !statement.source.isEmpty {
        check(statement.source, in: sources, "source", statement.span)
      }
      for name in statement.modelledBy where !addresses.contains(name) {
        check(name, in: nouns, "address or name of the scenario", statement.span)
      }
    }
    checkPostures(document, sites: sites, formations: formations, check) { name in
      found.append(
        Diagnostic(name.span, "site '\(name.value)' has no sensor that a posture could switch"))
    }
    checkQuestions(document, check)
    checkRepeats(document, &found)
    checkChains(document, &found)
    let unknown = checkEvidence(document) { check($0, in: $1, $2, $3) }
    found += unknown
    for case .set(let address, _) in document.postures.flatMap(\.edits)
    where !addresses.contains(address.value.description) {
      found.append(
        Diagnostic(
          address.span, "'\(address.value)' has no claim to replace",
          help: NearestName.to(
            address.value.description, among: addresses
          ).map { "did you mean '\($0)'?" }))
    }
    return found
  }

  /// Codes, feeds, purposes and postures of the strategic files.
  private static func checkEvidence(
    _ document: Document, _ report: (String, [String], String, Span) -> Void
  ) -> [Diagnostic] {
    let log = document.evidence
    for episode in document.episodes {
      report(
        episode.posture.value, document.postures.map(\.id), "posture", episode.posture.span)
    }
    return log.unknownNames(document.indicators)
  }

  /// Ids and pairs that must stand once.
  private static func checkRepeats(_ document: Document, _ found: inout [Diagnostic]) {
    var trials: Set<String> = []
    for trial in document.trials where !trials.insert(trial.id).inserted {
      found.append(Diagnostic(trial.span, "trial '\(trial.id)' stands twice"))
    }
    var pairs: Set<String> = []
    for question in document.questions
    where !pairs.insert("\(question.before.value)~\(question.after.value)").inserted {
      found.append(
        Diagnostic(
          question.before.span,
          "'\(question.before.value)' to '\(question.after.value)' is asked twice"))
    }
  }

  /// Countries of chains, and what their nets and rules need.
  private static func checkChains(_ document: Document, _ found: inout [Diagnostic]) {
    let countries = Set(document.places.map(\.country))
    let base = document.chains.first { $0.country.isEmpty }
    for chain in document.chains where !chain.country.isEmpty && !countries.contains(chain.country)
    {
      let nearest = countries.first { $0 == chain.country.uppercased() }
      found.append(
        Diagnostic(
          chain.span, "'\(chain.country.prefix(60))' is not the country of any place",
          help: nearest.map { "did you mean '\($0)'?" }))
    }
    let addresses = document.claims.map(\.address.description)
    for country in countries.sorted() {
      let own = document.chains.first { $0.country == country }
      guard let span = own?.span ?? base?.span else { continue }
      let net = own?.net ?? base?.net ?? "tracks"
      let reports = ["net.\(country.lowercased()).", "net.reported."]
      if net == "reported",
        !addresses.contains(where: { a in reports.contains { a.hasPrefix($0) } })
      {
        found.append(Diagnostic(span, "\(country): net is 'reported' but 'reported' is missing"))
      }
      let isDrawn =
        document.layers.contains("countries")
        || document.outlines.contains { $0.country == country }
      let open = !document.alliance.contains(country) || !isDrawn
      if net == "tracks", (own?.rules ?? base?.rules ?? "peace") == "peace", open {
        found.append(
          Diagnostic(
            span, "\(country): under peace rules, what is hostile only at the border never is",
            help: "name \(country) under alliance and 'countries' under data", severity: .warning))
      }
    }
  }

  private static func checkPostures(
    _ document: Document, sites: [String], formations: [String],
    _ check: (String, [String], String, Span) -> Void,
    noSensor: (Document.Written<String>) -> Void
  ) {
    let movable = sites + formations
    let bare = Set(document.sites.filter(\.system.isEmpty).map(\.id))
    func sensor(_ name: Document.Written<String>) {
      check(name.value, movable, "site or formation", name.span)
      if bare.contains(name.value) { noSensor(name) }
    }
    var earlier: [String] = []
    for posture in document.postures {
      if let from = posture.from { check(from.value, earlier, "earlier posture", from.span) }
      for name in posture.present { sensor(name) }
      for edit in posture.edits {
        switch edit {
        case .add(let name), .remove(let name), .on(let name), .off(let name): sensor(name)
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
