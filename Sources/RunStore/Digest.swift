internal import GRDB
internal import Quantities

/// A digest that grows cell by cell: the kind of each and the length of a text are in it, so that neither an empty cell and a 0
/// nor "ab", "c" and "a", "bc" are the same. It guards against damage, not against a forger.
struct Digest {
  private var hash = Fnv.hash(EmptyCollection<UInt8>())
  var value: Int { Int(Int64(bitPattern: hash)) }

  mutating func add(_ number: Int?) {
    number.map { add(1, UInt64(bitPattern: Int64($0))) } ?? add(0, 0)
  }

  mutating func add(_ number: Double?) { number.map { add(2, $0.bitPattern) } ?? add(0, 0) }

  mutating func add(_ value: Value) {
    switch value.storage {
    case .null: add(0, 0)
    case .int64(let number): add(1, UInt64(bitPattern: number))
    case .double(let number): add(2, number.bitPattern)
    case .string(let text):
      add(3, UInt64(text.utf8.count))
      hash = Fnv.hash(text.utf8, seed: hash)
    case .blob(let bytes):
      add(4, UInt64(bytes.count))
      hash = Fnv.hash(bytes, seed: hash)
    }
  }

  /// One step for each word: two words that differ never give the same from the same.
  private mutating func add(_ kind: UInt64, _ word: UInt64) {
    for part in [kind, word] { hash = (hash ^ part) &* 0x0000_0100_0000_01b3 }
  }
}
