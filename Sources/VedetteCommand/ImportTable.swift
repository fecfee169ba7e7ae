import ArgumentParser
import Datasets
import Foundation
import Imports
import Quantities

/// `vedette import places FILE` and its like: rows for a scenario's table.
protocol ImportTable: AsyncParsableCommand {
  static var kind: ImportKind { get }
  var options: ImportOptions { get }
}

struct ImportOptions: ParsableArguments, Sendable {
  @Argument(
    help: "GeoJSON, KML, KMZ, GeoPackage, Shapefile, CSV, .xlsx, .ods, ORBAT Mapper JSON or BibTeX."
  )
  var file: String
  @Option(
    help:
      "Columns of the file by ours: name=NAME_1,population=POP_MAX. Usual names are found without.")
  var columns: String?
  @Option(help: "What stands in every row: country=LT,settlement=urban.") var set: String?
  @Option(help: "A layer or sheet; all of them when left out.") var layer: String?
  @Option(help: "A file for the rows; standard output when left out.") var out: String?
  @Option(help: "A scenario's folder, to whose table the rows are added.") var add: String?
  @Flag(help: "Print as JSON.") var json = false

  func validate() throws {
    _ = try ImportOptions.pairs(columns, "--columns")
    _ = try ImportOptions.pairs(set, "--set")
    if out != nil, add != nil { throw ValidationError("give --out or --add, not both") }
  }

  /// `a=b,c=d`.
  static func pairs(_ text: String?, _ option: String) throws -> [String: String] {
    guard let text else { return [:] }
    var found: [String: String] = [:]
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty,
        found.updateValue(String(sides[1]), forKey: String(sides[0])) == nil
      else { throw ValidationError("\(option) \(part): expected column=word, each column once") }
    }
    return found
  }

  func table() throws -> ForeignTable {
    try ForeignTable(path: file, layer: layer) { () throws(DataError) in try Gdal.needed() }
  }

  func proposal(_ kind: ImportKind) throws -> Proposal {
    try Proposal(
      kind, table(), named: ImportOptions.pairs(columns, "--columns"),
      constants: ImportOptions.pairs(set, "--set"))
  }
}

extension ImportTable {
  func run() async throws {
    let (options, kind) = (options, Self.kind)
    try await Terminal.run {
      let proposal = try options.proposal(kind)
      for note in proposal.notes { Terminal.complain("\(options.file): \(note)") }
      let count = proposal.rows.count == 1 ? "1 row" : "\(proposal.rows.count) rows"
      if let out = options.out {
        try Files.write(proposal.csv, path: out)
        try Terminal.print(options.json ? proposal.json(out).text + "\n" : "\(out): \(count)\n")
      } else if let folder = options.add {
        let path = "\(folder)/\(kind.rawValue).csv"
        try proposal.append(to: path)
        try Terminal.print(
          options.json ? proposal.json(path).text + "\n" : "\(path): \(count) added\n")
      } else {
        try Terminal.print(options.json ? proposal.json(nil).text + "\n" : proposal.csv)
      }
    }
  }
}

extension Proposal {
  /// As JSON; the file where it was written to one.
  func json(_ path: String?) -> Json {
    .object([
      ("file", path.map(Json.string) ?? .null),
      (
        "rows",
        .array(
          rows.map { row in
            .object(zip(columns, row).map { ($0, .string($1)) })
          })
      ),
      ("notes", .array(notes.map { .string($0) })),
    ])
  }

  /// Behind the rows of a table, in its own columns; ids that it has already are refused.
  func append(to path: String) throws {
    guard let bytes = try? Files.read(path: path) else {
      try Files.write(csv, path: path)
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var diagnostics: [Diagnostic] = []
    let table = Table(text, file: path, diagnostics: &diagnostics)
    guard diagnostics.isEmpty else { throw InvalidScenario(diagnostics) }
    let header = table.header.map(\.text)
    if let id = header.firstIndex(of: "id"), let own = columns.firstIndex(of: "id") {
      let known = Set(table.rows.map { $0[id].text })
      let twice = rows.map { $0[own] }.filter(known.contains)
      guard twice.isEmpty else {
        throw DataError(
          .badData,
          "\(path): has \(twice.prefix(5).joined(separator: ", ")) already; nothing was added")
      }
    }
    let whole = text + (text.hasSuffix("\n") || text.isEmpty ? "" : "\n") + lines(for: header)
    let after = Table(whole, file: path, diagnostics: &diagnostics)
    guard diagnostics.isEmpty, after.rows.count == table.rows.count + rows.count else {
      throw DataError(
        .badData,
        "\(path): its cells are not parted by commas; nothing was added\n  help: --out FILE")
    }
    try Files.write(whole, path: path)
  }
}

extension ImportCommand {
  struct Places: ImportTable {
    static let kind = ImportKind.places
    static let configuration = CommandConfiguration(
      abstract: "Towns to warn, from points.",
      discussion:
        "Prints rows for places.csv: ids are made from names, points are rounded to the precision that is told. "
        + "What is left out is said on standard error.")
    @OptionGroup var options: ImportOptions
  }

  struct Sites: ImportTable {
    static let kind = ImportKind.sites
    static let configuration = CommandConfiguration(
      abstract: "Bases, garrisons, radars, from points; at town level.",
      discussion:
        "Prints rows for sites.csv, rounded to 5 km unless a coarser precision is told. 'role' is any word for what stands "
        + "there; 'system' names a sensor or battery of the catalogue.")
    @OptionGroup var options: ImportOptions
  }

  struct Formations: ImportTable {
    static let kind = ImportKind.formations
    static let configuration = CommandConfiguration(
      abstract: "Units with their systems, from an order of battle.",
      discussion:
        "Prints rows for formations.csv; 'site' is the id that 'import sites' gives to the same name, 'system' is to be filled "
        + "in. Of an ORBAT Mapper scenario all units; --set country=… and --columns note=side help to sort them."
    )
    @OptionGroup var options: ImportOptions
  }

  struct Outlines: ImportTable {
    static let kind = ImportKind.outlines
    static let configuration = CommandConfiguration(
      abstract: "Borders of lands, from areas.",
      discussion:
        "Prints rows for outlines.csv, corners to a hundredth of a degree; ring by ring, holes too."
    )
    @OptionGroup var options: ImportOptions
  }

  struct Sources: ImportTable {
    static let kind = ImportKind.sources
    static let configuration = CommandConfiguration(
      abstract: "Publications, from BibTeX or a table.",
      discussion: "Prints rows for sources.csv. What nobody has graded is F6, and told.")
    @OptionGroup var options: ImportOptions
  }

  struct Alerts: ImportTable {
    static let kind = ImportKind.alerts
    static let configuration = CommandConfiguration(
      abstract: "Dated alerts, for the log.",
      discussion:
        "Prints rows for alerts.csv. Times with an offset become a day and times of day in UTC.")
    @OptionGroup var options: ImportOptions
  }

  struct Alarms: ImportTable {
    static let kind = ImportKind.alarms
    static let configuration = CommandConfiguration(
      abstract: "A log of sirens, counted by district.",
      discussion:
        "Prints rows for alarms.csv: number, hours and lengths of alarms by district; overlapping alarms of one district are "
        + "one. 'vedette cases --scenario' holds what is predicted against them.")
    @OptionGroup var options: ImportOptions
  }
}
