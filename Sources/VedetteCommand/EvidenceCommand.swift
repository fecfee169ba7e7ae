import ArgumentParser
import Datasets
import Foundation
import Imports
import Quantities
import Scenarios
import Theatre
import Vedette

/// `vedette evidence`: the log of observations.
struct EvidenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "Add to the log of observations, or look at it.",
    subcommands: [Add.self, Import.self, List.self])

  /// Today, as the log records it.
  static var today: Day {
    let now = Int(Date().timeIntervalSince1970) / 86_400
    return Day(number: now)
  }

  static func tell(_ added: EvidenceStore.Added, json: Bool) throws {
    if let cut = added.cut {
      Terminal.complain("the last line was torn and is cut; it read: \(cut)")
    }
    let words =
      added.ids.count == 1 ? "added \(added.ids[0])\n" : "added \(added.ids.count) rows\n"
    let list = Json.object([
      ("added", .array(added.ids.map { .string($0) })), ("cut", Json(added.cut)),
    ])
    do {
      try Terminal.print(json ? list.text + "\n" : words)
    } catch {
      // whoever tries again would add it twice
      Terminal.complain("the log is written: \(words.dropLast())")
      throw error
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add one row at the end. Nothing is ever changed: a correction supersedes a row.")

    @Argument(help: "The scenario's folder.") var scenario: String
    @Option(help: "Code of indicators.yaml.") var indicator: String
    @Option(help: "Day of the event, a month, or two days (2022-01-08..2022-01-14).")
    var observed: String
    @Option(help: "Day of publication, a month, or two days.") var published: String
    @Option(help: "What is claimed, in your words.") var claim: String
    @Option(help: "Feed of indicators.yaml.") var feed: String
    @Option(help: "Admiralty grade of who says it, A to F.") var reliability: String
    @Option(help: "Admiralty grade of what is said, 1 to 6.") var credibility: String
    @Option(help: "Id; the next free one when left out.") var id: String?
    @Option(help: "The number that is told.") var value: String?
    @Option(help: "Its unit, as in indicators.yaml.") var unit: String?
    @Option(help: "Where, as a town or region.") var place: String?
    @Option(help: "Title of the page.") var title: String?
    @Option(help: "Address of the page.") var link: String?
    @Option(help: "Id of the row it repeats, or a name for their common origin.")
    var origin: String?
    @Option(help: "Id of the row it corrects.") var supersedes: String?
    @Option(help: "Anything else.") var note: String?
    @Flag(help: "Print as JSON.") var json = false

    func run() async throws {
      try await Terminal.run { [self] in
        let row = [
          "id": id, "observed": observed, "published": published, "indicator": indicator,
          "claim": claim, "value": value, "unit": unit, "place": place, "feed": feed,
          "reliability": reliability, "credibility": credibility, "title": title, "link": link,
          "origin": origin, "supersedes": supersedes, "note": note,
        ].compactMapValues(\.self)
        let added = try EvidenceStore(folder: scenario).add(
          [row], recorded: EvidenceCommand.today)
        try EvidenceCommand.tell(added, json: json)
      }
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add the rows of a file: all or none.",
      discussion:
        "Columns or properties are those of observations.csv, or are named with --columns; id and recorded may be left out. "
        + "A feature without 'place' gets its point to a tenth of a degree. A day with a time is told as the day in UTC."
    )

    @Argument(help: "The scenario's folder.") var scenario: String
    @Argument(help: "CSV, GeoJSON, KML, GeoPackage, .xlsx or .ods.") var file: String
    @Option(help: "Columns of the file by ours: observed=started_at,place=oblast.")
    var columns: String?
    @Option(help: "What stands in every row: indicator=train_arrival,feed=press.")
    var set: String?
    @Option(help: "A layer or sheet; all of them when left out.") var layer: String?
    @Flag(help: "Print as JSON.") var json = false

    func validate() throws {
      _ = try ImportOptions.pairs(columns, "--columns")
      _ = try ImportOptions.pairs(set, "--set")
    }

    func run() async throws {
      try await Terminal.run { [self] in
        let table = try ForeignTable(path: file, layer: layer) { () throws(DataError) in
          try Gdal.needed()
        }
        guard !table.rows.isEmpty else { throw DataError(.badData, "\(file): no rows") }
        let (rows, notes) = try ObservationRows(
          named: ImportOptions.pairs(columns, "--columns"),
          constants: ImportOptions.pairs(set, "--set")
        ).rows(table)
        for note in notes { Terminal.complain("\(file): \(note)") }
        let added = try EvidenceStore(folder: scenario).add(
          rows, from: table.rows.map(\.span), recorded: EvidenceCommand.today)
        try EvidenceCommand.tell(added, json: json)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List rows as they were known on a day, or the echoes of one origin.")

    @Argument(help: "The scenario's folder.") var scenario: String
    @Option(help: "Only what was known by the end of this day (2022-01-31).") var asOf: String?
    @Option(help: "Only this code or family of indicators.yaml.") var indicator: String?
    @Option(help: "Only this feed.") var feed: String?
    @Flag(help: "Groups of rows that have one origin.") var echoes = false
    @Flag(help: "Print as JSON.") var json = false

    func validate() throws {
      if let asOf, Day(asOf) == nil {
        throw ValidationError("--as-of \(asOf): expected a day (2022-01-31)")
      }
    }

    func run() async throws {
      try await Terminal.run { [self] in
        let scenario = try Scenario(path: scenario)
        for warning in scenario.warnings { Terminal.complain(warning.description) }
        let log = scenario.theatre.evidence
        if echoes {
          try print(log, groups: log.echoes())
        } else {
          let known = asOf.flatMap { Day($0) }.map(log.known) ?? Array(0..<log.count)
          try print(log, rows: known.filter { matches($0, log, scenario.theatre) })
        }
      }
    }

    private func matches(_ row: Int, _ log: EvidenceLog, _ theatre: Theatre) -> Bool {
      let code = log.indicatorNames[Int(log.indicators[row])]
      let family = theatre.indicators?.families.first { $0.id == indicator }
      return
        (indicator == nil || code == indicator
        || family?.codes.contains { $0.value == code } ?? false)
        && (feed == nil || log.feedNames[Int(log.feeds[row])] == feed)
    }

    private func print(_ log: EvidenceLog, rows: [Int]) throws {
      if json {
        try Terminal.print(Json.array(rows.map { object(log, $0) }).text + "\n")
        return
      }
      for row in rows { try Terminal.print(line(log, row) + "\n") }
      Terminal.complain("\(rows.count) of \(log.count) rows")
    }

    private func print(_ log: EvidenceLog, groups: [[Int]]) throws {
      if json {
        let groups = groups.map { Json.array($0.map { object(log, $0) }) }
        try Terminal.print(Json.array(groups).text + "\n")
        return
      }
      for group in groups {
        try Terminal.print("one origin:\n" + group.map { "  \(line(log, $0))\n" }.joined())
      }
      Terminal.complain("\(groups.count) groups of one origin among \(log.count) rows")
    }

    private func object(_ log: EvidenceLog, _ row: Int) -> Json {
      let words = log.words(row)
      return .object(
        log.header.map { ($0, .string(words[$0] ?? "")) }
          + [("supersededBy", Json(log.successors[row].map { log.words($0)["id"] ?? "" }))])
    }

    private func line(_ log: EvidenceLog, _ row: Int) -> String {
      let words = log.words(row)
      func word(_ column: String) -> String { words[column] ?? "" }
      let later = log.successors[row].map { " (superseded by \(log.words($0)["id"] ?? ""))" } ?? ""
      return "\(word("id"))  \(word("observed")), known \(Day(number: log.usable(row)))  "
        + "\(word("reliability"))\(word("credibility")) \(word("feed"))  \(word("indicator")): "
        + "\(word("claim"))\(later)"
    }
  }
}
