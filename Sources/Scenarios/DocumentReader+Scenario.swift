internal import Quantities
internal import Yams

/// `scenario.yaml`: region, grades, the alert chain.
extension DocumentReader {
  /// Returns whether the shipped catalogue is asked for.
  mutating func readScenario(_ root: Node, _ reader: inout NodeReader) -> Bool {
    let parts = reader.fields(
      root, "the scenario",
      required: ["title", "region", "postures", "alert", "channels", "needs", "questions"],
      optional: [
        "summary", "data", "terrain", "alliance", "focus", "grades", "catalogue", "trials",
      ])
    document.title = parts["title"].flatMap { reader.text($0.node, "title") } ?? ""
    document.summary = parts["summary"].flatMap { reader.text($0.node, "summary") } ?? ""
    if let entry = parts["region"] { readRegion(entry.node, &reader) }
    if let entry = parts["data"] {
      document.layers = reader.items(entry.node, "data").compactMap {
        reader.choice($0, "layer", vocabulary.layers)
      }
    }
    if let entry = parts["terrain"], let name = reader.text(entry.node, "terrain") {
      if reader.identifier(name, "terrain", reader.span(entry.node)) { document.terrain = name }
    }
    if let entry = parts["alliance"] {
      document.alliance = reader.texts(entry.node, "alliance").map(\.value)
    }
    if let entry = parts["focus"] { document.focus = reader.texts(entry.node, "focus") }
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
}
