internal import Findings
internal import GRDB
internal import GRDBSQLite
internal import Quantities

/// Figures in a results file: a row a group of figures, and a row a number.
///
/// A number's row is named by its group and its statistic, `1000 · group + statistic`, so that the numbers of a group stand
/// together, nothing but numbers is stored with them, and no index is needed. Words stand once. The view `figures` puts it all
/// together again.
struct FigureTables {
  static let stride = 1_000
  /// Under what the numbers of a place have their digest.
  static func digestName(_ place: String) -> String { "figures of \(place)" }

  /// What figures of one group have in common.
  private struct Key: Hashable {
    let subject: FigureSubject
    let quantity: FigureQuantity
    let threat: String?
    let setting: FigureSetting

    init(_ id: FigureID) {
      (subject, quantity, threat, setting) = (id.subject, id.quantity, id.threat, id.setting)
    }
  }

  private let results: Results
  private let database: Database
  /// Groups in the order in which they first come, with their figures.
  private var groups: [[Figure]] = []
  private var words = Numbered<String>()
  private var quantities = Numbered<FigureQuantity>()
  private var statistics = Numbered<Statistic>()
  private var absences = Numbered<[String: Int]>()
  private var inputSets = InputSets()
  private var digests: [(place: String, hash: GroupDigest)] = []
  private var digestOf: [Int: Int] = [:]

  static func write(_ results: Results, to database: Database) throws {
    var tables = FigureTables(results, database)
    try tables.write()
  }

  private init(_ results: Results, _ database: Database) {
    (self.results, self.database) = (results, database)
    var numbers: [Key: Int] = [:]
    var last: (id: FigureID, number: Int)?
    for figure in results.figures {
      if let last, last.id.isOfSameGroup(as: figure.id) {
        groups[last.number].append(figure)
        continue
      }
      let key = Key(figure.id)
      let number = numbers[key] ?? groups.count
      if number == groups.count {
        numbers[key] = number
        groups.append([])
      }
      groups[number].append(figure)
      last = (figure.id, number)
    }
  }

  private mutating func write() throws {
    try database.execute(sql: FigureTables.tables)
    let series = FastInsert(
      try database.makeStatement(sql: "INSERT INTO series VALUES (\(marks(8)))"))
    let value = FastInsert(
      try database.makeStatement(sql: "INSERT INTO figure_values VALUES (\(marks(6)))"))
    for (index, figures) in groups.enumerated() {
      let first = figures[0]
      let rows = figures.map { row($0) }.sorted { $0.statistic < $1.statistic }
      let group = group(index + 1, first)
      try series.run(group.columns)
      for row in rows { try row.write(value, group: group.number, draws: first.draws) }
      digest(first.id.subject.word, group, rows)
    }
    try writeNames()
  }

  private mutating func row(_ figure: Figure) -> StoredNumber {
    StoredNumber(
      statistic: statistics.number(figure.id.statistic), estimate: figure.estimate,
      draws: figure.draws,
      absent: figure.absent.isEmpty ? nil : absences.number(figure.absent))
  }

  private mutating func group(_ number: Int, _ first: Figure) -> StoredGroup {
    let (before, after): (Int?, String) =
      switch first.id.setting {
      case .posture(let posture): (nil, posture)
      case .pair(let before, let after): (words.number(before), after)
      }
    return StoredGroup(
      number: number, quantity: quantities.number(first.id.quantity),
      place: words.number(first.id.subject.word),
      threat: first.id.threat.map { words.number($0) }, before: before,
      posture: words.number(after), draws: first.draws,
      inputSet: inputSets.number(of: first.inputs))
  }

  private mutating func digest(_ place: String, _ group: StoredGroup, _ rows: [StoredNumber]) {
    let at = digestOf[group.place] ?? digests.count
    if at == digests.count {
      digestOf[group.place] = at
      digests.append((place, GroupDigest()))
    }
    digests[at].hash.add(group, rows)
  }

  private func writeNames() throws {
    try fill("words", words.all.map { [.text($0)] })
    try fill(
      "quantities",
      quantities.all.map {
        [
          .text($0.level.rawValue), .text($0.word), .text($0.unit.rawValue), .text($0.sentence),
        ]
      })
    try fill(
      "statistics",
      statistics.all.map { [.text($0.name), .integer($0.isShare ? 1 : 0), .text($0.sentence)] })
    try fill(
      "absences", absences.all.map { [.text(Shape<Int>.integer.byKey.encode($0).text)] })
    // the first row of each address among the inputs
    var places: [Address: Int] = [:]
    for (index, input) in results.foundations.inputs.enumerated()
    where places[input.address] == nil {
      places[input.address] = index + 1
    }
    try fill("input_sets", inputSets.all.map { [.text(Runs($0.compactMap { places[$0] }).text)] })
    let insert = try database.makeStatement(sql: "INSERT INTO digests VALUES (?, ?)")
    for (place, hash) in digests {
      try insert.run([.text(FigureTables.digestName(place)), .integer(hash.value)])
    }
  }

  /// Rows numbered from 1, with their digest.
  private func fill(_ table: String, _ rows: [[Value]]) throws {
    try Checks.add(table, rows, to: database)
    let count = (rows.first?.count ?? 0) + 1
    let insert = try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks(count)))")
    for (index, row) in rows.enumerated() { try insert.run([.integer(index + 1)] + row) }
  }

  private static let tables = """
    CREATE TABLE words (fid INTEGER PRIMARY KEY NOT NULL, word TEXT);
    CREATE TABLE quantities (fid INTEGER PRIMARY KEY NOT NULL, rung TEXT, name TEXT, unit TEXT, sentence TEXT);
    CREATE TABLE statistics (fid INTEGER PRIMARY KEY NOT NULL, name TEXT, is_share INTEGER, sentence TEXT);
    CREATE TABLE series (fid INTEGER PRIMARY KEY NOT NULL, quantity INTEGER, place INTEGER, class INTEGER,
      before INTEGER, posture INTEGER, n INTEGER, input_set INTEGER);
    CREATE TABLE figure_values (fid INTEGER PRIMARY KEY NOT NULL, value REAL, error_low REAL,
      error_high REAL, n INTEGER, absent INTEGER);
    CREATE TABLE absences (fid INTEGER PRIMARY KEY NOT NULL, reasons TEXT);
    CREATE TABLE input_sets (fid INTEGER PRIMARY KEY NOT NULL, inputs TEXT);

    """
}

/// Sets of inputs, each once. Figures of one group share their array: it is found by where it stands.
private struct InputSets {
  private(set) var all: [[Address]] = []
  private var numbers: [[Address]: Int] = [:]
  private var byPlace: [UnsafePointer<Address>?: Int] = [:]

  mutating func number(of inputs: [Address]) -> Int {
    let place = inputs.withUnsafeBufferPointer { $0.isEmpty ? nil : $0.baseAddress }
    if let known = byPlace[place] { return known }
    let number = numbers[inputs] ?? all.count + 1
    if number > all.count {
      all.append(inputs)
      numbers[inputs] = number
    }
    byPlace[place] = number
    return number
  }
}

/// Whole numbers as text, runs of neighbours as their ends: `1-5 7 9-12`.
struct Runs {
  let numbers: [Int]

  init(_ numbers: [Int]) { self.numbers = numbers.sorted() }

  var text: String {
    var parts: [(first: Int, last: Int)] = []
    for number in numbers {
      if let end = parts.last?.last, end == number || end + 1 == number {
        parts[parts.count - 1].last = number
      } else {
        parts.append((number, number))
      }
    }
    return parts.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }
      .joined(separator: " ")
  }

  /// - Parameter upTo: the largest number there is. Nil where a text is none of runs within it.
  init?(_ text: String, upTo most: Int) {
    var numbers: [Int] = []
    for part in text.split(separator: " ") {
      let ends = part.split(separator: "-").map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        1 <= first, first <= last, last <= most
      else { return nil }
      numbers += first...last
    }
    self.numbers = numbers
  }
}

/// A row of `series`: rows of the tables of words.
struct StoredGroup {
  let number, quantity, place: Int
  let threat, before: Int?
  let posture, draws, inputSet: Int

  var columns: [Int?] { [number, quantity, place, threat, before, posture, draws, inputSet] }
}

/// One number as it is stored.
struct StoredNumber {
  let statistic: Int
  let estimate: Estimate
  let draws: Int
  /// Row of `absences`.
  let absent: Int?

  /// - Parameter draws: what its group has; its own are stored where they differ.
  fileprivate func write(_ insert: FastInsert, group: Int, draws own: Int) throws {
    precondition(statistic < FigureTables.stride, "\(statistic) statistics")
    try insert.run(
      group * FigureTables.stride + statistic, [estimate.value, estimate.low, estimate.high],
      [draws == own ? nil : draws, absent])
  }
}

/// A digest of the numbers of a place, so that one that was altered afterwards is not told.
struct GroupDigest {
  private var hash = Fnv.hash(EmptyCollection<UInt8>())
  var value: Int { Int(Int64(bitPattern: hash)) }

  mutating func add(_ group: StoredGroup, _ numbers: [StoredNumber]) {
    for column in group.columns { add(UInt64(column ?? 0)) }
    for number in numbers {
      add(UInt64(number.statistic))
      for value in [number.estimate.value, number.estimate.low, number.estimate.high] {
        add(value?.bitPattern ?? .max)
      }
      add(UInt64(number.draws))
      add(UInt64(number.absent ?? 0))
    }
  }

  private mutating func add(_ word: UInt64) { hash = (hash ^ word) &* 0x0000_0100_0000_01b3 }
}

/// Rows of numbers by SQLite's own calls: a results file has hundreds of thousands of them.
private struct FastInsert {
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

/// Things numbered from 1 in the order in which they first come.
struct Numbered<Thing: Hashable> {
  private(set) var all: [Thing] = []
  private var numbers: [Thing: Int] = [:]

  mutating func number(_ thing: Thing) -> Int {
    if let known = numbers[thing] { return known }
    all.append(thing)
    numbers[thing] = all.count
    return all.count
  }
}
