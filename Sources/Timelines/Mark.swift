/// A named moment of an exposure.
public enum Mark: UInt8, CaseIterable, Sendable {
  case tookOff, launched, burnout, risen, detected
  /// The early notice of a two-stage alert: somewhere in the country, perhaps nothing.
  case noticed
  case firm, identified, localised
  /// What suffices for an order is known, by the way that leads to it soonest.
  case known
  /// The order is given.
  case ordered
  case alerted, engaged
  /// The sampled person of the place is in shelter by day (tactical); the force is ready (operational).
  case ready
  /// The same person at home in the evening, and asleep.
  case readyInEvening, readyAtNight
  /// At least in a cellar, at least in an inner room: the same three.
  case inCellar, inCellarInEvening, inCellarAtNight
  case inRoom, inRoomInEvening, inRoomAtNight
  /// The forces that are needed are in place (operational).
  case reinforced
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
    case .known: "enough known"
    case .ready: "in shelter"
    case .readyInEvening: "in shelter, evening"
    case .readyAtNight: "in shelter, asleep"
    case .inCellar: "in a cellar"
    case .inCellarInEvening: "in a cellar, evening"
    case .inCellarAtNight: "in a cellar, asleep"
    case .inRoom: "in an inner room"
    case .inRoomInEvening: "in an inner room, evening"
    case .inRoomAtNight: "in an inner room, asleep"
    case .reinforced: "reinforcements in place"
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

/// Why an alert comes after the arrival: the last link of the chain that, had it taken no time, would have been enough.
public enum Slip: UInt8, CaseIterable, Sendable {
  case none
  /// The channel; the order; what follows the first sign; the first sign itself.
  case channelLate, orderLate, notLocalised, seenLate
  /// No link alone: had any one of them taken no time, it would have been late all the same.
  case several
  /// Of a net of which only reports are public.
  case toldLate

  /// As a figure's id carries it.
  public var word: String {
    switch self {
    case .none: "none"
    case .channelLate: "channel-late"
    case .orderLate: "order-late"
    case .notLocalised: "not-localised"
    case .seenLate: "seen-late"
    case .several: "several"
    case .toldLate: "told-late"
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
  /// Alarms that a person of the place hears in a month, those of them that were for somewhere else, and those for
  /// threats of the class; −1 where nothing is known of it.
  case alarms, alarmsInVain, alarmsOfClass
  /// Hours of them in a month, and how long one lasts, s; −1 where nothing is known of it.
  case alarmHours, alarmHoursOfClass, alarmLength
  /// Why the alert comes late: a `Slip`.
  case slip
}
