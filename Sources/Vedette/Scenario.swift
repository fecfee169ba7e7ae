public import Datasets
internal import Geodesy
internal import Kernels
internal import Operational
public import Quantities
public import Scenarios
internal import Strategic
public import Tactical
public import Theatre

extension Vocabulary {
  /// Everything the shipped rungs bring.
  public static var shipped: Vocabulary { knowing(.shipped) }

  /// The same with other kinds of threats and sensors.
  public static func knowing(_ kinds: TacticalKinds) -> Vocabulary {
    Vocabulary(
      kinds: kinds.tables + OperationalFields.kinds, alert: TacticalKinds.alert,
      channel: TacticalKinds.channel,
      need: TacticalKinds.need, hand: TacticalKinds.hand, ground: GroundAround.fields,
      reported: kinds.reported,
      practice: kinds.practice, layers: Layer.all.map(\.id),
      indicators: IndicatorTables.vocabulary, operations: OperationalFields.vocabulary)
  }
}

/// A scenario folder, read and resolved.
public struct Scenario: Sendable {
  /// The folder's name.
  public let id: String
  public private(set) var theatre: Theatre
  /// As it was written.
  public let document: Document
  /// SHA-256 over names and bytes of every file, the shipped catalogue included.
  public private(set) var hash: String
  private let noticed: [Diagnostic]
  /// What the reader noticed without refusing; looked for when it is asked for.
  public var warnings: [Diagnostic] {
    (noticed + document.warnings + Positions(document, theatre).warnings
      + Standings(document, theatre).warnings + Symmetry(document, theatre).warnings
      + CircularTrials(theatre).warnings + StatementAnswers.warnings(theatre)).sorted()
  }

  /// Reads a folder.
  ///
  /// - Throws: `DataError` when it cannot be read, `InvalidScenario` with every diagnostic.
  ///
  /// - Parameter more: files that take the place of those of the same name, or stand beside the others.
  public init(path: String, with more: [TextFile] = []) throws {
    let names = Set(more.map(\.name))
    let files =
      try Files.texts(
        under: path, endings: [".yaml", ".csv"], except: [EvidenceLog.fileName]
      ).map { TextFile(name: $0.name, bytes: $0.bytes) }.filter { !names.contains($0.name) } + more
    let workbooks = try Workbooks.diagnostics(under: path, beside: files)
    if workbooks.contains(where: { $0.severity == .error }) { throw InvalidScenario(workbooks) }
    let parts = path.split(separator: "/").filter { $0 != "." }
    try self.init(
      id: parts.last.map(String.init) ?? "scenario", files: files,
      evidence: try Scenario.evidence(under: path), noticed: workbooks)
  }

  /// The log of a folder, read piece by piece, and its digest; nil without one.
  static func evidence(
    under path: String
  ) throws(DataError) -> (reader: EvidenceReader, digest: String)? {
    let file = "\(path)/\(EvidenceLog.fileName)"
    var reader = EvidenceReader { Files.bytes($0, path: file) }
    var digest = Sha256.Running()
    let isThere = try Files.stream(path: file) { piece in
      reader.consume(piece)
      digest.add(piece)
    }
    guard isThere else { return nil }
    reader.finish()
    return (reader, digest.hex())
  }

  /// Reads files that are already in memory.
  public init(id: String, files: [TextFile]) throws(InvalidScenario) {
    try self.init(id: id, files: files, evidence: nil)
  }

  private init(
    id: String, files: [TextFile], evidence: (reader: EvidenceReader, digest: String)?,
    noticed: [Diagnostic] = []
  ) throws(InvalidScenario) {
    let document = try Document(
      files: files, builtin: Builtin.files, vocabulary: .shipped, evidence: evidence?.reader)
    self.id = id
    theatre = Theatre(document)
    self.document = document
    self.noticed = noticed
    var bytes: [UInt8] = []
    for file in (files + Builtin.files).sorted(by: { $0.name < $1.name }) {
      bytes += Array("\(file.name) \(file.bytes.count)\n".utf8) + file.bytes
    }
    if let evidence { bytes += Array("\(EvidenceLog.fileName) \(evidence.digest)\n".utf8) }
    hash = Sha256.hex(bytes)
  }

  /// The same with another theatre: what is tried out is another scenario than the one that was written.
  public func with(_ theatre: Theatre, because words: String) -> Scenario {
    var scenario = self
    scenario.theatre = theatre
    scenario.hash = Sha256.hex(Array("\(hash)\n\(words)".utf8))
    return scenario
  }

  /// What the layers of the pack say about the scenario's region; layers it does not name stay out.
  public func environment(_ pack: DataPack) throws(DataError) -> Environment {
    let layers = theatre.layers
    let borders = try polygons(of: theatre.alliance, pack)
    let beside = try polygons(
      of: theatre.defended.subtracting(theatre.alliance).sorted(), pack)
    let wide = layers.contains("towns") ? try towns(pack, beyond: 4) : []
    let towns = wide.filter {
      theatre.holds(
        latitude: $0.position.latitude.degrees, longitude: $0.position.longitude.degrees)
    }
    return Environment(
      terrain: try terrain(pack),
      refractivity: layers.contains("refractivity") ? try pack.refractivity() : nil,
      borders: borders, beside: beside, neutral: try neutral(pack, Set(wide.map(\.country))),
      towns: towns, opposing: try polygons(of: opposing, pack),
      roads: try network("roads", theatre.roads, pack),
      railways: try network("railways", theatre.railways, pack))
  }

  /// Countries whose ground forces close up.
  private var opposing: [String] {
    Set(theatre.operations?.axes.flatMap(\.countries) ?? []).sorted()
  }

  /// - Parameter name: of what the user brought; nil takes the layer.
  private func network(
    _ layer: String, _ name: String?, _ pack: DataPack
  ) throws(DataError) -> Network? {
    guard theatre.operations != nil, name != nil || theatre.layers.contains(layer) else {
      return nil
    }
    let around = theatre.surroundings
    if let name { return try pack.network(layer, named: name) { around.holds($0) } }
    return try pack.network(layer) { around.holds($0) }
  }

  /// Of countries that the scenario draws, or the layer does.
  private func polygons(
    of codes: [String], _ pack: DataPack
  ) throws(DataError) -> [String: Polygon] {
    var known: [String: Polygon] = [:]
    for code in codes {
      if let own = theatre.outlines.polygons[code] {
        known[code] = own
      } else if theatre.layers.contains("countries") {
        known[code] = try pack.country(code)
      }
    }
    return known
  }

  /// The terrain that the scenario names, else the pack's own.
  func terrain(_ pack: DataPack) throws(DataError) -> Terrain? {
    if let name = theatre.terrain {
      guard let terrain = Terrain(try pack.terrain(named: name), name: name) else {
        throw DataError(.badData, "terrain '\(name)': PROJ does not know its coordinate system")
      }
      return terrain
    }
    return theatre.layers.contains("terrain") ? Terrain(world: try pack.terrain()) : nil
  }

  /// Countries of the region that are on neither side: no place, no formation and no site is theirs.
  private func neutral(
    _ pack: DataPack, _ codes: Set<String>
  ) throws(DataError) -> [String: Polygon] {
    guard theatre.layers.contains("countries") else { return [:] }
    let taken = theatre.defended.union(theatre.postures.flatMap(\.forces).map(\.country))
      .union(theatre.sites.values.map(\.country))
    var result: [String: Polygon] = [:]
    // a code that the layer does not know is a land without a border
    for code in codes.subtracting(taken).sorted() { result[code] = try? pack.country(code) }
    return result
  }

  /// The pack's towns inside the region and so many degrees around it.
  private func towns(
    _ pack: DataPack, beyond margin: Double
  ) throws(DataError) -> [Environment.Town] {
    return try pack.table("towns").rows.compactMap { row in
      guard row.count > 5, let latitude = Double(row[3].text), let longitude = Double(row[4].text),
        let population = Int(row[5].text),
        theatre.holds(latitude: latitude, longitude: longitude, within: margin)
      else { return nil }
      return Environment.Town(
        name: row[1].text, country: row[2].text, position: Position(latitude, longitude),
        population: population)
    }
  }
}
