internal import Quantities

/// Reads the CSV files of a scenario: places, sites, formations, sources.
struct TableReader {
  let table: Table
  var diagnostics: [Diagnostic] = []
  private var columns: [String: Int] = [:]
  private var seen: [String: Span] = [:]

  init(_ table: Table, required: [String], optional: [String] = []) {
    self.table = table
    let known = required + optional
    for (index, cell) in table.header.enumerated() {
      if !known.contains(cell.text) {
        let nearest = NearestName.to(cell.text, among: known)
        if let refusal = Limits.refusal(cell.text) {
          diagnostics.append(Diagnostic(cell.span, refusal))
          continue
        }
        diagnostics.append(
          Diagnostic(
            cell.span, "'\(cell.text.prefix(60))' is not a known column",
            help: nearest.map { "did you mean '\($0)'?" }
              ?? "one of \(known.sorted().joined(separator: ", "))"))
      } else if columns[cell.text] != nil {
        diagnostics.append(Diagnostic(cell.span, "column '\(cell.text)' stands twice"))
      }
      columns[cell.text] = index
    }
    for name in required where columns[name] == nil {
      diagnostics.append(
        Diagnostic(Span(file: table.file, line: 1, column: 1), "column '\(name)' is missing"))
    }
  }

  func cell(_ row: [Table.Cell], _ column: String) -> Table.Cell? {
    columns[column].map { row[$0] }
  }

  func text(_ row: [Table.Cell], _ column: String) -> String { cell(row, column)?.text ?? "" }

  func span(_ row: [Table.Cell]) -> Span { row[0].span }

  mutating func report(_ span: Span, _ message: String, help: String? = nil) {
    diagnostics.append(Diagnostic(span, message, help: help))
  }

  /// The row's id, checked and unique; nil leaves the row out.
  mutating func identifier(_ row: [Table.Cell]) -> String? {
    guard let cell = cell(row, "id") else { return nil }
    guard Address.isIdentifier(cell.text) else {
      report(
        cell.span, "'\(cell.text.prefix(60))' is not an id",
        help: "write lower-case letters, digits, '-' and '_', at most 64")
      return nil
    }
    if let first = seen[cell.text] {
      report(cell.span, "id '\(cell.text)' stands twice; first in line \(first.line)")
      return nil
    }
    seen[cell.text] = cell.span
    return cell.text
  }

  mutating func required(_ row: [Table.Cell], _ column: String) -> String {
    guard let cell = cell(row, column) else { return "" }
    if cell.text.isEmpty { report(cell.span, "\(column): found nothing, expected text") }
    return cell.text
  }

  /// A number within bounds; the fallback stands for an empty optional cell.
  mutating func number(
    _ row: [Table.Cell], _ column: String, units: KeyValuePairs<String, Double> = Ratio.units,
    in range: ClosedRange<Double>, fallback: Double? = nil
  ) -> Double {
    guard let cell = cell(row, column) else { return fallback ?? 0 }
    if cell.text.isEmpty, let fallback { return fallback }
    do {
      let value = try QuantityText.value(cell.text, units: units)
      if range.contains(value) { return value }
      report(
        cell.span, "\(column): \(cell.text) is out of range",
        help: "from \(NodeReader.written(range.lowerBound, units)) to "
          + "\(NodeReader.written(range.upperBound, units))")
    } catch {
      report(cell.span, "\(column): found '\(error.found)', expected \(error.expected)")
    }
    return range.lowerBound
  }

  /// A day; nil where it is none, which is said.
  mutating func day(_ row: [Table.Cell], _ column: String) -> Day? {
    guard let cell = cell(row, column) else { return nil }
    let day = Day(cell.text)
    if day == nil {
      report(
        cell.span, "\(column): found '\(cell.text.prefix(60))', expected a day (2026-01-28)")
    }
    return day
  }

  mutating func choice<T>(_ row: [Table.Cell], _ column: String, _ words: [(String, T)]) -> T {
    guard let cell = cell(row, column) else { return words[0].1 }
    if let found = words.first(where: { $0.0 == cell.text }) { return found.1 }
    report(
      cell.span, "\(column): found '\(cell.text.prefix(60))'",
      help: "one of \(words.map(\.0).joined(separator: ", "))")
    return words[0].1
  }

  /// `status` and `seen`: a day, a month or a year, of which the last day counts.
  mutating func sighting(_ row: [Table.Cell]) -> Sighting {
    var standing: Standing?
    if let cell = cell(row, "status"), !cell.text.isEmpty {
      standing = Standing(rawValue: cell.text)
      if standing == nil {
        report(
          cell.span, "status: found '\(cell.text.prefix(60))'",
          help: "one of \(Standing.allCases.map(\.rawValue).joined(separator: ", "))")
      }
    }
    guard let cell = cell(row, "seen"), !cell.text.isEmpty else {
      return Sighting(standing: standing, seen: nil)
    }
    let seen = Day(cell.text) ?? Day("\(cell.text)-01")?.endOfMonth ?? Day("\(cell.text)-12-31")
    if seen == nil {
      report(
        cell.span,
        "seen: found '\(cell.text.prefix(60))', expected a day, a month or a year (2026-01)")
    }
    return Sighting(standing: standing, seen: seen, words: cell.text)
  }

  mutating func country(_ row: [Table.Cell]) -> String {
    let code = required(row, "country")
    if !code.isEmpty, CountryCode(code) == nil, let cell = cell(row, "country") {
      diagnostics.append(CountryCode.refusal(code, "country", cell.span))
    }
    return code
  }
}

extension Document {
  mutating func read(places reader: inout TableReader) {
    for row in reader.table.rows {
      guard let id = reader.identifier(row) else { continue }
      let (name, district) = (reader.required(row, "name"), reader.text(row, "district"))
      places.append(
        Place(
          id: id, name: name, country: reader.country(row),
          // of whom no district is told is one of its own
          district: district.isEmpty ? name : district,
          settlement: reader.required(row, "settlement"),
          latitude: reader.number(row, "latitude", units: Angle.degreesOnly, in: -90...90),
          longitude: reader.number(row, "longitude", units: Angle.degreesOnly, in: -180...180),
          precision: reader.number(
            row, "precision", units: Length.units, in: 0...100_000, fallback: 5_000),
          population: Int(reader.number(row, "population", in: 0...1e9, fallback: 0)),
          source: reader.text(row, "source"), span: reader.span(row)))
    }
  }

  mutating func read(sites reader: inout TableReader) {
    for row in reader.table.rows {
      guard let id = reader.identifier(row) else { continue }
      var site = Site(
        id: id, name: reader.required(row, "name"), country: reader.country(row),
        role: reader.required(row, "role"), system: reader.text(row, "system"),
        latitude: reader.number(row, "latitude", units: Angle.degreesOnly, in: -90...90),
        longitude: reader.number(row, "longitude", units: Angle.degreesOnly, in: -180...180),
        precision: reader.number(
          row, "precision", units: Length.units,
          in: Limits.leastPrecision.metres...100_000, fallback: 5_000),
        facing: reader.text(row, "facing").isEmpty
          ? nil
          : reader.number(row, "facing", units: Angle.degreesOnly, in: 0...360),
        ground: reader.text(row, "ground").isEmpty
          ? nil : reader.number(row, "ground", units: Length.units, in: -500...5_000),
        mast: reader.text(row, "mast").isEmpty
          ? nil : reader.number(row, "mast", units: Length.units, in: 0...500),
        source: reader.text(row, "source"), span: reader.span(row))
      site.sighting = reader.sighting(row)
      sites.append(site)
    }
  }

  mutating func read(formations reader: inout TableReader) {
    for row in reader.table.rows {
      guard let id = reader.identifier(row) else { continue }
      var formation = Formation(
        id: id, name: reader.required(row, "name"), country: reader.country(row),
        system: reader.required(row, "system"), site: reader.required(row, "site"),
        area: reader.number(row, "area", units: Length.units, in: 0...300_000, fallback: 0),
        source: reader.text(row, "source"), span: reader.span(row))
      formation.sighting = reader.sighting(row)
      formations.append(formation)
    }
  }

  mutating func read(outlines reader: inout TableReader) {
    for row in reader.table.rows {
      outlines.append(
        Corner(
          country: reader.country(row), name: reader.text(row, "name"),
          ring: Int(reader.number(row, "ring", in: 0...1_000, fallback: 0)),
          latitude: reader.number(row, "latitude", units: Angle.degreesOnly, in: -90...90),
          longitude: reader.number(row, "longitude", units: Angle.degreesOnly, in: -180...180),
          span: reader.span(row)))
    }
  }

  mutating func read(statements reader: inout TableReader) {
    for row in reader.table.rows {
      guard let id = reader.identifier(row) else { continue }
      let names = reader.text(row, "modelled_by").split(separator: " ").map(String.init)
      let reason = reader.text(row, "reason")
      let finding = reader.text(row, "finding")
      // with a finding the reason says what is left
      if names.isEmpty == reason.isEmpty, finding.isEmpty {
        reader.report(
          reader.span(row), "statement '\(id)': expected one of 'modelled_by' and 'reason'")
      }
      statements.append(
        Statement(
          id: id, words: reader.required(row, "statement"), saidBy: reader.required(row, "said_by"),
          topic: reader.text(row, "topic"), modelledBy: names, reason: reason,
          finding: finding, confidence: reader.text(row, "confidence"),
          wouldChange: reader.text(row, "would_change"), source: reader.text(row, "source"),
          span: reader.span(row)))
    }
  }

  mutating func read(sources reader: inout TableReader) {
    for row in reader.table.rows {
      guard let id = reader.identifier(row) else { continue }
      let day = reader.text(row, "date").isEmpty ? nil : reader.day(row, "date")
      let origin = reader.text(row, "origin")
      sources.append(
        Source(
          id: id, title: reader.required(row, "title"), publisher: reader.text(row, "publisher"),
          date: day, link: reader.text(row, "link"),
          reliability: reader.choice(
            row, "reliability", Reliability.allCases.map { ($0.rawValue, $0) }),
          credibility: reader.choice(
            row, "credibility", Credibility.allCases.map { ("\($0.rawValue)", $0) }),
          origin: origin.isEmpty ? nil : origin,
          isMaker: reader.choice(row, "maker", [("", false), ("no", false), ("yes", true)])))
    }
  }
}

extension CountryCode {
  /// What is said of a text that is no country code.
  static func refusal(_ text: String, _ what: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      span, "\(what): found '\(text.prefix(60))', expected \(expected)",
      help: meant(by: text).map { "did you mean '\($0)'?" })
  }
}

extension Angle {
  /// Coordinates are written in plain degrees.
  static var degreesOnly: KeyValuePairs<String, Double> { ["": 1, "deg": 1] }
}
