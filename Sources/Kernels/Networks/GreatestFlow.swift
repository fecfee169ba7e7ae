/// The most that a network carries from some nodes to others, and where it binds.
///
/// Dinic's method (1970): level by level from the sources, then ways that fill at least one link each, until no way is left. Capacities
/// are whole numbers, so that the flow is exact. By the theorem of Ford and Fulkerson (1956) the links that leave what can still be
/// reached carry as much as they may, and no less than the flow.
public struct GreatestFlow: Sendable {
  public let value: Int
  /// Links that bind, in order of their index: of all smallest cuts the one nearest the sources.
  public let cut: [Int]

  /// - Parameter capacities: of each link, in either direction.
  /// - Precondition: a capacity for each link, none negative; sources and sinks that are there and apart.
  public init(from sources: [Int], to sinks: [Int], on network: Network, capacities: [Int]) {
    precondition(capacities.count == network.links.count, "\(capacities.count) capacities")
    precondition(capacities.allSatisfy { $0 >= 0 }, "a capacity below nothing")
    precondition(Set(sources).isDisjoint(with: sinks), "a source that is a sink")
    var search = FlowSearch(network, capacities, sinks: Set(sinks))
    var value = 0
    while search.level(from: sources) {
      for source in sources {
        while case let sent = search.send(from: source), sent > 0 { value += sent }
      }
    }
    self.value = value
    cut = network.links.indices.filter { index in
      let link = network.links[index]
      return capacities[index] > 0
        && (search.level[Int(link.first)] < 0) != (search.level[Int(link.last)] < 0)
    }
  }
}

/// What is left of the capacities while a flow grows.
private struct FlowSearch {
  let network: Network
  let sinks: Set<Int>
  /// By step: what may still pass it.
  var left: [Int]
  /// By step: the same link the other way.
  let reverse: [Int32]
  /// Links from the sources, as far as something may still pass; −1 beyond.
  var level: [Int32] = []
  /// The step of each node that is tried next.
  var next: [Int32] = []

  init(_ network: Network, _ capacities: [Int], sinks: Set<Int>) {
    (self.network, self.sinks) = (network, sinks)
    left = network.crossed.map { capacities[Int($0)] }
    var other = [Int32](repeating: -1, count: network.links.count)
    var reverse = [Int32](repeating: -1, count: network.crossed.count)
    for (step, link) in network.crossed.enumerated() {
      let known = other[Int(link)]
      if known >= 0 {
        (reverse[step], reverse[Int(known)]) = (known, Int32(step))
      } else {
        other[Int(link)] = Int32(step)
      }
    }
    self.reverse = reverse
  }

  /// Levels anew; whether a sink can be reached.
  mutating func level(from sources: [Int]) -> Bool {
    level = [Int32](repeating: -1, count: network.points.count)
    next = Array(network.rows.dropLast())
    for source in sources { level[source] = 0 }
    var (queue, head, reaches) = (sources, 0, false)
    while head < queue.count {
      let node = queue[head]
      head += 1
      for step in Int(network.rows[node])..<Int(network.rows[node + 1]) where left[step] > 0 {
        let target = Int(network.targets[step])
        guard level[target] < 0 else { continue }
        level[target] = level[node] + 1
        reaches = reaches || sinks.contains(target)
        queue.append(target)
      }
    }
    return reaches
  }

  /// Sends what one way takes from a node to a sink; 0 where none is left on these levels.
  ///
  /// A way is kept as a list of steps: ways over roads are too long for calls within calls.
  mutating func send(from source: Int) -> Int {
    var way: [Int] = []
    var node = source
    while !sinks.contains(node) {
      if let step = step(from: node) {
        way.append(step)
        node = Int(network.targets[step])
      } else if let last = way.popLast() {
        node = Int(network.targets[Int(reverse[last])])
        next[node] += 1
      } else {
        return 0
      }
    }
    let amount = way.map { left[$0] }.min() ?? 0
    for step in way {
      left[step] -= amount
      left[Int(reverse[step])] += amount
    }
    return amount
  }

  /// The next step of a node that leads one level on.
  private mutating func step(from node: Int) -> Int? {
    while next[node] < network.rows[node + 1] {
      let step = Int(next[node])
      let target = Int(network.targets[step])
      if left[step] > 0, level[target] == level[node] + 1 { return step }
      next[node] += 1
    }
    return nil
  }
}
