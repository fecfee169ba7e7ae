internal import Quantities
internal import Yams

/// Reads Yams nodes, which keep their marks, and collects every diagnostic on the way.
struct NodeReader {
  let file: String
  var diagnostics: [Diagnostic] = []

  /// One key of a mapping with its value.
  struct Entry {
    let key: String
    let span: Span
    let node: Node
  }

  func span(_ node: Node) -> Span {
    Span(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  mutating func report(_ node: Node, _ message: String, help: String? = nil) {
    diagnostics.append(Diagnostic(span(node), message, help: help))
  }

  mutating func report(_ span: Span, _ message: String, help: String? = nil) {
    diagnostics.append(Diagnostic(span, message, help: help))
  }

  mutating func warn(_ span: Span, _ message: String, help: String? = nil) {
    diagnostics.append(Diagnostic(span, message, help: help, severity: .warning))
  }

  /// What a node is, for "found …".
  func found(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar):
      scalar.string.isEmpty ? "nothing" : "'\(String(scalar.string.prefix(60)))'"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  mutating func entries(_ node: Node, _ what: String) -> [Entry] {
    guard case .mapping(let mapping) = node else {
      report(node, "\(what): found \(found(node)), expected a mapping")
      return []
    }
    return mapping.compactMap { key, value in
      guard case .scalar(let scalar) = key else {
        report(key, "\(what): a key must be a plain word")
        return nil
      }
      return Entry(key: scalar.string, span: span(key), node: value)
    }
  }

  /// The entries of a mapping by key; unknown keys are errors with the nearest known name.
  mutating func fields(
    _ node: Node, _ what: String, required: [String], optional: [String] = []
  ) -> [String: Entry] {
    let known = required + optional
    var result: [String: Entry] = [:]
    let entries = entries(node, what)
    for entry in entries {
      if known.contains(entry.key) {
        result[entry.key] = entry
      } else {
        unknown(entry.key, "key of \(what)", entry.span, known: known)
      }
    }
    guard case .mapping = node else { return result }
    for key in required where result[key] == nil {
      report(node, "\(what): '\(key)' is missing")
    }
    return result
  }

  mutating func unknown(_ name: String, _ what: String, _ span: Span, known: [String]) {
    if let refusal = Limits.refusal(name) {
      report(span, refusal)
      return
    }
    let shown = name.count > 60 ? "\(name.prefix(60))…" : name
    let nearest = NearestName.to(name, among: known)
    report(
      span, "'\(shown)' is not a known \(what)",
      help: nearest.map { "did you mean '\($0)'?" }
        ?? (known.count <= 24 && !known.isEmpty
          ? "one of \(known.sorted().joined(separator: ", "))" : nil))
  }

  mutating func items(_ node: Node, _ what: String) -> [Node] {
    guard case .sequence(let sequence) = node else {
      report(node, "\(what): found \(found(node)), expected a list")
      return []
    }
    return Array(sequence)
  }

  mutating func text(_ node: Node, _ what: String) -> String? {
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
      report(node, "\(what): found \(found(node)), expected text")
      return nil
    }
    return scalar.string
  }

  mutating func written(_ node: Node, _ what: String) -> Document.Written<String>? {
    text(node, what).map { Document.Written($0, span(node)) }
  }

  mutating func texts(_ node: Node, _ what: String) -> [Document.Written<String>] {
    items(node, what).compactMap { written($0, what) }
  }

  mutating func choice(_ node: Node, _ what: String, _ words: [String]) -> String? {
    guard let word = text(node, what) else { return nil }
    if words.contains(word) { return word }
    unknown(word, what, span(node), known: words)
    return nil
  }

  mutating func identifier(_ text: String, _ what: String, _ span: Span) -> Bool {
    if Address.isIdentifier(text) { return true }
    report(
      span, "\(what): '\(text.prefix(60))' is not an id",
      help: "write lower-case letters, digits, '-' and '_', at most 64")
    return false
  }

  /// Whether a text is a country code; said where it is not.
  mutating func country(_ text: String, _ what: String, _ span: Span) -> Bool {
    if CountryCode(text) != nil { return true }
    diagnostics.append(CountryCode.refusal(text, what, span))
    return false
  }

  mutating func quantity(
    _ node: Node, _ what: String, units: KeyValuePairs<String, Double>,
    in range: ClosedRange<Double>
  ) -> Double? {
    guard let text = text(node, what) else { return nil }
    return quantity(text, span(node), what, units: units, in: range)
  }

  mutating func quantity(
    _ text: String, _ span: Span, _ what: String, units: KeyValuePairs<String, Double>,
    in range: ClosedRange<Double>
  ) -> Double? {
    do {
      let value = try QuantityText.value(text, units: units)
      if range.contains(value) { return value }
      report(
        span, "\(what): \(text) is out of range",
        help: "from \(NodeReader.written(range.lowerBound, units)) to "
          + "\(NodeReader.written(range.upperBound, units))")
    } catch {
      report(span, "\(what): found '\(error.found)', expected \(error.expected)")
    }
    return nil
  }

  mutating func day(_ node: Node, _ what: String) -> Day? {
    guard let text = text(node, what) else { return nil }
    if let day = Day(text) { return day }
    report(node, "\(what): found '\(text.prefix(60))', expected a day (2026-01-28)")
    return nil
  }

  /// A value in the dimension's first unit.
  static func written(_ value: Double, _ units: KeyValuePairs<String, Double>) -> String {
    let unit = units.first!
    let number = value / unit.value
    let text = number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    return unit.key.isEmpty ? text : "\(text) \(unit.key)"
  }
}
