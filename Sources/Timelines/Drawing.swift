/// How a rung that works something out by itself gets its draws: those of a replicate, consecutive.
public struct Drawing: Sendable {
  public typealias Blocks =
    @Sendable (_ replicate: Int, _ first: Int, _ count: Int) -> DrawBlock
  private let supply: @Sendable (Inputs, UInt64) -> Blocks

  public init(_ supply: @escaping @Sendable (_ inputs: Inputs, _ seed: UInt64) -> Blocks) {
    self.supply = supply
  }

  /// The draws of some inputs under a seed; their laws are prepared once.
  public func blocks(of inputs: Inputs, seed: UInt64) -> Blocks { supply(inputs, seed) }
}
