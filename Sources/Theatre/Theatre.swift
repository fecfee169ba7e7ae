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
  public struct Posture: Identifiable, Sendable {
    public let id, title: String
    public let asOf: Day
    /// In order of id.
    public let forces: [Force]
    /// Sites whose sensors work, in order of id.
    public let sensors: [String]
    /// Laws that this posture sets anew.
    public let laws: [Address: Law]
    /// Its own edits, in words.
    public let edits: [String]
  }

  /// Rules and net of a country's warning chain, defaults filled in.
  public struct Chain: Hashable, Sendable {
    public enum Rules: String, Sendable { case peace, war }
    public enum Net: String, Sendable { case none, tracks, reported }
    public let country: String
    public let rules: Rules
    public let net: Net
  }

  public let title, summary: String
  public let region: (south: Double, west: Double, north: Double, east: Double)
  public let layers: [String]
  public let alliance: [String]
  public let places: [Place]
  public let sites: [String: Site]
  public let systems: [String: Document.System]
  public let postures: [Posture]
  public let channels: [String]
  public let questions: [Document.Question]
  public let trials: [Document.Trial]
  public let bibliography: Bibliography
  private let chains: [String: Chain]

  public init(_ document: Document) {
    title = document.title
    summary = document.summary
    region = document.region
    layers = document.layers
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
            facing: $0.facing.map { .degrees($0) }, source: $0.source)
        )
      })
    self.sites = sites
    systems = Dictionary(uniqueKeysWithValues: document.systems.map { ($0.id, $0) })
    channels = document.channels
    questions = document.questions
    trials = document.trials
    bibliography = Bibliography(document)
    chains = Theatre.chains(document.chains)
    var postures: [Posture] = []
    var drafts: [String: PostureDraft] = [:]
    for written in document.postures {
      var draft = written.from.flatMap { drafts[$0.value] } ?? PostureDraft()
      draft.apply(written, formations: document.formations, bibliography: bibliography)
      drafts[written.id] = draft
      postures.append(draft.posture(written, formations: document.formations, sites: sites))
    }
    self.postures = postures
  }

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

  /// The law of an address under a posture.
  public func law(_ address: Address, under posture: Posture) -> Law? {
    posture.laws[address] ?? bibliography.laws[address]
  }

  private static func chains(_ written: [Document.Chain]) -> [String: Chain] {
    let base = written.first { $0.country.isEmpty }
    let rules = base?.rules ?? "peace"
    let net = base?.net ?? "tracks"
    var chains = [
      "": Chain(country: "", rules: .init(rawValue: rules)!, net: .init(rawValue: net)!)
    ]
    for chain in written where !chain.country.isEmpty {
      chains[chain.country] = Chain(
        country: chain.country, rules: .init(rawValue: chain.rules ?? rules)!,
        net: .init(rawValue: chain.net ?? net)!)
    }
    return chains
  }
}

/// A posture while its edits are applied.
private struct PostureDraft {
  /// Where each present formation stands.
  var stands: [String: String] = [:]
  var sensors: Set<String> = []
  var laws: [Address: Law] = [:]

  mutating func apply(
    _ written: Document.Posture, formations: [Document.Formation], bibliography: Bibliography
  ) {
    let garrison = Dictionary(uniqueKeysWithValues: formations.map { ($0.id, $0.site) })
    func add(_ id: String, _ draft: inout PostureDraft) {
      if let site = garrison[id] { draft.stands[id] = site } else { draft.sensors.insert(id) }
    }
    for name in written.present { add(name.value, &self) }
    for edit in written.edits {
      switch edit {
      case .add(let name), .on(let name): add(name.value, &self)
      case .remove(let name), .off(let name):
        stands[name.value] = nil
        sensors.remove(name.value)
      case .move(let name, let target): stands[name.value] = target.value
      case .set(let address, let claims):
        laws[address.value] = bibliography.law(of: address.value, claims: claims)
      }
    }
  }

  func posture(
    _ written: Document.Posture, formations: [Document.Formation], sites: [String: Theatre.Site]
  ) -> Theatre.Posture {
    let forces = formations.filter { stands[$0.id] != nil }.map { formation in
      let site = sites[stands[formation.id]!]!
      return Theatre.Force(
        id: formation.id, name: formation.name, country: formation.country,
        system: formation.system, site: site.id, area: .metres(formation.area) + site.precision,
        source: formation.source)
    }
    return Theatre.Posture(
      id: written.id, title: written.title, asOf: written.asOf,
      forces: forces.sorted { $0.id < $1.id }, sensors: sensors.sorted(), laws: laws,
      edits: written.edits.map(\.words))
  }
}

extension Document.Edit {
  /// The edit as a reader sees it.
  var words: String {
    switch self {
    case .add(let name): "add \(name.value)"
    case .remove(let name): "remove \(name.value)"
    case .move(let name, let target): "move \(name.value) to \(target.value)"
    case .on(let name): "on \(name.value)"
    case .off(let name): "off \(name.value)"
    case .set(let address, _): "set \(address.value)"
    }
  }
}
