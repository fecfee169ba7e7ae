public import Quantities

/// A point of the WGS-84 ellipsoid.
public struct Position: Hashable, Sendable {
  /// −90° … 90°, north positive.
  public let latitude: Angle
  /// East positive; any turn is legal, and equal points may differ by a full turn.
  public let longitude: Angle

  public init(latitude: Angle, longitude: Angle) {
    (self.latitude, self.longitude) = (latitude, longitude)
  }

  /// - Parameters: degrees, north and east positive.
  public init(_ latitude: Double, _ longitude: Double) {
    self.init(latitude: .degrees(latitude), longitude: .degrees(longitude))
  }

  /// The point of a direction, of any length; latitude is taken as geocentric, as by `direction`.
  public init(direction d: SIMD3<Double>) {
    let level = (d.x * d.x + d.y * d.y).squareRoot()
    self.init(
      latitude: .radians(bearing(east: d.z, north: level)),
      longitude: .radians(bearing(east: d.y, north: d.x)))
  }

  /// The outward unit vector of the sphere on which latitude is taken as geocentric:
  /// x towards (0°, 0°), z north. For angles between points; lengths come from `Geodesic`.
  public var direction: SIMD3<Double> {
    let (phi, lambda) = (latitude.radians, longitude.radians)
    return SIMD3(cosine(phi) * cosine(lambda), cosine(phi) * sine(lambda), sine(phi))
  }

  /// Unit vectors to the local east and north.
  public var axes: (east: SIMD3<Double>, north: SIMD3<Double>) {
    let (phi, lambda) = (latitude.radians, longitude.radians)
    return (
      SIMD3(-sine(lambda), cosine(lambda), 0),
      SIMD3(-sine(phi) * cosine(lambda), -sine(phi) * sine(lambda), cosine(phi))
    )
  }
}
