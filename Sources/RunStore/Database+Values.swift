internal import Datasets
internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// A cell of a database.
typealias Value = DatabaseValue

extension DatabaseValue {
  static func integer(_ number: Int) -> DatabaseValue { number.databaseValue }
  static func text(_ text: String) -> DatabaseValue { text.databaseValue }
  static func real(_ number: Double) -> DatabaseValue { number.databaseValue }
  static func blob(_ bytes: [UInt8]) -> DatabaseValue { Data(bytes).databaseValue }

  var integer: Int? { Int.fromDatabaseValue(self) }
  var text: String? { if case .string(let text) = storage { text } else { nil } }
  /// A whole number may stand for one.
  var real: Double? {
    switch storage {
    case .double(let number): number
    case .int64(let number): Double(number)
    default: nil
    }
  }
}

extension Statement {
  /// Runs it once with these values.
  func run(_ values: [Value]) throws {
    setUncheckedArguments(StatementArguments(values))
    try execute()
  }
}

extension Database {
  /// All rows of a query.
  func rows(_ sql: String, _ values: [Value] = []) throws -> [[Value]] {
    try Row.fetchAll(self, sql: sql, arguments: StatementArguments(values)).map {
      Array($0.databaseValues)
    }
  }

  /// The file that this database is.
  func bytes() throws -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(sqliteConnection, "main", &size, 0) else {
      throw DataError(.cannotWrite, "cannot make the results file: no memory")
    }
    defer { sqlite3_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(size)))
  }
}
