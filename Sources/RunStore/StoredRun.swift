internal import Datasets
public import Findings
internal import Foundation
internal import GRDB
internal import Quantities

/// A run as `results.gpkg` keeps it.
///
/// Nothing is told of a file of another format, of one that is damaged, or of a number that was altered after it was written: each
/// is a `DataError` that says so.
public struct StoredRun: Sendable {
  /// What a run must agree in to answer for another.
  public struct Identity: Hashable, Sendable {
    public let run: Results.Run
    public let data: [Results.Data]
  }

  public let path: String
  public let identity: Identity
  private let queue: DatabaseQueue

  /// Opens a file.
  ///
  /// - Throws: `DataError`, where it is no results file of this program's format or cannot be read.
  public init(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw DataError(.noInput, "cannot read \(path): no such file")
    }
    self.path = path
    (queue, identity) = try StoredRun.told(path) {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return (queue, try queue.read { try StoredRun.identity(StoredTables($0, path)) })
    }
  }

  private static func identity(_ reader: StoredTables) throws -> Identity {
    try reader.expectFormat()
    guard let row = try reader.table("run").first, let seed = UInt64(try row.text("seed")) else {
      throw reader.damaged("run")
    }
    return Identity(
      run: Results.Run(
        version: try row.text("version"), scenario: try row.text("scenario"),
        scenarioHash: try row.text("scenario_sha256"), seed: seed,
        replicates: try row.integer("replicates"), draws: try row.integer("draws")),
      data: try reader.table("data").map { row in
        Results.Data(
          layer: try row.text("layer"), version: try row.text("version"),
          sha256: try row.text("sha256"), licence: try row.text("licence"),
          attribution: try row.text("attribution"))
      })
  }

  /// What the run found of some subjects.
  ///
  /// - Parameters:
  ///   - subjects: words of places, regions and episodes as ids carry them; nil for all.
  ///   - declared: what the rungs of this program may find.
  public func results(of subjects: Set<String>? = nil, declared: [RungFindings]) throws -> Results {
    try read { reader in
      let inputs = try reader.inputs()
      let addresses = inputs.map(\.address)
      let vocabulary = FigureVocabulary(declared.flatMap(\.quantities))
      return Results(
        identity.run,
        figures: try reader.figures(of: subjects, vocabulary, addresses), trials: [],
        drivers: try reader.drivers(of: subjects, addresses),
        foundations: Results.Foundations(
          data: identity.data, inputs: inputs, claims: try reader.claims(),
          sources: try reader.sources(), postures: try reader.postures()),
        declared: declared, annexes: [])
    }
  }

  /// What a rung found that is no figure; nil where the run keeps none of it.
  public func annex<A: Annex>(_ kind: A.Type) throws -> A? {
    try read { reader in
      for row in try reader.table("annexes") where try row.text("key") == A.key {
        guard let json = try? Json(parsing: try row.text("json")),
          let annex = try? A.shape.decode(json)
        else { throw reader.damaged("annexes") }
        return annex
      }
      return nil
    }
  }

  private func read<T>(_ body: (StoredTables) throws -> T) throws -> T {
    try StoredRun.told(path) { try queue.read { try body(StoredTables($0, path)) } }
  }

  /// What the database says of a file that it cannot read, in words.
  private static func told<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED:
        throw DataError(.noInput, "\(path): another program holds it; close it there")
      case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR:
        throw DataError(
          .badData, "\(path): damaged, or no results file; run vedette brief again")
      default:
        throw DataError(.noInput, "cannot read \(path): \(error.message ?? "unknown")")
      }
    }
  }
}
