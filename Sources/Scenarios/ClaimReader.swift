internal import Quantities
internal import Yams

/// Reads the claims under one field: a scalar, a mapping, or a list of both.
struct ClaimReader {
  /// Number files (`law: empirical`), by name.
  let numbers: [String: TextFile]

  /// All claims of a field; ids count from 1 under the address.
  func claims(
    _ node: Node, _ address: Address, _ field: Field, _ reader: inout NodeReader
  ) -> [Claim] {
    var nodes = [node]
    if case .sequence(let list) = node {
      nodes = Array(list)
      if nodes.isEmpty { reader.report(node, "\(field.name): an empty list of claims") }
    }
    return nodes.enumerated().compactMap { index, node in
      claim(node, address, field, number: index + 1, &reader)
    }
  }

  private func claim(
    _ node: Node, _ address: Address, _ field: Field, number: Int, _ reader: inout NodeReader
  ) -> Claim? {
    var source: String?
    var note: String?
    var statement: Claim.Statement?
    var link: Claim.Link?
    var events: Double?
    switch node {
    case .scalar(let scalar):
      let parts = ClaimReader.splitSource(scalar.string)
      source = parts.source
      statement = scalarStatement(parts.value, reader.span(node), field, &reader)
    case .mapping:
      let entries = reader.fields(
        node, "claim", required: [],
        optional: [
          "value", "low", "likely", "high", "up_to", "at_least", "bounds", "law", "mean", "spread",
          "median", "factor", "values", "weights", "file", "source", "note",
          "events",
        ] + (field.events != nil ? ["from", "to"] : []))
      link = self.link(entries, &reader)
      events = entries["events"].flatMap {
        reader.quantity($0.node, "events", units: Ratio.units, in: 0.1...100)
      }
      source = entries["source"].flatMap { reader.text($0.node, "source") }
      note = entries["note"].flatMap { reader.text($0.node, "note") }
      statement = mappingStatement(node, entries, field, &reader)
    case .sequence, .alias:
      reader.report(node, "\(field.name): found \(reader.found(node)), expected a claim")
    }
    if let usual = field.events, link == nil {
      let help = "add from: \(ClaimReader.from.joined(separator: " | ")) and to: order | sent"
      if node["from"] != nil || node["to"] != nil {
        reader.report(node, "\(field.name): from which event to which?", help: help)
      } else {
        // as scenarios of before meant it
        link = usual
        reader.warn(
          reader.span(node),
          "\(field.name): from which event to which? taken as from \(usual.from) to \(usual.to)",
          help: help)
      }
    }
    guard let statement else { return nil }
    return Claim(
      id: "\(address)#\(number)", address: address, statement: statement, source: source,
      span: reader.span(node), unit: field.units.first!.key, note: note, link: link,
      events: events)
  }

  /// Events that a duration may begin and end with.
  static let from = [
    "launch", "cue", "firm", "identified", "localised", "report", "border", "order",
  ]
  static let to = ["order", "sent", "received"]

  private func link(
    _ entries: [String: NodeReader.Entry], _ reader: inout NodeReader
  ) -> Claim.Link? {
    guard let from = entries["from"], let to = entries["to"],
      let first = reader.choice(from.node, "from", ClaimReader.from),
      let last = reader.choice(to.node, "to", ClaimReader.to)
    else { return nil }
    return Claim.Link(from: first, to: last)
  }

  /// `48 km [mdaa-2018]` → value and source.
  static func splitSource(_ text: String) -> (value: String, source: String?) {
    guard text.hasSuffix("]"), let open = text.lastIndex(of: "[") else { return (text, nil) }
    let source = text[text.index(after: open)...].dropLast()
    return (String(text[..<open]), String(source))
  }

  /// `30 s to 120 s` or `30 to 120 s`: anything between, the middle most likely; nil where it is no such text.
  private func rangeStatement(
    _ text: String, _ span: Span, _ field: Field, _ reader: inout NodeReader
  ) -> Claim.Statement?? {
    let words = text.split(separator: " ")
    guard let to = words.firstIndex(of: "to"), to > 0, to + 1 < words.count else { return nil }
    let last = words[(to + 1)...].joined(separator: " ")
    var first = words[..<to].joined(separator: " ")
    // the unit may stand once
    if QuantityText.number(first) != nil {
      first += " " + words[(to + 1)...].dropFirst().joined(separator: " ")
    }
    guard let low = value(String(first.trimmed), span, field, &reader),
      let high = value(last, span, field, &reader)
    else { return .some(nil) }
    guard low < high else {
      reader.report(span, "\(field.name): '\(text.prefix(60))' does not rise")
      return .some(nil)
    }
    return .range(low: low, likely: (low + high) / 2, high: high, outer: false)
  }

  /// `48 km`, `48 ± 5 km` or `43 to 53 km`.
  private func scalarStatement(
    _ text: String, _ span: Span, _ field: Field, _ reader: inout NodeReader
  ) -> Claim.Statement? {
    if let range = rangeStatement(text, span, field, &reader) { return range }
    let sides = text.split(separator: "±", maxSplits: 1).map {
      String($0.trimmed)
    }
    guard sides.count == 2 else {
      return value(text.trimmed, span, field, &reader).map { .point($0) }
    }
    let unit = sides[1].split(separator: " ").dropFirst().joined(separator: " ")
    let left = QuantityText.number(sides[0]) == nil ? sides[0] : "\(sides[0]) \(unit)"
    guard let likely = value(left, span, field, &reader) else { return nil }
    var spread: Double?
    if sides[1].hasSuffix("%"), field.units.first?.key != "" {
      spread = reader.quantity(
        sides[1], span, field.name, units: Ratio.units, in: 0...1
      ).map { $0 * abs(likely) }
    } else {
      spread = reader.quantity(
        sides[1], span, "\(field.name): spread", units: field.units, in: field.spreads)
    }
    guard let spread else { return nil }
    return .range(low: likely - spread, likely: likely, high: likely + spread, outer: false)
  }

  private func value(
    _ text: String, _ span: Span, _ field: Field, _ reader: inout NodeReader
  ) -> Double? {
    reader.quantity(text, span, field.name, units: field.units, in: field.range)
  }

  private func mappingStatement(
    _ node: Node, _ entries: [String: NodeReader.Entry], _ field: Field,
    _ reader: inout NodeReader
  ) -> Claim.Statement? {
    func read(_ key: String) -> Double? {
      entries[key].flatMap { entry in
        reader.text(entry.node, field.name).flatMap {
          value($0, reader.span(entry.node), field, &reader)
        }
      }
    }
    let forms = [["law"], ["value"], ["up_to"], ["at_least"], ["low", "likely", "high"]].filter {
      $0.contains {
        entries[$0] != nil && entries["law"] == nil || $0 == "law" && entries[$0] != nil
      }
    }
    if forms.count > 1 {
      reader.report(
        node,
        "\(field.name): a claim says one thing; found \(forms.joined().joined(separator: ", "))")
      return nil
    }
    if entries["law"] != nil { return law(node, entries, field, &reader).map { .law($0) } }
    if entries["value"] != nil { return read("value").map { .point($0) } }
    if entries["up_to"] != nil { return read("up_to").map { .upTo($0) } }
    if entries["at_least"] != nil { return read("at_least").map { .atLeast($0) } }
    guard entries["low"] != nil, entries["likely"] != nil, entries["high"] != nil else {
      reader.report(
        node, "\(field.name): a claim without a value",
        help: "write value, or low, likely and high, or up_to, at_least or law")
      return nil
    }
    let outer =
      entries["bounds"].flatMap { reader.choice($0.node, "bounds", ["absolute", "p5-p95"]) }
      == "p5-p95"
    guard let low = read("low"), let likely = read("likely"), let high = read("high") else {
      return nil
    }
    guard low <= likely && likely <= high else {
      reader.report(node, "\(field.name): low, likely and high are not in this order")
      return nil
    }
    return .range(low: low, likely: likely, high: high, outer: outer)
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
