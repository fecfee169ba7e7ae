/// The code of a country: two capital letters, as in ISO 3166-1.
///
/// Codes that the standard leaves to its users (`QM` to `QZ`, `XA` to `XZ`) serve for lands on no map;
/// whether a code has a border is known to the outlines and the layer of countries alone.
public struct CountryCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The two letters.
  public let description: String

  /// Nil unless the text is two letters from A to Z.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
    description = String(text)
  }

  /// What a country code is, for "expected …".
  public static let expected = "two capital letters"

  /// The code that a text in small letters, or with white space around it, probably means.
  public static func meant(by text: String) -> CountryCode? {
    CountryCode(text.filter { !$0.isWhitespace }.uppercased())
  }

  public static func < (a: CountryCode, b: CountryCode) -> Bool { a.description < b.description }
}
