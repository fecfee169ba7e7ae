internal import Quantities
internal import Scenarios

/// A posture while its edits are applied.
struct PostureDraft: Sendable {
  /// Where each present formation stands.
  var stands: [String: String] = [:]
  var sensors: Set<String> = []
  var laws: [Address: Law] = [:]
  /// Nil where the posture names none.
  var rules: Document.Rules?
  /// Whether each crossing is open.
  var crossings: [String: Bool]

  init(_ crossings: [Document.Operations.Crossing]) {
    self.crossings = Dictionary(
      crossings.map { ($0.id, $0.isOpen) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ id: String, _ formations: [Document.Formation]) {
    if crossings[id] != nil {
      crossings[id] = true
    } else if let formation = formations.first(where: { $0.id == id }) {
      stands[id] = formation.site
    } else {
      sensors.insert(id)
    }
  }

  mutating func apply(_ edit: Theatre.Edit, formations: [Document.Formation]) {
    switch edit {
    case .add(let name), .on(let name): add(name, formations)
    case .remove(let name), .off(let name):
      if crossings[name] != nil { crossings[name] = false }
      stands[name] = nil
      sensors.remove(name)
    case .move(let name, let target): stands[name] = target
    case .set(let address, let law): laws[address] = law
    case .rules(let rules): self.rules = rules
    }
  }

  func posture(
    id: String, title: String, asOf: Day, formations: [Document.Formation],
    sites: [String: Theatre.Site]
  ) -> Theatre.Posture {
    let forces = formations.filter { stands[$0.id] != nil }.map { formation in
      let site = sites[stands[formation.id]!]!
      return Theatre.Force(
        id: formation.id, name: formation.name, country: formation.country,
        system: formation.system, site: site.id, area: .metres(formation.area) + site.precision,
        source: formation.source, sighting: formation.sighting)
    }
    return Theatre.Posture(
      id: id, title: title, asOf: asOf, forces: forces.sorted { $0.id < $1.id },
      sensors: sensors.sorted(), laws: laws, rules: rules,
      closed: Set(crossings.filter { !$0.value }.keys))
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
    case .rules(let rules): "rules \(rules.value.rawValue)"
    }
  }
}
