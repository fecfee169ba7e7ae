public import Quantities

/// What figures of the operational rung are of: days from the first order to move until forces cross.
public enum OperationalFigures {
  public static let warning = FigureQuantity(
    .operational, "warning", .days,
    "From the defended side's order, once the build-up is reported, to the crossing.",
    statistics: Statistic.spread + [.noAlert, .outOfReach, .inTime, .late, reinforcedFirst],
    changes: Statistic.spread + Statistic.shifts + [.shiftInTime])
  public static let closing = FigureQuantity(
    .operational, "closing", .days,
    "From the first order to move until the force of the axis has closed up, at strength and supplied, and may start.",
    statistics: Statistic.spread)
  public static let reporting = FigureQuantity(
    .operational, "reporting", .days,
    "From the first order to move until the build-up is reported.", statistics: Statistic.spread)
  public static let ordering = FigureQuantity(
    .operational, "ordering", .days,
    "From the first order to move until the defended side has ordered its own forces to move.",
    statistics: Statistic.spread)
  public static let reinforcing = FigureQuantity(
    .operational, "reinforcing", .days,
    "From the defended side's order until the forces that are needed are in place.",
    statistics: Statistic.spread)
  public static let margin = FigureQuantity(
    .operational, "margin", .days,
    "From when the forces that are needed are in place to the crossing; below zero they are late.",
    statistics: Statistic.spread)
  public static let restsOn = FigureQuantity(
    .operational, "rests-on", .share,
    "Share of the warning's variance that a straight line in the inputs of a source explains.",
    takes: .id, statistics: [.share])
  /// What has to be met before forces may start, and is met last.
  public static let gate = FigureQuantity(
    .operational, "gate", .share,
    "Share of draws in which a condition is met last, and so decides when forces may start.",
    takes: .id, product: clocks, statistics: [.share])
  /// How many draws come to nothing, by what is missing.
  public static let shut = FigureQuantity(
    .operational, "shut", .share,
    "Share of draws in which forces may never start, for want of a condition.",
    takes: .id, product: clocks, statistics: [.share])
  /// Days of supply made a day, per cent.
  public static let shares = [0, 25, 50, 75, 100]
  public static let closingIfMade = FigureQuantity(
    .operational, "closing-if-made", .days,
    "Days until forces may start if so many per cent of their daily use were made at hand.",
    takes: .id, product: clocks, statistics: [.median])

  /// When each formation has closed up, by its id.
  public static let closes = FigureQuantity(
    .operational, "closes", .days,
    "From its side's first order to move until a formation stands where it goes.",
    takes: .id, product: clocks, statistics: Statistic.spread)
  public static let length = FigureQuantity(
    .operational, "length", .kilometres,
    "Length of a formation's way on the map, by road where one leads there, else by rail.",
    takes: .id, product: clocks, statistics: [.median])
  public static let detour = FigureQuantity(
    .operational, "detour", .number,
    "Length of a formation's way on the map over the straight line; above 1.8 it is doubtful.",
    takes: .id, product: clocks, statistics: [.median])
  /// A way that is so much longer than the straight line is told as doubtful.
  public static let doubtfulDetour = 1.8
  public static let listed = FigureQuantity(
    .operational, "listed", .number,
    "Men of the formations that have a way to the axis, over the men that have to close up: below 1 the formations listed never are enough.",
    product: clocks, statistics: Statistic.spread)
  public static let sooner = FigureQuantity(
    .operational, "sooner", .days,
    "By how much sooner forces may start with one more unit's vehicles waiting where they close up.",
    product: clocks, statistics: Statistic.spread)
  public static let capacity = FigureQuantity(
    .operational, "capacity", .number,
    "Vehicles a day that road and rail could bring to where forces close up, at most.",
    product: clocks, statistics: Statistic.spread)
  /// Lines that lead in, by what they are made of: `rail`, `road`.
  public static let lines = FigureQuantity(
    .operational, "lines", .number,
    "Lines of the map that lead in from the formations' sites and share no link.",
    takes: .word, product: clocks, statistics: [.median])
  /// What binds the railway: `line`, `yard`, `loading`, `gauge`.
  public static let binds = FigureQuantity(
    .operational, "binds", .share,
    "Share of draws in which a class of bottleneck binds what the railway could bring.",
    takes: .word, product: clocks, statistics: [.share])
  /// Of what, by class: `quasi-ballistic`, `air-defence`.
  public static let underReach = FigureQuantity(
    .operational, "under-reach", .share,
    "Share of the length of the reinforcing formations' ways that lies within range of a class of threat, or of the other side's air defence.",
    takes: .id, product: clocks, statistics: Statistic.spread)
  public static let closingWith = FigureQuantity(
    .operational, "closing-with", .days,
    "From the first order to move until forces may start, with other axes at the same time.",
    takes: .id, product: clocks, statistics: Statistic.spread + [.outOfReach])
  public static let held = FigureQuantity(
    .operational, "held", .number, "How many of a type of vehicle its country holds.",
    product: clocks, statistics: Statistic.spread)
  /// By weapon and cover: `drone-bare`.
  public static let lost = FigureQuantity(
    .operational, "lost", .number,
    "Vehicles of a type lost to a hundred drones, munitions or missiles sent at them.",
    takes: .word, product: clocks, statistics: Statistic.spread)
  public static let predicted = FigureQuantity(
    .operational, "predicted", .days,
    "How long a movement that has been would have taken, from what was known before.",
    product: clocks, statistics: Statistic.spread + [within])
  /// `least` and `most`.
  public static let observed = FigureQuantity(
    .operational, "observed", .days, "How long it took, as far as that was told.",
    takes: .word, product: clocks, statistics: [.median])
  public static let within = Statistic(
    "within", "share of draws that agree with what was observed", isShare: true)

  public static let clocks = FigureQuantity.Product.annex("operational-clocks")
  public static let reinforcedFirst = Statistic(
    "reinforced-first", "share of crossings that find the forces that are needed in place",
    isShare: true)

  public static let findings = RungFindings(
    .operational,
    quantities: [
      warning, closing, reporting, ordering, reinforcing, margin, restsOn, gate, shut,
      closingIfMade,
      closes, length, detour, listed, sooner, capacity, lines, binds, underReach, closingWith, held,
      lost,
      predicted, observed,
    ], annexes: [])
}
