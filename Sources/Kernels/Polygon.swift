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
  /// Ends of the edges that cross each of as many bands of latitude, south to north.
  private let bands: [[(Point, Point)]]
  private static let bandCount = 64

  public init(rings: [[Point]]) {
    self.rings = rings.filter { $0.count >= 3 }
    var low = Point(repeating: .infinity)
    var high = Point(repeating: -.infinity)
    for point in self.rings.joined() {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    (self.low, self.high) = (low, high)
    var bands = [[(Point, Point)]](repeating: [], count: Polygon.bandCount)
    for ring in self.rings {
      var previous = ring[ring.count - 1]
      for current in ring {
        let first = Polygon.band(min(previous.y, current.y), low.y, high.y)
        let last = Polygon.band(max(previous.y, current.y), low.y, high.y)
        for band in first...last where previous.y != current.y {
          bands[band].append((previous, current))
        }
        previous = current
      }
    }
    self.bands = bands
  }

  private static func band(_ y: Double, _ low: Double, _ high: Double) -> Int {
    guard high > low else { return 0 }
    return min(bandCount - 1, max(0, Int((y - low) / (high - low) * Double(bandCount))))
  }

  /// Even–odd rule; a point exactly on an edge may fall on either side.
  public func contains(_ point: Point) -> Bool {
    guard point.x >= low.x, point.x <= high.x, point.y >= low.y, point.y <= high.y else {
      return false
    }
    var inside = false
    for (previous, current) in bands[Polygon.band(point.y, low.y, high.y)]
    where (current.y > point.y) != (previous.y > point.y) {
      let share = (point.y - previous.y) / (current.y - previous.y)
      if point.x < previous.x + share * (current.x - previous.x) { inside.toggle() }
    }
    return inside
  }
}
