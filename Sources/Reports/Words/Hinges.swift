internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What the leading class hangs on at the places named first, after the change.
struct Hinges {
  /// With its share of the spread of the warning, averaged over those places; most first.
  let inputs: [(address: Address, share: Double)]

  init(_ ladder: Ladder, _ leading: String) {
    let theatre = ladder.theatre
    let drivers = ladder.results.drivers.filter { drivers in
      drivers.threat == leading && drivers.posture == theatre.headline.after.value
        && theatre.focus.contains { $0.subject == drivers.subject }
    }
    let shares = drivers.flatMap(\.leading).reduce(into: [Address: Double]()) {
      $0[$1.address, default: 0] += $1.share / Double(drivers.count)
    }
    inputs = shares.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}

/// Inputs in words.
enum InputWords {
  /// `how long an order takes against quasi-ballistic missiles`; what has no words of its own by its owner and field.
  static func words(_ address: Address, _ theatre: Theatre) -> String {
    let parts = address.description.split(separator: ".").map(String.init)
    let field = parts.last!.replacing("_", with: " ")
    let owner = parts.count > 1 ? parts[1] : ""
    switch parts[0] {
    case "alert" where parts.last == "decision":
      let against = theatre.signs[owner] == nil ? "" : " against \(theatre.plural(owner))"
      return "how long an order takes\(against)"
    case "alert": return "the alert chain's \(field)"
    case "net":
      let threat = parts.last!
      return
        "when alerts of \(theatre.plural(threat)) come in \(BaseMap.name(of: owner.uppercased(), in: theatre))"
    case "catalogue": return "the \(field) of the \(theatre.systems[owner]?.name ?? owner)"
    default: return "the \(field) of the \(parts[0])"
    }
  }
}
