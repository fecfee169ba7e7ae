/// JSON text, keys in the order given, numbers as short as they are exact to so many digits.
public indirect enum Json: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// To six digits.
  case number(Double)
  /// To the last digit.
  case exact(Double)
  case string(String)
  case array([Json])
  case object([(String, Json)])

  /// Nil becomes null.
  public init(_ value: Double?) { self = value.map { .number($0) } ?? .null }
  public init(_ value: String?) { self = value.map { .string($0) } ?? .null }

  /// One line.
  public var text: String {
    var out = ""
    write(to: &out)
    return out
  }

  /// Writes one line.
  public func write(to out: inout String) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += "\(value)"
    case .number(let value): out += Json.short(value)
    case .exact(let value):
      precondition(value.isFinite, "a number that is not finite")
      out += value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    case .string(let value): Json.quote(value, &out)
    case .array(let items):
      out += "["
      for (index, item) in items.enumerated() {
        if index > 0 { out += "," }
        item.write(to: &out)
      }
      out += "]"
    case .object(let members):
      out += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { out += "," }
        Json.quote(member.0, &out)
        out += ":"
        member.1.write(to: &out)
      }
      out += "}"
    }
  }

  /// Six significant digits, no trailing zeros; never NaN or infinite.
  public static func short(_ value: Double) -> String {
    precondition(value.isFinite, "a figure that is not finite")
    if value == 0 { return "0" }
    // below, the scale that brings six digits before the point is no finite number
    if abs(value) < 1e-300 { return "\(value)" }
    var scale = 1.0
    var size = abs(value)
    while size >= 1e6 { (size, scale) = (size / 10, scale / 10) }
    while size < 1e5 { (size, scale) = (size * 10, scale * 10) }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }

  private static func quote(_ text: String, _ out: inout String) {
    out += "\""
    defer { out += "\"" }
    guard text.utf8.contains(where: { $0 < 32 || $0 == 34 || $0 == 92 }) else {
      out += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default:
        if scalar.value < 32 {
          let digits = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
  }
}
