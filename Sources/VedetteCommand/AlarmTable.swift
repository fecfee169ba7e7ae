import Quantities
import Scenarios
import Validation

/// Counted alarms beside what the chain says of a district that it has no counts of.
enum AlarmTable {
  static func text(_ scores: [AlarmScore]) -> String {
    guard !scores.isEmpty else { return "" }
    var text =
      "\nCounted alarms, each district left out of the counts that predict it: alarms and hours in a month (80 % band),\n"
      + "and one alarm in minutes (P10, median, P90), counted against said\n"
    let missed = scores.filter { !holds($0) }
    for score in missed + scores.filter(holds) { text += line(score) }
    let hours = scores.compactMap(\.holdsHours)
    text +=
      "\(scores.count) districts and periods: number inside in \(scores.count(where: \.holdsNumber)), "
    return text + "hours inside in \(hours.count { $0 }) of \(hours.count)\n"
  }

  private static func holds(_ score: AlarmScore) -> Bool {
    score.holdsNumber && score.holdsHours ?? true
  }

  private static func line(_ score: AlarmScore) -> String {
    func whole(_ value: Double?) -> String { value.map { "\(Int($0.rounded()))" } ?? "–" }
    func span(_ band: EventRow.Band?) -> String {
      band.map { "\(whole($0.low)) to \(whole($0.high))" } ?? "nothing"
    }
    let row = score.row
    let lengths = row.length.map { [$0.p10, $0.median, $0.p90] } ?? []
    let said = score.length.map { [$0.low, $0.middle, $0.high] } ?? []
    func minutes(_ times: [Double]) -> String {
      times.isEmpty ? "–" : times.map { whole($0 / 60) }.joined(separator: " ")
    }
    return
      "\(holds(score) ? "in  " : "OUT ") \(row.district) (\(row.country), \(row.from) to \(row.to)): "
      + "\(whole(row.perMonth)) against \(span(score.number)); \(whole(row.hoursPerMonth)) h against "
      + "\(span(score.hours)) h; \(minutes(lengths)) against \(minutes(said))\n"
  }

  static func json(_ scores: [AlarmScore]) -> Json {
    .array(
      scores.map { score in
        .object([
          ("id", .string(score.row.id)), ("country", .string(score.row.country)),
          ("district", .string(score.row.district)), ("number", .number(score.row.perMonth)),
          ("hours", score.row.hoursPerMonth.map(Json.number) ?? .null),
          ("saidNumber", json(score.number)), ("saidHours", json(score.hours)),
          ("saidLength", json(score.length)),
        ])
      })
  }

  private static func json(_ band: EventRow.Band?) -> Json {
    band.map { .array([$0.low, $0.middle, $0.high].map(Json.number)) } ?? .null
  }
}
