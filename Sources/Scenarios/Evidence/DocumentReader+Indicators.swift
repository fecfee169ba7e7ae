internal import Quantities
internal import Yams

/// `indicators.yaml`.
extension DocumentReader {
  mutating func readIndicators(_ root: Node, _ reader: inout NodeReader) {
    let tables = vocabulary.indicators
    let parts = reader.fields(
      root, "the indicators", required: ["method", "purposes", "staged", "feeds", "families"],
      optional: ["values", "unused", "postures"])
    var indicators = Document.Indicators()
    if let entry = parts["method"] {
      indicators.method = readFields(
        reader.entries(entry.node, "method"), of: tables.method, owner: "method", entry.span,
        &reader
      ) { Address("indicator", "method", $0) }
    }
    if let entry = parts["purposes"] { readPurposes(entry, &reader) }
    if let entry = parts["staged"] {
      _ = readFields(
        reader.entries(entry.node, "staged"), of: tables.staged, owner: "staged", entry.span,
        &reader
      ) { Address("indicator", "staged", $0) }
    }
    for entry in entries(of: parts["feeds"], "feed", &reader) {
      readFeed(entry, &indicators, &reader)
    }
    for entry in entries(of: parts["families"], "family", &reader) {
      readFamily(entry, &indicators, &reader)
    }
    for entry in entries(of: parts["values"], "value", &reader) {
      readValue(entry, &indicators, &reader)
    }
    if let entry = parts["unused"] { indicators.unused = reader.texts(entry.node, "unused") }
    if let entry = parts["postures"] { readIndicatorEdits(entry, &reader) }
    checkCodes(indicators, &reader)
    document.indicators = indicators
  }

  /// The entries of a mapping whose keys are ids.
  func entries(
    of entry: NodeReader.Entry?, _ what: String, _ reader: inout NodeReader
  ) -> [NodeReader.Entry] {
    guard let entry else { return [] }
    return reader.entries(entry.node, entry.key).filter {
      reader.identifier($0.key, what, $0.span)
    }
  }

  private mutating func readPurposes(_ entry: NodeReader.Entry, _ reader: inout NodeReader) {
    let tables = vocabulary.indicators.purposes
    let found = reader.entries(entry.node, "purposes")
    for purpose in found {
      guard let table = tables.first(where: { $0.name == purpose.key }) else {
        reader.unknown(purpose.key, "purpose", purpose.span, known: tables.map(\.name))
        continue
      }
      _ = readFields(
        reader.entries(purpose.node, purpose.key), of: table, owner: purpose.key, purpose.span,
        &reader
      ) { Address("indicator", "purpose", "\(purpose.key).\($0)") }
    }
    for table in tables where !found.contains(where: { $0.key == table.name }) {
      reader.report(entry.span, "purposes: '\(table.name)' is missing", help: table.summary)
    }
  }

  private mutating func readFeed(
    _ entry: NodeReader.Entry, _ indicators: inout Document.Indicators,
    _ reader: inout NodeReader
  ) {
    let own = ["title", "grade", "complete"]
    let parts = reader.entries(entry.node, entry.key)
    let words = Dictionary(
      parts.filter { own.contains($0.key) }.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
    _ = readFields(
      parts.filter { !own.contains($0.key) }, of: vocabulary.indicators.feed, owner: entry.key,
      entry.span, &reader
    ) { Address("indicator", "feed", "\(entry.key).\($0)") }
    guard let gradeEntry = words["grade"], let text = reader.text(gradeEntry.node, "grade") else {
      if words["grade"] == nil { reader.report(entry.span, "\(entry.key): 'grade' is missing") }
      return
    }
    guard text.count == 2, let reliability = Reliability(rawValue: String(text.prefix(1))),
      let credibility = Int(text.suffix(1)).flatMap(Credibility.init(rawValue:))
    else {
      reader.report(
        gradeEntry.node, "grade: found '\(text.prefix(60))', expected A to F and 1 to 6, as B2")
      return
    }
    indicators.feeds.append(
      Document.Indicators.Feed(
        id: entry.key,
        title: words["title"].flatMap { reader.text($0.node, "title") } ?? entry.key,
        reliability: reliability, credibility: credibility,
        complete: words["complete"].flatMap { days($0.node, &reader) }, span: entry.span))
  }

  /// `2021-10-15..2022-02-23`.
  private func days(_ node: Node, _ reader: inout NodeReader) -> ClosedRange<Day>? {
    guard let text = reader.text(node, "complete") else { return nil }
    if let days = EvidenceText.days(text) { return days }
    reader.report(
      node, "complete: found '\(text.prefix(60))', expected two days (2021-10-15..2022-02-23)")
    return nil
  }

  private mutating func readFamily(
    _ entry: NodeReader.Entry, _ indicators: inout Document.Indicators,
    _ reader: inout NodeReader
  ) {
    let own = ["title", "codes", "nuclear"]
    let parts = reader.entries(entry.node, entry.key)
    func word(_ key: String) -> NodeReader.Entry? { parts.first { $0.key == key } }
    _ = readFields(
      parts.filter { !own.contains($0.key) }, of: vocabulary.indicators.rate, owner: entry.key,
      entry.span, &reader
    ) { Address("indicator", "rate", "\(entry.key).\($0)") }
    guard let codes = word("codes") else {
      reader.report(entry.span, "\(entry.key): 'codes' is missing")
      return
    }
    indicators.families.append(
      Document.Indicators.Family(
        id: entry.key,
        title: word("title").flatMap { reader.text($0.node, "title") } ?? entry.key,
        codes: reader.texts(codes.node, "codes"),
        isNuclear: word("nuclear").flatMap {
          reader.choice($0.node, "nuclear", ["yes", "no", "true", "false"])
        }.map { $0 == "yes" || $0 == "true" } ?? false, span: entry.span))
  }

  private mutating func readValue(
    _ entry: NodeReader.Entry, _ indicators: inout Document.Indicators,
    _ reader: inout NodeReader
  ) {
    let parts = reader.entries(entry.node, entry.key)
    let settings = readFields(
      parts.filter { $0.key != "unit" }, of: vocabulary.indicators.value, owner: entry.key,
      entry.span, &reader
    ) { Address("indicator", "value", "\(entry.key).\($0)") }
    guard let unit = parts.first(where: { $0.key == "unit" }) else {
      reader.report(entry.span, "\(entry.key): 'unit' is missing")
      return
    }
    indicators.values.append(
      Document.Indicators.Value(
        id: entry.key, unit: reader.text(unit.node, "unit") ?? "",
        factor: settings["factor"] ?? 1, span: entry.span))
  }

  /// What postures set anew: edits that follow those of `scenario.yaml`.
  private mutating func readIndicatorEdits(
    _ entry: NodeReader.Entry, _ reader: inout NodeReader
  ) {
    for posture in reader.entries(entry.node, "postures") {
      guard let index = document.postures.firstIndex(where: { $0.id == posture.key }) else {
        reader.unknown(
          posture.key, "posture", posture.span, known: document.postures.map(\.id))
        continue
      }
      for node in reader.items(posture.node, posture.key) {
        guard let edit = readEdit(node, posture: posture.key, &reader) else { continue }
        guard case .set(let address, _) = edit, address.value.isOfIndicators else {
          reader.report(node, "indicators.yaml: only 'set indicator.…' stands here")
          continue
        }
        document.postures[index].edits.append(edit)
        document.postures[index].parts.append(
          node["part"].flatMap { reader.text($0, "part") })
      }
    }
  }

  /// One family a code, and values of codes that a family has.
  private func checkCodes(_ indicators: Document.Indicators, _ reader: inout NodeReader) {
    var family: [String: String] = [:]
    for each in indicators.families {
      for code in each.codes {
        if let first = family[code.value] {
          reader.report(
            code.span, "code '\(code.value.prefix(60))' is in two families: \(first), \(each.id)")
        }
        family[code.value] = each.id
      }
    }
    for code in indicators.unused where family[code.value] != nil {
      reader.report(
        code.span, "code '\(code.value.prefix(60))' is unused and in \(family[code.value]!)")
    }
    for value in indicators.values where family[value.id] == nil {
      let nearest = NearestName.to(value.id, among: family.keys.sorted())
      reader.report(
        value.span, "'\(value.id)' is not a code of any family",
        help: nearest.map { "did you mean '\($0)'?" })
    }
    if indicators.feeds.count > EvidenceLog.mostFeeds {
      reader.report(
        indicators.feeds[EvidenceLog.mostFeeds].span,
        "\(indicators.feeds.count) feeds; at most \(EvidenceLog.mostFeeds)")
    }
  }
}

extension Document {
  mutating func read(episodes reader: inout TableReader, purposes: [String]) {
    for row in reader.table.rows {
      guard let id = reader.identifier(row) else { continue }
      func day(_ column: String) -> Day? {
        guard let cell = reader.cell(row, column), !cell.text.isEmpty else { return nil }
        if let day = Day(cell.text) { return day }
        reader.report(
          cell.span, "\(column): found '\(cell.text.prefix(60))', expected a day (2026-01-28)")
        return nil
      }
      guard let start = day("start"), let end = day("end") else {
        for column in ["start", "end"] { _ = reader.required(row, column) }
        continue
      }
      let event = day("event")
      if end < start || end.number - start.number > 3_700 {
        reader.report(
          reader.span(row), "episode '\(id)': \(start) to \(end); expected up to ten years")
        continue
      }
      let posture = reader.cell(row, "posture")
      episodes.append(
        Episode(
          id: id, title: reader.required(row, "title"), start: start, end: end,
          purpose: reader.choice(row, "purpose", purposes.map { ($0, $0) }), event: event,
          posture: Written(posture?.text ?? "", posture?.span ?? reader.span(row)),
          outcome: reader.text(row, "outcome"), span: reader.span(row)))
    }
  }
}
