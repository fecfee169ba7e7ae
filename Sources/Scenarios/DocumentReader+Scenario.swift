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
      document.alliance = reader.texts(entry.node, "alliance").filter {
        reader.country($0.value, "alliance", $0.span)
      }.map(\.value)
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
    postures = parts["postures"]?.node
    if let entry = parts["questions"] { readQuestions(entry.node, &reader) }
    if let entry = parts["trials"] { readTrials(entry.node, &reader) }
    guard let entry = parts["catalogue"] else { return false }
    return reader.choice(entry.node, "catalogue", ["builtin:"]) != nil
  }

  /// The least height and width of a region, degrees: a kilometre, and what rounding takes off it.
  private static let leastRegion = 0.01 - 1e-9

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
    let (height, width) = (region.north - region.south, region.east - region.west)
    if height <= 0 || width <= 0 {
      reader.report(node, "region: south must be below north, and west below east")
    } else if min(height, width) < DocumentReader.leastRegion {
      reader.report(
        node,
        "region: found \(Json.short(height)) by \(Json.short(width)) degrees, expected at least "
          + "0.01 each way")
    }
    document.region = region
  }

  /// Weights and spreads of grades: two of the least still multiply to something.
  private static let gradeRange = 0.000001...1

  private mutating func readGrades(_ node: Node, _ reader: inout NodeReader) {
    let parts = reader.fields(
      node, "grades", required: [], optional: ["reliability", "credibility", "spread"])
    func six(_ key: String, _ fallback: [Double]) -> [Double] {
      guard let entry = parts[key] else { return fallback }
      let items = reader.items(entry.node, key)
      if items.count != 6 {
        reader.report(entry.node, "\(key): expected six numbers from 0.000001 to 1")
      }
      let values = items.compactMap {
        reader.quantity($0, key, units: Ratio.units, in: DocumentReader.gradeRange)
      }
      return values.count == 6 ? values : fallback
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
    if !country.isEmpty && !reader.country(country, "countries", span) { return }
    let owner = country.lowercased()
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
