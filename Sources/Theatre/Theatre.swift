public import Geodesy
public import Quantities
public import Scenarios

/// The shared nouns of a scenario, resolved and immutable.
public struct Theatre: Sendable {
  /// Somewhere defended.
  public struct Place: Identifiable, Hashable, Sendable {
    public let id, name, country, district, settlement: String
    public let position: Position
    public let population: Int
    public let source: String
    public var address: Address { Address("place", id) }
    /// What figures of it are about.
    public var subject: FigureSubject { .place(id) }
  }

  /// A town-level location, perhaps with a sensor.
  public struct Site: Identifiable, Hashable, Sendable {
    public let id, name, country, role: String
    /// Catalogue id; nil for a base or a town.
    public let system: String?
    public let position: Position
    public let precision: Length
    /// Middle of the sector its sensor looks at, clockwise from north.
    public let facing: Angle?
    /// How far the ground under its sensor stands above the ground around, and its antenna above that; nil where nobody
    /// says.
    public let ground, mast: Length?
    public let source: String
    public let sighting: Sighting
  }

  /// A formation where a posture puts it.
  public struct Force: Identifiable, Hashable, Sendable {
    public let id, name, country: String
    public let system: String
    public let site: String
    /// Radius of the area it may launch from, the site's precision included.
    public let area: Length
    public let source: String
    public let sighting: Sighting
    public var address: Address { Address("formation", id) }
  }

  /// Something that the defended side could do, and the posture with it done.
  public struct Lever: Identifiable, Sendable {
    public let words: String
    public let posture: Posture
    /// Rungs that it may move something on.
    public let levels: Set<Level>
    public var id: String { posture.id }
  }

  /// Which forces and sensors stand where, as of a day.
  public struct Posture: Identifiable, Hashable, Sendable {
    public let id, title: String
    public let asOf: Day
    /// In order of id.
    public let forces: [Force]
    /// Sites whose sensors work, in order of id.
    public let sensors: [String]
    /// Laws that this posture sets anew.
    public let laws: [Address: Law]
    /// What countries may act on that name no rules of their own; nil leaves it to the scenario.
    public let rules: Document.Rules?
    /// Crossings that nobody passes, by id.
    public let closed: Set<String>

    /// The laws that it sets anew beside those of indicators.
    public var physicalLaws: [Address: Law] { laws.filter { !$0.key.isOfIndicators } }

    /// The same posture with laws of indicators as they are elsewhere.
    ///
    /// - Parameter taken: laws that take the place of those of `indicator.…` addresses.
    public func with(indicators taken: [Address: Law]) -> Posture {
      Posture(
        id: id, title: title, asOf: asOf, forces: forces, sensors: sensors,
        laws: physicalLaws.merging(taken) { $1 }, rules: rules, closed: closed)
    }

    /// The same posture with further formations.
    public func joined(with more: [Force]) -> Posture {
      let known = Set(forces.map(\.id))
      return Posture(
        id: id, title: title, asOf: asOf,
        forces: (forces + more.filter { !known.contains($0.id) }).sorted { $0.id < $1.id },
        sensors: sensors, laws: laws, rules: rules, closed: closed)
    }
  }

  /// A movement of the past, and how all stood before it as far as was known: claims of sources of a later day are left out.
  public struct Past: Identifiable, Sendable {
    public let past: Document.Operations.Past
    public let posture: Posture
    public var id: String { past.id }
  }

  public let title, summary: String
  /// Its edges, degrees; east is beyond 180 where it lies over the antimeridian.
  public let region: (south: Double, west: Double, north: Double, east: Double)
  public let layers: [String]
  /// Terrain that the user brought, by name; nil is the pack's own.
  public let terrain: String?
  /// Roads and railways that the user brought, by name; nil is the pack's own.
  public let roads, railways: String?
  let focusIds: [String]
  /// Statements that the first page of a briefing answers, by id.
  public let firstPage: [String]
  /// Borders that the scenario brings itself; they stand before those of a data layer.
  public let outlines: Outlines
  public let alliance: [String]
  public let places: [Place]
  public let sites: [String: Site]
  /// Systems of the catalogue by id, without the classes that only lend their figures.
  public let systems: [String: Document.System]
  /// Systems and classes with those whose figures they have where they have none of their own, nearest first.
  let lines: [String: [String]]
  /// How kinds are spoken of and drawn, by name.
  public let signs: [String: KindSign]
  /// How logs of alerts speak of classes of threat.
  public let practice: [PracticeRule]
  public internal(set) var postures: [Posture]
  /// What the defended side could do, each tried alone on the posture that the headline leads to.
  public internal(set) var levers: [Lever] = []
  public let channels: [String]
  public internal(set) var questions: [Document.Question]
  /// The change that leads whatever is asked; nil where the scenario says.
  var lead: Document.Question?
  /// Postures that no scenario has, and what is tried out in them, by id.
  public internal(set) var tried: [String: String] = [:]
  public let trials: [Document.Trial]
  /// What is real and not modelled.
  public let leftOut: [Document.LeftOut]
  /// What was said in public, and how it is modelled.
  public let statements: [Document.Statement]
  public let bibliography: Bibliography
  /// Nil without `indicators.yaml`.
  public let indicators: Document.Indicators?
  public let episodes: [Document.Episode]
  /// Nil without `operations.yaml`.
  public let operations: Document.Operations?
  public let crossings: [Document.Operations.Crossing]
  public let rotations: [Document.Operations.Rotation]
  /// Movements of the past, each under its own posture.
  public internal(set) var past: [Past] = []
  public let evidence: EvidenceLog
  let chains: [String: Chain]
  let written: [Document.Posture]
  let formations: [Document.Formation]
  /// Ids of everything that a posture may have in place.
  public var formationIDs: [String] { formations.map(\.id) }
  let drafts: [String: PostureDraft]

  public init(_ document: Document) {
    title = document.title
    summary = document.summary
    region = document.region
    layers = document.layers
    terrain = document.terrain
    (roads, railways) = (document.roads, document.railways)
    focusIds = document.focus.map(\.value)
    firstPage = document.firstPage.map(\.value)
    outlines = Outlines(document.outlines)
    alliance = document.alliance
    places = document.places.map {
      Place(
        id: $0.id, name: $0.name, country: $0.country, district: $0.district,
        settlement: $0.settlement, position: Position($0.latitude, $0.longitude),
        population: $0.population, source: $0.source)
    }
    let sites = Dictionary(
      uniqueKeysWithValues: document.sites.map {
        (
          $0.id,
          Site(
            id: $0.id, name: $0.name, country: $0.country, role: $0.role,
            system: $0.system.isEmpty ? nil : $0.system,
            position: Position($0.latitude, $0.longitude), precision: .metres($0.precision),
            facing: $0.facing.map { .degrees($0) }, ground: $0.ground.map { .metres($0) },
            mast: $0.mast.map { .metres($0) }, source: $0.source, sighting: $0.sighting)
        )
      })
    self.sites = sites
    systems = Dictionary(
      uniqueKeysWithValues: document.systems.filter { !$0.isClass }.map { ($0.id, $0) })
    lines = document.systems.reduce(into: [:]) { $0[$1.id] = $1.line }
    (signs, practice) = (document.signs, document.practice)
    channels = document.channels
    questions = document.questions
    trials = document.trials
    leftOut = document.leftOut
    statements = document.statements
    (operations, crossings) = (document.operations, document.crossings)
    rotations = document.rotations
    chains = Theatre.chains(document.chains)
    bibliography = Bibliography(document, chains)
    (indicators, episodes, evidence) = (document.indicators, document.episodes, document.evidence)
    var postures: [Posture] = []
    var drafts: [String: PostureDraft] = [:]
    for written in document.postures {
      var draft = written.from.flatMap { drafts[$0.value] } ?? PostureDraft(document.crossings)
      for name in written.present { draft.add(name.value, document.formations) }
      for edit in written.edits {
        draft.apply(Edit(edit, bibliography), formations: document.formations)
      }
      drafts[written.id] = draft
      postures.append(
        draft.posture(
          id: written.id, title: written.title, asOf: written.asOf,
          formations: document.formations, sites: sites))
    }
    self.postures = postures
    self.drafts = drafts
    (written, formations) = (document.postures, document.formations)
    levers = document.levers.map { lever in
      Lever(
        words: lever.words,
        posture: posture(
          headline.after.value, with: lever.edits, called: lever.id, title: lever.words),
        levels: Set(lever.edits.map { level(of: $0) }))
    }
    past = (document.operations?.past ?? []).map { past in
      let edited = posture(
        past.posture.value, with: past.edits, called: past.id, title: past.axis.title)
      return Past(
        past: past,
        posture: posture(edited, called: past.id) { $0.isLater(than: past.began) }.posture)
    }
  }

  /// A posture of the scenario with edits that the reader has looked through.
  private func posture(
    _ id: String, with edits: [Document.Edit], called name: String, title: String
  ) -> Posture {
    let base = posture(id)!
    var draft = drafts[base.id]!
    for edit in edits { draft.apply(Edit(edit, bibliography), formations: formations) }
    return posture(draft, of: base, called: name, title: title)
  }

  /// The question a briefing leads with: the last one that starts where the first one starts. Without any the last posture
  /// stands on both sides.
  public var headline: Document.Question {
    if let lead { return lead }
    guard let first = questions.first else {
      let alone = written.last.map { Document.Written($0.id, $0.span) }
      guard let alone else { preconditionFailure("a scenario without a posture") }
      return Document.Question(before: alone, after: alone, words: "")
    }
    return questions.last { $0.before.value == first.before.value } ?? first
  }

  /// Ids of the postures that a briefing sets side by side: two, or one where nothing is asked.
  public var compared: [String] {
    questions.isEmpty
      ? [headline.after.value] : [headline.before.value, headline.after.value]
  }

  /// Countries on the side of the places: the alliance and every country that has one.
  public var defended: Set<String> { Set(alliance + places.map(\.country)) }

  /// What the defended side could do that may move something on a rung.
  public func levers(of level: Level) -> [Lever] { levers.filter { $0.levels.contains(level) } }

  /// A posture of the scenario, or one of a lever; nil without one of that id.
  public func posture(_ id: String) -> Posture? {
    postures.first { $0.id == id } ?? levers.first { $0.id == id }?.posture
  }

  /// What tables and sentences call a posture: its name, else its id.
  public func name(of posture: String) -> String {
    written.first { $0.id == posture }?.name ?? posture
  }

  /// The law of an address under a posture.
  public func law(_ address: Address, under posture: Posture) -> Law? {
    posture.laws[address] ?? bibliography.laws[address]
  }
}

extension Document.LeftOut {
  /// Whether it matters to a place: by its id, its country, or because it names none.
  public func concerns(_ place: Theatre.Place) -> Bool {
    let names = places.map(\.value)
    return names.isEmpty || names.contains(place.id) || names.contains(place.country)
  }

  /// `Kalibr of the Black Sea Fleet (cruise): …`
  public var words: String { "\(what)\(of.isEmpty ? "" : " (\(of))"): \(because)" }
}

extension Document.Trial {
  /// Whether it is about a place: by its id, its country, or because it names none.
  public func concerns(_ place: Theatre.Place) -> Bool {
    let names = places.map(\.value)
    return names.isEmpty || names.contains(place.id) || names.contains(place.country)
  }
}
