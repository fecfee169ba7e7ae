internal import Geodesy
internal import Quantities
internal import Scenarios
internal import Tactical
internal import Timelines

/// Flies a public record as a small scenario: one launch and one place at the published distance, through the tactical
/// rung of the briefing.
struct RecordStage {
  let base: Document
  static let draws = 256
  /// Boost of a missile of that size: burnout time, s, and height, m. A flight table is shot with one boost, so three
  /// missiles stand for how broad it is.
  private static let boosts: (small: [(Double, Double)], large: [(Double, Double)]) = (
    [(30, 15_000), (55, 27_000), (80, 40_000)], [(60, 60_000), (180, 130_000), (300, 200_000)]
  )
  private static let span = Span(file: "records.csv", line: 1, column: 1)

  /// Published figures of a launch, SI; course in degrees from north.
  struct Launch {
    let latitude, longitude, course, distance: Double
    let apogee: Double?
  }

  /// Flight times of a ballistic missile, s.
  func ballistic(_ launch: Launch) -> [Double] {
    let isLarge = max(launch.distance, launch.apogee ?? 0) > 600_000
    let boosts = isLarge ? RecordStage.boosts.large : RecordStage.boosts.small
    return flights(
      launch,
      systems: boosts.enumerated().map { index, boost in
        let id = "record-\(index)"
        var figures: [(String, Distribution)] = [
          ("range", .constant(1.5 * launch.distance)), ("minimum_range", .constant(0)),
          ("boost_time", .constant(boost.0)), ("boost_height", .constant(boost.1)),
          ("drag_loading", .uniform(low: 3_000, high: 15_000)),
          ("radar_cross_section", .constant(0.1)),
        ]
        // what a published apogee rounds
        if let apogee = launch.apogee {
          figures.append(("apogee", .uniform(low: 0.98 * apogee, high: 1.02 * apogee)))
        }
        return (Document.System(id: id, kind: "ballistic", span: RecordStage.span), figures)
      })
  }

  /// Flight times of a missile of the catalogue, s; empty where it does not fly so far.
  func catalogued(_ launch: Launch, system: String) -> [Double] {
    guard let known = base.systems.first(where: { $0.id == system }) else { return [] }
    return flights(launch, systems: [(known, [])])
  }

  private func flights(
    _ launch: Launch, systems: [(system: Document.System, figures: [(String, Distribution)])]
  ) -> [Double] {
    let (rung, draws) = scenario(launch, systems).rung(draws: RecordStage.draws)
    return rung.exposures.indices.flatMap { exposure -> [Double] in
      guard let block = rung.block(exposure, under: draws) else { return [] }
      return (0..<draws.count).compactMap { block.timeline(of: $0)[.arrived]?.seconds }
    }
  }

  private func scenario(
    _ launch: Launch, _ systems: [(system: Document.System, figures: [(String, Distribution)])]
  ) -> SmallScenario {
    let start = Position(launch.latitude, launch.longitude)
    var known = base
    known.alerts = []
    known.systems += systems.map(\.system).filter { own in
      !base.systems.contains { $0.id == own.id }
    }
    for (system, figures) in systems {
      for (field, law) in figures {
        let address = Address("catalogue", system.id, field)
        known.claims.append(
          Claim(
            id: "\(address)#1", address: address, statement: .law(law), source: nil,
            span: RecordStage.span, unit: "", note: nil))
        known.kinds[address] = field == "apogee" ? .adversary : .knowledge
      }
    }
    return SmallScenario(
      known, place: ("place", base.places[0].country, "-"),
      at: Geodesic.direct(
        from: start, azimuth: .degrees(launch.course), distance: .metres(launch.distance)),
      // what a published distance rounds
      launch: start, precision: 0.02 * launch.distance, systems: systems.map(\.system.id))
  }
}
