import Quantities
import Scenarios
import Validation

/// Timed events beside what the chain says of them, as a terminal shows them.
enum EventTable {
  /// Those outside their band first, then what they come to by class.
  static func text(_ rows: [EventRow]) -> String {
    guard !rows.isEmpty else { return "" }
    var text =
      "\nTimed events through the chain of the scenario, each left out of the log of alerts that predicts it: 80 % band of\n"
      + "the time from the alert to the arrival, or from the launch to the alert\n"
    let (missed, held) = (
      rows.filter { !($0.ours?.holds($0.event.observed) ?? false) },
      rows.filter { $0.ours?.holds($0.event.observed) ?? false }
    )
    for row in missed + held {
      let event = row.event
      text +=
        "\(row.ours.map { $0.holds(event.observed) ? "in  " : "OUT " } ?? "–   ") \(event.id)  \(event.threat), "
        + "\(event.place) (\(event.country), \(event.date)): \(words(event.gap)) "
        + "\(time(event.observed.lowerBound)) to \(time(event.observed.upperBound)); said "
        + (row.ours.map { "\(time($0.low)) to \(time($0.high)), median \(time($0.middle))" }
          ?? "nothing: the class does not fly so far")
        + "\n"
    }
    let (all, classes) = TimedEvents.summary(rows)
    text +=
      "\n"
      + line(
        "", ["inside", "above", "bias", "width", "score", "class's own", "ours", "speed", "ours"])
    for (name, summary) in classes + [("all", all)] {
      text += line(
        name,
        [
          "\(summary.inside)/\(summary.count)", "\(summary.above)/\(summary.count)",
          time(summary.bias), time(summary.width), time(summary.score),
        ]
          + summary.rivals.flatMap { rival in
            rival.count == 0
              ? ["–", ""]
              : [
                "\(rival.inside)/\(rival.count) \(time(rival.score))",
                "\(rival.oursInside)/\(rival.count) \(time(rival.ours))",
              ]
          })
    }
    return text
  }

  static func json(_ rows: [EventRow]) -> Json {
    .array(
      rows.map { row in
        let event = row.event
        return .object([
          ("id", .string(event.id)), ("date", .string(event.date)),
          ("country", .string(event.country)), ("place", .string(event.place)),
          ("class", .string(event.threat)), ("rules", .string(event.rules.rawValue)),
          ("distance", event.distance.map(Json.number) ?? .null),
          ("gap", .string(event.gap.rawValue)),
          (
            "observed",
            .array([.number(event.observed.lowerBound), .number(event.observed.upperBound)])
          ),
          ("said", json(row.ours)), ("classOwn", json(row.rivalClass)),
          ("speed", json(row.rivalSpeed)),
          ("inside", row.ours.map { .bool($0.holds(event.observed)) } ?? .null),
        ])
      })
  }

  private static func json(_ band: EventRow.Band?) -> Json {
    guard let band else { return .null }
    return .array(
      [band.low, band.middle, band.high].map { $0.isFinite ? .number($0) : .null })
  }

  private static func words(_ gap: TimedEvent.Gap) -> String {
    switch gap {
    case .left: "left"
    case .alert: "alert after"
    case .order: "order and message took"
    }
  }

  private static func line(_ name: String, _ cells: [String]) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return padded(name, 20) + cells.map { padded($0, 16) }.joined() + "\n"
  }

  /// Seconds below ten minutes, else minutes.
  private static func time(_ seconds: Double) -> String {
    guard seconds.isFinite else { return "never" }
    return abs(seconds) < 600
      ? "\(Int(seconds.rounded())) s" : "\(Int((seconds / 60).rounded())) min"
  }
}
