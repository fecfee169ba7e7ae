/// A named moment of an exposure.
public enum Mark: UInt8, CaseIterable, Sendable {
  case tookOff, launched, burnout, risen, detected, firm, identified, localised, alerted, engaged
  /// The sampled person of the place is sheltered (tactical); the force is ready (operational).
  case ready
  case crossed, arrived

  /// The word a reader sees.
  public var word: String {
    switch self {
    case .tookOff: "took off"
    case .risen: "risen"
    case .firm: "firm track"
    default: "\(self)"
    }
  }
}

/// Why a mark has no time.
public enum Absence: UInt8, CaseIterable, Sendable {
  case present, outOfReach, neverSeen, neverFirm, neverIdentified, neverLocalised, noRoute,
    gateShut, noAlarm

  /// The word a reader sees, as in "never seen".
  public var word: String {
    switch self {
    case .present: "present"
    case .outOfReach: "out of reach"
    case .neverSeen: "never seen"
    case .neverFirm: "no firm track"
    case .neverIdentified: "never identified"
    case .neverLocalised: "never localised"
    case .noRoute: "no route"
    case .gateShut: "gate shut"
    case .noAlarm: "no alarm"
    }
  }
}
