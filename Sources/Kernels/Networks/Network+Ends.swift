extension Network {
  /// Links that close gaps between dead ends: two ends no further apart than `gap` are joined where the way between them is more than
  /// ten times as long, the nearest pair first, each end once.
  ///
  /// Maps drawn by many hands have such gaps where one stopped and another began; on railways they cut main lines.
  ///
  /// - Parameters:
  ///   - gap: the widest that is closed, m.
  ///   - distance: between two points, m.
  public func linksBetweenEnds(
    within gap: Double, _ distance: (SIMD2<Double>, SIMD2<Double>) -> Double
  ) -> [Link] {
    let ends = points.indices.filter { degree(of: $0) == 1 }.sorted { points[$0].y < points[$1].y }
    // no point is further off than it is in latitude
    let reach = gap / 110_000
    var pairs: [Link] = []
    for (index, one) in ends.enumerated() {
      for other in ends[(index + 1)...] {
        guard points[other].y - points[one].y <= reach else { break }
        let apart = distance(points[one], points[other])
        if apart <= gap { pairs.append(Link(Int32(one), Int32(other), length: apart)) }
      }
    }
    var taken: Set<Int32> = []
    return pairs.sorted { ($0.length, $0.first, $0.last) < ($1.length, $1.first, $1.last) }
      .filter { pair in
        guard !taken.contains(pair.first), !taken.contains(pair.last),
          !leads(from: Int(pair.first), to: Int(pair.last), within: 10 * pair.length)
        else { return false }
        taken.formUnion([pair.first, pair.last])
        return true
      }
  }

  /// Whether a way between two nodes is no longer than this, m.
  private func leads(from start: Int, to goal: Int, within length: Double) -> Bool {
    var best: [Int32: Double] = [Int32(start): 0]
    var (open, next) = ([Int32(start)], 0)
    while next < open.count {
      let node = open[next]
      next += 1
      let reached = best[node]!
      for step in steps(from: Int(node)) {
        let (through, target) = (reached + links[step.link].length, Int32(step.node))
        guard through <= length, through < best[target] ?? .infinity else { continue }
        if target == goal { return true }
        best[target] = through
        open.append(target)
      }
    }
    return false
  }
}
