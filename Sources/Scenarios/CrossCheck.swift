public import Quantities

/// Names that point at each other across files.
struct CrossCheck {
  /// Names that something may point at, in order.
  struct Names {
    let all: [String]
    private let known: Set<String>

    init(_ all: [String]) { (self.all, known) = (all, Set(all)) }

    func contains(_ name: String) -> Bool { known.contains(name) }
  }

  let document: Document
  let sources, sites, formations, systems, classes, settlements, places, postures: Names
  /// Countries of places, in order.
  let countries: Names
  private let addresses: Names
  private var found: [Diagnostic] = []

  static func diagnostics(of document: Document) -> [Diagnostic] {
    var check = CrossCheck(document)
    check.checkClaims()
    check.checkTables()
    check.checkPlaces()
    check.checkOutlines()
    check.checkStatements()
    check.checkPostures()
    check.checkSides()
    check.checkQuestions()
    check.checkTrials()
    check.checkRepeats()
    check.checkChains()
    check.checkEvidence()
    check.checkAlerts()
    check.checkOperations()
    return check.found
  }

  private init(_ document: Document) {
    self.document = document
    sources = Names(document.sources.map(\.id))
    sites = Names(document.sites.map(\.id))
    formations = Names(document.formations.map(\.id))
    systems = Names(document.systems.filter { !$0.isClass }.map(\.id))
    classes = Names(document.systems.filter(\.isClass).map(\.id))
    settlements = Names(document.settlements)
    places = Names(document.places.map(\.id))
    postures = Names(document.postures.map(\.id))
    countries = Names(Set(document.places.map(\.country)).sorted())
    let claimed = Set(document.claims.map(\.address))
    addresses = Names(
      claimed.union(CrossCheck.borrowed(document, claimed)).union(document.assumed).map(
        \.description
      ).sorted())
  }

  /// What systems have of those that they are like: it may be set of each alone.
  private static func borrowed(
    _ document: Document, _ claimed: Set<Address>
  ) -> [Address] {
    let fields = Dictionary(grouping: claimed.filter { $0.root == "catalogue" }, by: \.owner)
    return document.systems.flatMap { system in
      system.line.dropFirst().flatMap { fields["catalogue.\($0)"] ?? [] }.map {
        Address("catalogue", system.id, $0.last)
      }
    }
  }

  mutating func report(_ span: Span, _ message: String, help: String? = nil) {
    found.append(Diagnostic(span, message, help: help))
  }

  mutating func warn(_ span: Span, _ message: String, help: String? = nil) {
    found.append(Diagnostic(span, message, help: help, severity: .warning))
  }

  private mutating func check(_ name: String, in known: Names, _ what: String, _ span: Span) {
    guard !known.contains(name) else { return }
    if what == "system", classes.contains(name) {
      report(
        span, "'\(name)' is a class of systems, expected a system",
        help: "write one that is like it")
      return
    }
    let nearest = NearestName.to(name, among: known.all)
    report(
      span, "'\(name.prefix(60))' is not a known \(what)",
      help: nearest.map { "did you mean '\($0)'?" })
  }

  mutating func check(
    _ name: Document.Written<String>, in known: Names, _ what: String
  ) {
    check(name.value, in: known, what, name.span)
  }

  /// Sources of claims, and addresses that an edit sets.
  private mutating func checkClaims() {
    for claim in document.claims + document.edits.flatMap(\.claims) {
      if let source = claim.source { check(source, in: sources, "source", claim.span) }
    }
    // a field whose claims are refused is written all the same
    for case .set(let address, _) in document.edits
    where document.ranges[address.value] == nil {
      let nearest = NearestName.to(address.value.description, among: addresses.all)
      report(
        address.span, "'\(address.value)' has no claim to replace",
        help: nearest.map { "did you mean '\($0)'?" })
    }
    if ["chance", "unsourced"].contains(where: sources.contains) {
      let span = Span(file: "sources.csv", line: 1, column: 1)
      report(span, "'chance' and 'unsourced' are ids of ours: what rests on no source")
    }
  }

  private mutating func checkTables() {
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
        report(formation.span, "'\(formation.id)' is the id of a site and of a formation")
      }
    }
  }

  private mutating func checkPlaces() {
    for place in document.places {
      check(place.settlement, in: settlements, "settlement of needs", place.span)
      if !place.source.isEmpty { check(place.source, in: sources, "source", place.span) }
      if FigureSubject.isTaken(place.id) {
        report(
          place.span, "'\(place.id)' is an id of ours, for a region",
          help: "no place is called 'region', 'alliance', 'country-…' or 'district-of-…'")
      }
    }
    var named: Set<String> = []
    for place in document.focus {
      check(place, in: places, "place")
      if !named.insert(place.value).inserted {
        report(place.span, "focus: place '\(place.value)' stands twice")
      }
    }
    let statements = Names(document.statements.map(\.id))
    for statement in document.firstPage { check(statement, in: statements, "statement") }
    if document.places.isEmpty {
      report(Span(file: "places.csv", line: 1, column: 1), "the scenario protects no place")
    }
    if document.postures.isEmpty {
      report(Span(file: "scenario.yaml", line: 1, column: 1), "the scenario has no posture")
    }
  }

  private mutating func checkOutlines() {
    for ring in Dictionary(grouping: document.outlines, by: { "\($0.country) \($0.ring)" }).values
    where ring.count < 3 {
      report(
        ring[0].span,
        "ring \(ring[0].ring) of \(ring[0].country) has \(ring.count) corners, expected 3 or more")
    }
  }

  private mutating func checkStatements() {
    let nouns = Names(
      sites.all + formations.all + postures.all + document.trials.map(\.id) + systems.all
        + places.all + document.episodes.map(\.id) + countries.all)
    for statement in document.statements {
      if !statement.source.isEmpty {
        check(statement.source, in: sources, "source", statement.span)
      }
      for name in statement.modelledBy where !addresses.contains(name) {
        check(name, in: nouns, "address or name of the scenario", statement.span)
      }
    }
  }

  /// Codes, feeds, purposes and postures of the strategic files.
  private mutating func checkEvidence() {
    for episode in document.episodes { check(episode.posture, in: postures, "posture") }
    found += document.evidence.unknownNames(document.indicators)
  }

  private mutating func checkAlerts() {
    for row in document.alerts {
      check(row.source, in: sources, "source", row.span)
      if !row.system.isEmpty { check(row.system, in: systems, "system", row.span) }
    }
    for row in document.alarms { check(row.source, in: sources, "source", row.span) }
  }

  /// Ids and pairs that must stand once.
  private mutating func checkRepeats() {
    var trials: Set<String> = []
    for trial in document.trials where !trials.insert(trial.id).inserted {
      report(trial.span, "trial '\(trial.id)' stands twice")
    }
    var pairs: Set<[String]> = []
    for question in document.questions
    where !pairs.insert([question.before.value, question.after.value]).inserted {
      report(
        question.before.span,
        "'\(question.before.value)' to '\(question.after.value)' is asked twice")
    }
  }

  /// Questions compare two postures.
  private mutating func checkQuestions() {
    for question in document.questions {
      check(question.before, in: postures, "posture")
      check(question.after, in: postures, "posture")
      checkDiffers(question.after, from: question.before)
    }
  }

  private mutating func checkDiffers(
    _ after: Document.Written<String>, from before: Document.Written<String>
  ) {
    guard before.value == after.value, postures.contains(after.value) else { return }
    report(
      after.span, "posture '\(after.value)' is compared with itself",
      help: "name two postures, the earlier one under 'before'")
  }

  private mutating func checkTrials() {
    let owners = Names(places.all + countries.all)
    let threats = Names(formations.all + Set(document.systems.map(\.kind)).sorted())
    for place in document.leftOut.flatMap(\.places) {
      check(place, in: owners, "place or country")
    }
    for trial in document.trials {
      check(trial.posture, in: postures, "posture")
      if let before = trial.before {
        check(before, in: postures, "posture")
        checkDiffers(trial.posture, from: before)
      }
      if let threat = trial.threat { check(threat, in: threats, "threat") }
      for place in trial.places { check(place, in: owners, "place or country") }
      if let source = trial.source { check(source, in: sources, "source", trial.span) }
      if trial.quote != nil, let source = trial.source,
        document.sources.first(where: { $0.id == source })?.link.isEmpty ?? false
      {
        report(
          trial.span, "trial '\(trial.id)' is quoted from '\(source)', which has no link",
          help: "a quotation carries its address; or tell it in your own words")
      }
    }
  }

  /// Countries of chains, and what their nets and rules need.
  private mutating func checkChains() {
    for chain in document.chains
    where !chain.country.isEmpty && !countries.contains(chain.country)
      && !document.alerts.contains(where: { $0.country == chain.country })
    {
      report(chain.span, "'\(chain.country)' is not the country of any place or logged alert")
    }
    let base = document.chains.first { $0.country.isEmpty }
    let drawn = Set(document.outlines.map(\.country))
    for country in countries.all {
      let own = document.chains.first { $0.country == country }
      guard let span = own?.span ?? base?.span else { continue }
      let net = own?.net ?? base?.net ?? "tracks"
      if net == "reported", !hasReports(country) {
        report(span, "\(country): net is 'reported' but 'reported' is missing")
      }
      if net != "tracks", let hand = own?.hands.first {
        report(
          hand.span, "\(country): hands of an order have no say where net is '\(net)'",
          help: "of such a country only alerts are known, not what comes before them")
      }
      let isDrawn = document.layers.contains("countries") || drawn.contains(country)
      let open = !document.alliance.contains(country) || !isDrawn
      if net == "tracks", (own?.rules ?? base?.rules ?? "peace") == "peace", open {
        found.append(
          Diagnostic(
            span, "\(country): under peace rules, what is hostile only at the border never is",
            help: "name \(country) under alliance and 'countries' under data", severity: .warning))
      }
    }
  }

  /// Whether a net of a country that is only known by reports has any: of its own, or of others in the log.
  private func hasReports(_ country: String) -> Bool {
    if document.alerts.contains(where: { $0.rules != .peace }) { return true }
    let reports = ["net.\(country.lowercased()).", "net.reported."]
    return addresses.all.contains { address in reports.contains { address.hasPrefix($0) } }
  }
}

extension Document.Edit {
  /// The claims a `set` brings.
  public var claims: [Claim] {
    guard case .set(_, let claims) = self else { return [] }
    return claims
  }
}
