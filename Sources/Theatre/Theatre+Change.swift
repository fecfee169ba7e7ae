internal import Quantities
internal import Scenarios

extension Theatre {
  /// The change from one posture to a later one that is made from it, part by part: what concerns indicators alone, or ground
  /// forces, is another rung's, and not among the parts.
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
      edits = own.filter { level(of: $0.0) == .tactical } + edits
      id = from.value
    }
    return Change(before: before, after: after, edits: edits)
  }

  /// The rung on which an edit may move something: what a threat to a place does and who sees it is the tactical rung's.
  func level(of edit: Document.Edit) -> Level {
    switch edit {
    case .set(let address, _):
      if address.value.isOfIndicators { return .strategic }
      let isOfMovers =
        ["attrition", "axis", "movement", "observer"].contains(address.value.root)
        || movers.contains(address.value.owner)
      return isOfMovers ? .operational : .tactical
    case .rules: return .tactical
    case .add(let name), .remove(let name), .move(let name, _), .on(let name), .off(let name):
      if crossings.contains(where: { $0.id == name.value }) { return .operational }
      let formation = formations.first { $0.id == name.value }
      return formation.map { isThreat($0.system) } ?? true ? .tactical : .operational
    }
  }

  /// What is neither a threat nor a sensor, as addresses name it: ground forces, and types of their vehicles.
  private var movers: Set<String> {
    let sensors = Set(sites.values.compactMap(\.system))
    return Set(
      systems.keys.filter { !isThreat($0) && !sensors.contains($0) }.flatMap { lines[$0] ?? [$0] }
    )
    .subtracting(
      systems.keys.filter { isThreat($0) || sensors.contains($0) }.flatMap { lines[$0] ?? [$0] }
    )
    .reduce(into: []) { $0.insert("catalogue.\($1)") }
  }

  /// Whether a system is of a class of threat.
  public func isThreat(_ system: String) -> Bool {
    guard let kind = systems[system]?.kind else { return false }
    return practice.contains { $0.threat == kind }
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
    var draft = drafts[change.before] ?? PostureDraft(crossings)
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
}
