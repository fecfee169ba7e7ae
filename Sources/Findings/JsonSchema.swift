public import Quantities

extension Json {
  // MARK: pieces of a JSON Schema

  public static func type(_ name: String) -> Json { .object([("type", .string(name))]) }

  /// The same schema with a sentence.
  public func described(_ sentence: String) -> Json {
    guard case .object(let members) = self else { preconditionFailure("a schema is an object") }
    return .object([("description", .string(sentence))] + members)
  }

  /// The same schema, or null.
  public var orNull: Json { .object([("oneOf", .array([self, .type("null")]))]) }

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
