extension Json {
  /// Where a text is no JSON: bytes before it.
  public struct NoJson: Error, Hashable, Sendable { public let offset: Int }

  /// Reads JSON text (RFC 8259): whole numbers as `integer`, others as `exact`; at most 64 levels deep.
  ///
  /// - Throws: `NoJson`.
  public init(parsing text: String) throws(NoJson) {
    var reader = JsonReader(Array(text.utf8))
    self = try reader.document()
  }
}

private struct JsonReader {
  private let bytes: [UInt8]
  private var at = 0
  private static let deepest = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(Json.NoJson) -> Json {
    let value = try value(depth: 0)
    skip()
    guard at == bytes.count else { throw fault }
    return value
  }

  private var fault: Json.NoJson { Json.NoJson(offset: at) }
  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skip() {
    while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { at += 1 }
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    skip()
    guard next == byte else { return false }
    at += 1
    return true
  }

  private mutating func word(_ word: String, _ value: Json) throws(Json.NoJson) -> Json {
    guard bytes[at...].starts(with: word.utf8) else { throw fault }
    at += word.utf8.count
    return value
  }

  private mutating func value(depth: Int) throws(Json.NoJson) -> Json {
    skip()
    guard depth < JsonReader.deepest else { throw fault }
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(_ depth: Int) throws(Json.NoJson) -> Json {
    at += 1
    var members: [(String, Json)] = []
    if takes(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skip()
      guard next == UInt8(ascii: "\"") else { throw fault }
      let key = try string()
      guard takes(UInt8(ascii: ":")) else { throw fault }
      members.append((key, try value(depth: depth + 1)))
    } while takes(UInt8(ascii: ","))
    guard takes(UInt8(ascii: "}")) else { throw fault }
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(Json.NoJson) -> Json {
    at += 1
    var items: [Json] = []
    if takes(UInt8(ascii: "]")) { return .array([]) }
    repeat { items.append(try value(depth: depth + 1)) } while takes(UInt8(ascii: ","))
    guard takes(UInt8(ascii: "]")) else { throw fault }
    return .array(items)
  }

  private mutating func number() throws(Json.NoJson) -> Json {
    let start = at
    var isWhole = true
    while let byte = next {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
      case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        isWhole = false
      default:
        return try number(String(decoding: bytes[start..<at], as: UTF8.self), isWhole)
      }
      at += 1
    }
    return try number(String(decoding: bytes[start..<at], as: UTF8.self), isWhole)
  }

  private func number(_ text: String, _ isWhole: Bool) throws(Json.NoJson) -> Json {
    if isWhole, let number = Int(text) { return .integer(number) }
    guard let number = QuantityText.number(text) else { throw fault }
    return .exact(number)
  }

  private mutating func string() throws(Json.NoJson) -> String {
    at += 1
    var text: [UInt8] = []
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<32: throw fault
      default: text.append(byte)
      }
    }
    throw fault
  }

  private mutating func escape() throws(Json.NoJson) -> [UInt8] {
    guard let byte = next else { throw fault }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "u"): return try unicode()
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    default: throw fault
    }
  }

  /// Four digits, or eight for what lies beyond: two surrogates.
  private mutating func unicode() throws(Json.NoJson) -> [UInt8] {
    var units = [try unit()]
    if (0xD800...0xDBFF).contains(units[0]) {
      guard takes(UInt8(ascii: "\\")), next == UInt8(ascii: "u") else { throw fault }
      at += 1
      units.append(try unit())
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private mutating func unit() throws(Json.NoJson) -> UInt16 {
    guard at + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw fault }
    at += 4
    return unit
  }
}
