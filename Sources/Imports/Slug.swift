internal import Foundation
internal import Quantities

/// Ids from names: `Žemė & Co` is `zeme-co`.
struct Slugs {
  private var taken: Set<String>

  init(taken: Set<String> = []) { self.taken = taken }

  private static let letters: [Character: String] = [
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i",
  ]

  /// An id that no row before has; `fallback` where nothing is left of the name.
  mutating func next(_ name: String, fallback: String) -> String {
    let latin = name.applyingTransform(.toLatin, reverse: false) ?? name
    let plain = latin.lowercased().map { Slugs.letters[$0] ?? String($0) }.joined()
      .decomposedStringWithCanonicalMapping
    var id = ""
    for character in plain.unicodeScalars where !(0x300...0x36f).contains(character.value) {
      let isPlain =
        ("a"..."z").contains(character) || ("0"..."9").contains(character)
      if isPlain { id.unicodeScalars.append(character) } else if id.last != "-" { id += "-" }
    }
    let trimmed = String(id.split(separator: "-").joined(separator: "-").prefix(56))
    let base = Address.isIdentifier(trimmed) ? trimmed : fallback
    var (result, number) = (base, 2)
    while !taken.insert(result).inserted {
      result = "\(base)-\(number)"
      number += 1
    }
    return result
  }
}
