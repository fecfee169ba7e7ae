import Foundation
import Kernels
import Testing

@Suite struct MarchingTests {
  /// Distance from a disc: √(x² + y²) − r. The front is smooth: halving the spacing must cut the error
  /// at least threefold (second order: fourfold), and it stays below a tenth of a post.
  @Test func distanceFromADisc() {
    func error(_ n: Int) -> Double {
      let spacing = 100_000.0 / Double(n - 1)
      let grid = FastMarching(rows: n, columns: n, spacing: spacing)
      func distance(_ post: Int) -> Double {
        hypot(Double(post % n) * spacing - 50_000, Double(post / n) * spacing - 50_000) - 10_000
      }
      // a band about the edge is given; the inside does not matter
      let sources = (0..<(n * n)).filter { (0..<(2 * spacing)).contains(distance($0)) }
        .map { (post: $0, time: Float(distance($0))) }
      let times = grid.times(from: sources)
      return (0..<(n * n)).filter { distance($0) > 0 }
        .map { abs(Double(times[$0]) - distance($0)) }.max()!
    }
    let (coarse, fine) = (error(101), error(201))
    #expect(coarse < 100)
    #expect(fine < coarse / 3, "\(coarse) \(fine)")
  }

  /// A straight front is exact, whatever the slowness: T = s x.
  @Test func aStraightFront() {
    let grid = FastMarching(rows: 20, columns: 50, spacing: 500)
    let slowness = [Float](repeating: 0.02, count: 1_000)
    let times = grid.times(from: (0..<20).map { ($0 * 50, 0) }, slowness: slowness)
    for post in 0..<1_000 { #expect(abs(times[post] - Float(post % 50) * 10) < 1e-3) }
  }

  /// Slowness 1 + x/L from a line at x = 0: T = x + x²/2L exactly.
  @Test func aGrowingSlowness() {
    let grid = FastMarching(rows: 5, columns: 201, spacing: 10)
    let slowness = (0..<1_005).map { Float(1 + Double($0 % 201) * 10 / 1_000) }
    let times = grid.times(from: (0..<5).map { ($0 * 201, 0) }, slowness: slowness)
    for column in stride(from: 10, to: 201, by: 10) {
      let x = Double(column) * 10
      // the slowness is taken at the post's own end of each step: half a step of its growth, s' h/2 x
      #expect(abs(Double(times[2 * 201 + column]) - (x + x * x / 2_000)) < 0.005 * x + 0.5)
    }
  }

  /// Round the end of a wall: two straight legs. First order behind the corner: within a post.
  @Test func roundTheEndOfAWall() {
    let n = 201
    let grid = FastMarching(rows: n, columns: n, spacing: 100)
    var slowness = [Float](repeating: 1, count: n * n)
    for row in 0..<150 { slowness[row * n + 100] = .infinity }
    let times = grid.times(from: [(100 * n + 50, 0)], slowness: slowness)
    // from (50, 100) round the lowest post of the wall to (150, 100): by (100, 150)
    let exact = 2 * hypot(50, 50) * 100.0
    #expect(abs(Double(times[100 * n + 150]) - exact) < 150)
    #expect(times[20 * n + 100] == .infinity)
  }

  @Test func capsAndLimits() {
    let grid = FastMarching(rows: 1, columns: 30, spacing: 1)
    var caps = [Float](repeating: .infinity, count: 30)
    caps[10] = 5
    let times = grid.times(from: [(0, 0)], caps: caps)
    #expect(times[9] == 9 && times[10] == .infinity && times[11] == .infinity)
    let near = grid.times(from: [(0, -2)], limit: 4)
    #expect(near[6] == 4 && near[7] == .infinity)
  }
}

/// Small maps: one letter a cell of a kilometre. `L` launch in the dark, `l` launch in the light, `.`
/// dark, `+` lit, `X` asked for (lit), `x` asked for (dark).
struct LitMap {
  let rows, columns: Int
  let letters: [Character]

  init(_ lines: [String]) {
    (rows, columns) = (lines.count, lines[0].count)
    letters = lines.flatMap { Array($0) }
  }

  func left(tau: Float, speed: Double, range: Double = 1e6) -> [LowApproach.Left] {
    let approach = LowApproach(
      grid: FastMarching(rows: rows, columns: columns, spacing: 1_000), speed: speed, range: range)
    return approach.left(
      at: letters.indices.filter { letters[$0] == "X" || letters[$0] == "x" },
      from: letters.indices.filter { letters[$0] == "L" || letters[$0] == "l" }.map { ($0, 0) },
      tau: letters.map { "+Xl".contains($0) ? tau : .infinity })
  }
}

@Suite struct LowApproachTests {
  /// 100 m/s: a kilometre is ten seconds.
  static func seconds(_ left: LowApproach.Left) -> Double? {
    if case .seconds(let value) = left { return value }
    return nil
  }

  /// A lit strip of three cells is crossed unseen where τ is longer than its 30 s, and not where it is
  /// shorter.
  @Test func aStripThinnerAndThickerThanTau() {
    let map = LitMap(["L...+++...x", "L...+++...x", "L...+++...x"])
    #expect(map.left(tau: 40, speed: 100) == [.unseen, .unseen, .unseen])
    // firm after 20 s in the light; from there 10 s of light and 35 s of dark to the middle of x
    for left in map.left(tau: 20, speed: 100) {
      #expect(abs(LowApproachTests.seconds(left)! - 45) < 1)
    }
  }

  /// Once hidden again, the sensors begin anew: two strips of 30 s with dark between, against one of 60.
  @Test func ageResetsInTheDark() {
    let apart = LitMap(["L..+++.+++..x"])
    let together = LitMap(["L..++++++...x"])
    #expect(apart.left(tau: 40, speed: 100) == [.unseen])
    #expect(LowApproachTests.seconds(together.left(tau: 40, speed: 100)[0]) != nil)
  }

  /// From a lit launch area the light counts from the launch: τ = 30 s, 100 s of way: 70 s are left.
  @Test func aLitLaunchArea() {
    let left = LitMap(["l+++++++++X"]).left(tau: 30, speed: 100)
    #expect(abs(LowApproachTests.seconds(left[0])! - 70) < 0.5)
  }

  /// A lit wall with a dark gap: through the gap nothing is seen; shut, it is.
  @Test func aWallWithAGap() {
    let wall = ["L..++++++..x", "L..++++++...", "L..++++++...", "L...........", "L..++++++..."]
    #expect(LitMap(wall).left(tau: 20, speed: 100) == [.unseen])
    var shut = wall
    shut[3] = "L..++++++..."
    #expect(LowApproachTests.seconds(LitMap(shut).left(tau: 20, speed: 100)[0]) != nil)
    // the gap is too far for the range: 11 km straight; through it, or a cell beside it, over 12
    #expect(LitMap(wall).left(tau: 8, speed: 100, range: 11_500) != [.unseen])
    #expect(LitMap(wall).left(tau: 8, speed: 100, range: 14_000) == [.unseen])
  }

  /// Two radars whose blind strips overlap leave a way; each alone is no wall.
  @Test func overlappingBlindStrips() {
    let map = LitMap(
      [
        "L..+++++++++..", "L..+++++++++..", "L.......++++.x", "L..+++.......", "L..+++++++++..",
      ].map { $0.padding(toLength: 14, withPad: ".", startingAt: 0) })
    #expect(map.left(tau: 10, speed: 100) == [.unseen])
  }

  /// A long wait elsewhere takes nothing from a short one: 9 km of light from a launch that is seen at once
  /// (τ = 0.1 s), beside one far off whose sensors need 60 s; the range is 9.4 km.
  @Test func aLongWaitElsewhereTakesNoRange() {
    let approach = LowApproach(
      grid: FastMarching(rows: 1, columns: 40, spacing: 1_000), speed: 100, range: 9_400)
    var tau = [Float](repeating: 0.1, count: 40)
    for cell in 25..<40 { tau[cell] = 60 }
    let left = approach.left(at: [9], from: [(0, 0), (35, 0)], tau: tau)
    // τ is below half a cell: 90 s of way, all but 0.1 s of it seen
    #expect(abs(LowApproachTests.seconds(left[0])! - 89.9) < 0.01)
  }

  /// Beyond the range nothing comes; more light never leaves less time.
  @Test func rangeAndMonotony() {
    #expect(LitMap(["L..........x"]).left(tau: 10, speed: 100, range: 5_000) == [.outOfReach])
    #expect(LitMap(["l++++++++++X"]).left(tau: 10, speed: 100, range: 5_000) == [.outOfReach])
    let less = LowApproachTests.seconds(
      LitMap(["L.....+++++X"]).left(tau: 10, speed: 100)[0])!
    let more = LowApproachTests.seconds(
      LitMap(["L..++++++++X"]).left(tau: 10, speed: 100)[0])!
    #expect(more > less)
  }
}
