public import Quantities
internal import Yams

extension Document {
  /// Reads a scenario: every file, every diagnostic, then one throw.
  ///
  /// - Parameters:
  ///   - files: the folder's text files; `scenario.yaml` among them.
  ///   - builtin: what `catalogue: builtin:` stands for: YAML and a `sources.csv`.
  ///   - evidence: `observations.csv`, read already; nil where it is among the files, or nowhere.
  public init(
    files: [TextFile], builtin: [TextFile] = [], vocabulary: Vocabulary,
    evidence: EvidenceReader? = nil
  ) throws(InvalidScenario) {
    var reader = DocumentReader(files: files, builtin: builtin, vocabulary: vocabulary)
    reader.read()
    reader.take(evidence)
    // names cannot be checked against a scenario that could not be read
    let found =
      reader.diagnostics
      + (reader.hasScenario ? CrossCheck.diagnostics(of: reader.document) : [])
    guard !found.contains(where: { $0.severity == .error }) else { throw InvalidScenario(found) }
    self = reader.document
    warnings = found.sorted()
  }
}

extension Document {
  /// Reads a catalogue alone: its systems, their claims and sources.
  public static func catalogue(
    _ files: [TextFile], vocabulary: Vocabulary
  ) throws(InvalidScenario) -> Document {
    var reader = DocumentReader(files: [], builtin: files, vocabulary: vocabulary)
    reader.readCatalogue()
    guard !reader.diagnostics.contains(where: { $0.severity == .error }) else {
      throw InvalidScenario(reader.diagnostics)
    }
    return reader.document
  }
}

/// Goes through the files of a scenario in a fixed order.
struct DocumentReader {
  let files: [TextFile]
  let builtin: [TextFile]
  let vocabulary: Vocabulary
  let claimReader: ClaimReader
  var document = Document()
  var diagnostics: [Diagnostic] = []
  private(set) var hasScenario = false
  private var systemSpans: [String: Span] = [:]
  /// The table that each system of the catalogue follows, by its id.
  var tableOf: [String: FieldTable] = [:]
  /// What stands under `postures`; read after the catalogue, whose kinds the edits are held against.
  var postures: Node?

  init(files: [TextFile], builtin: [TextFile], vocabulary: Vocabulary) {
    (self.files, self.builtin, self.vocabulary) = (files, builtin, vocabulary)
    claimReader = ClaimReader(
      numbers: Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  mutating func read() {
    guard let main = files.first(where: { $0.name == "scenario.yaml" }) else {
      diagnostics.append(
        Diagnostic(
          Span(file: "scenario.yaml", line: 1, column: 1), "the scenario has no scenario.yaml"))
      return
    }
    readTables()
    var usesBuiltin = false
    withRoot(main) { reader, root, me in
      me.hasScenario = true
      usesBuiltin = me.readScenario(root, &reader)
    }
    let catalogue =
      files.filter { $0.name.hasPrefix("catalogue/") && $0.name.hasSuffix(".yaml") }
      .sorted { $0.name < $1.name }
    for file in (usesBuiltin ? builtin.filter { $0.name.hasSuffix(".yaml") } : []) + catalogue {
      withRoot(file) { reader, root, me in me.readCatalogue(root, &reader) }
    }
    if usesBuiltin, let sources = builtin.first(where: { $0.name.hasSuffix("sources.csv") }) {
      readSources(sources)
    }
    if let postures {
      var reader = NodeReader(file: main.name)
      readPostures(postures, &reader)
      diagnostics += reader.diagnostics
    }
    readSavedPostures()
    if let indicators = files.first(where: { $0.name == "indicators.yaml" }) {
      withRoot(indicators) { reader, root, me in me.readIndicators(root, &reader) }
    }
  }

  fileprivate mutating func readCatalogue() {
    for file in builtin where file.name.hasSuffix(".yaml") {
      withRoot(file) { reader, root, me in me.readCatalogue(root, &reader) }
    }
    if let sources = builtin.first(where: { $0.name.hasSuffix("sources.csv") }) {
      readSources(sources)
    }
  }

  /// The log of observations, with what its reader found.
  mutating func take(_ evidence: EvidenceReader?) {
    let inMemory = files.first { $0.name == EvidenceLog.fileName }
    guard let reader = evidence ?? inMemory.map({ EvidenceReader($0.bytes) }) else { return }
    document.evidence = reader.log
    diagnostics += reader.diagnostics
  }

  /// Postures that the workbench saved; the same form as under `postures`.
  private mutating func readSavedPostures() {
    let saved = files.filter { $0.name.hasPrefix("edits/") && $0.name.hasSuffix(".yaml") }
    for file in saved.sorted(by: { $0.name < $1.name }) {
      withRoot(file) { reader, root, me in me.readPostures(root, &reader) }
    }
  }

  private mutating func withRoot(
    _ file: TextFile, _ body: (inout NodeReader, Node, inout DocumentReader) -> Void
  ) {
    switch Gate.text(file) {
    case .failure(let diagnostic): diagnostics.append(diagnostic)
    case .success(let text):
      if let refusal = Gate.yaml(text, file: file.name) {
        diagnostics.append(refusal)
        return
      }
      var reader = NodeReader(file: file.name)
      do {
        if let root = try Yams.compose(yaml: text) {
          body(&reader, root, &self)
        } else {
          reader.report(Span(file: file.name, line: 1, column: 1), "the file is empty")
        }
      } catch {
        reader.diagnostics.append(DocumentReader.diagnostic(error, file: file.name))
      }
      diagnostics += reader.diagnostics
    }
  }

  /// A parser error in our words.
  private static func diagnostic(_ error: any Error, file: String) -> Diagnostic {
    func at(_ mark: Mark, _ message: String) -> Diagnostic {
      Diagnostic(
        Span(file: file, line: max(mark.line, 1), column: max(mark.column, 1)), message)
    }
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _): return at(mark, "not YAML: \(problem)")
    case .parser(_, let problem, let mark, _): return at(mark, "not YAML: \(problem)")
    case .composer(_, let problem, let mark, _): return at(mark, "not YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      return at(
        context.mark,
        "a key stands twice: \(keys.map { "\($0)" }.sorted().joined(separator: ", "))")
    default:
      return Diagnostic(Span(file: file, line: 1, column: 1), "not YAML")
    }
  }

  // MARK: tables

  private mutating func readTables() {
    read(
      table: "places.csv",
      required: ["id", "name", "country", "district", "latitude", "longitude", "settlement"],
      optional: ["population", "precision", "source"]
    ) { $0.read(places: &$1) }
    read(
      table: "sites.csv",
      required: ["id", "name", "country", "role", "latitude", "longitude"],
      optional: ["system", "precision", "facing", "source", "note"]
    ) { $0.read(sites: &$1) }
    read(
      table: "formations.csv", required: ["id", "name", "country", "system", "site"],
      optional: ["area", "source", "note"]
    ) { $0.read(formations: &$1) }
    read(
      table: "outlines.csv", required: ["country", "ring", "latitude", "longitude"],
      optional: ["name"]
    ) { $0.read(outlines: &$1) }
    read(
      table: "statements.csv",
      required: ["id", "statement", "said_by", "modelled_by", "reason"],
      optional: ["topic", "source", "note"]
    ) { $0.read(statements: &$1) }
    read(
      table: "episodes.csv",
      required: ["id", "title", "start", "end", "purpose", "event", "posture"],
      optional: ["outcome"]
    ) { [purposes = vocabulary.indicators.purposes.map(\.name)] in
      $0.read(episodes: &$1, purposes: ["routine"] + purposes)
    }
    document.practice = vocabulary.practice
    document.reportedFields = Dictionary(
      uniqueKeysWithValues: vocabulary.reported.fields.map { ($0.name, $0) })
    read(
      table: "alerts.csv", required: Document.alertColumns.required,
      optional: Document.alertColumns.optional
    ) { [threats = vocabulary.practice.map(\.threat)] in
      $0.read(alerts: &$1, threats: threats)
    }
    read(
      table: "alarms.csv", required: Document.alarmColumns.required,
      optional: Document.alarmColumns.optional
    ) { [threats = vocabulary.practice.map(\.threat)] in
      $0.read(alarms: &$1, threats: threats)
    }
    if let file = files.first(where: { $0.name == "sources.csv" }) { readSources(file) }
  }

  private mutating func readSources(_ file: TextFile) {
    read(
      file: file, required: ["id", "title", "reliability", "credibility"],
      optional: ["publisher", "date", "link", "origin", "maker"]
    ) { $0.read(sources: &$1) }
  }

  private mutating func read(
    table name: String, required: [String], optional: [String],
    _ body: (inout Document, inout TableReader) -> Void
  ) {
    if let file = files.first(where: { $0.name == name }) {
      read(file: file, required: required, optional: optional, body)
    }
  }

  private mutating func read(
    file: TextFile, required: [String], optional: [String],
    _ body: (inout Document, inout TableReader) -> Void
  ) {
    switch Gate.text(file) {
    case .failure(let diagnostic): diagnostics.append(diagnostic)
    case .success(let text):
      let table = Table(text, file: file.name, diagnostics: &diagnostics)
      var reader = TableReader(table, required: required, optional: optional)
      if reader.diagnostics.isEmpty { body(&document, &reader) }
      diagnostics += reader.diagnostics
    }
  }

  // MARK: catalogue

  private mutating func readCatalogue(_ root: Node, _ reader: inout NodeReader) {
    for entry in reader.entries(root, "catalogue") {
      guard reader.identifier(entry.key, "catalogue", entry.span) else { continue }
      if let first = systemSpans[entry.key] {
        reader.report(
          entry.span, "'\(entry.key)' stands twice; first in \(first.file), line \(first.line)")
        continue
      }
      systemSpans[entry.key] = entry.span
      readSystem(entry, &reader)
    }
  }

  private mutating func readSystem(_ entry: NodeReader.Entry, _ reader: inout NodeReader) {
    let parts = reader.entries(entry.node, entry.key)
    guard let kindNode = parts.first(where: { $0.key == "kind" })?.node else {
      reader.report(entry.span, "\(entry.key): 'kind' is missing")
      return
    }
    let names = vocabulary.kinds.map(\.name)
    guard let kind = reader.choice(kindNode, "kind", names),
      let table = vocabulary.kinds.first(where: { $0.name == kind })
    else { return }
    tableOf[entry.key] = table
    let before = document.claims.count
    let name =
      parts.first { $0.key == "name" }.flatMap { reader.text($0.node, "name") } ?? entry.key
    let settings = readFields(
      parts.filter { !["kind", "name", "note", "processes", "told_as"].contains($0.key) },
      of: table,
      owner: entry.key, entry.span, &reader
    ) { Address("catalogue", entry.key, $0) }
    checkOrders(entry.key, table, document.claims[before...], &reader)
    let processes = parts.first { $0.key == "processes" }.map { part in
      reader.items(part.node, "processes").compactMap { reader.choice($0, "processes", names) }
    }
    let toldAs = parts.first { $0.key == "told_as" }.flatMap { part in
      reader.choice(part.node, "told_as", vocabulary.practice.map(\.threat))
    }
    document.systems.append(
      Document.System(
        id: entry.key, kind: kind, name: name, settings: settings, processes: processes,
        toldAs: toldAs, span: entry.span))
  }

  /// What no draw could satisfy: a least value whose every claim lies above every claim of the greatest.
  ///
  /// - Parameter own: the claims of the owner.
  private func checkOrders(
    _ owner: String, _ table: FieldTable, _ own: ArraySlice<Claim>, _ reader: inout NodeReader
  ) {
    func claims(_ field: String) -> [Claim] {
      own.filter { $0.address == Address("catalogue", owner, field) }
    }
    for (lesser, greater) in table.orders {
      let (low, high) = (claims(lesser), claims(greater))
      guard let least = low.min(by: { $0.range.low < $1.range.low }),
        let most = high.map(\.range.high).max(), least.range.low > most,
        let field = table[lesser]
      else { continue }
      reader.report(
        least.span,
        "\(owner): \(lesser) of \(NodeReader.written(least.range.low, field.units)) is above "
          + "\(greater), at most \(NodeReader.written(most, field.units))")
    }
  }

  /// Reads the claims of every field of a table; returns its settings.
  mutating func readFields(
    _ entries: [NodeReader.Entry], of table: FieldTable, owner: String, _ span: Span,
    _ reader: inout NodeReader, complete: Bool = true, address: (String) -> Address
  ) -> [String: Double] {
    var settings: [String: Double] = [:]
    var seen: Set<String> = []
    for entry in entries {
      guard let field = table[entry.key] else {
        reader.unknown(entry.key, "field of \(owner)", entry.span, known: table.fields.map(\.name))
        continue
      }
      seen.insert(field.name)
      if field.isSetting {
        settings[field.name] = reader.quantity(
          entry.node, field.name, units: field.units, in: field.range)
        continue
      }
      let address = address(field.name)
      let claims = claimReader.claims(entry.node, address, field, &reader)
      document.claims += claims
      document.kinds[address] = field.kind
      document.ranges[address] = field.range
    }
    if complete {
      for field in table.fields where field.isRequired && !seen.contains(field.name) {
        reader.report(span, "\(owner): '\(field.name)' is missing", help: field.summary)
      }
    }
    return settings
  }
}
