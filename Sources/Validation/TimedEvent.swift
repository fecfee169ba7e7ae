internal import Quantities
public import Scenarios

/// An attack or a launch whose alert was timed in public.
public struct TimedEvent: Identifiable, Sendable {
  /// What was timed.
  public enum Gap: String, CaseIterable, Sendable {
    /// From the alert to the arrival: what was left.
    case left
    /// From the launch to the alert, where nothing arrived.
    case alert
    /// From a radar's or an observer's report to the alert, under peace rules, where no sensor is public.
    case order
  }

  public let id, date, country, place: String
  /// What a log of alerts calls the threat.
  public let threat: String
  /// Of the catalogue; empty where the weapon is not known beyond its class.
  public let system: String
  public let rules: Document.Rules
  /// From the launch, m; nil where it was not published.
  public let distance: Double?
  public let gap: Gap
  /// Least and most that the printed times allow, s.
  public let observed: ClosedRange<Double>

  public init(
    id: String, date: String, country: String, place: String, threat: String,
    rules: Document.Rules, distance: Double?, gap: Gap, observed: ClosedRange<Double>,
    system: String = ""
  ) {
    self.system = system
    (self.id, self.date, self.country, self.place) = (id, date, country, place)
    (self.threat, self.rules, self.distance) = (threat, rules, distance)
    (self.gap, self.observed) = (gap, observed)
  }

  /// An event of a log; nil where no gap of it was timed that says how well a country warns.
  init?(_ row: Document.AlertRow) {
    let gaps: [(Gap, ClosedRange<Double>?)] = [
      (.order, row.rules == .peace ? row.span(from: .sign, to: .sent) : nil),
      (.alert, row.rules == .peace ? row.span(from: .launch, to: .sent) : nil),
      (.left, row.span(from: .sent, to: .arrival)), (.alert, row.span(from: .launch, to: .sent)),
    ]
    guard let (gap, observed) = gaps.first(where: { $0.1 != nil }) else { return nil }
    self.init(
      id: row.id, date: row.date.description, country: row.country, place: row.place,
      threat: row.threat, rules: row.rules, distance: row.distance, gap: gap, observed: observed!,
      system: row.system)
  }

  var middle: Double { (observed.lowerBound + observed.upperBound) / 2 }
}
