internal import Quantities

/// Finds our columns in a foreign table and turns its rows into ours.
struct ProposalReader {
  let kind: ImportKind
  let table: ForeignTable
  /// The file's columns for each of ours that it has: the first that says something counts.
  private let sources: [String: [String]]
  let constants: [String: String]
  var slugs = Slugs()
  private var noteCounts: [(text: String, rows: [Int])] = []

  init(
    _ kind: ImportKind, _ table: ForeignTable, named: [String: String], constants: [String: String]
  ) throws {
    (self.kind, self.table, self.constants) = (kind, table, constants)
    let ours = kind.columns + kind.further
    var faults: [Diagnostic] = []
    let span = Span(file: table.file, line: 1, column: 1)
    guard !table.rows.isEmpty else { throw InvalidScenario([Diagnostic(span, "no rows")]) }
    for name in Set(named.keys).union(constants.keys).sorted() where !ours.contains(name) {
      faults.append(
        Diagnostic(
          span, "'\(name.prefix(60))' is no column of \(kind.rawValue)",
          help: "one of \(ours.joined(separator: ", "))"))
    }
    for (_, theirs) in named.sorted(by: { $0.key < $1.key }) where !table.columns.contains(theirs) {
      faults.append(
        Diagnostic(
          span, "'\(theirs.prefix(60))' is no column of the file",
          help: NearestName.to(theirs, among: table.columns).map { "did you mean '\($0)'?" }
            ?? "one of \(table.columns.joined(separator: ", "))"))
    }
    guard faults.isEmpty else { throw InvalidScenario(faults) }
    sources = ProposalReader.sources(ours, table.columns, named)
    try checkNeeded(span)
  }

  /// By the user's word, else by the name itself, else by what others call it.
  private static func sources(
    _ ours: [String], _ theirs: [String], _ named: [String: String]
  ) -> [String: [String]] {
    let free = theirs.filter { !named.values.contains($0) }
    let lower = Dictionary(free.map { ($0.lowercased(), $0) }, uniquingKeysWith: { a, _ in a })
    let own = Set(ours.compactMap { named[$0] == nil ? lower[$0] : nil })
    var taken = own
    var found: [String: [String]] = [:]
    for name in ours {
      if let theirs = named[name] {
        found[name] = [theirs]
        continue
      }
      let others = (ImportKind.synonyms[name] ?? []).compactMap { lower[$0] }
        .filter { !taken.contains($0) }
      let all = (lower[name].map { [$0] } ?? []) + others
      if !all.isEmpty { found[name] = all }
      taken.formUnion(others)
    }
    return found
  }

  private func checkNeeded(_ span: Span) throws {
    let hasShape = table.rows.contains { $0.shape != nil }
    let missing = kind.needed.filter { name in
      let isPoint = hasShape && (name == "latitude" || name == "longitude")
      return sources[name] == nil && constants[name] == nil && !isPoint
    }
    guard let first = missing.first else { return }
    throw InvalidScenario([
      Diagnostic(
        span, "no column for \(missing.joined(separator: ", "))",
        help:
          "say which one is meant: --columns \(first)=…, or what stands in every row: --set \(first)=…; "
          + "the file has \(table.columns.joined(separator: ", "))")
    ])
  }

  /// Left out, rounded or assumed: so often, and in which rows first.
  var notes: [String] {
    noteCounts.map { note in
      let rows = note.rows.prefix(5).map(String.init).joined(separator: ", ")
      return
        "\(note.text): \(note.rows.count == 1 ? "row" : "\(note.rows.count) rows, lines") \(rows)"
        + (note.rows.count > 5 ? ", …" : "")
    }
  }

  mutating func note(_ text: String, _ row: ForeignTable.Row) {
    let index = noteCounts.firstIndex { $0.text == text }
    if let index {
      noteCounts[index].rows.append(row.span.line)
    } else {
      noteCounts.append((text, [row.span.line]))
    }
  }

  func word(_ name: String, _ row: ForeignTable.Row) -> String? {
    let texts = constants[name].map { [$0] } ?? (sources[name] ?? []).compactMap { row.words[$0] }
    return texts.lazy.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .first { !$0.isEmpty }
  }

  // MARK: rows

  /// Nil for a row that is left out.
  mutating func row(_ row: ForeignTable.Row) -> [String]? {
    var found: [String: String] = kind.usual
    for name in kind.columns { found[name] = word(name, row) ?? found[name] }
    guard fit(&found, row) else { return nil }
    let name = found["name"] ?? found["title"] ?? "\(found["country"] ?? "") \(found["date"] ?? "")"
    if let own = found["id"], !Address.isIdentifier(own) { found["id"] = nil }
    found["id"] = slugs.next(
      found["id"] ?? name, fallback: "\(kind.rawValue.dropLast())-\(row.span.line)")
    return kind.columns.map { found[$0] ?? "" }
  }

  /// Whether a row can be used; its cells are put into our words.
  private mutating func fit(_ found: inout [String: String], _ row: ForeignTable.Row) -> Bool {
    for name in kind.needed
    where found[name] == nil && name != "latitude" && name != "longitude"
      && kind.columns.contains(name)
    {
      note("left out: no \(name)", row)
      return false
    }
    if kind.columns.contains("country"), !fitCountry(&found, row) { return false }
    switch kind {
    case .places, .sites: return fitPoint(&found, row)
    case .formations:
      found["site"] =
        found["site"]
        ?? found["name"].map { name in
          var own = Slugs()
          return own.next(name, fallback: "site-\(row.span.line)")
        }
      if found["system"] == nil { note("'system' is to be filled in", row) }
      return true
    case .sources: return fitSource(&found, row)
    case .alerts: return fitAlert(&found, row)
    case .outlines, .alarms: return true
    }
  }

  mutating func fitCountry(
    _ found: inout [String: String], _ row: ForeignTable.Row
  ) -> Bool {
    let code = (found["country"] ?? "").uppercased()
    guard CountryCode(code) != nil else {
      note("left out: '\(code.prefix(20))' is no country of two letters (--set country=…)", row)
      return false
    }
    found["country"] = code
    return true
  }

  private mutating func fitPoint(
    _ found: inout [String: String], _ row: ForeignTable.Row
  ) -> Bool {
    var point: SIMD2<Double>?
    if let place = row.shape?.point { point = place }
    if let y = found["latitude"].flatMap(Double.init),
      let x = found["longitude"].flatMap(Double.init)
    {
      point = SIMD2(x, y)
    }
    guard let point, abs(point.y) <= 90, abs(point.x) <= 180 else {
      note("left out: no point", row)
      return false
    }
    let kilometres = found["precision"].flatMap {
      try? QuantityText.value($0, units: Length.units)
    }.map { $0 / 1_000 }
    guard let kilometres, kilometres >= 1 else {
      note("left out: precision '\(found["precision"] ?? "")', expected 1 km or more", row)
      return false
    }
    // no finer than the precision that is told: sites stand at town level
    let step = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01].first { $0 * 111 <= 1.2 * kilometres } ?? 0.01
    let rounded = (
      latitude: (point.y / step).rounded() * step, longitude: (point.x / step).rounded() * step
    )
    func text(_ value: Double) -> String { Json.short((value * 1e6).rounded() / 1e6) }
    if rounded.latitude != point.y || rounded.longitude != point.x {
      note("rounded to \(Json.short(step)) degrees, as its precision says", row)
    }
    (found["latitude"], found["longitude"]) = (text(rounded.latitude), text(rounded.longitude))
    return true
  }

  private mutating func fitSource(
    _ found: inout [String: String], _ row: ForeignTable.Row
  ) -> Bool {
    if found["link"] == nil, let doi = row.words["doi"], !doi.isEmpty {
      found["link"] = doi.hasPrefix("http") ? doi : "https://doi.org/\(doi)"
    }
    if let date = found["date"], Day(date) == nil {
      let moment = Moment(date)
      found["date"] = moment?.day.description
      if moment == nil { note("'\(date.prefix(20))' is no day: left empty", row) }
    }
    if word("reliability", row) == nil {
      note("graded F6, as nobody has judged it yet", row)
    }
    return true
  }

  /// Full times become a day and times of that day, both in UTC.
  private mutating func fitAlert(
    _ found: inout [String: String], _ row: ForeignTable.Row
  ) -> Bool {
    let times = ["launch", "order", "sent", "received", "arrival"]
    let moments = times.compactMap { name in found[name].flatMap(Moment.init).map { (name, $0) } }
    if let first = moments.map(\.1).min() {
      found["date"] = first.day.description
      for (name, moment) in moments {
        let later = moment.day.number - first.day.number
        found[name] = moment.clock + (later > 0 ? "+\(later)" : "")
      }
      note("day and times of day are those of UTC", row)
      if moments.contains(where: { !$0.1.hasZone }) {
        note("times without a zone are taken as UTC", row)
      }
    }
    guard Day(found["date"] ?? "") != nil else {
      note("left out: '\((found["date"] ?? "").prefix(20))' is no day", row)
      return false
    }
    return true
  }
}
