internal import Quantities
internal import Scenarios
internal import Tactical
internal import Theatre
internal import Timelines
internal import Warnings

/// What is left of the warning when the other side takes the worst of its choices in each draw.
///
/// Knowledge and chance are drawn as before; launch point, height and the other adversary inputs are
/// the corners that `Rung.choices` lists, and the least warning over all of them counts. It stands
/// beside the analyst's mix, in which these inputs are drawn like any other, for both sides of the
/// headline question.
extension Analysis {
  /// Draws a replicate at most: every draw is flown twelve times.
  static let worstDraws = 8

  func worstCases(
    _ draws: Int, seed: UInt64, threads: Int, progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> [Figure] {
    let drawn = min(draws, Analysis.worstDraws)
    let theatre = scenario.theatre
    let asked = [theatre.headline.before.value, theatre.headline.after.value]
    let rungs = zip(theatre.postures, rungs).filter { asked.contains($0.0.id) }
    let study = Study(
      postures: rungs.map { Study.Posture(id: $0.0.id, rung: $0.1) },
      series: series(rungs.map(\.1)), pairs: [], trials: [], seed: seed, isWorstCase: true)
    let counts = try await study.counts(
      draws: 0..<drawn, block: drawn, threads: threads, progress: progress)
    return study.postures.indices.flatMap { posture in
      study.series.indices.flatMap { worst(study, counts, posture, $0) }
    }
  }

  private func worst(
    _ study: Study, _ counts: Counts, _ posture: Int, _ index: Int
  ) -> [Figure] {
    let series = study.series[index]
    let tallies = counts.cells.map { $0[posture][index].warning }
    let reached = tallies.map(\.reached)
    let n = reached.reduce(0, +)
    guard n > 0 else { return [] }
    let own = scenario.theatre.postures.firstIndex { $0.id == study.postures[posture].id }!
    let inputs = addresses(of: [series.members[posture]], rungs: [rungs[own]])
    func figure(_ statistic: String, _ estimate: Estimate, _ unit: String) -> Figure {
      Figure(
        id: Analysis.id(
          series.place, "worst-warning", series.threat, study.postures[posture].id, statistic),
        estimate: estimate, unit: unit, draws: n, inputs: inputs)
    }
    let times = Estimator.quantiles([0.1, 0.5, 0.9], of: tallies, tick: 0.1)
    return zip(["p10", "median", "p90"], times).map { figure($0, $1, "s") } + [
      figure("no-alert", Estimator.share(tallies.map(\.unalerted), of: reached), "")
    ]
  }
}
