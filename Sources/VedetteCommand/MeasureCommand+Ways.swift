import ArgumentParser
import Foundation
import Kernels
import Quantities

extension MeasureCommand {
  /// Least lengths from one corner of a grid of roads to every crossing of it.
  struct Ways: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Time least lengths from one node to all on a grid of roads, one core.")

    @Option(help: "Nodes along each side of the grid.") var side = 1_000

    func validate() throws {
      guard (2...2_000).contains(side) else {
        throw ValidationError("--side \(side): expected 2 to 2000")
      }
    }

    func run() async throws {
      try await Terminal.run { [self] in
        let network = Ways.grid(side)
        let clock = ContinuousClock()
        var best = Double.infinity
        var last = 0.0
        for _ in 0..<5 {
          let start = clock.now
          let costs = LeastCosts(from: [0], on: network)
          best = min(best, (clock.now - start) / .seconds(1))
          last = costs.cost[network.points.count - 1]
        }
        try Terminal.print(
          Json.object([
            ("nodes", .integer(network.points.count)), ("links", .integer(network.links.count)),
            ("seconds", .number(best)), ("to_the_far_corner", .number(last)),
          ]).text + "\n")
      }
    }

    /// Each node has a link to the right and one down; lengths by a formula that other programs share: Scripts/peers/ways.py.
    private static func grid(_ side: Int) -> Network {
      func length(_ node: Int, _ step: Int) -> Double {
        Double((node * 7_919 + step * 104_729) % 997 + 1)
      }
      var links: [Network.Link] = []
      for node in 0..<(side * side) {
        if node % side + 1 < side {
          links.append(.init(Int32(node), Int32(node + 1), length: length(node, 1)))
        }
        if node + side < side * side {
          links.append(.init(Int32(node), Int32(node + side), length: length(node, 2)))
        }
      }
      return Network(
        points: (0..<(side * side)).map { SIMD2(Double($0 % side), Double($0 / side)) },
        links: links)
    }
  }
}
