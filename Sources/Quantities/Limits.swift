/// What Vedette never does, in one place: the readers, the figures and the tests ask here.
///
/// No aim points, weapon assignment, routes or approach fields, launch azimuths or burnout states,
/// weapon design, effects, or persons. Sites stand at published town level.
public enum Limits {
  /// Sites are never placed more exactly than this.
  public static let leastPrecision: Length = .kilometres(1)

  /// Words an analyst may reach for that we do not model, each with the reason that is told.
  private static let refused: [(words: [String], reason: String)] = [
    (["aim", "target_point", "dmpi", "cep", "accuracy"], "aim points and accuracy"),
    (["assign", "allocation", "salvo_plan", "targeting"], "weapon assignment"),
    (["route", "approach", "waypoint", "path"], "routes and approach fields"),
    (["azimuth", "burnout", "loft", "guidance"], "launch azimuths, burnout states and guidance"),
    (["warhead", "yield", "fuze", "propellant", "nozzle", "explosive"], "weapon design"),
    (["lethal", "blast", "casualt", "damage", "kill", "crater"], "effects"),
    (["commander", "officer", "person_name", "address_of"], "persons"),
  ]

  /// Why a field is not one of ours and never will be; nil for any other name.
  public static func refusal(_ name: String) -> String? {
    let name = name.lowercased()
    return refused.first { $0.words.contains(where: name.contains) }
      .map { "'\(name.prefix(60))': Vedette does not model \($0.reason)" }
  }

  /// What a figure may be about; anything else is our mistake.
  private static let published = [
    "warning", "flight", "mark-detected", "mark-firm", "mark-identified", "mark-localised",
    "mark-alerted", "mark-arrived", "deciding-", "rests-on-", "trial", "shortfall", "notice",
    "interception-chances", "alarm-hours", "alarms-in-vain", "worst-", "part-of-change",
    "low-warning", "low-unalerted", "low-under-", "low-covered-",
    "preparation.", "false-alarm.", "replay-",
  ]

  /// Whether a figure of this quantity may leave the program.
  public static func mayPublish(_ quantity: some StringProtocol) -> Bool {
    published.contains { quantity.hasPrefix($0) }
  }
}
