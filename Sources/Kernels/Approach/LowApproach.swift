/// The least time between a firm track and arrival that any way to a cell leaves: a bound for the side
/// that is warned, never a way itself.
///
/// A mover of constant speed starts anywhere in a launch area. Where it is lit, sensors need it without a
/// break for τ to have a firm track; in the dark they begin anew.
///
/// 1. *Unseen*: the cells that can be reached with no firm track before. Each carries the least lit age
///    with which it is reached: the distance run in the light since the dark or the launch, over the
///    speed. Ages below τ go on; dark cells touched become sources of age 0; to a fixed point.
/// 2. *Seen*: from every unseen cell the clock starts at the firm mark, τ − age later: the least of
///    leg/v − (τ − age) over all of them, in bands of the way flown before, so that way and leg together
///    stay within the range.
///
/// Way and age of a cell are each the least there is, though one path may not have both: times are never
/// too long. Fast marching adds its own error (`MarchingTests`).
package struct LowApproach: Sendable {
  package let grid: FastMarching
  /// Over the ground, m/s, and the farthest flight, m.
  package let speed, range: Double
  /// Cells that are not flown over.
  package let closed: [Bool]
  static var bands: Int { 8 }

  package init(grid: FastMarching, speed: Double, range: Double, closed: [Bool]? = nil) {
    precondition(speed > 0 && range > 0, "a mover moves")
    (self.grid, self.speed, self.range) = (grid, speed, range)
    self.closed = closed ?? [Bool](repeating: false, count: grid.rows * grid.columns)
    precondition(self.closed.count == grid.rows * grid.columns, "one word a cell")
  }

  /// What is left at a cell.
  package enum Left: Hashable, Sendable {
    /// No flight gets there.
    case outOfReach
    /// It can be reached with no firm track before.
    case unseen
    /// Seconds from the firm track to the arrival, > 0.
    case seconds(Double)
  }

  /// - Parameters:
  ///   - launch: cells of the launch area, and metres flown before; above 0 where it lies beyond the grid.
  ///   - tau: seconds of light for a firm track, by cell; infinite in the dark.
  /// - Returns: what is left at the cells asked for, in their order.
  package func left(
    at cells: [Int], from launch: [(cell: Int, way: Double)], tau: [Float]
  ) -> [Left] {
    let count = grid.rows * grid.columns
    precondition(tau.count == count, "one τ a cell")
    guard !launch.isEmpty else { return cells.map { _ in .outOfReach } }
    let launch = launch.filter { $0.way <= range && !closed[$0.cell] }
    let age = unseen(from: launch.map(\.cell), tau: tau)
    // the way flown so far, inside what is unseen
    let way = grid.times(
      from: launch.map { ($0.cell, Float($0.way)) },
      slowness: age.map { $0 < .infinity ? 1 : .infinity },
      limit: Float(range))
    let seen = clock(age: age, way: way, tau: tau)
    // seen or not, nothing flies farther than its range
    let straight = grid.times(
      from: launch.map { ($0.cell, Float($0.way)) }, slowness: closed.map { $0 ? .infinity : 1 },
      limit: Float(range))
    return cells.map { cell in
      if way[cell] <= Float(range) { return .unseen }
      guard straight[cell] < .infinity, seen[cell] < .infinity else { return .outOfReach }
      return .seconds(max(Double(seen[cell]), 1e-3))
    }
  }

  /// Least lit age, s, with which each cell is reached unseen; infinite where it is not.
  func unseen(from launch: [Int], tau: [Float]) -> [Float] {
    let isDark = zip(tau, closed).map { $0 == .infinity && !$1 }
    var reached = [Bool](repeating: false, count: tau.count)
    var fresh = flood(launch.filter { isDark[$0] }, isDark, &reached)
    // distance in the light below v τ; in the dark nothing is to be found
    let caps = tau.map { $0 == .infinity ? -1 : $0 * Float(speed) }
    var age = [Float](repeating: .infinity, count: tau.count)
    var sources = launch.filter { !isDark[$0] }.map { (post: $0, time: Float(0)) }
    repeat {
      // from the edge of the dark half a cell is run before the light begins
      sources += edge(of: fresh, isDark)
      for cell in fresh { age[cell] = 0 }
      let lit = grid.times(
        from: sources, slowness: zip(isDark, closed).map { $0 || $1 ? .infinity : 1 }, caps: caps)
      var touched: [Int] = []
      for (cell, distance) in lit.enumerated() where distance < .infinity {
        age[cell] = min(age[cell], max(distance, 0) / Float(speed))
        touched += neighbours(cell).filter { isDark[$0] && !reached[$0] }
      }
      fresh = flood(touched, isDark, &reached)
    } while !fresh.isEmpty
    return age
  }

  /// Lit neighbours of dark cells, half a cell into the light.
  private func edge(of dark: [Int], _ isDark: [Bool]) -> [(post: Int, time: Float)] {
    let half = Float(grid.spacing / 2)
    return dark.flatMap { cell in
      neighbours(cell).filter { !isDark[$0] && !closed[$0] }.map { (post: $0, time: half) }
    }
  }

  /// All dark cells that hang together with some, those reached before left out.
  private func flood(_ seeds: [Int], _ isDark: [Bool], _ reached: inout [Bool]) -> [Int] {
    var found: [Int] = []
    var open = seeds
    while let cell = open.popLast() {
      guard isDark[cell], !reached[cell] else { continue }
      reached[cell] = true
      found.append(cell)
      open += neighbours(cell)
    }
    return found
  }

  private func neighbours(_ cell: Int) -> [Int] {
    let (row, column) = (cell / grid.columns, cell % grid.columns)
    var result: [Int] = []
    if column > 0 { result.append(cell - 1) }
    if column < grid.columns - 1 { result.append(cell + 1) }
    if row > 0 { result.append(cell - grid.columns) }
    if row < grid.rows - 1 { result.append(cell + grid.columns) }
    return result
  }

  /// Least seconds from the firm mark, by cell.
  private func clock(age: [Float], way: [Float], tau: [Float]) -> [Float] {
    var best = [Float](repeating: .infinity, count: age.count)
    let width = Float(range) / Float(LowApproach.bands)
    var bands = [[(post: Int, time: Float)]](repeating: [], count: LowApproach.bands)
    for cell in age.indices where age[cell] < .infinity && way[cell] <= Float(range) {
      let around = neighbours(cell)
      // only what borders on cells that are not unseen starts the clock
      guard around.contains(where: { way[$0] > Float(range) }) else { continue }
      let wait =
        tau[cell] < .infinity
        ? tau[cell] - age[cell]
        : around.map { tau[$0] }.filter { $0 < .infinity }.max() ?? 0
      let band = min(Int(way[cell] / width), LowApproach.bands - 1)
      bands[band].append((cell, -wait * Float(speed)))
    }
    for (index, sources) in bands.enumerated() where !sources.isEmpty {
      // the least way of the band is taken for all of it
      let left = Float(range) - Float(index) * width
      let distances = grid.times(
        from: sources, slowness: closed.map { $0 ? .infinity : 1 }, limit: left)
      for (cell, distance) in distances.enumerated() where distance < .infinity {
        best[cell] = min(best[cell], distance / Float(speed))
      }
    }
    return best
  }
}
