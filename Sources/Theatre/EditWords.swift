internal import Quantities
internal import Scenarios

/// Edits as a reader is told them: with names instead of ids.
extension Theatre {
  /// The edits of one part of a change, in the order in which they are written.
  public func words(of part: String, in change: Change) -> [String] {
    change.edits.filter { $0.part == part }.map { words(of: $0.edit) }
  }

  private func words(of edit: Document.Edit) -> String {
    switch edit {
    case .add(let name): "\(called(name.value)) comes"
    case .remove(let name): "\(called(name.value)) goes"
    case .move(let name, let target):
      "\(called(name.value)) moves to \(sites[target.value]?.name ?? target.value)"
    case .on(let name): "\(called(name.value)) is \(isCrossing(name.value) ? "open" : "on")"
    case .off(let name): "\(called(name.value)) is \(isCrossing(name.value) ? "closed" : "off")"
    case .set(let address, let claims):
      "\(address.value) becomes \(claims.map(\.words).joined(separator: " or "))"
    case .rules(let rules): "rules of \(rules.value.rawValue) hold"
    }
  }

  /// What a formation is called; its id where there is none.
  public func formationName(_ id: String) -> String {
    formations.first { $0.id == id }?.name ?? id
  }

  private func isCrossing(_ id: String) -> Bool { crossings.contains { $0.id == id } }

  /// The name of a formation with its site, or of a site with what stands there.
  private func called(_ id: String) -> String {
    if let formation = formations.first(where: { $0.id == id }) {
      let site = sites[formation.site]?.name ?? formation.site
      return formation.name.contains(site) ? formation.name : "\(formation.name), \(site)"
    }
    guard let site = sites[id] else {
      return crossings.first { $0.id == id }.map { "the crossing \($0.name)" } ?? id
    }
    let system = site.system.flatMap { systems[$0]?.name }
    return system.map { "\($0), \(site.name)" } ?? site.name
  }
}
