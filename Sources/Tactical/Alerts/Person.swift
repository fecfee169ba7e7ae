internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A randomly chosen person of a country's settlement: which channels reach them, whether they act at all, how long they
/// need, and what refuge they have; by day, at home in the evening, and asleep.
struct Person {
  /// When of the day it is. What is not said of an hour is as by day.
  enum Hour: CaseIterable {
    case day, evening, asleep

    /// What a field's name ends with.
    var ending: String {
      switch self {
      case .day: ""
      case .evening: "_evening"
      case .asleep: "_night"
      }
    }
  }

  /// Rungs of the ladder: what somebody reaches sooner or later, the best last.
  enum Refuge: CaseIterable {
    case room, cellar, shelter

    /// The field of the time to it, and that of the share of people who have one.
    var fields: (move: String, share: String?) {
      switch self {
      case .room: ("move_room", nil)
      case .cellar: ("move_cellar", "has_cellar")
      case .shelter: ("move", "has_shelter")
      }
    }

    /// The marks of it, hour by hour.
    var marks: [Mark] {
      switch self {
      case .room: [.inRoom, .inRoomInEvening, .inRoomAtNight]
      case .cellar: [.inCellar, .inCellarInEvening, .inCellarAtNight]
      case .shelter: [.ready, .readyInEvening, .readyAtNight]
      }
    }

    static let allMarks = allCases.flatMap(\.marks)
  }

  static let channelFields = FieldTable(
    "channel", "a way an alert reaches people",
    [
      Field("coverage", Ratio.self, "share of people it reaches by day", in: 0...1),
      Field(
        "delay", TimeSpan.self, "from going out to reception", kind: .chance, in: 0...7_200),
    ]
      + [Hour.evening, .asleep].map {
        Field(
          "coverage\($0.ending)", Ratio.self,
          $0 == .evening
            ? "share of people it reaches at home in the evening"
            : "share of people it reaches, or wakes, at night", required: false, in: 0...1)
      })

  static let fields = FieldTable(
    "need", "what a person needs between the alert and shelter, by settlement",
    [
      Field(
        "has_cellar", Ratio.self, "share of people who have a cellar at hand", required: false,
        in: 0...1),
      Field(
        "has_shelter", Ratio.self, "share of people who have a shelter within reach",
        required: false, in: 0...1),
    ]
      + Hour.allCases.flatMap { hour -> [Field] in
        let words = ["": "", "_evening": ", at home in the evening", "_night": ", asleep"][
          hour.ending]!
        let isDay = hour == .day
        func time(_ name: String, _ sentence: String, required: Bool) -> Field {
          Field(
            name + hour.ending, TimeSpan.self, sentence + words, kind: .chance,
            required: required && isDay, in: 0...7_200)
        }
        return [
          Field(
            "act\(hour.ending)", Ratio.self, "share of people who do anything at all\(words)",
            required: false, in: 0...1),
          time("notice", "from reception to noticing", required: false),
          time(
            "confirm",
            "believe and confirm, before acting; noticing too where `notice` is not given",
            required: true),
          time("move_room", "move to an inner room, away from windows", required: false),
          time("move_cellar", "move to a cellar", required: false),
          time("move", "move to shelter", required: true),
        ]
      })

  private struct Channel {
    let coverage: [Input<Ratio>]
    let delay: Input<TimeSpan>
    let chosen: Input<Ratio>
  }

  /// What a person does at an hour.
  private struct Habit {
    let act: Input<Ratio>?
    let notice: Input<TimeSpan>?
    let confirm: Input<TimeSpan>
    /// From believing to a refuge; nil where the scenario does not speak of it.
    let move: [Input<TimeSpan>?]
  }

  private let channels: [Channel]
  private let habits: [Habit]
  /// Whether this person acts at all, and what refuge they have: one luck each.
  private let acts, has: Input<Ratio>
  private let shares: [Input<Ratio>?]

  init(_ declare: inout Declarations, theatre: Theatre, country: String, settlement: String) {
    let one = Law(.chance, .uniform(low: 0, high: 1))
    /// A country's own figure of a channel, or everybody's.
    func field<Q>(_ channel: String, _ name: String) -> Input<Q>? {
      declare.optional(Address("alert", "\(country.lowercased()).\(channel)", name))
        ?? declare.optional(Address("alert", channel, name))
    }
    func need<Q>(_ name: String, _ hour: Hour = .day) -> Input<Q>? {
      declare.optional(Address("alert", settlement, name + hour.ending))
        ?? declare.optional(Address("alert", settlement, name))
    }
    channels = theatre.channels.map { name in
      let day: Input<Ratio> = field(name, "coverage")!
      return Channel(
        coverage: Hour.allCases.map { field(name, "coverage\($0.ending)") ?? day },
        delay: field(name, "delay")!,
        chosen: declare.own(Address("alert", name, "person"), one))
    }
    habits = Hour.allCases.map { hour in
      Habit(
        act: need("act", hour), notice: need("notice", hour), confirm: need("confirm", hour)!,
        move: Refuge.allCases.map { need($0.fields.move, hour) })
    }
    shares = Refuge.allCases.map { $0.fields.share.flatMap { need($0) } }
    acts = declare.own(Address("alert", settlement, "acts"), one)
    has = declare.own(Address("alert", settlement, "refuge"), one)
  }

  /// What one person needs in four draws, s: from an alert to knowing of it (beyond 1e8 where no channel reaches them or
  /// they do nothing), to believing it, and from there to each refuge (beyond 1e8 where they have none).
  struct Need {
    static let never = 1e9
    let reception, confirm: Lanes
    let move: [Lanes]

    /// When the person is in a refuge or a better one, and in which draws that ever is.
    func safe(
      in refuge: Refuge, alerted: Lanes, noticed: Lanes?
    ) -> (time: Lanes, ever: LaneMask) {
      let rung = Refuge.allCases.firstIndex(of: refuge)!
      let soonest = move[rung...].reduce(Lanes(repeating: Need.never), LaneMath.least)
      let time = Shelter.time(
        alerted: alerted, noticed: noticed ?? Lanes(repeating: .infinity), reception: reception,
        confirm: confirm, move: soonest)
      return (time, (reception .< 1e8) .& (soonest .< 1e8))
    }
  }

  /// By hour.
  func needs(_ draws: DrawBlock, _ group: Int) -> [Need] {
    Hour.allCases.indices.map { need(draws, group, hour: $0) }
  }

  private func need(_ draws: DrawBlock, _ group: Int, hour: Int) -> Need {
    let never = Lanes(repeating: Need.never)
    var first = never
    for channel in channels {
      let reached = draws[channel.chosen, group] .< draws[channel.coverage[hour], group]
      let sooner = reached .& (draws[channel.delay, group] .< first)
      first.replace(with: draws[channel.delay, group], where: sooner)
    }
    let habit = habits[hour]
    if let act = habit.act {
      // whoever does nothing is as little sheltered as whoever hears nothing
      let idle: LaneMask = draws[acts, group] .>= draws[act, group]
      first.replace(with: never, where: idle)
    }
    let notice = habit.notice.map { draws[$0, group] } ?? .zero
    let move = zip(habit.move, shares).map { move, share -> Lanes in
      guard let move else { return never }
      guard let share else { return draws[move, group] }
      let without: LaneMask = draws[has, group] .>= draws[share, group]
      return LaneMath.pick(draws[move, group], never, where: without)
    }
    return Need(reception: first, confirm: draws[habit.confirm, group] + notice, move: move)
  }
}
