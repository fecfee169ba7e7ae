internal import Quantities
internal import Scenarios
internal import Tactical
internal import Theatre
internal import Timelines
internal import Warnings

/// Turns counts into figures.
extension Analysis {
  static let quantiles: [(name: String, q: Double)] = [
    ("p05", 0.05), ("p10", 0.10), ("p25", 0.25), ("median", 0.50), ("p75", 0.75), ("p90", 0.90),
    ("p95", 0.95),
  ]
  static let states = ["out-of-reach", "no-alert", "alerted"]
  /// Marks of a ladder, in order.
  static let ladder: [Mark] = [
    .detected, .firm, .identified, .localised, .alerted, .arrived,
  ]

  func figures(
    _ study: Study, _ counts: Counts, more: [Figure], threads: Int
  ) async -> Results {
    let chunks = study.postures.count + study.pairs.count
    let parts = await withTaskGroup(of: (Int, [Figure]).self) { group in
      var found: [Int: [Figure]] = [:]
      var next = 0
      func start(_ group: inout TaskGroup<(Int, [Figure])>) {
        guard next < chunks else { return }
        let chunk = next
        next += 1
        group.addTask { (chunk, self.figures(chunk, study, counts)) }
      }
      for _ in 0..<threads { start(&group) }
      while let (chunk, made) = await group.next() {
        found[chunk] = made
        start(&group)
      }
      return found
    }
    var figures = (0..<chunks).flatMap { parts[$0]! } + more
    let trials = zip(scenario.theatre.trials, study.trials).enumerated().map {
      index, both in verdict(index, both.0.id, both.1, study, counts, &figures)
    }
    return results(study, counts, figures, trials)
  }

  /// The figures of one posture, or of one pair of postures.
  private func figures(_ chunk: Int, _ study: Study, _ counts: Counts) -> [Figure] {
    study.series.indices.flatMap { index in
      chunk < study.postures.count
        ? FigureMaker(self, study, counts, posture: chunk, series: index).figures()
        : changes(study, counts, pair: chunk - study.postures.count, series: index)
    }
  }

  /// `tactical/PLACE/QUANTITY[.THREAT]/POSTURE/STATISTIC`.
  static func id(
    _ place: String, _ quantity: String, _ threat: String?, _ posture: String, _ statistic: String
  ) -> String {
    "tactical/\(place)/\(threat.map { "\(quantity).\($0)" } ?? quantity)/\(posture)/\(statistic)"
  }

  private func changes(
    _ study: Study, _ counts: Counts, pair: Int, series index: Int
  ) -> [Figure] {
    let series = study.series[index]
    let (before, after) = study.pairs[pair]
    // a class that neither posture has, or that reaches the place under neither
    let reached = [before, after].contains { posture in
      counts.cells.contains { $0[posture][index].warning.reached > 0 }
    }
    guard series.threat == nil || reached else { return [] }
    let name = "\(study.postures[before].id)~\(study.postures[after].id)"
    let changes = counts.changes.map { $0[pair][index] }
    let inputs = addresses(series, [before, after])
    let total = counts.draws * counts.changes.count
    func figure(
      _ quantity: String, _ statistic: String, _ estimate: Estimate, _ unit: String, _ n: Int
    )
      -> Figure
    {
      Figure(
        id: Analysis.id(series.place, quantity, series.threat, name, statistic),
        estimate: estimate, unit: unit, draws: n,
        absent: n < total
          ? [quantity == "flight" ? "not reached in both" : "not alerted in both": total - n] : [:],
        inputs: inputs)
    }
    var figures: [Figure] = []
    for (quantity, tallies) in [
      ("warning", changes.map(\.difference)), ("flight", changes.map(\.flight)),
    ] {
      let n = tallies.reduce(0) { $0 + $1.timed }
      let estimates = Estimator.quantiles([0.1, 0.5, 0.9], of: tallies, tick: 0.1)
      for (statistic, estimate) in zip(["p10", "median", "p90"], estimates) {
        figures.append(figure(quantity, statistic, estimate, "s", n))
      }
    }
    for from in 0..<3 {
      for to in 0..<3 {
        let hits = changes.map { $0.transitions[3 * from + to] }
        figures.append(
          figure(
            "warning", "\(Analysis.states[from])-to-\(Analysis.states[to])",
            Estimator.share(hits, of: hits.map { _ in counts.draws }), "", total))
      }
    }
    return figures
  }

  /// Inputs of a series under some postures, sorted.
  func addresses(_ series: Study.Series, _ postures: [Int]) -> [Address] {
    var all: Set<Address> = []
    for posture in postures {
      var columns: Set<Int> = []
      for member in series.members[posture] {
        columns.formUnion(rungs[posture].columns(of: member))
      }
      let declared = rungs[posture].inputs.declared
      all.formUnion(columns.map { declared[$0].address })
    }
    return all.sorted()
  }

  private func verdict(
    _ index: Int, _ id: String, _ trial: Study.Trial, _ study: Study, _ counts: Counts,
    _ figures: inout [Figure]
  ) -> Results.Trial {
    let written = scenario.theatre.trials[index]
    let verdicts = counts.verdicts.map { $0[index] }
    let posture = study.postures[trial.posture].id
    let name = trial.before.map { "\(study.postures[$0].id)~\(posture)" } ?? posture
    let postures = [trial.posture] + (trial.before.map { [$0] } ?? [])
    let whole = Study.Series(
      place: "region", threat: nil,
      members: study.postures.indices.map { p in
        trial.series.flatMap { study.series[$0].members[p] }
      })
    let inputs = addresses(whole, postures)
    let asked = verdicts.map(\.asked)
    let total = counts.draws * counts.verdicts.count
    let n = asked.reduce(0, +)
    func figure(_ statistic: String, _ estimate: Estimate) -> String {
      let id = Analysis.id("region", "trial", id, name, statistic)
      figures.append(
        Figure(
          id: id, estimate: estimate, unit: "", draws: n,
          absent: n < total ? ["out of reach": total - n] : [:], inputs: inputs))
      return id
    }
    let holds = figure("holds", Estimator.share(verdicts.map(\.holds), of: asked))
    _ = figure(
      "places", Estimator.share(verdicts.map(\.satisfied), of: verdicts.map(\.reached)))
    let limit = trial.before == nil ? "is below" : "falls by at least"
    let names = written.places.map(\.value).joined(separator: ", ")
    let predicate =
      "\(written.quantity) (\(written.threat?.value ?? "all threats")) \(limit) "
      + "\(Json.short(written.threshold)) s, posture \(name.replacing("~", with: " to ")), at \(Int((written.share * 100).rounded())) % or more of the "
      + "places reached in \(names.isEmpty ? "the region" : names)"
    return Results.Trial(
      id: id, words: written.words, saidBy: written.saidBy, source: written.source,
      figure: holds, predicate: predicate)
  }

  private func results(
    _ study: Study, _ counts: Counts, _ figures: [Figure], _ trials: [Results.Trial]
  ) -> Results {
    var inputs: [Results.Input] = []
    var first: [Address: Law] = [:]
    for (rung, posture) in zip(rungs, study.postures) {
      for (address, law) in rung.inputs.declared where first[address] != law {
        inputs.append(
          Results.Input(
            address: address, law: law, unit: units[address] ?? "",
            posture: first[address] == nil ? nil : posture.id))
        first[address] = first[address] ?? law
      }
    }
    let bibliography = scenario.theatre.bibliography
    return Results(
      version: Analysis.version, scenario: scenario.id, scenarioHash: scenario.hash,
      seed: study.seed, replicates: counts.cells.count, draws: counts.draws, data: data,
      figures: figures,
      inputs: inputs.sorted { ($0.address, $0.posture ?? "") < ($1.address, $1.posture ?? "") },
      claims: bibliography.claims, sources: bibliography.sources.values.sorted { $0.id < $1.id },
      trials: trials)
  }
}

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
    inputs = analysis.addresses(study.series[series], [posture])
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
    times() + shares() + marks() + deciding() + support() + reach() + details()
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

  /// Medians of the deciding threat's marks, s after launch.
  private func marks() -> [Figure] {
    return series.marks.enumerated().map { index, mark in
      let tallies = cells.map { $0.marks[index] }
      let n = tallies.reduce(0) { $0 + $1.reached }
      return figure(
        "mark-\(mark)", "median", Estimator.quantiles([0.5], of: tallies, tick: 1)[0], "s", draws: n
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
