internal import Geodesy
internal import Quantities
internal import Scenarios
internal import Tactical
internal import Timelines

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
    "glide-bomb": ("umpk-bomb", 30_000), "cruise": ("kh-101", 800_000),
    "one-way-drone": ("geran-2", 300_000),
  ]
  /// Where a carrier lets go is not where it came from: no farther than the usual distance.
  static let carried: Set<String> = ["air-launched", "aeroballistic"]

  /// What the chain says of the event's gap, s, ascending; never is −∞ of what is left and +∞ of an alert. Nil where
  /// the class does not fly so far.
  func times(_ event: TimedEvent) -> [Double]? {
    guard let (rung, draws) = scenario(event)?.rung(draws: EventStage.draws) else { return nil }
    if event.gap == .order {
      return rung.orderTimes(of: event.country, against: event.threat, under: draws)?.sorted()
    }
    guard let block = rung.block(0, under: draws) else { return nil }
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

  private func scenario(_ event: TimedEvent) -> SmallScenario? {
    guard let standIn = EventStage.standIns[event.threat],
      let system = base.systems.first(where: {
        $0.id == (event.system.isEmpty ? standIn.system : event.system)
      }), !base.settlements.isEmpty
    else { return nil }
    var known = base
    known.alerts.removeAll { $0.id == event.id }
    known.systems = base.systems.filter { $0.id != system.id } + [system.told(as: event.threat)]
    if !base.chains.contains(where: { $0.country == event.country }), event.rules == .war {
      known.chains.append(
        .init(
          country: event.country, rules: "war", net: "reported",
          span: Span(file: "event", line: 1, column: 1)))
    }
    let usual = standIn.distance
    let distance =
      EventStage.carried.contains(event.threat)
      ? min(event.distance ?? usual, usual) : event.distance ?? typical(event, known) ?? usual
    let target = Position(50, 30)
    return SmallScenario(
      known, place: (event.place, event.country, "-"), at: target,
      launch: Geodesic.direct(from: target, azimuth: .degrees(45), distance: .metres(distance)),
      // a launch region, not a point
      precision: (event.distance == nil ? 0.3 : 0.1) * distance, systems: [system.id],
      on: Day(event.date))
  }

  /// The middle distance of the class in the log, m.
  private func typical(_ event: TimedEvent, _ stage: Document) -> Double? {
    let known = stage.alerts.filter {
      $0.threat == event.threat && $0.country == event.country
    }.compactMap(\.distance).sorted()
    return known.isEmpty ? nil : known[known.count / 2]
  }
}
