/// Outlines of groups of cells: areas with holes, along the edges of cells.
public enum Outline {
  /// A connected group: its cells, and its rings of grid corners (column, row), the outer one first,
  /// each closed. Outer rings run clockwise on a grid whose rows go down, holes the other way.
  public struct Area: Hashable, Sendable {
    public let cells: [Int]
    public let rings: [[SIMD2<Int>]]
  }

  /// Groups of cells that share an edge, largest first, then from the north-west.
  public static func areas(rows: Int, columns: Int, isIn: (Int) -> Bool) -> [Area] {
    var group = [Int](repeating: -1, count: rows * columns)
    var areas: [Area] = []
    for start in group.indices where group[start] < 0 && isIn(start) {
      var cells: [Int] = []
      var open = [start]
      group[start] = areas.count
      while let cell = open.popLast() {
        cells.append(cell)
        for other in neighbours(cell, rows, columns) where group[other] < 0 && isIn(other) {
          group[other] = areas.count
          open.append(other)
        }
      }
      cells.sort()
      let number = areas.count
      areas.append(
        Area(
          cells: cells,
          rings: rings(cells, columns) { row, column in
            row >= 0 && row < rows && column >= 0 && column < columns
              && group[row * columns + column] == number
          }))
    }
    return areas.sorted { ($1.cells.count, $0.cells[0]) < ($0.cells.count, $1.cells[0]) }
  }

  private static func neighbours(_ cell: Int, _ rows: Int, _ columns: Int) -> [Int] {
    let (row, column) = (cell / columns, cell % columns)
    return [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
      .filter { $0.0 >= 0 && $0.0 < rows && $0.1 >= 0 && $0.1 < columns }
      .map { $0.0 * columns + $0.1 }
  }

  /// Edges between inside and outside, linked at their ends; where two meet at a corner, a ring turns
  /// so that it stays with its own cell.
  private static func rings(
    _ cells: [Int], _ columns: Int, _ isIn: (_ row: Int, _ column: Int) -> Bool
  ) -> [[SIMD2<Int>]] {
    var next: [SIMD2<Int>: [SIMD2<Int>]] = [:]
    for cell in cells {
      let (i, j) = (cell / columns, cell % columns)
      let corners = [SIMD2(j, i), SIMD2(j + 1, i), SIMD2(j + 1, i + 1), SIMD2(j, i + 1)]
      let beside = [(i - 1, j), (i, j + 1), (i + 1, j), (i, j - 1)]
      for side in 0..<4 where !isIn(beside[side].0, beside[side].1) {
        next[corners[side], default: []].append(corners[(side + 1) % 4])
      }
    }
    var rings: [[SIMD2<Int>]] = []
    for start in next.keys.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
      while let first = next[start]?.popLast() {
        var (ring, at, from) = ([start, first], first, start)
        while at != start {
          let step = at &- from
          // to the right first: the cell's own corner
          let right = SIMD2(-step.y, step.x)
          let ways = next[at]!
          let index = ways.firstIndex { $0 &- at == right } ?? ways.count - 1
          let to = next[at]!.remove(at: index)
          if to &- at == step { ring[ring.count - 1] = to } else { ring.append(to) }
          (from, at) = (at, to)
        }
        rings.append(ring)
      }
    }
    // the outer ring holds the most
    return rings.sorted { abs(area($0)) > abs(area($1)) }
  }

  /// Twice the signed area, above 0 clockwise on a grid whose rows go down.
  static func area(_ ring: [SIMD2<Int>]) -> Int {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }
}
