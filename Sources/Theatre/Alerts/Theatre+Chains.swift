public import Quantities
public import Scenarios

extension Theatre {
  /// Rules and net of a country's warning chain, defaults filled in.
  public struct Chain: Sendable {
    public typealias Rules = Document.Rules
    public enum Net: String, Sendable { case none, tracks, reported }
    public let country: String
    public fileprivate(set) var rules: Rules
    /// Whether the country names its rules itself.
    let namesRules: Bool
    public let net: Net
    let written: [Rules: [String: Set<AlertWay>]]
    let hands: [Document.Hand]

    /// The hands that an order against a class passes through, and of whom each waits for, by place in the list; empty
    /// where one decision stands for all.
    public func hands(against threat: String) -> [(id: String, waitsFor: [Int])] {
      let with = hands.filter { $0.hasSay(against: threat) }
      return with.enumerated().map { index, hand in
        let named = hand.waitsFor.map { names in
          names.compactMap { name in with.firstIndex { $0.id == name.value } }
        }
        return (hand.id, named ?? (index > 0 ? [index - 1] : []))
      }
    }

    /// Ways that suffice for an alert against a class. Unless the scenario says otherwise: a cue, a track and
    /// observers and a neighbour's alert, and from a crisis on what prepares an attack.
    public func ways(against threat: String) -> Set<AlertWay> {
      if let own = written[rules]?[threat] { return own }
      return rules == .peace
        ? [.cue, .track, .observers, .neighbour]
        : [.preparation, .takeOff, .cue, .track, .observers, .neighbour]
    }
  }

  /// A country's chain; the default where it has none of its own.
  public func chain(of country: String) -> Chain { chains[country] ?? chains[""]! }

  /// The same under a posture, whose rules hold for whoever names none itself.
  public func chain(of country: String, under posture: Posture) -> Chain {
    var chain = chain(of: country)
    if let rules = posture.rules, !chain.namesRules { chain.rules = rules }
    return chain
  }

  /// The address a country's chain reads a field from: its own, or everybody's.
  public func alertAddress(_ field: String, country: String) -> Address? {
    let own = Address("alert", country.lowercased(), field)
    if bibliography.laws[own] != nil { return own }
    let shared = Address("alert", field)
    return bibliography.laws[shared] != nil ? shared : nil
  }

  /// The address of what was counted of alarms at a place: its district's, or its country's; nil where nothing was.
  public func alarmAddress(_ field: String, place: Place) -> Address? {
    let owners = [
      AlarmPractice.owner(place.country, district: place.district), place.country.lowercased(),
    ]
    return owners.map { Address("alert", $0, field) }.first { bibliography.laws[$0] != nil }
  }

  /// The address of how long an order takes in a country against a class of threat: what the log of alerts tells of
  /// them, unless the posture sets the order of the country, or of all.
  public func decisionAddress(
    country: String, threat: String, under posture: Posture
  ) -> Address? {
    let known = Theatre.decisions(country, threat)
    return known.first { posture.laws[$0] != nil } ?? known.first { bibliography.laws[$0] != nil }
  }

  /// In which share of draws an order takes as long as the hands of the country's chain do, rather than as the law of
  /// `decisionAddress` says: they are one statement beside the log of alerts, and all there is where the posture sets
  /// one of them; where it sets the order itself, none.
  public func handsShare(country: String, threat: String, under posture: Posture) -> Double {
    let owner = country.lowercased()
    let hands = chain(of: country).hands(against: threat)
    guard !hands.isEmpty else { return 0 }
    let known = Theatre.decisions(country, threat)
    if known.contains(where: { posture.laws[$0] != nil }) { return 0 }
    let isSet = posture.laws.keys.contains { address in
      hands.contains { address.description.hasPrefix("alert.\(owner).\($0.id).") }
    }
    return isSet ? 1 : bibliography.handsShares[known[0]] ?? 1
  }

  /// Where an order against a class may stand, the most particular first.
  private static func decisions(_ country: String, _ threat: String) -> [Address] {
    let owner = country.lowercased()
    return [
      Address("alert", "\(owner).\(threat)", "decision"), Address("alert", owner, "decision"),
      Address("alert", threat, "decision"), Address("alert", "decision"),
    ]
  }

  static func chains(_ written: [Document.Chain]) -> [String: Chain] {
    let base = written.first { $0.country.isEmpty }
    let rules = base?.rules ?? "peace"
    let net = base?.net ?? "tracks"
    var chains = [
      "": Chain(
        country: "", rules: .init(rawValue: rules)!, namesRules: false,
        net: .init(rawValue: net)!,
        written: base?.ways ?? [:], hands: [])
    ]
    for chain in written where !chain.country.isEmpty {
      chains[chain.country] = Chain(
        country: chain.country, rules: .init(rawValue: chain.rules ?? rules)!,
        namesRules: chain.rules != nil,
        net: .init(rawValue: chain.net ?? net)!,
        written: (base?.ways ?? [:]).merging(chain.ways) { $0.merging($1) { $1 } },
        hands: chain.hands)
    }
    return chains
  }
}
