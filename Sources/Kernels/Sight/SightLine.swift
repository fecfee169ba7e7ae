#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A straight line of sight over a sphere of the effective radius k·R.
///
/// With θ = d/(kR), the tangent of the elevation under which a point of height z at distance d is seen
/// from height z₀ is, without approximation,
///
///     tan α = (z − z₀) / ((kR + z) sin θ) − tan(θ/2)
///
/// and a ray of that elevation stands at distance d at
///
///     z = (z₀ + kR (1 − cos θ) + tan α kR sin θ) / (cos θ − tan α sin θ)
///
/// The parabola d²/(2kR) is its first term; at 400 km and k = 4/3 it is 1.7 m off for a target on the
/// ground and tens of metres for one at 12 km.
public enum SightLine {
  /// Tangent of the elevation, of a point over an eye.
  ///
  /// - Parameters:
  ///   - height, eye: above the sphere, m.
  ///   - distance: along the sphere, m, > 0.
  ///   - radius: effective radius k·R, m.
  public static func tangent(
    to height: Double, from eye: Double, distance: Double, radius: Double
  ) -> Double {
    let angle = distance / radius
    return (height - eye) / ((radius + height) * sin(angle)) - tan(angle / 2)
  }

  /// Height, m, at which a ray of an elevation stands after a distance.
  public static func height(
    tangent: Double, from eye: Double, distance: Double, radius: Double
  ) -> Double {
    let angle = distance / radius
    let half = sin(angle / 2)
    let rise = eye + 2 * radius * half * half + tangent * radius * sin(angle)
    return rise / (cos(angle) - tangent * sin(angle))
  }
}
