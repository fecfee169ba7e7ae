public import Geodesy
internal import Kernels
internal import Quantities

/// How high a target must fly over each point of a plane to be in a sensor's line of sight.
public struct SensorFloor: Hashable, Sendable {
  /// Metres above the ground by point; infinite beyond the reach, not a number over unknown ground.
  public var floors: [Float]
  /// Share of the posts within reach whose ground is unknown and may hide what is not told.
  public let unknown: Double

  public init(floors: [Float], unknown: Double) { (self.floors, self.unknown) = (floors, unknown) }
}

/// One sweep of a sensor over terrain, and all that it depends on.
public struct SensorSweep: Sendable {
  public let terrain: Terrain
  public let position: Position
  /// Height of the antenna above the sea, m.
  public let eye: Double
  /// Effective-radius factor.
  public let k: Double
  /// Metres.
  public let reach: Double
  /// Metres between rays at the farthest ring; finer than the terrain gains nothing.
  public let cell: Double
  /// Rays for each post of the farthest ring; what twice as many change is the numerical error.
  public let density: Double

  public init(
    terrain: Terrain, position: Position, eye: Double, k: Double, reach: Double,
    cell: Double? = nil, density: Double = 1
  ) {
    self.density = density
    (self.terrain, self.position, self.eye, self.k) = (terrain, position, eye, k)
    (self.reach, self.cell) = (reach, cell ?? terrain.spacing)
  }

  /// Why it cannot be swept; nil where it can.
  public var fault: String? {
    guard let ground = terrain.footing(at: position)?.height else {
      return "no ground is known near it; expected terrain that covers it"
    }
    guard eye >= ground - 0.5 else {
      return
        "it stands \(Int((ground - eye).rounded(.up))) m under the ground; expected an antenna above "
        + "\(Int(ground)) m"
    }
    return nil
  }

  /// Everything the result depends on but the points, in words: a cache's key.
  public func key(plane: StudyPlane) -> String {
    "floor-1 \(terrain.name) \(terrain.sha256) \(position.latitude.degrees) "
      + "\(position.longitude.degrees) \(eye) \(k) \(reach) \(cell) \(density) \(plane.projection.crs) "
      + "\(plane.west) \(plane.north) \(plane.spacing) \(plane.rows) \(plane.columns)"
  }

  /// Sweeps, several wedges at once; the result does not depend on how many.
  ///
  /// - Precondition: `fault` is nil.
  public func floor(over plane: StudyPlane, threads: Int) async throws -> SensorFloor {
    let ground = SensorGround(terrain, around: position, cell: cell, reach: reach)
    let offsets = plane.offsets(around: position)
    let nodes = SightNodes(
      offsets.map { (east: $0.x / cell, south: -$0.y / cell) }, reach: reach / cell)
    let sweep = FloorSweep(
      ground: ground, eye: eye, radius: k * Radar.earthRadius, reach: reach, density: density)
    var floors = [Float](repeating: .infinity, count: plane.count)
    // over the sensor itself everything is seen
    for (cell, offset) in offsets.enumerated() where (offset * offset).sum() < self.cell * self.cell
    {
      floors[cell] = 0
    }
    var (all, unknown) = (0, 0)
    let found = try await inParallel(FloorSweep<SensorGround>.wedges, threads: threads) {
      sweep.floors(wedge: $0, at: nodes)
    }
    for node in found.joined() {
      floors[node.target] = node.floor
      all += 1
      if node.floor.isNaN { unknown += 1 }
    }
    return SensorFloor(floors: floors, unknown: all > 0 ? Double(unknown) / Double(all) : 0)
  }
}
