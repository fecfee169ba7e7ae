public import Quantities

/// How a value stands in JSON: one description gives what is written, what is read back, and the schema with a sentence for
/// every field.
public struct Shape<Value>: Sendable {
  public let encode: @Sendable (Value) -> Json
  /// - Throws: `ShapeFault`, where the text is not what the shape says.
  public let decode: @Sendable (Json) throws -> Value
  public let schema: Json

  public init(
    encode: @escaping @Sendable (Value) -> Json,
    decode: @escaping @Sendable (Json) throws -> Value, schema: Json
  ) {
    (self.encode, self.decode, self.schema) = (encode, decode, schema)
  }
}

/// What was found in JSON where something else is expected.
public struct ShapeFault: Error, CustomStringConvertible {
  /// Keys from the outside in.
  public let path: [String]
  public let expected: String

  public init(_ expected: String, path: [String] = []) {
    (self.expected, self.path) = (expected, path)
  }

  func inside(_ key: String) -> ShapeFault { ShapeFault(expected, path: [key] + path) }

  public var description: String { "\(path.joined(separator: ".")): expected \(expected)" }
}

// MARK: plain values

extension Shape where Value == String {
  public static let text = Shape(
    encode: { .string($0) },
    decode: {
      guard case .string(let text) = $0 else { throw ShapeFault("text") }
      return text
    }, schema: .type("string"))
}

extension Shape where Value == Int {
  public static let integer = Shape(
    encode: { .integer($0) },
    decode: {
      guard case .integer(let number) = $0 else { throw ShapeFault("a whole number") }
      return number
    }, schema: .type("integer"))
}

extension Shape where Value == Bool {
  public static let flag = Shape(
    encode: { .bool($0) },
    decode: {
      guard case .bool(let flag) = $0 else { throw ShapeFault("true or false") }
      return flag
    }, schema: .type("boolean"))
}

extension Shape where Value == Double {
  /// To six digits.
  public static let number = numeric { .number($0) }
  /// To the last digit, so that it is read back as it was.
  public static let exact = numeric { .exact($0) }

  private static func numeric(_ encode: @escaping @Sendable (Double) -> Json) -> Shape {
    Shape(
      encode: encode,
      decode: {
        switch $0 {
        case .number(let number), .exact(let number): return number
        case .integer(let number): return Double(number)
        default: throw ShapeFault("a number")
        }
      }, schema: .type("number"))
  }
}

// MARK: shapes of shapes

extension Shape {
  /// The value or null.
  public var orNull: Shape<Value?> {
    Shape<Value?>(
      encode: { $0.map(encode) ?? .null },
      decode: {
        if case .null = $0 { return nil }
        return try decode($0)
      }, schema: schema.orNull)
  }

  public var list: Shape<[Value]> {
    Shape<[Value]>(
      encode: { .array($0.map(encode)) },
      decode: {
        guard case .array(let items) = $0 else { throw ShapeFault("a list") }
        return try items.enumerated().map { index, item in
          do { return try decode(item) } catch let fault as ShapeFault {
            throw fault.inside("\(index)")
          }
        }
      }, schema: .list(of: schema))
  }

  /// An object with any keys, in their order.
  public var byKey: Shape<[String: Value]> {
    Shape<[String: Value]>(
      encode: { .object($0.sorted { $0.key < $1.key }.map { ($0.key, encode($0.value)) }) },
      decode: {
        guard case .object(let members) = $0 else { throw ShapeFault("an object") }
        return try members.reduce(into: [:]) { all, member in
          do { all[member.0] = try decode(member.1) } catch let fault as ShapeFault {
            throw fault.inside(member.0)
          }
        }
      }, schema: .map(to: schema))
  }

  /// A value that is written as another one.
  ///
  /// - Parameters:
  ///   - words: what is expected where `from` gives nothing.
  public func standing<Other>(
    for words: String, _ to: @escaping @Sendable (Other) -> Value,
    _ from: @escaping @Sendable (Value) -> Other?
  ) -> Shape<Other> {
    Shape<Other>(
      encode: { encode(to($0)) },
      decode: {
        guard let value = from(try decode($0)) else { throw ShapeFault(words) }
        return value
      }, schema: schema)
  }

  /// A field of an object.
  public struct Member<Part>: Sendable {
    let name, sentence: String
    let shape: Shape<Part>
    let of: @Sendable (Value) -> Part

    public init(
      _ name: String, _ sentence: String, _ shape: Shape<Part>,
      _ of: @escaping @Sendable (Value) -> Part
    ) {
      (self.name, self.sentence, self.shape, self.of) = (name, sentence, shape, of)
    }

    fileprivate func encode(_ value: Value) -> (String, Json) { (name, shape.encode(of(value))) }

    fileprivate func decode(_ members: [String: Json]) throws -> Part {
      guard let own = members[name] else { throw ShapeFault("a field '\(name)'") }
      do { return try shape.decode(own) } catch let fault as ShapeFault {
        throw fault.inside(name)
      }
    }

    fileprivate var schema: (String, Json) { (name, shape.schema.described(sentence)) }
  }

  /// An object with exactly these fields.
  ///
  /// - Parameter make: puts the parts together, in the order of the members.
  public static func record<each Part>(
    _ make: @escaping @Sendable (repeat each Part) throws -> Value,
    _ members: repeat Member<each Part>
  ) -> Shape {
    let all = (repeat each members)
    var fields: [(String, Json)] = []
    repeat fields.append((each members).schema)
    return Shape(
      encode: { value in
        var written: [(String, Json)] = []
        repeat written.append((each all).encode(value))
        return .object(written)
      },
      decode: { json in
        guard case .object(let found) = json else { throw ShapeFault("an object") }
        let members = Dictionary(found, uniquingKeysWith: { a, _ in a })
        return try make(repeat try (each all).decode(members))
      }, schema: .record(fields))
  }
}

extension Shape where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  /// One of the words of an enumeration.
  public static var word: Shape {
    let words = Value.allCases.map(\.rawValue)
    return Shape(
      encode: { .string($0.rawValue) },
      decode: {
        guard case .string(let text) = $0, let value = Value(rawValue: text) else {
          throw ShapeFault("one of \(words.joined(separator: ", "))")
        }
        return value
      },
      schema: .object([("type", .string("string")), ("enum", .array(words.map { .string($0) }))]))
  }
}

extension Shape where Value == Address {
  public static let address = Shape<String>.text.standing(
    for: "an address", { $0.description }, { Address($0) })
}

extension Shape where Value == Day {
  public static let day = Shape<String>.text.standing(
    for: "a day (2022-01-31)", { $0.description }, { Day($0) })
}
