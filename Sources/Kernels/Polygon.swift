/// Rings of a plane, or of longitude and latitude, degrees; a point is inside by the even–odd rule.
///
/// On the Earth edges are straight in longitude and latitude, which is what country files draw, and go the shorter way round.
public struct Polygon: Sendable {
  public typealias Point = SIMD2<Double>  // x or longitude, y or latitude
  public let rings: [[Point]]
  /// South-west and north-east corners of everything.
  public let low: Point
  public let high: Point
  /// Ends of the edges that cross each of as many bands of latitude, south to north.
  private let bands: [[(Point, Point)]]
  private static let bandCount = 64
  /// After which x repeats; nil in a plane.
  private let turn: Double?

  /// Rings of longitude and latitude. A longitude may lie beyond ± 180 where a ring crosses the antimeridian; a ring around a
  /// pole takes it in, the one that lies nearer.
  public init(onEarth rings: [[Point]]) {
    let whole = rings.map(Polygon.overPole)
    // all on the turn of the widest one: a hole beyond the antimeridian stays a hole
    let middles = whole.map { ring -> (x: Double, width: Double) in
      let (low, high) = (ring.map(\.x).min() ?? 0, ring.map(\.x).max() ?? 0)
      return ((low + high) / 2, high - low)
    }
    let middle = middles.max { $0.width < $1.width }?.x ?? 0
    self.init(
      rings: zip(whole, middles).map { ring, own in
        let shift = ((middle - own.x) / 360).rounded() * 360
        return ring.map { Point($0.x + shift, $0.y) }
      }, turn: 360)
  }

  /// Rings of a plane.
  public init(rings: [[Point]]) { self.init(rings: rings, turn: nil) }

  /// The same points without jumps of a turn.
  public static func unwrapped(_ points: [Point]) -> [Point] {
    guard var last = points.first?.x else { return [] }
    return points.map { point in
      last = point.x + ((last - point.x) / 360).rounded() * 360
      return Point(last, point.y)
    }
  }

  /// A ring without jumps; one that comes back a turn away is closed over the pole.
  private static func overPole(_ ring: [Point]) -> [Point] {
    let points = unwrapped(ring)
    guard let first = points.first, let last = points.last,
      ((first.x - last.x) / 360).rounded() != 0
    else { return points }
    let pole: Double = points.reduce(0) { $0 + $1.y } < 0 ? -90 : 90
    let end = first.x + (last.x > first.x ? 360 : -360)
    return points + [Point(end, first.y), Point(end, pole), Point(first.x, pole)]
  }

  private init(rings: [[Point]], turn: Double?) {
    self.turn = turn
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
    guard let turn else { return holds(point) }
    // on the turn of the westernmost corner, and on the next where rings reach so far
    var place = Point(low.x + (point.x - low.x).remainder(dividingBy: turn), point.y)
    if place.x < low.x { place.x += turn }
    while place.x <= high.x {
      if holds(place) { return true }
      place.x += turn
    }
    return false
  }

  private func holds(_ point: Point) -> Bool {
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
