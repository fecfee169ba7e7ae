internal import Findings
internal import GRDB
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
  private var digests: [(place: String, hash: Digest)] = []
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
      try database.makeStatement(sql: "INSERT INTO figure_values VALUES (\(marks(7)))"))
    for (index, figures) in groups.enumerated() {
      let first = figures[0]
      let rows = figures.map { row($0) }.sorted { $0.statistic < $1.statistic }
      let group = group(index + 1, first)
      try series.run(group.columns)
      for row in rows { try row.write(value, in: group) }
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
      digests.append((place, Digest()))
    }
    rows.addGroup(group, to: &digests[at].hash)
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
      error_high REAL, error REAL, n INTEGER, absent INTEGER);
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
