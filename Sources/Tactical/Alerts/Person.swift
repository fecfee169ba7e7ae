internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A randomly chosen person of a settlement: which channels reach them, how long they need, by day
/// and at night.
struct Person {
  private struct Channel {
    let coverage: Input<Ratio>
    let coverageAtNight: Input<Ratio>?
    let delay: Input<TimeSpan>
    let chosen: Input<Ratio>
  }

  private let channels: [Channel]
  private let confirm: (day: Input<TimeSpan>, night: Input<TimeSpan>?)
  private let move: (day: Input<TimeSpan>, night: Input<TimeSpan>?)

  init(_ declare: inout Declarations, theatre: Theatre, settlement: String) {
    channels = theatre.channels.map { name in
      Channel(
        coverage: declare.input(Address("alert", name, "coverage")),
        coverageAtNight: declare.optional(Address("alert", name, "coverage_night")),
        delay: declare.input(Address("alert", name, "delay")),
        chosen: declare.own(
          Address("alert", name, "person"), Law(.chance, .uniform(low: 0, high: 1))))
    }
    confirm = (
      declare.input(Address("alert", settlement, "confirm")),
      declare.optional(Address("alert", settlement, "confirm_night"))
    )
    move = (
      declare.input(Address("alert", settlement, "move")),
      declare.optional(Address("alert", settlement, "move_night"))
    )
  }

  /// What one person needs in four draws: from an alert to knowing of it (beyond 1e8 s where no
  /// channel reaches them), to believing it, to shelter, s.
  struct Need {
    let reception, confirm, move: Lanes

    var reached: LaneMask { reception .< 1e8 }

    /// When the person is sheltered.
    func sheltered(alerted: Lanes, noticed: Lanes?) -> Lanes {
      Shelter.time(
        alerted: alerted, noticed: noticed ?? Lanes(repeating: .infinity), reception: reception,
        confirm: confirm, move: move)
    }
  }

  func need(_ draws: DrawBlock, _ group: Int, night: Bool) -> Need {
    var first = Lanes(repeating: 1e9)
    for channel in channels {
      let coverage = night ? channel.coverageAtNight ?? channel.coverage : channel.coverage
      let reached = draws[channel.chosen, group] .< draws[coverage, group]
      let sooner = reached .& (draws[channel.delay, group] .< first)
      first.replace(with: draws[channel.delay, group], where: sooner)
    }
    let confirm = night ? self.confirm.night ?? self.confirm.day : self.confirm.day
    let move = night ? self.move.night ?? self.move.day : self.move.day
    return Need(
      reception: first, confirm: draws[confirm, group], move: draws[move, group])
  }
}
