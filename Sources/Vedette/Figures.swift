internal import Quantities
internal import Scenarios
internal import Strategic
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
  /// One dot in twenty draws, at the middle of its twentieth: `p2.5`, `p7.5` …
  static let dots: [(name: String, q: Double)] = (0..<20).map {
    ("p\(5 * $0 + 2).5", (Double($0) + 0.5) / 20)
  }
  static let states = ["out-of-reach", "no-alert", "alerted"]
  /// Marks of a ladder, in order.
  static let ladder: [Mark] = [
    .detected, .firm, .identified, .localised, .alerted, .arrived,
  ]

  func figures(
    _ study: Study, _ counts: Counts, more: [Figure], low: Results.LowLevel?,
    strategic: Results.Strategic?, threads: Int
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
    figures += regional(study, counts)
    let trials = zip(scenario.theatre.trials, study.trials).enumerated().map {
      index, both in verdict(index, both.0.id, both.1, study, counts, &figures)
    }
    return results(study, counts, figures, trials, low, strategic)
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
    let inputs = addresses(of: [index], study, under: [before, after])
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
    for (statistic, estimate) in shifts(study, counts, pair: pair, series: index) {
      let unit = statistic == "shift-no-alert" ? "" : "s"
      figures.append(figure("warning", statistic, estimate, unit, total))
    }
    return figures
  }

  /// How P10, median and the share without an alert move: of both postures on their own, with the
  /// error of their difference. For classes of threats only.
  private func shifts(
    _ study: Study, _ counts: Counts, pair: Int, series index: Int
  ) -> [(String, Estimate)] {
    guard !study.series[index].marks.isEmpty else { return [] }
    let (a, b) = study.pairs[pair]
    let before = counts.cells.map { $0[a][index].warning }
    let after = counts.cells.map { $0[b][index].warning }
    let times = [("shift-p10", 0.1), ("shift-median", 0.5)].compactMap { name, q in
      Estimator.shift(q, before: before, after: after, tick: 0.1).map { (name, $0) }
    }
    let silence = Estimator.shift(
      hits: (before.map(\.unalerted), after.map(\.unalerted)),
      of: (before.map(\.reached), after.map(\.reached)))
    return times + (silence.map { [("shift-no-alert", $0)] } ?? [])
  }

  /// Inputs of some series under some postures, sorted.
  func addresses(of series: [Int], _ study: Study, under postures: [Int]) -> [Address] {
    addresses(
      of: postures.map { posture in series.flatMap { study.series[$0].members[posture] } },
      rungs: postures.map { rungs[$0] })
  }

  /// Inputs of some exposures, one list a rung, sorted.
  func addresses(of members: [[Int]], rungs: [TacticalRung]) -> [Address] {
    var all: Set<Address> = []
    for (rung, members) in zip(rungs, members) {
      var columns: Set<Int> = []
      for member in members { columns.formUnion(rung.columns(of: member)) }
      let declared = rung.inputs.declared
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
    let inputs = addresses(of: trial.series, study, under: postures)
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
    for (statistic, q) in [("attained-by-a-tenth", 0.1), ("attained-by-half", 0.5)] {
      figures.append(
        attained(
          Analysis.id("region", "trial", id, name, statistic), verdicts.map(\.attained),
          trial.before == nil ? q : 1 - q, isFall: trial.before != nil, inputs))
    }
    let limit = trial.before == nil ? "is below" : "falls by at least"
    let names = written.places.map { name in
      scenario.theatre.places.first { $0.id == name.value }?.name ?? name.value
    }.joined(separator: ", ")
    let share =
      written.share >= 1
      ? "all" : written.share > 0 ? "\(Int((written.share * 100).rounded())) % or more" : "any"
    let predicate =
      "\(written.quantity) (\(written.threat?.value ?? "all threats")) \(limit) "
      + "\(Json.short(written.threshold)) s, posture \(name.replacing("~", with: " to ")), at \(share) "
      + "of the places reached in \(names.isEmpty ? "the region" : names)"
    return Results.Trial(
      id: id, words: written.words, saidBy: written.saidBy, source: written.source,
      figure: holds, predicate: predicate)
  }

  /// The number with which a claim would hold in a share of the draws; without a value where none
  /// would do, or any: `absent` says which.
  private func attained(
    _ id: String, _ tallies: [Tally], _ q: Double, isFall: Bool, _ inputs: [Address]
  ) -> Figure {
    let draws = tallies.reduce(0) { $0 + $1.reached }
    let estimate = Estimator.quantiles([q], of: tallies, tick: 0.1)[0]
    let most = Double(Counts.Verdict.most) / 10
    var absent: [String: Int] = [:]
    // silence is the least there is: no fall, or a quantity below every limit
    if draws > 0, estimate.value == nil { absent[isFall ? Analysis.none : Analysis.any] = draws }
    if let value = estimate.value, value >= most { absent[Analysis.any] = draws }
    let isKnown = (estimate.value ?? most) < most
    let isBounded = (estimate.high ?? most) < most / 2
    return Figure(
      id: id,
      estimate: Estimate(
        value: isKnown ? estimate.value : nil, low: isKnown && isBounded ? estimate.low : nil,
        high: isKnown && isBounded ? estimate.high : nil), unit: "s", draws: draws, absent: absent,
      inputs: inputs)
  }

  private static let any = "any number would do"
  private static let none = "no number would do"

  private func results(
    _ study: Study, _ counts: Counts, _ figures: [Figure], _ trials: [Results.Trial],
    _ low: Results.LowLevel?, _ strategic: Results.Strategic?
  ) -> Results {
    var inputs: [Results.Input] = []
    var first: [Address: Law] = [:]
    let models = scenario.theatre.postures.map {
      IndicatorModel(scenario.theatre, posture: $0)?.inputs.declared ?? []
    }
    for (index, (rung, posture)) in zip(rungs, study.postures).enumerated() {
      for (address, law) in rung.inputs.declared + models[index] where first[address] != law {
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
      trials: trials, lowLevel: low, strategic: strategic)
  }
}
