#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Radar horizon and single-look detection.
public enum Radar {
  /// Mean Earth radius, m (IUGG).
  public static let earthRadius = 6_371_008.8

  /// Ground range at which a target rises above the radar horizon of a smooth Earth.
  ///
  ///     d = √(2 k R h₁) + √(2 k R h₂)
  ///
  /// The ray's downward curve is folded into an effective Earth radius k·R. Valid while h ≪ R: the
  /// error against the exact tangent length is below 0.05 % for h ≤ 3 km
  /// (`RadarTests.horizonAgainstTangent`). Source: FS-1037C, "radar line-of-sight equation".
  ///
  /// - Parameters:
  ///   - antenna: height of the antenna above the sphere, m, ≥ 0.
  ///   - target: height of the target above the sphere, m, ≥ 0.
  ///   - k: effective-radius factor; 4/3 is the standard atmosphere.
  /// - Returns: range along the ground, m.
  @inlinable
  public static func horizon(antenna: Double, target: Double, k: Double) -> Double {
    (2 * k * earthRadius * antenna).squareRoot() + (2 * k * earthRadius * target).squareRoot()
  }

  /// Range along the ground to the horizon of one height alone, four lanes.
  @inlinable @inline(__always)
  public static func horizon(height: Lanes, k: Lanes) -> Lanes {
    LaneMath.squareRoot(2 * earthRadius * k * height)
  }

  /// Height a target needs to be seen over the horizon at ground range `d`, four lanes, m.
  ///
  /// The inverse of `horizon(antenna:target:k:)`; 0 inside the antenna's own horizon `reach`.
  @inlinable @inline(__always)
  public static func heightSeen(at d: Lanes, reach: Lanes, k: Lanes) -> Lanes {
    let beyond = LaneMath.greatest(d - reach, .zero)
    return beyond * beyond / (2 * earthRadius * k)
  }

  /// The effective-radius factor of a vertical refractivity gradient.
  ///
  ///     k = 157 / (157 + dN/dh)
  ///
  /// Source: ITU-R P.453-14 and P.310. Gradients at or below −157 N/km trap the ray (a duct);
  /// k is then capped at `ceiling`.
  ///
  /// - Parameter gradient: dN/dh, N-units per km, negative in a normal atmosphere.
  @inlinable
  public static func effectiveRadiusFactor(gradient: Double, ceiling: Double = 10) -> Double {
    gradient <= -157 * (1 - 1 / ceiling) ? ceiling : 157 / (157 + gradient)
  }

  /// Range at another radar cross-section, by the fourth root of the radar equation.
  ///
  /// Source: Skolnik, Introduction to Radar Systems, 3rd ed., eq. 1.7.
  @inlinable
  public static func range(_ range: Double, from reference: Double, to crossSection: Double)
    -> Double
  {
    range * (crossSection / reference).squareRoot().squareRoot()
  }

  /// Signal-to-noise ratio (not dB) that gives a Swerling I target the detection probability `pd`.
  ///
  ///     SNR = ln Pfa / ln Pd − 1
  ///
  /// Source: Swerling, RAND RM-1217, 1954, case 1, one pulse.
  public static func ratio(pd: Double, falseAlarm: Double) -> Double {
    log(falseAlarm) / log(pd) - 1
  }

  /// Detection probability of one look at a Swerling I target: Pfa^(1/(1 + SNR)).
  @inlinable
  public static func detection(ratio: Lanes, logFalseAlarm: Lanes) -> Lanes {
    LaneMath.exp(logFalseAlarm / (1 + ratio))
  }
}
