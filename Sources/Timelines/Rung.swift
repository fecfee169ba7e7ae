public import Quantities

/// A rung under one posture. Pure: equal draws give equal blocks, in any order of calls.
///
/// Every rung ends in `alerted` and `arrived`: warning = arrived − alerted on all three.
public protocol Rung: Sendable {
  /// What all exposures share in these draws: weather, sensors up, alert delays.
  associatedtype World
  /// What the marks of an exposure depend on beside its inputs.
  associatedtype Identity: Hashable & Sendable
  var level: Level { get }
  var inputs: Inputs { get }
  var exposures: [Exposure] { get }
  /// Columns of the inputs that the marks of one exposure depend on; what `explain` follows.
  func columns(of exposure: Int) -> [Int]
  /// Everything that `mark` reads of an exposure beside its inputs: two exposures of two postures with equal
  /// identities and the same inputs have equal marks, and are marked once.
  func identity(of exposure: Int) -> Identity
  /// By how much an exposure is out of reach in every draw, m; nil where some draw may reach.
  func beyond(_ exposure: Int) -> Double?
  /// Number of extreme choices of the other side; the worst case is the least warning over them.
  var choices: Int { get }
  /// The uniform that such a choice gives an input; nil leaves it to the draw.
  func choice(_ index: Int, column: Int) -> Double?
  /// - Parameter other: the world of another rung of this kind in the same draws, from which it may take what
  ///   both have in common; marks are the same with and without.
  func world(under draws: DrawBlock, beside other: World?) -> World
  func mark(
    _ exposure: Int, in world: World, under draws: DrawBlock, into block: inout TimelineBlock)
}

extension Rung {
  /// A world of its own.
  public func world(under draws: DrawBlock) -> World { world(under: draws, beside: nil) }

  public func beyond(_ exposure: Int) -> Double? { nil }
  public var choices: Int { 1 }
  public func choice(_ index: Int, column: Int) -> Double? { nil }

  /// Exposures that some draw reaches; where none does, the one that comes nearest.
  public func thatReach(_ exposures: [Int]) -> [Int] {
    let some = exposures.filter { beyond($0) == nil }
    guard some.isEmpty else { return some }
    return exposures.min { beyond($0)! < beyond($1)! }.map { [$0] } ?? []
  }
}
