internal import Datasets
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
    var drawing = Drawing()
    body = drawing.list(instructions)
    low = SIMD2(ends[0], ends[1]) - Symbol.line
    high = SIMD2(ends[2], ends[3]) + Symbol.line
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

  fileprivate static func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }

  /// `30`, `29.5`: a whole number without a point.
  fileprivate static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

/// Instructions to SVG; clip paths are numbered through one drawing.
private struct Drawing {
  private var clips = 0

  mutating func list(_ node: Any) -> String {
    guard let items = node as? [Any] else {
      return (node as? [String: Any]).map { item($0) } ?? ""
    }
    return items.map {
      ($0 as? [Any]).map { list($0) } ?? ($0 as? [String: Any]).map { item($0) } ?? ""
    }
    .joined()
  }

  private mutating func item(_ item: [String: Any]) -> String {
    guard let type = item["type"] as? String else { return "" }
    if type == "svg" { return item["svg"] as? String ?? "" }
    var out = ""
    var clip = ""
    if let shape = item["clipPath"], type != "clip" {
      let id = "clip-inline-\(clips)"
      clips += 1
      out +=
        "<clipPath id=\"\(id)\"><path\(string("d", shape)) clip-rule=\"nonzero\" /></clipPath>"
      clip = " clip-path=\"url(#\(id))\""
    }
    guard let (head, tail) = frame(type, item, clip) else { return "" }
    out += head + clip + paint(item) + " >"
    if type == "text" { out += escaped(item["text"] as? String ?? "") }
    if tail == "</g>" { out += list(item["draw"] ?? []) }
    return out + tail
  }

  /// An element's beginning, before clip and paint, and its end.
  private func frame(
    _ type: String, _ item: [String: Any], _ clip: String
  ) -> (head: String, tail: String)? {
    func number(_ key: String, _ fallback: Double = 0) -> String {
      Symbol.text(Symbol.number(item[key]) ?? fallback)
    }
    func transform(_ words: String) -> (String, String) { ("<g transform=\"\(words)\"", "</g>") }
    switch type {
    case "path": return ("<path\(string("d", item["d"]))", "</path>")
    case "circle":
      let head = ["cx", "cy", "r"].map { " \($0)=\"\(number($0))\"" }.joined()
      return ("<circle" + head, "</circle>")
    case "text":
      let anchor = item["textanchor"] as? String ?? "start"
      let face = item["fontfamily"] as? String ?? "sans-serif"
      var head =
        "<text x=\"\(number("x"))\" y=\"\(number("y"))\" text-anchor=\"\(anchor)\""
        + " font-size=\"\(number("fontsize", 12))\" font-family=\"\(escaped(face))\""
      for (key, name) in [
        ("fontweight", "font-weight"), ("alignmentBaseline", "dominant-baseline"),
      ] {
        if let value = item[key] as? String { head += " \(name)=\"\(value)\"" }
      }
      return (head, "</text>")
    case "translate": return transform("translate(\(number("x")),\(number("y")))")
    case "rotate": return transform("rotate(\(number("degree")),\(number("x")),\(number("y")))")
    case "scale": return transform("scale(\(number("factor", 1)))")
    default: return nil
    }
  }

  private func string(_ name: String, _ value: Any?) -> String {
    guard let value else { return "" }
    return " \(name)=\"\(escaped(value as? String ?? ""))\""
  }

  private func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "\"", with: "&quot;")
      .replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
  }

  /// Line and fill, in milsymbol's order; nothing for what the instruction does not name.
  private func paint(_ item: [String: Any]) -> String {
    func colour(_ key: String) -> String {
      guard let text = item[key] as? String, !text.isEmpty else { return "none" }
      return escaped(text)
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

/// Which symbol stands for what, and the ones a page needs, each defined once.
struct SymbolSheet {
  private let symbols: [String: Symbol]

  /// Symbol codes of APP-6(D): set, entity. A kind that has none is not drawn.
  private static let codes: [String: (set: String, entity: String)] = [
    "quasi-ballistic": ("10", "130700"), "ballistic": ("10", "130700"),
    "cruise": ("10", "130700"), "one-way-drone": ("10", "121900"), "aircraft": ("01", "110100"),
    "rocket-artillery": ("15", "110900"), "air-defence": ("10", "130102"),
    "ground-radar": ("15", "220300"), "airborne-radar": ("01", "110116"),
    "observer-line": ("10", "121200"),
  ]

  /// The code of a kind on one of the two sides: `10031500002203000000`.
  static func sidc(_ kind: String, isDefended: Bool) -> String? {
    codes[kind].map { "100\(isDefended ? 3 : 6)\($0.set)0000\($0.entity)0000" }
  }

  /// - Throws: when the layer is damaged. Without the layer there are no symbols.
  init(_ sidcs: Set<String>, _ pack: DataPack, isInstalled: Bool) throws(DataError) {
    symbols =
      isInstalled ? try pack.symbols(sidcs.sorted()).compactMapValues { Symbol($0) } : [:]
  }

  subscript(_ sidc: String) -> Symbol? { symbols[sidc] }

  var definitions: String {
    symbols.sorted { $0.key < $1.key }.map { "<g id=\"s\($0.key)\">\($0.value.body)</g>" }.joined()
  }
}
