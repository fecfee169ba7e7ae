internal import Datasets
internal import Quantities
public import Scenarios

/// Reads timed events that no log has: what was kept aside, or what happened since.
enum EventFile {
  static let columns = [
    "id", "date", "country", "place", "class", "rules", "distance", "gap", "low", "high",
  ]

  /// - Throws: `DataError` without the file, `InvalidScenario` with every fault in it.
  static func events(path: String, _ scenario: Document) throws -> [TimedEvent] {
    let bytes = try Files.read(path: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var faults: [Diagnostic] = []
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InvalidScenario([
        Diagnostic(Span(file: name, line: 1, column: 1), "the file is not plain UTF-8 text")
      ])
    }
    let table = Table(text, file: name, diagnostics: &faults)
    let header = table.header.map(\.text)
    guard header == columns || header == columns + ["system"] else {
      throw InvalidScenario([
        Diagnostic(
          Span(file: name, line: 1, column: 1),
          "expected the columns \(columns.joined(separator: ", ")), and perhaps system")
      ])
    }
    let classes = scenario.practice.map(\.threat)
    let events = table.rows.compactMap { row in
      Row(cells: row, classes: classes).event(&faults)
    }
    guard faults.isEmpty else { throw InvalidScenario(faults) }
    return events
  }

  private struct Row {
    let cells: [Table.Cell]
    let classes: [String]

    private func cell(_ column: String) -> Table.Cell {
      cells[EventFile.columns.firstIndex(of: column)!]
    }

    private func text(_ column: String) -> String { cell(column).text }

    private func choice(
      _ column: String, _ words: [String], _ faults: inout [Diagnostic]
    ) -> String? {
      if words.contains(text(column)) { return text(column) }
      faults.append(
        Diagnostic(
          cell(column).span, "\(column): found '\(text(column).prefix(60))'",
          help: "one of \(words.joined(separator: ", "))"))
      return nil
    }

    private func quantity(
      _ column: String, _ units: KeyValuePairs<String, Double>, _ range: ClosedRange<Double>,
      _ faults: inout [Diagnostic]
    ) -> Double? {
      do {
        let value = try QuantityText.value(text(column), units: units)
        if range.contains(value) { return value }
        faults.append(
          Diagnostic(cell(column).span, "\(column): \(text(column)) is out of range"))
      } catch {
        faults.append(
          Diagnostic(
            cell(column).span, "\(column): found '\(error.found)', expected \(error.expected)"))
      }
      return nil
    }

    func event(_ faults: inout [Diagnostic]) -> TimedEvent? {
      let day = -86_400.0...86_400
      let threat = choice("class", classes, &faults)
      let rules = choice("rules", Document.Rules.allCases.map(\.rawValue), &faults)
      let gap = choice("gap", TimedEvent.Gap.allCases.map(\.rawValue), &faults)
      let low = quantity("low", TimeSpan.units, day, &faults)
      let high = quantity("high", TimeSpan.units, day, &faults)
      let distance =
        text("distance").isEmpty
        ? nil : quantity("distance", Length.units, 1_000...20_000_000, &faults)
      if CountryCode(text("country")) == nil {
        faults.append(
          Diagnostic(
            cell("country").span,
            "country: found '\(text("country").prefix(60))', expected two capital letters"))
      }
      if Day(text("date")) == nil {
        faults.append(
          Diagnostic(
            cell("date").span,
            "date: found '\(text("date").prefix(60))', expected a day (2026-01-28)"))
      }
      guard let threat, let rules, let gap, let low, let high else { return nil }
      guard low <= high else {
        faults.append(Diagnostic(cell("high").span, "high lies below low"))
        return nil
      }
      return TimedEvent(
        id: text("id"), date: text("date"), country: text("country"), place: text("place"),
        threat: threat, rules: Document.Rules(rawValue: rules)!, distance: distance,
        gap: TimedEvent.Gap(rawValue: gap)!, observed: low...high,
        system: cells.count > EventFile.columns.count ? cells[EventFile.columns.count].text : "")
    }
  }
}

extension TimedEvents {
  /// Events of a file, each held against a log that has forgotten it, if it was there.
  public static func rows(path: String, _ scenario: Document) throws -> [EventRow] {
    rows(try EventFile.events(path: path, scenario), scenario)
  }
}
