public import Datasets
public import Geodesy
public import Kernels
public import Quantities

/// Heights of the ground: the pack's coarse world, or a finer grid that the user brought.
public struct Terrain: Sendable {
  private enum Store: Sendable {
    case world(Grid)
    case tiles(TiledGrid, GridReference)
  }

  public let name: String
  private let store: Store
  /// Metres between its posts along a meridian, or along its rows in a projection.
  public let spacing: Double
  /// What it is made from; for a results file.
  public let sha256: String

  /// Up to three seconds of arc a grid shows the relief that hides a low flight.
  public var isFine: Bool { spacing <= 100 }

  /// The pack's own, in memory.
  public init(world: Grid) {
    (name, store, sha256) = ("terrain", .world(world), "")
    spacing = world.step * 111_195
  }

  /// - Returns: nil where PROJ does not know its coordinate system.
  public init?(_ tiles: TiledGrid, name: String) {
    guard let reference = GridReference(crs: tiles.header.crs, transform: tiles.header.transform)
    else { return nil }
    (self.name, store, sha256) = (name, .tiles(tiles, reference), tiles.header.sha256)
    spacing = abs(tiles.header.transform[5]) * reference.metresPerUnit
  }

  /// Height above the sea at one place, bilinear, m; nil where it is unknown.
  public func height(at position: Position) -> Double? { heights(at: [position])[0] }

  /// The same for many places at once, in order: a change of coordinates is set up once.
  public func heights(at positions: [Position]) -> [Double?] {
    switch store {
    case .world(let grid):
      return positions.map {
        grid.value(latitude: $0.latitude.degrees, longitude: $0.longitude.degrees)
      }
    case .tiles(let tiles, let reference):
      return reference.places(of: positions, columns: tiles.columns).map { place in
        var height = Float.nan
        tiles.sample(from: place, step: .zero, count: 1, into: &height)
        return height.isNaN ? nil : Double(height)
      }
    }
  }

  /// The known ground nearest to a place.
  public struct Footing: Hashable, Sendable {
    /// Height above the sea, m; the mean where several points are as near.
    public let height: Double
    /// How far it is; zero where the ground of the place itself is known.
    public let distance: Length
  }

  /// Ground is looked for so far from a place.
  public static let farthestFooting: Length = .kilometres(20)

  /// The known ground nearest to a place, ring by ring of 500 m and 16 bearings; nil where none is known near it.
  public func footing(at position: Position) -> Footing? {
    if let here = height(at: position) { return Footing(height: here, distance: .metres(0)) }
    let rings = stride(from: 500.0, through: Terrain.farthestFooting.metres, by: 500)
    return rings.lazy.compactMap { distance -> Footing? in
      let known = heights(
        at: (0..<16).map {
          Geodesic.direct(
            from: position, azimuth: .degrees(Double($0) * 22.5), distance: .metres(distance))
        }
      ).compactMap(\.self)
      guard !known.isEmpty else { return nil }
      return Footing(
        height: known.reduce(0, +) / Double(known.count), distance: .metres(distance))
    }.first
  }

  /// Where a site of town-level precision stands: the mean ground of its cell, and by how much the
  /// highest ground there is above it, m; nil where no ground is known near it.
  ///
  /// A coarse cell is a post of the grid, and the relief inside it is that of the pack's data set (its
  /// highest point 37 m above its mean, against 3″ terrain on plains); on fine terrain the cell is
  /// the disc of the site's precision, looked at every 500 m.
  public func stand(
    at position: Position, precision: Length = .kilometres(2)
  ) -> (ground: Double, relief: Double?)? {
    guard let here = footing(at: position)?.height else { return nil }
    guard isFine else { return (here, nil) }
    let steps = Int(precision.metres / 500)
    var offsets: [SIMD2<Double>] = []
    for row in -steps...steps {
      for column in -steps...steps where row * row + column * column <= steps * steps {
        offsets.append(SIMD2(Double(column), Double(row)) * 500)
      }
    }
    let heights = heights(at: Geodesic.points(around: position, offsets: offsets))
      .compactMap(\.self)
    guard let highest = heights.max() else { return (here, 0) }
    let mean = heights.reduce(0, +) / Double(heights.count)
    return (mean, max(0, highest - mean))
  }

  /// Places of points in the grid's own columns and rows.
  func places(of positions: [Position]) -> [SIMD2<Double>] {
    switch store {
    case .world(let grid):
      return positions.map {
        SIMD2(
          ($0.longitude.degrees - grid.west) / grid.step,
          (grid.north - $0.latitude.degrees) / grid.step)
      }
    case .tiles(let tiles, let reference):
      return reference.places(of: positions, columns: tiles.columns)
    }
  }

  /// Heights along a straight run of places, m above the sea.
  ///
  /// - Parameters: the first place and the step from one to the next, in columns and rows.
  func copy(
    from start: SIMD2<Double>, step: SIMD2<Double>, count: Int,
    into target: UnsafeMutablePointer<Float>
  ) {
    switch store {
    case .world(let grid):
      for i in 0..<count {
        let place = start + step * Double(i)
        target[i] = Float(
          grid.value(
            latitude: grid.north - place.y * grid.step, longitude: grid.west + place.x * grid.step))
      }
    case .tiles(let tiles, _): tiles.sample(from: start, step: step, count: count, into: target)
    }
  }
}
