public import Geodesy
public import Quantities

/// A regular grid of points over a scenario's region, equal in area: what low flights are studied on.
public struct StudyPlane: Sendable {
  public let projection: MapProjection
  /// Metres between points.
  public let spacing: Double
  public let rows, columns: Int
  /// Easting of the first column and northing of the first row, m.
  public let west, north: Double
  /// Row-major, from the north-west.
  public let positions: [Position]

  public var count: Int { rows * columns }

  /// - Parameters:
  ///   - region: its edges, degrees.
  ///   - most: points at most; the spacing is the least of 1, 2, 3, … km that keeps to it.
  public init(
    region: (south: Double, west: Double, north: Double, east: Double), most: Int = 60_000
  ) {
    self.init(region: region, spacing: nil, most: most)
  }

  /// - Parameter spacing: metres between points.
  public init(
    region: (south: Double, west: Double, north: Double, east: Double), spacing: Double
  ) {
    self.init(region: region, spacing: spacing, most: .max)
  }

  private init(
    region: (south: Double, west: Double, north: Double, east: Double), spacing asked: Double?,
    most: Int
  ) {
    projection = MapProjection(
      south: region.south, west: region.west, north: region.north, east: region.east)
    var edge: [Position] = []
    for i in 0...32 {
      let share = Double(i) / 32
      let latitude = region.south + (region.north - region.south) * share
      let longitude = region.west + (region.east - region.west) * share
      edge += [
        Position(region.south, longitude), Position(region.north, longitude),
        Position(latitude, region.west), Position(latitude, region.east),
      ]
    }
    let points = projection.project(edge)
    let (low, high) = (
      SIMD2(points.map(\.x).min()!, points.map(\.y).min()!),
      SIMD2(points.map(\.x).max()!, points.map(\.y).max()!)
    )
    let area = (high.x - low.x) * (high.y - low.y)
    let spacing = asked ?? max(1, (area / Double(most)).squareRoot() / 1_000).rounded(.up) * 1_000
    self.spacing = spacing
    // two at least: what lies between points is interpolated
    columns = max(Int(((high.x - low.x) / spacing).rounded(.up)), 1) + 1
    rows = max(Int(((high.y - low.y) / spacing).rounded(.up)), 1) + 1
    (west, north) = (low.x, high.y)
    let (columns, rows) = (columns, rows)
    let all = (0..<(rows * columns)).map {
      SIMD2(low.x + Double($0 % columns) * spacing, high.y - Double($0 / columns) * spacing)
    }
    let centre = projection.centre
    positions = projection.positions(all).map { $0 ?? centre }
  }

  /// Easting and northing of a point, m.
  public func place(_ cell: Int) -> SIMD2<Double> {
    SIMD2(west + Double(cell % columns) * spacing, north - Double(cell / columns) * spacing)
  }

  /// The points nearest to positions; nil outside the plane.
  public func cells(of positions: [Position]) -> [Int?] {
    projection.project(positions).map { point in
      let column = ((point.x - west) / spacing).rounded()
      let row = ((north - point.y) / spacing).rounded()
      guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else { return nil }
      return Int(row) * columns + Int(column)
    }
  }

  /// Where all points lie in the azimuthal equidistant plane about a centre, m to the east and north.
  ///
  /// Exactly on every eighth row and column, linearly between: within 8² spacings² tan φ/8R, 2 m at a
  /// kilometre and 40 m at 5 km (`StudyPlaneTests.offsetsBetweenLines`).
  public func offsets(around centre: Position) -> [SIMD2<Double>] {
    func lines(_ count: Int) -> [Int] {
      Array(stride(from: 0, to: count - 1, by: 8)) + [count - 1]
    }
    let (down, across) = (lines(rows), lines(columns))
    let exact = Geodesic.offsets(
      around: centre,
      of: down.flatMap { row in across.map { positions[row * columns + $0] } })
    var result = [SIMD2<Double>](repeating: .zero, count: count)
    for row in 0..<rows {
      let i = min(row / 8, down.count - 2)
      let v = Double(row - down[i]) / Double(down[i + 1] - down[i])
      for column in 0..<columns {
        let j = min(column / 8, across.count - 2)
        let u = Double(column - across[j]) / Double(across[j + 1] - across[j])
        let k = i * across.count + j
        let north = exact[k] * (1 - u) + exact[k + 1] * u
        let south = exact[k + across.count] * (1 - u) + exact[k + across.count + 1] * u
        result[row * columns + column] = north * (1 - v) + south * v
      }
    }
    return result
  }

  /// Points on the plane's edge.
  public var edge: [Int] {
    (0..<count).filter {
      let (row, column) = ($0 / columns, $0 % columns)
      return row == 0 || column == 0 || row == rows - 1 || column == columns - 1
    }
  }
}

/// Hexagons over a plane: what is told of low flights is told of them, never of points.
public struct HexGrid: Sendable {
  /// Nothing that says where a low flight goes unseen is told more finely.
  public static let least: Length = .kilometres(10)
  /// Metres from side to side.
  public let width: Double

  /// - Precondition: at least `least` wide.
  public init(width: Length = .kilometres(25)) {
    precondition(width >= HexGrid.least, "hexagons of \(width.kilometres) km")
    self.width = width.metres
  }

  /// A hexagon by its two axes.
  public struct Hex: Hashable, Comparable, Sendable {
    public let q, r: Int

    public init(q: Int, r: Int) { (self.q, self.r) = (q, r) }

    public static func < (a: Hex, b: Hex) -> Bool { (a.r, a.q) < (b.r, b.q) }
  }

  private var radius: Double { width / 3.0.squareRoot() }

  /// The hexagon around a point of the plane; pointed north.
  public func hex(_ point: SIMD2<Double>) -> Hex {
    let q = (3.0.squareRoot() / 3 * point.x - point.y / 3) / radius
    let r = 2.0 / 3 * point.y / radius
    // rounded on the three axes that add up to nothing
    var (a, b, c) = (q.rounded(), r.rounded(), (-q - r).rounded())
    let (da, db, dc) = (abs(a - q), abs(b - r), abs(c + q + r))
    if da > db && da > dc { a = -b - c } else if db > dc { b = -a - c } else { c = -a - b }
    return Hex(q: Int(a), r: Int(b))
  }

  public func centre(_ hex: Hex) -> SIMD2<Double> {
    SIMD2(
      radius * 3.0.squareRoot() * (Double(hex.q) + Double(hex.r) / 2),
      radius * 1.5 * Double(hex.r))
  }

  /// Its six corners, from the north over the east.
  public func corners(_ hex: Hex) -> [SIMD2<Double>] {
    let (middle, half) = (centre(hex), width / 2)
    return [
      SIMD2(0, radius), SIMD2(half, radius / 2), SIMD2(half, -radius / 2), SIMD2(0, -radius),
      SIMD2(-half, -radius / 2), SIMD2(-half, radius / 2),
    ].map { middle + $0 }
  }
}
