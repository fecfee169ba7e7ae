internal import Findings
internal import Kernels
internal import Quantities
internal import Theatre
internal import Timelines

/// Which condition is met last before forces may start, which is never met, and what supply that is made at hand would change: counted from
/// the draws of the rung.
struct GateShares: Sendable {
  let drawing: Drawing
  let seed: UInt64
  /// Draws of a replicate.
  let draws: Int

  private static let replicates = 16

  /// All of them under one posture.
  func figures(_ rung: OperationalRung, _ posture: Theatre.Posture) -> [Figure] {
    let count = max(4, draws / 4 * 4)
    let blocks = drawing.blocks(of: rung.inputs, seed: seed)
    let all = (0..<GateShares.replicates).map { blocks($0, 0, count) }
    return rung.axes.indices.flatMap { axis in
      let starts = all.map { self.starts(rung, axis, $0) }
      return shares(starts, rung, axis, posture) + curve(all, rung, axis, posture)
    }
  }

  private func starts(
    _ rung: OperationalRung, _ axis: Int, _ draws: DrawBlock, made: Double = 0
  ) -> [Start] {
    (0..<draws.groups).flatMap { group in
      (0..<4).map { rung.clock(axis, draws, group, $0, made: made).start }
    }
  }

  private func shares(
    _ starts: [[Start]], _ rung: OperationalRung, _ axis: Int, _ posture: Theatre.Posture
  ) -> [Figure] {
    Gate.allCases.flatMap { gate in
      [(OperationalFigures.gate, true), (OperationalFigures.shut, false)].compactMap {
        quantity, isMet -> Figure? in
        let each = starts.map { starts in
          Double(starts.count { $0.gate == gate && ($0.time != nil) == isMet })
            / Double(starts.count)
        }
        let value = each.reduce(0, +) / Double(each.count)
        guard value > 0 || isMet else { return nil }
        let half = Estimate.halfWidth(of: each)
        return figure(
          quantity.of(gate.rawValue), .share, rung, axis, posture,
          Estimate(value: value, low: max(0, value - half), high: min(1, value + half)),
          starts.joined().count)
      }
    }
  }

  /// The median of the start if so much of a day's supply were made a day; only where supply may bind.
  private func curve(
    _ draws: [DrawBlock], _ rung: OperationalRung, _ axis: Int, _ posture: Theatre.Posture
  ) -> [Figure] {
    guard rung.axes[axis].inputs.supplyInflow != nil else { return [] }
    return OperationalFigures.shares.map { share in
      let each = draws.map { block -> Double? in
        let times = starts(rung, axis, block, made: Double(share) / 100)
          .map { $0.time ?? .infinity }.sorted()
        let middle = times[(times.count - 1) / 2]
        return middle < .infinity ? middle / March.secondsOfADay : nil
      }
      let known = each.compactMap(\.self)
      let value = known.count == each.count ? known.reduce(0, +) / Double(known.count) : nil
      let half = known.count > 1 ? Estimate.halfWidth(of: known) : 0
      return figure(
        OperationalFigures.closingIfMade.of("\(share)"), .median, rung, axis, posture,
        Estimate(value: value, low: value.map { $0 - half }, high: value.map { $0 + half }),
        draws.reduce(0) { $0 + 4 * $1.groups })
    }
  }

  private func figure(
    _ quantity: FigureQuantity, _ statistic: Statistic, _ rung: OperationalRung, _ axis: Int,
    _ posture: Theatre.Posture, _ estimate: Estimate, _ draws: Int
  ) -> Figure {
    Figure(
      FigureID(.region, quantity, of: rung.axes[axis].id, .posture(posture.id), statistic),
      estimate, draws: draws,
      inputs: rung.axes[axis].columns.map { rung.inputs.declared[$0].address }.sorted())
  }
}
