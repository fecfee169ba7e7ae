internal import GRDB
internal import GRDBSQLite

/// Rows of numbers by SQLite's own calls: a results file has hundreds of thousands of them, and GRDB's arguments took three quarters
/// of a second to make for the shipped scenario.
struct FastInsert {
  private let statement: Statement
  private var handle: OpaquePointer { statement.sqliteStatement }

  init(_ statement: Statement) { self.statement = statement }

  func run(_ numbers: [Int?]) throws {
    for (index, number) in numbers.enumerated() { bind(index + 1, number) }
    try step()
  }

  func run(_ first: Int, _ reals: [Double?], _ rest: [Int?]) throws {
    bind(1, first)
    for (index, real) in reals.enumerated() {
      if let real {
        sqlite3_bind_double(handle, Int32(index + 2), real)
      } else {
        sqlite3_bind_null(handle, Int32(index + 2))
      }
    }
    for (index, number) in rest.enumerated() { bind(2 + reals.count + index, number) }
    try step()
  }

  private func bind(_ index: Int, _ number: Int?) {
    if let number {
      sqlite3_bind_int64(handle, Int32(index), Int64(number))
    } else {
      sqlite3_bind_null(handle, Int32(index))
    }
  }

  private func step() throws {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
