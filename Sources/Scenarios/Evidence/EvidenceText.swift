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
  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

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

  private static func length(of month: Int, in year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 && leap ? 29 : lengths[month - 1]
  }

  /// Days since 1970 as in `Day.number`, without making a `Day` first.
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let (era, ofEra) = (shifted / 400, shifted % 400)
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return Int32(era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468)
  }

  private static func yearAndMonth(
    _ bytes: UnsafeRawBufferPointer, _ at: Int
  ) -> (year: Int, month: Int)? {
    guard bytes[at + 4] == dash, let year = digits(bytes, at..<at + 4),
      let month = digits(bytes, at + 5..<at + 7), (1_900...2_199).contains(year),
      (1...12).contains(month)
    else { return nil }
    return (year, month)
  }

  private static func day(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int32? {
    guard let (year, month) = yearAndMonth(bytes, at), bytes[at + 7] == dash,
      let day = digits(bytes, at + 8..<at + 10), (1...length(of: month, in: year)).contains(day)
    else { return nil }
    return number(year, month, day)
  }

  private static func month(_ bytes: UnsafeRawBufferPointer) -> (first: Int32, last: Int32)? {
    guard let (year, month) = yearAndMonth(bytes, 0) else { return nil }
    let first = number(year, month, 1)
    return (first, first + Int32(length(of: month, in: year)) - 1)
  }

  /// A plain decimal number.
  static func number(_ bytes: UnsafeRawBufferPointer) -> Double? {
    if bytes.count <= 15, let whole = digits(bytes, 0..<bytes.count) { return Double(whole) }
    return QuantityText.number(String(decoding: bytes, as: UTF8.self))
  }

  /// What `Address.isIdentifier` says of a text.
  static func isIdentifier(_ bytes: UnsafeRawBufferPointer) -> Bool {
    func isPlain(_ byte: UInt8) -> Bool { byte &- 97 < 26 || byte &- 48 < 10 }
    guard let first = bytes.first, bytes.count <= 64, isPlain(first) else { return false }
    return bytes.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "_") || $0 == dash }
  }

  /// FNV-1a, 64 bits, continued from `seed`.
  static func hash(
    _ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0xcbf2_9ce4_8422_2325
  ) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  /// A cell as RFC 4180 writes it: quoted where it must be.
  public static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [34, 44, 10, 13].contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
