#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far a ray that grazes the ground reaches, in an atmosphere whose refractivity falls
/// exponentially with height.
///
///     n(h) = 1 + N₀ exp(−h/H) 10⁻⁶,   H = N₀ / |dN/dh at the ground|
///     n (R + h) cos ε = n₀ R           (Bouguer)
///
/// At the ground the ray bends as k = 157/(157 + dN/dh) says; higher up ever less, so that an
/// effective radius k·R lets a radar see too far: at 700 km and k = 4/3 by 3 km of height. Here the
/// straight tangent and the bending are kept apart:
///
///     θ(h) = acos(R/(R + h)) + τ √h / √(b + c √h + h)
///
/// with τ the whole bending, b from the slope at the ground and c from the traced ray at 12 km.
/// Range error against the traced ray for 1.2 ≤ k ≤ 1.7: below 1.3 km up to 30 km of height and
/// below 2.5 km up to 200 km (`RefractionTests.closedFormAgainstRay`); at k = 5 it is 2.7 km at 2 km of height. Source: ITU-R P.453-14 (reference
/// atmosphere N₀ = 315); Bean and Dutton, Radio Meteorology, 1966, §3.
public struct Refraction: Hashable, Sendable {
  /// Surface refractivity of the reference atmosphere, N-units.
  public static let surface = 315.0
  static let matched = 12_000.0

  /// τ, rad; b, m; c, m^½: of the closed form above.
  public let bending, foot, waist: Double

  /// - Parameter k: effective-radius factor at the ground; below 1.02 only the slope at the ground
  ///   is kept.
  public init(k: Double) {
    let slope = (k.squareRoot() - 1) * (2 / Radar.earthRadius).squareRoot()
    guard k > 1.02 else {
      // sub-refraction: no exponential has it; the slope fades out at 100 km
      (foot, waist) = (1e5, 0)
      bending = slope * foot.squareRoot()
      return
    }
    let top = Refraction.trace(k: k, to: 1_000_000)
    let low = Refraction.trace(k: k, to: Refraction.matched)
    bending = top
    foot = (top / slope) * (top / slope)
    let h = Refraction.matched
    let ratio = top / low
    waist = (h * ratio * ratio - foot - h) / h.squareRoot()
  }

  /// Bending alone, rad, of the ray that starts along the ground and reaches `height`, m: the traced
  /// angle at the Earth's centre less that of the straight tangent.
  ///
  /// Midpoint rule over √h, where the integrand is smooth; 400 steps leave less than 0.1 km.
  public static func trace(k: Double, to height: Double, steps: Int = 400) -> Double {
    let radius = Radar.earthRadius
    let gradient = (157 - 157 / k) / 1_000
    let scale = surface / gradient
    func index(_ h: Double) -> Double { 1 + surface * 1e-6 * exp(-h / scale) }
    let constant = index(0) * radius
    let step = height.squareRoot() / Double(steps)
    var angle = 0.0
    for i in 0..<steps {
      let s = (Double(i) + 0.5) * step
      let r = radius + s * s
      let nr = index(s * s) * r
      angle += constant / (r * (nr * nr - constant * constant).squareRoot()) * 2 * s * step
    }
    return angle - acos(radius / (radius + height))
  }

  /// A mixture with another, for values between two nodes of weather.
  public func mixed(with other: Refraction, share: Double) -> Refraction {
    func mix(_ a: Double, _ b: Double) -> Double { a + share * (b - a) }
    return Refraction(
      bending: mix(bending, other.bending), foot: mix(foot, other.foot),
      waist: mix(waist, other.waist))
  }

  private init(bending: Double, foot: Double, waist: Double) {
    (self.bending, self.foot, self.waist) = (bending, foot, waist)
  }

  /// Ground range at which a target rises above the horizon of an antenna, m, both heights in m.
  public func horizon(antenna: Double, target: Double) -> Double {
    let lanes = Bending(self)
    return
      (lanes.horizon(height: Lanes(repeating: antenna))
      + lanes.horizon(height: Lanes(repeating: target)))[0]
  }

  /// Height from which a target is seen by an antenna at ground range `distance`, m.
  public func heightSeen(at distance: Double, antenna: Double) -> Double {
    let lanes = Bending(self)
    let reach = lanes.horizon(height: Lanes(repeating: antenna))
    return lanes.heightSeen(at: Lanes(repeating: distance), reach: reach)[0]
  }
}

/// The closed form of `Refraction` in four draws, each with weather of its own.
public struct Bending: Sendable {
  @usableFromInline var bending = Lanes.zero
  @usableFromInline var foot = Lanes(repeating: 1)
  @usableFromInline var waist = Lanes.zero

  public init(_ all: Refraction) {
    for lane in 0..<4 { set(all, lane: lane) }
  }

  /// Sets the weather of one lane.
  public mutating func set(_ weather: Refraction, lane: Int) {
    (bending[lane], foot[lane], waist[lane]) = (weather.bending, weather.foot, weather.waist)
  }

  /// Range along the ground to the horizon of one height alone, m.
  @inlinable @inline(__always)
  public func horizon(height: Lanes) -> Lanes {
    let root = LaneMath.squareRoot(height)
    let straight = LaneMath.angle(versine: height / (Radar.earthRadius + height))
    let bent = bending * root / LaneMath.squareRoot(foot + waist * root + height)
    return Radar.earthRadius * (straight + bent)
  }

  /// Height a target needs to be seen over the horizon at ground range `d`, m; 0 inside the
  /// antenna's own horizon `reach`.
  ///
  /// The range grows nearly as √h, so that h ← h (d/range(h))² converges: four rounds leave less
  /// than 1 m up to 80 km at k = 1.4 (`RefractionTests.inverse`).
  @inlinable @inline(__always)
  public func heightSeen(at d: Lanes, reach: Lanes) -> Lanes {
    let beyond = LaneMath.greatest(d - reach, Lanes(repeating: 1))
    var h = beyond * beyond * (0.4 / Radar.earthRadius)
    for _ in 0..<4 {
      let ratio = beyond / horizon(height: h)
      h *= ratio * ratio
    }
    return LaneMath.pick(.zero, h, where: d .> reach)
  }
}
