public import Quantities

/// What figures of the tactical rung are of: minutes from launch to arrival.
public enum TacticalFigures {
  public static let enough = Statistic(
    "enough", "share of people who are in shelter before the first arrival, by day", isShare: true)
  public static let enoughInEvening = Statistic(
    "enough-in-evening",
    "share of people who are in shelter before the first arrival, at home in the evening",
    isShare: true)
  public static let enoughAtNight = Statistic(
    "enough-at-night", "share of people who are in shelter before the first arrival, asleep",
    isShare: true)
  /// At least in an inner room, at least in a cellar, in shelter; each by day, in the evening, asleep.
  public static let refuges: [(words: String, hours: [Statistic])] = [
    ("an inner room", hours("room", "at least in an inner room")),
    ("a cellar", hours("cellar", "at least in a cellar")),
    ("shelter", [enough, enoughInEvening, enoughAtNight]),
  ]

  private static func hours(_ name: String, _ words: String) -> [Statistic] {
    [("", "by day"), ("-in-evening", "at home in the evening"), ("-at-night", "asleep")].map {
      Statistic(
        name + $0, "share of people who are \(words) before the first arrival, \($1)",
        isShare: true)
    }
  }

  public static let warning = FigureQuantity(
    .tactical, "warning", .seconds,
    "From the alert to the arrival; below zero the alert comes after the arrival.",
    statistics: Statistic.wide + [
      .outOfReach, .inTime, .late, .noAlert, .alerted,
    ] + refuges.flatMap(\.hours)
      + Statistic.dots,
    changes: Statistic.spread + Statistic.transitions + Statistic.shifts + [.shiftInTime])
  public static let flight = FigureQuantity(
    .tactical, "flight", .seconds, "From launch to arrival, of the threat that arrives soonest.",
    statistics: Statistic.spread, changes: Statistic.spread)
  public static let mark = FigureQuantity(
    .tactical, "mark", .seconds,
    "From launch to a moment of the threat that leaves least; a moment that never comes is the latest.",
    takes: .word, statistics: Statistic.spread)
  public static let gap = FigureQuantity(
    .tactical, "gap", .seconds,
    "Between two marks of the threat that leaves least, where both come: `gap-known-to-ordered`.",
    takes: .word, statistics: Statistic.spread)
  public static let why = FigureQuantity(
    .tactical, "why", .share,
    "Of all attacks that arrive, those whose alert is late or never comes, by why.",
    takes: .word, statistics: [.share])
  /// Links of the chain from launch to arrival.
  public enum Link: String, CaseIterable, Sendable {
    case flight, detection, localisation, decision, dissemination
  }

  /// Why an alert is late or never comes, as `why` carries it and as a table heads it; late first.
  public static let reasons: [(word: String, heading: String)] = [
    ("seen-late", "seen too late"), ("not-localised", "seen, but not where it goes"),
    ("order-late", "the order too late"),
    ("channel-late", "the message too late"), ("several", "several links together"),
    ("told-late", "told too late"),
    ("not-seen", "never seen"), ("no-order", "no order"),
  ]

  public static let linkOfChange = FigureQuantity(
    .tactical, "link-of-change", .seconds,
    "What a link of the chain adds to the warning after a change, where both are alerted; the links add up to the mean "
      + "change.",
    takes: .word, changes: [.mean])
  public static let deciding = FigureQuantity(
    .tactical, "deciding", .share, "Share of draws in which a formation leaves least warning.",
    takes: .id, statistics: [.share])
  public static let restsOn = FigureQuantity(
    .tactical, "rests-on", .share,
    "Share of the warning's variance that a straight line in the inputs of a source explains.",
    takes: .id, statistics: [.share])
  public static let shortfall = FigureQuantity(
    .tactical, "shortfall", .kilometres, "By how much the place is out of reach, where it is.",
    statistics: [.least, .median])
  public static let notice = FigureQuantity(
    .tactical, "notice", .seconds,
    "From the early notice, somewhere in the country, to the arrival of the threat that decides.",
    statistics: Statistic.spread)
  public static let alarmHours = FigureQuantity(
    .tactical, "alarm-hours", .hours, "Hours of alarm that a person of the place hears in a month.",
    statistics: Statistic.spread)
  public static let alarms = FigureQuantity(
    .tactical, "alarms", .number, "Alarms that a person of the place hears in a month.",
    statistics: Statistic.spread)
  public static let alarmLength = FigureQuantity(
    .tactical, "alarm-length", .hours, "How long one alarm lasts, from the alert to its all-clear.",
    statistics: Statistic.spread)
  public static let alarmsInVain = FigureQuantity(
    .tactical, "alarms-in-vain", .number,
    "Alarms in a month that were for somewhere else or for nothing.",
    statistics: Statistic.spread)
  public static let interceptionChances = FigureQuantity(
    .tactical, "interception-chances", .number,
    "Chances to intercept the threat that decides, one after the other; never whether they succeed.",
    statistics: Statistic.spread + [.atLeastOne])
  public static let worstWarning = FigureQuantity(
    .tactical, "worst-warning", .seconds,
    "Warning when the other side takes the worst of its choices in each draw.",
    product: .worstCase, statistics: Statistic.spread + [.noAlert])
  public static let partOfChange = FigureQuantity(
    .tactical, "part-of-change", .seconds,
    "What a part of a change adds to the median warning, by Shapley value.", product: .parts,
    changes: [.anyPart, .wholeChange])
  public static let partOfEnough = FigureQuantity(
    .tactical, "part-of-enough", .share,
    "What a part of a change adds to the share of people with enough, by Shapley value.",
    product: .parts, changes: [.anyPart, .wholeChange])
  public static let trial = FigureQuantity(
    .tactical, "trial", .seconds, "A claim on trial, named after the point.", product: .trial,
    statistics: Statistic.trials, changes: Statistic.trials)

  public static let findings = RungFindings(
    .tactical,
    quantities: [
      warning, flight, mark, gap, why, linkOfChange, deciding, restsOn, shortfall, notice, alarms,
      alarmHours, alarmLength, alarmsInVain,
      interceptionChances, worstWarning, partOfChange, partOfEnough, trial,
    ] + LowFigures.quantities + AirspaceFigures.quantities, annexes: [Results.LowLevel.self])
}

/// What figures of low approaches are of: a bound at two ends of what is not known.
public enum LowFigures {
  public static let product = FigureQuantity.Product.annex(Results.LowLevel.key)
  /// Minutes below which people are counted.
  public static let bounds = [5, 10, 20]
  /// Heights above the ground at which coverage is told, m.
  public static let heights = [50, 100, 300, 1_000, 3_000]
  /// The pessimistic and the optimistic end, with public sensors only and with a notional net besides.
  public static let variants = [
    Statistic("darkest", "pessimistic end, public sensors only"),
    Statistic("brightest", "optimistic end, public sensors only"),
    Statistic("darkest-with-net", "pessimistic end, with a notional low-level net"),
    Statistic("brightest-with-net", "optimistic end, with a notional low-level net"),
  ]
  public static let oneRadar = Statistic("one-radar", "seen by one radar or more", isShare: true)
  public static let twoRadars = Statistic("two-radars", "seen by two radars or more", isShare: true)

  public static let warning = FigureQuantity(
    .tactical, "low-warning", .seconds,
    "The least warning that any low approach to the place's hexagon leaves, whole minutes in seconds.",
    product: product, statistics: variants)
  public static let unalerted = FigureQuantity(
    .tactical, "low-unalerted", .share,
    "Share of the people of towns at whose hexagon a low approach arrives before any alert.",
    product: product, statistics: variants)
  /// The detail is a number of minutes.
  public static let under = FigureQuantity(
    .tactical, "low-under", .share,
    "Share of the people of towns to whom a low approach leaves less than so many minutes.",
    takes: .word, product: product, statistics: variants)
  /// The detail is a height above the ground: `300m`.
  public static let covered = FigureQuantity(
    .tactical, "low-covered", .share,
    "Share of the countries' area over which a target at a height is in line of sight of the radars.",
    takes: .word, product: product, statistics: [oneRadar, twoRadars])

  static let quantities = [warning, unalerted, under, covered]
}
