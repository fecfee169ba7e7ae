/// First arrival of a front over a grid, by fast marching.
///
///     |∇T| = s,   T given at the sources
///
/// Upwind differences of second order where two accepted posts stand in line and grow outward, of first
/// order elsewhere; posts are accepted in order of T from a heap of four. Error against closed forms:
/// second order where the front is smooth, first order behind corners (`MarchingTests`).
/// Source: J. A. Sethian, SIAM Review 41 (1999) 199–235, doi:10.1137/S0036144598347059, §6.2.
public struct FastMarching: Sendable {
  public let rows, columns: Int
  /// Metres between posts.
  public let spacing: Double

  /// - Precondition: at least one row and one column; fewer than 2³¹ posts with their frame.
  public init(rows: Int, columns: Int, spacing: Double) {
    precondition(rows > 0 && columns > 0 && spacing > 0, "grid shape")
    precondition((rows + 4) * (columns + 4) < Int(Int32.max), "too many posts")
    (self.rows, self.columns, self.spacing) = (rows, columns, spacing)
  }

  /// - Parameters:
  ///   - sources: posts, row-major, and their times, which may be below 0.
  ///   - slowness: s/m by post, > 0; infinite where nothing passes. Nil is 1: T is a distance, m.
  ///   - caps: a post whose time is not below its cap is not reached and passes nothing on.
  ///   - limit: no later time is looked for.
  /// - Returns: times by post; infinite where the front never comes.
  public func times(
    from sources: [(post: Int, time: Float)], slowness: [Float]? = nil, caps: [Float]? = nil,
    limit: Float = .infinity
  ) -> [Float] {
    precondition(slowness?.count ?? rows * columns == rows * columns, "one slowness a post")
    precondition(caps?.count ?? rows * columns == rows * columns, "one cap a post")
    var front = Front(self, slowness: slowness, caps: caps)
    defer { front.deallocate() }
    for (post, time) in sources { front.start(post, time) }
    front.run(limit: limit)
    return front.result()
  }
}

/// The grid with a frame of two posts, which are never accepted.
private struct Front {
  let rows, columns, width: Int
  /// Slowness times spacing where all posts have the same.
  let even: Float
  let times: UnsafeMutablePointer<Float>
  /// 0 far, 1 in the heap, 2 accepted, 3 closed.
  let states: UnsafeMutablePointer<UInt8>
  let places: UnsafeMutablePointer<Int32>
  /// Posts in the heap, and their times beside them: what is compared lies together.
  let heap: UnsafeMutablePointer<Entry>
  /// Slowness times spacing by post of the framed grid; nil where all have the same.
  let costs: UnsafeMutablePointer<Float>?
  let caps: UnsafeMutablePointer<Float>?
  var count = 0

  struct Entry {
    var time: Float
    var post: Int32
  }

  init(_ grid: FastMarching, slowness: [Float]?, caps written: [Float]?) {
    (rows, columns, width) = (grid.rows, grid.columns, grid.columns + 4)
    let all = (grid.rows + 4) * width
    times = .allocate(capacity: all)
    states = .allocate(capacity: all)
    places = .allocate(capacity: all)
    heap = .allocate(capacity: all)
    times.initialize(repeating: .infinity, count: all)
    states.initialize(repeating: 3, count: all)
    places.initialize(repeating: 0, count: all)
    even = Float(grid.spacing)
    let (rows, columns, width) = (rows, columns, width)
    func framed(_ values: [Float], times factor: Float) -> UnsafeMutablePointer<Float> {
      let target = UnsafeMutablePointer<Float>.allocate(capacity: all)
      target.initialize(repeating: .infinity, count: all)
      for row in 0..<rows {
        for column in 0..<columns {
          target[(row + 2) * width + column + 2] = values[row * columns + column] * factor
        }
      }
      return target
    }
    costs = slowness.map { framed($0, times: Float(grid.spacing)) }
    caps = written.map { framed($0, times: 1) }
    for row in 0..<rows {
      for column in 0..<columns {
        let post = (row + 2) * width + column + 2
        if costs.map({ $0[post] < .infinity }) ?? true { states[post] = 0 }
      }
    }
  }

  func deallocate() {
    times.deallocate()
    states.deallocate()
    places.deallocate()
    heap.deallocate()
    costs?.deallocate()
    caps?.deallocate()
  }

  mutating func start(_ post: Int, _ time: Float) {
    precondition(post >= 0 && post < rows * columns, "a source beyond the grid")
    let post = (post / columns + 2) * width + post % columns + 2
    guard states[post] != 3, time < times[post] else { return }
    offer(post, time)
  }

  mutating func run(limit: Float) {
    while count > 0 {
      let post = Int(heap[0].post)
      guard heap[0].time <= limit else { break }
      states[post] = 2
      count -= 1
      if count > 0 { sink(heap[count]) }
      if let caps, times[post] >= caps[post] {
        times[post] = .infinity
        states[post] = 3
        continue
      }
      visit(post + 1)
      visit(post - 1)
      visit(post + width)
      visit(post - width)
    }
    // what still waits is beyond the limit
    for index in 0..<count { times[Int(heap[index].post)] = .infinity }
  }

  @inline(__always)
  private mutating func visit(_ next: Int) {
    guard states[next] < 2 else { return }
    let time = arrival(next)
    if time < times[next] { offer(next, time) }
  }

  /// The time at a post from its accepted neighbours.
  @inline(__always)
  private func arrival(_ post: Int) -> Float {
    let cost = costs?[post] ?? even
    let (x, y) = (upwind(post, 1), upwind(post, width))
    guard x.time < .infinity || y.time < .infinity else { return .infinity }
    // Σ w (T − v)² = cost², over the axes that have a neighbour
    let best = Front.solve(x.weight, x.value, y.weight, y.value, cost)
    if best >= max(x.value, y.value), best >= max(x.time, y.time) { return best }
    // the farther neighbour is too late to count: one axis alone, of first order
    let first = Front.solve(1, x.time, 1, y.time, cost)
    if first >= max(x.time, y.time) { return first }
    return min(x.time, y.time) + cost
  }

  /// The earlier neighbour along an axis: its time, and the value and weight it stands for.
  @inline(__always)
  private func upwind(_ post: Int, _ step: Int) -> (time: Float, value: Float, weight: Float) {
    let before = states[post - step] == 2 ? times[post - step] : .infinity
    let after = states[post + step] == 2 ? times[post + step] : .infinity
    let side = before <= after ? -step : step
    let near = min(before, after)
    guard near < .infinity else { return (.infinity, -.infinity, 0) }
    let far = states[post + 2 * side] == 2 ? times[post + 2 * side] : .infinity
    // (3T − 4T₁ + T₂)/2 = 3/2 (T − (4T₁ − T₂)/3)
    return far <= near ? (near, (4 * near - far) / 3, 2.25) : (near, near, 1)
  }

  @inline(__always)
  private static func solve(
    _ p: Float, _ a: Float, _ q: Float, _ b: Float, _ cost: Float
  ) -> Float {
    if p == 0 || a == .infinity { return b + cost / q.squareRoot() }
    if q == 0 || b == .infinity { return a + cost / p.squareRoot() }
    // about the larger value, so that singles lose nothing
    let apart = b - a
    let root = cost * cost * (p + q) - p * q * apart * apart
    guard root >= 0 else { return -.infinity }
    return a + (q * apart + root.squareRoot()) / (p + q)
  }

  // MARK: heap

  @inline(__always)
  private mutating func offer(_ post: Int, _ time: Float) {
    times[post] = time
    var index = Int(places[post])
    if states[post] == 0 {
      states[post] = 1
      index = count
      count += 1
    }
    // up to its place
    while index > 0 {
      let parent = (index - 1) >> 2
      let other = heap[parent]
      guard other.time > time else { break }
      put(other, index)
      index = parent
    }
    put(Entry(time: time, post: Int32(truncatingIfNeeded: post)), index)
  }

  @inline(__always)
  private func put(_ entry: Entry, _ index: Int) {
    heap[index] = entry
    places[Int(entry.post)] = Int32(truncatingIfNeeded: index)
  }

  /// Puts an entry where the first one was, and down to its place.
  private func sink(_ entry: Entry) {
    var index = 0
    while true {
      let first = 4 * index + 1
      guard first < count else { break }
      var (least, earliest) = (first, heap[first].time)
      for child in (first + 1)..<max(first + 1, min(first + 4, count)) {
        let other = heap[child].time
        if other < earliest { (least, earliest) = (child, other) }
      }
      guard earliest < entry.time else { break }
      put(heap[least], index)
      index = least
    }
    put(entry, index)
  }

  func result() -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns { values.append(times[(row + 2) * width + column + 2]) }
    }
    return values
  }
}
