/// The least cost from some nodes to every node of a network, and the way that has it.
///
/// Dijkstra's method (1959) with a heap of four children a node, into which a node is put again each time its cost falls; what is
/// taken out with more than its cost is passed over. No cost is rounded but by the additions themselves, so that a way of n links is
/// right to n half-units of its last place. Of ways that cost the same the one over the node with the lesser index counts: the
/// answer does not depend on the heap.
public struct LeastCosts: Sendable {
  /// By node; infinite where no way leads there.
  public let cost: [Double]
  /// The node before each one on its way; −1 at the start and where no way leads.
  public let previous: [Int32]

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
    var heap = CostHeap(reserving: sources.count + count / 4)
    for source in sources where cost[source] > 0 {
      cost[source] = 0
      heap.insert(0, Int32(source))
    }
    cost.withUnsafeMutableBufferPointer { cost in
      previous.withUnsafeMutableBufferPointer { previous in
        LeastCosts.settle(network, steps, &heap, cost, previous)
      }
    }
    (self.cost, self.previous) = (cost, previous)
  }

  private static func settle(
    _ network: Network, _ steps: [Double], _ heap: inout CostHeap,
    _ cost: UnsafeMutableBufferPointer<Double>, _ previous: UnsafeMutableBufferPointer<Int32>
  ) {
    network.rows.withUnsafeBufferPointer { rows in
      network.targets.withUnsafeBufferPointer { targets in
        steps.withUnsafeBufferPointer { steps in
          while let (reached, node) = heap.takeLeast() {
            guard reached == cost[Int(node)] else { continue }
            for at in Int(rows[Int(node)])..<Int(rows[Int(node) + 1]) {
              let (target, through) = (Int(targets[at]), reached + steps[at])
              if through < cost[target] {
                cost[target] = through
                previous[target] = node
                heap.insert(through, Int32(target))
              } else if through == cost[target], through < .infinity, node < previous[target] {
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

/// Nodes by cost, the least first; equal costs in any order.
struct CostHeap {
  private var costs: [Double] = []
  private var nodes: [Int32] = []

  init(reserving count: Int) {
    costs.reserveCapacity(count)
    nodes.reserveCapacity(count)
  }

  mutating func insert(_ cost: Double, _ node: Int32) {
    costs.append(cost)
    nodes.append(node)
    var at = costs.count - 1
    costs.withUnsafeMutableBufferPointer { costs in
      nodes.withUnsafeMutableBufferPointer { nodes in
        while at > 0 {
          let parent = (at - 1) >> 2
          guard cost < costs[parent] else { break }
          (costs[at], nodes[at]) = (costs[parent], nodes[parent])
          at = parent
        }
        (costs[at], nodes[at]) = (cost, node)
      }
    }
  }

  mutating func takeLeast() -> (cost: Double, node: Int32)? {
    guard let lastCost = costs.popLast(), let lastNode = nodes.popLast() else { return nil }
    guard let least = costs.first else { return (lastCost, lastNode) }
    let node = nodes[0]
    let count = costs.count
    costs.withUnsafeMutableBufferPointer { costs in
      nodes.withUnsafeMutableBufferPointer { nodes in
        var at = 0
        while true {
          let first = 4 * at + 1
          guard first < count else { break }
          var child = first
          for other in (first + 1)..<max(first + 1, min(first + 4, count))
          where costs[other] < costs[child] { child = other }
          guard costs[child] < lastCost else { break }
          (costs[at], nodes[at]) = (costs[child], nodes[child])
          at = child
        }
        (costs[at], nodes[at]) = (lastCost, lastNode)
      }
    }
    return (least, node)
  }
}
