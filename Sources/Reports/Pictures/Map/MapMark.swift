/// A place's mark: its shape tells as much as its colour does.
struct MapMark: Hashable, Sendable {
  enum Shape: Hashable, Sendable { case disc, ring, down, up, diamond, cross }

  let shape: Shape
  let size: Double
  let fill: String

  /// Around a point.
  func svg(at point: SIMD2<Double>, title: String = "") -> String {
    let (x, y, r) = (point.x, point.y, size)
    func path(_ corners: [(Double, Double)]) -> String {
      "M"
        + corners.map { "\(Html.px(x + $0.0 * r)) \(Html.px(y + $0.1 * r))" }.joined(separator: "L")
        + "z"
    }
    let tip = title.isEmpty ? "" : "<title>\(Html.escape(title))</title>"
    switch shape {
    case .disc, .ring:
      return
        "<circle class=\"mark\(shape == .ring ? " hollow" : "")\" cx=\"\(Html.px(x))\" cy=\"\(Html.px(y))\" "
        + "r=\"\(Html.px(r))\"\(shape == .ring ? "" : " fill=\"\(fill)\"")>\(tip)</circle>"
    case .down:
      return
        "<path class=\"mark\" fill=\"\(fill)\" d=\"\(path([(-1.1, -0.9), (1.1, -0.9), (0, 1.1)]))\">\(tip)</path>"
    case .up:
      return
        "<path class=\"mark\" fill=\"\(fill)\" d=\"\(path([(-1.1, 0.9), (1.1, 0.9), (0, -1.1)]))\">\(tip)</path>"
    case .diamond:
      return
        "<path class=\"mark\" fill=\"\(fill)\" d=\"\(path([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)]))\">\(tip)</path>"
    case .cross:
      return
        "<g><circle class=\"mark\" fill=\"\(fill)\" cx=\"\(Html.px(x))\" cy=\"\(Html.px(y))\" r=\"\(Html.px(r))\">\(tip)</circle>"
        + "<path class=\"strike\" d=\"M\(Html.px(x - 0.6 * r)) \(Html.px(y - 0.6 * r))l\(Html.px(1.2 * r)) \(Html.px(1.2 * r))"
        + "m0 \(Html.px(-1.2 * r))l\(Html.px(-1.2 * r)) \(Html.px(1.2 * r))\"/></g>"
    }
  }

  /// The mark in a legend.
  var key: String {
    "<svg class=\"key\" viewBox=\"-9 -9 18 18\" aria-hidden=\"true\">\(svg(at: .zero))</svg>"
  }

  static let outOfReach = MapMark(shape: .ring, size: 2.6, fill: "none")
}
