internal import Foundation

/// What a row of a map stands for, in longitude and latitude, degrees.
public struct Shape: Sendable, Equatable {
  public let point: SIMD2<Double>?
  /// Of one or several areas, holes among them, without the repeated last corner.
  public let rings: [[SIMD2<Double>]]

  /// `POINT (x y)`, `POLYGON ((x y, …), …)`, `MULTIPOLYGON`, with or without heights; nil for anything else.
  init?(wkt text: String) {
    let kind = text.prefix { $0.isLetter }.uppercased()
    // the innermost brackets hold the points
    let groups = text.split(separator: "(").dropFirst().compactMap { part -> [SIMD2<Double>]? in
      guard let end = part.firstIndex(of: ")") else { return nil }
      let points = part[..<end].split(separator: ",").compactMap { pair -> SIMD2<Double>? in
        let numbers = pair.split(separator: " ").compactMap { Double($0) }
        return numbers.count >= 2 ? SIMD2(numbers[0], numbers[1]) : nil
      }
      return points.isEmpty ? nil : points
    }
    switch kind {
    case "POINT": self.init(point: groups.first?.first)
    case "POLYGON", "MULTIPOLYGON": self.init(rings: groups)
    default: return nil
    }
  }

  /// A GeoJSON geometry; nil where it is neither a point nor an area.
  init?(geometry: [String: Any]?) {
    func pair(_ value: Any) -> SIMD2<Double>? {
      guard let numbers = value as? [Any], numbers.count >= 2,
        let x = (numbers[0] as? NSNumber)?.doubleValue,
        let y = (numbers[1] as? NSNumber)?.doubleValue
      else { return nil }
      return SIMD2(x, y)
    }
    func rings(_ value: Any) -> [[SIMD2<Double>]] {
      (value as? [Any] ?? []).map { ($0 as? [Any] ?? []).compactMap(pair) }
    }
    if let parts = geometry?["geometries"] as? [Any] {
      let shapes = parts.compactMap { Shape(geometry: $0 as? [String: Any]) }
      self.init(point: shapes.lazy.compactMap(\.point).first, rings: shapes.flatMap(\.rings))
      return
    }
    guard let geometry, let coordinates = geometry["coordinates"] else { return nil }
    switch geometry["type"] as? String {
    case "Point": self.init(point: pair(coordinates))
    case "Polygon": self.init(rings: rings(coordinates))
    case "MultiPolygon": self.init(rings: (coordinates as? [Any] ?? []).flatMap(rings))
    default: return nil
    }
  }

  /// A point, an area, or both, as a place with its outline has; nil where neither is on the Earth.
  init?(point: SIMD2<Double>? = nil, rings: [[SIMD2<Double>]] = []) {
    func isThere(_ point: SIMD2<Double>) -> Bool { abs(point.x) <= 540 && abs(point.y) <= 90 }
    let open = rings.map { $0.first == $0.last ? Array($0.dropLast()) : $0 }
      .filter { $0.count >= 3 }
    self.point = point.flatMap { isThere($0) ? $0 : nil }
    self.rings = open.joined().allSatisfy(isThere) ? open : []
    if self.point == nil && self.rings.isEmpty { return nil }
  }
}
