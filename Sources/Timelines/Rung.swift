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
  /// The inputs that the marks of one exposure depend on; what `explain` follows.
  func addresses(of exposure: Int) -> [Address]
  func world(under draws: DrawBlock) -> World
  func mark(
    _ exposure: Int, in world: World, under draws: DrawBlock, into block: inout TimelineBlock)
}
