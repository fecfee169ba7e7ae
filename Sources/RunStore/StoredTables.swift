internal import Datasets
internal import Findings
internal import GRDB
internal import Quantities

/// Tables of a results file as values, each checked against its digest.
struct StoredTables {
  let database: Database
  let path: String

  init(_ database: Database, _ path: String) { (self.database, self.path) = (database, path) }

  /// - Throws: where it is no results file, or one of another format.
  func expectFormat() throws {
    let name = "SELECT 1 FROM sqlite_master WHERE name = 'digests'"
    guard try database.rows("PRAGMA application_id").first?[0] == .integer(0x4750_4B47),
      try !database.rows(name).isEmpty
    else { throw DataError(.badData, "\(path): not a results file of vedette") }
    guard try database.rows("SELECT format FROM run") == [[.integer(ResultsPackage.format)]] else {
      throw DataError(
        .badData,
        "\(path): written in another format than this vedette reads; run vedette brief again")
    }
  }

  func damaged(_ table: String) -> DataError {
    DataError(
      .badData,
      "\(path): the table '\(table)' is not as it was written; run vedette brief again")
  }

  /// A row with the names of its columns.
  struct Row {
    let table: String
    let reader: StoredTables
    let columns: [String: Int]
    let values: [Value]

    private func value(_ name: String) throws -> Value {
      guard let index = columns[name] else { throw reader.damaged(table) }
      return values[index]
    }

    func text(_ name: String) throws -> String {
      guard let text = try value(name).text else { throw reader.damaged(table) }
      return text
    }

    func integer(_ name: String) throws -> Int {
      guard let number = try value(name).integer else { throw reader.damaged(table) }
      return number
    }

    func real(_ name: String) throws -> Double {
      guard let number = try value(name).real else { throw reader.damaged(table) }
      return number
    }

    /// Nil where the cell is empty.
    func textIfAny(_ name: String) throws -> String? {
      try value(name) == .null ? nil : try text(name)
    }

    /// A text read as something else.
    func read<T>(_ name: String, _ make: (String) -> T?) throws -> T {
      guard let value = make(try text(name)) else { throw reader.damaged(table) }
      return value
    }
  }

  /// All rows of a table that is small, as they were written.
  func checked(_ name: String) throws -> (columns: [String], rows: [[Value]]) {
    let columns = try database.rows("PRAGMA table_info(\(quoted(name)))").compactMap { $0[1].text }
    guard columns.first == "fid" else { throw damaged(name) }
    let rows = try database.rows("SELECT * FROM \(quoted(name)) ORDER BY fid")
    let digest = try database.rows("SELECT digest FROM digests WHERE name = ?", [.text(name)])
    guard digest.first?.first == .integer(Checks.digest(rows.map { Array($0.dropFirst()) })) else {
      throw damaged(name)
    }
    return (columns, rows)
  }

  /// The same with the names of its columns.
  func table(_ name: String) throws -> [Row] {
    let (names, rows) = try checked(name)
    let columns = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return rows.map { Row(table: name, reader: self, columns: columns, values: $0) }
  }

  // MARK: foundations

  func inputs() throws -> [Results.Input] {
    try table("inputs").map { row in
      let text = try row.text("law")
      guard let json = try? Json(parsing: text), let law = try? Shape.law.decode(json) else {
        throw damaged("inputs")
      }
      return Results.Input(
        address: try row.read("address") { Address($0) }, law: law,
        unit: try row.text("unit"), posture: try row.textIfAny("posture"))
    }
  }

  /// Claims as far as they are printed: range, unit, source and where they stand.
  func claims() throws -> [Claim] {
    try table("claims").map { row in
      let (low, likely, high) = (
        try row.real("low"), try row.real("likely"), try row.real("high")
      )
      return Claim(
        id: try row.text("id"), address: try row.read("address") { Address($0) },
        statement: try row.integer("spread_assumed") == 1
          ? .point(likely) : .range(low: low, likely: likely, high: high, outer: false),
        source: try row.textIfAny("source"),
        span: Span(file: try row.text("file"), line: try row.integer("line"), column: 1),
        unit: try row.text("unit"), note: try row.textIfAny("note"))
    }
  }

  func sources() throws -> [Source] {
    try table("sources").map { row in
      let grade = Array(try row.text("grade"))
      guard grade.count == 2, let reliability = Reliability(rawValue: String(grade[0])),
        let number = grade[1].wholeNumberValue, let credibility = Credibility(rawValue: number)
      else { throw damaged("sources") }
      return Source(
        id: try row.text("id"), title: try row.text("title"),
        publisher: try row.text("publisher"),
        date: try row.textIfAny("date").flatMap { Day($0) }, link: try row.text("link"),
        reliability: reliability, credibility: credibility,
        origin: try row.textIfAny("origin"), isMaker: try row.integer("maker") == 1)
    }
  }

  func postures() throws -> [Results.Posture] {
    try table("postures").map { row in
      Results.Posture(
        id: try row.text("id"), title: try row.text("title"),
        asOf: try row.read("as_of") { Day($0) },
        standing: try row.textIfAny("status").flatMap { Standing(rawValue: $0) },
        whatIfs: try row.text("what_if").split(separator: " ").map(String.init))
    }
  }

  /// - Parameter addresses: of the rows of `inputs`, in order.
  func drivers(of subjects: Set<String>?, _ addresses: [Address]) throws -> [Results.Drivers] {
    var all: [Results.Drivers] = []
    var rows: [Row] = []
    func flush() throws {
      guard let first = rows.first else { return }
      let threat = try first.text("class")
      var leading: [Results.Driver] = []
      for row in rows {
        let input = try row.integer("input")
        guard addresses.indices.contains(input - 1) else { throw damaged("leading_inputs") }
        let beliefs = try (try row.textIfAny("beliefs") ?? "").split(separator: " ").map { pair in
          let numbers = pair.split(separator: "/").compactMap { Int($0) }
          guard numbers.count == 2 else { throw damaged("leading_inputs") }
          return Results.Belief(draws: numbers[0], inTime: numbers[1])
        }
        leading.append(
          Results.Driver(addresses[input - 1], try row.real("share"), beliefs: beliefs))
      }
      all.append(
        Results.Drivers(
          subject: FigureSubject(try first.text("place"), isEpisode: false),
          threat: threat == "any" ? nil : threat, posture: try first.text("posture"),
          draws: try first.integer("n"), leading: leading))
    }
    for row in try table("leading_inputs") where subjects?.contains(try row.text("place")) ?? true {
      if try row.integer("rank") == 1 {
        try flush()
        rows = []
      }
      rows.append(row)
    }
    try flush()
    return all
  }
}
