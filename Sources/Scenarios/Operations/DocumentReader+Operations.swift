internal import Quantities
internal import Yams

extension DocumentReader {
  /// `operations.yaml`.
  mutating func readOperations(_ root: Node, _ reader: inout NodeReader) {
    let tables = vocabulary.operations
    let parts = reader.fields(
      root, "the operations", required: ["movement", "observers", "axes"],
      optional: ["past", "together", "prepositioned", "attrition"])
    var operations = Document.Operations()
    if let entry = parts["movement"] {
      let sides = reader.fields(
        entry.node, "movement", required: ["other"], optional: ["defended"])
      for (side, entry) in sides.sorted(by: { $0.key < $1.key }) {
        _ = readFields(
          reader.entries(entry.node, side), of: tables.movement, owner: side, entry.span, &reader
        ) { Address("movement", side, $0) }
      }
    }
    for entry in entries(of: parts["observers"], "observer", &reader) {
      let (words, fields) = split(entry, ["title"], &reader)
      _ = readFields(fields, of: tables.observer, owner: entry.key, entry.span, &reader) {
        Address("observer", entry.key, $0)
      }
      operations.observers.append(
        Document.Operations.Observer(
          id: entry.key, title: title(words, entry.key, &reader)))
    }
    for entry in entries(of: parts["axes"], "axis", &reader) {
      let (words, fields) = split(entry, DocumentReader.axisWords, &reader)
      if let axis = readAxis(entry, words, fields, tables.axis, &reader) {
        operations.axes.append(axis)
      }
    }
    let known = operations.axes.map(\.id)
    for entry in entries(of: parts["past"], "movement of the past", &reader) {
      if known.contains(entry.key) {
        reader.report(entry.span, "'\(entry.key)' is an axis already")
      } else if let past = readPast(entry, &reader) {
        operations.past.append(past)
      }
    }
    for entry in entries(of: parts["together"], "axes at one time", &reader) {
      let fields = reader.fields(
        entry.node, entry.key, required: ["axes"], optional: ["title"])
      operations.together.append(
        Document.Operations.Together(
          id: entry.key, title: title(fields, entry.key, &reader),
          axes: fields["axes"].map { reader.texts($0.node, "axes") } ?? [], span: entry.span))
    }
    operations.prepositioned = parts["prepositioned"].flatMap {
      reader.written($0.node, "prepositioned")
    }
    if let entry = parts["attrition"] {
      let weapons = reader.fields(
        entry.node, "attrition", required: [], optional: OperationsVocabulary.weapons)
      for (weapon, entry) in weapons.sorted(by: { $0.key < $1.key }) {
        _ = readFields(
          reader.entries(entry.node, weapon), of: tables.attrition, owner: weapon, entry.span,
          &reader
        ) { Address("attrition", weapon, $0) }
      }
    }
    document.operations = operations
  }

  private static let axisWords = ["title", "countries", "from", "defenders", "at", "places"]
  private static let pastWords = [
    "title", "countries", "from", "posture", "edits", "moment", "began",
  ]

  private mutating func readPast(
    _ entry: NodeReader.Entry, _ reader: inout NodeReader
  ) -> Document.Operations.Past? {
    let (words, fields) = split(entry, DocumentReader.pastWords, &reader)
    for key in ["posture", "moment", "began"] where words[key] == nil {
      reader.report(entry.span, "\(entry.key): '\(key)' is missing")
    }
    let edits = words["edits"].map { reader.items($0.node, "edits") } ?? []
    guard let axis = readAxis(entry, words, fields, vocabulary.operations.past, &reader),
      let posture = words["posture"].flatMap({ reader.written($0.node, "posture") }),
      let moment = words["moment"].flatMap({
        reader.choice(
          $0.node, "moment", Document.Operations.Past.Moment.allCases.map(\.rawValue))
      }),
      let began = words["began"].flatMap({ reader.day($0.node, "began") })
    else { return nil }
    return Document.Operations.Past(
      axis: axis, posture: posture,
      edits: edits.compactMap { readEdit($0, posture: entry.key, &reader) },
      moment: Document.Operations.Past.Moment(rawValue: moment)!, began: began)
  }

  private mutating func readAxis(
    _ entry: NodeReader.Entry, _ words: [String: NodeReader.Entry],
    _ fields: [NodeReader.Entry], _ own: FieldTable, _ reader: inout NodeReader
  ) -> Document.Operations.Axis? {
    _ = readFields(fields, of: own, owner: entry.key, entry.span, &reader) {
      Address("axis", entry.key, $0)
    }
    for key in ["countries", "from"] where words[key] == nil {
      reader.report(entry.span, "\(entry.key): '\(key)' is missing")
    }
    guard let countries = words["countries"], let from = words["from"],
      let site = reader.written(from.node, "from")
    else { return nil }
    let defenders = codes(words["defenders"], &reader)
    let at = words["at"].flatMap { reader.written($0.node, "at") }
    if defenders.isEmpty != (at == nil) {
      reader.report(entry.span, "\(entry.key): 'defenders' and 'at' say nothing without each other")
    }
    if !defenders.isEmpty, !fields.contains(where: { $0.key == "needed" }) {
      reader.report(
        entry.span, "\(entry.key): 'needed' is missing", help: own["needed"]?.summary)
    }
    return Document.Operations.Axis(
      id: entry.key, title: title(words, entry.key, &reader),
      countries: codes(countries, &reader), from: site, defenders: at == nil ? [] : defenders,
      at: at, places: words["places"].map { reader.texts($0.node, "places") } ?? [],
      span: entry.span)
  }

  private func codes(
    _ entry: NodeReader.Entry?, _ reader: inout NodeReader
  ) -> [String] {
    guard let entry else { return [] }
    return reader.texts(entry.node, entry.key).filter {
      reader.country($0.value, entry.key, $0.span)
    }.map(\.value)
  }

  private func title(
    _ words: [String: NodeReader.Entry], _ id: String, _ reader: inout NodeReader
  ) -> String {
    words["title"].flatMap { reader.text($0.node, "title") } ?? id
  }

  /// Entries that are words, by key, and those that are fields.
  private func split(
    _ entry: NodeReader.Entry, _ words: [String], _ reader: inout NodeReader
  ) -> (words: [String: NodeReader.Entry], fields: [NodeReader.Entry]) {
    let all = reader.entries(entry.node, entry.key)
    return (
      Dictionary(
        all.filter { words.contains($0.key) }.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a }),
      all.filter { !words.contains($0.key) }
    )
  }
}

extension Document {
  mutating func read(rotations reader: inout TableReader) {
    for row in reader.table.rows {
      guard let id = reader.identifier(row), let from = reader.day(row, "from") else { continue }
      let until = reader.text(row, "until").isEmpty ? nil : reader.day(row, "until")
      if let until, until < from {
        reader.report(reader.span(row), "'\(id)' ends before it begins")
        continue
      }
      rotations.append(
        Operations.Rotation(
          id: id, formation: Written(reader.required(row, "formation"), reader.span(row)),
          from: from, until: until, source: reader.text(row, "source"),
          note: reader.text(row, "note"), span: reader.span(row)))
    }
  }

  mutating func read(crossings reader: inout TableReader) {
    for row in reader.table.rows {
      guard let id = reader.identifier(row) else { continue }
      crossings.append(
        Operations.Crossing(
          id: id, name: reader.required(row, "name"),
          kind: reader.choice(
            row, "kind", Operations.Crossing.Kind.allCases.map { ($0.rawValue, $0) }),
          latitude: reader.number(row, "latitude", units: Angle.degreesOnly, in: -90...90),
          longitude: reader.number(row, "longitude", units: Angle.degreesOnly, in: -180...180),
          changesGauge: reader.choice(
            row, "gauge", [("", false), ("same", false), ("change", true)]),
          isOpen: reader.choice(row, "state", [("open", true), ("closed", false)]),
          source: reader.text(row, "source"), span: reader.span(row)))
    }
  }
}
