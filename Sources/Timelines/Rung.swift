public import Quantities

/// A rung under one posture. Pure: equal draws give equal blocks, in any order of calls.
///
/// Every rung ends in `alerted` and `arrived`: warning = arrived − alerted on all three.
public protocol Rung: Sendable {
  /// What all exposures share in these draws: weather, sensors up, alert delays.
  associatedtype World: Sendable
  var level: Level { get }
  var inputs: Inputs { get }
  var exposures: [Exposure] { get }
  /// Columns of the inputs that the marks of one exposure depend on; what `explain` follows.
  func columns(of exposure: Int) -> [Int]
  /// What else they depend on: two exposures of two postures with one circumstance and the same
  /// inputs have equal marks, and are marked once.
  func circumstance(of exposure: Int) -> String
  /// Corners of what the other side may choose; the worst case is the least over all of them.
  var choices: Int { get }
  /// The uniform that one of these corners gives an input; nil leaves it to the draw.
  func choice(_ index: Int, column: Int) -> Double?
  func world(under draws: DrawBlock) -> World
  func mark(
    _ exposure: Int, in world: World, under draws: DrawBlock, into block: inout TimelineBlock)
}

extension Rung {
  public var choices: Int { 1 }
  public func choice(_ index: Int, column: Int) -> Double? { nil }
}
