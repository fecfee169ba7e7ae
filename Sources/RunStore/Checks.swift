internal import Findings
internal import GRDB

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
    var digest = Digest()
    for value in rows.joined() { digest.add(value) }
    return digest.value
  }
}
