public import Quantities

extension Document {
  /// One dated alert of `alerts.csv`: what happened when, as far as the public record tells.
  public struct AlertRow: Identifiable, Sendable {
    /// A moment of an alert.
    public enum Event: String, CaseIterable, Sendable {
      case launch, sign, order, sent, received, arrival
    }

    /// What told of the threat first.
    public enum Sign: String, CaseIterable, Sendable {
      case none = ""
      case preparation
      case takeOff = "take-off"
      case cue, radar, observers, report, neighbour
    }

    public let id: String
    public let date: Day
    public let country, place: String
    /// What a net tells of in one way: a class of threat, or a part of one.
    public let threat: String
    public let rules: Rules
    /// Of the catalogue; empty where the weapon is not known beyond its class.
    public let system: String
    /// From the launch to the place, m; nil where the launch is not known.
    public let distance: Double?
    public let sign: Sign
    /// Earliest and latest moment that the record allows, s after midnight of the date, local time.
    public let times: [Event: ClosedRange<Double>]
    public let source: String
    public let span: Span

    /// Whether no alert ever went out.
    public var isNever: Bool { times[.sent] == nil }

    /// How long from one moment to another, s; nil where one of them is not known.
    public func span(from: Event, to: Event) -> ClosedRange<Double>? {
      guard let a = times[from], let b = times[to] else { return nil }
      return (b.lowerBound - a.upperBound)...(b.upperBound - a.lowerBound)
    }
  }

  /// What a country may act on.
  public enum Rules: String, CaseIterable, Sendable { case peace, crisis, war }
}

/// A way in which a country comes to an alert.
public enum AlertWay: String, CaseIterable, Sendable {
  /// Signs that an attack is being prepared.
  case preparation
  /// The take-off of a carrier.
  case takeOff = "take-off"
  /// A launch seen from space: where from, and a fan of where to.
  case cue
  /// A firm, hostile, localised track of a radar.
  case track
  /// The same by listeners or watchers.
  case observers
  /// An alert of a country that it comes by first, handed on.
  case neighbour
}

/// Moments as `alerts.csv` writes them: `21:40`, `02:50:33`, `21:58..22:01`, `01:47+1` on the next day.
enum ClockText {
  static let expected =
    "a time of day, 21:40, 02:50:33 or 21:58..22:01; +1 or -1 behind it is the next or the last day"

  /// Earliest and latest moment, s after midnight; a minute without seconds is all of it.
  static func range(_ text: String) -> ClosedRange<Double>? {
    let ends = text.components(of: "..")
    guard ends.count <= 2, let first = moment(ends[0]), let last = moment(ends[ends.count - 1]),
      first.lowerBound <= last.upperBound
    else { return nil }
    return ends.count == 1 ? first : first.lowerBound...last.upperBound
  }

  private static func moment(_ text: Substring) -> ClosedRange<Double>? {
    var (clock, days) = (text, 0.0)
    if let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let shift = Double(text[sign...]), abs(shift) <= 9, shift == shift.rounded() else {
        return nil
      }
      (clock, days) = (text[..<sign], shift)
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.count == 2 && part.allSatisfy { ("0"..."9").contains($0) } ? Double(part) : nil
    }
    guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
      numbers[1] < 60, numbers.count == 2 || numbers[2] < 60
    else { return nil }
    let start = days * 86_400 + numbers[0] * 3_600 + numbers[1] * 60
    return numbers.count == 3 ? (start + numbers[2])...(start + numbers[2]) : start...(start + 60)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Parts between two dots in a row.
  fileprivate func components(of separator: String) -> [Substring] {
    var (parts, rest) = ([Substring](), self[...])
    while let found = rest.firstRange(of: separator) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }
}

extension Document {
  static let alertColumns = (
    required: ["id", "date", "country", "class", "rules", "sent", "source"],
    optional: [
      "place", "system", "distance", "launch", "sign", "sign_kind", "order", "received", "arrival",
      "note",
    ]
  )

  /// What stands for the time of an alert that never went out.
  private static let never = "never"

  /// - Parameter threats: what a log may tell of.
  mutating func read(alerts reader: inout TableReader, threats: [String]) {
    for row in reader.table.rows {
      guard let id = reader.identifier(row) else { continue }
      guard let date = reader.day(row, "date") else { continue }
      var times: [AlertRow.Event: ClosedRange<Double>] = [:]
      for event in AlertRow.Event.allCases {
        guard let cell = reader.cell(row, event.rawValue), !cell.text.isEmpty,
          event != .sent || cell.text != Document.never
        else { continue }
        times[event] = ClockText.range(cell.text)
        if times[event] == nil {
          reader.report(
            cell.span,
            "\(event.rawValue): found '\(cell.text.prefix(60))', expected \(ClockText.expected)")
        }
      }
      Document.checkOrder(times, row, &reader)
      let distance = reader.text(row, "distance")
      alerts.append(
        AlertRow(
          id: id, date: date, country: reader.country(row), place: reader.text(row, "place"),
          threat: reader.choice(row, "class", threats.map { ($0, $0) }),
          rules: reader.choice(row, "rules", Rules.allCases.map { ($0.rawValue, $0) }),
          system: reader.text(row, "system"),
          distance: distance.isEmpty
            ? nil
            : reader.number(row, "distance", units: Length.units, in: 1_000...20_000_000),
          sign: reader.choice(
            row, "sign_kind", AlertRow.Sign.allCases.map { ($0.rawValue, $0) }),
          times: times, source: reader.required(row, "source"), span: reader.span(row)))
    }
  }

  /// Moments that cannot lie as they are written.
  private static func checkOrder(
    _ times: [AlertRow.Event: ClosedRange<Double>], _ row: [Table.Cell],
    _ reader: inout TableReader
  ) {
    let orders: [(AlertRow.Event, AlertRow.Event)] = [
      (.launch, .arrival), (.sign, .order), (.order, .sent), (.sent, .received),
    ]
    for (before, after) in orders {
      guard let a = times[before], let b = times[after], a.lowerBound > b.upperBound else {
        continue
      }
      reader.report(
        reader.cell(row, after.rawValue)!.span,
        "\(after.rawValue) lies before \(before.rawValue)",
        help: "a time after midnight is written with +1")
    }
    if times[.sent] == nil, reader.text(row, "sent").isEmpty {
      reader.report(
        reader.cell(row, "sent")!.span, "sent: found nothing, expected \(ClockText.expected)",
        help: "write 'never' where no alert went out")
    }
  }
}
