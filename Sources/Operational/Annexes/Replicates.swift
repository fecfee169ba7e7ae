internal import Findings
internal import Quantities
internal import Theatre
internal import Timelines

/// The draws of a rung, replicate by replicate, and the figures that are made of something in each.
struct Replicates: Sendable {
  let rung: OperationalRung
  let posture: String
  private let blocks: [DrawBlock]

  private static let count = 16

  /// - Parameter draws: of a replicate; whole fours of them are taken.
  init(
    _ rung: OperationalRung, posture: String, _ drawing: Drawing, seed: UInt64, draws: Int
  ) {
    (self.rung, self.posture) = (rung, posture)
    let supply = drawing.blocks(of: rung.inputs, seed: seed)
    let draws = max(4, draws / 4 * 4)
    blocks = (0..<Replicates.count).map { supply($0, 0, draws) }
  }

  /// Something of each draw, by replicate.
  func each<Value>(
    _ value: (_ draws: DrawBlock, _ group: Int, _ lane: Int) -> Value
  ) -> [[Value]] {
    blocks.map { block in
      (0..<block.groups).flatMap { group in (0..<4).map { value(block, group, $0) } }
    }
  }

  /// Something of each draw and of what is known of it already, by replicate.
  func each<Known, Value>(
    _ known: [[Known]],
    _ value: (_ known: Known, _ draws: DrawBlock, _ group: Int, _ lane: Int) -> Value
  ) -> [[Value]] {
    zip(known, blocks).map { known, block in
      known.enumerated().map { value($1, block, $0 / 4, $0 % 4) }
    }
  }

  /// Addresses of some columns, in order.
  func addresses(_ columns: [Int]) -> [Address] {
    columns.map { rung.inputs.declared[$0].address }.sorted()
  }

  private func figure(
    _ quantity: FigureQuantity, _ subject: String, _ statistic: Statistic, _ estimate: Estimate,
    draws: Int, absent: Int = 0, _ inputs: [Address]
  ) -> Figure {
    Figure(
      FigureID(.region, quantity, of: subject, .posture(posture), statistic), estimate,
      draws: draws, absent: absent > 0 ? ["never": absent] : [:], inputs: inputs)
  }

  /// In how many draws something holds.
  func share(
    _ quantity: FigureQuantity, _ subject: String, _ holds: [[Bool]], _ inputs: [Address],
    as statistic: Statistic = .share
  ) -> Figure {
    let each = holds.map { Double($0.count { $0 }) / Double($0.count) }
    let value = each.reduce(0, +) / Double(each.count)
    let half = Estimate.halfWidth(of: each)
    return figure(
      quantity, subject, statistic,
      Estimate(value: value, low: max(0, value - half), high: min(1, value + half)),
      draws: holds.reduce(0) { $0 + $1.count }, inputs)
  }

  /// Quantiles of something, of the draws in which it is finite: the mean over the replicates that have any.
  func quantiles(
    _ quantity: FigureQuantity, _ subject: String, _ values: [[Double]], _ inputs: [Address]
  ) -> [Figure] {
    let sorted = values.map { $0.filter { $0.isFinite }.sorted() }
    let told = sorted.reduce(0) { $0 + $1.count }
    let all = values.reduce(0) { $0 + $1.count }
    return Statistic.spread.map { statistic in
      figure(
        quantity, subject, statistic, Estimate.quantile(statistic.quantile!, of: sorted),
        draws: told, absent: all - told, inputs)
    }
  }

  /// The median over all draws; nothing where half of them never come to it.
  func medianOfAll(
    _ quantity: FigureQuantity, _ subject: String, _ values: [[Double]], _ inputs: [Address]
  ) -> Figure {
    let each = values.map { $0.sorted()[($0.count - 1) / 2] }
    let isTold = each.allSatisfy { $0.isFinite }
    let value = each.reduce(0, +) / Double(each.count)
    let half = isTold ? Estimate.halfWidth(of: each) : 0
    return figure(
      quantity, subject, .median,
      isTold
        ? Estimate(value: value, low: value - half, high: value + half)
        : Estimate(value: nil, low: nil, high: nil),
      draws: values.reduce(0) { $0 + $1.count }, inputs)
  }

  /// Something that no draw changes.
  func plain(
    _ quantity: FigureQuantity, _ subject: String, _ value: Double, _ inputs: [Address] = []
  ) -> Figure {
    figure(
      quantity, subject, .median, Estimate(value: value, low: value, high: value), draws: 1, inputs)
  }
}
