internal import Kernels
internal import Quantities
internal import Scenarios
internal import Strategic
internal import Theatre
internal import Timelines
public import Warnings

/// The strategic rung of a scenario under each posture: made-up histories, counted like any rung's.
struct StrategicStudy: Sendable {
  let theatre: Theatre
  let rungs: [StrategicRung]

  /// Nil for a scenario without `indicators.yaml`.
  init?(_ theatre: Theatre) {
    let rungs = theatre.postures.compactMap { StrategicRung(theatre: theatre, posture: $0) }
    guard !rungs.isEmpty else { return nil }
    (self.theatre, self.rungs) = (theatre, rungs)
  }

  /// Names of the series, in order of the exposures.
  private static let series = ["attack", "coercion", "exercise", "routine"]
  /// A tick is an hour.
  private static let ticksPerSecond = 1.0 / 3_600
  private static let tick = 1.0 / 24

  private func study(
    _ postures: [Study.Posture], pairs: [(before: Int, after: Int)], seed: UInt64,
    only: Int? = nil
  ) -> Study {
    Study(
      postures: postures,
      series: StrategicStudy.series.indices.filter { only == nil || $0 == only }.map { index in
        Study.Series(
          place: StrategicRung.region, threat: StrategicStudy.series[index],
          members: postures.map { _ in [index] })
      },
      pairs: pairs, trials: [], seed: seed, ticksPerSecond: StrategicStudy.ticksPerSecond)
  }

  private func pairs() -> [(before: Int, after: Int)] {
    let ids = theatre.postures.map(\.id)
    return theatre.questions.map {
      (ids.firstIndex(of: $0.before.value)!, ids.firstIndex(of: $0.after.value)!)
    }
  }

  /// Counts `draws` made-up histories in each replicate and tells what they leave.
  func figures(
    _ draws: Int, seed: UInt64, threads: Int,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> (figures: [Figure], stories: [Results.Strategic.Story]) {
    let postures = zip(theatre.postures, rungs).map { Study.Posture(id: $0.id, rung: $1) }
    let study = study(postures, pairs: pairs(), seed: seed)
    let counts = try await study.counts(draws: 0..<draws, threads: threads, progress: progress)
    var figures: [Figure] = []
    for posture in postures.indices {
      figures += StrategicStudy.series.indices.flatMap { leads(study, counts, posture, $0) }
    }
    for pair in study.pairs.indices { figures += changes(study, counts, pair) }
    figures += try await split(draws, seed: seed, threads: threads)
    return (figures, stories(study, counts, seed: seed))
  }

  private func figure(
    _ quantity: String, _ posture: String, _ statistic: String, _ estimate: Estimate,
    _ unit: String, _ n: Int, absent: [String: Int] = [:]
  ) -> Figure {
    Figure(
      id: "strategic/\(StrategicRung.region)/\(quantity)/\(posture)/\(statistic)",
      estimate: estimate, unit: unit, draws: n, absent: absent,
      inputs: rungs[0].model.judged)
  }

  /// How long a purpose is known before what it prepares; how often it is not; how often an exercise
  /// or a quiet year raises a false alarm.
  private func leads(
    _ study: Study, _ counts: Counts, _ posture: Int, _ series: Int
  ) -> [Figure] {
    let name = StrategicStudy.series[series]
    let id = study.postures[posture].id
    let warnings = counts.cells.map { $0[posture][series].warning }
    let reached = warnings.map(\.reached)
    let n = reached.reduce(0, +)
    guard series < 2 else {
      return [
        figure(
          "false-alarm.\(name)", id, "share",
          Estimator.share(warnings.map(\.timed), of: reached), "", n)
      ]
    }
    let silent = warnings.map(\.unalerted)
    let absent = [Absence.noAlarm.word: silent.reduce(0, +)].filter { $0.value > 0 }
    func quantiles(_ quantity: String, _ tallies: [Tally]) -> [Figure] {
      let all = Estimator.quantiles([0.1, 0.5, 0.9], of: tallies, tick: StrategicStudy.tick)
      return zip(["p10", "median", "p90"], all).map {
        figure(quantity, id, $0, $1, "d", n, absent: absent)
      }
    }
    return [
      figure(
        "warning.\(name)", id, "no-alert", Estimator.share(silent, of: reached), "", n,
        absent: absent)
    ] + quantiles("warning.\(name)", warnings)
      + quantiles("preparation.\(name)", counts.cells.map { $0[posture][series].flight })
  }

  /// The same draws under two postures.
  private func changes(_ study: Study, _ counts: Counts, _ pair: Int) -> [Figure] {
    let (before, after) = study.pairs[pair]
    let id = "\(study.postures[before].id)~\(study.postures[after].id)"
    let n = counts.draws * counts.cells.count
    return [0, 1].flatMap { series -> [Figure] in
      let quantity = "warning.\(StrategicStudy.series[series])"
      let sides = (
        counts.cells.map { $0[before][series].warning },
        counts.cells.map { $0[after][series].warning }
      )
      let differences = counts.changes.map { $0[pair][series].difference }
      let both = differences.reduce(0) { $0 + $1.timed }
      let paired = Estimator.quantiles(
        [0.1, 0.5, 0.9], of: differences, tick: StrategicStudy.tick)
      var made = zip(["p10", "median", "p90"], paired).map {
        figure(
          quantity, id, $0, $1, "d", both,
          absent: both < n ? ["not alerted in both": n - both] : [:])
      }
      for (statistic, q) in [("shift-p10", 0.1), ("shift-median", 0.5)] {
        if let shift = Estimator.shift(
          q, before: sides.0, after: sides.1, tick: StrategicStudy.tick)
        {
          made.append(figure(quantity, id, statistic, shift, "d", n))
        }
      }
      if let silence = Estimator.shift(
        hits: (sides.0.map(\.unalerted), sides.1.map(\.unalerted)),
        of: (sides.0.map(\.reached), sides.1.map(\.reached)))
      {
        made.append(figure(quantity, id, "shift-no-alert", silence, "", n))
      }
      return made
    }
  }

  // MARK: parts

  /// What shorter preparations and what blinder indicators take of the warning of an attack: Shapley
  /// values of the headline's change, which for two parts is the mean of both orders.
  ///
  ///     φ(a) = ½ (v(a) − v(∅)) + ½ (v(ab) − v(b))
  private func split(
    _ draws: Int, seed: UInt64, threads: Int
  ) async throws -> [Figure] {
    let question = theatre.headline
    let (before, after) = (question.before.value, question.after.value)
    guard let first = theatre.posture(before), let last = theatre.posture(after) else { return [] }
    func mixed(durations: Theatre.Posture, rates: Theatre.Posture) -> Study.Posture {
      let laws = durations.laws.filter { StrategicStudy.isDuration($0.key) }
        .merging(rates.laws.filter { !StrategicStudy.isDuration($0.key) }) { $1 }
        .filter { $0.key.isOfIndicators }
      let rung = StrategicRung(theatre: theatre, posture: first.with(indicators: laws))!
      return Study.Posture(id: "\(durations.id) \(rates.id)", rung: rung)
    }
    let study = study(
      [
        mixed(durations: first, rates: first), mixed(durations: last, rates: first),
        mixed(durations: first, rates: last), mixed(durations: last, rates: last),
      ], pairs: [], seed: seed, only: 0)
    let counts = try await study.counts(draws: 0..<draws, threads: threads)
    let tallies = counts.cells.map { replicate in replicate.map { $0[0].warning } }
    let id = "\(before)~\(after)"
    let n = counts.draws * counts.cells.count
    func parts(_ v: [Double]) -> [Double] {
      let shorter = 0.5 * (v[1] - v[0]) + 0.5 * (v[3] - v[2])
      return [shorter, v[3] - v[0] - shorter, v[3] - v[0]]
    }
    func figures(
      _ unit: String, _ suffix: String, _ value: ([Tally]) -> [Double]?
    ) -> [Figure] {
      let pooled = (0..<4).map { posture in Tally.pooled(tallies.map { $0[posture] }) }
      let each = tallies.compactMap { value($0).map(parts) }
      guard let whole = value(pooled).map(parts), each.count == tallies.count else { return [] }
      return ["shorter-preparation", "blinder-indicators", "whole-change"].enumerated().map {
        index, name in
        let half = Estimator.halfWidth(each.map { $0[index] })
        return figure(
          "part-of-change.attack\(suffix)", id, name,
          Estimate(value: whole[index], low: whole[index] - half, high: whole[index] + half),
          unit, n)
      }
    }
    return figures("d", "") { postures in
      let medians = postures.compactMap { $0.quantile(0.5) }
      return medians.count == 4 ? medians.map { Double($0) * StrategicStudy.tick } : nil
    }
      + figures("", "-unalerted") { postures in
        postures.map { Double($0.unalerted) / Double(max(1, $0.reached)) }
      }
  }

  private static func isDuration(_ address: Address) -> Bool {
    address.description.hasSuffix(".duration")
  }

  // MARK: one draw

  /// The draw of the first replicate whose warning of an attack is the median one, under each posture
  /// of the headline.
  private func stories(
    _ study: Study, _ counts: Counts, seed: UInt64
  ) -> [Results.Strategic.Story] {
    let ids = [theatre.headline.before.value, theatre.headline.after.value]
    return ids.compactMap { id in
      guard let posture = theatre.postures.firstIndex(where: { $0.id == id }) else { return nil }
      let rung = rungs[posture]
      let pooled = Tally.pooled(counts.cells.map { $0[posture][0].warning })
      guard let median = pooled.quantile(0.5) else { return nil }
      let count = min(64, counts.draws)
      let block = RungDraws(rung.inputs, seed: seed).block(replicate: 0, first: 0, count: count)
      let told = (0..<count).map { rung.story(of: $0, under: block) }
      let lead = { (draw: Int) in
        told[draw].alarm.map { abs((told[draw].attack - $0) * 24 - median) } ?? .max
      }
      guard let draw = told.indices.min(by: { (lead($0), $0) < (lead($1), $1) }),
        told[draw].alarm != nil
      else { return nil }
      let story = told[draw]
      let families = theatre.indicators!.families
      return Results.Strategic.Story(
        posture: id, before: story.posterior.count - 1 - story.attack,
        posterior: story.posterior,
        reports: story.reports.map { .init(day: $0.day, family: families[$0.family].id) },
        alarm: story.alarm, attack: story.attack, replicate: 0, draw: draw,
        among: count)
    }
  }
}

extension IndicatorStudy {
  /// Strategic warning under each posture, from made-up histories: figures as in `results.json`.
  public func postures(
    _ options: Options, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [Figure] {
    try await StrategicStudy(theatre)!.figures(
      options.draws, seed: options.seed, threads: options.threads, progress: progress
    ).figures
  }
}
