import Geodesy
import Kernels
import Testing
import Theatre

@Suite struct SkylineTests {
  /// A wall of 1 000 m to the east of a plain of 100 m, a degree from the radar at the equator.
  private let environment = Environment(
    terrain: Terrain(
      world: Grid(
        north: 5, west: 0, step: 0.1, rows: 101, columns: 101,
        values: (0..<101 * 101).map { $0 % 101 >= 60 && $0 % 101 < 63 ? 1_000 : 100 })),
    refractivity: nil, borders: [:])

  /// East the ray must clear 900 m at 105 to 125 km; west it meets nothing.
  @Test func wallsHideWhatIsBehindThem() throws {
    let skyline = try #require(environment.skyline(at: Position(0, 5), antenna: 30))
    let east = skyline.slopes[18]
    let west = skyline.slopes[54]
    // (1 000 − 130) m over 111 km less the curve of 111 km over 2 k R
    let expected: Double = 870.0 / 111_000 - 111_000 / (2 * (4.0 / 3) * Radar.earthRadius)
    #expect(abs(east - expected) < 0.000_7)
    #expect(west < 0 && skyline.distances[18] > 95_000)
    func clears(_ east: Double, _ north: Double, _ slope: Double) -> Bool {
      let (x, y) = (Lanes(repeating: east), Lanes(repeating: north))
      return skyline.hills.withUnsafeBufferPointer { hills in
        Skyline.clears(
          hills.baseAddress!, x, y, slope: Lanes(repeating: slope),
          range: Lanes(repeating: 140_000), where: LaneMask(repeating: true))[0]
      }
    }
    #expect(!clears(1, 0, 0) && clears(1, 0, 0.005) && clears(-1, 0, 0))
    // 2° on either side of due east is the same profile
    #expect(!clears(0.999_39, 0.034_9, 0) && !clears(0.999_39, -0.034_9, 0))
  }

  /// Bare plains hide nothing that the smooth Earth does not.
  @Test func plainsHaveNoSkyline() {
    let plain = Environment(
      terrain: Terrain(
        world: Grid(
          north: 5, west: 0, step: 0.1, rows: 101, columns: 101,
          values: Array(repeating: 100, count: 101 * 101))), refractivity: nil, borders: [:])
    #expect(plain.skyline(at: Position(0, 5), antenna: 30) == nil)
  }
}
