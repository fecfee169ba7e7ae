public import Scenarios

/// An event beside what the chain said of it and what two simpler predictors did, none of which knew it.
public struct EventRow: Sendable {
  /// An 80 % band, s: 10th, 50th and 90th percentile.
  public struct Band: Sendable {
    public let low, middle, high: Double

    public init(low: Double, middle: Double, high: Double) {
      (self.low, self.middle, self.high) = (low, middle, high)
    }

    /// Order statistics of ascending values.
    init(_ sorted: [Double]) {
      func at(_ q: Double) -> Double { sorted[Int((q * Double(sorted.count - 1)).rounded())] }
      (low, middle, high) = (at(0.1), at(0.5), at(0.9))
    }

    /// Interpolated between few values, in any order.
    init(few values: [Double]) {
      let sorted = values.sorted()
      func at(_ q: Double) -> Double {
        let place = q * Double(sorted.count - 1)
        let low = Int(place)
        return sorted[low]
          + (sorted[min(low + 1, sorted.count - 1)] - sorted[low]) * (place - Double(low))
      }
      (low, middle, high) = (at(0.1), at(0.5), at(0.9))
    }

    /// Whether what was printed allows a value inside.
    public func holds(_ observed: ClosedRange<Double>) -> Bool {
      observed.lowerBound <= high && low <= observed.upperBound
    }

    /// The interval score of an 80 % band (Gneiting and Raftery 2007): its width, and ten times by how much the event
    /// lies outside, s. What was never alerted counts as an hour late, and as an hour's wait.
    public func score(_ observed: ClosedRange<Double>) -> Double {
      let (a, b) = (max(low, -3_600), min(high, 3_600 + max(high.isFinite ? high : 0, 0)))
      return b - a + 10 * max(a - observed.upperBound, observed.lowerBound - b, 0)
    }
  }

  public let event: TimedEvent
  /// Nil where the class does not fly so far.
  public let ours: Band?
  /// The class's own times, 10th to 90th percentile.
  public let rivalClass: Band?
  /// Distance over the class's mean speed, less the class's usual delay.
  public let rivalSpeed: Band?
}

/// What rows of a class come to.
public struct EventSummary: Sendable {
  /// Rows that the chain says something of, and how many bands hold them.
  public let count, inside: Int
  /// Rows whose middle lies above the median that was said.
  public let above: Int
  /// Median of observed less said, and of the width of the band, s.
  public let bias, width: Double
  /// Mean interval score, s.
  public let score: Double
  /// A rival over the rows of which it says something, and what the chain comes to over the same rows.
  public struct Rival: Sendable {
    public let count, inside: Int
    public let score: Double
    public let oursInside: Int
    public let ours: Double
  }

  /// The class's own times; distance over speed less the usual delay.
  public let rivals: [Rival]

  init(_ rows: [EventRow]) {
    let said = rows.compactMap { row in row.ours.map { (row.event, $0) } }
    count = said.count
    inside = said.count { $1.holds($0.observed) }
    above = said.count { $0.middle > $1.middle }
    bias = EventSummary.median(said.map { $0.middle - $1.middle })
    width = EventSummary.median(said.map { $1.high - $1.low })
    score = EventSummary.mean(said.map { $1.score($0.observed) })
    rivals = [
      EventSummary.rival(rows, \.rivalClass), EventSummary.rival(rows, \.rivalSpeed),
    ]
  }

  private static func rival(
    _ rows: [EventRow], _ path: KeyPath<EventRow, EventRow.Band?>
  ) -> Rival {
    var said: [(observed: ClosedRange<Double>, rival: EventRow.Band, ours: EventRow.Band)] = []
    for row in rows {
      if let rival = row[keyPath: path], let ours = row.ours {
        said.append((row.event.observed, rival, ours))
      }
    }
    return Rival(
      count: said.count, inside: said.count { $0.rival.holds($0.observed) },
      score: mean(said.map { $0.rival.score($0.observed) }),
      oursInside: said.count { $0.ours.holds($0.observed) },
      ours: mean(said.map { $0.ours.score($0.observed) }))
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  private static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}

/// Timed events through the chain of a scenario, each left out of the log that predicts it.
public enum TimedEvents {
  /// The events of a scenario's own log.
  public static func rows(_ scenario: Document) -> [EventRow] {
    rows(scenario.alerts.compactMap(TimedEvent.init), scenario)
  }

  public static func rows(_ events: [TimedEvent], _ scenario: Document) -> [EventRow] {
    let stage = EventStage(base: scenario)
    // the rivals know what the log knows
    let known = scenario.alerts.compactMap(TimedEvent.init)
    let speeds = Dictionary(
      uniqueKeysWithValues: scenario.practice.map {
        ($0.threat, ($0.speed.lowerBound + $0.speed.upperBound) / 2)
      })
    return events.map { event in
      let others = known.filter {
        $0.id != event.id && $0.threat == event.threat && $0.gap == event.gap
      }
      return EventRow(
        event: event, ours: stage.times(event).map { EventRow.Band($0) },
        rivalClass: others.count > 1 ? EventRow.Band(few: others.map(\.middle)) : nil,
        rivalSpeed: bySpeed(event, others, speeds[event.threat]!))
    }
  }

  private static func bySpeed(
    _ event: TimedEvent, _ others: [TimedEvent], _ speed: Double
  ) -> EventRow.Band? {
    let distances = others.compactMap(\.distance).sorted()
    guard event.gap == .left, others.count > 1,
      let far = event.distance
        ?? (distances.isEmpty ? nil : distances[distances.count / 2])
    else { return nil }
    let delays = others.map { other in
      (other.distance ?? far) / speed - other.middle
    }
    return EventRow.Band(few: delays.map { far / speed - $0 })
  }

  /// Rows together, and by class in the order of the classes.
  public static func summary(
    _ rows: [EventRow]
  ) -> (all: EventSummary, classes: [(name: String, EventSummary)]) {
    let classes = Dictionary(grouping: rows, by: \.event.threat).sorted { $0.key < $1.key }
    return (EventSummary(rows), classes.map { ($0.key, EventSummary($0.value)) })
  }
}
