public import Kernels
public import Quantities

/// A declared input: a typed column of every draw block of its rung.
public struct Input<Q: Quantity>: Sendable {
  @usableFromInline let column: Int
}

/// What a rung declares while it is built; addresses are unique, order is column order.
public struct Inputs: Sendable {
  public private(set) var declared: [(address: Address, law: Law)] = []
  /// The SI unit of each, in the same order; empty for a bare number.
  public private(set) var units: [String] = []
  private var columns: [Address: Int] = [:]

  public init() {}

  /// The column of an address; nil when nothing is declared under it.
  public func column(of address: Address) -> Int? { columns[address] }

  /// Declares an input, or returns the one that is already declared under its address.
  ///
  /// - Precondition: one address has one law within a rung.
  public mutating func declare<Q>(_ address: Address, _ law: Law, as: Q.Type) -> Input<Q> {
    if let column = columns[address] {
      precondition(declared[column].law == law, "two laws for \(address)")
      return Input(column: column)
    }
    columns[address] = declared.count
    declared.append((address, law))
    units.append(Q.units.first { $0.value == 1 }?.key ?? "")
    return Input(column: declared.count - 1)
  }
}

/// `count` consecutive draws of one replicate; the last group of four repeats its last draw.
public struct DrawBlock: Sendable {
  public let replicate: Int
  public let first: Int
  public let count: Int
  @usableFromInline let groupCount: Int
  /// Column after column, `groupCount` lanes each, SI.
  @usableFromInline let values: [Lanes]
  /// Where the rung's column stands among `values`.
  @usableFromInline let columns: [Int]
  /// Philox keys of the rung's columns: seed, matrix, replicate and address are in them.
  @usableFromInline let keys: [UInt64]

  /// - Precondition: `values` holds whole columns, and every column exists.
  public init(
    replicate: Int, first: Int, count: Int, values: [Lanes], columns: [Int], keys: [UInt64]
  ) {
    let groups = (count + 3) / 4
    precondition(count > 0 && columns.count == keys.count, "draw block shape")
    precondition(columns.allSatisfy { ($0 + 1) * groups <= values.count }, "a missing column")
    groupCount = groups
    (self.replicate, self.first, self.count) = (replicate, first, count)
    (self.values, self.columns, self.keys) = (values, columns, keys)
  }

  /// The number that a rung's column has among those of all rungs that are drawn together: equal numbers are
  /// equal values.
  public func common(_ column: Int) -> Int { columns[column] }

  /// The same draws with one column taken from another block of them.
  ///
  /// - Precondition: both are of the same inputs and as many draws.
  public func taking(_ column: Int, from other: DrawBlock) -> DrawBlock {
    precondition(columns == other.columns && groupCount == other.groupCount, "another shape")
    let range = (columns[column] * groupCount)..<((columns[column] + 1) * groupCount)
    var moved = values
    moved.replaceSubrange(range, with: other.values[range])
    return DrawBlock(
      replicate: replicate, first: first, count: count, values: moved, columns: columns, keys: keys)
  }

  /// Groups of four draws.
  @inlinable public var groups: Int { groupCount }

  /// The values of an input in four draws, SI.
  @inlinable
  public subscript<Q>(input: Input<Q>, group: Int) -> Lanes {
    values[columns[input.column] * groupCount + group]
  }

  /// Uniforms in (0, 1) for events inside a draw: a function of address, draw and event.
  @inlinable
  public func uniform<Q>(_ input: Input<Q>, event: Int, group: Int) -> Lanes {
    var draws = SIMD4<UInt32>.zero
    for lane in 0..<4 { draws[lane] = UInt32(first + min(group * 4 + lane, count - 1)) }
    return Philox.uniforms(key: keys[input.column], draws: draws, event: UInt32(event))
  }

  /// The same for one draw, counted from the first of the block.
  @inlinable
  public func uniform<Q>(_ input: Input<Q>, event: Int, lane: Int) -> Double {
    Philox.uniform(
      key: keys[input.column], draw: UInt32(first + min(lane, count - 1)), event: UInt32(event))
  }
}
