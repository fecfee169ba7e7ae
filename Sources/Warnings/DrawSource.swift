internal import Kernels
internal import Quantities
public import Timelines

/// Every input of several rungs, drawn together: what two postures have in common is one column.
struct DrawSource: Sendable {
  private struct Column: Sendable {
    let sampler: Sampler
    let hash: UInt64
    /// Of the address that chooses among claim sets; nil without any.
    let sets: UInt64?
  }

  private var columns: [Column] = []
  /// Address and law of every column.
  private(set) var inputs: [(address: Address, law: Law)] = []
  /// Columns of all rungs together.
  var count: Int { columns.count }
  /// Column of each declared input, rung by rung.
  private(set) var maps: [[Int]] = []
  private var hashes: [[UInt64]] = []
  let seed: UInt64

  init(_ rungs: [Inputs], seed: UInt64) {
    struct Key: Hashable {
      let address: Address
      let law: Law
    }
    self.seed = seed
    var known: [Key: Int] = [:]
    for rung in rungs {
      var map: [Int] = []
      for (address, law) in rung.declared {
        let key = Key(address: address, law: law)
        if known[key] == nil {
          known[key] = columns.count
          inputs.append((address, law))
          columns.append(
            Column(
              sampler: Sampler(law), hash: address.hash64, sets: law.sets?.address.hash64))
        }
        map.append(known[key]!)
      }
      maps.append(map)
      hashes.append(rung.declared.map(\.address.hash64))
    }
  }

  /// Uniforms that replace those of the draw where the other side takes one of its corners.
  func choices(_ rungs: [any Rung], index: Int) -> [Int: Double] {
    var result: [Int: Double] = [:]
    for (map, rung) in zip(maps, rungs) where index < rung.choices {
      for (column, place) in map.enumerated() {
        if let u = rung.choice(index, column: column) { result[place] = u }
      }
    }
    return result
  }

  private func key(_ hash: UInt64, replicate: Int, part: UInt64) -> UInt64 {
    // the second word will tell the samples of pick-freeze apart
    Scramble.key(seed, 0, UInt64(replicate), hash, part)
  }

  /// All columns of `count` consecutive draws, lanes of four; the last group repeats its last draw.
  ///
  /// - Parameter chosen: uniforms by column that replace those of the draws.
  func values(
    replicate: Int, first: Int, count: Int, chosen: [Int: Double] = [:]
  ) -> [Lanes] {
    let groups = (count + 3) / 4
    var values = [Lanes](repeating: .zero, count: columns.count * groups)
    for (index, column) in columns.enumerated() {
      let selector = key(column.sets ?? column.hash, replicate: replicate, part: 0)
      let value = key(column.hash, replicate: replicate, part: 1)
      let picks = column.sampler.needsSelector
      for group in 0..<groups {
        var lanes = Lanes.zero
        for lane in 0..<4 {
          let draw = UInt32(first + min(4 * group + lane, count - 1))
          lanes[lane] = column.sampler.value(
            selector: picks ? Scramble.point(draw, key: selector) : 0,
            chosen[index] ?? Scramble.point(draw, key: value))
        }
        values[index * groups + group] = lanes
      }
    }
    return values
  }

  /// How many components a column's law has, as far as they are told apart; 0 where it has one alone.
  func components(_ column: Int) -> Int { inputs[column].law.claimsToldApart }

  /// Which component of its law a column's value comes from in a draw.
  func component(_ column: Int, replicate: Int, draw: Int) -> UInt8 {
    let own = columns[column]
    let selector = Scramble.point(
      UInt32(draw), key: key(own.sets ?? own.hash, replicate: replicate, part: 0))
    return UInt8(min(own.sampler.component(selector), Law.mostToldApart - 1))
  }

  /// The block of one rung over columns that were drawn for all.
  func block(
    rung: Int, values: [Lanes], replicate: Int, first: Int, count: Int
  ) -> DrawBlock {
    DrawBlock(
      replicate: replicate, first: first, count: count, values: values, columns: maps[rung],
      keys: hashes[rung].map { key($0, replicate: replicate, part: 2) })
  }

  /// A value as a 16-bit integer across its law's range.
  func quantised(_ value: Double, column: Int) -> Int64 {
    let range = columns[column].sampler.range
    let width = range.upperBound - range.lowerBound
    guard width > 0 else { return 0 }
    let place = (value - range.lowerBound) / width
    // a width beyond all numbers tells nothing apart
    return place.isFinite ? Int64(min(max(place, 0), 1) * 65_535) : 0
  }
}

extension Law {
  static let mostToldApart = Int(UInt8.max)

  /// How many of its components draws are counted by; 0 where it has one alone.
  var claimsToldApart: Int {
    components.count > 1 ? min(components.count, Law.mostToldApart) : 0
  }
}

/// The draws of a rung on its own, as a replay, a story or a test needs them; its laws are prepared
/// once.
public struct RungDraws: Sendable {
  private let source: DrawSource

  public init(_ inputs: Inputs, seed: UInt64) { source = DrawSource([inputs], seed: seed) }

  /// Consecutive draws of one replicate.
  public func block(replicate: Int, first: Int, count: Int) -> DrawBlock {
    source.block(
      rung: 0, values: source.values(replicate: replicate, first: first, count: count),
      replicate: replicate, first: first, count: count)
  }
}

extension DrawBlock {
  /// The draws of one replicate of a rung, once.
  public static func drawn(
    for inputs: Inputs, seed: UInt64, replicate: Int = 0, first: Int = 0, count: Int = 256
  ) -> DrawBlock {
    RungDraws(inputs, seed: seed).block(replicate: replicate, first: first, count: count)
  }
}

extension Drawing {
  /// Draws as every study of this seed has them.
  public static let sampled = Drawing { inputs, seed in
    let draws = RungDraws(inputs, seed: seed)
    return { draws.block(replicate: $0, first: $1, count: $2) }
  }
}
