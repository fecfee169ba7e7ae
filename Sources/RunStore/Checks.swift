internal import Findings
internal import GRDB
internal import Quantities

/// Digests of whole tables: what was altered after it was written is not told.
enum Checks {
  static func write(_ sheets: [Sheet], to database: Database) throws {
    try database.execute(
      sql: "CREATE TABLE digests (name TEXT PRIMARY KEY NOT NULL, digest INTEGER);")
    for sheet in sheets { try add(sheet.name, sheet.rows.map { $0.map(Value.init) }, to: database) }
  }

  /// Adds the digest of a table's rows.
  static func add(_ table: String, _ rows: [[Value]], to database: Database) throws {
    try database.makeStatement(sql: "INSERT INTO digests VALUES (?, ?)")
      .run([.text(table), .integer(digest(rows))])
  }

  /// Of the rows of a table, without the number that names them.
  static func digest(_ rows: [[Value]]) -> Int {
    var hash = Fnv.hash(EmptyCollection<UInt8>())
    func add(_ word: UInt64) {
      withUnsafeBytes(of: word.littleEndian) { hash = Fnv.hash($0, seed: hash) }
    }
    for value in rows.joined() {
      switch value.storage {
      case .null: add(0)
      case .int64(let number): add(UInt64(bitPattern: number))
      case .double(let number): add(number.bitPattern)
      case .string(let text): hash = Fnv.hash(text.utf8, seed: hash)
      case .blob(let bytes): hash = Fnv.hash(bytes, seed: hash)
      }
    }
    return Int(Int64(bitPattern: hash))
  }
}
