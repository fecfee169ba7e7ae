import Quantities
import Vedette

/// How long an order may take, as a terminal shows it.
enum DecisionText {
  static func text(_ curve: DecisionCurve, place: String) -> String {
    var text =
      "\(place): how long an order may take, from what is known of the threat until it is given\n"
      + "of people who act on an alert, those in shelter before the first arrival, by day; every order taking so long\n\n"
      + line("posture", "threat", ["now", "at once", "half up to", "9 in 10 up to"], 15)
    for row in curve.rows {
      text += line(
        row.posture, row.threat,
        [
          percent(row.now.sheltered), percent(row.points.first?.sheltered ?? 0),
          limit(row.longest(0.5)), limit(row.longest(0.9)),
        ], 15)
    }
    text += "\nof 100 attacks, so many with the alert in time if the order takes\n"
    let shown = DecisionCurve.seconds.filter {
      $0 <= 600 && $0.truncatingRemainder(dividingBy: 30) == 0
    }
    text += line("posture", "threat", ["now"] + shown.map { "\(Int($0)) s" })
    for row in curve.rows {
      text += line(
        row.posture, row.threat,
        [percent(row.now.inTime)]
          + row.points.filter { shown.contains($0.seconds) }.map { percent($0.inTime) })
    }
    return text
  }

  static func json(_ curve: DecisionCurve, place: String) -> Json {
    .object([
      ("place", .string(place)),
      (
        "rows",
        .array(
          curve.rows.map { row in
            .object([
              ("posture", .string(row.posture)), ("threat", .string(row.threat)),
              ("inTimeNow", .number(row.now.inTime)),
              ("shelteredNow", .number(row.now.sheltered)),
              ("halfUpTo", row.longest(0.5).map(Json.number) ?? .null),
              ("nineInTenUpTo", row.longest(0.9).map(Json.number) ?? .null),
              (
                "points",
                .array(
                  row.points.map {
                    .object([
                      ("order", .number($0.seconds)), ("inTime", .number($0.inTime)),
                      ("sheltered", .number($0.sheltered)),
                    ])
                  })
              ),
            ])
          })
      ),
    ])
  }

  private static func percent(_ share: Double) -> String {
    share > 0 && share < 0.01 ? "< 1 %" : "\(Int((100 * share).rounded())) %"
  }

  private static func limit(_ seconds: Double?) -> String {
    guard let seconds else { return "never" }
    if seconds >= DecisionCurve.seconds.last! { return "any order" }
    return "\(Int((seconds / 5).rounded(.down)) * 5) s"
  }

  private static func line(
    _ posture: String, _ threat: String, _ cells: [String], _ width: Int = 7
  ) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return "  " + padded(posture, 18) + padded(threat, 18)
      + cells.map { padded($0, width) }.joined() + "\n"
  }
}
