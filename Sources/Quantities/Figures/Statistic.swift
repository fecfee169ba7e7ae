/// What is told of a quantity: a quantile, a share, a shift.
public struct Statistic: Hashable, Sendable {
  /// As an id carries it.
  public let name: String
  public let sentence: String
  /// Whether it is a bare number, a share of draws or people, whatever the quantity's unit.
  public let isShare: Bool
  /// Whether its name is the scenario's: a part of a change.
  public let isOpen: Bool
  /// The share of draws below it; nil for what is no quantile.
  public let quantile: Double?

  public init(
    _ name: String, _ sentence: String, isShare: Bool = false, isOpen: Bool = false,
    quantile: Double? = nil
  ) {
    (self.name, self.sentence, self.isShare) = (name, sentence, isShare)
    (self.isOpen, self.quantile) = (isOpen, quantile)
  }

  public static func == (a: Statistic, b: Statistic) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Statistic {
  // MARK: quantiles

  public static let p05 = Statistic("p05", "5 % of draws leave less", quantile: 0.05)
  public static let p10 = Statistic("p10", "one draw in ten leaves less", quantile: 0.10)
  public static let p25 = Statistic("p25", "a quarter of draws leaves less", quantile: 0.25)
  public static let median = Statistic("median", "half of the draws leave less", quantile: 0.50)
  public static let p75 = Statistic("p75", "three quarters of draws leave less", quantile: 0.75)
  public static let p90 = Statistic("p90", "nine draws in ten leave less", quantile: 0.90)
  public static let p95 = Statistic("p95", "95 % of draws leave less", quantile: 0.95)
  /// The three that most tables print.
  public static let spread = [p10, median, p90]
  /// Seven, from the low to the high end.
  public static let wide = [p05, p10, p25, median, p75, p90, p95]
  /// One dot in twenty draws, at the middle of its twentieth: `p2.5`, `p7.5` …
  public static let dots = (0..<20).map {
    Statistic(
      "p\(5 * $0 + 2).5", "middle of one twentieth of the draws",
      quantile: (Double($0) + 0.5) / 20)
  }
  public static let mean = Statistic("mean", "mean of the draws")
  public static let least = Statistic("least", "the least of all draws", quantile: 0)

  // MARK: shares

  public static let outOfReach = Statistic(
    "out-of-reach", "share of draws in which nothing reaches", isShare: true)
  public static let noAlert = Statistic(
    "no-alert", "share of arrivals without any alert", isShare: true)
  public static let alerted = Statistic(
    "alerted", "share of arrivals with an alert, before or after them", isShare: true)
  public static let inTime = Statistic(
    "in-time", "share of attacks with the alert before the first arrival", isShare: true)
  public static let late = Statistic(
    "late", "share of attacks with the alert only after the first arrival", isShare: true)
  public static let share = Statistic("share", "share of draws", isShare: true)
  public static let atLeastOne = Statistic(
    "at-least-one", "share of draws with one or more", isShare: true)

  // MARK: changes

  /// Rows before, columns after: out of reach, no alert, alerted.
  public static let states = [outOfReach, noAlert, alerted]
  public static let transitions = states.flatMap { from in
    states.map {
      Statistic(
        "\(from.name)-to-\($0.name)", "share of draws: \(from.name) before, \($0.name) after",
        isShare: true)
    }
  }
  public static let shiftP10 = Statistic(
    "shift-p10", "P10 after minus P10 before", quantile: 0.10)
  public static let shiftMedian = Statistic(
    "shift-median", "median after minus median before", quantile: 0.50)
  public static let shiftNoAlert = Statistic(
    "shift-no-alert", "share without an alert, after minus before", isShare: true)
  public static let shiftInTime = Statistic(
    "shift-in-time", "share of attacks with the alert before the first arrival, after minus before",
    isShare: true)
  public static let shifts = [shiftP10, shiftMedian, shiftNoAlert]

  // MARK: parts of a change

  /// A part by its name in ids.
  public static func part(_ slug: String) -> Statistic {
    Statistic(slug, "what one part of the change costs", isOpen: true)
  }
  public static let anyPart = part("part")
  public static let wholeChange = Statistic("whole-change", "all parts together")
  public static let theRest = "the-rest"

  // MARK: trials

  public static let holds = Statistic("holds", "share of draws in which it holds", isShare: true)
  public static let places = Statistic(
    "places", "share of places that satisfy it, over all draws", isShare: true)
  public static let attainedByHalf = Statistic(
    "attained-by-half", "the number with which it would hold in half the draws", quantile: 0.5)
  public static let attainedByATenth = Statistic(
    "attained-by-a-tenth", "the number with which it would hold in a tenth of the draws",
    quantile: 0.1)
  public static let holdsByPeople = Statistic(
    "holds-by-people", "share of draws in which it holds, every place counting its people",
    isShare: true)
  public static let attainedByPeople = Statistic(
    "attained-by-people",
    "the number with which it would hold in half the draws, every place counting its people",
    quantile: 0.5)
  public static let shareInHalf = Statistic(
    "share-in-half", "the share of places that satisfy it in half the draws", isShare: true)
  public static let shareInHalfByPeople = Statistic(
    "share-in-half-by-people", "the share of people whose places satisfy it in half the draws",
    isShare: true)
  /// All that is told of a trial.
  public static let trials = [
    holds, places, attainedByATenth, attainedByHalf, holdsByPeople, attainedByPeople, shareInHalf,
    shareInHalfByPeople,
  ]
}
