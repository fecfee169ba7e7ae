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
  }

  /// A formation where a posture puts it.
  public struct Force: Identifiable, Hashable, Sendable {
    public let id, name, country: String
    public let system: String
    public let site: String
    /// Radius of the area it may launch from, the site's precision included.
    public let area: Length
    public let source: String
    public var address: Address { Address("formation", id) }
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

    /// The laws that it sets anew beside those of indicators.
    public var physicalLaws: [Address: Law] { laws.filter { !$0.key.isOfIndicators } }

    /// The same posture with laws of indicators as they are elsewhere.
    ///
    /// - Parameter taken: laws that take the place of those of `indicator.…` addresses.
    public func with(indicators taken: [Address: Law]) -> Posture {
      Posture(
        id: id, title: title, asOf: asOf, forces: forces, sensors: sensors,
        laws: physicalLaws.merging(taken) { $1 })
    }

    /// The same posture with further formations.
    public func joined(with more: [Force]) -> Posture {
      let known = Set(forces.map(\.id))
      return Posture(
        id: id, title: title, asOf: asOf,
        forces: (forces + more.filter { !known.contains($0.id) }).sorted { $0.id < $1.id },
        sensors: sensors, laws: laws)
    }
  }

  /// Rules and net of a country's warning chain, defaults filled in.
  public struct Chain: Sendable {
    public typealias Rules = Document.Rules
    public enum Net: String, Sendable { case none, tracks, reported }
    public let country: String
    public let rules: Rules
    public let net: Net
    let written: [Rules: [String: Set<AlertWay>]]
    let hands: [Document.Hand]

    /// The hands that an order against a class passes through, and of whom each waits for, by place in the list; empty
    /// where one decision stands for all.
    public func hands(against threat: String) -> [(id: String, waitsFor: [Int])] {
      let with = hands.filter { $0.hasSay(against: threat) }
      return with.enumerated().map { index, hand in
        let named = hand.waitsFor.map { names in
          names.compactMap { name in with.firstIndex { $0.id == name.value } }
        }
        return (hand.id, named ?? (index > 0 ? [index - 1] : []))
      }
    }

    /// Ways that suffice for an alert against a class. Unless the scenario says otherwise: a cue, a track and
    /// observers and a neighbour's alert, and from a crisis on what prepares an attack.
    public func ways(against threat: String) -> Set<AlertWay> {
      if let own = written[rules]?[threat] { return own }
      return rules == .peace
        ? [.cue, .track, .observers, .neighbour]
        : [.preparation, .takeOff, .cue, .track, .observers, .neighbour]
    }
  }

  public let title, summary: String
  public let region: (south: Double, west: Double, north: Double, east: Double)
  public let layers: [String]
  /// Terrain that the user brought, by name; nil is the pack's own.
  public let terrain: String?
  let focusIds: [String]
  /// Borders that the scenario brings itself; they stand before those of a data layer.
  public let outlines: Outlines
  public let alliance: [String]
  public let places: [Place]
  public let sites: [String: Site]
  /// Systems of the catalogue by id, without the classes that only lend their figures.
  public let systems: [String: Document.System]
  /// Whose figures a system or a class has where it has none of its own.
  private let likes: [String: String]
  /// How kinds are spoken of and drawn, by name.
  public let signs: [String: KindSign]
  /// How logs of alerts speak of classes of threat.
  public let practice: [PracticeRule]
  public let postures: [Posture]
  public let channels: [String]
  public let questions: [Document.Question]
  public let trials: [Document.Trial]
  /// What was said in public, and how it is modelled.
  public let statements: [Document.Statement]
  public let bibliography: Bibliography
  /// Nil without `indicators.yaml`.
  public let indicators: Document.Indicators?
  public let episodes: [Document.Episode]
  public let evidence: EvidenceLog
  private let chains: [String: Chain]
  private let written: [Document.Posture]
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
    focusIds = document.focus.map(\.value)
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
            mast: $0.mast.map { .metres($0) }, source: $0.source)
        )
      })
    self.sites = sites
    systems = Dictionary(
      uniqueKeysWithValues: document.systems.filter { !$0.isClass }.map { ($0.id, $0) })
    likes = document.systems.reduce(into: [:]) { $0[$1.id] = $1.like }
    (signs, practice) = (document.signs, document.practice)
    channels = document.channels
    questions = document.questions
    trials = document.trials
    statements = document.statements
    chains = Theatre.chains(document.chains)
    bibliography = Bibliography(document, chains)
    (indicators, episodes, evidence) = (document.indicators, document.episodes, document.evidence)
    var postures: [Posture] = []
    var drafts: [String: PostureDraft] = [:]
    for written in document.postures {
      var draft = written.from.flatMap { drafts[$0.value] } ?? PostureDraft()
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
  }

  /// The change from one posture to a later one that is made from it, part by part; what concerns
  /// indicators alone is the strategic rung's, and not among the parts.
  ///
  /// Nil where the later one is not built from the earlier by edits.
  public func change(from before: String, to after: String) -> Change? {
    var edits: [(edit: Document.Edit, part: String)] = []
    var id = after
    while id != before {
      guard let posture = written.first(where: { $0.id == id }), let from = posture.from else {
        return nil
      }
      let own = zip(posture.edits, posture.parts).map { ($0, $1 ?? $0.words) }
      edits = own.filter { !$0.0.isOfIndicators } + edits
      id = from.value
    }
    return Change(before: before, after: after, edits: edits)
  }

  /// A change of posture in the order in which it is written.
  public struct Change: Sendable {
    public let before, after: String
    let edits: [(edit: Document.Edit, part: String)]

    /// The parts as a figure's id carries them, `S-400` as `s-400`; numbered where letters of other
    /// alphabets would leave nothing, or the same.
    public var slugs: [String] {
      var taken: Set<String> = ["the-rest", "whole-change"]
      return parts.enumerated().map { index, part in
        let text = String(
          part.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        let plain = text.contains { $0 != "-" } ? text : "part-\(index + 1)"
        var (name, number) = (plain, index + 1)
        while taken.contains(name) { (name, number) = ("\(plain)-\(number)", number + 1) }
        taken.insert(name)
        return name
      }
    }

    /// Names of the parts, in order of appearance.
    public var parts: [String] {
      edits.reduce(into: []) { if !$0.contains($1.part) { $0.append($1.part) } }
    }
  }

  /// The earlier posture with some of the parts of a change.
  public func posture(_ change: Change, with parts: Set<String>) -> Posture {
    var draft = drafts[change.before] ?? PostureDraft()
    for (edit, part) in change.edits where parts.contains(part) {
      // what is moved may not have come with these parts
      if case .move(let name, _) = edit, draft.stands[name.value] == nil { continue }
      draft.apply(Edit(edit, bibliography), formations: formations)
    }
    let earlier = written.first { $0.id == change.before }!
    return draft.posture(
      id: earlier.id, title: earlier.title, asOf: earlier.asOf, formations: formations,
      sites: sites)
  }

  /// The question a briefing leads with: the last one that starts where the first one starts.
  public var headline: Document.Question {
    questions.last { $0.before.value == questions[0].before.value } ?? questions[0]
  }

  /// How near launchers of a class may come to a place under a posture, and how many formations there are of it; nil
  /// without one.
  public func nearest(
    _ threat: String, to place: Place, under posture: Posture
  ) -> (distance: Length, formations: Int)? {
    let forces = posture.forces.filter { systems[$0.system]?.kind == threat }
    let distances = forces.map { force in
      Geodesic.inverse(from: sites[force.site]!.position, to: place.position).distance.metres
        - force.area.metres
    }
    return distances.min().map { (.metres(max(0, $0)), forces.count) }
  }

  /// Countries on the side of the places: the alliance and every country that has one.
  public var defended: Set<String> { Set(alliance + places.map(\.country)) }

  public func posture(_ id: String) -> Posture? { postures.first { $0.id == id } }

  /// A country's chain; the default where it has none of its own.
  public func chain(of country: String) -> Chain { chains[country] ?? chains[""]! }

  /// The address a country's chain reads a field from: its own, or everybody's.
  public func alertAddress(_ field: String, country: String) -> Address? {
    let own = Address("alert", country.lowercased(), field)
    if bibliography.laws[own] != nil { return own }
    let shared = Address("alert", field)
    return bibliography.laws[shared] != nil ? shared : nil
  }

  /// The address of what was counted of alarms at a place: its district's, or its country's; nil where nothing was.
  public func alarmAddress(_ field: String, place: Place) -> Address? {
    let owners = [
      AlarmPractice.owner(place.country, district: place.district), place.country.lowercased(),
    ]
    return owners.map { Address("alert", $0, field) }.first { bibliography.laws[$0] != nil }
  }

  /// The address of how long an order takes in a country against a class of threat: what the log of alerts tells of
  /// them, unless the posture sets the order of the country, or of all.
  public func decisionAddress(
    country: String, threat: String, under posture: Posture
  ) -> Address? {
    let known = Theatre.decisions(country, threat)
    return known.first { posture.laws[$0] != nil } ?? known.first { bibliography.laws[$0] != nil }
  }

  /// In which share of draws an order takes as long as the hands of the country's chain do, rather than as the law of
  /// `decisionAddress` says: they are one statement beside the log of alerts, and all there is where the posture sets
  /// one of them; where it sets the order itself, none.
  public func handsShare(country: String, threat: String, under posture: Posture) -> Double {
    let owner = country.lowercased()
    let hands = chain(of: country).hands(against: threat)
    guard !hands.isEmpty else { return 0 }
    let known = Theatre.decisions(country, threat)
    if known.contains(where: { posture.laws[$0] != nil }) { return 0 }
    let isSet = posture.laws.keys.contains { address in
      hands.contains { address.description.hasPrefix("alert.\(owner).\($0.id).") }
    }
    return isSet ? 1 : bibliography.handsShares[known[0]] ?? 1
  }

  /// Where an order against a class may stand, the most particular first.
  private static func decisions(_ country: String, _ threat: String) -> [Address] {
    let owner = country.lowercased()
    return [
      Address("alert", "\(owner).\(threat)", "decision"), Address("alert", owner, "decision"),
      Address("alert", threat, "decision"), Address("alert", "decision"),
    ]
  }

  /// The address that a field of a system is read from: its own, or that of what it is like, which is one for all who
  /// are like it. Nil where nobody claims anything.
  public func catalogueAddress(
    _ system: String, _ field: String, under posture: Posture?
  ) -> Address? {
    var id: String? = system
    while let owner = id {
      let own = Address("catalogue", owner, field)
      if posture?.laws[own] != nil || bibliography.laws[own] != nil { return own }
      id = likes[owner]
    }
    return nil
  }

  /// Systems that some posture has, and all that they are like.
  public var usedSystems: Set<String> {
    let present = postures.flatMap { posture in
      posture.forces.map(\.system) + posture.sensors.compactMap { sites[$0]?.system }
    }
    return present.reduce(into: []) { used, system in
      var id: String? = system
      while let known = id, used.insert(known).inserted { id = likes[known] }
    }
  }

  /// The law of a field of a system under a posture.
  public func law(of system: String, _ field: String, under posture: Posture?) -> Law? {
    catalogueAddress(system, field, under: posture).flatMap {
      posture?.laws[$0] ?? bibliography.laws[$0]
    }
  }

  /// The law of an address under a posture.
  public func law(_ address: Address, under posture: Posture) -> Law? {
    posture.laws[address] ?? bibliography.laws[address]
  }

  private static func chains(_ written: [Document.Chain]) -> [String: Chain] {
    let base = written.first { $0.country.isEmpty }
    let rules = base?.rules ?? "peace"
    let net = base?.net ?? "tracks"
    var chains = [
      "": Chain(
        country: "", rules: .init(rawValue: rules)!, net: .init(rawValue: net)!,
        written: base?.ways ?? [:], hands: [])
    ]
    for chain in written where !chain.country.isEmpty {
      chains[chain.country] = Chain(
        country: chain.country, rules: .init(rawValue: chain.rules ?? rules)!,
        net: .init(rawValue: chain.net ?? net)!,
        written: (base?.ways ?? [:]).merging(chain.ways) { $0.merging($1) { $1 } },
        hands: chain.hands)
    }
    return chains
  }
}

extension Document.Trial {
  /// Whether it is about a place: by its id, its country, or because it names none.
  public func concerns(_ place: Theatre.Place) -> Bool {
    let names = places.map(\.value)
    return names.isEmpty || names.contains(place.id) || names.contains(place.country)
  }
}
