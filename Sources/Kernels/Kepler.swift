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

  /// Flight time between two points of a sphere over a given apogee.
  ///
  ///     e = (r_a − R)/(r_a − R cos(Ψ/2)),  a = r_a/(1 + e),  cos E = (1 − R/a)/e
  ///     t = 2 √(a³/μ) (π − E + e sin E)
  ///
  /// The ellipse's apogee lies over the middle; E is the eccentric anomaly at the ends. Source: Bate,
  /// Mueller, White, Fundamentals of Astrodynamics, 1971, ch. 6.
  ///
  /// - Parameters:
  ///   - range: distance along the sphere, m.
  ///   - apogee: above the sphere, m, > 0.
  public static func time(
    range: Double, apogee: Double, radius: Double, mu: Double
  ) -> Double {
    let top = radius + apogee
    let e = apogee / (top - radius * cos(range / radius / 2))
    let a = top / (1 + e)
    let anomaly = acos(max(-1, min(1, (1 - radius / a) / e)))
    return 2 * (a * a * a / mu).squareRoot() * (.pi - anomaly + e * sin(anomaly))
  }

  /// The apogee over which a flight between two points of a sphere takes a time, by the inverse of `time`; that of least energy
  /// where no higher one is as short.
  ///
  /// Secants in √apogee, in which the time is nearly even: within 1 m after eight (`BallisticShotTests.apogeeOfATime`).
  public static func apogee(
    range: Double, time: Double, radius: Double, mu: Double
  ) -> Double {
    let least = minimumEnergy(range: range, radius: radius, mu: mu)
    guard time > least.time else { return least.apogee }
    func late(_ root: Double) -> Double {
      self.time(range: range, apogee: root * root, radius: radius, mu: mu) - time
    }
    let gravity = mu / (radius * radius)
    var (a, b) = (
      least.apogee.squareRoot(),
      least.apogee.squareRoot() + 0.5 * (time - least.time) * (gravity / 8).squareRoot()
    )
    var (x, y) = (late(a), late(b))
    for _ in 0..<8 where abs(y - x) > 1e-9 {
      let next = max(b - y * (b - a) / (y - x), a * 0.5)
      (a, x) = (b, y)
      b = next
      y = late(b)
    }
    return b * b
  }

  /// Apogee of the most lofted flight over a range that a missile can fly whose farthest range is another: the higher of the
  /// two ellipses with the speed that the farthest range needs.
  ///
  ///     least energy over R:  q = μ⁻¹ r v² = 2 sin(Ψ/2) / (1 + sin(Ψ/2))
  ///     through ψ < Ψ:        (1 − cos ψ) T² − q sin ψ T + (1 − cos ψ)(1 − q) = 0,  T = tan γ, the larger root
  ///     e² = 1 − q (2 − q) cos² γ,   apogee = r (1 + e)/(2 − q) − r
  ///
  /// Source: Bate, Mueller, White, Fundamentals of Astrodynamics, 1971, ch. 6.2 (Q parameter, two flight-path angles).
  ///
  /// - Parameters:
  ///   - range: to be flown, m.
  ///   - farthest: that it can fly, m, not less than `range` and less than half round the sphere.
  public static func loftedApogee(
    range: Double, farthest: Double, radius: Double
  ) -> Double {
    let half = sin(min(farthest, 3 * radius) / radius / 2)
    let q = 2 * half / (1 + half)
    let psi = min(range, farthest) / radius
    let versine = 1 - cos(psi)
    let b = q * sin(psi)
    let root = max(0, b * b - 4 * versine * versine * (1 - q)).squareRoot()
    let tangent = (b + root) / (2 * versine)
    let cosine2 = 1 / (1 + tangent * tangent)
    let e = max(0, 1 - q * (2 - q) * cosine2).squareRoot()
    return radius * (1 + e) / (2 - q) - radius
  }

  /// The arc through a range and an apogee over flat ground in a vacuum: v² = g R/sin 2θ with
  /// tan θ = 4 H/R.
  ///
  /// - Returns: speed at its ends, m/s; time, s.
  public static func flatArc(
    range: Double, apogee: Double, gravity: Double = 9.80665
  ) -> (speed: Double, time: Double) {
    let slope = 4 * apogee / range
    let sine = 2 * slope / (1 + slope * slope)
    return ((gravity * range / sine).squareRoot(), 2 * (2 * apogee / gravity).squareRoot())
  }
}
