public import Quantities
internal import Scenarios

extension Theatre {
  /// One step from a posture to another, from a scenario's text or from code.
  public enum Edit: Sendable, Hashable {
    case add(String)
    case remove(String)
    case move(String, to: String)
    case on(String)
    case off(String)
    case set(Address, Law)

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
        }
    }
  }

  /// Why an edit cannot be made.
  public enum EditFault: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownPosture(String)
    /// Neither a formation nor a site of the scenario.
    case unknown(String)
    /// What is moved is not in the posture.
    case absent(String)
    /// The scenario claims nothing of the address.
    case noClaim(Address)

    public var description: String {
      switch self {
      case .unknownPosture(let id): "'\(id)' is not a posture of the scenario"
      case .unknown(let id): "'\(id)' is not a formation or site of the scenario"
      case .absent(let id): "'\(id)' cannot be moved: it is not in the posture"
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
    return draft.posture(
      id: name, title: base.title, asOf: base.asOf, formations: formations, sites: sites)
  }

  private func check(_ edit: Edit, _ draft: PostureDraft) throws(EditFault) {
    let known = { (id: String) in
      sites[id] != nil || formations.contains { $0.id == id }
    }
    switch edit {
    case .add(let id), .remove(let id), .on(let id), .off(let id):
      guard known(id) else { throw .unknown(id) }
    case .move(let id, let target):
      guard known(id) else { throw .unknown(id) }
      guard sites[target] != nil else { throw .unknown(target) }
      guard draft.stands[id] != nil else { throw .absent(id) }
    case .set(let address, _):
      guard bibliography.laws[address] != nil else { throw .noClaim(address) }
    }
  }
}
