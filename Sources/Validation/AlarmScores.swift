internal import Geodesy
internal import Quantities
public import Scenarios
internal import Timelines

/// Counted alarms of a district beside what its scenario says of a district whose own counts it does not know.
public struct AlarmScore: Sendable {
  public let row: Document.AlarmRow
  /// Alarms in a month; hours of alarm in a month; nil where the scenario says nothing.
  public let number, hours: EventRow.Band?
  /// One alarm, s.
  public let length: EventRow.Band?

  public var holdsNumber: Bool { number?.holds(row.perMonth...row.perMonth) ?? false }
  public var holdsHours: Bool? {
    row.hoursPerMonth.map { hours?.holds($0...$0) ?? false }
  }
}

/// Counted alarms through the rung of the briefing, each district left out of the counts that predict it.
public enum CountedAlarms {
  static let draws = 1_024

  /// Rows of all threats, district by district; those of a class are the country's own and predict nothing.
  public static func scores(_ scenario: Document) -> [AlarmScore] {
    guard !scenario.settlements.isEmpty else { return [] }
    return scenario.alarms.filter { $0.threat.isEmpty && !$0.district.isEmpty }.map {
      score($0, scenario)
    }
  }

  private static func score(_ row: Document.AlarmRow, _ scenario: Document) -> AlarmScore {
    var known = scenario
    known.alarms.removeAll { $0.country == row.country && $0.district == row.district }
    let (target, standIn) = (Position(50, 30), EventStage.standIns["one-way-drone"]!)
    let stage = SmallScenario(
      known, place: (row.district, row.country, row.district), at: target,
      launch: Geodesic.direct(
        from: target, azimuth: .degrees(45), distance: .metres(standIn.distance)),
      precision: 0, systems: [standIn.system])
    let (rung, draws) = stage.rung(draws: draws)
    let block = rung.block(0, under: draws)
    func band(_ measure: Measure) -> EventRow.Band? {
      let all = (0..<draws.count).compactMap { draw in
        block.map { $0.value(measure, draw / 4)[draw % 4] }
      }.filter { $0 >= 0 }
      return all.isEmpty ? nil : EventRow.Band(all.sorted())
    }
    return AlarmScore(
      row: row, number: band(.alarms), hours: band(.alarmHours), length: band(.alarmLength))
  }
}
