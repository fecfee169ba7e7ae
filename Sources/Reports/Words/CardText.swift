internal import Findings
public import Quantities
internal import Scenarios
public import Theatre

/// Adjudication tables of one place for a terminal, and as JSON.
public struct CardText: Sendable {
  private let theatre: Theatre
  private let place: Theatre.Place
  private let die: AdjudicationTable.Die
  private let tables: [AdjudicationTable]

  /// - Parameter tables: in the order in which they are told.
  public init(
    _ tables: [AdjudicationTable], of place: Theatre.Place, die: AdjudicationTable.Die,
    _ theatre: Theatre
  ) {
    (self.tables, self.place, self.die, self.theatre) = (tables, place, die, theatre)
  }

  public var text: String {
    guard !tables.isEmpty else { return "\(place.name): nothing that is asked for reaches it\n" }
    return
      "\(place.name): roll \(die.rawValue) for an attack. Times are min:s after the launch, of the middle case of a row; of all launchers of "
      + "a class that reach, the one that leaves least.\n" + tables.map(words).joined()
  }

  private func words(_ table: AdjudicationTable) -> String {
    let whatIf = theatre.standing(of: [table.posture]) == .whatIf ? " (a what-if)" : ""
    let heads = ["roll", "siren", "first sign", "order", "siren at", "impact at"]
    return "\n\(theatre.plural(table.threat)), \(table.posture)\(whatIf)\n"
      + BriefText.table(
        [heads]
          + table.rows.map { row in
            let draw = row.middle
            return [rolls(row), outcome(row)]
              + [draw.firstSign, draw.ordered, draw.received, draw.arrived].map(CardText.moment)
          }, left: 2)
  }

  private func rolls(_ row: AdjudicationTable.Row) -> String {
    func face(_ number: Int) -> String { die == .d100 && number < 10 ? "0\(number)" : "\(number)" }
    let (first, last) = (row.rolls.lowerBound, row.rolls.upperBound)
    return first == last ? face(first) : "\(face(first))–\(face(last))"
  }

  private func outcome(_ row: AdjudicationTable.Row) -> String {
    switch row.middle.outcome {
    case .inTime: return "\(CardText.size(row.bounds!)) before the impact"
    case .late: return "\(CardText.size(row.bounds!)) after the impact"
    case .outOfReach: return "nothing arrives: out of reach"
    case .never:
      let why = TacticalFigures.reasons.first { $0.word == row.middle.reason }?.heading
      return why.map { "none: \($0)" } ?? "none"
    }
  }

  /// `under 30 s`, `1 to 2 min`, `over an hour`.
  private static func size(_ bounds: (low: TimeSpan?, high: TimeSpan?)) -> String {
    switch bounds {
    case (nil, let high?): "under \(Words.time(high.seconds))"
    case (let low?, nil): low.seconds == 3_600 ? "over an hour" : "over \(Words.time(low.seconds))"
    case (let low?, let high?):
      low.seconds < 60
        ? "\(Words.number(low.seconds)) to \(Words.number(high.seconds)) s"
        : "\(Words.number(low.minutes)) to \(Words.number(high.minutes)) min"
    case (nil, nil): "at some time"
    }
  }

  private static func moment(_ time: TimeSpan?) -> String {
    guard let time else { return "–" }
    let whole = Int(max(0, min(time.seconds, 1e9)).rounded())
    return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
  }

  public var json: Json {
    .object([
      ("place", .string(place.id)), ("die", .string(die.rawValue)),
      (
        "tables",
        .array(
          tables.map { table in
            .object([
              ("posture", .string(table.posture)), ("class", .string(table.threat)),
              ("rows", .array(table.rows.map(CardText.json))),
            ])
          })
      ),
    ])
  }

  private static func json(_ row: AdjudicationTable.Row) -> Json {
    let draw = row.middle
    func seconds(_ time: TimeSpan?) -> Json {
      time.map { .number(($0.seconds * 10).rounded() / 10) } ?? .null
    }
    return .object([
      ("from", .number(Double(row.rolls.lowerBound))),
      ("to", .number(Double(row.rolls.upperBound))),
      ("outcome", .string(draw.outcome.rawValue)), ("why", Json(draw.reason)),
      ("first_sign_s", seconds(draw.firstSign)), ("order_s", seconds(draw.ordered)),
      ("received_s", seconds(draw.received)), ("arrival_s", seconds(draw.arrived)),
      ("warning_s", seconds(draw.warning)),
    ])
  }
}
