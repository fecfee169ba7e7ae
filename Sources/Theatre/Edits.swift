public import Quantities
public import Scenarios

extension Theatre {
  /// One step from a posture to another, from a scenario's text or from code.
  public enum Edit: Sendable, Hashable {
    case add(String)
    case remove(String)
    case move(String, to: String)
    case on(String)
    case off(String)
    case set(Address, Law)
    case rules(Document.Rules)

    init(_ written: Document.Edit, _ bibliography: Bibliography) {
      self =
        switch written {
        case .add(let name): .add(name.value)
        case .remove(let name): .remove(name.value)
        case .move(let name, let target): .move(name.value, to: target.value)
        case .on(let name): .on(name.value)
        case .off(let name): .off(name.value)
        case .set(let address, let claims):
          .set(address.value, bibliography.law(of: address.value, claims: claims))
        case .rules(let rules): .rules(rules.value)
        }
    }
  }

  /// Why an edit cannot be made.
  public enum EditFault: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownPosture(String)
    /// Not a name for a posture, or the name of two.
    case badName(String)
    /// Neither a formation nor a site of the scenario.
    case unknown(String)
    /// What is moved is not in the posture.
    case absent(String)
    /// A site at which nothing stands that could be switched on.
    case noSensor(String)
    /// The scenario claims nothing of the address.
    case noClaim(Address)
    /// The law draws values that are not legal there, or is of another kind of input.
    case illegal(Address, Law)

    public var description: String {
      switch self {
      case .unknownPosture(let id): "'\(id)' is not a posture of the scenario"
      case .badName(let id): "'\(id)' is no name for a posture of its own"
      case .unknown(let id): "'\(id)' is not a formation, site or crossing of the scenario"
      case .absent(let id): "'\(id)' cannot be moved: it is not in the posture"
      case .noSensor(let id): "'\(id)' cannot be added: it is a site without a sensor or battery"
      case .illegal(let address, let law):
        "'\(address)' cannot be set: \(law.kind) from \(law.range.lowerBound) to \(law.range.upperBound) "
          + "is not legal there"
      case .noClaim(let address): "'\(address)' cannot be set: the scenario has no claim of it"
      }
    }
  }

  /// A posture of the scenario with further edits, in their order.
  ///
  /// - Parameters:
  ///   - id: a posture of the scenario.
  ///   - name: what the edited posture is called; it keeps title and day.
  public func posture(
    _ id: String, applying edits: [Edit], called name: String = "edited"
  ) throws(EditFault) -> Posture {
    guard var draft = drafts[id], let base = posture(id) else { throw .unknownPosture(id) }
    for edit in edits {
      try check(edit, draft)
      draft.apply(edit, formations: formations)
    }
    return posture(draft, of: base, called: name, title: base.title)
  }

  /// What a draft comes to, as of the day of the posture that it began with.
  func posture(
    _ draft: PostureDraft, of base: Posture, called name: String, title: String
  ) -> Posture {
    draft.posture(
      id: name, title: title, asOf: base.asOf, formations: formations, sites: sites)
  }

  private func check(_ edit: Edit, _ draft: PostureDraft) throws(EditFault) {
    let known = { (id: String) in
      sites[id] != nil || formations.contains { $0.id == id } || crossings.contains { $0.id == id }
    }
    switch edit {
    case .add(let id), .on(let id):
      guard known(id) else { throw .unknown(id) }
      if let site = sites[id], site.system == nil { throw .noSensor(id) }
    case .remove(let id), .off(let id):
      guard known(id) else { throw .unknown(id) }
    case .move(let id, let target):
      guard known(id) else { throw .unknown(id) }
      guard sites[target] != nil else { throw .unknown(target) }
      guard draft.stands[id] != nil else { throw .absent(id) }
    case .set(let address, let law):
      guard bibliography.laws[address] != nil else { throw .noClaim(address) }
      guard bibliography.allows(law, at: address) else { throw .illegal(address, law) }
    case .rules: break
    }
  }
}
