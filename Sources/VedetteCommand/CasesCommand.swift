import ArgumentParser
import Datasets
import Quantities
import Reports
import Scenarios
import Theatre
import Validation
import Vedette

/// `vedette cases`: published results beside ours.
struct CasesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases", abstract: "The published cases, as a table.")

  @Argument(help: "Folder of .case files and records.csv.") var folder = "Cases"
  @Option(help: "Scenario whose alert chain predicts the records.")
  var scenario = "Scenarios/belarus-2026"
  @Option(
    help: ArgumentHelp(
      "Further timed events, held against the same chain.",
      discussion:
        "A CSV file: id, date, country, place, class, rules, distance, gap (left, alert or order), low, high."
    ))
  var events: String?
  @Flag(help: "Print as JSON.") var json = false

  func run() async throws {
    try await Terminal.run { [self] in
      let rows = try Cases.rows(path: folder)
      let chain = try Scenario(path: scenario)
      let records = try Records.rows(path: folder, scenario: chain)
      let events =
        try events.map { try TimedEvents.rows(path: $0, chain.document) }
        ?? TimedEvents.rows(chain.document)
      let alarms = CountedAlarms.scores(chain.document)
      try Terminal.print(
        json
          ? CaseTable.json(rows, records, events, alarms)
          : CaseTable.text(rows) + CaseTable.text(records) + EventTable.text(events)
            + AlarmTable.text(alarms))
      if rows.contains(where: { !$0.passes }) { throw ExitCode(1) }
    }
  }
}

enum CaseTable {
  static func text(_ rows: [CaseRow]) -> String {
    var text = ""
    for row in rows {
      text +=
        "\(row.passes ? "ok  " : "FAIL") \(row.subject)  \(row.given)\n"
        + "       published \(Json.short(row.expected)), ours \(Json.short(row.computed)), within "
        + "\(Json.short(row.within)) \(row.unit)  (\(row.source))\n"
    }
    let failed = rows.filter { !$0.passes }.count
    return text + "\(rows.count) cases, \(failed) outside their tolerance\n"
  }

  /// Public records that nothing was fitted to, those outside their band first.
  static func text(_ records: [RecordRow]) -> String {
    guard !records.isEmpty else { return "" }
    func seconds(_ x: Double) -> String { "\(Int(x.rounded())) s" }
    var text =
      "\nPublic flights, none of them fitted, through the rung of the briefing: predicted 80 % band against what was published\n"
    for row in records.filter({ !$0.isInside }) + records.filter(\.isInside) {
      let band = row.predicted.map {
        "\(seconds($0.low)) to \(seconds($0.high)), median \(seconds($0.middle))"
      }
      text +=
        "\(row.isInside ? "in  " : "OUT ") \(row.id)  \(row.what) (\(row.date)), \(row.quantity.rawValue)\n"
        + "       published \(seconds(row.observed.lowerBound)) to "
        + "\(seconds(row.observed.upperBound)), predicted \(band ?? "no such flight")  "
        + "(\(row.publisher), \(row.title))\n"
    }
    let inside = records.filter(\.isInside).count
    return text + "\(records.count) records, \(inside) inside their 80 % band\n"
  }

  static func json(
    _ rows: [CaseRow], _ records: [RecordRow], _ events: [EventRow], _ alarms: [AlarmScore]
  ) -> String {
    Json.object([
      ("cases", cases(rows)), ("records", json(records)), ("events", EventTable.json(events)),
      ("alarms", AlarmTable.json(alarms)),
    ]).text + "\n"
  }

  private static func json(_ records: [RecordRow]) -> Json {
    .array(
      records.map { row in
        .object([
          ("id", .string(row.id)), ("date", .string(row.date)), ("what", .string(row.what)),
          ("quantity", .string(row.quantity.rawValue)),
          (
            "observed",
            .array([.number(row.observed.lowerBound), .number(row.observed.upperBound)])
          ),
          (
            "predicted",
            .array(
              row.predicted.map { [.number($0.low), .number($0.middle), .number($0.high)] } ?? [])
          ),
          ("inside", .bool(row.isInside)), ("publisher", .string(row.publisher)),
          ("title", .string(row.title)), ("link", .string(row.link)),
        ])
      })
  }

  private static func cases(_ rows: [CaseRow]) -> Json {
    Json.array(
      rows.map {
        .object([
          ("subject", .string($0.subject)), ("given", .string($0.given)),
          ("published", .number($0.expected)), ("ours", .number($0.computed)),
          ("within", .number($0.within)), ("unit", .string($0.unit)),
          ("source", .string($0.source)), ("passes", .bool($0.passes)),
        ])
      }
    )
  }
}
