public import Quantities
internal import Yams

extension Document {
  /// Reads a scenario: every file, every diagnostic, then one throw.
  ///
  /// - Parameters:
  ///   - files: the folder's text files; `scenario.yaml` among them.
  ///   - builtin: what `catalogue: builtin:` stands for: YAML and a `sources.csv`.
  public init(
    files: [TextFile], builtin: [TextFile] = [], vocabulary: Vocabulary
  ) throws(InvalidScenario) {
    var reader = DocumentReader(files: files, builtin: builtin, vocabulary: vocabulary)
    reader.read()
    // names cannot be checked against a scenario that could not be read
    let found =
      reader.diagnostics
      + (reader.hasScenario ? CrossCheck.diagnostics(of: reader.document) : [])
    guard !found.contains(where: { $0.severity == .error }) else { throw InvalidScenario(found) }
    self = reader.document
    warnings = found.sorted()
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
    readSavedPostures()
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
      optional: ["system", "precision", "source", "note"]
    ) { $0.read(sites: &$1) }
    read(
      table: "formations.csv", required: ["id", "name", "country", "system", "site"],
      optional: ["area", "source", "note"]
    ) { $0.read(formations: &$1) }
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
    let name =
      parts.first { $0.key == "name" }.flatMap { reader.text($0.node, "name") } ?? entry.key
    let settings = readFields(
      parts.filter { !["kind", "name", "note"].contains($0.key) }, of: table,
      owner: entry.key, entry.span, &reader
    ) { Address("catalogue", entry.key, $0) }
    document.systems.append(
      Document.System(
        id: entry.key, kind: kind, name: name, settings: settings, span: entry.span))
  }

  /// Reads the claims of every field of a table; returns its settings.
  private mutating func readFields(
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
    }
    if complete {
      for field in table.fields where field.isRequired && !seen.contains(field.name) {
        reader.report(span, "\(owner): '\(field.name)' is missing", help: field.summary)
      }
    }
    return settings
  }

  // MARK: scenario.yaml

  /// Returns whether the shipped catalogue is asked for.
  private mutating func readScenario(_ root: Node, _ reader: inout NodeReader) -> Bool {
    let parts = reader.fields(
      root, "the scenario",
      required: ["title", "region", "postures", "alert", "channels", "needs", "questions"],
      optional: ["summary", "data", "alliance", "grades", "catalogue", "trials"])
    document.title = parts["title"].flatMap { reader.text($0.node, "title") } ?? ""
    document.summary = parts["summary"].flatMap { reader.text($0.node, "summary") } ?? ""
    if let entry = parts["region"] { readRegion(entry.node, &reader) }
    if let entry = parts["data"] {
      document.layers = reader.items(entry.node, "data").compactMap {
        reader.choice($0, "layer", vocabulary.layers)
      }
    }
    if let entry = parts["alliance"] {
      document.alliance = reader.texts(entry.node, "alliance").map(\.value)
    }
    if let entry = parts["grades"] { readGrades(entry.node, &reader) }
    if let entry = parts["alert"] { readAlert(entry, &reader) }
    if let entry = parts["channels"] {
      document.channels = readOwners(entry, of: vocabulary.channel, &reader)
    }
    if let entry = parts["needs"] {
      document.settlements = readOwners(entry, of: vocabulary.need, &reader)
    }
    if let entry = parts["postures"] { readPostures(entry.node, &reader) }
    if let entry = parts["questions"] { readQuestions(entry.node, &reader) }
    if let entry = parts["trials"] { readTrials(entry.node, &reader) }
    guard let entry = parts["catalogue"] else { return false }
    return reader.choice(entry.node, "catalogue", ["builtin:"]) != nil
  }

  private mutating func readRegion(_ node: Node, _ reader: inout NodeReader) {
    let parts = reader.fields(node, "region", required: ["south", "west", "north", "east"])
    func degrees(_ key: String, _ limit: Double) -> Double {
      parts[key].flatMap {
        reader.quantity($0.node, key, units: Angle.degreesOnly, in: -limit...limit)
      } ?? 0
    }
    let region = (
      south: degrees("south", 90), west: degrees("west", 180), north: degrees("north", 90),
      east: degrees("east", 180)
    )
    if region.south >= region.north || region.west >= region.east {
      reader.report(node, "region: south must be below north, and west below east")
    }
    document.region = region
  }

  private mutating func readGrades(_ node: Node, _ reader: inout NodeReader) {
    let parts = reader.fields(
      node, "grades", required: [], optional: ["reliability", "credibility", "spread"])
    func six(_ key: String, _ fallback: [Double]) -> [Double] {
      guard let entry = parts[key] else { return fallback }
      let values = reader.items(entry.node, key).compactMap {
        reader.quantity($0, key, units: Ratio.units, in: 0...1)
      }
      if values.count == 6, values.allSatisfy({ $0 > 0 }) { return values }
      reader.report(entry.node, "\(key): expected six numbers above 0 and at most 1")
      return fallback
    }
    document.grades.reliability = six("reliability", document.grades.reliability)
    document.grades.credibility = six("credibility", document.grades.credibility)
    document.grades.spread = six("spread", document.grades.spread)
  }

  /// `channels` and `needs`: one owner a key, addressed `alert.OWNER.FIELD`.
  private mutating func readOwners(
    _ entry: NodeReader.Entry, of table: FieldTable, _ reader: inout NodeReader
  ) -> [String] {
    var owners: [String] = []
    for owner in reader.entries(entry.node, entry.key) {
      guard reader.identifier(owner.key, entry.key, owner.span) else { continue }
      owners.append(owner.key)
      _ = readFields(
        reader.entries(owner.node, owner.key), of: table, owner: owner.key, owner.span, &reader
      ) { Address("alert", owner.key, $0) }
    }
    return owners
  }

  private mutating func readAlert(_ entry: NodeReader.Entry, _ reader: inout NodeReader) {
    let parts = reader.entries(entry.node, "alert")
    chain(parts.filter { $0.key != "countries" }, country: "", entry.span, &reader)
    for countries in parts where countries.key == "countries" {
      for country in reader.entries(countries.node, "countries") {
        chain(
          reader.entries(country.node, country.key), country: country.key, country.span, &reader)
      }
    }
  }

  private mutating func chain(
    _ parts: [NodeReader.Entry], country: String, _ span: Span, _ reader: inout NodeReader
  ) {
    let owner = country.lowercased()
    if !country.isEmpty && !reader.identifier(owner, "countries", span) { return }
    func word(_ key: String, _ words: [String]) -> String? {
      parts.first { $0.key == key }.flatMap { reader.choice($0.node, key, words) }
    }
    document.chains.append(
      Document.Chain(
        country: country, rules: word("rules", ["peace", "war"]),
        net: word("net", ["none", "tracks", "reported"]), span: span))
    for entry in parts where entry.key == "reported" {
      _ = readFields(
        reader.entries(entry.node, "reported"), of: vocabulary.reported, owner: "reported",
        entry.span, &reader
      ) { Address("net", owner.isEmpty ? "reported" : owner, $0) }
    }
    _ = readFields(
      parts.filter { !["rules", "net", "reported"].contains($0.key) }, of: vocabulary.alert,
      owner: owner.isEmpty ? "alert" : country, span, &reader, complete: owner.isEmpty
    ) { owner.isEmpty ? Address("alert", $0) : Address("alert", owner, $0) }
  }

  // MARK: postures

  mutating func readPostures(_ node: Node, _ reader: inout NodeReader) {
    for entry in reader.entries(node, "postures") {
      guard reader.identifier(entry.key, "posture", entry.span) else { continue }
      if document.postures.contains(where: { $0.id == entry.key }) {
        reader.report(entry.span, "posture '\(entry.key)' stands twice")
        continue
      }
      let parts = reader.fields(
        entry.node, "posture \(entry.key)", required: ["as_of"],
        optional: ["title", "from", "present", "edits"])
      guard let asOf = parts["as_of"].flatMap({ reader.day($0.node, "as_of") }) else { continue }
      if (parts["from"] == nil) == (parts["present"] == nil) {
        reader.report(
          entry.span, "posture '\(entry.key)': expected one of 'from' and 'present'")
        continue
      }
      let edits = parts["edits"].map { reader.items($0.node, "edits") } ?? []
      document.postures.append(
        Document.Posture(
          id: entry.key,
          title: parts["title"].flatMap { reader.text($0.node, "title") } ?? entry.key,
          asOf: asOf, from: parts["from"].flatMap { reader.written($0.node, "from") },
          present: parts["present"].map { reader.texts($0.node, "present") } ?? [],
          edits: edits.compactMap { readEdit($0, posture: entry.key, &reader) }, span: entry.span))
    }
  }

  private func readEdit(
    _ node: Node, posture: String, _ reader: inout NodeReader
  ) -> Document.Edit? {
    let verbs = ["add", "remove", "move", "on", "off", "set"]
    let parts = reader.fields(node, "edit", required: [], optional: verbs + ["to"])
    let used = verbs.filter { parts[$0] != nil }
    guard used.count == 1, let verb = used.first else {
      if case .mapping = node {
        reader.report(node, "an edit needs exactly one of \(verbs.joined(separator: ", "))")
      }
      return nil
    }
    guard let subject = reader.written(parts[verb]!.node, verb) else { return nil }
    let needsTarget = verb == "move" || verb == "set"
    if (parts["to"] != nil) != needsTarget {
      reader.report(
        node, needsTarget ? "\(verb): 'to' is missing" : "\(verb): takes no 'to'")
      return nil
    }
    switch verb {
    case "add": return .add(subject)
    case "remove": return .remove(subject)
    case "on": return .on(subject)
    case "off": return .off(subject)
    case "move": return reader.written(parts["to"]!.node, "to").map { .move(subject, to: $0) }
    default:
      guard let address = Address(subject.value), let field = field(of: address) else {
        reader.report(
          subject.span, "'\(subject.value.prefix(60))' is not the address of an input",
          help: "as in alert.decision or catalogue.9m723.range")
        return nil
      }
      let claims = claimReader.claims(parts["to"]!.node, address, field, &reader).map {
        Claim(
          id: "\(posture):\($0.id)", address: $0.address, statement: $0.statement,
          source: $0.source, span: $0.span, unit: $0.unit, note: $0.note)
      }
      return .set(Document.Written(address, subject.span), claims)
    }
  }

  /// The field an address stands for, by its last word among all tables of that root.
  private func field(of address: Address) -> Field? {
    let parts = address.description.split(separator: ".").map(String.init)
    guard let last = parts.last else { return nil }
    let tables: [FieldTable] =
      switch parts[0] {
      case "catalogue": vocabulary.kinds
      case "alert": [vocabulary.alert, vocabulary.channel, vocabulary.need]
      case "net": [vocabulary.reported]
      default: []
      }
    return tables.lazy.compactMap { $0[last] }.first { !$0.isSetting }
  }

  // MARK: questions and trials

  private mutating func readQuestions(_ node: Node, _ reader: inout NodeReader) {
    for item in reader.items(node, "questions") {
      let parts = reader.fields(item, "question", required: ["before", "after", "words"])
      if let before = parts["before"].flatMap({ reader.written($0.node, "before") }),
        let after = parts["after"].flatMap({ reader.written($0.node, "after") }),
        let words = parts["words"].flatMap({ reader.text($0.node, "words") })
      {
        document.questions.append(Document.Question(before: before, after: after, words: words))
      }
    }
    if case .sequence(let items) = node, items.isEmpty {
      reader.report(node, "questions: expected at least one")
    }
  }

  private mutating func readTrials(_ node: Node, _ reader: inout NodeReader) {
    for item in reader.items(node, "trials") {
      let parts = reader.fields(
        item, "trial", required: ["id", "words", "said_by", "holds"], optional: ["source"])
      guard let idEntry = parts["id"], let id = reader.text(idEntry.node, "id"),
        reader.identifier(id, "trial", idEntry.span), let holds = parts["holds"]
      else { continue }
      readPredicate(
        holds.node, id: id,
        words: parts["words"].flatMap { reader.text($0.node, "words") } ?? "",
        saidBy: parts["said_by"].flatMap { reader.text($0.node, "said_by") } ?? "",
        source: parts["source"].flatMap { reader.text($0.node, "source") }, &reader)
    }
  }

  private mutating func readPredicate(
    _ node: Node, id: String, words: String, saidBy: String, source: String?,
    _ reader: inout NodeReader
  ) {
    let parts = reader.fields(
      node, "holds", required: ["quantity", "posture"],
      optional: ["threat", "places", "before", "below", "falls_by", "share"])
    let key = parts["before"] == nil ? "below" : "falls_by"
    guard
      let quantity = parts["quantity"].flatMap({
        reader.choice($0.node, "quantity", ["warning", "flight"])
      }), let posture = parts["posture"].flatMap({ reader.written($0.node, "posture") })
    else { return }
    guard let limit = parts[key] else {
      reader.report(
        node, "holds: '\(key)' is missing",
        help: "'below' for one posture, 'before' and 'falls_by' for a change")
      return
    }
    guard
      let threshold = reader.quantity(
        limit.node, key, units: TimeSpan.units, in: -86_400...86_400)
    else { return }
    let share = parts["share"].flatMap {
      reader.quantity($0.node, "share", units: Ratio.units, in: 0...1)
    }
    document.trials.append(
      Document.Trial(
        id: id, words: words, saidBy: saidBy, source: source, quantity: quantity,
        threat: parts["threat"].flatMap { reader.written($0.node, "threat") },
        places: parts["places"].map { reader.texts($0.node, "places") } ?? [], posture: posture,
        before: parts["before"].flatMap { reader.written($0.node, "before") },
        threshold: threshold, share: share ?? 0.5, span: reader.span(node)))
  }
}
