internal import Quantities
internal import Scenarios
internal import Tactical
internal import Theatre
internal import Timelines
internal import Warnings

/// The figures of one series under one posture.
struct FigureMaker {
  let analysis: Analysis
  let study: Study
  let series: Study.Series
  let posture: Int
  let cells: [Counts.Cell]
  let inputs: [Address]
  let total: Int

  init(_ analysis: Analysis, _ study: Study, _ counts: Counts, posture: Int, series: Int) {
    (self.analysis, self.study, self.posture) = (analysis, study, posture)
    self.series = study.series[series]
    cells = counts.cells.map { $0[posture][series] }
    inputs = analysis.addresses(of: [series], study, under: [posture])
    total = counts.draws * counts.cells.count
  }

  private func figure(
    _ quantity: String, _ statistic: String, _ estimate: Estimate, _ unit: String, draws: Int,
    absent: [String: Int] = [:]
  ) -> Figure {
    Figure(
      id: Analysis.id(
        series.place, quantity, series.threat, study.postures[posture].id, statistic),
      estimate: estimate, unit: unit, draws: draws, absent: absent, inputs: inputs)
  }

  func figures() -> [Figure] {
    times() + dots() + shares() + marks() + deciding() + support() + reach() + details()
  }

  /// Draws without a time, by reason.
  private var absences: [String: Int] {
    var result: [String: Int] = [:]
    let outOfReach = cells.reduce(0) { $0 + $1.warning.outOfReach }
    if outOfReach > 0 { result[Absence.outOfReach.word] = outOfReach }
    for reason in Absence.allCases {
      let count = cells.reduce(0) { $0 + $1.reasons[Int(reason.rawValue)] }
      if count > 0 { result[reason.word] = count }
    }
    return result
  }

  private func times() -> [Figure] {
    let reached = cells.reduce(0) { $0 + $1.warning.reached }
    let absent = absences
    let warnings = Estimator.quantiles(
      Analysis.quantiles.map(\.q), of: cells.map(\.warning), tick: 0.1)
    let flights = Estimator.quantiles([0.1, 0.5, 0.9], of: cells.map(\.flight), tick: 0.1)
    return zip(Analysis.quantiles, warnings).map {
      figure("warning", $0.name, $1, "s", draws: reached, absent: absent)
    }
      + zip(["p10", "median", "p90"], flights).map {
        figure("flight", $0, $1, "s", draws: reached)
      }
  }

  /// Twenty quantiles of equal share, of what a briefing draws: the headline at the places it names.
  private func dots() -> [Figure] {
    let theatre = analysis.scenario.theatre
    let drawn = [theatre.headline.before.value, theatre.headline.after.value]
    guard series.threat != nil, !series.marks.isEmpty, drawn.contains(study.postures[posture].id),
      theatre.focus.contains(where: { $0.id == series.place })
    else { return [] }
    let reached = cells.reduce(0) { $0 + $1.warning.reached }
    let estimates = Estimator.quantiles(
      Analysis.dots.map(\.q), of: cells.map(\.warning), tick: 0.1)
    return zip(Analysis.dots, estimates).map {
      figure("warning", $0.name, $1, "s", draws: reached)
    }
  }

  private func shares() -> [Figure] {
    let all = cells.map { $0.warning.reached + $0.warning.outOfReach }
    let reached = cells.map(\.warning.reached)
    let n = reached.reduce(0, +)
    return [
      figure(
        "warning", "out-of-reach", Estimator.share(cells.map(\.warning.outOfReach), of: all), "",
        draws: total),
      figure(
        "warning", "no-alert", Estimator.share(cells.map(\.warning.unalerted), of: reached), "",
        draws: n, absent: absences),
      figure(
        "warning", "alerted", Estimator.share(cells.map(\.warning.timed), of: reached), "",
        draws: n),
      figure(
        "warning", "enough", Estimator.share(cells.map(\.enough), of: reached), "", draws: n),
      figure(
        "warning", "enough-at-night", Estimator.share(cells.map(\.enoughAtNight), of: reached), "",
        draws: n),
    ]
  }

  /// By how much the place is out of reach, where it is.
  private func reach() -> [Figure] {
    let tallies = cells.map(\.shortfall)
    let n = tallies.reduce(0) { $0 + $1.reached }
    guard n > 0 else { return [] }
    return zip(["least", "median"], Estimator.quantiles([0, 0.5], of: tallies, tick: 1)).map {
      figure("shortfall", $0, $1, "km", draws: n)
    }
  }

  /// What a series with details adds.
  private func details() -> [Figure] {
    guard series.details, cells.contains(where: { $0.warning.reached > 0 }) else { return [] }
    func quantiles(_ quantity: String, _ tallies: [Tally], tick: Double, _ unit: String) -> [Figure]
    {
      let n = tallies.reduce(0) { $0 + $1.reached }
      // what the scenario says nothing of has no figures
      guard tallies.contains(where: { $0.timed > 0 }) else { return [] }
      return zip(
        ["p10", "median", "p90"], Estimator.quantiles([0.1, 0.5, 0.9], of: tallies, tick: tick)
      )
      .map { figure(quantity, $0, $1, unit, draws: n) }
    }
    let chances = cells.map(\.opportunities)
    let any = chances.map { $0.count { $0 > 0 } }
    let all = chances.map(\.timed)
    return quantiles("notice", cells.map(\.notice), tick: 0.1, "s")
      + quantiles("alarm-hours", cells.map(\.alarmMinutes), tick: 1.0 / 60, "h")
      + quantiles("alarms-in-vain", cells.map(\.alarmsInVain), tick: 0.1, "")
      + (analysis.hasBatteries(series.place)
        ? quantiles("interception-chances", chances, tick: 1, "") : [])
      + (analysis.hasBatteries(series.place)
        ? [
          figure(
            "interception-chances", "at-least-one", Estimator.share(any, of: all), "",
            draws: all.reduce(0, +))
        ] : [])
  }

  /// Medians of the deciding threat's marks, s after launch; a mark that never comes is the latest.
  private func marks() -> [Figure] {
    return series.marks.enumerated().map { index, mark in
      let tallies = cells.map { $0.marks[index] }
      let n = tallies.reduce(0) { $0 + $1.reached }
      return figure(
        "mark-\(mark)", "median",
        Estimator.quantiles([0.5], of: tallies, tick: 1, silentLast: true)[0], "s", draws: n
      )
    }
  }

  /// How often each threat decides, among the draws in which some threat reaches.
  private func deciding() -> [Figure] {
    guard series.threat == nil || !series.marks.isEmpty else { return [] }
    let reached = cells.map(\.warning.reached)
    return series.members[posture].enumerated().map { index, member in
      let force = Analysis.force(of: analysis.rungs[posture].exposures[member])
      return figure(
        "deciding-\(force)", "share",
        Estimator.share(cells.map { $0.deciding[index] }, of: reached),
        "", draws: reached.reduce(0, +))
    }
  }

  /// The share of the warning's variance that goes back to each source: the squared correlation
  /// with an input, split over its claims by weight. What cites nobody is `unsourced`; what is part
  /// of the model (weather, launch point, luck) is `chance`.
  private func support() -> [Figure] {
    var sums = Influence()
    for cell in cells { sums.merge(cell.influence) }
    let declared = analysis.rungs[posture].inputs.declared
    // a hundred draws rank inputs by nothing but luck
    guard sums.shares.count == declared.count, sums.draws >= 100 else { return [] }
    let mine = Set(inputs)
    let bibliography = analysis.scenario.theatre.bibliography
    var shares: [String: Double] = [:]
    for ((address, law), share) in zip(declared, sums.shares) where mine.contains(address) {
      for component in law.components {
        let claim = component.claim.flatMap { bibliography.claim($0) }
        let source = claim == nil ? "chance" : claim!.source ?? "unsourced"
        shares[source, default: 0] += share * component.weight
      }
    }
    // what explains less than half a percent explains nothing
    let kept = shares.filter { $0.value >= 0.005 || ["chance", "unsourced"].contains($0.key) }
    return kept.sorted { $0.key < $1.key }.map { source, share in
      figure(
        "rests-on-\(source)", "share", Estimate(value: share, low: nil, high: nil), "",
        draws: Int(sums.draws))
    }
  }
}
