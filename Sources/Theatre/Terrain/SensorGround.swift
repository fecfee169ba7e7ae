public import Geodesy
public import Kernels
internal import Quantities

/// Terrain around a sensor in its own azimuthal equidistant plane, so that straight rays are geodesics
/// and lengths along them are true; sampled as it is asked for.
///
/// Every 64 posts the plane is placed in the terrain's grid exactly; between, linearly: within a tenth of
/// a post at 90 m (`TerrainTests.placesBetweenAnchors`).
public struct SensorGround: Ground {
  static let anchorSpacing = 64
  public let terrain: Terrain
  /// Metres between posts.
  public let cell: Double
  /// Posts from the sensor to the edge.
  public let radius: Int
  /// Places in the terrain, row by row from the north-west; `across` a row.
  private let anchors: [SIMD2<Double>]
  private let across: Int

  /// - Parameter reach: metres to the edge.
  public init(_ terrain: Terrain, around position: Position, cell: Double, reach: Double) {
    let step = SensorGround.anchorSpacing
    let blocks = max(1, Int((reach / cell / Double(step)).rounded(.up)))
    (self.terrain, self.cell, radius) = (terrain, cell, blocks * step)
    across = 2 * blocks + 1
    var offsets: [SIMD2<Double>] = []
    for row in -blocks...blocks {
      for column in -blocks...blocks {
        offsets.append(SIMD2(Double(column * step), -Double(row * step)) * cell)
      }
    }
    let positions = Geodesic.points(around: position, offsets: offsets)
    anchors = terrain.places(of: positions)
  }

  public func extent(_ heading: Heading) -> Extent {
    Extent(
      rings: radius, offset: 1, columns: 0..<(2 * radius + 1), middle: Double(radius), step: cell,
      width: cell)
  }

  public func copy(
    _ heading: Heading, rings: Range<Int>, columns: Range<Int>, less eye: Double,
    into target: UnsafeMutablePointer<Float>, stride: Int
  ) {
    let low = Float(eye)
    for ring in rings {
      let to = target + (ring - rings.lowerBound) * stride
      // the plane's rows run south, its columns east
      switch heading {
      case .north: run(row: radius - ring, columns, isRow: true, into: to)
      case .south: run(row: radius + ring, columns, isRow: true, into: to)
      case .west: run(row: radius - ring, columns, isRow: false, into: to)
      case .east: run(row: radius + ring, columns, isRow: false, into: to)
      }
      for i in 0..<columns.count { to[i] -= low }
    }
  }

  /// Heights along a row or a column of the plane.
  private func run(
    row: Int, _ columns: Range<Int>, isRow: Bool, into target: UnsafeMutablePointer<Float>
  ) {
    let step = SensorGround.anchorSpacing
    let line = min(row / step, across - 2)
    let share = Double(row - line * step) / Double(step)
    /// The place of an anchor along the line, between two lines of anchors.
    func place(_ block: Int) -> SIMD2<Double> {
      let (first, second) =
        isRow
        ? (anchors[line * across + block], anchors[(line + 1) * across + block])
        : (anchors[block * across + line], anchors[block * across + line + 1])
      return first + (second - first) * share
    }
    var column = columns.lowerBound
    while column < columns.upperBound {
      let block = min(column / step, across - 2)
      let end = min((block + 1) * step, columns.upperBound)
      let (from, to) = (place(block), place(block + 1))
      let stride = (to - from) / Double(step)
      let count = max(end, column + 1) - column
      terrain.copy(
        from: from + stride * Double(column - block * step), step: stride, count: count,
        into: target + (column - columns.lowerBound))
      column += count
    }
  }
}
