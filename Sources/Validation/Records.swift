internal import Datasets
internal import Quantities
internal import Scenarios
public import Vedette

/// A public record of a flight beside what the rung of the briefing says of it; nothing was fitted to these records.
public struct RecordRow: Sendable {
  /// What was timed.
  public enum Quantity: String, CaseIterable, Sendable {
    /// From launch to impact of a ballistic missile.
    case flight
    /// The same of a system of the catalogue.
    case catalogued
    /// The same, where the time that people are told they have was published; the record's upper end holds half a minute more: what a
    /// launch takes to be told of.
    case warned
  }

  public let quantity: Quantity
  public let id, date, what, publisher, title, link, note: String
  /// What was published, s: ends of the interval that its rounding allows.
  public let observed: ClosedRange<Double>
  /// 10th, 50th and 90th percentile of the prediction, s; nil where the model has no such flight.
  public let predicted: (low: Double, middle: Double, high: Double)?

  /// Whether the published interval touches the 80 % band.
  public var isInside: Bool {
    guard let predicted else { return false }
    return observed.lowerBound <= predicted.high && predicted.low <= observed.upperBound
  }
}

/// Reads `records.csv` and predicts every row.
public enum Records {
  private static let columns = [
    "id", "date", "what", "quantity", "system", "latitude", "longitude", "course", "distance",
    "apogee", "low", "high", "publisher", "title", "link", "note",
  ]

  /// - Parameter scenario: whose catalogue and rung fly the records; read only where there are records.
  /// - Throws: `DataError` without the file, `InvalidScenario` with every fault in it.
  public static func rows(
    path: String, scenario: @autoclosure () throws -> Scenario
  ) throws -> [RecordRow] {
    let files = try Files.texts(under: path, endings: [".csv"])
    guard let file = files.first(where: { $0.name == "records.csv" }) else { return [] }
    let stage = RecordStage(base: try scenario().document)
    var faults: [Diagnostic] = []
    let table = Table(
      String(decoding: file.bytes, as: UTF8.self), file: file.name, diagnostics: &faults)
    guard table.header.map(\.text) == columns else {
      throw InvalidScenario([
        Diagnostic(
          Span(file: file.name, line: 1, column: 1),
          "expected the columns \(columns.joined(separator: ", "))")
      ])
    }
    let rows = table.rows.compactMap { row($0, stage, &faults) }
    guard faults.isEmpty else { throw InvalidScenario(faults) }
    return rows
  }

  private static func row(
    _ cells: [Table.Cell], _ stage: RecordStage, _ faults: inout [Diagnostic]
  ) -> RecordRow? {
    func text(_ column: String) -> String { cells[columns.firstIndex(of: column)!].text }
    func number(
      _ column: String, _ units: KeyValuePairs<String, Double>, in range: ClosedRange<Double>
    ) -> Double? {
      let cell = cells[columns.firstIndex(of: column)!]
      if cell.text.isEmpty { return nil }
      do {
        let value = try QuantityText.value(cell.text, units: units)
        if range.contains(value) { return value }
        faults.append(Diagnostic(cell.span, "\(column): \(cell.text) is out of range"))
        return nil
      } catch {
        faults.append(
          Diagnostic(cell.span, "\(column): found '\(error.found)', expected \(error.expected)"))
        return nil
      }
    }
    guard let low = number("low", TimeSpan.units, in: 0...86_400),
      let high = number("high", TimeSpan.units, in: 0...86_400)
    else {
      if faults.isEmpty {
        faults.append(Diagnostic(cells[0].span, "'\(text("id"))': nothing was observed"))
      }
      return nil
    }
    let launch = RecordStage.Launch(
      latitude: number("latitude", Ratio.units, in: -90...90) ?? 0,
      longitude: number("longitude", Ratio.units, in: -180...180) ?? 0,
      course: number("course", Ratio.units, in: 0...360) ?? 0,
      distance: number("distance", Length.units, in: 1_000...15_000_000) ?? 0,
      apogee: number("apogee", Length.units, in: 5_000...20_000_000))
    // a time in whole minutes may be half a minute off
    let half = low.truncatingRemainder(dividingBy: 60) == 0 && low == high ? 30.0 : 0
    let quantity = cells[columns.firstIndex(of: "quantity")!]
    guard let timed = RecordRow.Quantity(rawValue: quantity.text) else {
      faults.append(
        Diagnostic(
          quantity.span, "quantity: found '\(quantity.text.prefix(60))'",
          help: "one of \(RecordRow.Quantity.allCases.map(\.rawValue).joined(separator: ", "))"))
      return nil
    }
    return RecordRow(
      quantity: timed, id: text("id"), date: text("date"), what: text("what"),
      publisher: text("publisher"), title: text("title"), link: text("link"), note: text("note"),
      observed: (low - half)...(max(low, high) + half),
      predicted: prediction(timed, text("system"), launch, stage))
  }

  private static func prediction(
    _ quantity: RecordRow.Quantity, _ system: String, _ launch: RecordStage.Launch,
    _ stage: RecordStage
  ) -> (low: Double, middle: Double, high: Double)? {
    let times =
      switch quantity {
      case .flight: stage.ballistic(launch)
      case .catalogued, .warned: stage.catalogued(launch, system: system)
      }
    // a band over the few draws that fly at all would be no band
    guard 10 * times.count >= 9 * RecordStage.draws else { return nil }
    let sorted = times.sorted()
    func at(_ q: Double) -> Double { sorted[Int((q * Double(sorted.count - 1)).rounded())] }
    return (at(0.1), at(0.5), at(0.9))
  }
}
