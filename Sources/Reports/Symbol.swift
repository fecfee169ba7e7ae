internal import Foundation
internal import Kernels

/// An APP-6 symbol: milsymbol's draw instructions as SVG.
struct Symbol {
  /// Land unit, missile, hostile; land unit, unmanned systems, hostile; equipment, radar, friend.
  static let missile = "10061000001307000000"
  static let drone = "10061000001219000000"
  static let radar = "10031500002203000000"

  private let body: String
  /// Centre of its bounding box in its own coordinates.
  private let centre: SIMD2<Double>

  /// Nil when the instructions are not what they were.
  init?(_ data: Data) {
    guard let root = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let instructions = root["di"], let box = root["bb"] as? [String: Any],
      let x1 = Symbol.number(box["x1"]), let y1 = Symbol.number(box["y1"]),
      let x2 = Symbol.number(box["x2"]), let y2 = Symbol.number(box["y2"])
    else { return nil }
    body = Symbol.draw(instructions)
    centre = SIMD2((x1 + x2) / 2, (y1 + y2) / 2)
  }

  /// The symbol around a point, `size` pixels for its 144 units.
  func svg(at point: SIMD2<Double>, size: Double) -> String {
    let scale = size / 144
    let x = Html.px(point.x - centre.x * scale)
    let y = Html.px(point.y - centre.y * scale)
    return "<g transform=\"translate(\(x),\(y)) scale(\(scale))\">\(body)</g>"
  }

  private static func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }

  /// Paths, circles and groups; text and clips do not occur in the symbols we use.
  private static func draw(_ node: Any) -> String {
    if let list = node as? [Any] { return list.map(draw).joined() }
    guard let item = node as? [String: Any], let type = item["type"] as? String else { return "" }
    switch type {
    case "path": return "<path d=\"\(attribute(item["d"]))\"\(paint(item))/>"
    case "circle":
      return "<circle cx=\"\(attribute(item["cx"]))\" cy=\"\(attribute(item["cy"]))\" "
        + "r=\"\(attribute(item["r"]))\"\(paint(item))/>"
    case "translate":
      return "<g transform=\"translate(\(attribute(item["x"])),\(attribute(item["y"])))\">"
        + draw(item["draw"] ?? []) + "</g>"
    case "scale":
      return "<g transform=\"scale(\(attribute(item["factor"])))\">" + draw(item["draw"] ?? [])
        + "</g>"
    default: return ""
    }
  }

  private static func attribute(_ value: Any?) -> String {
    if let text = value as? String { return Html.escape(text) }
    return number(value).map { Html.px($0) } ?? "0"
  }

  private static func paint(_ item: [String: Any]) -> String {
    func colour(_ key: String) -> String? {
      guard let value = item[key] else { return nil }
      return (value as? String).map(Html.escape) ?? "none"
    }
    return " stroke-width=\"\(attribute(item["strokewidth"] ?? 4))\""
      + " stroke=\"\(colour("stroke") ?? "none")\" fill=\"\(colour("fill") ?? "none")\""
  }
}
