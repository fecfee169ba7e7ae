/// What the ground does to the echo of a low target: direct and reflected wave over a curved, rough Earth, four draws.
///
/// Both waves interfere; the echo goes with F⁴ of
///
///     F² = (1 − α)² + 4 α sin²(π δ/λ),   δ = 2 h₁′ h₂′/d
///
/// h₁′ and h₂′ are the heights over the tangent plane at the point of reflection (Blake, Radar Range-Performance Analysis,
/// 1980, ch. 6). α is what is reflected: roughness takes exp(−2 (2π σ sin ψ/λ)²) (Ament, Proc. IRE 41, 1953), an antenna
/// that looks up at the target exp(−2 ln 2 (2 h₂′/(d θ))²) for a beam of width θ, and the curved Earth spreads it by
/// D = (1 + 2 d₁ d₂/(k R d sin ψ))^(−½). A wave that grazes is turned over, whatever its polarisation.
///
/// Where δ < λ/6 interference no longer holds. From there to the horizon the loss grows evenly, in dB, with the way that is
/// left, which goes as √δ, up to that of the horizon, the smaller of what a rounded edge and a smooth sphere take
/// (Recommendation ITU-R P.526-15, 4.2 and 3.2):
///
///     6 + 7.2 √m − 2 m + 3.6 m^1.5 − 0.8 m²,        m = k R (1/a₁ + 1/a₂)/(π k R/λ)^⅓
///     17.6 X − 11 − 10 log X − G(Y₁) − G(Y₂),       X = √Y₁ + √Y₂,  Y = 2 h (π²/(λ² k R))^⅓
///     G(Y) = 17.6 √(Y − 1.1) − 5 log(Y − 1.1) − 8 above Y = 2, else 20 log(Y + 0.1 Y³)
///
/// in dB, with a₁, a₂ the horizons of both heights. Within 3.5 dB of the rows of P.528 at 300 MHz that are in
/// `ground-loss.case`, beside which the formula was chosen. At 9.4 GHz from 15 m and more those tables follow no lobes and lose
/// up to 6 dB more over the last 40 km, and we have nulls that they do not.
///
/// Lobes are not counted as a gain: published ranges are as a rule those of the lobes. Beyond δ = 3 λ they are too narrow to
/// matter.
public struct GroundReflection: Sendable {
  /// λ, σ (standard deviation of the ground's height), θ (between half powers; 10 and more sees all that is reflected), m
  /// and rad.
  public let wavelength, roughness, beam: Lanes
  /// Height of the antenna over the ground that reflects, m, and k R, m.
  public let antenna, radius: Lanes
  /// 2/λ, 1/m; 2 (2π σ/λ)²; 8 ln 2/θ²; 1/(2 k R), 1/m.
  @usableFromInline let perWave, scattered, beside, flatter: Lanes
  /// How far the antenna sees level ground, m.
  @usableFromInline let reach: Lanes
  @usableFromInline let bent: Lanes
  /// (π²/(λ² k R))^⅓, 1/m; Y of the antenna and its gain, dB.
  @usableFromInline let perMetre, first, gain: Lanes
  /// Slope above which the ground plays no part.
  public let steepest: Lanes

  public init(
    wavelength: Lanes, roughness: Lanes, beam: Lanes, antenna: Lanes, radius: Lanes
  ) {
    (self.wavelength, self.roughness, self.beam) = (wavelength, roughness, beam)
    self.radius = radius
    self.antenna = LaneMath.greatest(antenna, Lanes(repeating: 1))
    perWave = 2 / wavelength
    let rough = 2 * .pi * roughness / wavelength
    scattered = 2 * rough * rough
    // 2 ln 2 · 2²
    beside = 5.545_177_4 / (beam * beam)
    flatter = 0.5 / radius
    reach = LaneMath.squareRoot(2 * radius * self.antenna)
    bent = radius / LaneMath.exp(LaneMath.log(.pi * radius / wavelength) / 3)
    let scale = .pi * .pi / (wavelength * wavelength * radius)
    perMetre = LaneMath.exp(LaneMath.log(scale) / 3)
    first = 2 * self.antenna * perMetre
    gain = GroundReflection.gain(first)
    steepest = GroundReflection.lobes / 2 * wavelength / self.antenna
  }

  /// Lobes that are followed, in wavelengths of δ.
  @usableFromInline static let lobes = 3.0

  /// F⁴, at most 1, of a target at a height over the ground, m, at a distance along it, m; 0 below the horizon.
  ///
  /// - Parameter loss: `horizonLoss` of that height, where many looks share it.
  @inlinable
  public func echo(_ target: Lanes, at distance: Lanes, loss: Lanes? = nil) -> Lanes {
    let d = LaneMath.greatest(distance, Lanes(repeating: 1))
    let h2 = LaneMath.greatest(target, Lanes(repeating: 1))
    let inverse = 1 / d
    let way = path(h2, d)
    let (one, two) = (way.antenna, way.target)
    let part = perWave * one * two * inverse
    let alpha = reflected(way, d, inverse)
    var f2 = field(part, alpha)
    let grazes: LaneMask = part .< 1.0 / 6
    if any(grazes) {
      // towards the horizon; F² at λ/6 is 1 − α + α²
      let clear = LaneMath.squareRoot(
        LaneMath.greatest(LaneMath.least(6 * part, Lanes(repeating: 1)), .zero))
      let low = LaneMath.exp(
        (loss ?? horizonLoss(h2)) * (clear - 1)
          + clear * LaneMath.log(1 - alpha + alpha * alpha))
      f2.replace(with: low, where: grazes)
    }
    f2.replace(with: Lanes(repeating: 1), where: part .> GroundReflection.lobes)
    f2.replace(with: Lanes.zero, where: (one .<= 0) .| (two .<= 0))
    f2 = LaneMath.least(f2, Lanes(repeating: 1))
    return f2 * f2
  }

  /// F² of a path difference in wavelengths and what is reflected.
  @inlinable @inline(__always)
  func field(_ part: Lanes, _ alpha: Lanes) -> Lanes {
    // sin² has the period 1; sin πx on half a period to 4e-6
    let x = part - part.rounded(.toNearestOrEven)
    let q = (.pi * x) * (.pi * x)
    var sine = Lanes(repeating: 1.0 / 362_880)
    sine = sine * q - 1.0 / 5_040
    sine = sine * q + 1.0 / 120
    sine = sine * q - 1.0 / 6
    sine = .pi * x * (1 + sine * q)
    return (1 - alpha) * (1 - alpha) + 4 * alpha * sine * sine
  }

  /// The way over the point of reflection.
  public struct Path {
    /// Heights of antenna and target over the tangent plane there, m.
    public let antenna, target: Lanes
    /// From the antenna and from the target along the ground, m.
    public let first, second: Lanes

    @inlinable @inline(__always)
    init(antenna: Lanes, target: Lanes, first: Lanes, second: Lanes) {
      (self.antenna, self.target, self.first, self.second) = (antenna, target, first, second)
    }
  }

  /// The way to a target at a height, m, at a distance along the ground, m.
  ///
  ///     d₁ = d/2 − p sin(ξ/3),  p = (2/√3) √(kR (h₁ + h₂) + d²/4),  sin ξ = 2 kR d |h₂ − h₁|/p³
  ///
  /// counted from the lower of both. sin(asin(s)/3) = sin(π/6 − ⅔ asin(w/√2)) with w = √(1 − s), a polynomial of w within
  /// 4e-6: 2 m of d₁ at 400 km.
  @inlinable @inline(__always)
  public func path(_ target: Lanes, _ d: Lanes) -> Path {
    let p2 = (4.0 / 3) * (radius * (antenna + target) + 0.25 * d * d)
    let p = LaneMath.squareRoot(p2)
    let apart = target - antenna
    let size = LaneMath.greatest(apart, -apart)
    let s = LaneMath.least(2 * radius * d * size / (p2 * p), Lanes(repeating: 1))
    let w = LaneMath.squareRoot(1 - s)
    var y = Lanes(repeating: -0.032_406_727_8)
    y = y * w + 0.078_616_613_4
    y = y * w - 0.091_855_685
    y = y * w + 0.040_917_046_1
    y = y * w - 0.033_490_643_1
    y = y * w - 0.053_400_001_7
    y = y * w - 0.408_379_247_8
    y = y * w + 0.500_001_899_4
    let lower = LaneMath.greatest(0.5 * d - p * y, .zero)
    let one = LaneMath.pick(d - lower, lower, where: apart .>= 0)
    let two = d - one
    return Path(
      antenna: antenna - one * one * flatter, target: target - two * two * flatter, first: one,
      second: two)
  }

  /// α: what the ground sends on of what falls on it.
  ///
  /// With sin ψ = (h₁′ + h₂′)/d the spreading is D² = g/(g + 2 d₁ d₂/(k R)), g = h₁′ + h₂′.
  @inlinable @inline(__always)
  func reflected(_ way: Path, _ d: Lanes, _ inverse: Lanes) -> Lanes {
    let rise = LaneMath.greatest(way.antenna + way.target, d * 1e-9)
    let grazing = rise * inverse
    let aside = way.target * inverse
    let spread = rise / (rise + 4 * flatter * way.first * way.second)
    return LaneMath.exp(-(scattered * grazing * grazing + beside * aside * aside))
      * LaneMath.squareRoot(spread)
  }

  /// ln of the loss of power, one way, at the horizon.
  @inlinable
  public func horizonLoss(_ target: Lanes) -> Lanes {
    let target = LaneMath.greatest(target, Lanes(repeating: 1))
    let m = bent * (1 / reach + 1 / LaneMath.squareRoot(2 * radius * target))
    let root = LaneMath.squareRoot(m)
    let edge = 6.03 + 7.2 * root - m * (2 - 3.6 * root + 0.8 * m)
    let second = 2 * target * perMetre
    let x = LaneMath.squareRoot(first) + LaneMath.squareRoot(second)
    let sphere =
      17.6 * x - 11 - GroundReflection.tenLog * LaneMath.log(x) - gain
      - GroundReflection.gain(second)
    // beyond m = 10 the rounded edge is none
    let loss = LaneMath.pick(LaneMath.least(edge, sphere), sphere, where: m .> 10)
    return LaneMath.greatest(loss, Lanes(repeating: 6)) * 0.230_258_5
  }

  /// 10 log x = 4.34 ln x.
  @usableFromInline static let tenLog = 4.342_944_8

  /// G of a height, dB.
  @inlinable @inline(__always)
  static func gain(_ y: Lanes) -> Lanes {
    let low = 2 * tenLog * LaneMath.log(y + 0.1 * y * y * y)
    let over = LaneMath.greatest(y - 1.1, Lanes(repeating: 0.1))
    let high = 17.6 * LaneMath.squareRoot(over) - 0.5 * tenLog * LaneMath.log(over) - 8
    return LaneMath.pick(low, high, where: y .> 2)
  }
}
