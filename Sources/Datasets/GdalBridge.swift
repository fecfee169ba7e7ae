public import Foundation

/// `vedette-gdal` as a child process: the only way to what GDAL reads and writes.
public struct GdalBridge: Sendable {
  public let program: String
  /// Most memory, MB, and most seconds that it may use.
  public let memory, seconds: Int

  public init(program: String, memory: Int = 4_096, seconds: Int = 3_600) {
    (self.program, self.memory, self.seconds) = (program, memory, seconds)
  }

  /// Turns rasters into a tiled grid in metres.
  ///
  /// - Parameters:
  ///   - unit: of the heights, `m`, `ft` or `us-ft`; nil believes the files.
  ///   - missing: values that are no heights, as they stand in the files, or `none`; empty believes the files.
  ///   - progress: thousandths that are done.
  public func terrain(
    _ files: [String], to out: URL, unit: String?, missing: [String], band: Int,
    progress: @escaping @Sendable (Int) -> Void
  ) throws(DataError) -> TiledGrid.Header {
    let output = try run(
      ["terrain"] + files + ["--out", out.path, "--band", "\(band)", "--progress"]
        + (unit.map { ["--unit", $0] } ?? []) + missing.map { "--nodata=\($0)" }, progress)
    guard let header = try? JSONDecoder().decode(TiledGrid.Header.self, from: Data(output)) else {
      throw DataError(.badData, "vedette-gdal does not say what it wrote")
    }
    return header
  }

  /// Names of the layers of a vector file or sheets of a workbook.
  public func layers(_ file: String) throws(DataError) -> [String] {
    let output = try run(["layers", file]) { _ in }
    guard let names = try? JSONDecoder().decode([String].self, from: Data(output)) else {
      throw DataError(.badData, "vedette-gdal does not say which layers there are")
    }
    return names
  }

  /// Turns a layer into a table, its geometry as WKT in longitude and latitude.
  public func table(_ file: String, layer: String, to out: URL) throws(DataError) {
    _ = try run(["table", file, "--layer", layer, "--out", out.path]) { _ in }
  }

  /// Turns the lines of a map into the text that `LinesFile` reads.
  ///
  /// - Parameters:
  ///   - kind: `road` or `rail`.
  ///   - classes: those that are wanted; empty takes the usual ones.
  ///   - layer: nil takes every layer of lines.
  ///   - progress: thousandths that are done.
  public func lines(
    _ file: String, kind: String, classes: [String], layer: String?, to out: URL,
    progress: @escaping @Sendable (Int) -> Void
  ) throws(DataError) {
    _ = try run(
      ["lines", file, "--kind", kind, "--out", out.path, "--progress"]
        + classes.flatMap { ["--class", $0] } + (layer.map { ["--layer", $0] } ?? []), progress)
  }

  /// Turns a tiled grid into a Cloud-optimised GeoTIFF.
  public func geotiff(_ grid: URL, to out: URL, unit: String) throws(DataError) {
    _ = try run(["geotiff", grid.path, "--out", out.path, "--unit", unit]) { _ in }
  }

  /// Turns a folder of NAME.geojson and NAME.qml into one GeoPackage with styles.
  public func geopackage(_ folder: URL, to out: URL) throws(DataError) {
    _ = try run(["geopackage", folder.path, "--out", out.path]) { _ in }
  }

  private func run(
    _ arguments: [String], _ progress: @escaping @Sendable (Int) -> Void
  ) throws(DataError) -> [UInt8] {
    let limits = ["--memory", "\(memory)", "--seconds", "\(seconds)"]
    let outcome = try Child.run(program, arguments + limits) { line in
      if let done = GdalBridge.done(line) { progress(done) }
    }
    switch outcome.status {
    case 0: return outcome.output
    case 65, 74:
      throw DataError(
        outcome.status == 74 ? .cannotWrite : .badData,
        outcome.complaint.hasPrefix("error: ")
          ? String(outcome.complaint.dropFirst(7)) : outcome.complaint)
    case SIGALRM, SIGXCPU:
      throw DataError(.badData, "vedette-gdal took longer than \(seconds) s")
    default:
      throw DataError(
        .badData,
        "vedette-gdal ended with \(outcome.status), which may mean that \(memory) MB were not enough"
          + (outcome.complaint.isEmpty ? "" : ": \(outcome.complaint)"))
    }
  }

  /// `{"stage":"gdal","done":250,…`
  private static func done(_ line: String) -> Int? {
    guard line.hasPrefix("{\"stage\":\"gdal\",\"done\":") else { return nil }
    return Int(line.dropFirst(23).prefix { $0.isNumber })
  }
}
