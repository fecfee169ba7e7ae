/// The least cost from some nodes to every node of a network, and the way that has it.
///
/// Nodes wait in buckets of one width, the mean cost of a link, and are taken bucket by bucket (Δ-stepping, Meyer and Sanders 2003): a node
/// whose cost falls while its bucket is open is taken again, so that the answer is that of Dijkstra's method. No cost is rounded but by
/// the additions themselves: a way of n links is right to n half-units of its last place. Of ways that cost the same the one over
/// the node with the lesser index counts. Neither depends on the buckets.
public struct LeastCosts: Sendable {
  /// By node; infinite where no way leads there.
  public let cost: [Double]
  /// The node before each one on its way; −1 at the start and where no way leads.
  private let previous: [Int32]

  /// - Parameters:
  ///   - sources: nodes where a way may start, for nothing.
  ///   - costs: of each link, both ways; infinite closes it. Nil takes the lengths.
  /// - Precondition: a cost for each link, none negative or NaN; sources that are there.
  public init(from sources: [Int], on network: Network, costs: [Double]? = nil) {
    let count = network.points.count
    let costs = costs ?? network.links.map(\.length)
    precondition(costs.count == network.links.count, "\(costs.count) costs")
    precondition(sources.allSatisfy { (0..<count).contains($0) }, "sources that are not there")
    // the costs step by step, so that the loop reads one place after the other
    let steps = network.crossed.map { costs[Int($0)] }
    precondition(steps.allSatisfy { $0 >= 0 }, "a cost below nothing")
    var cost = [Double](repeating: .infinity, count: count)
    var previous = [Int32](repeating: -1, count: count)
    var buckets = Buckets(costs: steps)
    for source in sources where cost[source] > 0 {
      cost[source] = 0
      buckets.insert(Int32(source), at: 0)
    }
    cost.withUnsafeMutableBufferPointer { cost in
      previous.withUnsafeMutableBufferPointer { previous in
        LeastCosts.settle(network, steps, &buckets, cost, previous)
      }
    }
    (self.cost, self.previous) = (cost, previous)
  }

  private static func settle(
    _ network: Network, _ steps: [Double], _ buckets: inout Buckets,
    _ cost: UnsafeMutableBufferPointer<Double>, _ previous: UnsafeMutableBufferPointer<Int32>
  ) {
    network.rows.withUnsafeBufferPointer { rows in
      network.targets.withUnsafeBufferPointer { targets in
        steps.withUnsafeBufferPointer { steps in
          while let node = buckets.takeNext(cost) {
            let reached = cost[Int(node)]
            for at in Int(rows[Int(node)])..<Int(rows[Int(node) + 1]) {
              let (target, through) = (Int(targets[at]), reached + steps[at])
              if through < cost[target] {
                cost[target] = through
                previous[target] = node
                buckets.insert(Int32(target), at: through)
              } else if through == cost[target], through < .infinity, steps[at] > 0,
                node < previous[target]
              {
                // over a link that costs nothing two nodes would lead to each other
                previous[target] = node
              }
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
    while previous[way[way.count - 1]] >= 0 { way.append(Int(previous[way[way.count - 1]])) }
    return way.reversed()
  }
}

/// Nodes by cost, bucket by bucket, in a ring that is as long as the dearest link.
private struct Buckets {
  private let perCost: Double
  private var ring: [[Int32]]
  /// The bucket that is open, counted from the start, and how many nodes wait in all.
  private var open = 0
  private var waiting = 0

  init(costs: [Double]) {
    let finite = costs.lazy.filter { $0 < .infinity }
    var (sum, count, dearest) = (0.0, 0.0, 0.0)
    for cost in finite {
      sum += cost
      count += 1
      dearest = max(dearest, cost)
    }
    // no more buckets than would fit a link a hundred thousand times the mean
    let width = max(count > 0 ? sum / count : 0, dearest / 100_000)
    // what is too small to divide by leaves one bucket, which is as right and slower
    perCost = width > 1e-300 ? 1 / width : 0
    ring = Array(repeating: [], count: Int(dearest * perCost) + 2)
  }

  private func bucket(_ cost: Double) -> Int { Int(cost * perCost) }

  mutating func insert(_ node: Int32, at cost: Double) {
    ring[bucket(cost) % ring.count].append(node)
    waiting += 1
  }

  /// A node of the first bucket that has one, at its cost of now: one that has moved to an earlier bucket is passed over.
  mutating func takeNext(_ cost: UnsafeMutableBufferPointer<Double>) -> Int32? {
    while waiting > 0 {
      guard let node = ring[open % ring.count].popLast() else {
        open += 1
        continue
      }
      waiting -= 1
      if bucket(cost[Int(node)]) == open { return node }
    }
    return nil
  }
}
