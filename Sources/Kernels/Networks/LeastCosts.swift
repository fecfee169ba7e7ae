/// The least cost from some nodes to every node of a network, and the way that has it.
///
/// Nodes wait in buckets, half the mean cost of a link wide, and are taken bucket by bucket (Δ-stepping, Meyer and Sanders 2003): a node
/// whose cost falls while its bucket is open is taken again, so that the answer is that of Dijkstra's method. No cost is rounded but by
/// the additions themselves: a way of n links is right to n half-units of its last place. Of ways that cost the same the one over
/// the node with the lesser index counts. Neither depends on the buckets.
public struct LeastCosts: Sendable {
  /// By node; infinite where no way leads there.
  public let cost: [Double]
  private let network: Network
  private let steps: StepCosts
  private let sources: Set<Int>

  /// - Parameters:
  ///   - sources: nodes where a way may start, for nothing.
  ///   - costs: of each link, both ways; infinite closes it. Nil takes the lengths.
  /// - Precondition: a cost for each link, none negative or NaN; sources that are there.
  public init(from sources: [Int], on network: Network, costs: [Double]? = nil) {
    let steps = costs.map { network.steps(costing: $0) } ?? network.lengths
    precondition(sources.allSatisfy(network.points.indices.contains), "sources that are not there")
    var cost = [Double](repeating: .infinity, count: network.points.count)
    var buckets = Buckets(steps)
    for source in sources where cost[source] > 0 {
      cost[source] = 0
      buckets.insert(Int32(source), at: 0)
    }
    cost.withUnsafeMutableBufferPointer { LeastCosts.settle(network, steps, &buckets, $0) }
    (self.cost, self.network, self.steps, self.sources) = (cost, network, steps, Set(sources))
  }

  private static func settle(
    _ network: Network, _ steps: StepCosts, _ buckets: inout Buckets,
    _ cost: UnsafeMutableBufferPointer<Double>
  ) {
    network.rows.withUnsafeBufferPointer { rows in
      network.targets.withUnsafeBufferPointer { targets in
        steps.values.withUnsafeBufferPointer { steps in
          while let (node, reached) = buckets.takeNext() {
            // it was reached for less since
            if reached > cost[Int(node)] { continue }
            for at in Int(rows[Int(node)])..<Int(rows[Int(node) + 1]) {
              let (target, through) = (Int(targets[at]), reached + steps[at])
              guard through < cost[target] else { continue }
              cost[target] = through
              buckets.insert(Int32(target), at: through)
            }
          }
        }
      }
    }
  }

  /// Nodes of the way to a node, from its start; empty where none leads there.
  public func way(to node: Int) -> [Int] {
    guard cost[node] < .infinity else { return [] }
    var way = [node]
    while let before = before(way[way.count - 1]) { way += before }
    return way.reversed()
  }

  /// The node before one on its way, or those before it where links cost nothing; nil at the start.
  private func before(_ node: Int) -> [Int]? {
    if sources.contains(node) { return nil }
    if let nearer = nearer(node) { return [nearer] }
    // over links that cost nothing to the first that is a start or has one that is nearer
    var from = [node: node]
    var (open, next) = ([node], 0)
    while next < open.count {
      let reached = open[next]
      next += 1
      if reached != node, sources.contains(reached) || nearer(reached) != nil {
        var way = [reached]
        while let last = from[way[way.count - 1]], last != node { way.append(last) }
        return way.reversed()
      }
      for other in before(reached, isNearer: false) where from[other] == nil {
        from[other] = reached
        open.append(other)
      }
    }
    preconditionFailure("a node that no way leads to")
  }

  /// Of the nodes over which the way to a node may come, and that are nearer to the start, the one with the least index.
  private func nearer(_ node: Int) -> Int? {
    before(node, isNearer: true).min()
  }

  /// Nodes whose cost and that of the step from them come to the cost of a node: those that are nearer, or those that are as near.
  private func before(_ node: Int, isNearer: Bool) -> [Int] {
    (Int(network.rows[node])..<Int(network.rows[node + 1])).compactMap { at in
      let other = Int(network.targets[at])
      let isBefore = cost[other] + steps.values[at] == cost[node]
      return isBefore && (cost[other] < cost[node]) == isNearer ? other : nil
    }
  }
}

/// Nodes by cost, bucket by bucket, in a ring that is longer than the dearest link; within a bucket the last one in comes first.
private struct Buckets {
  private struct Entry {
    let cost: Double
    let node: Int32
    /// The one in the bucket before it; −1 where there is none.
    var next: Int32
  }

  private let perCost: Double
  /// The last entry of each bucket; −1 where it is empty.
  private var heads: [Int32]
  /// One less than the number of buckets, which is a power of two.
  private let mask: Int
  private var entries: [Entry] = []
  /// The last entry that may be used again; −1 where there is none.
  private var free: Int32 = -1
  /// The bucket that is open, counted from the start, and how many entries wait in all.
  private var open = 0
  private var waiting = 0

  init(_ steps: StepCosts) {
    // no more buckets than would fit a link a hundred thousand times as long
    let width = max(steps.mean / 2, steps.dearest / 100_000)
    // what is too small to divide by leaves one bucket, which is as right and slower
    perCost = width > 1e-300 ? 1 / width : 0
    let buckets = Int(steps.dearest * perCost) + 2
    var size = 1
    while size < buckets { size *= 2 }
    heads = Array(repeating: -1, count: size)
    mask = size - 1
  }

  @inline(__always)
  mutating func insert(_ node: Int32, at cost: Double) {
    let bucket = Int(cost * perCost) & mask
    let entry = Entry(cost: cost, node: node, next: heads[bucket])
    if free >= 0 {
      heads[bucket] = free
      let at = Int(free)
      free = entries[at].next
      entries[at] = entry
    } else {
      heads[bucket] = Int32(entries.count)
      entries.append(entry)
    }
    waiting += 1
  }

  /// A node of the first bucket that has one, with the cost that it was put in at.
  @inline(__always)
  mutating func takeNext() -> (node: Int32, cost: Double)? {
    guard waiting > 0 else { return nil }
    while heads[open & mask] < 0 { open += 1 }
    let bucket = open & mask
    let at = heads[bucket]
    let entry = entries[Int(at)]
    heads[bucket] = entry.next
    entries[Int(at)].next = free
    free = at
    waiting -= 1
    return (entry.node, entry.cost)
  }
}
