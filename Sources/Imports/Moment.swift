public import Quantities

/// A day and time of day as logs write them, in Coordinated Universal Time.
public struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since the beginning of 1970.
  public let seconds: Int
  /// Whether the text said which zone it is in; else it is taken as UTC.
  public let hasZone: Bool

  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

  /// `2031-03-15 22:40:12+00:00`, `2031-03-15T22:40Z`, `2031-03-15 22:40`; nil for anything else, a bare day too.
  public init?(_ text: String) {
    let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    guard parts.count == 2, let day = Day(parts[0]) else { return nil }
    var clock = parts[1]
    var offset: Int?
    if clock.hasSuffix("Z") {
      (clock, offset) = (clock.dropLast(), 0)
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let digits = clock[clock.index(after: sign)...].filter { $0 != ":" }
      guard digits.count == 2 || digits.count == 4, let hours = Int(digits.prefix(2)), hours <= 14,
        let minutes = digits.count == 2 ? 0 : Int(digits.suffix(2)), minutes < 60
      else { return nil }
      offset = (clock[sign] == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
      clock = clock[..<sign]
    }
    let numbers = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(numbers.count), let hour = Int(numbers[0]), (0...24).contains(hour),
      let minute = Int(numbers[1]), (0..<60).contains(minute),
      let second = numbers.count == 3 ? Double(numbers[2]) : 0, (0..<61).contains(second)
    else { return nil }
    let clockSeconds = hour * 3_600 + minute * 60 + Int(second)
    seconds = day.number * 86_400 + clockSeconds - (offset ?? 0)
    // a zone may carry the first and the last day beyond the calendar
    guard day.year > 1900, day.year < 2199 else { return nil }
    hasZone = offset != nil
  }

  public var day: Day { Day(number: Int((Double(seconds) / 86_400).rounded(.down))) }

  /// `22:40:12`
  public var clock: String {
    let rest = seconds - day.number * 86_400
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
  }
}
