public import Geodesy
public import Kernels
internal import Quantities

/// The terrain around a radar: by bearing, how steeply a ray must rise to clear it.
///
/// One profile a bearing, taken once from the scenario's grid: steepest elevation of the ground
/// within 150 km over an effective radius of 4/3, from the middle of the cell plus a nominal antenna.
/// Relief inside a cell is not in it; that is the site's `relief`.
public struct Skyline: Sendable {
  public static let bearings = 72
  /// Tangent of the elevation, and distance of the obstacle, m, every 5° from north over east.
  public let slopes: [Double]
  public let distances: [Double]

  public init(slopes: [Double], distances: [Double]) {
    precondition(slopes.count == Skyline.bearings && distances.count == slopes.count, "72 bearings")
    (self.slopes, self.distances) = (slopes, distances)
  }

  /// How steep the ground is on one bearing, and how far away.
  public struct Hill: Sendable {
    /// Tangent of the elevation.
    public let slope: Double
    /// m.
    public let distance: Double

    public init(slope: Double, distance: Double) { (self.slope, self.distance) = (slope, distance) }
  }

  /// One a bearing, from north over east.
  public var hills: [Hill] { zip(slopes, distances).map { Hill(slope: $0, distance: $1) } }

  /// Whether a target, seen under a slope at a ground range, clears the ground in its direction.
  ///
  /// - Parameters:
  ///   - hills: of a skyline, 72 of them.
  ///   - east, north: parts of its direction, any length.
  ///   - slope: (h − a)/d − d/(2 k R), four draws.
  ///   - mask: draws that are asked about; the others clear it.
  @inline(__always)
  public static func clears(
    _ hills: UnsafePointer<Hill>, _ east: Lanes, _ north: Lanes, slope: Lanes, range: Lanes,
    where mask: LaneMask
  ) -> LaneMask {
    var result = LaneMask(repeating: true)
    for lane in 0..<4 where mask[lane] {
      let place = Skyline.bearing(east[lane], north[lane])
      let i = Int(place + 0.5) % Skyline.bearings
      result[lane] = range[lane] < hills[i].distance || slope[lane] >= hills[i].slope
    }
    return result
  }

  /// Bearing in units of 5°, without a call to atan2: the arctangent on an octant to 0.3°.
  @inline(__always)
  static func bearing(_ east: Double, _ north: Double) -> Double {
    let (x, y) = (abs(north), abs(east))
    let small = min(x, y) / max(x, y, 1e-30)
    // atan z ≈ z (π/4 + 0.273 (1 − z))
    var angle = small * (0.785_398 + 0.273 * (1 - small))
    if y > x { angle = 1.570_796 - angle }
    if north < 0 { angle = 3.141_593 - angle }
    if east < 0 { angle = 6.283_185 - angle }
    return angle * (Double(Skyline.bearings) / 6.283_186)
  }
}

extension Environment {
  /// The skyline at a site; nil without terrain, or where the ground hides nothing beyond the smooth
  /// Earth's own horizon.
  ///
  /// - Parameter antenna: nominal height above the cell's ground, m.
  public func skyline(at position: Position, antenna: Double) -> Skyline? {
    guard let terrain, let here = terrain.footing(at: position)?.height else { return nil }
    let distances = Array(stride(from: 10_000.0, through: 150_000, by: 5_000))
    let points = (0..<Skyline.bearings).flatMap { step in
      distances.map {
        Geodesic.direct(
          from: position, azimuth: .degrees(Double(step) * 360 / Double(Skyline.bearings)),
          distance: .metres($0))
      }
    }
    let heights = terrain.heights(at: points)
    let eye = max(0, here) + antenna
    let curve = 2 * (4.0 / 3) * Radar.earthRadius
    let dip = -(2 * antenna / (4.0 / 3 * Radar.earthRadius)).squareRoot()
    var (slopes, obstacles): ([Double], [Double]) = ([], [])
    for step in 0..<Skyline.bearings {
      var (steepest, obstacle) = (-1.0, 0.0)
      for (index, d) in distances.enumerated() {
        // unknown ground hides nothing
        guard let ground = heights[step * distances.count + index] else { continue }
        let slope = (max(0, ground) - eye) / d - d / curve
        if slope > steepest { (steepest, obstacle) = (slope, d) }
      }
      slopes.append(steepest)
      obstacles.append(obstacle)
    }
    // a twentieth of a degree above the dip of the horizon is 90 m at 100 km
    guard slopes.contains(where: { $0 > dip + 0.000_87 }) else { return nil }
    return Skyline(slopes: slopes, distances: obstacles)
  }
}
