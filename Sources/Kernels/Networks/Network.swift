/// Roads or railways: nodes, and links that are passable both ways, as compressed rows.
public struct Network: Sendable {
  public struct Link: Hashable, Sendable {
    /// Indices of its nodes, the lesser first.
    public let first, last: Int32
    /// m.
    public let length: Double
    /// Of a railway, mm; 0 where nobody says.
    public let gauge: Int16

    public init(_ one: Int32, _ other: Int32, length: Double, gauge: Int16 = 0) {
      (first, last) = one < other ? (one, other) : (other, one)
      (self.length, self.gauge) = (length, gauge)
    }
  }

  /// Longitude and latitude of each node, degrees.
  public let points: [SIMD2<Double>]
  public let links: [Link]
  /// Where each node's steps begin; one more at the end.
  @usableFromInline let rows: [Int32]
  /// Steps row by row: the node they lead to, and their link.
  @usableFromInline let targets, crossed: [Int32]
  /// The links' lengths.
  let lengths: StepCosts

  /// - Precondition: links join different nodes that are there; their lengths are finite and not negative.
  public init(points: [SIMD2<Double>], links: [Link]) {
    (self.points, self.links) = (points, links)
    var rows = [Int32](repeating: 0, count: points.count + 1)
    for link in links {
      precondition(
        link.first >= 0 && link.first < link.last && link.last < points.count
          && link.length >= 0 && link.length.isFinite, "a link \(link)")
      rows[Int(link.first) + 1] += 1
      rows[Int(link.last) + 1] += 1
    }
    for node in points.indices { rows[node + 1] += rows[node] }
    var free = rows
    var targets = [Int32](repeating: 0, count: 2 * links.count)
    var crossed = targets
    for (index, link) in links.enumerated() {
      for (node, target) in [(link.first, link.last), (link.last, link.first)] {
        let at = Int(free[Int(node)])
        (targets[at], crossed[at]) = (target, Int32(index))
        free[Int(node)] += 1
      }
    }
    (self.rows, self.targets, self.crossed) = (rows, targets, crossed)
    lengths = StepCosts(links.map(\.length), crossed)
  }

  /// What passing each link costs.
  ///
  /// - Precondition: a cost for each link, none negative or NaN.
  func steps(costing costs: [Double]) -> StepCosts {
    precondition(costs.count == links.count, "\(costs.count) costs")
    precondition(costs.allSatisfy { $0 >= 0 }, "a cost below nothing")
    return StepCosts(costs, crossed)
  }

  /// Links at a node.
  public func degree(of node: Int) -> Int { Int(rows[node + 1] - rows[node]) }

  /// Steps from a node: where each leads, and by which link.
  public func steps(from node: Int) -> [(node: Int, link: Int)] {
    (Int(rows[node])..<Int(rows[node + 1])).map { (Int(targets[$0]), Int(crossed[$0])) }
  }

  /// The part with each node: numbered from 0 in order of their first nodes.
  public var parts: [Int32] {
    var part = [Int32](repeating: -1, count: points.count)
    var (next, open): (Int32, [Int32]) = (0, [])
    for start in points.indices where part[start] < 0 {
      part[start] = next
      open.append(Int32(start))
      while let node = open.popLast() {
        for at in Int(rows[Int(node)])..<Int(rows[Int(node) + 1]) where part[Int(targets[at])] < 0 {
          part[Int(targets[at])] = next
          open.append(targets[at])
        }
      }
      next += 1
    }
    return part
  }

  /// The same with further links.
  public func joined(by more: [Link]) -> Network { Network(points: points, links: links + more) }
}

/// Costs of a network's links step by step, so that who follows its rows reads one place after the other.
struct StepCosts: Sendable {
  let values: [Double]
  /// Of links that may be passed.
  let mean, dearest: Double

  /// - Parameters:
  ///   - costs: link by link; infinite closes one.
  ///   - crossed: the link of each step.
  init(_ costs: [Double], _ crossed: [Int32]) {
    values = crossed.map { costs[Int($0)] }
    var (sum, count, dearest) = (0.0, 0.0, 0.0)
    for cost in costs where cost < .infinity {
      sum += cost
      count += 1
      dearest = max(dearest, cost)
    }
    (mean, self.dearest) = (count > 0 ? sum / count : 0, dearest)
  }
}
