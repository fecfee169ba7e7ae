public import Findings
public import Quantities
internal import Timelines

/// Places that are told of together: a country, a district.
public struct RegionOfPlaces: Sendable {
  public let subject: FigureSubject
  /// People by place.
  public let people: [(place: FigureSubject, count: Int)]

  public init(_ subject: FigureSubject, people: [(place: FigureSubject, count: Int)]) {
    (self.subject, self.people) = (subject, people)
  }
}

/// Figures of countries and districts: of a person drawn at random from their places.
extension FigureMaker {
  private struct SeriesKey: Hashable {
    let subject: FigureSubject
    let threat: String?
  }

  private struct Told {
    let shares: [Telling]
    let inputs: [Address]
  }

  /// Quantiles and shares run over draws and people together; a place counts by its population, in thousandths
  /// of its region. Regions of which some place was not counted are left out.
  public func regional(_ regions: [RegionOfPlaces]) -> [Figure] {
    let asked = study.series.indices.filter { study.series[$0].asks.contains(.regions) }
    let series = Dictionary(
      asked.map {
        (SeriesKey(subject: study.series[$0].subject, threat: study.series[$0].threat), $0)
      }, uniquingKeysWith: { a, _ in a })
    var threats: [String?] = []
    for index in asked where !threats.contains(study.series[index].threat) {
      threats.append(study.series[index].threat)
    }
    return regions.flatMap { region -> [Figure] in
      let people = max(1, region.people.reduce(0) { $0 + $1.count })
      let weights = region.people.map { max(1, (1_000 * $0.count + people / 2) / people) }
      return threats.flatMap { threat -> [Figure] in
        let members = region.people.compactMap {
          series[SeriesKey(subject: $0.place, threat: threat)]
        }
        guard members.count == region.people.count, !members.isEmpty else { return [] }
        return figures(region.subject, threat, Array(zip(members, weights)))
      }
    }
  }

  private func figures(
    _ subject: FigureSubject, _ threat: String?, _ members: [(index: Int, weight: Int)]
  ) -> [Figure] {
    // postures that share all their groups are told once
    var known: [[Int]: Told] = [:]
    return study.postures.indices.flatMap { posture -> [Figure] in
      let groups = members.map { counted.plan.groupOf[posture][$0.index] }
      let told = known[groups] ?? regional(groups, members)
      known[groups] = told
      return told.shares.map {
        Figure(
          FigureID(
            subject, $0.quantity, of: threat, .posture(study.postures[posture].id), $0.statistic),
          $0.estimate, draws: $0.draws, inputs: told.inputs)
      }
    }
  }

  private func regional(_ groups: [Int], _ members: [(index: Int, weight: Int)]) -> Told {
    let fold = study.series[members[0].index].fold
    let all = groups.map { counted.cells(group: $0) }
    let cells = (0..<counted.replicates).map { replicate in
      Cell.mixed(zip(all, members).map { ($0[replicate], $1.weight) })
    }
    let weight = members.reduce(0) { $0 + $1.weight }
    let quantity = fold.deciding.quantity
    let reached = cells.map(\.reached)
    func telling(_ statistic: Statistic, _ estimate: Estimate, _ n: Int) -> Telling {
      Telling(quantity: quantity, statistic: statistic, estimate: estimate, draws: n / weight)
    }
    func share(_ statistic: Statistic, _ hits: [Int], of draws: [Int]) -> Telling {
      telling(
        statistic, Estimator.share(hits, of: draws, weight: weight), draws.reduce(0, +))
    }
    let times = Estimator.quantiles(
      Statistic.spread.map { $0.quantile! }, of: cells.map(\.warning))
    let told =
      zip(Statistic.spread, times).map { telling($0, $1, reached.reduce(0, +)) } + [
        share(.outOfReach, cells.map(\.unreached), of: cells.map(\.draws)),
        share(.noAlert, cells.map(\.warning.unalerted), of: reached),
      ]
      + (quantity.statistics.contains(.inTime)
        ? [
          share(.inTime, cells.map(\.inTime), of: reached),
          share(.late, cells.map(\.late), of: reached),
        ] : [])
      + fold.tests.enumerated().map { test, asked in
        share(asked.statistic, cells.map { $0.passes[test] }, of: reached)
      }
    return Told(shares: told, inputs: counted.inputs(groups: groups))
  }
}
