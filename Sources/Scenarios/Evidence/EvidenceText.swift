public import Quantities

/// Cells of `observations.csv` read from bytes: a log has a million of them.
public enum EvidenceText {
  /// A day, a month or two days: `2022-02-05`, `2022-02`, `2022-02-05..2022-02-28`.
  public static func days(_ text: String) -> ClosedRange<Day>? {
    var text = text
    return text.withUTF8 { days(UnsafeRawBufferPointer($0)) }.map {
      Day(number: Int($0.first))...Day(number: Int($0.last))
    }
  }

  /// The same as day numbers.
  static func days(_ bytes: UnsafeRawBufferPointer) -> (first: Int32, last: Int32)? {
    switch bytes.count {
    case 10: return day(bytes, 0).map { ($0, $0) }
    case 7: return month(bytes)
    case 22 where bytes[10] == dot && bytes[11] == dot:
      guard let first = day(bytes, 0), let last = day(bytes, 12), first <= last else {
        return nil
      }
      return (first, last)
    default: return nil
    }
  }

  private static let dot = UInt8(ascii: ".")
  private static let dash = UInt8(ascii: "-")
  /// Digits as a number; nil where anything else stands.
  private static func digits(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    var value = 0
    for i in range {
      let digit = bytes[i] &- 48
      guard digit < 10 else { return nil }
      value = 10 * value + Int(digit)
    }
    return value
  }

  private static func yearAndMonth(
    _ bytes: UnsafeRawBufferPointer, _ at: Int
  ) -> (year: Int, month: Int)? {
    guard bytes[at + 4] == dash, let year = digits(bytes, at..<at + 4),
      let month = digits(bytes, at + 5..<at + 7)
    else { return nil }
    return (year, month)
  }

  private static func day(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int32? {
    guard let (year, month) = yearAndMonth(bytes, at), bytes[at + 7] == dash,
      let day = digits(bytes, at + 8..<at + 10)
    else { return nil }
    return Day(year: year, month: month, day: day).map { Int32($0.number) }
  }

  private static func month(_ bytes: UnsafeRawBufferPointer) -> (first: Int32, last: Int32)? {
    guard let (year, month) = yearAndMonth(bytes, 0),
      let first = Day(year: year, month: month, day: 1)
    else { return nil }
    return (Int32(first.number), Int32(first.endOfMonth.number))
  }

  /// A plain decimal number.
  static func number(_ bytes: UnsafeRawBufferPointer) -> Double? {
    if bytes.count <= 15, let whole = digits(bytes, 0..<bytes.count) { return Double(whole) }
    return QuantityText.number(String(decoding: bytes, as: UTF8.self))
  }
}
