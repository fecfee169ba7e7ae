internal import Quantities

/// The page that an address names, however it is written: two rows of one page have one origin.
///
/// Left out are the scheme, `www.`, the scheme's own port, a fragment, slashes at the end, and parameters that only say who
/// sent the reader there; the host's case and the order of the others do not matter. A parameter that names the page
/// (`?id=7`) tells pages apart.
enum PageAddress {
  /// Parameters that say nothing of the page; `utm_…` beside them.
  private static let tails: Set<String> = [
    "fbclid", "gclid", "dclid", "yclid", "msclkid", "mc_cid", "mc_eid", "igsh", "igshid", "ref_src",
    "_ga",
    "at_medium", "at_campaign",
  ]

  /// Of the page; 0 for an empty address.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard !bytes.isEmpty else { return 0 }
    let at = begin(bytes)
    let end = bytes[at...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
    let query = bytes[at..<end].firstIndex(of: UInt8(ascii: "?")) ?? end
    let slash = bytes[at..<query].firstIndex(of: UInt8(ascii: "/")) ?? query
    let host = bytes[at..<port(bytes, at..<slash)].lazy.map(lower)
    var hash = Fnv.hash(host)
    var path = slash..<query
    while let last = path.last, bytes[last] == UInt8(ascii: "/") { path = path.dropLast() }
    hash = Fnv.hash(bytes[path], seed: hash)
    guard query < end else { return hash }
    let parts = bytes[(query + 1)..<end].split(separator: UInt8(ascii: "&"))
      .map { String(decoding: $0, as: UTF8.self) }
      .filter { part in
        let name = part.prefix { $0 != "=" }.lowercased()
        return !name.hasPrefix("utm_") && !tails.contains(name)
      }
    return parts.sorted().reduce(hash) { Fnv.hash("?\($1)".utf8, seed: $0) }
  }

  /// Where the host begins: behind the scheme and `www.`.
  private static func begin(_ bytes: UnsafeRawBufferPointer) -> Int {
    var at = 0
    for word in ["https://", "http://", "www."] as [StaticString] where starts(bytes, at, word) {
      at += word.utf8CodeUnitCount
    }
    return at
  }

  private static func starts(_ bytes: UnsafeRawBufferPointer, _ at: Int, _ word: StaticString)
    -> Bool
  {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= at + count else { return false }
    return (0..<count).allSatisfy { lower(bytes[at + $0]) == word.utf8Start[$0] }
  }

  /// The end of a host without the port that is its scheme's own.
  private static func port(_ bytes: UnsafeRawBufferPointer, _ host: Range<Int>) -> Int {
    guard let colon = bytes[host].lastIndex(of: UInt8(ascii: ":")) else { return host.upperBound }
    let port = bytes[(colon + 1)..<host.upperBound]
    return port.elementsEqual("80".utf8) || port.elementsEqual("443".utf8) ? colon : host.upperBound
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
  }
}
