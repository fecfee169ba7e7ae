public import Datasets
internal import Foundation
public import Quantities

/// Rows of a file that others wrote: words by column, a shape where a row has one, and where it stands.
public struct ForeignTable: Sendable {
  public struct Row: Sendable {
    public var words: [String: String]
    public var shape: Shape?
    public let span: Span

    public init(words: [String: String], shape: Shape? = nil, span: Span) {
      (self.words, self.shape, self.span) = (words, shape, span)
    }
  }

  public let file: String
  /// In the order of the file.
  public let columns: [String]
  public let rows: [Row]

  init(file: String, columns: [String], rows: [Row]) {
    (self.file, self.columns, self.rows) = (file, columns, rows)
  }

  /// Largest file that is read.
  private static let largest = 64_000_000

  /// Reads CSV, GeoJSON, ORBAT Mapper JSON, KML, KMZ and BibTeX; anything else (GeoPackage, Shapefile, GPX, .xlsx, .ods) through
  /// `vedette-gdal`.
  ///
  /// - Parameters:
  ///   - layer: of a file with several; all of them when left out.
  ///   - bridge: asked for only where it is needed.
  public init(
    path: String, layer: String? = nil, bridge: () throws(DataError) -> GdalBridge
  ) throws {
    let name = path.lowercased()
    if name.hasSuffix(".kml") {
      self = try KmlFile.table(try ForeignTable.bytes(path), file: path)
    } else if name.hasSuffix(".kmz") {
      self = try ForeignTable.unpacked(path)
    } else if [".csv", ".tsv", ".txt"].contains(where: name.hasSuffix) {
      self = try ForeignTable(csv: try ForeignTable.text(path), file: path)
    } else if [".json", ".geojson"].contains(where: name.hasSuffix) {
      self = try JsonFile(try ForeignTable.bytes(path), file: path).table
    } else if name.hasSuffix(".bib") {
      self = try BibTex.table(try ForeignTable.text(path), file: path)
    } else {
      self = try ForeignTable(other: path, layer: layer, bridge: try bridge())
    }
  }

  private static func bytes(_ path: String) throws(DataError) -> [UInt8] {
    let bytes = try Files.read(path: path)
    guard bytes.count <= largest else {
      throw DataError(.badData, "\(path): \(bytes.count) bytes; at most 64 MB are read")
    }
    return bytes
  }

  private static func text(_ path: String) throws(DataError) -> String {
    let bytes = try bytes(path)
    if let encoding = encoding(bytes) {
      guard let text = String(data: Data(bytes), encoding: encoding) else {
        throw DataError(.badData, "\(path): it begins as UTF-16, and is none")
      }
      return text.hasPrefix("\u{feff}") ? String(text.dropFirst()) : text
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DataError(
        .badData,
        "\(path): bytes that are not UTF-8; UTF-8 is expected\n  help: save it as \"CSV UTF-8\"")
    }
    return text
  }

  private static func encoding(_ bytes: [UInt8]) -> String.Encoding? {
    bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) ? .utf16 : nil
  }

  private init(csv text: String, file: String) throws {
    var diagnostics: [Diagnostic] = []
    let table = Table(text, file: file, diagnostics: &diagnostics)
    guard diagnostics.isEmpty else { throw InvalidScenario(diagnostics) }
    self.file = file
    columns = table.header.map(\.text).filter { $0 != ForeignTable.shapeColumn }
    rows = try table.rows.map { cells in
      var words: [String: String] = [:]
      var shape: Shape?
      for (name, cell) in zip(table.header, cells) {
        if name.text == ForeignTable.shapeColumn {
          shape = Shape(wkt: cell.text)
        } else {
          words[name.text] = cell.text
        }
      }
      guard let first = cells.first else { throw DataError(.badData, "\(file): an empty row") }
      return Row(words: words, shape: shape, span: first.span)
    }
  }

  /// What GDAL calls the geometry in a table.
  private static let shapeColumn = "WKT"

  /// Layer by layer.
  private init(other path: String, layer: String?, bridge: GdalBridge) throws {
    let all = try bridge.layers(path)
    let asked =
      try layer.map { name throws(DataError) in
        guard all.contains(name) else {
          throw DataError(
            .badData, "\(path): no layer '\(name)'; expected one of \(all.joined(separator: ", "))")
        }
        return [name]
      } ?? all
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-import-\(UUID().uuidString)")
    try Files.makeFolder(folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    var columns: [String] = []
    var rows: [Row] = []
    for name in asked {
      let out = folder.appendingPathComponent("layer.csv")
      try bridge.table(path, layer: name, to: out)
      let part = try ForeignTable(csv: try ForeignTable.text(out.path), file: path)
      columns += part.columns.filter { !columns.contains($0) }
      rows += part.rows
    }
    (file, self.columns, self.rows) = (path, columns, rows)
  }

  /// The document of a zipped KML.
  private static func unpacked(_ path: String) throws -> ForeignTable {
    let archive = try ZipArchive(try bytes(path))
    guard let name = archive.names.first(where: { $0.lowercased().hasSuffix(".kml") }) else {
      throw DataError(.badData, "\(path): no .kml in it")
    }
    return try KmlFile.table(try archive.member(name), file: path)
  }
}
