import Foundation
import Kernels
import Testing

@Suite struct RadarTests {
  /// The exact tangent over a sphere of radius k R: R k (acos(kR/(kR + h₁)) + …).
  @Test func horizonAgainstTangent() {
    let k = 4.0 / 3
    let sphere = k * Radar.earthRadius
    for height in [1.0, 10, 100, 1_000, 3_000] {
      let exact = sphere * (acos(sphere / (sphere + 20)) + acos(sphere / (sphere + height)))
      let ours = Radar.horizon(antenna: 20, target: height, k: k)
      #expect(abs(ours / exact - 1) < 5e-4, "height \(height)")
    }
  }

  @Test func heightSeenUndoesTheHorizon() {
    let k = Lanes(repeating: 1.3)
    let reach = Radar.horizon(height: Lanes(repeating: 25), k: k)
    let range = Radar.horizon(antenna: 25, target: 1_234, k: 1.3)
    #expect(
      abs(Radar.heightSeen(at: Lanes(repeating: range), reach: reach, k: k)[0] - 1_234) < 1e-6)
    #expect(Radar.heightSeen(at: reach * 0.5, reach: reach, k: k)[3] == 0)
  }

  /// ITU-R P.310: −40 N/km gives 4/3 (1.342), 0 gives 1; a duct is capped.
  @Test func effectiveRadiusFollowsTheGradient() {
    #expect(abs(Radar.effectiveRadiusFactor(gradient: -40) - 1.342) < 0.001)
    #expect(Radar.effectiveRadiusFactor(gradient: 0) == 1)
    #expect(Radar.effectiveRadiusFactor(gradient: -300) == 10)
    #expect(Radar.effectiveRadiusFactor(gradient: -157) == 10)
  }
}

@Suite struct TrackInitiationTests {
  /// All outcomes of eight looks, counted one by one.
  @Test(arguments: [(1, 1), (1, 3), (2, 2), (2, 3), (3, 3), (2, 4), (3, 4)])
  func chainAgainstEnumeration(needed: Int, window: Int) {
    let p = [0.3, 0.9, 0.1, 0.5, 0.7, 0.2, 0.6, 0.4]
    var firm = 0.0
    for outcome in 0..<256 {
      let hits = (0..<8).map { outcome >> $0 & 1 }
      let reached = (0..<8).contains { end in
        hits[max(0, end - window + 1)...end].reduce(0, +) >= needed
      }
      guard reached else { continue }
      firm += (0..<8).reduce(1.0) { $0 * (hits[$1] == 1 ? p[$1] : 1 - p[$1]) }
    }
    var chain = TrackInitiation(needed: needed, window: window)
    for look in p { chain.look(Lanes(repeating: look)) }
    #expect(abs(chain.firm[0] - firm) < 1e-14)
    #expect(chain.firm[0] == chain.firm[3])
  }

  /// Two of three at small p: C(2, 1) p² per look.
  @Test func steadyHazard() {
    let chain = TrackInitiation(needed: 2, window: 3)
    let small = 1.0 / 256
    #expect(abs(chain.steadyHazard(Lanes(repeating: small))[0] / (2 * small * small) - 1) < 0.02)
    for p in [0.03, 0.11, 0.37, 0.62] {
      var long = TrackInitiation(needed: 2, window: 3)
      for _ in 0..<30 { long.look(Lanes(repeating: p)) }
      let before = long.firm[0]
      long.look(Lanes(repeating: p))
      let hazard = (long.firm[0] - before) / (1 - before)
      #expect(abs(chain.steadyHazard(Lanes(repeating: p))[0] - hazard) < 2e-5, "p = \(p)")
    }
  }
}
