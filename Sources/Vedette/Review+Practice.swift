internal import Quantities
internal import Scenarios
internal import Tactical
internal import Theatre

extension Review {
  /// What was done beside what is stated of it, one sentence an input that dated alerts stand for.
  static func practice(_ scenario: Scenario) -> [String] {
    let bibliography = scenario.theatre.bibliography
    let rows = Set(scenario.document.alerts.map(\.id) + scenario.document.alarms.map(\.id))
    return bibliography.laws.keys.sorted().compactMap { address in
      let said = bibliography.laws[address]!.components.compactMap { component in
        component.claim.flatMap { bibliography.claim($0) }.map { (claim: $0, component: component) }
      }
      // a long series that is stated counts as events and is none of the log
      let events = said.filter {
        $0.claim.events != nil
          && rows.contains(String($0.claim.id.dropFirst(address.description.count + 1)))
      }
      guard !events.isEmpty else { return nil }
      let middles = events.map(\.claim.range.likely).sorted()
      let unit = events[0].claim.unit
      func words(_ value: Double) -> String {
        unit == "m"
          ? "\(Int((value / 1_000).rounded())) km"
          : abs(value) < 600
            ? "\(Int(value.rounded())) s" : "\(Int((value / 60).rounded())) min"
      }
      let stated = said.filter { pair in !events.contains { $0.claim.id == pair.claim.id } }
      let share = stated.reduce(0) { $0 + $1.component.weight }
      let beside =
        stated.isEmpty
        ? "nothing is stated beside them"
        : "stated, in \(Int((100 * share).rounded())) % of draws: "
          + stated.map { "\($0.claim.words) (\($0.claim.source ?? "nobody in particular"))" }
          .joined(separator: ", ")
      return "\(address): done \(words(middles[0])) to \(words(middles[middles.count - 1])) in "
        + "\(events.count) events, the middle one \(words(middles[middles.count / 2])); \(beside)"
    }
  }

  /// Orders that pass through several hands: who they are, how long they usually take, and in how many draws they stand for
  /// the order beside what was done.
  static func hands(_ scenario: Scenario) -> [String] {
    let theatre = scenario.theatre
    return Set(theatre.places.map(\.country)).sorted().flatMap { country -> [String] in
      theatre.practice.map(\.threat).compactMap { threat in
        let hands = theatre.chain(of: country).hands(against: threat)
        guard
          let usual = TacticalKinds.usualOrder(theatre, country: country, threat: threat)
        else { return nil }
        let share = theatre.handsShare(
          country: country, threat: threat, under: theatre.postures[0])
        return "\(country), \(threat): an order passes through "
          + hands.map(\.id).joined(separator: ", ")
          + ", usually \(Int(usual.rounded())) s, in \(Int((100 * share).rounded())) % of draws"
      }
    }
  }

  /// Countries whose chain cannot tell of a class that some posture has, whatever happens.
  static func silent(_ scenario: Scenario) -> [String] {
    untold(scenario) + deaf(scenario)
  }

  /// Countries none of whose channels reaches anybody.
  private static func deaf(_ scenario: Scenario) -> [String] {
    let theatre = scenario.theatre
    return Set(theatre.places.map(\.country)).sorted().filter { country in
      theatre.channels.allSatisfy { channel in
        let law =
          theatre.bibliography.laws[
            Address("alert", "\(country.lowercased()).\(channel)", "coverage")]
          ?? theatre.bibliography.laws[Address("alert", channel, "coverage")]
        return (law?.range.upperBound ?? 0) <= 0
      }
    }.map { "\($0): no channel reaches anybody" }
  }

  private static func untold(_ scenario: Scenario) -> [String] {
    let theatre = scenario.theatre
    let systems = Set(theatre.postures.flatMap(\.forces).map(\.system)).filter(theatre.isThreat)
    let classes = Set(systems.compactMap { theatre.systems[$0] }.map { $0.toldAs ?? $0.kind })
    return Set(theatre.places.map(\.country)).sorted().flatMap { country -> [String] in
      let chain = theatre.chain(of: country)
      return classes.sorted().filter { threat in
        switch chain.net {
        case .none: true
        case .tracks: chain.ways(against: threat).isEmpty
        case .reported:
          !TacticalKinds.shipped.isTold(threat) { name in
            [country.lowercased(), "reported"].contains {
              theatre.bibliography.laws[Address("net", $0, name)] != nil
            }
          }
        }
      }.map { "\(country): nobody would be told of \($0)" }
    }
  }
}
