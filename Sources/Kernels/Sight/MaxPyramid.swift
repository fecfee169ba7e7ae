/// The ground's highest posts by blocks of doubling size: one line of sight at a time, exactly.
///
/// The second implementation beside `FloorSweep`, and the answer for a single pair of points. Along the
/// line, a block whose highest post cannot stand above the steepest tangent so far is passed over whole;
/// others are opened, down to single cells. There the bilinear patch is a quadratic z(s) along the line,
/// and over a sphere of radius kR
///
///     (z(s) − z₀)/s − s/(2kR) = A/s + B + C s    has its maximum at s = √(A/C) where A, C < 0,
///
/// which is compared beside both ends of the cell by the tangents of `SightLine`.
public struct MaxPyramid: Sendable {
  public let field: HeightField
  /// Level k: highest of the posts that touch 2ᵏ × 2ᵏ cells; shape and values.
  private let levels: [(rows: Int, columns: Int, values: [Float])]

  public init(_ field: HeightField) {
    self.field = field
    var levels = [MaxPyramid.cells(field)]
    while levels.last!.rows > 1 || levels.last!.columns > 1 {
      levels.append(MaxPyramid.halved(levels.last!))
    }
    self.levels = levels
  }

  private static func cells(
    _ field: HeightField
  ) -> (rows: Int, columns: Int, values: [Float]) {
    let (rows, columns) = (field.rows - 1, field.columns - 1)
    let values = field.values
    var highest: [Float] = []
    highest.reserveCapacity(rows * columns)
    for i in 0..<rows {
      for j in 0..<columns {
        let k = i * field.columns + j
        let corners = [
          values[k], values[k + 1], values[k + field.columns], values[k + field.columns + 1],
        ]
        // what is unknown hides nothing
        highest.append(corners.reduce(-Float.infinity) { $1 > $0 ? $1 : $0 })
      }
    }
    return (rows, columns, highest)
  }

  private static func halved(
    _ level: (rows: Int, columns: Int, values: [Float])
  ) -> (rows: Int, columns: Int, values: [Float]) {
    let (rows, columns) = ((level.rows + 1) / 2, (level.columns + 1) / 2)
    var values = [Float](repeating: -.infinity, count: rows * columns)
    for i in 0..<level.rows {
      for j in 0..<level.columns {
        let k = i / 2 * columns + j / 2
        values[k] = max(values[k], level.values[i * level.columns + j])
      }
    }
    return (rows, columns, values)
  }

  /// The steepest tangent of elevation of the ground strictly between an eye over the field's sensor
  /// and a point; nil where the two stand in one cell.
  ///
  /// - Parameters:
  ///   - x, y: column and row of the point.
  ///   - eye: height of the eye, m; `radius`: effective radius k·R, m.
  public func steepest(x: Double, y: Double, eye: Double, radius: Double) -> Double? {
    let line = Line(field, x: x, y: y, eye: eye, radius: radius)
    guard line.length > 0 else { return nil }
    var best = -Double.infinity
    // lines are cut at every grid line they cross: cells in their order
    var from = 0.0
    while from < 1 {
      let (level, to) = block(line, from, best: best)
      if level == nil { best = max(best, line.steepest(from: from, to: to)) }
      from = to
    }
    return best > -.infinity ? best : nil
  }

  /// The largest block around a point of the line that hides nothing, and where the line leaves it; nil
  /// for a cell that may.
  private func block(_ line: Line, _ from: Double, best: Double) -> (level: Int?, to: Double) {
    let cell = line.cell(after: from)
    for level in levels.indices.reversed() {
      let (rows, columns, values) = levels[level]
      let (i, j) = (cell.row >> level, cell.column >> level)
      precondition(i < rows && j < columns, "a cell outside the pyramid")
      let to = line.leaves(row: i << level, column: j << level, size: 1 << level, after: from)
      let highest = Double(values[i * columns + j])
      if highest == -.infinity || line.bound(highest, from: from, to: to) <= best {
        return (level, to)
      }
    }
    return (nil, line.leaves(row: cell.row, column: cell.column, size: 1, after: from))
  }

  /// Height above the ground from which a target over a point is seen, m, never below 0; nil where the
  /// ground there is unknown.
  public func floor(x: Double, y: Double, eye: Double, radius: Double) -> Double? {
    let ground = field.ground(x: x, y: y)
    guard !ground.isNaN else { return nil }
    guard let tangent = steepest(x: x, y: y, eye: eye, radius: radius) else { return 0 }
    let distance = Line(field, x: x, y: y, eye: eye, radius: radius).length
    return max(
      0,
      SightLine.height(tangent: tangent, from: eye, distance: distance, radius: radius) - ground)
  }
}

/// The straight line from a field's sensor to a point; s runs from 0 to 1.
private struct Line {
  let field: HeightField
  let dx, dy: Double
  let eye, radius: Double
  /// Along the sphere, m.
  let length: Double

  init(_ field: HeightField, x: Double, y: Double, eye: Double, radius: Double) {
    (self.field, self.eye, self.radius) = (field, eye, radius)
    (dx, dy) = (x - field.x, y - field.y)
    let (east, south) = (dx * field.width, dy * field.height)
    length = (east * east + south * south).squareRoot()
  }

  /// The cell just after a point of the line.
  func cell(after s: Double) -> (row: Int, column: Int) {
    func index(_ start: Double, _ step: Double, _ count: Int) -> Int {
      // a point on a grid line belongs to the cell it goes into
      let place = start + step * s + (step > 0 ? 1e-9 : step < 0 ? -1e-9 : 0)
      return min(max(Int(place.rounded(.down)), 0), count - 2)
    }
    return (index(field.y, dy, field.rows), index(field.x, dx, field.columns))
  }

  /// Where the line leaves a block, at most 1.
  func leaves(row: Int, column: Int, size: Int, after s: Double) -> Double {
    func exit(_ start: Double, _ step: Double, _ low: Int) -> Double {
      guard step != 0 else { return 1 }
      return (Double(step > 0 ? low + size : low) - start) / step
    }
    let first = min(exit(field.y, dy, row), exit(field.x, dx, column))
    // always on, by a thousandth of a millimetre at least
    return min(1, max(first, s + 1e-9))
  }

  func height(_ s: Double) -> Double { field.ground(x: field.x + dx * s, y: field.y + dy * s) }

  private func tangent(_ z: Double, _ s: Double) -> Double {
    SightLine.tangent(to: z, from: eye, distance: s * length, radius: radius)
  }

  /// What no ground up to a height exceeds between two points of the line.
  func bound(_ highest: Double, from: Double, to: Double) -> Double {
    let (near, far) = (max(from * length, 1e-3), to * length)
    let rise = highest - eye
    let reach = far / radius
    let steep =
      rise > 0 ? rise / near * (1 + reach * reach) : rise / far * (1 - (highest / radius))
    return steep - near / (2 * radius)
  }

  /// The steepest tangent over one cell's patch; the end of the line itself is not the ground between.
  func steepest(from: Double, to: Double) -> Double {
    let middle = (from + to) / 2
    let (a, m, b) = (height(from), height(middle), height(to))
    guard !a.isNaN, !m.isNaN, !b.isNaN else { return -.infinity }
    var best = to < 1 - 1e-9 ? tangent(b, to) : -.infinity
    let half = (to - from) / 2
    let second = (a - 2 * m + b) / (2 * half * half)
    let first = (b - a) / (2 * half)
    let c = second - length * length / (2 * radius)
    let start = m - first * middle + second * middle * middle - eye
    if c < 0, start < 0 {
      let s = (start / c).squareRoot()
      if s > from, s < to {
        let z = m + first * (s - middle) + second * (s - middle) * (s - middle)
        best = max(best, tangent(z, s))
      }
    }
    return best
  }
}
