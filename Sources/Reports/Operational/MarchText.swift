internal import Findings
internal import Quantities
internal import Scenarios
public import Theatre

/// The build-up on one axis as plain text: who is in place when, what the corridor could bring, and the clock.
public struct MarchText: Sendable {
  public let text: String

  /// Nil where the results tell nothing of the axis under the posture.
  ///
  /// - Parameters:
  ///   - axis: its id.
  ///   - formation: id of the one that is told; nil for all.
  public init?(
    _ ladder: Ladder, axis id: String, under posture: Theatre.Posture, formation: String? = nil
  ) {
    let clock = AxisClock(ladder, id)
    guard let axis = ladder.theatre.operations?.axes.first(where: { $0.id == id }),
      clock.figure(OperationalFigures.warning, posture.id, .outOfReach) != nil
    else { return nil }
    let theatre = ladder.theatre
    func site(_ id: String?) -> String { id.map { theatre.sites[$0]?.name ?? $0 } ?? "" }
    var text = "\(axis.title), \(theatre.name(of: posture.id)) (\(posture.id))\n"
    for (countries, goal, words) in [
      (axis.countries, axis.from.value, "close up at"),
      (axis.defenders, axis.at?.value ?? "", "reinforce at"),
    ] {
      let forces = posture.forces.filter {
        countries.contains($0.country) && formation ?? $0.id == $0.id
      }
      guard !forces.isEmpty else { continue }
      let names = countries.map { BaseMap.name(of: $0, in: theatre) }
      text +=
        "\nForces of \(Words.list(names)) \(words) \(site(goal)); days from its own order, each formation as if all of its side moved here\n"
      text += BriefText.table(
        [["formation", "town", "way", "over straight", "P10", "median", "P90"]]
          + forces.compactMap { MarchText.row($0, site($0.site), clock, posture.id) }, left: 2)
    }
    let run = ladder.results.run
    self.text =
      text + MarchText.clock(clock, posture.id) + MarchText.corridor(clock, posture.id)
      + MarchText.reach(ladder, clock, posture.id)
      + "\nseed \(run.seed), \(run.replicates) × \(run.draws) draws, vedette \(run.version)\n"
  }

  private static func row(
    _ force: Theatre.Force, _ town: String, _ clock: AxisClock, _ posture: String
  ) -> [String]? {
    let days = Statistic.spread.map {
      clock.figure(OperationalFigures.closes.of(force.id), posture, $0)
    }
    guard days[1] != nil else { return nil }
    let length = clock.figure(OperationalFigures.length.of(force.id), posture, .median)
    let detour = clock.figure(OperationalFigures.detour.of(force.id), posture, .median)
    return [
      force.name, town, OperationalWords.way(length, days: days[1]),
      OperationalWords.detour(detour),
    ] + days.map(Words.tenthsOfDays)
  }

  private static func clock(_ clock: AxisClock, _ posture: String) -> String {
    let rows = [
      ("first order to start", OperationalFigures.closing),
      ("first order to report", OperationalFigures.reporting),
      ("first order to the defended side's order", OperationalFigures.ordering),
      ("its order to the crossing", OperationalFigures.warning),
      ("its order to reinforced", OperationalFigures.reinforcing),
    ].compactMap { words, quantity -> [String]? in
      let figures = Statistic.spread.map { clock.figure(quantity, posture, $0) }
      return figures[1] == nil ? nil : [words] + figures.map(Words.tenthsOfDays)
    }
    let never = clock.figure(OperationalFigures.warning, posture, .outOfReach)
    let first = clock.figure(
      OperationalFigures.warning, posture, OperationalFigures.reinforcedFirst)
    return "\n"
      + BriefText.table([["from … to", "P10", "median", "P90"]] + rows)
      + "never, with the formations listed: \(BriefText.hundred(never)) of 100 draws\n"
      + (first == nil
        ? "" : "reinforced first: \(BriefText.hundred(first)) of 100 crossings\n")
  }

  private static func corridor(_ clock: AxisClock, _ posture: String) -> String {
    func figure(_ quantity: FigureQuantity, _ statistic: Statistic = .median) -> Figure? {
      clock.figure(quantity, posture, statistic)
    }
    guard let listed = figure(OperationalFigures.listed) else { return "" }
    var text = "\nmen listed over men needed: \(OperationalWords.times(listed))\n"
    let capacity = Statistic.spread.map { figure(OperationalFigures.capacity, $0) }
    if capacity[1] != nil {
      let lines = ["rail", "road"].compactMap { kind in
        figure(OperationalFigures.lines.of(kind)).map { "\(Words.plain($0)) by \(kind)" }
      }
      text +=
        (lines.isEmpty ? "" : "lines in: \(Words.list(lines)); ")
        + "at most \(capacity.map(OperationalWords.hundreds).joined(separator: " … ")) vehicles a day\n"
    }
    let binds = OperationalWords.limits.compactMap { word, name -> String? in
      let bound = figure(OperationalFigures.binds.of(word), .share)
      guard let value = bound?.estimate.value, value >= 0.005 else { return nil }
      return "\(name) in \(BriefText.hundred(bound))"
    }
    if !binds.isEmpty { text += "binds the railway: \(Words.list(binds)) of 100 draws\n" }
    if let sooner = figure(OperationalFigures.sooner, .p90) {
      text +=
        "one more unit's vehicles waiting there: sooner by \(Words.tenthsOfDays(figure(OperationalFigures.sooner))) in the middle, \(Words.tenthsOfDays(sooner)) or more in one draw of ten\n"
    }
    return text
  }

  /// Class by class, how much of the ways of those who reinforce lies within range.
  private static func reach(_ ladder: Ladder, _ clock: AxisClock, _ posture: String) -> String {
    let kinds =
      ladder.classes.map { ($0, ladder.theatre.plural($0)) } + [("air-defence", "air defence")]
    let told = kinds.compactMap { kind, words in
      clock.figure(OperationalFigures.underReach.of(kind), posture, .median)
        .map { "\(words) \(OperationalWords.ofLength($0))" }
    }
    return told.isEmpty
      ? "" : "of the reinforcing ways within range of: \(told.joined(separator: ", "))\n"
  }
}
