import Kernels
import Testing

@Suite struct RefractionTests {
  /// Against the traced ray, in metres of range, in the weather of nine tenths of the time.
  @Test(arguments: [1.2, 4.0 / 3, 1.45, 1.7])
  func closedFormAgainstRay(_ k: Double) {
    let form = Refraction(k: k)
    for height in [500.0, 2_000, 10_000, 20_000, 30_000, 50_000, 100_000, 200_000] {
      let straight = LaneMath.angle(
        versine: Lanes(repeating: height / (Radar.earthRadius + height)))[0]
      let traced =
        Radar.earthRadius * (straight + Refraction.trace(k: k, to: height, steps: 4_000))
      let ours = form.horizon(antenna: 0, target: height)
      #expect(abs(ours - traced) < (height > 30_000 ? 2_500 : 1_300), "\(height) m")
    }
  }

  /// Near the ground it is the effective radius k·R: within 0.5 % below 500 m.
  @Test func nearTheGroundItIsTheEffectiveRadius() {
    for k in [1.1, 4.0 / 3, 1.6] {
      let ours = Refraction(k: k).horizon(antenna: 20, target: 500)
      let formula = Radar.horizon(antenna: 20, target: 500, k: k)
      #expect(abs(ours / formula - 1) < 0.005)
    }
  }

  /// At 700 km the exponential atmosphere shows a target from about 32 km up, an effective radius of
  /// 4/3 from 28.9 km: a mistake of three kilometres.
  @Test func farTargetsRiseLaterThanByTheEffectiveRadius() {
    let height = Refraction(k: 4.0 / 3).heightSeen(at: 700_000, antenna: 0)
    #expect(abs(height - 31_900) < 500)
  }

  @Test func inverse() {
    let form = Refraction(k: 1.4)
    for height in [10.0, 300, 5_000, 30_000, 80_000] {
      let range = form.horizon(antenna: 20, target: height)
      #expect(abs(form.heightSeen(at: range, antenna: 20) - height) < 1)
    }
  }

  /// Sub-refraction: the horizon is nearer than that of a straight ray.
  @Test func belowOneTheHorizonComesNearer() {
    #expect(
      Refraction(k: 0.9).horizon(antenna: 20, target: 3_000)
        < Refraction(k: 1.0).horizon(antenna: 20, target: 3_000))
  }
}
