import Foundation
import Scenarios
import TestSupport
import Testing

/// A run of one command that is quick and needs no data layer.
struct Example: Sendable, CustomTestStringConvertible {
  let command: String
  /// What follows the command. Words in capitals stand for files: MERIDIA and CASES for what is
  /// shipped, ISLAND for a scenario of its own, ROWS for rows to add to its log, OUT for a new folder.
  let arguments: String
  let code: Int32

  private init(_ command: String, _ arguments: String, code: Int32 = 0) {
    (self.command, self.arguments, self.code) = (command, arguments, code)
  }

  var testDescription: String { "vedette \(command) \(arguments)" }

  /// One for each command with `--json`.
  static let results = [
    Example("brief", "MERIDIA --draws 4"),
    Example("figures", "MERIDIA --draws 4 --out OUT"),
    Example("check", "MERIDIA"),
    Example("warn", "MERIDIA --draws 4 --place lantern"),
    Example("march", "ISLAND --draws 4 --axis sand"),
    Example("lanchester", "--first 20 --second 30"),
    Example("explain", "MERIDIA --draws 4 tactical/lantern/warning/spring/p05"),
    Example("trials", "MERIDIA --draws 4"),
    Example("cards", "MERIDIA --draws 4 --place lantern"),
    Example("diff", "MERIDIA MERIDIA --draws 4"),
    Example("map floor", "MERIDIA --out OUT"),
    Example("map coverage", "MERIDIA --out OUT --altitude 1km"),
    Example("map warning", "ISLAND --out OUT"),
    Example("map engaged", "ISLAND --out OUT --altitude 3km"),
    Example("cases", "CASES --scenario MERIDIA"),
    Example("catalogue", "oreshnik"),
    Example("data list", ""),
    // no layer is installed, which is a fault
    Example("data verify", "", code: 65),
    Example("measure flights", "--seconds 0.01"),
    Example("indicators", "ISLAND --draws 4 --thinnings 0"),
    Example(
      "evidence add",
      "ISLAND --indicator ferry --observed 2026-01-08 --published 2026-01-09 --claim Late "
        + "--feed gazette --reliability A --credibility 1"),
    Example("evidence import", "ISLAND ROWS"),
    Example("import places", "TOWNS --set country=QM"),
    Example("import sites", "TOWNS --set country=QM"),
    Example("import formations", "TOWNS --set country=QM"),
    Example("import outlines", "LAND"),
    Example("import sources", "TOWNS --columns title=name"),
    Example("import alerts", "ALERTS"),
    Example("import alarms", "ALERTS"),
    Example("evidence list", "ISLAND"),
  ]

  static let schema = Example("schema", "scenario")

  /// Commands that print JSON whatever the options.
  static let alwaysJson = [
    schema,
    Example("schema", "results"),
    Example("measure marching", "--posts 50"),
    Example("measure chain", "--states 2 --days 2"),
    Example("measure edits", "MERIDIA --place lantern --count 2 --draws 4"),
  ]

  /// Those of `results` that show progress.
  static let slow = results.filter {
    ["brief", "figures", "warn", "march", "explain", "trials", "cards", "diff", "indicators"]
      .contains(
        $0.command)
      || $0.command.hasPrefix("map ")
  }

  /// Runs it with further options; what it writes is removed.
  func run(
    _ options: String..., output: Program.Destination = .kept
  ) throws -> Program.Outcome {
    try withTemporaryFolder { folder in
      let scenario = folder.appendingPathComponent("island")
      try write(Self.island, to: scenario)
      let rows = folder.appendingPathComponent("rows.csv")
      try Data(Self.rows.utf8).write(to: rows)
      let towns = folder.appendingPathComponent("towns.csv")
      try Data("name,lat,lon\nHarbour,-40,-130\n".utf8).write(to: towns)
      let land = folder.appendingPathComponent("land.csv")
      try Data("country,WKT\nQM,\"POLYGON ((0 0, 1 0, 1 1, 0 0))\"\n".utf8).write(to: land)
      let alerts = folder.appendingPathComponent("alerts.csv")
      try Data(
        "date,country,class,sent,start,end\n2030-01-01,QM,cruise,10:00,2030-01-01 10:00Z,2030-01-01 11:00Z\n"
          .utf8
      ).write(to: alerts)
      let paths = [
        "MERIDIA": Program.meridia, "CASES": Program.cases,
        "ISLAND": scenario.path,
        "ROWS": rows.path, "TOWNS": towns.path, "LAND": land.path, "ALERTS": alerts.path,
        "OUT": folder.appendingPathComponent("out").path,
      ]
      let words = (command + " " + arguments).split(separator: " ").map(String.init)
      return try Program().run(words.map { paths[$0] ?? $0 } + options, output: output)
    }
  }

  private static let rows = """
    observed,published,indicator,claim,feed,reliability,credibility
    2026-01-09,2026-01-10,ferry,Another ferry,gazette,A,1

    """

  private static let operations = """
    movement:
      other: {march_speed: 30 km/h, spacing: 100 m, march_day: 10 h, rail_from: 1000 km, rail_speed: 50 km/h, train_vehicles: 40, loading: 3 h, unloading: 3 h, ramps: 1, trains_a_day: 10, train_sets: 10}
    observers:
      fisher: {title: A fisherman, revisit: 1 h, clear: 100 %, sees: 100 %, delay: 2 h}
    axes:
      sand: {title: Across the sand, countries: [FO], from: spit, places: [port], men: 3000, approach: 60 km, roads: 1, reported_share: 10 %, decision: 5 h}

    """

  /// The watched island with a border of its own and with drones that fly low before and after, so that
  /// every command has something to say and none has a warning.
  private static var island: [TextFile] {
    Island.watched(
      ["a1,2030-01-08,2030-01-09,ferry,A ferry sails,,,gazette,A,1,,,,2030-02-01"],
      [
        "scenario.yaml": Island.scenario
          .replacing("alert:\n", with: "alert:\n  net: tracks\n")
          .replacing(
            "far-brigade]\n  tense", with: "far-brigade, drones, first-army, shield]\n  tense"
          )
          .replacing("{add: drones}", with: "{move: drones, to: spit}"),
        "catalogue/arms.yaml": Island.catalogue.replacing(
          "altitude: {law: choice, values: [100 m, 2000 m], weights: [1, 1]}",
          with: "altitude: 100 m"),
        "operations.yaml": operations,
        "sites.csv": Island.sites + "shield,Shield,FO,air defence,shield,41.5,14.5,5 km\n",
        "catalogue/shield.yaml": """
        shield:
          kind: air-defence
          engagement_range: 250 km
          altitude_min: 10 m
          altitude_max: 30 km
          reaction: 10 s
          interceptor_speed: 1000 m/s

        """,
        "catalogue/army.yaml":
          "army:\n  kind: ground-force\n  men: 3000\n  trucks: 300\n  notice: 10 h\n",
        "formations.csv": Island.formations + "first-army,First Army,FO,army,mainland,\n",
        "outlines.csv": """
        country,ring,latitude,longitude
        IS,0,41.2,11.0
        IS,0,41.2,13.2
        IS,0,43.6,13.2
        IS,0,43.6,11.0

        """,
      ])
  }
}

extension Program {
  static var meridia: String { repository.appendingPathComponent("Scenarios/meridia").path }
  static var cases: String { repository.appendingPathComponent("Cases").path }
}
