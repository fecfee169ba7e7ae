internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// What reports after a delay, in a share of cases, while it works.
struct Attention {
  /// - Parameter noticed: what the share is of.
  static func fields(delay: String, noticed: String) -> [Field] {
    [
      Field("delay", TimeSpan.self, delay, kind: .chance, in: 0...3_600),
      Field("probability", Ratio.self, noticed, in: 0.01...1),
      Field(
        "availability", Ratio.self, "share of time it works", kind: .chance, in: 0.01...1),
    ]
  }

  let delay: Input<TimeSpan>
  private let probability, availability: Input<Ratio>
  /// Whether it works, and whether it notices: one uniform each.
  private let outage, luck: Input<Ratio>

  init(_ declare: inout Declarations, _ post: SensorPost) {
    let (id, site) = (post.system.id, post.site.id)
    delay = declare.catalogue(id, "delay")
    probability = declare.catalogue(id, "probability")
    availability = declare.catalogue(id, "availability")
    let one = Law(.chance, .uniform(low: 0, high: 1))
    outage = declare.own(Address("site", site, "outage"), one)
    luck = declare.own(Address("site", site, "luck"), one)
  }

  /// Draws in which it works and notices.
  func notices(_ draws: DrawBlock, _ group: Int) -> LaneMask {
    (draws[outage, group] .< draws[availability, group])
      .& (draws[luck, group] .< draws[probability, group])
  }

  /// Draws in which it notices so many that a place counts as lit.
  func lights(_ draws: DrawBlock, _ group: Int) -> LaneMask {
    draws[probability, group] .>= TacticalRung.leastDetection
  }
}
