public import Quantities

/// What a rung found that is no figure: a table or a curve of its own, which goes into `results.json`
/// under a key and is shown by a section of the page.
public protocol Annex: Sendable {
  /// Its key in `results.json`.
  static var key: String { get }
  /// JSON Schema of `json`.
  static var schema: Json { get }
  var json: Json { get }
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

extension Json {
  // MARK: pieces of a JSON Schema

  public static func type(_ name: String) -> Json { .object([("type", .string(name))]) }

  public static func nullable(_ name: String) -> Json {
    .object([("type", .array([.string(name), .string("null")]))])
  }

  public static func list(of items: Json) -> Json {
    .object([("type", .string("array")), ("items", items)])
  }

  /// An object with any keys.
  public static func map(to values: Json) -> Json {
    .object([("type", .string("object")), ("additionalProperties", values)])
  }

  /// An object with exactly these keys.
  public static func record(_ members: [(String, Json)]) -> Json {
    .object([
      ("type", .string("object")), ("properties", .object(members)),
      ("required", .array(members.map { .string($0.0) })), ("additionalProperties", .bool(false)),
    ])
  }
}
