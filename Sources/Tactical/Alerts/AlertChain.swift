internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// From a firm track to the alert of a country.
struct AlertChain {
  static let fields = FieldTable(
    "alert", "from a firm track to the alert",
    [
      Field(
        "decision", TimeSpan.self, "from what is known of the threat to the order",
        in: 0...86_400, events: Claim.Link(from: "localised", to: "order")),
      Field(
        "dissemination", TimeSpan.self, "from the order to the first channel going out",
        in: 0...3_600, events: Claim.Link(from: "order", to: "sent")),
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
      Field(
        "line", Length.self,
        "how far outside the border whoever heads in counts as hostile, under peace rules",
        kind: .defender, required: false, in: 0...1_000_000),
      Field(
        "notice_delay", TimeSpan.self,
        "from the first sign to an early notice to the whole country, before the siren",
        required: false, in: 0...3_600),
      Field(
        "takeoff_probability", Ratio.self, "share of take-offs of carriers that are seen",
        kind: .chance, required: false, in: 0...1),
      Field(
        "takeoff_delay", TimeSpan.self, "from a take-off to its report", kind: .chance,
        required: false, in: 0...36_000),
      Field(
        "preparation_probability", Ratio.self,
        "share of attacks whose preparation is seen and told of", kind: .chance, required: false,
        in: 0...1),
      Field(
        "preparation_lead", TimeSpan.self, "from signs of preparation to the launch",
        kind: .chance, required: false, in: 0...86_400),
      Field(
        "neighbour_probability", Ratio.self,
        "share of attacks of which a country that they fly over first tells", kind: .chance,
        required: false, in: 0...1),
      Field(
        "neighbour_lead", TimeSpan.self,
        "from a neighbour's alert to the crossing of the border",
        kind: .chance, required: false, in: 0...86_400),
    ]
      + AlertChain.ways.map { way, word in
        Field(
          "\(word)_decision", TimeSpan.self,
          "from what is known by \(way.rawValue) to the order, where it is another than the class's",
          required: false, in: 0...86_400)
      } + [
        Field(
          "all_clear", TimeSpan.self, "from the last arrival to the all-clear", required: false,
          in: 0...86_400),
        Field(
          "alarm_length", TimeSpan.self, "from an alert to its all-clear", kind: .chance,
          required: false, in: 0...604_800),
        Field(
          "raids", Ratio.self, "raids against the country in a month", kind: .adversary,
          required: false, in: 0...10_000),
        Field(
          "false_alarms", Ratio.self, "alarms without a raid in a month", kind: .chance,
          required: false, in: 0...10_000),
      ])

  /// Ways with a decision of their own, and how fields call them.
  static let ways: KeyValuePairs<AlertWay, String> = [
    .preparation: "preparation", .takeOff: "takeoff", .cue: "cue", .observers: "observers",
    .neighbour: "neighbour",
  ]

  /// An alert later than this has not come, s.
  static let never = 80_000.0

  let country: String
  /// From what is known of the threat to the order, by what a log of alerts calls the threat.
  private let decisions: [String: Input<TimeSpan>]
  private let orders: [String: Set<Address>]
  private let hands: [String: HandChain]
  private let own: [AlertWay: Input<TimeSpan>]
  private let ways: [String: Set<AlertWay>]
  let dissemination: Input<TimeSpan>
  let latency: Input<TimeSpan>
  let profileDelay: Input<TimeSpan>
  let behaviourDelay: Input<TimeSpan>
  let region: Input<Length>
  let cueDelay: Input<TimeSpan>
  let cueAvailability: Input<Ratio>
  let cueLuck: Input<Ratio>
  let line: Input<Length>?
  let notice: Input<TimeSpan>?
  let takeOff: (seen: Input<Ratio>, luck: Input<Ratio>, delay: Input<TimeSpan>)?
  private let preparation: Told?
  private let neighbour: Told?

  /// What is told of in a share of attacks, so long before something else.
  private struct Told {
    let share, luck: Input<Ratio>
    let lead: Input<TimeSpan>

    /// Nil where the scenario does not speak of it.
    init?(
      _ declare: inout Declarations, _ name: String, _ share: Input<Ratio>?,
      _ lead: Input<TimeSpan>?
    ) {
      guard let share, let lead else { return nil }
      (self.share, self.lead) = (share, lead)
      luck = declare.own(
        Address("alert", name, "luck"), Law(.chance, .uniform(low: 0, high: 1)))
    }

    /// So long before a moment, s after launch; +∞ where it is not told.
    func before(_ moment: Lanes, _ draws: DrawBlock, _ group: Int) -> Lanes {
      let told: LaneMask = draws[luck, group] .< draws[share, group]
      return LaneMath.pick(
        Lanes(repeating: .infinity), moment - draws[lead, group], where: told)
    }
  }

  init(_ declare: inout Declarations, theatre: Theatre, country: String) {
    func optional<Q>(_ name: String) -> Input<Q>? {
      theatre.alertAddress(name, country: country).flatMap { declare.optional($0) }
    }
    func field<Q>(_ name: String) -> Input<Q> {
      declare.input(theatre.alertAddress(name, country: country)!)
    }
    self.country = country
    let chain = theatre.chain(of: country, under: declare.posture)
    let classes = theatre.practice.map(\.threat)
    var (decisions, orders) = ([String: Input<TimeSpan>](), [String: Set<Address>]())
    var hands: [String: HandChain] = [:]
    for threat in classes {
      let address = theatre.decisionAddress(
        country: country, threat: threat, under: declare.posture)!
      decisions[threat] = declare.input(address)
      hands[threat] = HandChain(&declare, theatre: theatre, country: country, threat: threat)
      orders[threat] = Set([address] + (hands[threat]?.addresses ?? []))
    }
    (self.decisions, self.orders, self.hands) = (decisions, orders, hands)
    own = AlertChain.ways.reduce(into: [:]) { known, way in
      known[way.key] = optional("\(way.value)_decision")
    }
    ways = Dictionary(uniqueKeysWithValues: classes.map { ($0, chain.ways(against: $0)) })
    dissemination = field("dissemination")
    latency = field("latency")
    profileDelay = field("profile_delay")
    behaviourDelay = field("behaviour_delay")
    region = field("region")
    cueDelay = field("cue_delay")
    cueAvailability = field("cue_availability")
    let one = Law(.chance, .uniform(low: 0, high: 1))
    cueLuck = declare.own(Address("alert", "cue", "luck"), one)
    line = optional("line")
    notice = optional("notice_delay")
    let (seen, delay): (Input<Ratio>?, Input<TimeSpan>?) = (
      optional("takeoff_probability"), optional("takeoff_delay")
    )
    takeOff =
      if let seen, let delay {
        (seen, declare.own(Address("alert", "takeoff", "luck"), one), delay)
      } else { nil }
    let prepared: (Input<Ratio>?, Input<TimeSpan>?) = (
      optional("preparation_probability"), optional("preparation_lead")
    )
    let beside: (Input<Ratio>?, Input<TimeSpan>?) = (
      optional("neighbour_probability"), optional("neighbour_lead")
    )
    preparation = Told(&declare, "preparation", prepared.0, prepared.1)
    neighbour = Told(&declare, "neighbour", beside.0, beside.1)
  }

  /// From what is known of a threat to the order, s; by what a log of alerts calls it, through the hands of the
  /// country where they are written.
  func decision(_ toldAs: String, _ draws: DrawBlock, _ group: Int) -> Lanes {
    let alone = draws[decisions[toldAs]!, group]
    guard let hands = hands[toldAs] else { return alone }
    let byHands: LaneMask = draws[hands.luck, group] .< Lanes(repeating: hands.share)
    return LaneMath.pick(alone, hands.order(draws, group), where: byHands)
  }

  /// The same of one way; that of the class where it has none of its own.
  func decision(by way: AlertWay, _ toldAs: String, _ draws: DrawBlock, _ group: Int) -> Lanes {
    own[way].map { draws[$0, group] } ?? decision(toldAs, draws, group)
  }

  /// Whether observers have a decision of their own, so that their report goes another way than a radar's track.
  var tellsObserversApart: Bool { own[.observers] != nil }

  /// Addresses of orders against other classes that are not drawn for this one.
  func orders(butOf toldAs: String) -> Set<Address> {
    orders.values.reduce(into: Set()) { $0.formUnion($1) }.subtracting(orders[toldAs]!)
  }

  func suffices(_ way: AlertWay, for toldAs: String) -> Bool { ways[toldAs]!.contains(way) }

  /// From a firm track to the first channel going out, s.
  func delay(_ toldAs: String, _ draws: DrawBlock, _ group: Int) -> Lanes {
    draws[latency, group] + decision(toldAs, draws, group) + draws[dissemination, group]
  }

  /// When signs of preparation are told of, s after launch; +∞ where they are not.
  func preparationSeen(_ draws: DrawBlock, _ group: Int) -> Lanes {
    preparation?.before(.zero, draws, group) ?? Lanes(repeating: .infinity)
  }

  /// When a neighbour's alert is handed on, s after launch; +∞ where it is not. Nobody tells of what has not started.
  ///
  /// - Parameter crossing: of the border between them.
  func neighbourTells(_ crossing: Lanes, _ draws: DrawBlock, _ group: Int) -> Lanes {
    neighbour.map { LaneMath.greatest($0.before(crossing, draws, group), .zero) }
      ?? Lanes(repeating: .infinity)
  }

  /// When a carrier's take-off is reported, s after launch, as often before it; +∞ where it is not.
  func takeOffReport(_ lead: Lanes, _ draws: DrawBlock, _ group: Int) -> Lanes {
    let never = Lanes(repeating: .infinity)
    guard let takeOff else { return never }
    let seen: LaneMask = draws[takeOff.luck, group] .< draws[takeOff.seen, group]
    return LaneMath.pick(never, draws[takeOff.delay, group] - lead, where: seen)
  }
}
