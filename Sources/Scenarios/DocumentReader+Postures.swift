internal import Quantities
internal import Yams

/// Postures and the edit language.
extension DocumentReader {
  mutating func readPostures(_ node: Node, _ reader: inout NodeReader) {
    for entry in reader.entries(node, "postures") {
      guard reader.identifier(entry.key, "posture", entry.span) else { continue }
      if document.postures.contains(where: { $0.id == entry.key }) {
        reader.report(entry.span, "posture '\(entry.key)' stands twice")
        continue
      }
      let parts = reader.fields(
        entry.node, "posture \(entry.key)", required: ["as_of"],
        optional: ["title", "name", "from", "present", "edits"])
      guard let asOf = parts["as_of"].flatMap({ reader.day($0.node, "as_of") }) else { continue }
      if (parts["from"] == nil) == (parts["present"] == nil) {
        reader.report(
          entry.span, "posture '\(entry.key)': expected one of 'from' and 'present'")
        continue
      }
      let nodes = parts["edits"].map { reader.items($0.node, "edits") } ?? []
      let read = nodes.compactMap { node in
        readEdit(node, posture: entry.key, &reader).map { edit in
          (edit: edit, part: node["part"].flatMap { reader.text($0, "part") })
        }
      }
      document.postures.append(
        Document.Posture(
          id: entry.key,
          title: parts["title"].flatMap { reader.text($0.node, "title") } ?? entry.key,
          name: parts["name"].flatMap { reader.text($0.node, "name") },
          asOf: asOf, from: parts["from"].flatMap { reader.written($0.node, "from") },
          present: parts["present"].map { reader.texts($0.node, "present") } ?? [],
          edits: read.map(\.edit), parts: read.map(\.part), span: entry.span))
    }
  }

  /// What the defended side could do.
  mutating func readLevers(_ node: Node, _ reader: inout NodeReader) {
    for item in reader.items(node, "levers") {
      let parts = reader.fields(item, "lever", required: ["id", "words", "edits"])
      guard let entry = parts["id"], let id = reader.text(entry.node, "id"),
        reader.identifier(id, "lever", entry.span),
        let words = parts["words"].flatMap({ reader.text($0.node, "words") }),
        let edits = parts["edits"]
      else { continue }
      let named = document.postures.map(\.id) + document.levers.map(\.id)
      if named.contains(id) {
        reader.report(entry.span, "lever '\(id)': a posture or lever of that name stands before")
        continue
      }
      document.levers.append(
        Document.Lever(
          id: id, words: words,
          edits: reader.items(edits.node, "edits").compactMap {
            readEdit($0, posture: id, &reader)
          }, span: entry.span))
    }
  }

  func readEdit(
    _ node: Node, posture: String, _ reader: inout NodeReader
  ) -> Document.Edit? {
    let verbs = ["add", "remove", "move", "on", "off", "set", "rules"]
    let parts = reader.fields(node, "edit", required: [], optional: verbs + ["to", "part"])
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
    case "rules":
      let words = Document.Rules.allCases.map(\.rawValue)
      return reader.choice(parts[verb]!.node, "rules", words).flatMap(Document.Rules.init)
        .map { .rules(Document.Written($0, subject.span)) }
    case "move": return reader.written(parts["to"]!.node, "to").map { .move(subject, to: $0) }
    default:
      guard let address = Address(subject.value), let field = field(of: address) else {
        reader.report(
          subject.span, "'\(subject.value.prefix(60))' is not the address of an input",
          help: nearest(to: subject.value).map { "did you mean '\($0)'?" }
            ?? "as in alert.decision or catalogue.9m723.range")
        return nil
      }
      // what a posture sets is the link itself
      let claims = claimReader.claims(parts["to"]!.node, address, field.plain, &reader).map {
        Claim(
          id: "\(posture):\($0.id)", address: $0.address, statement: $0.statement,
          source: $0.source, span: $0.span, unit: $0.unit, note: $0.note)
      }
      return .set(Document.Written(address, subject.span), claims)
    }
  }

  /// The field an address stands for: that of its owner's own kind, or of any table of that root
  /// where the catalogue has no such owner, which is said later.
  private func field(of address: Address) -> Field? {
    let parts = address.description.split(separator: ".").map(String.init)
    return tables(of: parts).lazy.compactMap { $0[parts.last!] }.first { !$0.isSetting }
  }

  private func tables(of parts: [String]) -> [FieldTable] {
    switch parts[0] {
    case "catalogue": writtenSystems[parts[1]].map { [$0.table] } ?? vocabulary.kinds
    case "alert": [vocabulary.alert, vocabulary.channel, vocabulary.need, vocabulary.hand]
    case "net": [vocabulary.reported]
    case "terrain": [vocabulary.ground]
    case "indicator": vocabulary.indicators.table(parts).map { [$0] } ?? []
    default: vocabulary.operations.table(parts[0]).map { [$0] } ?? []
    }
  }

  /// An address that has its root or its field spelt otherwise; nil where none is near.
  private func nearest(to text: String) -> String? {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, let root = NearestName.to(parts[0], among: Address.roots) else {
      return nil
    }
    parts[0] = root
    let fields = tables(of: parts).flatMap(\.fields).filter { !$0.isSetting }.map(\.name)
    guard let last = NearestName.to(parts.last!, among: fields) else { return nil }
    parts[parts.count - 1] = last
    let address = Address(parts.joined(separator: "."))
    return address.flatMap { field(of: $0) == nil ? nil : $0.description }
  }
}
