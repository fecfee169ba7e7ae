internal import Foundation

/// What a row of a map stands for, in longitude and latitude, degrees.
public enum Shape: Sendable, Equatable {
  case point(SIMD2<Double>)
  /// Of one or several areas, holes among them, without the repeated last corner.
  case rings([[SIMD2<Double>]])

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
    guard let geometry, let coordinates = geometry["coordinates"] else { return nil }
    switch geometry["type"] as? String {
    case "Point": self.init(point: pair(coordinates))
    case "Polygon": self.init(rings: rings(coordinates))
    case "MultiPolygon": self.init(rings: (coordinates as? [Any] ?? []).flatMap(rings))
    default: return nil
    }
  }

  init?(point: SIMD2<Double>?) {
    guard let point, abs(point.x) <= 540, abs(point.y) <= 90 else { return nil }
    self = .point(point)
  }

  init?(rings: [[SIMD2<Double>]]) {
    let open = rings.map { $0.first == $0.last ? Array($0.dropLast()) : $0 }
      .filter { $0.count >= 3 }
    guard !open.isEmpty, open.joined().allSatisfy({ abs($0.x) <= 540 && abs($0.y) <= 90 })
    else { return nil }
    self = .rings(open)
  }
}
