import ArgumentParser
import Datasets
import Foundation
import Quantities

/// `vedette import`: the user's own data.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring data of your own.",
    subcommands: [
      Places.self, Sites.self, Formations.self, Outlines.self, Sources.self, Alerts.self,
      Alarms.self,
      TerrainFiles.self, Roads.self, Railways.self,
    ])

  struct TerrainFiles: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "terrain",
      abstract:
        "Heights of the ground: GeoTIFF, SRTM .hgt, .hgt.zip or .hgt.gz, .bil, ENVI and others.",
      discussion:
        "A scenario uses it with 'terrain: NAME'. Any projection is read as it is; files that are not "
        + "north-up are turned. What stands beside a file (.hdr, .prj, .tfw, .aux.xml) is read with it. Files of a mosaic "
        + "share a grid; the first that knows a cell counts, what none knows is unknown. Needs vedette-gdal (make gdal)."
    )

    @Argument(help: "Rasters; several are one mosaic.") var files: [String]
    @Option(help: "Name under which scenarios find it.") var name: String
    @Option(help: "Unit of the heights, m, ft or us-ft; as the file says when left out.")
    var unit: String?
    @Option(
      parsing: .unconditionalSingleValue,
      help:
        "A value of the files that is no height: -9999; none: there is no such value. May be repeated."
    )
    var nodata: [String] = []
    @Option(help: "Band of heights.") var band = 1
    @Option(help: "Progress on standard error: auto, bar, json or none.")
    var progress: ProgressBar.Style = .auto
    @Flag(help: "Print as JSON.") var json = false

    func validate() throws {
      if !Address.isIdentifier(name) {
        throw ValidationError("--name \(name): write lower-case letters, digits, '-' and '_'")
      }
      if let unit, !["m", "ft", "us-ft"].contains(unit) {
        throw ValidationError("--unit \(unit): expected m, ft or us-ft")
      }
      guard nodata == ["none"] || nodata.allSatisfy({ Double($0)?.isFinite ?? false }) else {
        throw ValidationError(
          "--nodata \(nodata.joined(separator: " ")): expected numbers, or none alone")
      }
    }

    func run() async throws {
      try await Terminal.run { [self] in
        let bar = ProgressBar(progress)
        let target = Terminal.pack.terrainFile(name)
        try Files.makeFolder(target.deletingLastPathComponent())
        let header = try Gdal.needed().terrain(
          files, to: target, unit: unit, missing: nodata, band: band
        ) {
          bar.show("reading", $0, 1_000)
        }
        try Task.checkCancellation()
        try Terminal.print(json ? describe(header, target).text + "\n" : words(header, target))
      }
    }

    private func describe(_ header: TiledGrid.Header, _ target: URL) -> Json {
      .object([
        ("name", .string(name)), ("file", .string(target.path)), ("rows", .integer(header.rows)),
        ("columns", .integer(header.columns)), ("low", .number(Double(header.low))),
        ("high", .number(Double(header.high))), ("unknown", .integer(header.unknown)),
        ("origin", .array(header.origin.map { .string($0) })), ("sha256", .string(header.sha256)),
      ])
    }

    private func words(_ header: TiledGrid.Header, _ target: URL) -> String {
      let share = Double(header.unknown) / Double(header.rows * header.columns)
      return "\(target.path)\n\(header.columns) × \(header.rows) cells, \(Int(header.low)) to "
        + "\(Int(header.high)) m; "
        + (header.unknown == 0
          ? "no cell is unknown"
          : "\(header.unknown) cells are unknown (\(Json.short((share * 1_000).rounded() / 10)) %): they hide nothing")
        + "\n\(header.origin.joined(separator: "; "))\nuse it with 'terrain: \(name)' in scenario.yaml\n"
    }
  }
}
