public import Quantities

/// A scenario as it was written: names and numbers with their spans, nothing resolved.
public struct Document: Sendable {
  /// Something written, and where.
  public struct Written<Value: Sendable>: Sendable {
    public let value: Value
    public let span: Span

    public init(_ value: Value, _ span: Span) { (self.value, self.span) = (value, span) }
  }

  /// A kind of system of the catalogue.
  public struct System: Identifiable, Sendable {
    public let id: String
    /// The field table it follows: `quasi-ballistic`.
    public let kind: String
    public let name: String
    public internal(set) var settings: [String: Double]
    /// Classes of threat it processes; nil means all.
    public internal(set) var processes: [String]?
    /// What a log of alerts calls it, where that is not its kind: a carrier's missile is told at its take-off.
    public internal(set) var toldAs: String?
    /// Itself, and all whose figures it has where it has none of its own, nearest first.
    public internal(set) var line: [String]
    /// Whether it only lends its figures, and stands nowhere.
    public let isClass: Bool
    public let span: Span
    /// The system or class that it is said to be like; nil stands alone.
    public var like: String? { line.dropFirst().first }

    init(
      id: String, kind: String, name: String, settings: [String: Double], processes: [String]?,
      toldAs: String?, isClass: Bool = false, span: Span
    ) {
      (self.id, self.kind, self.name, self.settings) = (id, kind, name, settings)
      (self.processes, self.toldAs, self.span) = (processes, toldAs, span)
      (self.isClass, line) = (isClass, [id])
    }

    /// A system of a kind, without a name of its own.
    public init(id: String, kind: String, span: Span) {
      self.init(
        id: id, kind: kind, name: id, settings: [:], processes: nil, toldAs: nil, span: span)
    }
  }

  public struct Place: Identifiable, Sendable {
    public let id, name, country, district, settlement: String
    public let latitude, longitude: Double
    /// How far the given point may be from the thing itself, m.
    public let precision: Double
    public let population: Int
    public let source: String
    public let span: Span

    public init(
      id: String, name: String, country: String, district: String, settlement: String,
      latitude: Double, longitude: Double, precision: Double, population: Int, source: String,
      span: Span
    ) {
      (self.id, self.name, self.country, self.district) = (id, name, country, district)
      (self.settlement, self.latitude, self.longitude) = (settlement, latitude, longitude)
      (self.precision, self.population, self.source) = (precision, population, source)
      self.span = span
    }
  }

  public struct Site: Identifiable, Sendable {
    public let id, name, country, role: String
    /// Catalogue id of the sensor that stands there; empty for a town or a base.
    public let system: String
    public let latitude, longitude, precision: Double
    /// Middle of the sector its sensor looks at, degrees from north; nil when not given.
    public let facing: Double?
    /// How far the ground under its sensor stands above the ground around, m, and its antenna above that; nil where nobody
    /// says.
    public let ground, mast: Double?
    public let source: String
    public internal(set) var sighting = Sighting(standing: nil, seen: nil)
    public let span: Span

    public init(
      id: String, name: String, country: String, role: String, system: String, latitude: Double,
      longitude: Double, precision: Double, facing: Double?, ground: Double? = nil,
      mast: Double? = nil, source: String, span: Span
    ) {
      (self.ground, self.mast) = (ground, mast)
      (self.id, self.name, self.country, self.role) = (id, name, country, role)
      (self.system, self.latitude, self.longitude) = (system, latitude, longitude)
      (self.precision, self.facing, self.source) = (precision, facing, source)
      self.span = span
    }
  }

  public struct Formation: Identifiable, Sendable {
    public let id, name, country: String
    public let system: String
    public let site: String
    /// Radius of the area it may launch from, m.
    public let area: Double
    public let source: String
    public internal(set) var sighting = Sighting(standing: nil, seen: nil)
    public let span: Span

    public init(
      id: String, name: String, country: String, system: String, site: String, area: Double,
      source: String, span: Span
    ) {
      (self.id, self.name, self.country, self.system) = (id, name, country, system)
      (self.site, self.area, self.source, self.span) = (site, area, source, span)
    }
  }

  /// One step from a posture to the next: the edit language.
  public enum Edit: Sendable {
    case add(Written<String>)
    case remove(Written<String>)
    case move(Written<String>, to: Written<String>)
    case on(Written<String>)
    case off(Written<String>)
    /// The address and the claims that replace its own.
    case set(Written<Address>, [Claim])
    /// What countries may act on, where they name no rules of their own.
    case rules(Written<Rules>)
  }

  public struct Posture: Identifiable, Sendable {
    public let id: String
    public let title: String
    /// What tables and sentences call it; nil leaves it with its id.
    public internal(set) var name: String?
    public let asOf: Day
    public let from: Written<String>?
    public let present: [Written<String>]
    public internal(set) var edits: [Edit]
    /// What each edit is a part of, when the change is split: `dispersal`; nil stands for itself.
    public internal(set) var parts: [String?]
    public let span: Span
  }

  /// Rules and net of one country's warning chain.
  public struct Chain: Sendable {
    /// Upper-case country code; empty for the default of all.
    public let country: String
    /// `peace`, `crisis` or `war`; nil inherits.
    public let rules: String?
    /// `none`, `tracks` or `reported`; nil inherits.
    public let net: String?
    /// Ways that suffice for an alert, by rules and class; what is not named is as it usually is.
    public var ways: [Rules: [String: Set<AlertWay>]] = [:]
    /// Whom an order passes through, in the order in which it is written; empty for one decision.
    public var hands: [Hand] = []
    public let span: Span
  }

  public struct Question: Sendable {
    public let before, after: Written<String>
    public let words: String

    public init(before: Written<String>, after: Written<String>, words: String) {
      (self.before, self.after, self.words) = (before, after, words)
    }
  }

  /// Something real that the scenario leaves out, and why.
  public struct LeftOut: Sendable {
    public let what, because: String
    /// Class of threat, sensors and others: any word.
    public let of: String
    /// Places and countries that it matters to; empty stands for all.
    public let places: [Written<String>]
  }

  /// Something that the defended side could do, as edits of the posture that the headline leads to.
  public struct Lever: Identifiable, Sendable {
    public let id, words: String
    public let edits: [Edit]
    public let span: Span
  }

  /// A published claim as a predicate on draws.
  public struct Trial: Identifiable, Sendable {
    public let id, words, saidBy: String
    /// Word for word as it stands at the source.
    public let quote: String?
    public let source: String?
    /// The rung that it speaks of.
    public var level: Level { .tactical }
    /// `warning`, `flight`, or `distance` to the nearest launcher, which nothing has to be drawn for.
    public let quantity: String
    /// Whether distances alone answer it.
    public var isFact: Bool { quantity == "distance" }
    /// Threat class, formation or nil for all.
    public let threat: Written<String>?
    /// Place ids or country codes; empty means every place.
    public let places: [Written<String>]
    public let posture: Written<String>
    /// With it, the predicate is on the change since `before`.
    public let before: Written<String>?
    /// Below this value, or fallen by at least it, s; of a distance m.
    public let threshold: Double
    /// For at least this share of the places that are reached.
    public let share: Double
    public let span: Span
  }

  /// Something that was said in public, and how the scenario models it.
  public struct Statement: Identifiable, Sendable {
    public let id, words, saidBy, topic: String
    /// Addresses, formations, sites, postures, questions or trials that stand for it.
    public let modelledBy: [String]
    /// Why it is not modelled, where it is not.
    public let reason: String
    /// What we find, with figures in braces; how sure; what would change it. Empty where nobody wrote it.
    public let finding, confidence, wouldChange: String
    public let source: String
    public let span: Span
  }

  /// A corner of a ring of an outline that the scenario brings itself.
  public struct Corner: Sendable {
    public let country, name: String
    public let ring: Int
    public let latitude, longitude: Double
    public let span: Span
  }

  /// Outlines of lands that no data layer has, in the order of their corners.
  public var outlines: [Corner] = []
  public var statements: [Statement] = []
  public var title = ""
  public var summary = ""
  /// South, west, north, east of the map, degrees; east is beyond 180 where it lies over the antimeridian.
  public var region = (south: -90.0, west: -180.0, north: 90.0, east: 180.0)
  public var layers: [String] = []
  /// Name of terrain that the user imported; nil is the data pack's.
  public var terrain: String?
  /// Names of roads and railways that the user imported; nil is the data pack's.
  public var roads, railways: String?
  /// Places that a briefing tells of by name; empty leaves the choice to it.
  public var focus: [Written<String>] = []
  /// Statements that the first page of a briefing answers, by id.
  public var firstPage: [Written<String>] = []
  /// Countries whose border makes a threat hostile under peace rules.
  public var alliance: [String] = []
  public var grades = GradeTable()
  public var sources: [Source] = []
  public var systems: [System] = []
  public var claims: [Claim] = []
  public var places: [Place] = []
  public var sites: [Site] = []
  public var formations: [Formation] = []
  public var postures: [Posture] = []
  public var chains: [Chain] = []
  public var channels: [String] = []
  public var settlements: [String] = []
  public var questions: [Question] = []
  public var trials: [Trial] = []
  public var leftOut: [LeftOut] = []
  public var levers: [Lever] = []
  /// Of postures, and of what is tried on them.
  var edits: [Edit] { postures.flatMap(\.edits) + tried }
  /// Of levers and of movements of the past.
  public var tried: [Edit] {
    levers.flatMap(\.edits) + (operations?.past.flatMap(\.edits) ?? [])
  }
  /// `alerts.csv`, and how its rows are to be read.
  public var alerts: [AlertRow] = []
  public var practice: [PracticeRule] = []
  /// How kinds are spoken of and drawn, by name.
  public var signs: [String: KindSign] = [:]
  /// `alarms.csv`: alarms that were counted.
  public var alarms: [AlarmRow] = []
  /// Fields of a `reported` net, by name.
  public var reportedFields: [String: Field] = [:]
  /// Legal values by address, from the field tables.
  public var ranges: [Address: ClosedRange<Double>] = [:]
  /// Draw kind by address, from the field tables.
  public var kinds: [Address: InputKind] = [:]
  /// Addresses of what the model assumes where nobody says: they may be set all the same.
  public var assumed: Set<Address> = []
  public var warnings: [Diagnostic] = []
  /// What reports say of the other side's purposes; nil without `indicators.yaml`.
  public var indicators: Indicators?
  public var episodes: [Episode] = []
  /// Who may close up where; nil without `operations.yaml`.
  public var operations: Operations?
  /// `crossings.csv`.
  public var crossings: [Operations.Crossing] = []
  /// `rotations.csv`.
  public var rotations: [Operations.Rotation] = []
  /// `observations.csv`; empty without one.
  public var evidence = EvidenceLog()
}

// MARK: made in code

extension Document.System {
  /// The same system, told of as another class.
  public func told(as threat: String) -> Document.System {
    var told = self
    told.toldAs = threat
    return told
  }

  /// The same system with what another says that it does not.
  mutating func complete(with other: Document.System) {
    settings.merge(other.settings) { own, _ in own }
    processes = processes ?? other.processes
    toldAs = toldAs ?? other.toldAs
  }
}

extension Document.Posture {
  /// A posture without edits.
  public init(id: String, title: String, asOf: Day, present: [String], span: Span) {
    self.init(
      id: id, title: title, asOf: asOf, from: nil,
      present: present.map { Document.Written($0, span) }, edits: [], parts: [], span: span)
  }
}

extension Document.Chain {
  public init(country: String, rules: String, net: String, span: Span) {
    self.init(country: country, rules: .some(rules), net: .some(net), ways: [:], span: span)
  }
}
