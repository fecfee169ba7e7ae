/// A named moment of an exposure.
public enum Mark: UInt8, CaseIterable, Sendable {
  case tookOff, launched, burnout, risen, detected
  /// The early notice of a two-stage alert: somewhere in the country, perhaps nothing.
  case noticed
  case firm, identified, localised, alerted, engaged
  /// The sampled person of the place is sheltered by day (tactical); the force is ready (operational).
  case ready
  /// The same person at night.
  case readyAtNight
  case crossed, arrived
  /// The all-clear after the last arrival of the salvo.
  case cleared

  /// The word a reader sees.
  public var word: String {
    switch self {
    case .tookOff: "took off"
    case .risen: "risen"
    case .firm: "firm track"
    case .noticed: "early notice"
    case .readyAtNight: "ready at night"
    case .cleared: "all-clear"
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

/// A number of an exposure that is no time; 0 where it does not apply.
public enum Measure: UInt8, CaseIterable, Sendable {
  /// Metres by which the place is out of reach.
  case shortfall
  /// Chances to intercept, one after the other, as far as geometry and reaction go; −1 where they are not
  /// counted.
  case opportunities
  /// Alarms a person of the place hears in a month, and those of them that were for somewhere else.
  case alarms, alarmsInVain
}
