import Kernels
import Testing

/// Ways and flows over networks, held against programs that everybody uses and against sums by hand.
@Suite struct NetworkTests {
  private static func network(_ nodes: Int, _ links: [(Int, Int, Double)]) -> Network {
    Network(
      points: (0..<nodes).map { SIMD2(Double($0) / 100, 0) },
      links: links.map { Network.Link(Int32($0.0), Int32($0.1), length: $0.2) })
  }

  /// One of the graphs of `Networks.peer`: links with length and capacity, and what networkx found.
  private struct Peer {
    var nodes = 0
    var links: [(Int, Int, Double)] = []
    var capacities: [Int] = []
    var lengths: [(from: Int, to: Int, length: Double)] = []
    var flows: [(from: Int, to: Int, flow: Int)] = []

    var network: Network { NetworkTests.network(nodes, links) }
  }

  private static let peers: [Peer] = {
    var peers: [Peer] = []
    for line in NetworkPeer.text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().map { Double($0)! }
      switch words[0] {
      case "graph":
        peers.append(Peer())
        peers[peers.count - 1].nodes = Int(numbers[0])
      case "link":
        peers[peers.count - 1].links.append((Int(numbers[0]), Int(numbers[1]), numbers[2]))
        peers[peers.count - 1].capacities.append(Int(numbers[3]))
      case "length":
        peers[peers.count - 1].lengths.append((Int(numbers[0]), Int(numbers[1]), numbers[2]))
      case "flow":
        peers[peers.count - 1].flows.append((Int(numbers[0]), Int(numbers[1]), Int(numbers[2])))
      default: preconditionFailure("\(line)")
      }
    }
    return peers
  }()

  /// Whole lengths add up exactly.
  @Test func leastLengthsAreThoseOfNetworkx() {
    var told = 0
    for peer in Self.peers {
      for case_ in peer.lengths {
        let costs = LeastCosts(from: [case_.from], on: peer.network)
        #expect(costs.cost[case_.to] == (case_.length < 0 ? .infinity : case_.length))
        told += 1
      }
    }
    #expect(told >= 40)
  }

  @Test func greatestFlowsAreThoseOfNetworkx() {
    var told = 0
    for peer in Self.peers {
      for case_ in peer.flows {
        let flow = GreatestFlow(
          from: [case_.from], to: [case_.to], on: peer.network, capacities: peer.capacities)
        #expect(flow.value == case_.flow)
        // Ford and Fulkerson: the links that bind carry as much as the flow
        #expect(flow.cut.reduce(0) { $0 + peer.capacities[$1] } == flow.value)
        told += 1
      }
    }
    #expect(told >= 20)
  }

  /// A way's links add up to its cost, and each way starts at a source.
  @Test func waysLeadThere() throws {
    let peer = try #require(Self.peers.first)
    let costs = LeastCosts(from: [0, 1], on: peer.network)
    for node in 0..<peer.nodes where costs.cost[node] < .infinity {
      let way = costs.way(to: node)
      #expect(way.last == node && [0, 1].contains(way[0]))
      var sum = 0.0
      for (first, last) in zip(way, way.dropFirst()) {
        let steps = peer.network.steps(from: first).filter { $0.node == last }
        sum += try #require(steps.map { peer.network.links[$0.link].length }.min())
      }
      #expect(sum == costs.cost[node])
    }
  }

  /// Of two ways of one length the one over the lesser node counts, whichever link stands first.
  @Test func equalWaysAreToldApart() {
    for links in [
      [(0, 1, 1.0), (0, 2, 1), (1, 3, 1), (2, 3, 1)],
      [(2, 3, 1.0), (1, 3, 1), (0, 2, 1), (0, 1, 1)],
    ] {
      #expect(LeastCosts(from: [0], on: Self.network(4, links)).way(to: 3) == [0, 1, 3])
    }
  }

  /// Links that cost nothing lead on and never round: of two nodes at one cost neither stands before the other.
  @Test func linksWithoutLengthEnd() {
    let costs = LeastCosts(
      from: [3], on: Self.network(4, [(1, 3, 1), (0, 1, 0), (0, 2, 0), (1, 2, 0)]))
    #expect(costs.cost == [1, 1, 1, 0])
    for node in 0..<3 { #expect(costs.way(to: node).prefix(2) == [3, 1]) }
    // a start that is one of them, and a length that is lost in the sum: half a unit of 1e17 is 8
    let flat = LeastCosts(from: [1], on: Self.network(3, [(0, 1, 0), (0, 2, 0)]))
    #expect(flat.way(to: 2) == [1, 0, 2] && flat.way(to: 1) == [1])
    let lost = LeastCosts(from: [0], on: Self.network(4, [(0, 1, 1e17), (1, 2, 1), (2, 3, 1)]))
    #expect(lost.way(to: 3) == [0, 1, 2, 3] && lost.way(to: 1) == [0, 1])
  }

  /// A closed link is no link; what lies beyond is not reached.
  @Test func closedLinksCarryNothing() {
    let network = Self.network(3, [(0, 1, 5), (1, 2, 7)])
    let costs = LeastCosts(from: [0], on: network, costs: [5, .infinity])
    #expect(costs.cost == [0, 5, .infinity])
    #expect(costs.way(to: 2) == [])
    #expect(
      GreatestFlow(from: [0], to: [2], on: network, capacities: [3, 0]).value == 0)
  }

  /// Two lines that miss each other by 500 m are joined; ends that lead round to each other within ten times the gap are not.
  @Test func endsAreJoined() {
    let points = [0.0, 0.1, 0.1045, 0.2].map { SIMD2($0, 52) }
    let apart: (SIMD2<Double>, SIMD2<Double>) -> Double = { abs($0.x - $1.x) * 68_500 }
    let broken = Network(
      points: points, links: [.init(0, 1, length: 6_850), .init(2, 3, length: 6_540)])
    let more = broken.linksBetweenEnds(within: 1_000, apart)
    #expect(more.map { [$0.first, $0.last] } == [[1, 2]])
    #expect(Set(broken.parts) == [0, 1] && Set(broken.joined(by: more).parts) == [0])
    #expect(broken.linksBetweenEnds(within: 100, apart).isEmpty)
    let ring = Network(
      points: points,
      links: [.init(0, 1, length: 6_850), .init(2, 3, length: 6_540), .init(0, 3, length: 100)])
    // round by 0 and 3: 13 490 m, more than ten gaps of 308 m
    #expect(ring.linksBetweenEnds(within: 1_000, apart).count == 1)
    let near = Network(
      points: points,
      links: [.init(0, 1, length: 100), .init(2, 3, length: 100), .init(0, 3, length: 100)])
    #expect(near.linksBetweenEnds(within: 1_000, apart).isEmpty)
  }
}
