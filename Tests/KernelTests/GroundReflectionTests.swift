import Kernels
import Testing

/// Echoes near the ground against closed forms; published tables are in `ground-loss.case`.
@Suite struct GroundReflectionTests {
  private static func ground(
    wavelength: Double, roughness: Double = 0, beam: Double = 10, antenna: Double,
    k: Double = 4.0 / 3
  ) -> GroundReflection {
    func lanes(_ x: Double) -> Lanes { Lanes(repeating: x) }
    return GroundReflection(
      wavelength: lanes(wavelength), roughness: lanes(roughness), beam: lanes(beam),
      antenna: lanes(antenna), radius: lanes(k * Radar.earthRadius))
  }

  private static func echo(_ ground: GroundReflection, _ height: Double, _ d: Double) -> Double {
    ground.echo(Lanes(repeating: height), at: Lanes(repeating: d))[0]
  }

  /// The wave leaves the ground as steeply as it came: the heights over the tangent plane go as their distances.
  @Test(arguments: [(6.0, 100.0), (6, 1_000), (1.5, 1_000), (30, 50), (9_000, 50), (50, 9_000)])
  func itIsReflectedWhereBothAnglesAreEqual(antenna: Double, target: Double) {
    let ground = Self.ground(wavelength: 0.1, antenna: antenna)
    let radius = 4.0 / 3 * Radar.earthRadius
    let horizon = Radar.horizon(antenna: antenna, target: target, k: 4.0 / 3)
    for share in [0.05, 0.3, 0.6, 0.9, 0.99] {
      let d = share * horizon
      let way = ground.path(Lanes(repeating: target), Lanes(repeating: d))
      let (one, two) = (way.antenna, way.target)
      let first = (2 * radius * (antenna - one[0])).squareRoot()
      // the polynomial is half a metre off where the higher one stands at 1 km, and less than two at 9 km
      let (near, off) = (min(first, d - first), max(antenna, target) > 2_000 ? 2.0 : 0.5)
      let grazing = one[0] / first
      #expect(abs(grazing - two[0] / (d - first)) < 1e-6 + 3 * grazing * off / near)
    }
  }

  /// Over level ground that reflects all: F = 2 sin(2π h₁ h₂/(λ d)), never counted as a gain (Skolnik, Introduction to Radar
  /// Systems, 3rd ed., ch. 8).
  @Test func overAPlaneTheFieldIsTwiceASine() {
    let ground = Self.ground(wavelength: 1, antenna: 20, k: 1e5)
    for step in 1...40 {
      let d = 2_000 + 500 * Double(step)
      let phase = 2 * Double.pi * 20 * 100 / (1 * d)
      guard phase > .pi / 6, phase < 3 * .pi else { continue }
      let sine = sineAndCosine(phase).sine
      let expected = min(16 * sine * sine * sine * sine, 1)
      #expect(abs(Self.echo(ground, 100, d) - expected) < 0.02)
    }
  }

  /// The first null lies at sin e = λ/2h: 8.6° at 100 MHz and 10 m.
  @Test func theFirstNullIsWhereTextbooksHaveIt() {
    let ground = Self.ground(wavelength: 2.998, antenna: 10, k: 1e5)
    let d = 20_000.0
    let echoes = (60...120).map { tenth in
      let tangent = sineAndCosine(Double(tenth) / 10 * .pi / 180)
      return (Double(tenth) / 10, Self.echo(ground, d * tangent.sine / tangent.cosine, d))
    }
    let null = echoes.min { $0.1 < $1.1 }!
    #expect(abs(null.0 - 8.6) < 0.11 && null.1 < 0.01)
  }

  /// Ground that scatters reflects nothing, and a narrow beam leaves it dark.
  @Test func roughGroundAndNarrowBeamsLeaveTheDirectWave() {
    for ground in [
      Self.ground(wavelength: 0.03, roughness: 20, antenna: 20),
      Self.ground(wavelength: 0.03, beam: 0.001, antenna: 20),
    ] {
      for d in [5_000.0, 10_000, 15_000] { #expect(Self.echo(ground, 100, d) > 0.98) }
    }
  }

  /// σ 0.3 m, λ 0.1 m, 1°: ρ = exp(−2 (2π σ sin ψ/λ)²) = 0.8054 (Ament, 1953): at the first null, where δ = λ, the field is
  /// 1 − ρ.
  @Test func roughnessGoesWithTheSquareOfTheGrazingAngle() {
    let (height, d) = (2.865, 114.6 + 50)
    // antenna and target alike, so that both see the ground under 1° in the middle
    let ground = Self.ground(wavelength: 0.1, roughness: 0.3, antenna: height, k: 1e5)
    let delta = 2 * height * height / d
    #expect(abs(delta - 0.1) < 0.001)
    let grazing = 2 * height / d
    let rough = 2 * Double.pi * 0.3 * grazing / 0.1
    let expected = 1 - exponential(-2 * rough * rough)
    let field = Self.echo(ground, height, d).squareRoot().squareRoot()
    #expect(abs(field - expected) < 0.02)
  }

  /// From 5 km to 5 km over 582 km of smooth Earth at 3 cm, m is 0.061: 6.03 + 7.2 √m − 2 m + … = 7.7 dB one way; beyond the
  /// horizon nothing.
  @Test func atTheHorizonARoundedEdgeIsInTheWay() {
    let ground = Self.ground(wavelength: 0.03, antenna: 5_000)
    let horizon = Radar.horizon(antenna: 5_000, target: 5_000, k: 4.0 / 3)
    let loss =
      -5 * naturalLogarithm(Self.echo(ground, 5_000, horizon * 0.9999)) / naturalLogarithm(10)
    #expect(abs(loss - 7.7) < 0.2)
    #expect(Self.echo(ground, 5_000, horizon * 1.001) == 0)
  }

  /// Never a gain, never less than nothing, for any legal input.
  @Test func anEchoIsAShare() {
    for wavelength in [0.002, 0.03, 0.23, 2, 15] {
      for antenna in [0.0, 1, 12, 500, 30_000] {
        let ground = Self.ground(
          wavelength: wavelength, roughness: 0.5, beam: 0.05, antenna: antenna)
        for height in [0.0, 5, 100, 20_000, 2_000_000] {
          for d in [0.0, 10, 5_000, 100_000, 3_000_000] {
            let share = Self.echo(ground, height, d)
            #expect((0...1).contains(share), "\(wavelength) \(antenna) \(height) \(d): \(share)")
          }
        }
      }
    }
  }
}
