#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rotating Earth as a point mass feels it.
public struct Earth: Sendable {
  public let mu, radius, flattening, rotation, j2: Double

  /// - Parameters:
  ///   - mu: gravitational parameter, m³/s².
  ///   - radius: equatorial radius, m.
  ///   - flattening: of the ellipsoid; 0 is a sphere.
  ///   - rotation: rad/s.
  ///   - j2: second zonal coefficient; 0 is central gravity.
  public init(mu: Double, radius: Double, flattening: Double, rotation: Double, j2: Double) {
    (self.mu, self.radius, self.flattening) = (mu, radius, flattening)
    (self.rotation, self.j2) = (rotation, j2)
  }

  /// WGS-84 with the EGM96 second zonal coefficient.
  public static let wgs84 = Earth(
    mu: 3.986004418e14, radius: 6_378_137, flattening: 1 / 298.257223563, rotation: 7.292115e-5,
    j2: 1.082629821313e-3)

  /// Square of the second eccentricity: what turns a direction into the ellipsoid's radius.
  @usableFromInline var second: Double {
    let e2 = flattening * (2 - flattening)
    return e2 / (1 - e2)
  }

  /// Earth-fixed coordinates of a geodetic position, m.
  public func position(latitude: Double, longitude: Double, height: Double) -> SIMD3<Double> {
    let e2 = flattening * (2 - flattening)
    let n = radius / (1 - e2 * sin(latitude) * sin(latitude)).squareRoot()
    return SIMD3(
      (n + height) * cos(latitude) * cos(longitude), (n + height) * cos(latitude) * sin(longitude),
      (n * (1 - e2) + height) * sin(latitude))
  }

  /// East, north and up at a geodetic position, unit vectors.
  public func axes(
    latitude: Double, longitude: Double
  ) -> (east: SIMD3<Double>, north: SIMD3<Double>, up: SIMD3<Double>) {
    let (s, c) = (sin(latitude), cos(latitude))
    let (u, v) = (sin(longitude), cos(longitude))
    return (SIMD3(-u, v, 0), SIMD3(-s * v, -s * u, c), SIMD3(c * v, c * u, s))
  }

  /// Geodetic latitude, longitude, rad, and height, m, of an Earth-fixed point.
  ///
  /// Bowring's iteration; three rounds leave less than a nanometre below 1 000 km.
  public func geodetic(
    _ p: SIMD3<Double>
  ) -> (latitude: Double, longitude: Double, height: Double) {
    let e2 = flattening * (2 - flattening)
    let across = (p.x * p.x + p.y * p.y).squareRoot()
    var latitude = atan2(p.z, across * (1 - e2))
    var height = 0.0
    for _ in 0..<6 {
      let s = sin(latitude)
      let n = radius / (1 - e2 * s * s).squareRoot()
      height = across * cos(latitude) + p.z * s - radius * radius / n
      latitude = atan2(p.z, across * (1 - e2 * n / (n + height)))
    }
    return (latitude, atan2(p.y, p.x), height)
  }
}
