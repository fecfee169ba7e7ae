import ArgumentParser
import Datasets
import Findings
import Foundation
import Quantities
import Reports
import Scenarios
import Tactical
import Theatre
import Vedette

/// `vedette map`: layers for a geographic information system, with their styles.
struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Write maps for QGIS: floors, coverage, low-level warning, air defence.",
    subcommands: [Floor.self, Coverage.self, Warning.self, Engaged.self])

  struct Options: ParsableArguments, Sendable {
    @Argument(help: "The scenario's folder.") var scenario: String
    @Option(help: "Folder for the files.") var out = "maps"
    @Option(help: "Tasks at once; results do not depend on it.")
    var threads: Int = min(64, ProcessInfo.processInfo.activeProcessorCount)
    @Option(help: "Progress on standard error: auto, bar, json or none.")
    var progress: ProgressBar.Style = .auto
    @Flag(help: "Print what was written as JSON.") var json = false

    func validate() throws {
      if !(1...64).contains(threads) { throw ValidationError("--threads: expected 1 to 64") }
    }

    func analysis() throws -> Analysis {
      try Terminal.analysis(Scenario(path: scenario))
    }

    func posture(_ asked: String?, in analysis: Analysis) throws -> String {
      let theatre = analysis.scenario.theatre
      return try Terminal.known(
        asked.map { [$0] } ?? [], among: theatre.postures.map(\.id), as: "a posture",
        otherwise: [theatre.headline.after.value])[0]
    }

    func study(
      _ analysis: Analysis, _ postures: [String], spacing: Length? = nil,
      hexes: HexGrid = HexGrid()
    ) throws -> LowStudy {
      if let study = analysis.lowStudy(postures, spacing: spacing, hexes: hexes) { return study }
      throw DataError(
        .badData,
        "no country of the alliance has both a net of tracks and a border\n"
          + "  help: name the countries under 'alliance' and the layer 'countries' under 'data', or bring "
          + "outlines.csv")
    }

    func told(_ files: [String], _ notes: [String]) throws {
      if json {
        try Terminal.print(
          Json.object([
            ("files", .array(files.map { .string($0) })),
            ("notes", .array(notes.map { .string($0) })),
          ]).text + "\n")
      } else {
        try Terminal.print(files.map { "\($0)\n" }.joined() + notes.map { "  \($0)\n" }.joined())
      }
    }
  }

  /// Writes a GeoPackage with styles; without vedette-gdal, GeoJSON with styles beside it.
  static func write(_ layers: [MapLayer], _ name: String, to out: String) throws -> [String] {
    let folder = URL(fileURLWithPath: out)
    guard let bridge = Gdal.bridge else {
      let files = layers.flatMap { layer in
        let path = "\(out)/\(name)-\(layer.name)"
        return [
          (text: layer.features.text, path: path + ".geojson"),
          (text: layer.style, path: path + ".qml"),
        ]
      }
      try Files.write(together: files)
      return files.map(\.path)
    }
    let parts = folder.appendingPathComponent(".\(name).\(getpid())")
    defer { try? FileManager.default.removeItem(at: parts) }
    for layer in layers {
      try Files.write(
        layer.features.text, to: parts.appendingPathComponent("\(layer.name).geojson"))
      try Files.write(layer.style, to: parts.appendingPathComponent("\(layer.name).qml"))
    }
    try bridge.geopackage(parts, to: folder.appendingPathComponent("\(name).gpkg"))
    return ["\(out)/\(name).gpkg"]
  }

  /// Writes a GeoTIFF with its style beside it; without vedette-gdal, an ESRI ASCII grid with its coordinate system.
  static func write(
    _ raster: MapRaster, _ name: String, style: String, to out: String
  ) throws -> [String] {
    let folder = URL(fileURLWithPath: out)
    let styled = (text: style, path: "\(out)/\(name).qml")
    guard let bridge = Gdal.bridge else {
      let grid = (text: raster.asciiGrid, path: "\(out)/\(name).asc")
      let system = (text: raster.esriText, path: "\(out)/\(name).prj")
      try Files.write(together: [grid, system, styled])
      return [grid, system, styled].map(\.path)
    }
    let tiles = folder.appendingPathComponent(".\(name).\(getpid()).tiles")
    defer { try? FileManager.default.removeItem(at: tiles) }
    _ = try TiledGrid.write(raster.header, to: tiles) { rows in
      Array(raster.values[(rows.lowerBound * raster.columns)..<(rows.upperBound * raster.columns)])
    }
    try bridge.geotiff(
      tiles, to: folder.appendingPathComponent("\(name).tif"), unit: raster.unit)
    try Files.write(together: [styled])
    return ["\(out)/\(name).tif", "\(out)/\(name).qml"]
  }
}
