public import Quantities

/// What figures of air defence are of: how much of a country's air the other side's batteries could engage.
public enum AirspaceFigures {
  public static let product = FigureQuantity.Product.annex("airspace")
  /// Heights above the ground at which it is told, m.
  public static let heights = [100, 1_000, 3_000, 10_000]
  /// The detail of the circle that is published.
  public static let circle = "circle"
  /// Details in order: the heights, and the circle.
  public static let levels = heights.map { "\($0)m" } + [circle]

  /// The detail is a height: `engaged-3000m`; or the published circle: `engaged-circle`.
  public static let engaged = FigureQuantity(
    .tactical, "engaged", .squareKilometres,
    "Ground over which air defence of the other side could engage an aircraft at a height above it, or which lies in the circle of its published reach; never what it would hit.",
    takes: .word, product: product, statistics: Statistic.spread, changes: Statistic.spread)
  public static let share = FigureQuantity(
    .tactical, "engaged-share", .share,
    "The same as a share of the country's ground.", takes: .word, product: product,
    statistics: Statistic.spread)
  public static let twice = FigureQuantity(
    .tactical, "engaged-twice", .squareKilometres,
    "Ground over which two batteries or more could engage an aircraft at a height above it.",
    takes: .word, product: product, statistics: Statistic.spread)

  static let quantities = [engaged, share, twice]
}
