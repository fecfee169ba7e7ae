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
  /// Systems of the catalogue as they were written, by id.
  var writtenSystems: [String: WrittenSystem] = [:]
  /// What stands under `postures`; read after the catalogue, whose kinds the edits are held against.
  var postures: Node?
  /// What stands under `levers`, read with them.
  var levers: Node?

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
    resolveLikes()
    if usesBuiltin, let sources = builtin.first(where: { $0.name.hasSuffix("sources.csv") }) {
      readSources(sources)
    }
    if let postures {
      var reader = NodeReader(file: main.name)
      readPostures(postures, &reader)
      if let levers { readLevers(levers, &reader) }
      diagnostics += reader.diagnostics
    }
    readSavedPostures()
    tellUnread()
    if let indicators = files.first(where: { $0.name == "indicators.yaml" }) {
      withRoot(indicators) { reader, root, me in me.readIndicators(root, &reader) }
    }
    if let operations = files.first(where: { $0.name == "operations.yaml" }) {
      withRoot(operations) { reader, root, me in me.readOperations(root, &reader) }
    }
  }

  fileprivate mutating func readCatalogue() {
    for file in builtin where file.name.hasSuffix(".yaml") {
      withRoot(file) { reader, root, me in me.readCatalogue(root, &reader) }
    }
    resolveLikes()
    if let sources = builtin.first(where: { $0.name.hasSuffix("sources.csv") }) {
      readSources(sources)
    }
  }

  /// Files that nothing reads: a table with a slip in its name is no table.
  private mutating func tellUnread() {
    let tables = [
      "places.csv", "sites.csv", "formations.csv", "sources.csv", "outlines.csv", "statements.csv",
      "episodes.csv", "alerts.csv", "alarms.csv", "crossings.csv", "rotations.csv", "scenario.yaml",
      "indicators.yaml",
      "operations.yaml",
      EvidenceLog.fileName,
    ]
    // a law may name a file of numbers
    let texts = files.filter { $0.name.hasSuffix(".yaml") }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
    for file in files
    where !tables.contains(file.name) && !texts.contains(where: { $0.contains(file.name) }) {
      let isYaml = file.name.hasSuffix(".yaml")
      if isYaml, file.name.hasPrefix("catalogue/") || file.name.hasPrefix("edits/") { continue }
      let nearest = NearestName.to(file.name, among: tables)
      diagnostics.append(
        Diagnostic(
          Span(file: file.name, line: 1, column: 1), "nothing reads this file",
          help: nearest.map { "did you mean '\($0)'?" }
            ?? (isYaml
              ? "systems stand under catalogue/, postures that were saved under edits/" : nil),
          severity: .warning))
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
        if let root = try Yams.compose(yaml: text, .basic) {
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

  // MARK: fields

  /// Reads the claims of every field of a table; returns its settings.
  ///
  /// - Parameter complete: whether fields that are required and missing are said; else that is left to the caller.
  mutating func readFields(
    _ entries: [NodeReader.Entry], of table: FieldTable, owner: String, _ span: Span,
    _ reader: inout NodeReader, complete: Bool = true, address: (String) -> Address
  ) -> [String: Double] {
    var settings: [String: Double] = [:]
    var seen: Set<String> = []
    for entry in entries {
      guard let field = table[entry.key] else {
        if let reason = table.retired[entry.key] {
          reader.warn(entry.span, "\(owner): '\(entry.key)' is read no more: \(reason)")
          continue
        }
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
