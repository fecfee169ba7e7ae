/// Four draws side by side, SI: what a hot loop is written on.
public typealias Lanes = SIMD4<Double>
/// One yes or no for each of four draws.
public typealias LaneMask = SIMDMask<SIMD4<Int64>>

/// Elementary functions on four lanes.
public enum LaneMath {
  /// eˣ by reduction to |r| ≤ ln 2 / 2 and a polynomial of degree 11.
  ///
  /// Relative error below 1e-13 for −700 ≤ x ≤ 700 (`LaneMathTests.exponentialHoldsThirteenDigits`); arguments beyond
  /// are held at those ends.
  @inlinable @inline(__always)
  public static func exp(_ x: Lanes) -> Lanes {
    let bounded = pick(
      pick(x, Lanes(repeating: 700), where: x .> 700), Lanes(repeating: -700), where: x .< -700)
    let shift = 6_755_399_441_055_744.0  // 1.5 · 2⁵²: adding it rounds to an integer
    let n = bounded * 1.442_695_040_888_963_4 + shift
    let k = n - shift
    // ln 2 in two parts, so that k · ln 2 loses nothing
    let r = (bounded - k * 0.693_147_180_369_123_8) - k * 1.908_214_929_270_587_7e-10
    var p = Lanes(repeating: 1.0 / 39_916_800)
    p = p * r + 1.0 / 3_628_800
    p = p * r + 1.0 / 362_880
    p = p * r + 1.0 / 40_320
    p = p * r + 1.0 / 5_040
    p = p * r + 1.0 / 720
    p = p * r + 1.0 / 120
    p = p * r + 1.0 / 24
    p = p * r + 1.0 / 6
    p = p * r + 0.5
    p = p * r + 1
    p = p * r + 1
    let bits = unsafeBitCast(n, to: SIMD4<UInt64>.self) &- UInt64(shift.bitPattern)
    let scale = (bits &+ 1_023) &<< 52
    return p * unsafeBitCast(scale, to: Lanes.self)
  }

  /// ln x for x > 0: exponent and mantissa apart, then 2 artanh((m − 1)/(m + 1)) to the 17th power.
  ///
  /// Absolute error below 1e-12 (`LaneMathTests.logarithmHoldsTwelveDigits`).
  @inlinable @inline(__always)
  public static func log(_ x: Lanes) -> Lanes {
    let bits = unsafeBitCast(x, to: SIMD4<UInt64>.self)
    // the exponent as a double, by the same trick as in `exp`
    let shift = 4_503_599_627_370_496.0  // 2⁵²
    let raw = unsafeBitCast((bits &>> 52) | shift.bitPattern, to: Lanes.self) - shift
    let mantissa = unsafeBitCast(
      (bits & 0x000f_ffff_ffff_ffff) | (1.0).bitPattern, to: Lanes.self)
    let high = mantissa .> 1.414_213_562_373_095
    let m = pick(mantissa, mantissa * 0.5, where: high)
    let e = pick(raw - 1_023, raw - 1_022, where: high)
    let f = (m - 1) / (m + 1)
    let q = f * f
    var p = Lanes(repeating: 1.0 / 17)
    p = p * q + 1.0 / 15
    p = p * q + 1.0 / 13
    p = p * q + 1.0 / 11
    p = p * q + 1.0 / 9
    p = p * q + 1.0 / 7
    p = p * q + 1.0 / 5
    p = p * q + 1.0 / 3
    p = p * q + 1
    return e * 0.693_147_180_559_945_3 + 2 * f * p
  }

  /// The angle on [0, π/2] whose cosine is `x`, from the half-angle: accurate where acos is not.
  ///
  ///     θ = 2 asin √((1 − cos θ)/2)
  ///
  /// - Parameter versine: 1 − cos θ, in [0, 1]. Relative error below 2e-9 for θ ≤ 0.6 rad
  ///   (`LaneMathTests.angleIsAccurateWhereItIsSmall`), that is 3 800 km on Earth; beyond, the series is not used by us.
  @inlinable @inline(__always)
  public static func angle(versine: Lanes) -> Lanes {
    let s2 = versine * 0.5
    let s = squareRoot(s2)
    // asin s = s + s³/6 + 3 s⁵/40 + 15 s⁷/336 + 105 s⁹/3456 + …
    var series = Lanes(repeating: 231.0 / 13_312)
    series = series * s2 + 63.0 / 2_816
    series = series * s2 + 35.0 / 1_152
    series = series * s2 + 15.0 / 336
    series = series * s2 + 3.0 / 40
    series = series * s2 + 1.0 / 6
    series = series * s2 + 1
    return 2 * s * series
  }

  /// √x lane by lane. The standard library's own goes through a call to libm for each lane.
  @inlinable @inline(__always)
  public static func squareRoot(_ x: Lanes) -> Lanes {
    Lanes(x[0].squareRoot(), x[1].squareRoot(), x[2].squareRoot(), x[3].squareRoot())
  }

  /// `b` where the mask holds, else `a`.
  @inlinable @inline(__always)
  public static func pick(_ a: Lanes, _ b: Lanes, where mask: LaneMask) -> Lanes {
    a.replacing(with: b, where: mask)
  }

  /// The smaller of each lane; neither may be NaN.
  @inlinable @inline(__always)
  public static func least(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: b .< a) }

  /// The larger of each lane; neither may be NaN.
  @inlinable @inline(__always)
  public static func greatest(_ a: Lanes, _ b: Lanes) -> Lanes {
    a.replacing(with: b, where: b .> a)
  }
}
