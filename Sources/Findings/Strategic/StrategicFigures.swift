public import Quantities

/// What figures of the strategic rung are of: days from the first preparation to the event.
public enum StrategicFigures {
  public static let warning = FigureQuantity(
    .strategic, "warning", .days,
    "From the alarm to the attack, or to what coercion brings about, in made-up histories.",
    statistics: Statistic.spread + [.noAlert], changes: Statistic.spread + Statistic.shifts)
  public static let preparation = FigureQuantity(
    .strategic, "preparation", .days, "From the first preparation to the event.",
    statistics: Statistic.spread)
  public static let falseAlarm = FigureQuantity(
    .strategic, "false-alarm", .share,
    "Share of exercises, or of quiet years, in which the alarm of attack is raised.",
    statistics: [.share])
  public static let partOfChange = FigureQuantity(
    .strategic, "part-of-change", .days,
    "What a part of the change of rates adds to the median warning, by Shapley value.",
    product: .parts, changes: [.anyPart, .wholeChange])
  public static let partOfSilence = FigureQuantity(
    .strategic, "part-of-silence", .share,
    "What a part of the change of rates adds to the share without an alarm, by Shapley value.",
    product: .parts, changes: [.anyPart, .wholeChange])

  public static let replays = FigureQuantity.Product.annex(Results.Strategic.key)
  public static let ofTheMean = Statistic(
    "of-the-mean", "of the mean of the analysts' shares")
  public static let brier = Statistic("brier", "mean squared error of the daily share")
  public static let logarithmic = Statistic("logarithmic", "mean surprise of the daily share, nats")
  public static let replayNever = FigureQuantity(
    .strategic, "replay-never", .share, "Share of the analysts who never raise the alarm.",
    product: replays, isOfEpisodes: true, statistics: [.share])
  public static let replayLead = FigureQuantity(
    .strategic, "replay-lead", .days,
    "From the alarm to the event of an episode; p10: one analyst in ten has less.",
    product: replays, isOfEpisodes: true, statistics: Statistic.spread + [ofTheMean])
  public static let replayScore = FigureQuantity(
    .strategic, "replay-score", .number, "How far the daily shares were from what came.",
    product: replays, isOfEpisodes: true, statistics: [brier, logarithmic])

  /// How much shorter the preparation of an attack is taken to be, per cent.
  public static let shortenings = [0, 10, 20, 30, 40, 50, 60]
  public static let warningIfShorter = FigureQuantity(
    .strategic, "warning-if-shorter", .days,
    "From the alarm to the attack if its preparation took so many per cent less time than before, with the indicators of a posture.",
    takes: .id, product: replays, statistics: Statistic.spread + [.noAlert])

  public static let findings = RungFindings(
    .strategic,
    quantities: [
      warning, preparation, falseAlarm, partOfChange, partOfSilence, replayNever, replayLead,
      replayScore, warningIfShorter,
    ], annexes: [Results.Strategic.self])
}
