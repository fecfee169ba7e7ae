import Findings
import Foundation
import Geodesy
import Quantities
import Tactical
import Testing
import Validation

/// Map projections against the closed form of an area on the ellipsoid.
@Suite struct ProjectionTests {
  typealias Region = (south: Double, west: Double, north: Double, east: Double)

  /// Area of a cell of a degree a side on WGS 84, m²: b²/2 · Δλ · [sin φ / (1 − e² sin² φ) +
  /// ln((1 + e sin φ) / (1 − e sin φ)) / 2e]. Snyder 1987, eq. 3-12 with A = a²(1 − e²) there.
  private func cell(south: Double) -> Double {
    let (a, f) = (6_378_137.0, 1 / 298.257223563)
    let e2 = f * (2 - f)
    let e = e2.squareRoot()
    func part(_ degrees: Double) -> Double {
      let s = sin(degrees * .pi / 180)
      return s / (1 - e2 * s * s) + log((1 + e * s) / (1 - e * s)) / (2 * e)
    }
    let b2 = a * a * (1 - e2)
    return b2 / 2 * (.pi / 180) * (part(south + 1) - part(south))
  }

  /// Area of the same cell on the map, its edges in 400 steps.
  private func projected(_ map: MapProjection, south: Double, west: Double) -> Double {
    var edge: [Position] = []
    for i in 0..<400 { edge.append(Position(south, west + Double(i) / 400)) }
    for i in 0..<400 { edge.append(Position(south + Double(i) / 400, west + 1)) }
    for i in 0..<400 { edge.append(Position(south + 1, west + 1 - Double(i) / 400)) }
    for i in 0..<400 { edge.append(Position(south + 1 - Double(i) / 400, west)) }
    let points = map.project(edge)
    var sum = 0.0
    for (i, p) in points.enumerated() {
      let q = points[(i + 1) % points.count]
      sum += p.x * q.y - q.x * p.y
    }
    return abs(sum) / 2
  }

  /// The chosen projection, its name, and areas in three corners of the region.
  @Test(
    arguments: [
      ((48.5, 15.0, 60.6, 38.5), "Lambert azimuthal equal-area, centre 54.6° N 26.8° E, WGS 84"),
      (
        (25.0, -125.0, 50.0, -65.0),
        "Albers equal-area conic, standard parallels 29.2° N and 45.8° N, central meridian 95° W, "
          + "WGS 84"
      ),
      (
        (-10.0, 95.0, 8.0, 141.0),
        "Lambert cylindrical equal-area, true at 4.5° N and S, central meridian 118° E, WGS 84"
      ),
      ((-44.5, -134, -37.5, -122), "Lambert azimuthal equal-area, centre 41° S 128° W, WGS 84"),
    ] as [(Region, String)])
  func areasAreTrue(_ region: Region, _ name: String) {
    let map = MapProjection(
      south: region.south, west: region.west, north: region.north, east: region.east)
    #expect(map.name == name)
    for (south, west) in [
      (region.south, region.west), (region.north - 1, region.east - 1),
      ((region.south + region.north) / 2, region.west),
    ] {
      // edges in straight steps of a quarter of a kilometre lose less than this share
      #expect(abs(projected(map, south: south, west: west) / cell(south: south) - 1) < 2e-6)
    }
  }
}
