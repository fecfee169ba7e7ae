internal import Findings
internal import Quantities
internal import Timelines

/// A number of a group before it is known of which place and posture it is told.
struct Telling: Sendable {
  let quantity: FigureQuantity
  let statistic: Statistic
  let estimate: Estimate
  let draws: Int
  var absent: [String: Int] = [:]
  /// Of which groups it is told.
  var scope = Fold.Detail.Scope.every
}

/// What one group comes to.
struct GroupTellings {
  let cells: [Cell]
  let fold: Fold
  /// Draws of all replicates.
  let total: Int

  private var reached: [Int] { cells.map(\.reached) }
  private var draws: Int { reached.reduce(0, +) }

  /// Shares and quantiles of what decides, then of the other gaps.
  func gaps() -> [Telling] {
    let absent = absences
    return quantiles(fold.deciding.quantity, cells.map(\.warning), draws: draws, absent: absent)
      + shares(absent)
      + fold.others.enumerated().flatMap { index, gap in
        quantiles(gap.quantity, cells.map { $0.others[index] }, draws: draws)
      }
  }

  /// Twenty quantiles of equal share.
  func dots() -> [Telling] {
    let wanted = fold.deciding.quantity.statistics.filter(Statistic.dots.contains)
    return quantiles(fold.deciding.quantity, cells.map(\.warning), draws: draws, only: wanted)
  }

  /// Draws without a time, by reason.
  private var absences: [String: Int] {
    var result: [String: Int] = [:]
    let outOfReach = cells.reduce(0) { $0 + $1.unreached }
    if outOfReach > 0 { result[Absence.outOfReach.word] = outOfReach }
    for reason in Absence.allCases {
      let count = cells.reduce(0) { $0 + $1.reasons[Int(reason.rawValue)] }
      if count > 0 { result[reason.word] = count }
    }
    let saturated = cells.reduce(0) { $0 + $1.warning.saturated }
    if saturated > 0 { result["counted at the ends of what can be counted"] = saturated }
    return result
  }

  private func shares(_ absent: [String: Int]) -> [Telling] {
    let quantity = fold.deciding.quantity
    return quantity.statistics.filter(\.isShare).compactMap { statistic in
      func telling(_ hits: [Int], of all: [Int], absent: [String: Int] = [:]) -> Telling {
        Telling(
          quantity: quantity, statistic: statistic, estimate: Estimator.share(hits, of: all),
          draws: all.reduce(0, +), absent: absent)
      }
      switch statistic {
      case .outOfReach: return telling(cells.map(\.unreached), of: cells.map(\.draws))
      case .noAlert: return telling(cells.map(\.warning.unalerted), of: reached, absent: absent)
      case .inTime: return telling(cells.map(\.inTime), of: reached)
      case .late: return telling(cells.map(\.late), of: reached)
      case .alerted, .share: return telling(cells.map(\.warning.timed), of: reached)
      default:
        guard let test = fold.tests.firstIndex(where: { $0.statistic == statistic }) else {
          return nil
        }
        return telling(cells.map { $0.passes[test] }, of: reached)
      }
    }
  }

  private func quantiles(
    _ quantity: FigureQuantity, _ tallies: [Tally], draws: Int, absent: [String: Int] = [:],
    only: [Statistic]? = nil, silentLast: Bool = false
  ) -> [Telling] {
    let wanted =
      only
      ?? quantity.statistics.filter { $0.quantile != nil && !Statistic.dots.contains($0) }
    let estimates = Estimator.quantiles(
      wanted.map { $0.quantile! }, of: tallies, silentLast: silentLast)
    return zip(wanted, estimates).map {
      Telling(quantity: quantity, statistic: $0, estimate: $1, draws: draws, absent: absent)
    }
  }

  /// The deciding exposure's marks, s after the first: medians, or how they spread; one that never comes is the latest.
  func moments(spread: Bool) -> [Telling] {
    fold.momentQuantities.enumerated().flatMap { index, quantity in
      let tallies = cells.map { $0.moments[index] }
      return quantiles(
        quantity, tallies, draws: tallies.reduce(0) { $0 + $1.reached },
        only: spread ? nil : [.median], silentLast: true)
    }
  }

  /// The time between every two marks of the chain, where both come.
  func marks() -> [Telling] {
    guard let links = fold.links else { return [] }
    return links.pairs.enumerated().flatMap { index, pair -> [Telling] in
      let tallies = cells.map { $0.gaps[index] }
      let n = tallies.reduce(0) { $0 + $1.timed }
      guard n > 0 else { return [] }
      return quantiles(
        links.gap.of(pair.word), tallies, draws: n,
        absent: n < draws ? ["one of the two never comes": draws - n] : [:])
    }
  }

  /// Of all that arrive, how many have a late alert or none, by why.
  func slips() -> [Telling] {
    guard let slips = fold.slips, draws > 0 else { return [] }
    var hits: [String: [Int]] = [:]
    func add(_ word: String, _ counts: [Int]) {
      hits[word] = zip(hits[word] ?? counts.map { _ in 0 }, counts).map { $0 + $1 }
    }
    for slip in Slip.allCases where slip != .none {
      add(slip.word, cells.map { $0.slips[Int(slip.rawValue)] })
    }
    for (absence, word) in slips.absences {
      add(word, cells.map { $0.reasons[Int(absence.rawValue)] })
    }
    return hits.sorted { $0.key < $1.key }.filter { $0.value.contains { $0 > 0 } }.map {
      Telling(
        quantity: slips.quantity.of($0.key), statistic: .share,
        estimate: Estimator.share($0.value, of: reached), draws: draws)
    }
  }

  /// How often each exposure decides, among the draws in which some exposure arrives.
  func deciders(_ threats: [String]) -> [Telling] {
    guard let quantity = fold.decider else { return [] }
    return threats.enumerated().map { index, threat in
      Telling(
        quantity: quantity.of(threat), statistic: .share,
        estimate: Estimator.share(cells.map { $0.deciding[index] }, of: reached), draws: draws)
    }
  }

  /// By how much the group is out of reach, where it is.
  func shortfall() -> [Telling] {
    guard let quantity = fold.shortfall?.quantity else { return [] }
    let tallies = cells.map(\.shortfall)
    let n = tallies.reduce(0) { $0 + $1.reached }
    return n > 0 ? quantiles(quantity, tallies, draws: n) : []
  }

  /// Numbers of the exposure that decides; what the scenario says nothing of has none.
  func details() -> [Telling] {
    guard draws > 0 else { return [] }
    return fold.details.enumerated().flatMap { index, detail -> [Telling] in
      let tallies = cells.map { $0.details[index] }
      let n = tallies.reduce(0) { $0 + $1.reached }
      guard tallies.contains(where: { $0.timed > 0 }) else { return [] }
      var told = quantiles(detail.quantity, tallies, draws: n)
      for i in told.indices { told[i].scope = detail.scope }
      if detail.quantity.statistics.contains(.atLeastOne) {
        let any = tallies.map { $0.count { $0 > 0 } }
        told.append(
          Telling(
            quantity: detail.quantity, statistic: .atLeastOne,
            estimate: Estimator.share(any, of: tallies.map(\.timed)),
            draws: tallies.reduce(0) { $0 + $1.timed }))
      }
      return told
    }
  }

  /// The inputs that explain most of the warning's variance, and over how many draws.
  ///
  /// - Parameter inputs: of the group, with the number of their components that are told apart.
  func drivers(
    _ inputs: [(address: Address, components: Int)]
  ) -> (draws: Int, leading: [Results.Driver]) {
    let sums = Cell.pooledInfluence(cells)
    guard sums.draws >= GroupTellings.fewest else { return (0, []) }
    var from = 0
    var drivers: [Results.Driver] = []
    for (input, share) in zip(inputs, sums.shares) {
      let places = from..<(from + input.components)
      from = places.upperBound
      guard share >= GroupTellings.noticeable else { continue }
      drivers.append(
        Results.Driver(
          input.address, share,
          beliefs: places.map {
            Results.Belief(
              draws: Int(sums.outcomes[2 * $0]), inTime: Int(sums.outcomes[2 * $0 + 1]))
          }))
    }
    let leading = drivers.sorted { ($1.share, $0.address) < ($0.share, $1.address) }.prefix(10)
    return (Int(sums.draws), Array(leading))
  }

  /// A hundred draws rank inputs by nothing but luck.
  private static let fewest: Int64 = 100
  /// What explains less than half a percent explains nothing.
  private static let noticeable = 0.005

  /// The share of the warning's variance that goes back to each source: the squared correlation with an
  /// input, split over its claims by weight. What is part of the model is called chance.
  func support(
    _ inputs: [(address: Address, law: Law)], _ sourceOf: (String?) -> String
  ) -> [Telling] {
    let sums = Cell.pooledInfluence(cells)
    guard let quantity = fold.support, sums.draws >= GroupTellings.fewest else { return [] }
    var shares: [String: Double] = [:]
    // in an order that does not depend on what else is counted
    let ordered = zip(inputs, sums.shares).sorted { $0.0.address < $1.0.address }
    for (input, share) in ordered {
      for component in input.law.components {
        shares[sourceOf(component.claim), default: 0] += share * component.weight
      }
    }
    let kept = shares.filter {
      $0.value >= GroupTellings.noticeable || Support.own.contains($0.key)
    }
    return kept.sorted { $0.key < $1.key }.map { source, share in
      Telling(
        quantity: quantity.of(source), statistic: .share,
        estimate: Estimate(value: share, low: nil, high: nil), draws: Int(sums.draws))
    }
  }
}

/// What a number goes back to where it goes back to no source.
public enum Support {
  /// A part of the model: weather, launch point, luck.
  public static let chance = "chance"
  /// A claim that cites nobody.
  public static let unsourced = "unsourced"
  static let own: Set<String> = [chance, unsourced]
}
