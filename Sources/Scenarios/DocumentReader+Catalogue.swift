internal import Quantities
internal import Yams

/// A system as the catalogue has it, before what it is like is known.
struct WrittenSystem {
  let table: FieldTable
  let span: Span
  /// Whose figures it has where it has none of its own.
  let like: Document.Written<String>?
  /// Fields that are written of it.
  let written: Set<String>
  /// Whether it only lends its figures.
  let isClass: Bool
}

extension DocumentReader {
  /// Keys of a system beside the fields of its kind.
  private static let words = ["kind", "name", "note", "processes", "told_as", "like", "class"]

  mutating func readCatalogue(_ root: Node, _ reader: inout NodeReader) {
    for entry in reader.entries(root, "catalogue") {
      guard reader.identifier(entry.key, "catalogue", entry.span) else { continue }
      if let first = writtenSystems[entry.key]?.span {
        reader.report(
          entry.span, "'\(entry.key)' stands twice; first in \(first.file), line \(first.line)")
        continue
      }
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
    func word<Value>(
      _ key: String, _ read: (inout NodeReader, Node) -> Value?
    ) -> Value? {
      parts.first { $0.key == key }.flatMap { read(&reader, $0.node) }
    }
    let name = word("name") { $0.text($1, "name") } ?? entry.key
    let like = word("like") { $0.written($1, "like") }
    let isClass = word("class") { $0.choice($1, "class", ["yes", "no"]) } == "yes"
    let processes = word("processes") { reader, node in
      reader.items(node, "processes").compactMap { reader.choice($0, "processes", names) }
    }
    let toldAs = word("told_as") { [vocabulary] in
      $0.choice($1, "told_as", vocabulary.practice.map(\.threat))
    }
    let fields = parts.filter { !DocumentReader.words.contains($0.key) }
    writtenSystems[entry.key] = WrittenSystem(
      table: table, span: entry.span, like: like, written: Set(fields.map(\.key)),
      isClass: isClass)
    let settings = readFields(
      fields, of: table, owner: entry.key, entry.span, &reader, complete: false
    ) { Address("catalogue", entry.key, $0) }
    document.systems.append(
      Document.System(
        id: entry.key, kind: kind, name: name, settings: settings, processes: processes,
        toldAs: toldAs, isClass: isClass, span: entry.span))
  }

  // MARK: what is like what

  /// Once every file is read: who has figures of whom, and what is missing or cannot be all the same.
  mutating func resolveLikes() {
    let claims = Dictionary(grouping: document.claims, by: \.address)
    for index in document.systems.indices {
      let system = document.systems[index]
      guard let written = writtenSystems[system.id], let line = line(of: system.id) else {
        continue
      }
      if !written.isClass { checkComplete(system.id, written, line) }
      checkOrders(system.id, written, line, claims)
      if !written.isClass { checkNeeds(system.id, written, line, claims) }
      document.systems[index].line = line
      for id in line.dropFirst() {
        guard let other = document.systems.first(where: { $0.id == id }) else { continue }
        document.systems[index].complete(with: other)
      }
      // what is not its own may be set of it alone
      for field in written.table.fields where !field.isSetting {
        let address = Address("catalogue", system.id, field.name)
        document.kinds[address] = field.kind
        document.ranges[address] = field.range
      }
    }
  }

  /// A system and all that it is like, nearest first; nil where that leads nowhere or back.
  private mutating func line(of id: String) -> [String]? {
    var line = [id]
    while let like = writtenSystems[line.last!]?.like {
      let kind = writtenSystems[id]!.table.name
      guard let other = writtenSystems[like.value], other.table.name == kind else {
        // said once, at the system that names it
        if line.count == 1 { report(like, isNo: kind) }
        return nil
      }
      guard !line.contains(like.value) else {
        let last = line.last!
        if like.value == id {
          diagnostics.append(
            Diagnostic(
              like.span, "\(last): like \(id), which is like \(last) itself",
              help: "one of them must stand alone"))
        }
        return nil
      }
      line.append(like.value)
    }
    return line
  }

  private mutating func report(_ like: Document.Written<String>, isNo kind: String) {
    let known = writtenSystems.filter { $0.value.table.name == kind }.keys.sorted()
    let what =
      writtenSystems[like.value].map { "is of kind \($0.table.name), expected \(kind)" }
      ?? "is not in the catalogue"
    diagnostics.append(
      Diagnostic(
        like.span, "like: '\(like.value.prefix(60))' \(what)",
        help: NearestName.to(like.value, among: known).map { "did you mean '\($0)'?" }))
  }

  private mutating func checkComplete(
    _ id: String, _ system: WrittenSystem, _ line: [String]
  ) {
    let known = line.reduce(into: Set<String>()) { $0.formUnion(writtenSystems[$1]!.written) }
    for field in system.table.fields where field.isRequired && !known.contains(field.name) {
      diagnostics.append(
        Diagnostic(
          system.span, "\(id): '\(field.name)' is missing",
          help: field.summary + (lenders(of: system.table).map { "; or like: \($0)" } ?? "")))
    }
  }

  /// Classes of a kind, for who has no figure of their own.
  private func lenders(of table: FieldTable) -> String? {
    let names = writtenSystems.filter { $0.value.isClass && $0.value.table.name == table.name }
      .keys.sorted()
    return names.isEmpty ? nil : names.joined(separator: " | ")
  }

  /// A field that says nothing without another that is missing.
  private mutating func checkNeeds(
    _ id: String, _ system: WrittenSystem, _ line: [String], _ claims: [Address: [Claim]]
  ) {
    func own(_ field: String) -> Claim? {
      line.lazy.compactMap { claims[Address("catalogue", $0, field)]?.first }.first
    }
    for (field, other) in system.table.needs where own(other) == nil {
      guard let claim = own(field) else { continue }
      diagnostics.append(
        Diagnostic(claim.span, "\(id): \(field) says nothing without \(other), which is missing"))
    }
  }

  /// What no draw could satisfy: a least value whose every claim lies above every claim of the greatest.
  private mutating func checkOrders(
    _ id: String, _ system: WrittenSystem, _ line: [String], _ claims: [Address: [Claim]]
  ) {
    func own(_ field: String) -> [Claim] {
      line.lazy.compactMap { claims[Address("catalogue", $0, field)] }.first ?? []
    }
    for (lesser, greater) in system.table.orders {
      let (low, high) = (own(lesser), own(greater))
      guard let least = low.min(by: { $0.range.low < $1.range.low }),
        let most = high.max(by: { $0.range.high < $1.range.high }),
        least.range.low > most.range.high, let field = system.table[lesser]
      else { continue }
      // where the class alone is wrong, the class says so
      let isOwn = [least, most].contains { $0.address.owner == "catalogue.\(id)" }
      guard isOwn else { continue }
      diagnostics.append(
        Diagnostic(
          least.address.owner == "catalogue.\(id)" ? least.span : most.span,
          "\(id): \(lesser) of \(NodeReader.written(least.range.low, field.units)) is above "
            + "\(greater), at most \(NodeReader.written(most.range.high, field.units))"))
    }
  }
}
