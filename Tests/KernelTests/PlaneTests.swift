import Foundation
import Geodesy
import Kernels
import Quantities
import Testing

@Suite struct GreatCircleTests {
  /// Ranges beside tracks of up to 900 km against geodesics on WGS-84.
  @Test func againstGeodesics() {
    let start = Position(53.3, 28.6)
    let end = Position(52.2, 21.0)
    let radar = Position(54.1, 22.9)
    let geodesic = Geodesic.distance(from: start, to: end).metres
    let chord = start.direction - end.direction
    let arc = 2 * asin((chord * chord).sum().squareRoot() / 2)
    let track = GreatCircle(
      from: .init(start.direction), to: .init(end.direction), scale: geodesic / arc)
    #expect(abs(track.length[0] - geodesic) < 0.01)
    let bearings = track.bearings(of: .init(radar.direction))
    for i in 0...20 {
      let share = Double(i) / 20
      let azimuth = Geodesic.inverse(from: start, to: end).azimuth
      let point = Geodesic.direct(
        from: start, azimuth: azimuth, distance: .metres(geodesic * share))
      let ours =
        Radar.earthRadius
        * LaneMath.angle(
          versine: track.versine(bearings, after: Lanes(repeating: geodesic * share)))[0]
      let exact = Geodesic.distance(from: radar, to: point).metres
      #expect(abs(ours / exact - 1) < 0.004, "\(i): \(ours) against \(exact)")
    }
  }

  /// Entry and exit by closed form against stepping along the track.
  @Test func passageAgainstSteps() {
    let track = GreatCircle(
      from: .init(Position(50, 20).direction), to: .init(Position(52, 30).direction),
      scale: Radar.earthRadius)
    for (latitude, longitude, radius) in [(51.0, 25.0, 0.03), (53, 24, 0.05), (48, 22, 0.02)] {
      let bearings = track.bearings(of: .init(Position(latitude, longitude).direction))
      let found = track.passage(bearings, within: Lanes(repeating: radius))
      let inside = stride(from: -400_000.0, through: 1_200_000, by: 50).filter {
        LaneMath.angle(versine: track.versine(bearings, after: Lanes(repeating: $0)))[0] <= radius
      }
      if let first = inside.first, let last = inside.last {
        #expect(abs(found.entry[0] - first) < 60 && abs(found.exit[0] - last) < 60)
      } else {
        #expect(found.entry[0] > found.exit[0])
      }
    }
  }
}

@Suite struct GridTests {
  @Test func bilinearReproducesAPlane() {
    let values = (0..<5).flatMap { i in (0..<6).map { j in Float(10 * i + 3 * j) } }
    let grid = Grid(north: 60, west: 20, step: 0.5, rows: 5, columns: 6, values: values)
    #expect(abs(grid.value(latitude: 59.25, longitude: 20.75) - (15 + 4.5)) < 1e-9)
    #expect(grid.value(latitude: 70, longitude: 20) == 0)  // beyond the first row, the row itself
    #expect(abs(grid.value(latitude: 60, longitude: 380.25) - 1.5) < 1e-9)  // a full turn
  }

  @Test func evenOddRuleLeavesHolesOut() {
    let outer = [SIMD2(0.0, 0), SIMD2(10, 0), SIMD2(10, 10), SIMD2(0, 10)]
    let hole = [SIMD2(4.0, 4), SIMD2(6, 4), SIMD2(6, 6), SIMD2(4, 6)]
    let polygon = Polygon(rings: [outer, hole])
    #expect(polygon.contains(SIMD2(1, 1)) && !polygon.contains(SIMD2(5, 5)))
    #expect(!polygon.contains(SIMD2(11, 5)) && polygon.contains(SIMD2(7, 5)))
  }

  /// A land over the antimeridian holds what it holds 60° farther east; its hole beyond 180° too. A box around a pole holds
  /// the pole.
  @Test func ringsOverTheAntimeridianAndAroundAPole() {
    let land = [SIMD2(170.0, 0), SIMD2(-170, 0), SIMD2(-170, 10), SIMD2(170, 10)]
    let hole = [SIMD2(-178.0, 4), SIMD2(-172, 4), SIMD2(-172, 6), SIMD2(-178, 6)]
    let here = Polygon(onEarth: [land, hole])
    let there = Polygon(
      rings: [land, hole].map { ring in
        ring.map { SIMD2(($0.x < 0 ? $0.x + 360 : $0.x) - 60, $0.y) }
      })
    for x in stride(from: 100.0, through: 150, by: 0.7) {
      for y in stride(from: -1.0, through: 11, by: 0.7) {
        let moved = x + 60 > 180 ? x - 300 : x + 60
        #expect(here.contains(SIMD2(moved, y)) == there.contains(SIMD2(x, y)), "\(x) \(y)")
      }
    }
    let south = Polygon(onEarth: [[SIMD2(-120.0, -70), SIMD2(0, -65), SIMD2(120, -70)]])
    #expect(south.contains(SIMD2(60, -89)) && south.contains(SIMD2(180, -71)))
    #expect(!south.contains(SIMD2(60, -60)) && !south.contains(SIMD2(0, 89)))
  }

  /// `direct` undoes `inverse`, across the antimeridian and near the pole too.
  @Test(arguments: [(10.0, 179.5, 12.0, -179.0), (89.9, 0, 89.8, 120), (-33, 151, 51, 0)])
  func directUndoesInverse(a: Double, b: Double, c: Double, d: Double) {
    let (start, end) = (Position(a, b), Position(c, d))
    let line = Geodesic.inverse(from: start, to: end)
    let back = Geodesic.direct(from: start, azimuth: line.azimuth, distance: line.distance)
    #expect(Geodesic.distance(from: back, to: end).metres < 1e-6)
  }
}
