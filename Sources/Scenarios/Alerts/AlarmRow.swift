public import Quantities

extension Document {
  /// Alarms that were counted over a period, a row of `alarms.csv`.
  public struct AlarmRow: Identifiable, Sendable {
    public let id: String
    public let country: String
    /// As places name it; empty for the whole country.
    public let district: String
    /// What the alarms were for, as a log of alerts calls it; empty for everything.
    public let threat: String
    public let from, to: Day
    /// In the period.
    public let count: Double
    /// Hours of alarm in the period; nil where they were not counted.
    public let hours: Double?
    /// One alarm, from its start to the all-clear, s: one in ten is shorter, half are, nine in ten are.
    public let length: (p10: Double, median: Double, p90: Double)?
    public let source: String
    public let span: Span

    /// Alarms in a month of 30.4 days.
    public var perMonth: Double { count / months }
    /// Hours in a month.
    public var hoursPerMonth: Double? { hours.map { $0 / months } }

    private var months: Double { Double(to.number - from.number) / 30.4375 }
  }

  static let alarmColumns = (
    required: ["id", "country", "from", "to", "alarms", "source"],
    optional: ["district", "class", "hours", "p10", "median", "p90", "note"]
  )

  /// - Parameter threats: what alarms may be counted for.
  mutating func read(alarms reader: inout TableReader, threats: [String]) {
    for row in reader.table.rows {
      guard let id = reader.identifier(row) else { continue }
      guard let from = reader.day(row, "from"), let to = reader.day(row, "to") else { continue }
      guard from < to else {
        reader.report(reader.cell(row, "to")!.span, "to: is not after from")
        continue
      }
      func optional(_ column: String, _ units: KeyValuePairs<String, Double>) -> Double? {
        reader.text(row, column).isEmpty
          ? nil : reader.number(row, column, units: units, in: 0...10_000_000)
      }
      let hours = optional("hours", Ratio.units)
      let most = 24 * Double(to.number - from.number)
      if let hours, hours > most {
        reader.report(
          reader.cell(row, "hours")!.span,
          "hours: found \(Json.short(hours)), the period has \(Json.short(most))")
      }
      let times = ["p10", "median", "p90"].map { optional($0, TimeSpan.units) }
      let given = times.compactMap(\.self)
      if !given.isEmpty, given.count < 3 || given[0] <= 0 || given != given.sorted() {
        reader.report(
          reader.span(row), "lengths of alarms: expected p10, median and p90, above 0 and ascending"
        )
      }
      alarms.append(
        AlarmRow(
          id: id, country: reader.country(row), district: reader.text(row, "district"),
          threat: reader.choice(row, "class", [("", "")] + threats.map { ($0, $0) }), from: from,
          to: to, count: reader.number(row, "alarms", in: 0...1_000_000),
          hours: hours,
          length: given.count == 3 ? (given[0], given[1], given[2]) : nil,
          source: reader.required(row, "source"), span: reader.span(row)))
    }
  }
}
