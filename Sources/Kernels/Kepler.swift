#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Free flight between two points of a sphere without air or rotation: bounds and checks.
public enum Kepler {
  /// Time and height of the minimum-energy ellipse.
  ///
  ///     c = 2 R sin(Ψ/2),  σ = R + c/2,  a = σ/2,  β = 2 asin √((σ − c)/σ)
  ///     t = √(a³/μ) (π − β + sin β),  apogee = a + R cos(Ψ/2)/2 − R
  ///
  /// Ψ is the central angle, c the chord, σ the semi-perimeter of the space triangle; the vacant
  /// focus lies on the middle of the chord.
  ///
  /// Source: Bate, Mueller, White, Fundamentals of Astrodynamics, 1971, ch. 6; Battin, 1999, §6.6.
  ///
  /// - Parameters:
  ///   - range: distance along the sphere, m, up to half its circumference.
  ///   - radius: of the sphere, m.
  ///   - mu: gravitational parameter, m³/s².
  /// - Returns: flight time, s; apogee above the sphere, m.
  public static func minimumEnergy(
    range: Double, radius: Double, mu: Double
  ) -> (time: Double, apogee: Double) {
    let s = sin(range / radius / 2)
    let chord = 2 * radius * s
    let perimeter = radius + chord / 2
    let axis = perimeter / 2
    let beta = 2 * asin(((perimeter - chord) / perimeter).squareRoot())
    let time = (axis * axis * axis / mu).squareRoot() * (.pi - (beta - sin(beta)))
    let foci = radius * cos(range / radius / 2)
    return (time, axis + foci / 2 - radius)
  }
}
