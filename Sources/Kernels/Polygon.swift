/// Rings of longitude and latitude, degrees; a point is inside by the even–odd rule.
///
/// Edges are straight in longitude and latitude, which is what country files draw. A ring must not
/// cross the antimeridian.
public struct Polygon: Sendable {
  public typealias Point = SIMD2<Double>  // longitude, latitude
  public let rings: [[Point]]
  /// South-west and north-east corners of everything.
  public let low: Point
  public let high: Point

  public init(rings: [[Point]]) {
    self.rings = rings.filter { $0.count >= 3 }
    var low = Point(repeating: .infinity)
    var high = Point(repeating: -.infinity)
    for point in self.rings.joined() {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    (self.low, self.high) = (low, high)
  }

  /// Even–odd rule; a point exactly on an edge may fall on either side.
  public func contains(_ point: Point) -> Bool {
    guard point.x >= low.x, point.x <= high.x, point.y >= low.y, point.y <= high.y else {
      return false
    }
    var inside = false
    for ring in rings {
      var previous = ring[ring.count - 1]
      for current in ring {
        if (current.y > point.y) != (previous.y > point.y) {
          let share = (point.y - previous.y) / (current.y - previous.y)
          if point.x < previous.x + share * (current.x - previous.x) { inside.toggle() }
        }
        previous = current
      }
    }
    return inside
  }
}
