internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// From a firm track to people in shelter.
struct AlertChain {
  static let fields = FieldTable(
    "alert", "from a firm track to the alert",
    [
      Field(
        "decision", TimeSpan.self, "from an identified and localised track to the order",
        in: 0...3_600),
      Field(
        "dissemination", TimeSpan.self, "from the order to the first channel going out",
        in: 0...3_600),
      Field(
        "latency", TimeSpan.self, "from a radar's track to the net's picture", in: 0...600),
      Field(
        "profile_delay", TimeSpan.self,
        "from a firm track to 'ballistic, hostile' when no launch cue has come", in: 0...600),
      Field(
        "behaviour_delay", TimeSpan.self,
        "from a firm track to 'hostile' by behaviour, under war rules", in: 0...3_600),
      Field(
        "region", Length.self, "radius of the largest region that is alerted at once",
        kind: .defender, in: 5_000...2_000_000),
      Field(
        "cue_delay", TimeSpan.self, "from launch to a shared space cue", kind: .chance,
        in: 0...3_600),
      Field(
        "cue_availability", Ratio.self, "share of launches with a cue", kind: .chance, in: 0...1),
    ])

  static let channelFields = FieldTable(
    "channel", "a way an alert reaches people",
    [
      Field("coverage", Ratio.self, "share of people it reaches", in: 0...1),
      Field(
        "delay", TimeSpan.self, "from going out to reception", kind: .chance, in: 0...7_200),
    ])

  static let needFields = FieldTable(
    "need", "what a person needs between the alert and shelter, by settlement",
    [
      Field(
        "confirm", TimeSpan.self, "notice and confirm, before acting", kind: .chance, in: 0...7_200),
      Field("move", TimeSpan.self, "move to shelter", kind: .chance, in: 0...7_200),
    ])

  let decision: Input<TimeSpan>
  let dissemination: Input<TimeSpan>
  let latency: Input<TimeSpan>
  let profileDelay: Input<TimeSpan>
  let behaviourDelay: Input<TimeSpan>
  let region: Input<Length>
  let cueDelay: Input<TimeSpan>
  let cueAvailability: Input<Ratio>
  let cueLuck: Input<Ratio>
  /// Everything above, as addresses.
  let addresses: [Address]

  init(_ declare: inout Declarations, theatre: Theatre, country: String) {
    var used: [Address] = []
    func field<Q>(_ name: String, _: Q.Type) -> Input<Q> {
      let address = theatre.alertAddress(name, country: country)!
      used.append(address)
      return declare.input(address)
    }
    decision = field("decision", TimeSpan.self)
    dissemination = field("dissemination", TimeSpan.self)
    latency = field("latency", TimeSpan.self)
    profileDelay = field("profile_delay", TimeSpan.self)
    behaviourDelay = field("behaviour_delay", TimeSpan.self)
    region = field("region", Length.self)
    cueDelay = field("cue_delay", TimeSpan.self)
    cueAvailability = field("cue_availability", Ratio.self)
    let luck = Address("alert", "cue", "luck")
    cueLuck = declare.inputs.declare(
      luck, Law(.chance, .uniform(low: 0, high: 1)), as: Ratio.self)
    addresses = used + [luck]
  }
}

/// A randomly chosen person of a settlement: which channels reach them, how long they need.
struct Person {
  private let channels: [(coverage: Input<Ratio>, delay: Input<TimeSpan>, chosen: Input<Ratio>)]
  private let confirm: Input<TimeSpan>
  private let move: Input<TimeSpan>
  let addresses: [Address]

  init(_ declare: inout Declarations, theatre: Theatre, settlement: String) {
    var used: [Address] = []
    var channels: [(coverage: Input<Ratio>, delay: Input<TimeSpan>, chosen: Input<Ratio>)] = []
    for name in theatre.channels {
      let person = Address("alert", name, "person")
      let addresses = [Address("alert", name, "coverage"), Address("alert", name, "delay")]
      channels.append(
        (
          declare.input(addresses[0]), declare.input(addresses[1]),
          declare.inputs.declare(
            person, Law(.chance, .uniform(low: 0, high: 1)), as: Ratio.self)
        ))
      used += addresses + [person]
    }
    self.channels = channels
    confirm = declare.input(Address("alert", settlement, "confirm"))
    move = declare.input(Address("alert", settlement, "move"))
    addresses =
      used + [Address("alert", settlement, "confirm"), Address("alert", settlement, "move")]
  }

  /// Time from the alert to shelter, s; where no channel reaches the person, the mask is off.
  func sheltered(_ draws: DrawBlock, _ group: Int) -> (after: Lanes, reached: LaneMask) {
    var first = Lanes(repeating: 1e9)
    for channel in channels {
      let reached = draws[channel.chosen, group] .< draws[channel.coverage, group]
      let sooner = reached .& (draws[channel.delay, group] .< first)
      first.replace(with: draws[channel.delay, group], where: sooner)
    }
    return (first + draws[confirm, group] + draws[move, group], first .< 1e9)
  }
}
