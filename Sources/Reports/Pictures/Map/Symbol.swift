public import Foundation

/// An APP-6 symbol, drawn from milsymbol's instructions letter by letter as milsymbol does.
public struct Symbol: Sendable {
  /// The symbol without a frame of its own.
  let body: String
  /// Its bounding box, with the width of a line around it, in its own units.
  private let low: SIMD2<Double>
  private let high: SIMD2<Double>

  /// Nil when the instructions are not what they were.
  public init?(_ data: Data) {
    guard let root = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let instructions = root["di"], let box = root["bb"] as? [String: Any]
    else { return nil }
    let ends = ["x1", "y1", "x2", "y2"].compactMap { Symbol.number(box[$0]) }
    guard ends.count == 4 else { return nil }
    body = Drawing.list(instructions)
    low = SIMD2(ends[0], ends[1]) - Symbol.line
    high = SIMD2(ends[2], ends[3]) + Symbol.line
  }

  /// The frame alone, with a letter for its kind: for a scenario without the layer of symbols.
  init(letter: String, isDefended: Bool) {
    let path = isDefended ? "M25,50 h150 v100 h-150 Z" : "M100,28 L172,100 100,172 28,100 Z"
    body =
      "<path d=\"\(path)\" stroke-width=\"4\" stroke=\"black\" fill=\"\(isDefended ? "#80e0ff" : "#ff8080")\"/>"
      + "<text x=\"100\" y=\"120\" text-anchor=\"middle\" font-size=\"58\" font-family=\"sans-serif\">\(letter)</text>"
    (low, high) = isDefended ? (SIMD2(21, 46), SIMD2(179, 154)) : (SIMD2(24, 24), SIMD2(176, 176))
  }

  private static let line = 4.0

  /// The whole file, as milsymbol's `as_svg()` writes it for a symbol without text or modifiers.
  public var svg: String {
    let size = high - low
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.2\" baseProfile=\"tiny\""
      + " width=\"\(Symbol.text(size.x))\" height=\"\(Symbol.text(size.y))\""
      + " viewBox=\"\(Symbol.text(low.x)) \(Symbol.text(low.y)) \(Symbol.text(size.x)) \(Symbol.text(size.y))\">"
      + body + "</svg>"
  }

  /// Width and height when the frame of a friendly unit is `size` wide.
  func size(_ size: Double) -> SIMD2<Double> { (high - low) * size / 150 }

  /// Where a definition of it stands when its centre is at a point.
  func use(_ id: String, at point: SIMD2<Double>, size: Double) -> String {
    let scale = size / 150
    let corner = point - (low + high) / 2 * scale
    let factor = (scale * 1_000).rounded() / 1_000
    return
      "<use href=\"#\(id)\" transform=\"translate(\(Html.px(corner.x)) \(Html.px(corner.y)))scale(\(factor))\"/>"
  }

  /// Some sizes of letters are written as text.
  fileprivate static func number(_ value: Any?) -> Double? {
    (value as? NSNumber)?.doubleValue ?? (value as? String).flatMap(Double.init)
  }

  /// `30`, `29.5`: a whole number without a point.
  fileprivate static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

/// Instructions to SVG: paths, circles, texts, and groups that are moved or scaled. The layer has no
/// others.
private enum Drawing {
  static func list(_ node: Any) -> String {
    if let items = node as? [Any] { return items.map(list).joined() }
    return (node as? [String: Any]).map(item) ?? ""
  }

  private static func item(_ item: [String: Any]) -> String {
    guard let (head, tail) = frame(item) else { return "" }
    let inside =
      tail == "</text>"
      ? Html.escape(item["text"] as? String ?? "") : tail == "</g>" ? list(item["draw"] ?? []) : ""
    return head + paint(item) + " >" + inside + tail
  }

  /// An element's beginning, before its paint, and its end.
  private static func frame(_ item: [String: Any]) -> (head: String, tail: String)? {
    func number(_ key: String, _ fallback: Double = 0) -> String {
      Symbol.text(Symbol.number(item[key]) ?? fallback)
    }
    func transform(_ words: String) -> (String, String) { ("<g transform=\"\(words)\"", "</g>") }
    switch item["type"] as? String {
    case "path": return ("<path d=\"\(Html.escape(item["d"] as? String ?? ""))\"", "</path>")
    case "circle":
      let head = ["cx", "cy", "r"].map { " \($0)=\"\(number($0))\"" }.joined()
      return ("<circle" + head, "</circle>")
    case "text":
      // some anchors are written as no SVG knows them
      let written = item["textanchor"] as? String ?? ""
      let anchor = ["middle", "end"].contains(written) ? written : "start"
      let face = item["fontfamily"] as? String ?? "sans-serif"
      var head =
        "<text x=\"\(number("x"))\" y=\"\(number("y"))\" text-anchor=\"\(anchor)\""
        + " font-size=\"\(number("fontsize", 12))\" font-family=\"\(Html.escape(face))\""
      for (key, name) in [
        ("fontweight", "font-weight"), ("alignmentBaseline", "dominant-baseline"),
      ] {
        if let value = item[key] as? String { head += " \(name)=\"\(value)\"" }
      }
      return (head, "</text>")
    case "translate": return transform("translate(\(number("x")),\(number("y")))")
    case "scale": return transform("scale(\(number("factor", 1)))")
    default: return nil
    }
  }

  /// Line and fill, in milsymbol's order; nothing for what the instruction does not name.
  private static func paint(_ item: [String: Any]) -> String {
    func colour(_ key: String) -> String {
      guard let text = item[key] as? String, !text.isEmpty else { return "none" }
      return Html.escape(text)
    }
    var out = ""
    if item["stroke"] != nil {
      let factor = Symbol.number(item["non_scaling_stroke"]) ?? 1
      let width = factor * (Symbol.number(item["strokewidth"]) ?? 4)
      out += " stroke-width=\"\(Symbol.text(width))\""
      if let dashes = item["strokedasharray"] as? String {
        out += " stroke-dasharray=\"\(dashes)\""
      }
      if let cap = item["linecap"] as? String, ["butt", "round", "square"].contains(cap) {
        out += " stroke-linecap=\"\(cap)\" stroke-linejoin=\"\(cap)\""
      }
      out += " stroke=\"\(colour("stroke"))\""
    }
    if item["fill"] != nil { out += " fill=\"\(colour("fill"))\"" }
    if let opacity = Symbol.number(item["fillopacity"]) {
      out += " fill-opacity=\"\(Symbol.text(max(0, min(1, opacity))))\""
    }
    return out
  }
}
