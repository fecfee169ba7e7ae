import Foundation
import Kernels
import Testing

/// Ground made for tests: hash noise in octaves, smooth between lattice points, rougher the more of the
/// amplitude the small octaves keep.
enum TestGround {
  static func noise(_ x: Int, _ y: Int, _ octave: Int) -> Double {
    var h = UInt64(bitPattern: Int64(x &* 73_856_093 ^ y &* 19_349_663 ^ octave &* 83_492_791))
    h = (h ^ (h >> 30)) &* 0xbf58_476d_1ce4_e5b9
    h = (h ^ (h >> 27)) &* 0x94d0_49bb_1331_11eb
    return Double((h ^ (h >> 31)) >> 11) / 9_007_199_254_740_992
  }

  /// - Parameters:
  ///   - relief: of the largest octave, 256 cells wide, m.
  ///   - keeps: share of the relief that each smaller octave keeps; a half is a fractal of dimension 2.
  static func fractal(
    _ rows: Int, _ columns: Int, relief: Double, keeps: Double = 0.5
  ) -> [Float] {
    var values = [Float](repeating: 100, count: rows * columns)
    var (size, amplitude, octave) = (256, relief, 0)
    while size >= 2 {
      for i in 0..<rows {
        for j in 0..<columns {
          let (y, x) = (Double(i % size) / Double(size), Double(j % size) / Double(size))
          let (v, u) = (y * y * (3 - 2 * y), x * x * (3 - 2 * x))
          func at(_ a: Int, _ b: Int) -> Double { noise(j / size + b, i / size + a, octave) }
          let z =
            (at(0, 0) * (1 - u) + at(0, 1) * u) * (1 - v)
            + (at(1, 0) * (1 - u) + at(1, 1) * u) * v
          values[i * columns + j] += Float(amplitude * z)
        }
      }
      (size, amplitude, octave) = (size / 2, amplitude * keeps, octave + 1)
    }
    return values
  }
}

/// The floor over a bilinear surface by its closed form: every patch gives a quadratic along the ray,
/// whose tangent is greatest at an end or at √(A/C); double precision, no interpolation between rays.
struct SightOracle {
  let field: HeightField
  let eye, radius: Double

  func floor(_ column: Int, _ row: Int) -> Double {
    let (dx, dy) = (Double(column) - field.x, Double(row) - field.y)
    let length = hypot(dx * field.width, dy * field.height)
    var cuts = crossings(field.x, dx) + crossings(field.y, dy) + [0, 1]
    cuts.sort()
    var best = -Double.infinity
    for (a, b) in zip(cuts, cuts.dropFirst()) where b - a > 1e-12 {
      if b < 1 - 1e-12 { best = max(best, tangent(height(b, dx, dy), b * length)) }
      if let s = bulge(a, b, length, dx, dy) {
        best = max(best, tangent(height(s, dx, dy), s * length))
      }
    }
    guard best > -.infinity else { return 0 }
    let angle = length / radius
    // the ray's height at the target, by the sine rule in the triangle of eye, target and centre
    let elevation = atan(best)
    let top = (radius + eye) * cos(elevation) / cos(elevation + angle) - radius
    return max(0, top - height(1, dx, dy))
  }

  private func crossings(_ start: Double, _ step: Double) -> [Double] {
    guard step != 0 else { return [] }
    let (low, high) = (min(start, start + step), max(start, start + step))
    return stride(from: low.rounded(.up), through: high, by: 1).map { ($0 - start) / step }
      .filter { $0 > 0 && $0 < 1 }
  }

  private func height(_ s: Double, _ dx: Double, _ dy: Double) -> Double {
    field.ground(x: field.x + dx * s, y: field.y + dy * s)
  }

  /// Elevation from coordinates in the plane of eye, target and centre.
  private func tangent(_ z: Double, _ distance: Double) -> Double {
    let angle = distance / radius
    return ((radius + z) * cos(angle) - (radius + eye)) / ((radius + z) * sin(angle))
  }

  private func bulge(
    _ a: Double, _ b: Double, _ length: Double, _ dx: Double, _ dy: Double
  ) -> Double? {
    let (middle, half) = ((a + b) / 2, (b - a) / 2)
    let (p, m, q) = (height(a, dx, dy), height(middle, dx, dy), height(b, dx, dy))
    let second = (p - 2 * m + q) / (2 * half * half)
    let first = (q - p) / (2 * half)
    let c = second - length * length / (2 * radius)
    let start = m - first * middle + second * middle * middle - eye
    guard c < 0, start < 0 else { return nil }
    let s = (start / c).squareRoot()
    return s > a && s < b ? s : nil
  }
}

@Suite struct FloorTests {
  static let radius = Radar.earthRadius * 4 / 3

  static func floors(
    _ field: HeightField, eye: Double, radius: Double = radius, density: Double = 1,
    reach: Double = .infinity
  ) -> [Float] {
    let sweep = FloorSweep(
      ground: field, eye: eye, radius: radius, reach: reach, density: density)
    var result = [Float](repeating: .nan, count: field.rows * field.columns)
    result.withUnsafeMutableBufferPointer { floors in
      for wedge in 0..<FloorSweep<HeightField>.wedges {
        sweep.write(wedge: wedge, into: floors.baseAddress!)
      }
    }
    return result
  }

  /// Errors of a floor against the closed form over a lattice of cells.
  struct Errors {
    var sorted: [Double] = []
    /// Share of cells in which a target at 100 m is told visible or hidden wrongly.
    var wrong = 0.0
    func quantile(_ q: Double) -> Double { sorted[Int(q * Double(sorted.count - 1))] }

    init(_ field: HeightField, eye: Double, floors: [Float], step: Int) {
      let oracle = SightOracle(field: field, eye: eye, radius: FloorTests.radius)
      var wrong = 0
      for row in stride(from: 0, to: field.rows, by: step) {
        for column in stride(from: 0, to: field.columns, by: step) {
          let exact = oracle.floor(column, row)
          let ours = Double(floors[row * field.columns + column])
          sorted.append(abs(ours - exact))
          if (exact > 100) != (ours > 100) { wrong += 1 }
        }
      }
      self.wrong = Double(wrong) / Double(sorted.count)
      sorted.sort()
    }
  }

  /// The accuracy that is promised, on hills and on a plain, sensors on a post and between posts.
  @Test(arguments: [(400.0, 20.0, 350.0, 350.0), (30, 20, 341.37, 360.81), (400, 0, 12.5, 700)])
  func againstTheClosedForm(_ relief: Double, _ mast: Double, _ x: Double, _ y: Double) {
    let field = HeightField(
      rows: 701, columns: 701, width: 30, height: 30,
      values: TestGround.fractal(701, 701, relief: relief), x: x, y: y)
    let eye = field.ground(x: x, y: y) + mast
    let errors = Errors(field, eye: eye, floors: FloorTests.floors(field, eye: eye), step: 7)
    #expect(errors.wrong <= 0.000_5)
    #expect(errors.quantile(0.95) < 1)
    #expect(errors.sorted.last! < 20)
  }

  /// Twice the rays come nearer to the closed form, and what they change tells the error that is left:
  /// at the 95th percentile between half of it and three times it.
  @Test func doubledRaysTellTheError() {
    let field = HeightField(
      rows: 601, columns: 601, width: 30, height: 30,
      values: TestGround.fractal(601, 601, relief: 300, keeps: 0.7), x: 300, y: 300)
    let eye = field.ground(x: 300, y: 300) + 15
    let (once, twice) = (
      FloorTests.floors(field, eye: eye), FloorTests.floors(field, eye: eye, density: 2)
    )
    let errors = Errors(field, eye: eye, floors: once, step: 7)
    #expect(Errors(field, eye: eye, floors: twice, step: 7).quantile(0.95) < errors.quantile(0.95))
    var change: [Double] = []
    for row in stride(from: 0, to: 601, by: 7) {
      for column in stride(from: 0, to: 601, by: 7) {
        change.append(Double(abs(once[row * 601 + column] - twice[row * 601 + column])))
      }
    }
    change.sort()
    let told = change[Int(0.95 * Double(change.count - 1))]
    #expect(told > 0.5 * errors.quantile(0.95) && told < 3 * errors.quantile(0.95))
  }

  /// Cells need not be square, nor the grid as wide as it is high.
  @Test func oblongCells() {
    let field = HeightField(
      rows: 240, columns: 500, width: 50, height: 92,
      values: TestGround.fractal(240, 500, relief: 200), x: 120.25, y: 77.5)
    let eye = field.ground(x: field.x, y: field.y) + 12
    let floors = FloorTests.floors(field, eye: eye)
    let unknown = floors.filter(\.isNaN).count
    #expect(unknown == 0)
    let errors = Errors(field, eye: eye, floors: floors, step: 5)
    #expect(errors.quantile(0.95) < 1 && errors.wrong <= 0.000_5)
  }

  /// A bare sphere: h = (kR + a)/cos(θ − θₐ)… the tangent ray grazes at cos θₐ = kR/(kR + a), so a target
  /// at θ beyond stands at kR (1/cos(θ − θₐ) − 1); nearer than θₐ the ground itself is seen.
  @Test(arguments: [20.0, 300, 12_000])
  func aBareSphere(_ mast: Double) {
    // two kilometres from post to post: 800 km to the edge
    let field = HeightField(
      rows: 801, columns: 801, width: 2_000, height: 2_000,
      values: [Float](repeating: 0, count: 801 * 801), x: 400, y: 400)
    let floors = FloorTests.floors(field, eye: mast)
    let r = FloorTests.radius
    let dip = acos(r / (r + mast))
    for column in stride(from: 400, through: 800, by: 8) {
      let angle = Double(column - 400) * 2_000 / r
      let exact = angle <= dip ? 0 : r * (1 / cos(angle - dip) - 1)
      // the horizon is met at posts only: the best of them is at most half a post from the true one,
      // d²/2kR = 0.06 m of height there, carried to the target as d/dₕ of it
      let carried = 0.06 * max(1, angle / dip)
      #expect(abs(Double(floors[400 * 801 + column]) - exact) < 0.05 + carried)
    }
  }

  /// Singles against doubles at 800 km, over one ridge that hides the rest: the ridge's own tangent.
  @Test func singlesHold() {
    var values = [Float](repeating: 0, count: 3 * 1_001)
    for row in 0..<3 { values[row * 1_001 + 100] = 1_500 }
    let field = HeightField(
      rows: 3, columns: 1_001, width: 800, height: 800, values: values, x: 0, y: 1)
    let floors = FloorTests.floors(field, eye: 20)
    for column in [200, 500, 1_000] {
      let tangent = SightLine.tangent(
        to: 1_500, from: 20, distance: 80_000, radius: FloorTests.radius)
      let exact = SightLine.height(
        tangent: tangent, from: 20, distance: Double(column) * 800, radius: FloorTests.radius)
      #expect(abs(Double(floors[1_001 + column]) - exact) < 0.05)
    }
  }

  /// The pyramid knows no rays; it must find the closed form itself.
  @Test func thePyramidIsExact() {
    let field = HeightField(
      rows: 301, columns: 301, width: 30, height: 30,
      values: TestGround.fractal(301, 301, relief: 300, keeps: 0.7), x: 120.4, y: 151)
    let eye = field.ground(x: field.x, y: field.y) + 8
    let pyramid = MaxPyramid(field)
    let oracle = SightOracle(field: field, eye: eye, radius: FloorTests.radius)
    for row in stride(from: 0, to: 301, by: 13) {
      for column in stride(from: 0, to: 301, by: 7) {
        let ours = pyramid.floor(
          x: Double(column), y: Double(row), eye: eye, radius: FloorTests.radius)!
        #expect(abs(ours - oracle.floor(column, row)) < 1e-3)
      }
    }
  }

  /// A wall with a known top: everything behind it lies in its shadow, similar triangles on a plane.
  @Test func theShadowOfAWall() {
    var values = [Float](repeating: 0, count: 101 * 201)
    for row in 0..<101 { values[row * 201 + 60] = 80 }
    let field = HeightField(
      rows: 101, columns: 201, width: 100, height: 100, values: values, x: 10, y: 50)
    // an Earth as good as flat
    let floors = FloorTests.floors(field, eye: 30, radius: 1e12)
    for column in stride(from: 61, through: 200, by: 20) {
      let exact = 30 + 50 * Double(column - 10) / 50
      #expect(abs(Double(floors[50 * 201 + column]) - exact) < 0.01)
    }
  }

  /// Wedges share nothing: summed over all of them, each cell is written once, on and between posts.
  @Test(arguments: [(40.0, 31.0), (40.5, 31.25), (0, 60), (80, 0)])
  func wedgesPartitionTheGrid(_ x: Double, _ y: Double) {
    let field = HeightField(
      rows: 61, columns: 81, width: 30, height: 30, values: [Float](repeating: 0, count: 61 * 81),
      x: x, y: y)
    let sweep = FloorSweep(ground: field, eye: 20, radius: FloorTests.radius)
    var writes = [Int](repeating: 0, count: 61 * 81)
    for wedge in 0..<FloorSweep<HeightField>.wedges {
      var floors = [Float](repeating: .nan, count: 61 * 81)
      floors.withUnsafeMutableBufferPointer { sweep.write(wedge: wedge, into: $0.baseAddress!) }
      for cell in floors.indices where !floors[cell].isNaN { writes[cell] += 1 }
    }
    #expect(writes.allSatisfy { $0 == 1 })
  }

  /// What is unknown hides nothing and gets no floor; what lies beyond the reach is left as it was.
  @Test func unknownGroundAndReach() {
    var values = TestGround.fractal(201, 201, relief: 50)
    values[100 * 201 + 150] = .nan
    let field = HeightField(
      rows: 201, columns: 201, width: 30, height: 30, values: values, x: 100, y: 100)
    let eye = field.ground(x: 100, y: 100) + 20
    let floors = FloorTests.floors(field, eye: eye, reach: 2_400)
    #expect(floors[100 * 201 + 150].isNaN && !floors[100 * 201 + 151].isNaN)
    #expect(floors[100 * 201].isNaN && floors[100 * 201 + 100] == 0)
  }
}
