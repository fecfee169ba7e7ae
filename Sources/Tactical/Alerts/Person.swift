internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A randomly chosen person of a country's settlement: which channels reach them, whether they act at all, how long
/// they need, by day and at night.
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
  /// The share who act at all, and whether this one does; nil where everybody does.
  private let acts: (share: Input<Ratio>, luck: Input<Ratio>)?

  init(_ declare: inout Declarations, theatre: Theatre, country: String, settlement: String) {
    let one = Law(.chance, .uniform(low: 0, high: 1))
    /// A country's own figure of a channel, or everybody's.
    func field<Q>(_ channel: String, _ name: String) -> Input<Q>? {
      declare.optional(Address("alert", "\(country.lowercased()).\(channel)", name))
        ?? declare.optional(Address("alert", channel, name))
    }
    channels = theatre.channels.map { name in
      Channel(
        coverage: field(name, "coverage")!, coverageAtNight: field(name, "coverage_night"),
        delay: field(name, "delay")!,
        chosen: declare.own(Address("alert", name, "person"), one))
    }
    let share: Input<Ratio>? = declare.optional(Address("alert", settlement, "act"))
    acts = share.map { ($0, declare.own(Address("alert", settlement, "acts"), one)) }
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
    if let acts {
      // whoever does nothing is as little sheltered as whoever hears nothing
      let idle: LaneMask = draws[acts.luck, group] .>= draws[acts.share, group]
      first.replace(with: Lanes(repeating: 1e9), where: idle)
    }
    let confirm = night ? self.confirm.night ?? self.confirm.day : self.confirm.day
    let move = night ? self.move.night ?? self.move.day : self.move.day
    return Need(
      reception: first, confirm: draws[confirm, group], move: draws[move, group])
  }
}
