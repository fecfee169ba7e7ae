public import Quantities

/// `observations.csv`: what was reported, when it happened and when it could be known. Append-only.
///
/// Columns of numbers, a row each in the order of the file; the words stay where they are and are read
/// again when they are shown.
public struct EvidenceLog: Sendable {
  /// Columns that the file must have, and those it may have; the last one closes every row.
  public static let required = [
    "id", "observed", "published", "indicator", "claim", "feed", "reliability", "credibility",
    "recorded",
  ]
  public static let optional = [
    "value", "unit", "place", "title", "link", "origin", "supersedes", "note",
  ]
  /// The order in which a new file is written.
  public static let order = EvidenceRow.Column.allCases.map { "\($0)" }
  public static let fileName = "observations.csv"
  /// A set of feeds is a word of so many bits.
  public static let mostFeeds = 32

  public private(set) var count = 0
  /// First and last day of the event, and of its publication; days since 1970.
  public private(set) var observed: [(first: Int32, last: Int32)] = []
  public private(set) var published: [(first: Int32, last: Int32)] = []
  /// Indices into the names below.
  public private(set) var indicators: [UInt16] = []
  public private(set) var feeds: [UInt16] = []
  private var units: [UInt16] = []
  private var grades: [UInt8] = []
  private var numbers: [Double] = []
  /// Hashes of id, link, origin, and of what a figure is about; 0 where there is none.
  private var ids: [UInt64] = []
  private var links: [UInt64] = []
  private var origins: [UInt64] = []
  private var subjects: [UInt64] = []
  /// Where each row stands in the file.
  private var spans: [(offset: Int, length: Int32, line: Int32)] = []
  /// Row by hash of its id: two ids of a million share one with a chance of 3e-8.
  private var rows: [UInt64: Int32] = [:]
  /// The row that takes a row's place.
  public private(set) var successors: [Int: Int] = [:]

  public private(set) var indicatorNames: [String] = []
  public private(set) var feedNames: [String] = []
  private var unitNames: [String] = [""]
  /// Names of the file's columns, in their order.
  public internal(set) var header: [String] = []
  /// Where a row stands that has no end; nil where the last line is whole.
  public internal(set) var torn: Int?
  /// Bytes of the file.
  var text: @Sendable (Range<Int>) -> [UInt8] = { _ in [] }

  public init() {}

  /// What the reader found in one line.
  struct Line {
    var observed: (first: Int32, last: Int32)
    var published: (first: Int32, last: Int32)
    var indicator, feed, unit: UInt16
    var grade: UInt8
    /// NaN stands for no number, inside these columns only.
    var number: Double
    var id, link, origin, subject: UInt64
    var supersedes: Int?
    var span: (offset: Int, length: Int32, line: Int32)
  }

  mutating func append(_ line: Line) {
    rows[line.id] = Int32(count)
    if let old = line.supersedes { successors[old] = count }
    observed.append(line.observed)
    published.append(line.published)
    indicators.append(line.indicator)
    feeds.append(line.feed)
    units.append(line.unit)
    grades.append(line.grade)
    numbers.append(line.number)
    ids.append(line.id)
    links.append(line.link)
    origins.append(line.origin)
    subjects.append(line.subject)
    spans.append(line.span)
    count += 1
  }

  /// Words that are kept once and named by number.
  enum Names: Int, CaseIterable { case indicator, feed, unit }

  /// The number of a new word; nil where there are too many.
  mutating func intern(_ text: String, _ names: Names) -> UInt16? {
    func add(_ list: inout [String]) -> UInt16? {
      guard list.count < Int(UInt16.max) else { return nil }
      list.append(text)
      return UInt16(list.count - 1)
    }
    switch names {
    case .indicator: return add(&indicatorNames)
    case .feed: return add(&feedNames)
    case .unit: return add(&unitNames)
    }
  }

  // MARK: rows

  /// The row of an id; nil where there is none.
  public func row(_ id: String) -> Int? {
    rows[Fnv.hash(id.utf8)].map(Int.init)
  }

  func row(hash: UInt64) -> Int? { rows[hash].map(Int.init) }

  /// The number a row carries; nil without one.
  public func number(_ row: Int) -> Double? { numbers[row].isNaN ? nil : numbers[row] }

  public func unit(_ row: Int) -> String { unitNames[Int(units[row])] }

  /// Reliability and credibility as one number, six of the second to each of the first.
  public func grade(_ row: Int) -> Int { Int(grades[row] / 8) * 6 + Int(grades[row] % 8) }

  /// The day from which a row may be used: the last of its publication.
  public func usable(_ row: Int) -> Int { Int(published[row].last) }

  /// Days after which what happened is no longer told as news when it is published: a quarter, less than an attack
  /// usually takes to prepare, so what is older may belong to another purpose.
  public static let oldestNews = 92

  /// Whether a row tells of something long past when it is published: history, not this week's news.
  public func isHistory(_ row: Int) -> Bool {
    Int(published[row].first) - Int(observed[row].last) > EvidenceLog.oldestNews
  }

  public func span(_ row: Int) -> Span {
    Span(file: EvidenceLog.fileName, line: Int(spans[row].line), column: 1)
  }

  /// A row as it is written, by column.
  public func words(_ row: Int) -> [String: String] {
    let (offset, length, line) = spans[row]
    let text = String(decoding: self.text(offset..<offset + Int(length)), as: UTF8.self)
    var diagnostics: [Diagnostic] = []
    let table = Table(text + "\n", file: "line \(line)", diagnostics: &diagnostics)
    return Dictionary(
      zip(header, table.header.map(\.text)).map { ($0, $1) }, uniquingKeysWith: { a, _ in a })
  }

  // MARK: origins

  /// The first row of each row's origin: rows that name one origin or each other, that stand on one
  /// page, or that tell the same figure of the same thing on the same day.
  public func firstOfOrigin() -> [Int] {
    var parent = Array(0..<count)
    func root(_ row: Int) -> Int {
      var row = row
      while parent[row] != row {
        parent[row] = parent[parent[row]]
        row = parent[row]
      }
      return row
    }
    func join(_ a: Int, _ b: Int) {
      let (a, b) = (root(a), root(b))
      parent[max(a, b)] = min(a, b)
    }
    for keys in [links, subjects] {
      var first: [UInt64: Int32] = [:]
      for row in 0..<count where keys[row] != 0 {
        if let other = first[keys[row]] {
          join(row, Int(other))
        } else {
          first[keys[row]] = Int32(row)
        }
      }
    }
    var named: [UInt64: Int] = [:]
    for row in 0..<count where origins[row] != 0 {
      if let other = rows[origins[row]] { join(row, Int(other)) }
      if let other = named[origins[row]] { join(row, other) }
      named[origins[row]] = row
    }
    return (0..<count).map { root($0) }
  }

  /// Groups of rows of one origin, in the order of the file; only those of more than one row.
  public func echoes() -> [[Int]] { EvidenceLog.groups(firstOfOrigin()) }

  /// The same from the first row of each row's origin.
  public static func groups(_ firstOfOrigin: [Int]) -> [[Int]] {
    var groups: [Int: [Int]] = [:]
    for (row, first) in firstOfOrigin.enumerated() where row != first {
      groups[first, default: [first]].append(row)
    }
    return groups.values.sorted { $0[0] < $1[0] }
  }

  /// Rows that are known on a day and that nothing known by then takes the place of.
  public func known(on day: Day) -> [Int] {
    (0..<count).filter { row in
      usable(row) <= day.number && !(successors[row].map { usable($0) <= day.number } ?? false)
    }
  }
}
