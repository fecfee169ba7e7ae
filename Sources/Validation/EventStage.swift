internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Tactical
internal import Theatre
internal import Timelines
internal import Warnings

/// Plays an event as a small scenario: one place, one launch, and the very chain of a scenario, whose log of alerts
/// has forgotten the event.
struct EventStage {
  /// The scenario whose chain, catalogue and log are used.
  let base: Document
  static let draws = 1_024

  /// Which system of the catalogue stands for a class of the log, and its usual distance, m.
  static let standIns: [String: (system: String, distance: Double)] = [
    "rocket-artillery": ("bm-30", 50_000), "quasi-ballistic": ("9m723", 250_000),
    "ballistic": ("oreshnik", 1_500_000), "air-launched": ("kinzhal", 350_000),
    "aeroballistic": ("kinzhal", 350_000), "aircraft": ("tactical-aircraft", 150_000),
    "glide-bomb": ("9m728", 60_000), "cruise": ("kh-101", 800_000),
    "one-way-drone": ("geran-2", 300_000),
  ]
  /// Where a carrier lets go is not where it came from: no farther than the usual distance.
  static let carried: Set<String> = ["air-launched", "aeroballistic"]

  /// What the chain says of the event's gap, s, ascending; never is −∞ of what is left and +∞ of an alert. Nil where
  /// the class does not fly so far.
  func times(_ event: TimedEvent) -> [Double]? {
    guard let stage = document(event) else { return nil }
    let theatre = Theatre(stage)
    let survey = TacticalSurvey(theatre, Environment(terrain: nil, refractivity: nil, borders: [:]))
    let rung = TacticalRung(survey, posture: theatre.postures[0])
    let draws = DrawBlock.drawn(for: rung.inputs, seed: 1, count: EventStage.draws)
    if event.gap == .order {
      return rung.orderTimes(of: event.country, against: event.threat, under: draws)?.sorted()
    }
    var block = TimelineBlock(groups: draws.groups)
    guard rung.beyond(0) == nil else { return nil }
    rung.mark(0, in: rung.world(under: draws), under: draws, into: &block)
    let all = (0..<draws.count).compactMap { draw -> Double? in
      let timeline = block.timeline(of: draw)
      guard let arrived = timeline[.arrived]?.seconds else { return nil }
      let alerted = timeline[.alerted]?.seconds
      return switch event.gap {
      case .left: alerted.map { arrived - $0 } ?? -.infinity
      case .alert, .order: alerted ?? .infinity
      }
    }
    // a band over the few draws that fly at all would be none
    return 10 * all.count >= 9 * draws.count ? all.sorted() : nil
  }

  private func document(_ event: TimedEvent) -> Document? {
    guard let standIn = EventStage.standIns[event.threat],
      let system = base.systems.first(where: {
        $0.id == (event.system.isEmpty ? standIn.system : event.system)
      }),
      let settlement = base.settlements.first
    else { return nil }
    var stage = base
    stage.alerts.removeAll { $0.id == event.id }
    let usual = standIn.distance
    let distance =
      EventStage.carried.contains(event.threat)
      ? min(event.distance ?? usual, usual) : event.distance ?? typical(event, stage) ?? usual
    let span = Span(file: "event", line: 1, column: 1)
    let target = Position(50, 30)
    let launch = Geodesic.direct(
      from: target, azimuth: .degrees(45), distance: .metres(distance))
    stage.systems = base.systems.filter { $0.id != system.id } + [system.told(as: event.threat)]
    stage.places = [
      .init(
        id: "place", name: event.place, country: event.country, district: "-",
        settlement: settlement, latitude: target.latitude.degrees,
        longitude: target.longitude.degrees, precision: 0, population: 0, source: "", span: span)
    ]
    stage.sites = [
      .init(
        id: "launch", name: "launch", country: "XX", role: "base", system: "",
        latitude: launch.latitude.degrees, longitude: launch.longitude.degrees,
        // a launch region, not a point
        precision: (event.distance == nil ? 0.3 : 0.1) * distance, facing: nil, source: "",
        span: span)
    ]
    stage.formations = [
      .init(
        id: "threat", name: "threat", country: "XX", system: system.id, site: "launch", area: 0,
        source: "", span: span)
    ]
    stage.postures = [
      .init(
        id: "then", title: "then", asOf: Day(event.date) ?? base.postures[0].asOf,
        present: ["threat"], span: span)
    ]
    stage.questions = []
    stage.trials = []
    stage.indicators = nil
    if !stage.chains.contains(where: { $0.country == event.country }), event.rules == .war {
      stage.chains.append(.init(country: event.country, rules: "war", net: "reported", span: span))
    }
    return stage
  }

  /// The middle distance of the class in the log, m.
  private func typical(_ event: TimedEvent, _ stage: Document) -> Double? {
    let known = stage.alerts.filter {
      $0.threat == event.threat && $0.country == event.country
    }.compactMap(\.distance).sorted()
    return known.isEmpty ? nil : known[known.count / 2]
  }
}
