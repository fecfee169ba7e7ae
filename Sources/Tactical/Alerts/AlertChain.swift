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
        in: 0...86_400, namesEvents: true),
      Field(
        "dissemination", TimeSpan.self, "from the order to the first channel going out",
        in: 0...3_600, namesEvents: true),
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
        "all_clear", TimeSpan.self, "from the last arrival to the all-clear", required: false,
        in: 0...86_400),
      Field(
        "raids", Ratio.self, "raids against the country in a month", kind: .adversary,
        required: false, in: 0...10_000),
      Field(
        "false_alarms", Ratio.self, "alarms without a raid in a month", kind: .chance,
        required: false, in: 0...10_000),
    ])

  /// An alert later than this has not come, s.
  static let never = 80_000.0

  static let channelFields = FieldTable(
    "channel", "a way an alert reaches people",
    [
      Field("coverage", Ratio.self, "share of people it reaches by day", in: 0...1),
      Field(
        "delay", TimeSpan.self, "from going out to reception", kind: .chance, in: 0...7_200),
      Field(
        "coverage_night", Ratio.self, "share of people it reaches, or wakes, at night",
        required: false, in: 0...1),
    ])

  static let needFields = FieldTable(
    "need", "what a person needs between the alert and shelter, by settlement",
    [
      Field(
        "act", Ratio.self, "share of people who do anything at all", required: false, in: 0...1),
      Field(
        "confirm", TimeSpan.self, "notice and confirm, before acting", kind: .chance, in: 0...7_200),
      Field("move", TimeSpan.self, "move to shelter", kind: .chance, in: 0...7_200),
      Field(
        "confirm_night", TimeSpan.self, "wake, notice and confirm", kind: .chance, required: false,
        in: 0...7_200),
      Field(
        "move_night", TimeSpan.self, "move to shelter at night", kind: .chance, required: false,
        in: 0...7_200),
    ])

  let country: String
  /// From what is known of the threat to the order, by what a log of alerts calls the threat.
  private let decisions: [String: Input<TimeSpan>]
  private let orders: [String: Address]
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
  private let preparation: (seen: Input<Ratio>, luck: Input<Ratio>, lead: Input<TimeSpan>)?

  init(_ declare: inout Declarations, theatre: Theatre, country: String) {
    func optional<Q>(_ name: String) -> Input<Q>? {
      theatre.alertAddress(name, country: country).flatMap { declare.optional($0) }
    }
    func field<Q>(_ name: String) -> Input<Q> {
      declare.input(theatre.alertAddress(name, country: country)!)
    }
    self.country = country
    let chain = theatre.chain(of: country)
    let classes = ReportedNet.practice.map(\.threat)
    var (decisions, orders) = ([String: Input<TimeSpan>](), [String: Address]())
    for threat in classes {
      let address = theatre.decisionAddress(
        country: country, threat: threat, under: declare.posture)!
      (decisions[threat], orders[threat]) = (declare.input(address), address)
    }
    (self.decisions, self.orders) = (decisions, orders)
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
    let (told, lead): (Input<Ratio>?, Input<TimeSpan>?) = (
      optional("preparation_probability"), optional("preparation_lead")
    )
    preparation =
      if let told, let lead {
        (told, declare.own(Address("alert", "preparation", "luck"), one), lead)
      } else { nil }
  }

  /// From what is known of a threat to the order, s; by what a log of alerts calls it.
  func decision(_ toldAs: String, _ draws: DrawBlock, _ group: Int) -> Lanes {
    draws[decisions[toldAs]!, group]
  }

  /// Addresses of orders against other classes that are not drawn for this one.
  func orders(butOf toldAs: String) -> Set<Address> {
    Set(orders.values).subtracting([orders[toldAs]!])
  }

  func suffices(_ way: AlertWay, for toldAs: String) -> Bool { ways[toldAs]!.contains(way) }

  /// From a firm track to the first channel going out, s.
  func delay(_ toldAs: String, _ draws: DrawBlock, _ group: Int) -> Lanes {
    draws[latency, group] + decision(toldAs, draws, group) + draws[dissemination, group]
  }

  /// When signs of preparation are told of, s after launch; +∞ where they are not.
  func preparationSeen(_ draws: DrawBlock, _ group: Int) -> Lanes {
    let never = Lanes(repeating: .infinity)
    guard let preparation else { return never }
    let seen: LaneMask = draws[preparation.luck, group] .< draws[preparation.seen, group]
    return LaneMath.pick(never, -draws[preparation.lead, group], where: seen)
  }

  /// When a carrier's take-off is reported, s after launch, as often before it; +∞ where it is not.
  func takeOffReport(_ lead: Lanes, _ draws: DrawBlock, _ group: Int) -> Lanes {
    let never = Lanes(repeating: .infinity)
    guard let takeOff else { return never }
    let seen: LaneMask = draws[takeOff.luck, group] .< draws[takeOff.seen, group]
    return LaneMath.pick(never, draws[takeOff.delay, group] - lead, where: seen)
  }
}

/// How often and for how long a place hears alarms, its own and those of its neighbours.
struct AlarmLoad {
  let allClear: Input<TimeSpan>?
  private let raids: Input<Ratio>?
  private let falseAlarms: Input<Ratio>?
  private let region: Input<Length>?

  init(_ declare: inout Declarations, theatre: Theatre, country: String) {
    func optional<Q>(_ name: String) -> Input<Q>? {
      theatre.alertAddress(name, country: country).flatMap { declare.optional($0) }
    }
    allClear = optional("all_clear")
    raids = optional("raids")
    falseAlarms = optional("false_alarms")
    region = optional("region")
  }

  /// Alarms a month at a place, and those that were for somewhere else or for nothing.
  ///
  /// A raid is against one of the country's places, each as likely as the others; it alarms everybody
  /// within the region's radius.
  ///
  /// - Parameter neighbours: distances to the country's places, itself among them, m, ascending.
  func alarms(
    _ neighbours: [Double], _ draws: DrawBlock, _ group: Int
  ) -> (all: Lanes, vain: Lanes)? {
    guard let raids, let region else { return nil }
    let idle = falseAlarms.map { draws[$0, group] } ?? .zero
    var within = Lanes.zero
    for lane in 0..<4 {
      let radius = draws[region, group][lane]
      within[lane] = Double(neighbours.firstIndex { $0 > radius } ?? neighbours.count)
    }
    let count = Double(neighbours.count)
    let share = LaneMath.greatest(within, Lanes(repeating: 1)) / count
    return (
      draws[raids, group] * share + idle, draws[raids, group] * (share - 1 / count) + idle
    )
  }
}
