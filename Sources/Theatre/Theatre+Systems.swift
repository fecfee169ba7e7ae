public import Quantities

extension Theatre {
  /// The address that a field of a system is read from: its own, or that of what it is like, which is one for all who
  /// are like it. Nil where nobody claims anything.
  public func catalogueAddress(
    _ system: String, _ field: String, under posture: Posture?
  ) -> Address? {
    let known = (lines[system] ?? [system]).lazy.map { Address("catalogue", $0, field) }
    return known.first { posture?.laws[$0] != nil || bibliography.laws[$0] != nil }
  }

  /// Systems that some posture has, and all that they are like.
  public var usedSystems: Set<String> {
    let present = postures.flatMap { posture in
      posture.forces.map(\.system) + posture.sensors.compactMap { sites[$0]?.system }
    }
    return present.reduce(into: []) { $0.formUnion(lines[$1] ?? [$1]) }
  }

  /// Whether a figure may rest on an input: not on a system that no posture has, nor on the practice of a country that is
  /// not on the warned side.
  public var mayUse: (Address) -> Bool {
    let (systems, countries) = (usedSystems, defended)
    return { address in
      let parts = address.description.split(separator: ".")
      switch address.root {
      case "catalogue": return systems.contains(String(parts[1]))
      case "alert", "net":
        let code = parts[1].uppercased()
        return parts.count < 3 || code.count != 2 || countries.contains(code)
      default: return true
      }
    }
  }

  /// The law of a field of a system under a posture.
  public func law(of system: String, _ field: String, under posture: Posture?) -> Law? {
    catalogueAddress(system, field, under: posture).flatMap {
      posture?.laws[$0] ?? bibliography.laws[$0]
    }
  }
}
