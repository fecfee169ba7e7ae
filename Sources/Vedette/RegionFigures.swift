internal import Quantities
internal import Theatre
internal import Warnings

/// Figures of countries and districts: of a person drawn at random from their places.
extension Analysis {
  /// Quantiles and shares run over draws and people together; a place counts by its population, in
  /// thousandths of its region.
  func regional(_ study: Study, _ counts: Counts) -> [Figure] {
    let tables = Dictionary(
      study.series.indices.map {
        ("\(study.series[$0].place)/\(study.series[$0].threat ?? "")", $0)
      },
      uniquingKeysWith: { a, _ in a })
    return scenario.theatre.regions.flatMap { region -> [Figure] in
      let people = max(1, region.places.reduce(0) { $0 + $1.population })
      let weights = region.places.map { max(1, (1_000 * $0.population + people / 2) / people) }
      return ([nil] + presentClasses).flatMap { threat in
        let series = region.places.map { tables["\($0.id)/\(threat ?? "")"]! }
        return study.postures.indices.flatMap {
          figures(region.id, threat, $0, Array(zip(series, weights)), study, counts)
        }
      }
    }
  }

  private func figures(
    _ region: String, _ threat: String?, _ posture: Int, _ series: [(index: Int, weight: Int)],
    _ study: Study, _ counts: Counts
  ) -> [Figure] {
    let cells = counts.cells.map { replicate in
      Counts.Cell.mixed(series.map { (replicate[posture][$0.index], $0.weight) })
    }
    let weight = series.reduce(0) { $0 + $1.weight }
    let all = cells.map { $0.warning.reached + $0.warning.outOfReach }
    let reached = cells.map(\.warning.reached)
    let inputs = addresses(of: series.map(\.index), study, under: [posture])
    func figure(_ statistic: String, _ estimate: Estimate, _ unit: String, _ n: Int) -> Figure {
      Figure(
        id: Analysis.id(region, "warning", threat, study.postures[posture].id, statistic),
        estimate: estimate, unit: unit, draws: n / weight, inputs: inputs)
    }
    func share(_ statistic: String, _ hits: [Int], of draws: [Int]) -> Figure {
      figure(
        statistic, Estimator.share(hits, of: draws, weight: weight), "", draws.reduce(0, +))
    }
    let n = reached.reduce(0, +)
    let times = Estimator.quantiles([0.1, 0.5, 0.9], of: cells.map(\.warning), tick: 0.1)
    return zip(["p10", "median", "p90"], times).map { figure($0, $1, "s", n) } + [
      share("out-of-reach", cells.map(\.warning.outOfReach), of: all),
      share("no-alert", cells.map(\.warning.unalerted), of: reached),
      share("enough", cells.map(\.enough), of: reached),
      share("enough-at-night", cells.map(\.enoughAtNight), of: reached),
    ]
  }
}
