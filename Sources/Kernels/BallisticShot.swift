/// One ballistic flight between two places: a coarse boost, then free flight down to the ground.
///
/// The boost is a parabola in time up to a stated height; what the missile is capable of enters
/// through nothing else. Speed, elevation and course at its end are found by Newton's method on the
/// landing point, the base flight and its three neighbours flown in one set of lanes. They stay
/// inside: what leaves is altitude and distance over time.
public struct BallisticShot: Sendable {
  /// What fixes the flight besides its ends.
  public enum Bend: Sendable {
    /// The elevation of least energy between the ends over a sphere: (π − Ψ)/4.
    case leastEnergy
    /// Highest altitude, m.
    case apogee(Double)
  }

  /// Altitude, m, and distance along the ground, m, at knots in time, with their slopes.
  ///
  /// Knot i of n stands at t = t₁ + (T − t₁)(1 − (1 − i/n)²): dense towards the end, where air
  /// brakes. Slopes are per unit of i/n.
  public struct Profile: Sendable {
    public static let knots = 48
    public var altitude, travelled: [Double]
    var altitudeSlope, travelledSlope: [Double]
  }

  public let flightTime: Double
  public let apogee: Double
  /// At the end of the boost; internal by policy.
  let speed, elevation: Double
  public let profile: Profile
  /// How far from the place the flight ends, m.
  public let miss: Double

  /// A point of the ellipsoid, rad.
  public struct Point: Sendable {
    public let latitude, longitude: Double

    public init(latitude: Double, longitude: Double) {
      (self.latitude, self.longitude) = (latitude, longitude)
    }
  }

  /// - Parameters:
  ///   - course: geodesic azimuth from start to end, rad.
  ///   - distance: geodesic distance, m.
  ///   - boost: its duration, s, and the altitude at its end, m.
  ///   - drag: 1/(2 β), m²/kg.
  /// - Returns: nil where no such flight comes within 1 km of the place.
  public init?(
    from start: Point, to end: Point, course: Double, distance: Double, _ bend: Bend,
    boost: (time: Double, height: Double), drag: Double, earth: Earth = .wgs84
  ) {
    var search = BallisticSearch(
      start: start, end: end, course: course, distance: distance, bend: bend, boost: boost,
      drag: drag, earth: earth)
    guard let found = search.solve() else { return nil }
    (flightTime, apogee, miss) = (found.time, found.apogee, found.miss)
    (speed, elevation) = (found.speed, found.elevation)
    profile = found.profile
  }
}
