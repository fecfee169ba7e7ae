public import Findings
internal import Kernels
internal import Quantities
public import Theatre
internal import Timelines

extension TacticalSlice {
  /// Draws of every launcher at every place as they fall, the first of each replicate.
  ///
  /// - Parameters:
  ///   - places: ids of the places that are asked for; nil for all.
  ///   - each: draws of a replicate; draws are numbered replicate after replicate.
  public func kept(
    _ each: Int, replicates: Int = 1, under posture: Theatre.Posture, places: Set<String>? = nil,
    seed: UInt64
  ) -> KeptDraws {
    let rung = TacticalRung(survey, posture: posture, places: places)
    let draws = context.drawing.blocks(of: rung.inputs, seed: seed)
    let within = rung.exposures.indices.filter { rung.beyond($0) == nil }
    var kept: [Int: [KeptDraw]] = [:]
    for replicate in 0..<replicates {
      for first in stride(from: 0, to: each, by: TacticalSlice.keptAtOnce) {
        let count = min(TacticalSlice.keptAtOnce, each - first)
        let drawn = draws(replicate, first, count)
        let world = rung.world(under: drawn)
        var block = TimelineBlock(groups: drawn.groups)
        for exposure in within {
          block.clear()
          rung.mark(exposure, in: world, under: drawn, into: &block)
          kept[exposure, default: []] += (0..<count).map { TacticalSlice.draw(block, $0) }
        }
      }
    }
    let reached = within.filter { kept[$0]!.contains { $0.outcome != .outOfReach } }
    return KeptDraws(
      posture: posture.id,
      pairs: reached.map { index in
        let exposure = rung.exposures[index]
        return KeptDraws.Pair(
          place: exposure.placeID, threat: exposure.group, launcher: exposure.threatID,
          draws: kept[index]!)
      }.sorted { ($0.place, $0.threat, $0.launcher) < ($1.place, $1.threat, $1.launcher) })
  }

  /// Draws that are marked together.
  private static let keptAtOnce = 128

  private static func draw(_ block: TimelineBlock, _ draw: Int) -> KeptDraw {
    let (group, lane) = (draw / 4, draw % 4)
    func time(_ mark: Mark) -> TimeSpan? {
      block.absence(mark, group)[lane] == 0 ? .seconds(block.time(mark, group)[lane]) : nil
    }
    let (outcome, reason) = verdict(block, group, lane)
    // without an arrival nothing of the attack is told
    let told: (Mark) -> TimeSpan? = outcome == .outOfReach ? { _ in nil } : time
    return KeptDraw(
      tookOff: told(.tookOff), firstSign: told(.detected), ordered: told(.ordered),
      received: told(.alerted), arrived: told(.arrived), outcome: outcome, reason: reason)
  }

  /// As the groups are counted: in time at the same tick, late and never by the same words.
  private static func verdict(
    _ block: TimelineBlock, _ group: Int, _ lane: Int
  ) -> (KeptDraw.Outcome, reason: String?) {
    guard block.absence(fold.arrival, group)[lane] == 0 else { return (.outOfReach, nil) }
    let why = block.absence(.alerted, group)[lane]
    guard why == 0 else {
      return (.never, Absence(rawValue: why).flatMap { fold.slips?.absences[$0] })
    }
    let left = block.time(.arrived, group)[lane] - block.time(.alerted, group)[lane]
    guard fold.tick.count(left) < 0 else { return (.inTime, nil) }
    return (.late, Slip(rawValue: UInt8(block.value(.slip, group)[lane]))?.word)
  }
}
