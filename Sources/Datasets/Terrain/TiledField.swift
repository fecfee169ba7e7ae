public import Kernels

/// A sensor over a tiled grid in its own plane: posts are the grid's, and no more of it is in memory than
/// the strips a sweep is at.
public struct TiledField: PostGround {
  public let grid: TiledGrid
  public let width, height: Double
  public let x, y: Double
  public var rows: Int { grid.rows }
  public var columns: Int { grid.columns }

  /// - Parameters: metres between columns and rows; the sensor's column and row.
  public init(_ grid: TiledGrid, width: Double, height: Double, x: Double, y: Double) {
    precondition(
      x >= 0 && y >= 0 && x <= Double(grid.columns - 1) && y <= Double(grid.rows - 1),
      "sensor outside")
    (self.grid, self.width, self.height, self.x, self.y) = (grid, width, height, x, y)
  }

  public func copy(
    _ heading: Heading, rings: Range<Int>, columns asked: Range<Int>, less eye: Double,
    into target: UnsafeMutablePointer<Float>, stride: Int
  ) {
    let low = Float(eye)
    if heading.isUpright {
      for ring in rings {
        let to = target + (ring - rings.lowerBound) * stride
        let row = line(heading, ring)
        var column = asked.lowerBound
        while column < asked.upperBound {
          let run = grid.run(row: row, column: column)
          let count = min(run.count, asked.upperBound - column)
          let at = to + (column - asked.lowerBound)
          for i in 0..<count { at[i] = run[i] - low }
          column += count
        }
      }
      return
    }
    for row in asked {
      let to = target + (row - asked.lowerBound)
      // the rings of a row lie side by side, in one tile or two
      let first = line(heading, rings.lowerBound)
      let last = line(heading, rings.upperBound - 1)
      var column = min(first, last)
      while column <= max(first, last) {
        let run = grid.run(row: row, column: column)
        let count = min(run.count, max(first, last) + 1 - column)
        let step = first <= last ? stride : -stride
        var at = to + abs(column - first) * stride
        for i in 0..<count {
          at.pointee = run[i] - low
          at += step
        }
        column += count
      }
    }
  }
}

extension TiledGrid {
  /// The posts of a row from a column to the end of its tile.
  @inline(__always)
  func run(row: Int, column: Int) -> UnsafeBufferPointer<Float> {
    let count = min(TiledGrid.tile - column % TiledGrid.tile, columns - column)
    let tile = (row >> 8) * header.across + (column >> 8)
    let cell = tile << 16 | (row & 255) << 8 | (column & 255)
    // the header is a multiple of the page, so singles are aligned
    let start = (base + TiledGrid.headerBytes + 4 * cell).assumingMemoryBound(to: Float.self)
    return UnsafeBufferPointer(start: start, count: count)
  }
}

extension TiledGrid {
  /// Heights along a straight run of places, bilinear between posts; not a number outside and where a
  /// corner is unknown.
  ///
  /// - Parameters: the first place and the step from one to the next, in columns and rows.
  public func sample(
    from start: SIMD2<Double>, step: SIMD2<Double>, count: Int,
    into target: UnsafeMutablePointer<Float>
  ) {
    let tiles = (base + TiledGrid.headerBytes).assumingMemoryBound(to: Float.self)
    let (across, last) = (header.across, SIMD2(Double(columns - 1), Double(rows - 1)))
    for i in 0..<count {
      let place = start + step * Double(i)
      guard place.x >= 0, place.y >= 0, place.x <= last.x, place.y <= last.y else {
        target[i] = .nan
        continue
      }
      let (column, row) = (min(Int(place.x), columns - 2), min(Int(place.y), rows - 2))
      let (u, v) = (Float(place.x - Double(column)), Float(place.y - Double(row)))
      let (a, b, c, d): (Float, Float, Float, Float)
      if column & 255 != 255, row & 255 != 255 {
        let post =
          tiles + (((row >> 8) * across + (column >> 8)) << 16 | (row & 255) << 8 | (column & 255))
        (a, b, c, d) = (post[0], post[1], post[256], post[257])
      } else {
        a = value(row: row, column: column)
        b = value(row: row, column: column + 1)
        c = value(row: row + 1, column: column)
        d = value(row: row + 1, column: column + 1)
      }
      let (north, south) = (a + (b - a) * u, c + (d - c) * u)
      target[i] = north + (south - north) * v
    }
  }
}
