internal import Geodesy
internal import Quantities
package import Scenarios
internal import Tactical
internal import Timelines

/// Flies a public record as a small scenario: one launch and one place at the published distance, through the tactical
/// rung of the briefing.
package struct RecordStage {
  let base: Document

  package init(base: Document) { self.base = base }

  static let draws = 768
  /// Boost of a missile of that size: its time, s, and the height at its end, m.
  private static let boosts: (small: [(Double, Double)], large: [(Double, Double)]) = (
    [(30, 80), (15_000, 40_000)], [(60, 300), (60_000, 200_000)]
  )
  private static let span = Span(file: "records.csv", line: 1, column: 1)

  /// Published figures of a launch, SI; course in degrees from north.
  package struct Launch {
    let latitude, longitude, course, distance: Double
    let apogee: Double?

    package init(
      latitude: Double, longitude: Double, course: Double, distance: Double, apogee: Double?
    ) {
      (self.latitude, self.longitude, self.course) = (latitude, longitude, course)
      (self.distance, self.apogee) = (distance, apogee)
    }
  }

  /// Flight times of a ballistic missile, s: as high as it was published to have flown; where nobody said, anything between
  /// least energy and what a missile that reaches up to half as far again can loft.
  func ballistic(_ launch: Launch) -> [Double] {
    let isLarge = max(launch.distance, launch.apogee ?? 0) > 600_000
    let boost = (isLarge ? RecordStage.boosts.large : RecordStage.boosts.small).map {
      Distribution.uniform(low: $0.0, high: $0.1)
    }
    var figures: [(String, Distribution)] = [
      ("minimum_range", .constant(0)), ("boost_time", boost[0]), ("boost_height", boost[1]),
      ("drag_loading", .uniform(low: 3_000, high: 15_000)),
      ("radar_cross_section", .constant(0.1)),
    ]
    if let apogee = launch.apogee {
      // what a published apogee rounds; it was flown so, whatever the range of the missile
      figures += [
        ("apogee", .uniform(low: 0.98 * apogee, high: 1.02 * apogee)), ("loft", .constant(1)),
        ("range", .constant(15_000_000)),
      ]
    } else {
      figures.append(
        ("range", .uniform(low: 1.001 * launch.distance, high: 1.5 * launch.distance)))
    }
    let system = Document.System(id: "record", kind: "ballistic", span: RecordStage.span)
    return flights(launch, systems: [(system, figures)])
  }

  /// Flight times of a missile of the catalogue, s; empty where it does not fly so far.
  package func catalogued(_ launch: Launch, system: String) -> [Double] {
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
        known.kinds[address] = field == "loft" ? .adversary : .knowledge
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
