public import Findings
internal import GRDB
public import Kernels
internal import Quantities
public import Reports
internal import Scenarios
public import Theatre

/// `results.gpkg`: all that a run found in one file, a GeoPackage and so an SQLite database.
public enum ResultsPackage {
  /// Of tables and their meaning; another number is another format.
  static let format = 2

  /// The bytes of the file: the same for the same results.
  ///
  /// - Parameters:
  ///   - borders: of countries by code, as far as a layer has them.
  ///   - record: how the model stood against timed events; nil where nobody looked.
  ///   - summary: of the same results, where it is at hand.
  public static func bytes(
    _ results: Results, _ theatre: Theatre, borders: [String: Polygon] = [:],
    record: TrackRecord? = nil, summary: SummarySheet? = nil
  ) throws -> [UInt8] {
    try DatabaseQueue().inDatabase { database in
      try database.inTransaction {
        let summary = summary ?? SummarySheet(results, theatre)
        try write(results, theatre, borders, record, summary, to: database)
        return .commit
      }
      return try database.bytes()
    }
  }

  private static func write(
    _ results: Results, _ theatre: Theatre, _ borders: [String: Polygon], _ record: TrackRecord?,
    _ summary: SummarySheet, to database: Database
  ) throws {
    let days = theatre.postures.map(\.asOf).max()
    let package = try GeoPackageWriter(
      database, changed: "\(days?.description ?? "1970-01-01")T00:00:00.000Z")
    let sheets = MapSheets(results, theatre, borders: borders)
    let layers = sheets.all
    for layer in layers { try package.add(layer) }
    let tables =
      [
        summary.warnings, summary.classes, summary.regions, summary.groupings,
        run(results, theatre),
      ] + PostureSheets.all(results, theatre)
      + FoundationSheets.all(results) + (sheets.hexagonMinutes.map { [$0] } ?? [])
      + [annexes(results, record)]
    for table in tables { try package.add(table) }
    try Checks.write(tables, to: database)
    try FigureTables.write(results, to: database)
    try ResultViews(package: package, results: results, theatre: theatre, layers: layers).write()
  }

  /// Which run it was: one row.
  private static func run(_ results: Results, _ theatre: Theatre) -> Sheet {
    let run = results.run
    return Sheet(
      "run", "Which run of which scenario this is.",
      [
        .init("format", .integer, "Of this file; another number is another meaning of its tables."),
        .init("version", .text, "Version of the program."),
        .init("scenario", .text, "Name of the scenario's folder."),
        .init("title", .text, "Title of the scenario."),
        .init("scenario_sha256", .text, "SHA-256 of the scenario's files and the catalogue."),
        .init("seed", .text, "Seed of the draws."),
        .init(
          "replicates", .integer, "Independent sets of draws; their spread is the computing error."),
        .init("draws", .integer, "Draws in each of them."),
        .init("before", .text, "The posture that headlines start from."),
        .init("after", .text, "The posture that they lead to."),
      ],
      rows: [
        [
          .integer(format), .text(run.version), .text(run.scenario), .text(theatre.title),
          .text(run.scenarioHash), .text("\(run.seed)"), .integer(run.replicates),
          .integer(run.draws), .text(theatre.headline.before.value),
          .text(theatre.headline.after.value),
        ]
      ])
  }

  /// What rungs found that is no figure, as JSON.
  private static func annexes(_ results: Results, _ record: TrackRecord?) -> Sheet {
    Sheet(
      "annexes", "What a rung found that is no figure, as results.json has it.",
      [
        .init("key", .text, "Its key in results.json."), .init("json", .text, "What was found."),
      ],
      // what low approaches leave stands in tables of its own
      rows: results.annexes.filter { !($0 is Results.LowLevel) }.map {
        [.text(type(of: $0).key), .text($0.json.text)]
      }
        + (record.map { [[.text("trackRecord"), .text(TrackRecord.shape.encode($0).text)]] } ?? []))
  }
}
