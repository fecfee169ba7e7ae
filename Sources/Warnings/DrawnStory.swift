internal import Kernels
internal import Quantities
public import Timelines

extension Rung {
  /// The exposure of a group that leaves least in one draw, with its marks; nil where none arrives.
  ///
  /// It is marked as it was counted: equal draws give equal marks.
  public func decidingTimeline(
    among exposures: [Int], seed: UInt64, replicate: Int, draw: Int
  ) -> (exposure: Int, timeline: Timeline)? {
    let first = draw / 4 * 4
    let draws = DrawBlock.drawn(
      for: inputs, seed: seed, replicate: replicate, first: first, count: 4)
    let world = world(under: draws)
    var least: (warning: Double, exposure: Int, timeline: Timeline)?
    for exposure in exposures where beyond(exposure) == nil {
      var block = TimelineBlock(groups: 1)
      mark(exposure, in: world, under: draws, into: &block)
      let timeline = block.timeline(of: draw - first)
      guard let arrived = timeline[.arrived] else { continue }
      let warning = timeline[.alerted].map { (arrived - $0).seconds } ?? -.infinity
      if warning < least?.warning ?? .infinity { least = (warning, exposure, timeline) }
    }
    return least.map { ($0.exposure, $0.timeline) }
  }
}
