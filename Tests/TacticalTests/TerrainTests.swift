import Datasets
import Foundation
import Geodesy
import Kernels
import Quantities
import Testing
import Theatre

/// A folder that is gone after the test.
final class Scratch {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("vedette-test-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

@Suite struct TerrainTests {
  /// Hills of 12 and of 4 kilometres, the same for every grid.
  static func hills(_ latitude: Double, _ longitude: Double) -> Double {
    400 + 150 * sin(latitude * 60) * cos(longitude * 45)
      + 20 * sin(latitude * 170 + longitude * 110)
  }

  /// Three seconds of arc about a middle, written as tiles.
  static func terrain(
    _ scratch: Scratch, middle: (Double, Double), rows: Int = 900, columns: Int = 1_100
  ) throws -> Terrain {
    let step = 1.0 / 1_200
    let (north, west) = (
      middle.0 + Double(rows) / 2 * step, middle.1 - Double(columns) / 2 * step
    )
    let header = TiledGrid.Header(
      rows: rows, columns: columns, crs: "EPSG:4326", transform: [west, step, 0, north, 0, -step],
      origin: ["made"])
    let url = scratch.url.appendingPathComponent("\(middle.1).tiles")
    _ = try TiledGrid.write(header, to: url) { band in
      band.flatMap { row in
        (0..<columns).map { column in
          let longitude = west + (Double(column) + 0.5) * step
          return Float(
            hills(
              north - (Double(row) + 0.5) * step, longitude > 180 ? longitude - 360 : longitude))
        }
      }
    }
    return try #require(Terrain(try TiledGrid(url), name: "made"))
  }

  @Test func heightsAreThoseOfTheGrid() throws {
    let scratch = try Scratch()
    let terrain = try TerrainTests.terrain(scratch, middle: (50, 20))
    #expect(terrain.isFine && abs(terrain.spacing - 92.7) < 0.1)
    for (latitude, longitude) in [(50.01, 20.02), (49.8, 19.7), (50.3, 20.3)] {
      let height = try #require(terrain.height(at: Position(latitude, longitude)))
      // bilinear on 93 m: 20 (2π/4 000 m)² (93 m)²/8 = 0.05 m along a meridian, as much along a parallel
      #expect(abs(height - TerrainTests.hills(latitude, longitude)) < 0.2)
    }
    #expect(terrain.height(at: Position(52, 20)) == nil)
  }

  /// The plane about a sensor against each point's own geodesic: within the height that a tenth of a
  /// post makes on slopes of up to a tenth.
  @Test(arguments: [(50.0, 20.0), (-16.5, 179.95), (69, 30)])
  func placesBetweenAnchors(_ middle: (Double, Double)) throws {
    let scratch = try Scratch()
    let terrain = try TerrainTests.terrain(scratch, middle: middle)
    let sensor = Position(middle.0, middle.1)
    let ground = SensorGround(terrain, around: sensor, cell: 90, reach: 14_000)
    let count = 2 * ground.radius + 1
    var row = [Float](repeating: 0, count: count)
    for (heading, ring) in [(Heading.north, 100), (.east, 37), (.south, 140), (.west, 3)] {
      row.withUnsafeMutableBufferPointer {
        ground.copy(
          heading, rings: ring..<(ring + 1), columns: 0..<count, less: 0, into: $0.baseAddress!,
          stride: count)
      }
      for column in stride(from: ground.radius - 140, through: ground.radius + 140, by: 20) {
        let along = Double(column - ground.radius) * 90
        let out = Double(ring) * 90
        let offset =
          switch heading {
          case .north: SIMD2(along, out)
          case .south: SIMD2(along, -out)
          case .east: SIMD2(out, -along)
          case .west: SIMD2(-out, -along)
          }
        let point = Geodesic.points(around: sensor, offsets: [offset])[0]
        let exact = try #require(terrain.height(at: point))
        #expect(abs(Double(row[column]) - exact) < 1, "\(heading) \(along)")
      }
    }
  }

  /// Floors over a plane against the ground looked at every 30 m along each geodesic, as elevations: posts
  /// taken anew between posts lose 0.1 m, which is 0.4 mrad where a hill 250 m away is the horizon; half
  /// of the points within a tenth of that.
  @Test func floorsAgainstGeodesics() async throws {
    let scratch = try Scratch()
    let terrain = try TerrainTests.terrain(scratch, middle: (50, 20))
    let sensor = Position(50.02, 20.03)
    let eye = try #require(terrain.height(at: sensor)) + 25
    let plane = StudyPlane(
      region: (south: 49.85, west: 19.8, north: 50.15, east: 20.25), spacing: 2_500)
    let sweep = SensorSweep(
      terrain: terrain, position: sensor, eye: eye, k: 4.0 / 3, reach: 16_000)
    #expect(sweep.fault == nil)
    let floors = try await sweep.floor(over: plane, threads: 2)
    let alone = try await sweep.floor(over: plane, threads: 1)
    #expect(floors == alone && floors.unknown == 0)
    var errors: [Double] = []
    let radius = Radar.earthRadius * 4 / 3
    for (cell, position) in plane.positions.enumerated() {
      let (length, azimuth) = Geodesic.inverse(from: sensor, to: position)
      let distance = length.metres
      guard distance < 15_500, distance > 1_000 else { continue }
      let steps = Array(stride(from: 90.0, to: distance - 15, by: 30))
      let heights = terrain.heights(
        at: steps.map {
          Geodesic.direct(from: sensor, azimuth: azimuth, distance: .metres($0))
        })
      let steepest = zip(steps, heights).map { along, height in
        SightLine.tangent(to: height!, from: eye, distance: along, radius: radius)
      }.max()!
      let ground = try #require(terrain.height(at: position))
      let exact = max(
        0,
        SightLine.height(tangent: steepest, from: eye, distance: distance, radius: radius)
          - ground)
      errors.append(abs(Double(floors.floors[cell]) - exact) / distance)
    }
    errors.sort()
    #expect(errors.count > 85)
    #expect(errors[errors.count / 2] < 0.000_04 && errors.last! < 0.000_4, "\(errors.suffix(5))")
  }

  /// About the pole, in a projection: every heading leads away from it, and heights are the grid's.
  @Test func overThePole() throws {
    let scratch = try Scratch()
    let header = TiledGrid.Header(
      rows: 400, columns: 400, crs: "EPSG:3413", transform: [-20_000, 100, 0, 20_000, 0, -100],
      origin: ["made"])
    let url = scratch.url.appendingPathComponent("pole.tiles")
    // a cone about the pole, 1 m in 100
    _ = try TiledGrid.write(header, to: url) { band in
      band.flatMap { row in
        (0..<400).map { column in
          let (x, y) = (Double(column) * 100 - 19_950, 19_950 - Double(row) * 100)
          return Float(1_000 - (x * x + y * y).squareRoot() / 100)
        }
      }
    }
    let terrain = try #require(Terrain(try TiledGrid(url), name: "pole"))
    #expect(abs(terrain.spacing - 100) < 1e-9)
    for longitude in [-170.0, -45, 0, 60, 179] {
      let height = try #require(terrain.height(at: Position(89.9, longitude)))
      // 11 169 m from the pole; the projection is 2.9 % short there
      #expect(abs(height - (1_000 - 11_169 * 0.971 / 100)) < 1)
    }
    let ground = SensorGround(terrain, around: Position(90, 0), cell: 100, reach: 12_000)
    var row = [Float](repeating: 0, count: 2 * ground.radius + 1)
    row.withUnsafeMutableBufferPointer {
      ground.copy(
        .east, rings: 50..<51, columns: 0..<(2 * ground.radius + 1), less: 0,
        into: $0.baseAddress!, stride: 2 * ground.radius + 1)
    }
    #expect(abs(row[ground.radius] - (1_000 - 50 * 0.971)) < 1)
  }

  /// Over a hole in the terrain a sensor stands on the ground around.
  @Test func aHoleUnderTheSensor() throws {
    let scratch = try Scratch()
    let header = TiledGrid.Header(
      rows: 50, columns: 50, crs: "EPSG:4326", transform: [20, 0.001, 0, 50, 0, -0.001], origin: [])
    let url = scratch.url.appendingPathComponent("hole.tiles")
    _ = try TiledGrid.write(header, to: url) { band in
      band.flatMap { row in
        (0..<50).map { abs(row - 25) < 3 && abs($0 - 25) < 3 ? Float.nan : 100 }
      }
    }
    let terrain = try #require(Terrain(try TiledGrid(url), name: "hole"))
    let sweep = SensorSweep(
      terrain: terrain, position: Position(49.9745, 20.0255), eye: 130, k: 4.0 / 3, reach: 2_000)
    #expect(sweep.fault == nil)
    let footing = try #require(terrain.footing(at: Position(49.9745, 20.0255)))
    #expect(footing.height == 100 && footing.distance.metres == 500)
  }

  @Test func whatCannotBeSwept() throws {
    let scratch = try Scratch()
    let terrain = try TerrainTests.terrain(scratch, middle: (50, 20))
    func fault(_ position: Position, _ eye: Double) -> String? {
      SensorSweep(terrain: terrain, position: position, eye: eye, k: 4.0 / 3, reach: 1e4).fault
    }
    #expect(
      fault(Position(55, 20), 500)
        == "no ground is known near it; expected terrain that covers it")
    let ground = try #require(terrain.height(at: Position(50, 20)))
    #expect(
      fault(Position(50, 20), ground - 20)
        == "it stands 20 m under the ground; expected an antenna above \(Int(ground)) m")
    #expect(fault(Position(50, 20), ground) == nil)
  }

  /// On fine terrain a radar may stand on any hill of its town: mean and highest ground of the disc.
  @Test func aSiteStandsOnItsHills() throws {
    let scratch = try Scratch()
    let terrain = try TerrainTests.terrain(scratch, middle: (50, 20))
    let stand = try #require(
      terrain.stand(at: Position(50, 20), precision: .kilometres(5)))
    // the hills are 400 ± 170 m
    let relief = try #require(stand.relief)
    #expect((230...570).contains(stand.ground) && (40...340).contains(relief))
    #expect(stand.ground + relief <= 570)
    let world = Terrain(
      world: Grid(
        north: 60, west: 10, step: 1, rows: 21, columns: 21,
        values: Array(repeating: 90, count: 441)))
    // coarse terrain says nothing of the hill
    let coarse = try #require(world.stand(at: Position(50, 20)))
    #expect(coarse.ground == 90 && coarse.relief == nil && !world.isFine)
  }
}

@Suite struct StudyPlaneTests {
  private let plane = StudyPlane(
    region: (south: 50, west: 18, north: 54, east: 24), spacing: 10_000)

  /// Neighbours lie a spacing apart on the Earth: the map's scale is off by under 0.3 % at 300 km.
  @Test func spacingIsTrue() {
    for cell in stride(from: plane.columns + 1, to: plane.count - plane.columns - 1, by: 37)
    where cell % plane.columns < plane.columns - 1 {
      let apart = Geodesic.distance(from: plane.positions[cell], to: plane.positions[cell + 1])
      #expect(abs(apart.metres - 10_000) < 30)
    }
    #expect(plane.cells(of: [plane.positions[55], Position(10, 10)]) == [55, nil])
  }

  /// Against each point's own geodesic, at 10 km from point to point: 8² (10 km)² tan 52°/8R = 160 m.
  @Test func offsetsBetweenLines() {
    let centre = Position(52.3, 20.7)
    let exact = Geodesic.offsets(around: centre, of: plane.positions)
    for (a, b) in zip(plane.offsets(around: centre), exact) {
      let apart = a - b
      #expect((apart * apart).sum().squareRoot() < 170)
    }
  }

  /// The least region that a scenario may have still has points to lie between.
  @Test(arguments: [(89.99, 90.0), (-90.0, -89.99), (0.0, 0.01), (52.0, 52.01)])
  func aFlatRegionHasRows(south: Double, north: Double) {
    let flat = StudyPlane(region: (south: south, west: 18, north: north, east: 24))
    #expect(flat.rows >= 2 && flat.columns >= 2)
    #expect(flat.offsets(around: flat.positions[0]).count == flat.count)
  }

  @Test func mostPointsAreKept() {
    let coarse = StudyPlane(region: (south: 50, west: 18, north: 54, east: 24), most: 1_000)
    #expect(coarse.count < 1_200 && coarse.spacing.truncatingRemainder(dividingBy: 1_000) == 0)
  }

  /// Every point lies in the hexagon whose middle is nearest; six corners at a third of √3 of the width.
  @Test func hexagonsAreNearest() {
    let hexes = HexGrid(width: .kilometres(25))
    for i in 0..<200 {
      let point = SIMD2(Double(i * 7_919 % 300_000), Double(i * 104_729 % 300_000))
      let own = hexes.hex(point)
      func distance(_ hex: HexGrid.Hex) -> Double {
        let apart = hexes.centre(hex) - point
        return (apart * apart).sum().squareRoot()
      }
      for (dq, dr) in [(1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, 1)] {
        #expect(distance(own) <= distance(.init(q: own.q + dq, r: own.r + dr)) + 1e-6)
      }
    }
    let corners = hexes.corners(.init(q: 2, r: -3))
    let middle = hexes.centre(.init(q: 2, r: -3))
    for corner in corners {
      let apart = corner - middle
      #expect(abs((apart * apart).sum().squareRoot() - 25_000 / 3.0.squareRoot()) < 1e-6)
    }
  }

  @Test func nothingFinerThanTenKilometres() async {
    await #expect(processExitsWith: .failure) { _ = HexGrid(width: .kilometres(9.9)) }
  }
}
