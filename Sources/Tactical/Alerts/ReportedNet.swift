internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A country whose sensors are not public: alerts as they were reported, by class and phase of the flight.
///
/// Missiles are told of by their launch, or before it by signs of preparation; those of a carrier by its take-off; what
/// flies level when it is so far from the place, however long it has been under way.
struct ReportedNet {
  static func fields(_ practice: [PracticeRule]) -> FieldTable {
    FieldTable(
      "reported", "when alerts were given, by class of threat, from published alerts",
      practice.map { rule in
        switch rule.segment {
        case .afterLaunch:
          Field(
            rule.threat, TimeSpan.self,
            "from launch to the alert; negative where signs of preparation came first",
            kind: .chance,
            required: false, in: -86_400...86_400)
        case .afterTakeOff:
          Field(
            rule.threat, TimeSpan.self, "from the carrier's take-off to the alert", kind: .chance,
            required: false, in: -3_600...86_400)
        case .left:
          Field(
            rule.threat, TimeSpan.self,
            "from the alert to the arrival; negative where it came later",
            kind: .chance, required: false, in: -86_400...86_400)
        case .ahead:
          Field(
            rule.threat, Length.self,
            "how far from the place it is when the alert comes; negative where it came so much too late",
            kind: .chance, required: false, in: -1_000_000...10_000_000)
        }
      })
  }

  /// What logs of alerts tell of by its carrier, whatever its kind; beside the rules of the kinds.
  static let carried: [PracticeRule] = [
    PracticeRule("air-launched", .afterLaunch, speed: 800...1_400),
    PracticeRule("aeroballistic", .afterTakeOff, speed: 1_000...2_200, released: 400_000),
  ]

  private let practice: [PracticeRule]
  private let times: [String: Input<TimeSpan>]
  private let distances: [String: Input<Length>]

  init(_ declare: inout Declarations, country: String) {
    practice = declare.theatre.practice
    let owner = country.lowercased()
    var (times, distances) = ([String: Input<TimeSpan>](), [String: Input<Length>]())
    for rule in practice {
      let own = Address("net", owner, rule.threat)
      let address =
        declare.theatre.law(own, under: declare.posture) != nil
        ? own : Address("net", "reported", rule.threat)
      switch rule.segment {
      case .ahead: distances[rule.threat] = declare.optional(address)
      case .afterLaunch, .afterTakeOff, .left: times[rule.threat] = declare.optional(address)
      }
    }
    (self.times, self.distances) = (times, distances)
  }

  /// When the alert is given, s after launch; nil where nothing is published for the class.
  ///
  /// - Parameters:
  ///   - lead: from the carrier's take-off to the launch, s; nil without a carrier.
  ///   - flight: its length, s, and mean speed, m/s.
  func alert(
    _ toldAs: String, lead: Lanes?, flight: (time: Lanes, speed: Lanes), _ draws: DrawBlock,
    _ group: Int
  ) -> Lanes? {
    guard let rule = ReportedNet.rule(toldAs, of: practice, isKnown) else { return nil }
    switch rule.segment {
    case .ahead:
      // nobody tells of what has not started
      let away = draws[distances[rule.threat]!, group] / flight.speed
      return LaneMath.greatest(flight.time - away, .zero)
    case .left: return flight.time - draws[times[rule.threat]!, group]
    case .afterTakeOff: return draws[times[rule.threat]!, group] - (lead ?? .zero)
    case .afterLaunch: return draws[times[rule.threat]!, group]
    }
  }

  private func isKnown(_ threat: String) -> Bool {
    times[threat] != nil || distances[threat] != nil
  }

  /// By which class's reports a class is told of: its own; where no log tells them apart, as those that it is taken
  /// with.
  static func rule(
    _ toldAs: String, of practice: [PracticeRule], _ isKnown: (String) -> Bool
  ) -> PracticeRule? {
    guard let own = practice.first(where: { $0.threat == toldAs }) else { return nil }
    if isKnown(toldAs) { return own }
    return own.takenWith.first(where: isKnown).flatMap { name in
      practice.first { $0.threat == name }
    }
  }
}
