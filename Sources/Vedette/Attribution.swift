internal import Quantities
internal import Scenarios
internal import Tactical
internal import Theatre
internal import Timelines
internal import Warnings

/// What each part of a change of posture costs, by Shapley value.
///
///     φ(i) = Σ over S without i of |S|! (n − 1 − |S|)! / n! · (v(S ∪ i) − v(S))
///
/// v is a statistic of the warnings under the earlier posture with the parts S. Exact to eight parts;
/// beyond, the last ones are taken together. Parts are named in the scenario (`part: dispersal`).
/// Source: L. S. Shapley, A value for n-person games, 1953.
extension Analysis {
  static let partDraws = 16
  static let mostParts = 8
  /// The statistic of all parts together.
  static let whole = "whole-change"

  func attributions(
    _ draws: Int, seed: UInt64, threads: Int, progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> [Figure] {
    let theatre = scenario.theatre
    let question = theatre.headline
    guard let change = theatre.change(from: question.before.value, to: question.after.value),
      change.parts.count > 1
    else { return [] }
    let split = Split(self, change)
    let series = split.series()
    let drawn = min(draws, Analysis.partDraws)
    var figures: [Figure] = []
    // some places at a time: every subset keeps tallies of its own
    let portion = (series.count + 3) / 4
    for start in stride(from: 0, to: series.count, by: portion) {
      let part = Array(series[start..<min(start + portion, series.count)])
      let study = split.study(part, seed: seed)
      let counts = try await study.counts(
        draws: 0..<drawn, block: drawn, threads: threads
      ) { done, all in progress(start * all / series.count + done / 4, all) }
      figures += split.figures(study, counts)
    }
    return figures
  }
}

/// One change with a rung for every subset of its parts.
private struct Split {
  let analysis: Analysis
  let change: Theatre.Change
  /// Each of them one part, or several that are taken together.
  let parts: [[String]]
  /// One rung for all subsets in which sensors, laws and places of formations agree: it holds the
  /// formations of all of them.
  let rungs: [TacticalRung]
  /// The rung of each subset, and the formations that the subset has.
  let rungOf: [Int]
  let forces: [Set<String>]

  init(_ analysis: Analysis, _ change: Theatre.Change) {
    (self.analysis, self.change) = (analysis, change)
    let most = Analysis.mostParts
    let names = change.parts
    let all =
      names.count <= most
      ? names.map { [$0] } : names.prefix(most - 1).map { [$0] } + [Array(names[(most - 1)...])]
    parts = all
    let theatre = analysis.scenario.theatre
    let postures = (0..<(1 << all.count)).map { subset in
      let present = all.indices.filter { subset >> $0 & 1 == 1 }.flatMap { all[$0] }
      return theatre.posture(change, with: Set(present))
    }
    let stands = Dictionary(grouping: postures.flatMap(\.forces), by: \.id)
    let moved = Set(stands.filter { Set($0.value.map(\.site)).count > 1 }.keys)
    struct Key: Hashable {
      let sensors: [String]
      let laws: [Address: Law]
      let sites: [String]
    }
    var keys: [Key: Int] = [:]
    var unions: [Theatre.Posture] = []
    rungOf = postures.map { posture in
      let key = Key(
        sensors: posture.sensors, laws: posture.physicalLaws,
        sites: posture.forces.filter { moved.contains($0.id) }.map { "\($0.id)@\($0.site)" })
      if let known = keys[key] {
        unions[known] = unions[known].joined(with: posture.forces)
        return known
      }
      keys[key] = unions.count
      unions.append(posture)
      return unions.count - 1
    }
    forces = postures.map { Set($0.forces.map(\.id)) }
    var rungs: [TacticalRung] = []
    for union in unions {
      rungs.append(
        TacticalRung(
          theatre: theatre, posture: union, environment: analysis.environment,
          like: rungs.last ?? analysis.rungs.last))
    }
    self.rungs = rungs
  }

  /// Name of a part, as a figure's id carries it.
  func name(_ index: Int) -> String {
    parts[index].count == 1 ? change.slugs[index] : "the-rest"
  }

  /// One series a place and class, its members by subset.
  func series() -> [Study.Series] {
    let owners = rungs.map { rung in rung.exposures.map { Analysis.force(of: $0) } }
    return analysis.series(rungs).map { whole in
      Study.Series(
        place: whole.place, threat: whole.threat,
        members: forces.indices.map { subset in
          let rung = rungOf[subset]
          return whole.members[rung].filter { forces[subset].contains(owners[rung][$0]) }
        })
    }
  }

  func study(_ series: [Study.Series], seed: UInt64) -> Study {
    Study(
      postures: rungOf.enumerated().map { Study.Posture(id: "\($0)", rung: rungs[$1]) },
      series: series, pairs: [], trials: [], seed: seed, sharing: rungOf)
  }

  /// Shapley values of n players from the values of all subsets, bit by player.
  static func shapley(_ values: [Double]) -> [Double] {
    let n = values.count.trailingZeroBitCount
    // |S|! (n − 1 − |S|)! / n!
    var weights = [1.0 / Double(n)]
    for size in 1..<max(n, 2) where n > 1 {
      weights.append(weights[size - 1] * Double(size) / Double(n - size))
    }
    return (0..<n).map { player in
      var sum = 0.0
      for subset in values.indices where subset >> player & 1 == 0 {
        sum += weights[subset.nonzeroBitCount] * (values[subset | 1 << player] - values[subset])
      }
      return sum
    }
  }

  /// What the place's warning depends on after the change.
  private func inputs(of place: String, _ threat: String?, _ after: Int) -> [Address] {
    let rung = analysis.rungs[after]
    let members = rung.exposures.indices.filter { index in
      rung.exposures[index].place == Address("place", place) && rung.beyond(index) == nil
        && (threat == nil
          || analysis.classOf[Analysis.force(of: rung.exposures[index])] == threat)
    }
    return analysis.addresses(of: [members], rungs: [rung])
  }

  func figures(_ study: Study, _ counts: Counts) -> [Figure] {
    study.series.indices.flatMap { index -> [Figure] in
      let series = study.series[index]
      let cells = counts.cells.map { replicate in replicate.map { $0[index] } }
      var made: [Figure] = []
      if series.threat != nil {
        made += split(series, "s", cells) { cell in
          cell.warning.reached * 2 > cell.warning.reached + cell.warning.outOfReach
            ? cell.warning.quantile(0.5).map { Double($0) * 0.1 } : nil
        }
      } else {
        made += split(series, "", cells) { cell in
          // a place that nothing reaches is safe
          let all = Double(cell.warning.reached + cell.warning.outOfReach)
          return (Double(cell.enough) + Double(cell.warning.outOfReach)) / all
        }
      }
      return made
    }
  }

  /// Shapley values of one statistic, with the computing error of the replicates; nothing where a
  /// subset has no such value or where nothing changes.
  private func split(
    _ series: Study.Series, _ unit: String, _ cells: [[Counts.Cell]],
    _ value: (Counts.Cell) -> Double?
  ) -> [Figure] {
    let replicates = cells.compactMap { subsets -> [Double]? in
      let values = subsets.compactMap(value)
      return values.count == subsets.count ? Split.shapley(values) : nil
    }
    guard replicates.count == cells.count else { return [] }
    let pooled = cells[0].indices.map { subset in Counts.Cell.pooled(cells.map { $0[subset] }) }
    let values = pooled.compactMap(value)
    guard values.count == pooled.count, Set(values).count > 1 else { return [] }
    let after = analysis.scenario.theatre.postures.firstIndex { $0.id == change.after }!
    let inputs = inputs(of: series.place, series.threat, after)
    let best = Split.shapley(values)
    // the parts add up to the whole, replicate by replicate
    let all = (0...parts.count).map { part in
      part < parts.count
        ? (name(part), best[part], replicates.map { $0[part] })
        : (Analysis.whole, best.reduce(0, +), replicates.map { $0.reduce(0, +) })
    }
    return all.map { name, value, each in
      let half = Estimator.halfWidth(each)
      return Figure(
        id: Analysis.id(
          series.place, "part-of-change", series.threat, "\(change.before)~\(change.after)",
          name),
        estimate: Estimate(value: value, low: value - half, high: value + half),
        unit: unit, draws: pooled[0].warning.reached + pooled[0].warning.outOfReach,
        inputs: inputs)
    }
  }
}
