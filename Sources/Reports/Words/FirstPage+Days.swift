internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Hours and days: forces on road and rail.
extension FirstPage {
  /// The axis that the scenario names first: when its force has closed up, what is left then, and who is there first.
  var days: [Told] {
    guard theatre.compared.count == 2, let axis = theatre.operations?.axes.first else { return [] }
    let clock = AxisClock(ladder, axis.id)
    let (before, after) = (headline.before.value, headline.after.value)
    func told(_ quantity: FigureQuantity, _ statistic: Statistic = .median) -> (Figure, Figure)? {
      guard let then = clock.figure(quantity, before, statistic),
        let now = clock.figure(quantity, after, statistic), then.estimate.value != nil,
        now.estimate.value != nil
      else { return nil }
      return (then, now)
    }
    guard let closing = told(OperationalFigures.closing),
      let warning = told(OperationalFigures.warning)
    else { return [] }
    let days = Words.tenthsOfDays
    let added = added(to: axis, before, after)
    let differs = added.isEmpty ? "" : " with ground forces added (\(Words.list(added)))"
    let race: Told =
      axis.defenders.isEmpty
      ? ""
      : told(OperationalFigures.warning, OperationalFigures.reinforcedFirst).map {
        "; the forces taken as needed there, of the formations listed, stand ready first in \($0.0, BriefText.hundred) and \($0.1, BriefText.hundred) of 100 crossings"
      } ?? ""
    let sentence: Told =
      "Days, from the other side's first order to move (\(axis.title)): the force that is assumed may start after \(closing.0, days) \(judgements.under(before)) and \(closing.1, days) \(judgements.under(after))\(differs), and from the defended side's order \(warning.0, days) and \(warning.1, days) are left (medians of the draws in which it starts; below zero is too late)\(race); sizes and decisions are judged."
    return [sentence.linked(to: "operational", "Axis by axis.")]
  }

  /// Ground forces of an axis that stand only under the later posture: a change of days is theirs, and not that of missiles.
  private func added(
    to axis: Document.Operations.Axis, _ before: String, _ after: String
  ) -> [String] {
    let known = Set(theatre.posture(before)?.forces.map(\.id) ?? [])
    return (theatre.posture(after)?.forces ?? []).filter {
      !known.contains($0.id) && axis.countries.contains($0.country)
        && !theatre.isThreat($0.system)
    }.map(\.name)
  }
}
