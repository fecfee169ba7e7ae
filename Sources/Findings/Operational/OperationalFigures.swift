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

  public static let clocks = FigureQuantity.Product.annex("operational-clocks")
  public static let reinforcedFirst = Statistic(
    "reinforced-first", "share of crossings that find the forces that are needed in place",
    isShare: true)

  public static let findings = RungFindings(
    .operational,
    quantities: [
      warning, closing, reporting, reinforcing, margin, restsOn, gate, shut, closingIfMade,
    ], annexes: [])
}
