/// The name of a physical cause: `catalogue.9m723.peak_speed`, `alert.decision`.
///
/// Lower-case ASCII ids joined by dots. The first is the root; a posture is never part of it,
/// so that before and after draw the same number for what they have in common.
public struct Address: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The roots an address may start with.
  public static let roots = [
    "alert", "atmosphere", "attrition", "axis", "catalogue", "district", "formation", "indicator",
    "movement",
    "net", "observer", "place", "site", "terrain",
  ]

  public let description: String

  /// Nil unless the text is an address: a known root, then one to three ids.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...4).contains(parts.count), Address.roots.contains(String(parts[0])),
      parts.dropFirst().allSatisfy(Address.isIdentifier)
    else { return nil }
    description = text
  }

  /// The address `root.owner.field`; the parts are ours, so a bad one is our mistake.
  public init(_ root: String, _ owner: String, _ field: String? = nil) {
    let text = field.map { "\(root).\(owner).\($0)" } ?? "\(root).\(owner)"
    guard let address = Address(text) else { preconditionFailure("not an address: \(text)") }
    self = address
  }

  /// The first part: `catalogue`.
  public var root: Substring { description.prefix { $0 != "." } }

  /// The last part: `apogee` of `catalogue.9m723.apogee`.
  public var last: String {
    String(description[description.index(after: description.lastIndex(of: ".")!)...])
  }

  /// The first two parts: `catalogue.9m723` of `catalogue.9m723.apogee`.
  public var owner: String { description.split(separator: ".").prefix(2).joined(separator: ".") }

  /// Whether it is one of `indicators.yaml`: the strategic rung's alone.
  public var isOfIndicators: Bool { description.hasPrefix("indicator.") }

  public static func < (a: Address, b: Address) -> Bool { a.description < b.description }

  /// FNV-1a, 64 bits, of the UTF-8 bytes: the same in every process and on every machine.
  public var hash64: UInt64 { Fnv.hash(description.utf8) }

  /// Whether a text can be an id: lower-case letters, digits, `_` and `-`, a letter or digit first.
  public static func isIdentifier(_ text: some StringProtocol) -> Bool { isIdentifier(text.utf8) }

  /// The same of bytes.
  @inlinable
  public static func isIdentifier(_ bytes: some Collection<UInt8>) -> Bool {
    func isPlain(_ byte: UInt8) -> Bool { byte &- 97 < 26 || byte &- 48 < 10 }
    guard let first = bytes.first, bytes.count <= 64 else { return false }
    return isPlain(first)
      && bytes.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
  }
}
