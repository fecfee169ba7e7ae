/// Reads written quantities, strictly: a decimal number, then a unit the dimension knows.
public enum QuantityText {
  /// Why a text is not a quantity; the words are shown to the analyst.
  public struct Refusal: Error, Hashable, Sendable {
    public let found: String
    public let expected: String
  }

  /// Digits a written number may have: more is an attack or a mistake, never a measurement.
  public static let longestNumber = 30

  /// A plain decimal number: optional sign, digits, optional fraction and exponent.
  ///
  /// `nan`, `inf`, hexadecimal, thousands separators and numbers that overflow are refused.
  public static func number(_ text: some StringProtocol) -> Double? {
    guard !text.isEmpty, text.utf8.count <= longestNumber else { return nil }
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        break
      default: return nil
      }
    }
    guard digits > 0, let value = Double(String(text)), value.isFinite else { return nil }
    return value
  }

  /// A number and its unit, as in `48 km`, in SI.
  ///
  /// - Parameter units: the dimension's table; an empty spelling allows a bare number.
  public static func value(
    _ text: some StringProtocol, units: KeyValuePairs<String, Double>
  ) throws(Refusal) -> Double {
    let words = text.split(whereSeparator: \.isWhitespace)
    let expected = "a number and a unit (\(spellings(units)))"
    guard let first = words.first, words.count <= 2 else {
      throw Refusal(found: String(text.prefix(60)), expected: expected)
    }
    let (numeral, unit) =
      words.count == 2 ? (String(first), String(words[1])) : splitUnit(String(first))
    guard let number = number(numeral), let size = units.first(where: { $0.key == unit })?.value
    else { throw Refusal(found: String(text.prefix(60)), expected: expected) }
    return number * size
  }

  /// The units of a dimension as a reader is told them.
  public static func spellings(_ units: KeyValuePairs<String, Double>) -> String {
    units.map { $0.key.isEmpty ? "none" : $0.key }.joined(separator: ", ")
  }

  /// `5%` and `5km` without a space.
  private static func splitUnit(_ word: String) -> (String, String) {
    let end =
      word.lastIndex { ("0"..."9").contains($0) || $0 == "." }.map(word.index(after:))
      ?? word.startIndex
    return (String(word[..<end]), String(word[end...]))
  }
}
