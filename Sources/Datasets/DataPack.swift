public import Foundation
public import Kernels
public import Quantities

/// The installed layers, in one folder that is never committed.
public struct DataPack: Sendable {
  public let folder: URL

  public init(folder: URL) { self.folder = folder }

  /// The pack in a folder, by its path.
  public init(path: String) { folder = URL(fileURLWithPath: path) }

  /// What was installed, as the folder's `manifest.json` says.
  public struct Record: Codable, Sendable {
    public let version: String
    /// Of the file in the pack; empty for a folder that grows (countries).
    public let sha256: String
    public let bytes: Int
  }

  var manifestFile: URL { folder.appendingPathComponent("manifest.json") }

  public func manifest() -> [String: Record] {
    guard let data = try? Data(contentsOf: manifestFile) else { return [:] }
    return (try? JSONDecoder().decode([String: Record].self, from: data)) ?? [:]
  }

  public func isInstalled(_ layer: Layer) -> Bool {
    manifest()[layer.id] != nil
      && FileManager.default.fileExists(atPath: folder.appendingPathComponent(layer.file).path)
  }

  /// What is wrong with an installed layer; nil when it is whole.
  public func fault(of layer: Layer) -> String? {
    guard let record = manifest()[layer.id] else { return "not installed" }
    guard !record.sha256.isEmpty else {
      return FileManager.default.fileExists(atPath: folder.appendingPathComponent(layer.file).path)
        ? nil : "missing"
    }
    guard let bytes = try? Files.read(folder.appendingPathComponent(layer.file)) else {
      return "missing"
    }
    return Sha256.hex(bytes) == record.sha256 ? nil : "differs from what was installed"
  }

  private func bytes(_ id: String) throws(DataError) -> [UInt8] {
    let layer = Layer.all.first { $0.id == id }!
    guard isInstalled(layer) else {
      throw DataError(
        .noInput, "layer '\(id)' is not installed\n  help: run 'vedette data install' (make data)")
    }
    return try Files.read(folder.appendingPathComponent(layer.file))
  }

  /// Mean height of the ground, m.
  public func terrain() throws(DataError) -> Grid { try Store.grids(bytes("terrain"))[0] }

  /// Terrain that the user brought, by the name it was imported under.
  public func terrain(named name: String) throws(DataError) -> TiledGrid {
    let file = terrainFile(name)
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw DataError(
        .noInput,
        "terrain '\(name)' is not there\n  help: vedette import terrain FILE --name \(name)")
    }
    return try TiledGrid(file)
  }

  /// What takes long to compute over the pack's terrain.
  public var cache: Cache { Cache(folder.appendingPathComponent("cache")) }

  /// Where a terrain is kept.
  public func terrainFile(_ name: String) -> URL {
    folder.appendingPathComponent("terrain/\(name).tiles")
  }

  public func refractivity() throws(DataError) -> RefractivityGradient {
    let planes = try Store.grids(bytes("refractivity"))
    guard planes.count == RefractivityGradient.percentages.count else {
      throw DataError(.badData, "a damaged refractivity layer")
    }
    return RefractivityGradient(planes: planes)
  }

  public func coasts() throws(DataError) -> [MapLine] { try Store.lines(bytes("coasts")) }
  public func rivers() throws(DataError) -> [MapLine] { try Store.lines(bytes("rivers")) }

  /// Roads or railways: the nodes of the world that are wanted, by longitude and latitude in degrees, and the links between them.
  public func network(
    _ id: String, where isWanted: (SIMD2<Double>) -> Bool = { _ in true }
  ) throws(DataError) -> Network {
    try Store.network(bytes(id), where: isWanted)
  }

  /// Roads or railways that the user brought, by the name they were imported under.
  ///
  /// - Parameter id: `roads` or `railways`.
  public func network(
    _ id: String, named name: String, where isWanted: (SIMD2<Double>) -> Bool = { _ in true }
  ) throws(DataError) -> Network {
    let file = networkFile(id, name)
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw DataError(
        .noInput,
        "\(id) '\(name)' are not there\n  help: vedette import \(id) FILE --name \(name)")
    }
    return try Store.network(Files.read(file), where: isWanted)
  }

  /// Where such a network is kept.
  public func networkFile(_ id: String, _ name: String) -> URL {
    folder.appendingPathComponent("\(id)/\(name).network")
  }

  /// Keeps a network under a name.
  public func keep(_ network: Network, as id: String, _ name: String) throws(DataError) {
    let file = networkFile(id, name)
    try Files.makeFolder(file.deletingLastPathComponent())
    try Files.write(Store.bytes(of: network), to: file)
  }

  /// Towns and airfields as tables: the column of a name, or an error.
  public func table(_ id: String) throws(DataError) -> Table {
    var diagnostics: [Diagnostic] = []
    let text = String(decoding: try bytes(id), as: UTF8.self)
    return Table(text, file: "\(id).csv", diagnostics: &diagnostics)
  }

  /// The draw instructions of some symbols, as JSON by SIDC; unknown ones are left out.
  ///
  /// Searched, not parsed: the file holds 38 000 symbols.
  public func symbols(_ sidcs: [String]) throws(DataError) -> [String: Data] {
    let bytes = try bytes("symbols")
    var found: [String: Data] = [:]
    for sidc in sidcs {
      guard let start = Search.end(of: Array("\"\(sidc)\":".utf8), in: bytes) else { continue }
      var (depth, index) = (0, start)
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "{") { depth += 1 }
        if bytes[index] == UInt8(ascii: "}") {
          depth -= 1
          if depth == 0 { break }
        }
        index += 1
      }
      guard index < bytes.count else { throw DataError(.badData, "a damaged symbol layer") }
      found[sidc] = Data(bytes[start...index])
    }
    return found
  }

  /// The polygon of a country by its code; kept after first use, where it can be.
  ///
  /// - Throws: where the text is no country code, or the layer does not know it.
  public func country(_ code: String) throws(DataError) -> Polygon {
    guard CountryCode(code) != nil else {
      throw DataError(
        .badData, "'\(code.prefix(60))' is not a country code, expected \(CountryCode.expected)")
    }
    let file = folder.appendingPathComponent("countries/\(code).lines")
    if let kept = try? Files.read(file), let lines = try? Store.lines(kept) {
      return Polygon(onEarth: lines.map(\.points))
    }
    let lines = try Gmt.lines(["-E\(code)"], thinning: 0.004)
    guard !lines.isEmpty else { throw DataError(.badData, "the countries layer has no '\(code)'") }
    let bytes = Store.bytes(of: lines)
    // a pack that cannot be written to serves as well
    try? Files.write(bytes, to: file)
    // as it is kept, so that the first run and the next see the same border
    return Polygon(onEarth: try Store.lines(bytes).map(\.points))
  }
}
