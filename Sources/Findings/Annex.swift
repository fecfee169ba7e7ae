public import Quantities

/// What a rung found that is no figure: a table or a curve of its own, which goes into `results.json`
/// under a key and is shown by a section of the page.
public protocol Annex: Sendable {
  /// Its key in `results.json`.
  static var key: String { get }
  /// How it stands there.
  static var shape: Shape<Self> { get }
}

extension Annex {
  public var json: Json { Self.shape.encode(self) }
  static var schema: Json { Self.shape.schema }
}

/// Everything that a rung may find: its quantities and its annexes.
public struct RungFindings: Sendable {
  public let level: Level
  public let quantities: [FigureQuantity]
  public let annexes: [any Annex.Type]

  public init(
    _ level: Level, quantities: [FigureQuantity], annexes: [any Annex.Type] = []
  ) {
    precondition(quantities.allSatisfy { $0.level == level }, "a quantity of another rung")
    (self.level, self.quantities, self.annexes) = (level, quantities, annexes)
  }
}
