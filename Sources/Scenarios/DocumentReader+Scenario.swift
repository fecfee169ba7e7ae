internal import Quantities
internal import Yams

/// `scenario.yaml`: region, grades, the alert chain.
extension DocumentReader {
  /// Returns whether the shipped catalogue is asked for.
  mutating func readScenario(_ root: Node, _ reader: inout NodeReader) -> Bool {
    let parts = reader.fields(
      root, "the scenario",
      required: ["title", "region", "postures", "alert", "channels", "needs"],
      optional: [
        "summary", "data", "terrain", "roads", "railways", "ground", "alliance", "focus", "grades",
        "catalogue",
        "questions", "trials", "left_out", "levers", "first_page",
      ])
    document.title = parts["title"].flatMap { reader.text($0.node, "title") } ?? ""
    document.summary = parts["summary"].flatMap { reader.text($0.node, "summary") } ?? ""
    if let entry = parts["region"] { readRegion(entry.node, &reader) }
    if let entry = parts["data"] {
      document.layers = reader.items(entry.node, "data").compactMap {
        reader.choice($0, "layer", vocabulary.layers)
      }
    }
    for (key, path) in [("roads", \Document.roads), ("railways", \Document.railways)] {
      if let entry = parts[key], let name = reader.text(entry.node, key),
        reader.identifier(name, key, reader.span(entry.node))
      {
        document[keyPath: path] = name
      }
    }
    if let entry = parts["terrain"], let name = reader.text(entry.node, "terrain") {
      if reader.identifier(name, "terrain", reader.span(entry.node)) { document.terrain = name }
    }
    readGround(parts["ground"], &reader)
    if let entry = parts["alliance"] {
      document.alliance = reader.texts(entry.node, "alliance").filter {
        reader.country($0.value, "alliance", $0.span)
      }.map(\.value)
    }
    if let entry = parts["focus"] { document.focus = reader.texts(entry.node, "focus") }
    if let entry = parts["first_page"] {
      document.firstPage = reader.texts(entry.node, "first_page")
    }
    if let entry = parts["grades"] { readGrades(entry.node, &reader) }
    if let entry = parts["channels"] {
      document.channels = readOwners(entry, of: vocabulary.channel, &reader)
    }
    if let entry = parts["alert"] { readAlert(entry, &reader) }
    if let entry = parts["needs"] {
      document.settlements = readOwners(entry, of: vocabulary.need, &reader)
    }
    (postures, levers) = (parts["postures"]?.node, parts["levers"]?.node)
    if let entry = parts["questions"] { readQuestions(entry.node, &reader) }
    if let entry = parts["trials"] { readTrials(entry.node, &reader) }
    if let entry = parts["left_out"] { readLeftOut(entry.node, &reader) }
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
    var region = (
      south: degrees("south", 90), west: degrees("west", 180), north: degrees("north", 90),
      east: degrees("east", 180)
    )
    // over the antimeridian: from 170 to −170 it is 20° wide
    if region.west > region.east, region.west > 0, region.east < 0 { region.east += 360 }
    let (height, width) = (region.north - region.south, region.east - region.west)
    if height <= 0 || width <= 0 {
      reader.report(
        node,
        "region: south must be below north, and west below east (or over 180: west 170, east -170)")
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

  /// The ground of the theatre: `terrain.FIELD`, which a posture may set even where nothing is written.
  private mutating func readGround(_ entry: NodeReader.Entry?, _ reader: inout NodeReader) {
    for field in vocabulary.ground.fields {
      document.kinds[Address("terrain", field.name)] = field.kind
      document.ranges[Address("terrain", field.name)] = field.range
      document.assumed.insert(Address("terrain", field.name))
    }
    guard let entry else { return }
    _ = readFields(
      reader.entries(entry.node, "ground"), of: vocabulary.ground, owner: "ground", entry.span,
      &reader, complete: false
    ) { Address("terrain", $0) }
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

  /// Puts every claim on the order where it belongs: from what is known of the threat to the order, whatever
  /// events it was measured between; what cannot be put there is refused.
  private mutating func settleLinks(_ owner: String, _ span: Span, _ reader: inout NodeReader) {
    func address(_ field: String) -> Address {
      owner.isEmpty ? Address("alert", field) : Address("alert", owner, field)
    }
    func usual(_ field: String) -> Double {
      let claims = document.claims.filter { $0.address == address(field) }
      let stated =
        claims.isEmpty ? document.claims.filter { $0.address == Address("alert", field) } : claims
      return stated.isEmpty
        ? 0 : stated.reduce(0) { $0 + $1.range.likely } / Double(stated.count)
    }
    for (index, claim) in document.claims.enumerated() {
      guard let link = claim.link else { continue }
      if claim.address == address("dissemination") {
        if link != Claim.Link(from: "order", to: "sent") {
          reader.report(
            claim.span, "dissemination: lasts from the order until the alert is sent",
            help:
              "found from \(link.from) to \(link.to); how long a channel takes stands under channels"
          )
        }
        continue
      }
      guard claim.address == address("decision") else { continue }
      if link.from == "border" || link.from == "order" || link.to == "received" {
        reader.report(
          claim.span,
          "decision: a duration from \(link.from) to \(link.to) is no part of it",
          help:
            "it lasts from what is known of the threat (launch, cue, firm, identified, localised, report) to "
            + "the order or until the alert is sent; borders and channels are drawn apart")
        continue
      }
      let cue = link.from == "launch" ? usual("cue_delay") : 0
      let sent = link.to == "sent" ? usual("dissemination") : 0
      guard cue + sent > 0 else { continue }
      if claim.range.high < cue + sent {
        reader.report(
          claim.span,
          "decision: from \(link.from) to \(link.to) it is shorter than the usual cue and dissemination together, "
            + "\(Json.short(cue + sent)) s")
      }
      document.claims[index] = claim.less(
        cue + sent,
        "from \(link.from) to \(link.to), less \(Json.short(cue + sent)) s for the cue and dissemination"
      )
    }
  }

  /// What a country's channels do otherwise than everybody's.
  private mutating func readChannels(
    of owner: String, _ entry: NodeReader.Entry, _ reader: inout NodeReader
  ) {
    for channel in reader.entries(entry.node, entry.key) {
      guard document.channels.contains(channel.key) else {
        reader.unknown(channel.key, "channel", channel.span, known: document.channels)
        continue
      }
      _ = readFields(
        reader.entries(channel.node, channel.key), of: vocabulary.channel, owner: channel.key,
        channel.span, &reader, complete: false
      ) { Address("alert", "\(owner).\(channel.key)", $0) }
    }
  }

  /// `raids_of: {one-way-drone: …}`: raids in a month, class by class.
  private mutating func readRaids(
    of owner: String, _ entry: NodeReader.Entry, _ reader: inout NodeReader
  ) {
    let classes = vocabulary.practice.map(\.threat)
    for threat in reader.entries(entry.node, entry.key) {
      guard classes.contains(threat.key), let field = vocabulary.alert["raids"] else {
        reader.unknown(threat.key, "class of threat", threat.span, known: classes)
        continue
      }
      let address = Address(
        "alert", owner.isEmpty ? threat.key : "\(owner).\(threat.key)", field.name)
      document.claims += claimReader.claims(threat.node, address, field, &reader)
      (document.kinds[address], document.ranges[address]) = (field.kind, field.range)
    }
  }

  /// `ways: {peace: {quasi-ballistic: [cue, track]}}`.
  private func ways(
    _ node: Node, _ reader: inout NodeReader
  ) -> [Document.Rules: [String: Set<AlertWay>]] {
    var result: [Document.Rules: [String: Set<AlertWay>]] = [:]
    let classes = vocabulary.practice.map(\.threat)
    for entry in reader.entries(node, "ways") {
      guard let rules = Document.Rules(rawValue: entry.key) else {
        reader.unknown(
          entry.key, "kind of rules", entry.span, known: Document.Rules.allCases.map(\.rawValue))
        continue
      }
      for threat in reader.entries(entry.node, entry.key) {
        guard classes.contains(threat.key) else {
          reader.unknown(threat.key, "class of threat", threat.span, known: classes)
          continue
        }
        let words = reader.items(threat.node, threat.key).compactMap {
          reader.choice($0, "way", AlertWay.allCases.map(\.rawValue))
        }
        result[rules, default: [:]][threat.key] = Set(words.compactMap(AlertWay.init(rawValue:)))
      }
    }
    return result
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
        country: country, rules: word("rules", Document.Rules.allCases.map(\.rawValue)),
        net: word("net", ["none", "tracks", "reported"]),
        ways: parts.first { $0.key == "ways" }.map { ways($0.node, &reader) } ?? [:],
        hands: parts.first { $0.key == "hands" && !owner.isEmpty }
          .map { readHands(of: owner, $0, &reader) } ?? [], span: span))
    for entry in parts where entry.key == "channels" && !owner.isEmpty {
      readChannels(of: owner, entry, &reader)
    }
    for entry in parts where entry.key == "raids_of" { readRaids(of: owner, entry, &reader) }
    for entry in parts where entry.key == "reported" {
      _ = readFields(
        reader.entries(entry.node, "reported"), of: vocabulary.reported, owner: "reported",
        entry.span, &reader
      ) { Address("net", owner.isEmpty ? "reported" : owner, $0) }
    }
    _ = readFields(
      parts.filter {
        !["rules", "net", "reported", "ways", "raids_of"].contains($0.key)
          && (!["channels", "hands"].contains($0.key) || owner.isEmpty)
      }, of: vocabulary.alert,
      owner: owner.isEmpty ? "alert" : country, span, &reader, complete: owner.isEmpty
    ) { owner.isEmpty ? Address("alert", $0) : Address("alert", owner, $0) }
    settleLinks(owner, span, &reader)
  }
}
