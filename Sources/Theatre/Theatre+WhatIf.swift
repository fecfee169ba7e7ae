public import Quantities
internal import Scenarios

/// Postures that are tried out beside those of the scenario.
extension Theatre {
  /// The same with a posture beside the one it is made from, and the change between the two leading.
  ///
  /// - Parameters:
  ///   - posture: takes the place of one of the same id, where there is one.
  ///   - alone: whether no other postures are kept.
  public func leading(
    from base: String, to posture: Posture, _ words: String, alone: Bool
  ) -> Theatre {
    let span = Span(file: "", line: 1, column: 1)
    let question = Document.Question(
      before: Document.Written(base, span), after: Document.Written(posture.id, span), words: words)
    var theatre = self
    theatre.postures.removeAll { $0.id == posture.id || alone && $0.id != base }
    theatre.postures.append(posture)
    theatre.questions = (alone ? [] : questions) + [question]
    theatre.lead = question
    theatre.tried[posture.id] = words
    // they start from another posture
    theatre.levers = []
    return theatre
  }

  /// A posture as if a source had never spoken: its claims are left out, the weights of the others grow in proportion.
  ///
  /// - Returns: the posture, and inputs of which nobody else speaks: they keep what the source says.
  public func posture(
    _ posture: Posture, called name: String, without source: String
  ) -> (posture: Posture, kept: [Address], changed: Int) {
    self.posture(posture, called: name) { $0.id == source }
  }

  /// A posture as if some sources had never spoken.
  func posture(
    _ posture: Posture, called name: String, without isLeftOut: (Source) -> Bool
  ) -> (posture: Posture, kept: [Address], changed: Int) {
    var laws = posture.laws
    var kept: [Address] = []
    for (address, standing) in bibliography.laws {
      let law = posture.laws[address] ?? standing
      let others = law.components.filter { component in
        let source = component.claim.flatMap { bibliography.claim($0) }?.source
        return source.flatMap { bibliography.sources[$0] }.map { !isLeftOut($0) } ?? true
      }
      guard others.count < law.components.count else { continue }
      if others.isEmpty {
        kept.append(address)
      } else {
        laws[address] = Law(kind: law.kind, components: others, bounds: law.bounds)
      }
    }
    let changed = laws.count { posture.laws[$0.key] != $0.value }
    return (
      Posture(
        id: name, title: posture.title, asOf: posture.asOf, forces: posture.forces,
        sensors: posture.sensors, laws: laws, rules: posture.rules, closed: posture.closed),
      kept.sorted(), changed
    )
  }
}
