public import Quantities
internal import Scenarios

/// What is asked of an analysis; nothing else is computed. Nil means all there is.
public struct Ask: Sendable {
  public var levels: Set<Level>?
  /// Ids of places; regions are told of when all their places are asked for.
  public var places: Set<String>?
  /// Threats that are asked for, rung by rung: classes, formations, purposes.
  public var threats: [Level: Set<String>]
  public var postures: Set<String>?
  /// Ids of postures that are compared; those of the scenario's questions when nil.
  public var pairs: [(before: String, after: String)]?
  public var products: Set<FigureQuantity.Product>?
  /// Ids of trials.
  public var trials: Set<String>?
  /// Whether what the defended side could do is told beside the postures.
  public var tellsLevers = false

  public init(
    levels: Set<Level>? = nil, places: Set<String>? = nil, threats: [Level: Set<String>] = [:],
    postures: Set<String>? = nil, pairs: [(before: String, after: String)]? = nil,
    products: Set<FigureQuantity.Product>? = nil,
    trials: Set<String>? = nil
  ) {
    (self.levels, self.places, self.threats) = (levels, places, threats)
    (self.postures, self.pairs) = (postures, pairs)
    (self.products, self.trials) = (products, trials)
  }

  /// Everything that a briefing tells.
  public static let everything: Ask = {
    var ask = Ask()
    ask.tellsLevers = true
    return ask
  }()

  /// The ladder of one place: every class of threat, the worst case, the parts of the change, and the warning
  /// of an attack, which is the same for the whole region.
  public static func ladder(of place: String) -> Ask {
    var ask = Ask(
      places: [place], threats: [.strategic: ["attack"]],
      products: [.series, .worstCase, .parts])
    ask.tellsLevers = true
    return ask
  }

  /// Some figures and what comes with them.
  public static func figures(_ ids: [FigureID], _ theatre: Theatre) -> Ask {
    var (places, isEverywhere) = (Set<String>(), false)
    var threats: [Level: Set<String>] = [:]
    var trials: Set<String> = []
    for id in ids {
      if id.quantity.product == .trial, let name = id.threat,
        let trial = theatre.trials.first(where: { $0.id == name })
      {
        trials.insert(name)
        places.formUnion(theatre.places.filter(trial.concerns).map(\.id))
        if case .country(let code) = id.subject {
          places.formUnion(theatre.places.filter { $0.country == code }.map(\.id))
        }
        if let threat = trial.threat?.value { threats[id.level, default: []].insert(threat) }
        continue
      }
      switch id.subject {
      case .place(let place): places.insert(place)
      case .country, .district:
        places.formUnion(
          theatre.regions.first { $0.subject == id.subject }?.places.map(\.id) ?? [])
      case .region, .alliance, .episode: isEverywhere = true
      }
      if let threat = id.threat { threats[id.level, default: []].insert(threat) }
    }
    // a group of all threats cannot be told by some of them
    for id in ids where isOfAllThreats(id, theatre) { threats[id.level] = nil }
    return Ask(
      levels: Set(ids.map(\.level)), places: isEverywhere ? nil : places, threats: threats,
      postures: Set(ids.flatMap(\.setting.postures)),
      pairs: ids.compactMap { id in
        if case .pair(let before, let after) = id.setting { (before, after) } else { nil }
      }, products: Set(ids.map(\.quantity.product)), trials: trials)
  }

  private static func isOfAllThreats(_ id: FigureID, _ theatre: Theatre) -> Bool {
    guard id.quantity.product == .trial else { return id.threat == nil }
    return theatre.trials.first { $0.id == id.threat }?.threat == nil
  }

  /// Whether a figure of a whole briefing is among what is asked.
  public func holds(_ id: FigureID) -> Bool {
    wants(id.level) && wants(id.quantity.product) && wants(threat: id.threat, id.level)
      && id.setting.postures.allSatisfy { wants(posture: $0) }
  }

  public func wants(_ level: Level) -> Bool { levels?.contains(level) ?? true }
  public func wants(place: String) -> Bool { places?.contains(place) ?? true }
  public func wants(posture: String) -> Bool { postures?.contains(posture) ?? true }
  public func wants(trial: String) -> Bool { trials?.contains(trial) ?? true }
  public func wants(_ product: FigureQuantity.Product) -> Bool {
    products?.contains(product) ?? true
  }

  /// Whether a group of a threat is asked for; nil is the group of all threats.
  public func wants(threat: String?, _ level: Level) -> Bool {
    guard let wanted = threats[level] else { return true }
    return threat.map(wanted.contains) ?? false
  }
}
