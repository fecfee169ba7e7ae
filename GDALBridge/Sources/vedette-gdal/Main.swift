import ArgumentParser
import CGDAL
import Datasets
import Foundation

/// Reads and writes what GDAL knows, within limits, for `vedette`.
@main
struct Bridge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vedette-gdal",
    abstract: "Rasters to tiled grids, vectors to tables, and back; run by vedette.",
    subcommands: [
      TerrainCommand.self, Layers.self, Table.self, LinesCommand.self, Tiff.self, Package.self,
    ])
}

/// What a child process may use.
struct Limits: ParsableArguments {
  @Option(help: "Most memory, MB.") var memory = 4_096
  @Option(help: "Most seconds.") var seconds = 3_600
  @Flag(help: "Tell progress on standard error, one JSON object a line.") var progress = false

  func validate() throws {
    guard (256...1_000_000).contains(memory), (1...1_000_000).contains(seconds) else {
      throw ValidationError("expected --memory from 256 MB and --seconds from 1")
    }
  }

  /// Sets the limits, runs the work, and turns failures into words and an exit code.
  func run(_ body: (_ progress: (Double) -> Void) throws -> Void) throws {
    // a parent's mask would keep the clock's signals out
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    var space = rlimit(rlim_cur: rlim_t(memory) << 20, rlim_max: rlim_t(memory) << 20)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &space)
    var time = rlimit(rlim_cur: rlim_t(seconds), rlim_max: rlim_t(seconds) + 5)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &time)
    alarm(UInt32(seconds))
    Gdal.begin()
    do {
      let start = ContinuousClock.now
      var last = start - .seconds(1)
      try body { share in
        let now = ContinuousClock.now
        guard progress, now - last > .milliseconds(200) else { return }
        last = now
        let left = share > 0 ? (now - start) / .seconds(1) * (1 - share) / share : 0
        complain(
          "{\"stage\":\"gdal\",\"done\":\(Int(share * 1_000)),\"of\":1000,\"eta_s\":\(Int(left))}")
      }
    } catch let refusal as Refusal {
      complain("error: \(refusal)")
      throw ExitCode(65)
    } catch let error as DataError {
      complain("error: \(error)")
      throw ExitCode(error.kind == .cannotWrite ? 74 : 65)
    }
  }

  private func complain(_ text: String) {
    // a standard error that is closed or full ends nothing
    var line = text + "\n"
    line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

struct TerrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terrain", abstract: "Heights of the ground to a tiled grid in metres.")

  @Argument(help: "Rasters; several are one mosaic.") var files: [String]
  @Option(help: "The tiled grid.") var out: String
  @Option(help: "Band of heights.") var band: Int32 = 1
  @Option(help: "Unit of the heights: m, ft or us-ft; as the file says when left out.")
  var unit: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: "A value of the files that is no height; none: there is no such value.")
  var nodata: [String] = []
  @OptionGroup var limits: Limits

  func validate() throws {
    guard nodata == ["none"] || nodata.allSatisfy({ Double($0) != nil }) else {
      throw ValidationError("--nodata \(nodata.joined(separator: " ")): expected numbers, or none")
    }
    if let unit, Terrain.metres(unit) == nil {
      throw ValidationError("--unit \(unit): expected m, ft or us-ft")
    }
  }

  func run() throws {
    try limits.run { progress in
      let missing = nodata.isEmpty ? nil : nodata.compactMap { Double($0) }
      let header = try Terrain(band: band, unit: unit, missing: missing).write(
        files, to: URL(fileURLWithPath: out), progress: progress)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      print(String(decoding: try encoder.encode(header), as: UTF8.self))
    }
  }
}

struct Layers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layers", abstract: "Names of a vector file's layers, or a workbook's sheets.")

  @Argument(help: "The file.") var file: String
  @OptionGroup var limits: Limits

  func run() throws {
    try limits.run { _ in
      let encoder = JSONEncoder()
      print(String(decoding: try encoder.encode(VectorTable.layers(file)), as: UTF8.self))
    }
  }
}

struct Table: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "A vector layer to a table with WKT in longitude and latitude.")

  @Argument(
    help: "GeoPackage, GeoJSON, Shapefile, FlatGeobuf, KML, GPX, CSV, OSM PBF, .xlsx or .ods.")
  var file: String
  @Option(help: "The table.") var out: String
  @Option(help: "Layer; all of the file's when left out.") var layer: String?
  @OptionGroup var limits: Limits

  func run() throws {
    try limits.run { _ in
      try VectorTable.write(file, layer: layer, to: URL(fileURLWithPath: out))
    }
  }
}

struct LinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines", abstract: "Roads or railways of a map to the text that vedette reads.")

  @Argument(help: "OSM PBF, GeoPackage, GeoJSON, Shapefile or FlatGeobuf.") var file: String
  @Option(help: "road or rail.") var kind: Lines.Kind
  @Option(help: "The text.") var out: String
  @Option(name: .customLong("class"), help: "A class that is wanted; may be repeated.")
  var classes: [String] = []
  @Option(help: "Layer; every layer of lines when left out.") var layer: String?
  @OptionGroup var limits: Limits

  func run() throws {
    try limits.run { progress in
      try Lines(kind, classes: classes).write(
        file, layer: layer, to: URL(fileURLWithPath: out), progress: progress)
    }
  }
}

struct Tiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geotiff", abstract: "A tiled grid to a Cloud-optimised GeoTIFF.")

  @Argument(help: "The tiled grid.") var file: String
  @Option(help: "The GeoTIFF.") var out: String
  @Option(help: "Unit of the values.") var unit = "m"
  @OptionGroup var limits: Limits

  func run() throws {
    try limits.run { progress in
      try GeoTiff.write(
        try TiledGrid(URL(fileURLWithPath: file)), to: URL(fileURLWithPath: out), unit: unit,
        progress: progress)
    }
  }
}

struct Package: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geopackage",
    abstract: "A folder of NAME.geojson and NAME.qml to one GeoPackage with styles.")

  @Argument(help: "The folder.") var folder: String
  @Option(help: "The GeoPackage.") var out: String
  @OptionGroup var limits: Limits

  func run() throws {
    try limits.run { _ in
      try GeoPackage.write(URL(fileURLWithPath: folder), to: URL(fileURLWithPath: out))
    }
  }
}
