internal import Quantities
internal import Yams

/// One `.case` file: a subject, a source, rows of given, expect, within.
struct CaseFile {
  let name: String
  let bytes: [UInt8]

  private func fault(_ node: Node?, _ message: String) -> InvalidScenario {
    let span = Span(file: name, line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1)
    return InvalidScenario([Diagnostic(span, message)])
  }

  func rows() throws -> [CaseRow] {
    let text = String(decoding: bytes, as: UTF8.self)
    let root: Node?
    do { root = try Yams.compose(yaml: text, .basic) } catch {
      throw fault(nil, "not YAML: \(error)")
    }
    guard let root, let subject = root["subject"]?.string else {
      throw fault(root, "'subject' is missing")
    }
    guard let entry = Cases.subjects[subject] else {
      let nearest = NearestName.to(subject, among: Cases.subjects.keys)
      throw fault(
        root["subject"],
        "'\(subject)' is not a known subject\(nearest.map { "; did you mean '\($0)'?" } ?? "")")
    }
    guard let source = root["source"]?.string, !source.isEmpty else {
      throw fault(root, "'source' is missing: a case rests on something published")
    }
    guard let rows = root["rows"]?.sequence, !rows.isEmpty else {
      throw fault(root, "'rows' is missing")
    }
    return try rows.map { try row($0, subject, entry, source) }
  }

  private func row(
    _ node: Node, _ subject: String, _ entry: Cases.Subject, _ source: String
  ) throws -> CaseRow {
    guard let given = node["given"]?.mapping, let expect = node["expect"]?.string,
      let within = node["within"]?.string
    else { throw fault(node, "a row needs given, expect and within") }
    var numbers: [String: Double] = [:]
    for (key, value) in given {
      guard let name = key.string, let text = value.string,
        let number = number(text, Cases.givenUnits)
      else { throw fault(value, "a given needs a number and a unit") }
      numbers[name] = number.value
    }
    guard let expected = number(expect, entry.units), let tolerance = number(within, entry.units)
    else {
      throw fault(
        node,
        "expect and within need a number in \(entry.units.keys.sorted().joined(separator: ", "))")
    }
    guard let computed = entry.compute(numbers) else {
      throw fault(node, "\(subject): a given is missing or out of range")
    }
    guard let size = entry.units[expected.unit], computed.isFinite else {
      throw fault(node, "\(subject): the unit or a given is out of range")
    }
    return CaseRow(
      subject: subject, source: node["source"]?.string ?? source,
      given: given.map { "\($0.key.string ?? "") \($0.value.string ?? "")" }.joined(
        separator: ", "),
      expected: expected.value / size, computed: computed / size, within: tolerance.value / size,
      unit: expected.unit)
  }

  /// A number with a unit of the table, or a hexadecimal word; the value is in SI.
  private func number(
    _ text: String, _ units: [String: Double]
  ) -> (value: Double, unit: String)? {
    if text.hasPrefix("0x") { return UInt32(text.dropFirst(2), radix: 16).map { (Double($0), "") } }
    let words = text.split(separator: " ")
    guard let first = words.first, words.count <= 2, let value = QuantityText.number(first) else {
      return nil
    }
    let unit = words.count == 2 ? String(words[1]) : ""
    // a given in decibels stays in decibels
    if unit == "dB" { return (value, unit) }
    if unit.isEmpty && units[""] == nil && value == 0 { return (0, units.keys.sorted()[0]) }
    guard let size = units[unit] else { return nil }
    return (value * size, unit)
  }
}
