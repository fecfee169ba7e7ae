/// The side of a grid that a sector of rays goes to.
public enum Heading: Int, CaseIterable, Sendable {
  case north, east, south, west

  /// Whether its rings run from west to east.
  public var isUpright: Bool { self == .north || self == .south }
}

/// Ground around a sensor, handed out in strips across a heading.
///
/// Ring i of a heading is the i-th grid line beyond the sensor, from 1; ring 0 is the one behind it.
/// Columns count along the ring: west to east, or north to south.
public protocol Ground: Sendable {
  /// What there is in a heading.
  func extent(_ heading: Heading) -> Extent

  /// Copies heights less `eye`, m; what is unknown is not a number.
  ///
  /// - Parameters:
  ///   - rings: from 0; beyond the last one the caller does not ask.
  ///   - target: one row a ring, `stride` apart.
  func copy(
    _ heading: Heading, rings: Range<Int>, columns: Range<Int>, less eye: Double,
    into target: UnsafeMutablePointer<Float>, stride: Int)
}

/// Rings and columns of a heading.
public struct Extent: Sendable {
  /// How many rings lie beyond the sensor.
  public let rings: Int
  /// Rings from the sensor to ring 1, in (0, 1].
  public let offset: Double
  public let columns: Range<Int>
  /// The sensor's own place along a ring, in columns.
  public let middle: Double
  /// Metres from ring to ring, and from column to column.
  public let step, width: Double

  public init(
    rings: Int, offset: Double, columns: Range<Int>, middle: Double, step: Double, width: Double
  ) {
    (self.rings, self.offset, self.columns) = (rings, offset, columns)
    (self.middle, self.step, self.width) = (middle, step, width)
  }
}

/// Ground whose posts are those of a grid in a plane, and a sensor over it.
public protocol PostGround: Ground {
  var rows: Int { get }
  var columns: Int { get }
  /// Metres between columns and between rows.
  var width: Double { get }
  var height: Double { get }
  /// The sensor's column and row, 0 the first post.
  var x: Double { get }
  var y: Double { get }
}

extension PostGround {
  public func extent(_ heading: Heading) -> Extent {
    let isUpright = heading.isUpright
    let along = isUpright ? y : x
    let count = isUpright ? rows : columns
    let (rings, offset): (Int, Double) =
      heading == .north || heading == .west
      ? (Int(along.rounded(.up)), along - (along.rounded(.up) - 1))
      : (count - 1 - Int(along), along.rounded(.down) + 1 - along)
    return Extent(
      rings: rings, offset: offset, columns: 0..<(isUpright ? columns : rows),
      middle: isUpright ? x : y, step: isUpright ? height : width,
      width: isUpright ? width : height)
  }

  /// The grid line of a ring: a row or a column.
  public func line(_ heading: Heading, _ ring: Int) -> Int {
    switch heading {
    case .north: Int(y.rounded(.up)) - ring
    case .south: Int(y) + ring
    case .west: Int(x.rounded(.up)) - ring
    case .east: Int(x) + ring
    }
  }
}

/// A grid of heights in a plane, and a sensor over it.
public struct HeightField: PostGround {
  public let rows, columns: Int
  /// Metres between columns and between rows.
  public let width, height: Double
  /// Row-major, north to south, m; what is unknown is not a number.
  public let values: [Float]
  /// The sensor's column and row, 0 the first post.
  public let x, y: Double

  /// - Precondition: at least 2 × 2 posts, the sensor among them.
  public init(
    rows: Int, columns: Int, width: Double, height: Double, values: [Float], x: Double, y: Double
  ) {
    precondition(rows >= 2 && columns >= 2 && values.count == rows * columns, "grid shape")
    precondition(
      x >= 0 && y >= 0 && x <= Double(columns - 1) && y <= Double(rows - 1), "sensor outside")
    (self.rows, self.columns, self.values) = (rows, columns, values)
    (self.width, self.height, self.x, self.y) = (width, height, x, y)
  }

  /// Height of the ground by the bilinear patch, m; beyond the edge, the edge's.
  public func ground(x: Double, y: Double) -> Double {
    let (x, y) = (min(max(x, 0), Double(columns - 1)), min(max(y, 0), Double(rows - 1)))
    let (j, i) = (min(Int(x), columns - 2), min(Int(y), rows - 2))
    let (u, v) = (x - Double(j), y - Double(i))
    func at(_ i: Int, _ j: Int) -> Double { Double(values[i * columns + j]) }
    return (at(i, j) * (1 - u) + at(i, j + 1) * u) * (1 - v)
      + (at(i + 1, j) * (1 - u) + at(i + 1, j + 1) * u) * v
  }

  public func copy(
    _ heading: Heading, rings: Range<Int>, columns asked: Range<Int>, less eye: Double,
    into target: UnsafeMutablePointer<Float>, stride: Int
  ) {
    let low = Float(eye)
    values.withUnsafeBufferPointer { values in
      switch heading {
      case .north, .south:
        for ring in rings {
          let from = values.baseAddress! + line(heading, ring) * columns
          let to = target + (ring - rings.lowerBound) * stride
          for c in asked { to[c - asked.lowerBound] = from[c] - low }
        }
      case .east, .west:
        // a cache line of each row at a time
        let (step, base) = (heading == .east ? 1 : -1, line(heading, rings.lowerBound))
        for row in asked {
          let from = values.baseAddress! + row * columns + base
          var to = target + (row - asked.lowerBound)
          for i in 0..<rings.count {
            to.pointee = from[i * step] - low
            to += stride
          }
        }
      }
    }
  }
}
