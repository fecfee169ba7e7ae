internal import Datasets
internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines
public import Vedette
internal import Warnings

/// A public record of a launch or an alert beside what the model says of it; nothing was fitted to
/// these records.
public struct RecordRow: Sendable {
  /// What was timed.
  public enum Quantity: String, CaseIterable, Sendable {
    /// From launch to impact of a ballistic missile.
    case flight
    /// The same of a cruise missile.
    case cruise
    /// From launch to public alert.
    case alert
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
  private static let draws = 33

  /// - Parameter scenario: whose alert chain predicts the alerts; read only where there are records.
  /// - Throws: `DataError` without the file, `InvalidScenario` with every fault in it.
  public static func rows(
    path: String, scenario: @autoclosure () throws -> Scenario
  ) throws -> [RecordRow] {
    let files = try Files.texts(under: path, endings: [".csv"])
    guard let file = files.first(where: { $0.name == "records.csv" }) else { return [] }
    let scenario = try scenario()
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
    let rows = table.rows.compactMap { row($0, scenario, &faults) }
    guard faults.isEmpty else { throw InvalidScenario(faults) }
    return rows
  }

  private static func row(
    _ cells: [Table.Cell], _ scenario: Scenario, _ faults: inout [Diagnostic]
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
    let launch = Launch(
      latitude: number("latitude", Ratio.units, in: -90...90) ?? 0,
      longitude: number("longitude", Ratio.units, in: -180...180) ?? 0,
      course: number("course", Ratio.units, in: 0...360) ?? 0,
      distance: number("distance", Length.units, in: 10_000...15_000_000) ?? 0,
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
      predicted: prediction(timed, text("system"), launch, scenario))
  }

  private struct Launch {
    let latitude, longitude, course, distance: Double
    let apogee: Double?
  }

  private static func prediction(
    _ quantity: RecordRow.Quantity, _ system: String, _ launch: Launch, _ scenario: Scenario
  ) -> (low: Double, middle: Double, high: Double)? {
    let times: [Double]
    switch quantity {
    case .flight: times = flights(launch)
    case .cruise: times = cruises(launch, system, scenario)
    case .alert: times = alerts(scenario)
    }
    // a band over the few draws that fly at all would be no band
    guard 10 * times.count >= 9 * draws else { return nil }
    let sorted = times.sorted()
    func at(_ q: Double) -> Double { sorted[Int((q * Double(sorted.count - 1)).rounded())] }
    return (at(0.1), at(0.5), at(0.9))
  }

  /// Uniforms of draw `i` in dimension `k`, a lattice with the golden ratio's powers.
  private static func uniform(_ i: Int, _ k: Int) -> Double {
    let x = Double(i) * [0.618_034, 0.754_878, 0.819_173, 0.569_840][k] + 0.5
    return x - x.rounded(.down)
  }

  /// Ballistic flights over the published range and apogee, least energy without one. Boost and drag
  /// as broad as for any missile of that size; 2 % for what the published range and apogee round.
  private static func flights(_ launch: Launch) -> [Double] {
    let isLarge = max(launch.distance, launch.apogee ?? 0) > 600_000
    let start = Position(launch.latitude, launch.longitude)
    return (0..<draws).compactMap { i in
      let distance = launch.distance * (0.98 + 0.04 * uniform(i, 0))
      let end = Geodesic.direct(
        from: start, azimuth: .degrees(launch.course), distance: .metres(distance))
      let time = (isLarge ? 60.0 : 30) + (isLarge ? 240 : 50) * uniform(i, 1)
      let height = (isLarge ? 60_000.0 : 15_000) + (isLarge ? 140_000 : 25_000) * uniform(i, 1)
      func point(_ p: Position) -> BallisticShot.Point {
        BallisticShot.Point(latitude: p.latitude.radians, longitude: p.longitude.radians)
      }
      let bend = launch.apogee.map { BallisticShot.Bend.apogee($0 * (0.98 + 0.04 * uniform(i, 2))) }
      return BallisticShot(
        from: point(start), to: point(end), course: launch.course * .pi / 180, distance: distance,
        bend ?? .leastEnergy, boost: (time, height), drag: 0.5 / (3_000 + 12_000 * uniform(i, 3))
      )?.flightTime
    }
  }

  private static func cruises(
    _ launch: Launch, _ system: String, _ scenario: Scenario
  ) -> [Double] {
    drawn([Address("catalogue", system, "speed")], scenario).map { launch.distance / $0[0] }
  }

  /// From launch to alert by a space cue: cue, decision, dissemination of the scenario's own chain.
  private static func alerts(_ scenario: Scenario) -> [Double] {
    drawn(
      ["cue_delay", "decision", "dissemination"].map { Address("alert", $0) }, scenario
    ).map { $0.reduce(0, +) }
  }
}

extension Records {
  /// Draws of some inputs of a scenario, SI.
  private static func drawn(_ addresses: [Address], _ scenario: Scenario) -> [[Double]] {
    let laws = addresses.compactMap { scenario.theatre.bibliography.laws[$0] }
    guard laws.count == addresses.count else { return [] }
    var inputs = Inputs()
    let columns = zip(addresses, laws).map { inputs.declare($0, $1, as: Ratio.self) }
    let block = DrawBlock.drawn(for: inputs, seed: 1, count: 256)
    return (0..<block.count).map { draw in
      columns.map { block[$0, draw / 4][draw % 4] }
    }
  }
}
