public import Findings
internal import Kernels
internal import Quantities
internal import Timelines

/// Turns what was counted into figures, the same way for every rung: what the rung's quantities declare.
public struct FigureMaker: Sendable {
  let counted: Counted
  /// The source of a claim, or what stands in its place.
  let sourceOf: @Sendable (_ claim: String?) -> String
  /// Postures under which dots are told.
  let dotted: Set<String>

  public init(
    _ counted: Counted, dotted: Set<String> = [],
    sourceOf: @escaping @Sendable (_ claim: String?) -> String
  ) {
    (self.counted, self.dotted, self.sourceOf) = (counted, dotted, sourceOf)
  }

  var study: Study { counted.study }

  /// Everything of every series: under each posture, each pair, the worst case, and by parts; and what drives the warnings.
  public func figures(threads: Int) async throws -> (figures: [Figure], drivers: [Results.Drivers])
  {
    let groups = try await inParallel(counted.plan.groups.count, threads: threads) {
      tellings(of: $0)
    }
    let pairs = try await inParallel(counted.plan.changes.count, threads: threads) {
      tellings(change: $0)
    }
    let figures =
      study.postures.indices.flatMap { underPosture($0, groups) }
      + study.pairs.indices.flatMap { ofPair($0, pairs) } + worstCases() + parts()
    return (figures, study.postures.indices.flatMap { drivers($0, groups) })
  }

  private func drivers(_ posture: Int, _ groups: [Group]) -> [Results.Drivers] {
    study.series.enumerated().compactMap { index, series in
      let drivers = groups[counted.plan.groupOf[posture][index]].drivers
      guard !drivers.leading.isEmpty else { return nil }
      return Results.Drivers(
        subject: series.subject, threat: series.threat, posture: study.postures[posture].id,
        draws: drivers.draws,
        leading: drivers.leading)
    }
  }

  /// What a group comes to, its dots apart, and its inputs.
  struct Group: Sendable {
    let told: [Telling]
    let dots: [Telling]
    let inputs: [Address]
    /// Draws that were looked at, and the inputs that lead.
    var drivers: (draws: Int, leading: [Results.Driver]) = (0, [])
  }

  private func tellings(of index: Int) -> Group {
    let plan = counted.plan
    let group = plan.groups[index]
    // groups of subsets are told by their parts
    guard group.draws == .max else { return Group(told: [], dots: [], inputs: []) }
    let tellings = GroupTellings(
      cells: counted.cells(group: index), fold: plan.folds[group.fold], total: counted.total)
    var told = tellings.gaps()
    if group.asks.contains(.moments) {
      told += tellings.moments(spread: group.asks.contains(.gaps))
    }
    if group.asks.contains(.gaps) { told += tellings.marks() }
    if group.asks.contains(.links) { told += tellings.slips() }
    if group.asks.contains(.deciders) {
      told += tellings.deciders(
        group.members.map {
          study.rungs[plan.marked[$0].rung].exposures[plan.marked[$0].exposure].threatID
        })
    }
    if group.asks.contains(.support) {
      told += tellings.support(plan.columns(of: index).map { plan.inputs[$0] }, sourceOf)
    }
    told += tellings.shortfall()
    if group.asks.contains(.details) { told += tellings.details() }
    return Group(
      told: told, dots: group.asks.contains(.dots) ? tellings.dots() : [],
      inputs: counted.inputs(groups: [index]),
      drivers: group.asks.contains(.support)
        ? tellings.drivers(
          plan.columns(of: index).map {
            (plan.inputs[$0].address, plan.inputs[$0].law.claimsToldApart)
          }) : (0, []))
  }

  private func underPosture(_ posture: Int, _ groups: [Group]) -> [Figure] {
    let id = study.postures[posture].id
    return study.series.enumerated().flatMap { index, series -> [Figure] in
      let group = groups[counted.plan.groupOf[posture][index]]
      let told =
        group.told.filter { $0.scope.covers(allThreats: series.threat == nil) }
        + (dotted.contains(id) ? group.dots : [])
      return told.map {
        Figure(
          FigureID(series.subject, $0.quantity, of: series.threat, .posture(id), $0.statistic),
          $0.estimate, draws: $0.draws, absent: $0.absent, inputs: group.inputs)
      }
    }
  }
}

// MARK: changes

extension FigureMaker {
  /// What a pair of groups comes to.
  struct Pair: Sendable {
    let told: [Telling]
    let shifts: [Telling]
    let isReached: Bool
    let inputs: [Address]
  }

  private func tellings(change index: Int) -> Pair {
    let plan = counted.plan
    let (before, after) = plan.changes[index]
    let sides = (counted.cells(group: before), counted.cells(group: after))
    let fold = plan.folds[plan.groups[before].fold]
    let changes = counted.changes(index: index)
    let told =
      ChangeTellings(counted.total, draws: counted.draws, fold: fold).all(changes)
    return Pair(
      told: told, shifts: shifts(fold, sides.0, sides.1),
      isReached: (sides.0 + sides.1).contains { $0.reached > 0 },
      inputs: counted.inputs(groups: [before, after]))
  }

  /// How quantiles and the shares without an alert and with one in time move: of both postures on their own, with the error
  /// of their difference.
  private func shifts(_ fold: Fold, _ before: [Cell], _ after: [Cell]) -> [Telling] {
    let quantity = fold.deciding.quantity
    let sides = (before.map(\.warning), after.map(\.warning))
    let reached = (before.map(\.reached), after.map(\.reached))
    func share(_ hits: (Cell) -> Int) -> Estimate? {
      Estimator.shift(hits: (before.map(hits), after.map(hits)), of: reached)
    }
    let shifts = Statistic.shifts + [.shiftInTime]
    return quantity.changes.filter(shifts.contains).compactMap { statistic in
      let estimate =
        statistic.quantile.map { Estimator.shift($0, before: sides.0, after: sides.1) }
        ?? share(statistic == .shiftInTime ? \.inTime : \.warning.unalerted)
      return estimate.map {
        Telling(quantity: quantity, statistic: statistic, estimate: $0, draws: counted.total)
      }
    }
  }

  private func ofPair(_ index: Int, _ pairs: [Pair]) -> [Figure] {
    let (before, after) = study.pairs[index]
    let setting = FigureSetting.pair(
      before: study.postures[before].id, after: study.postures[after].id)
    return study.series.enumerated().flatMap { place, series -> [Figure] in
      let pair = pairs[counted.plan.changeOf[index][place]]
      // a class that neither posture has, or that reaches the place under neither
      guard series.threat == nil || pair.isReached else { return [] }
      let told = pair.told + (series.asks.contains(.shifts) ? pair.shifts : [])
      return told.map {
        Figure(
          FigureID(series.subject, $0.quantity, of: series.threat, setting, $0.statistic),
          $0.estimate, draws: $0.draws, absent: $0.absent, inputs: pair.inputs)
      }
    }
  }
}

/// What a change comes to, draw by draw.
private struct ChangeTellings {
  let total, draws: Int
  let fold: Fold

  init(_ total: Int, draws: Int, fold: Fold) {
    (self.total, self.draws, self.fold) = (total, draws, fold)
  }

  func all(_ changes: [Change]) -> [Telling] {
    let quantity = fold.deciding.quantity
    return quantiles(quantity, changes.map(\.difference), "not alerted in both")
      + fold.others.enumerated().flatMap { index, gap in
        quantiles(gap.quantity, changes.map { $0.others[index] }, "not reached in both")
      } + links(changes)
      + Statistic.transitions.enumerated().filter { quantity.changes.contains($0.element) }
      .map { index, statistic in
        let hits = changes.map { $0.transitions[index] }
        return Telling(
          quantity: quantity, statistic: statistic,
          estimate: Estimator.share(hits, of: hits.map { _ in draws }), draws: total)
      }
  }

  /// What each link adds to what is left, on the average of the draws alerted in both: the last one, the whole way, by
  /// taking longer, every other by taking less. They add up to the mean change.
  private func links(_ changes: [Change]) -> [Telling] {
    guard let links = fold.links, changes.allSatisfy({ !$0.links.isEmpty }) else { return [] }
    let counts = changes.map { $0.difference.timed }
    let n = counts.reduce(0, +)
    guard n > 0 else { return [] }
    return links.words.enumerated().map { index, word in
      let sign = index == links.words.count - 1 ? 1.0 : -1.0
      let sums = changes.map { sign * Double($0.links[index]) * fold.tick.length }
      let value = sums.reduce(0, +) / Double(n)
      let each = zip(sums, counts).filter { $0.1 > 0 }.map { $0 / Double($1) }
      let half = each.count > 1 ? Estimate.halfWidth(of: each) : nil
      return Telling(
        quantity: links.change.of(word), statistic: .mean,
        estimate: Estimate(
          value: value, low: half.map { value - $0 }, high: half.map { value + $0 }), draws: n,
        absent: n < total ? ["not alerted in both": total - n] : [:])
    }
  }

  private func quantiles(
    _ quantity: FigureQuantity, _ tallies: [Tally], _ reason: String
  ) -> [Telling] {
    let wanted = quantity.changes.filter(Statistic.spread.contains)
    let n = tallies.reduce(0) { $0 + $1.timed }
    let estimates = Estimator.quantiles(wanted.map { $0.quantile! }, of: tallies)
    return zip(wanted, estimates).map {
      Telling(
        quantity: quantity, statistic: $0, estimate: $1, draws: n,
        absent: n < total ? [reason: total - n] : [:])
    }
  }
}

// MARK: worst case

extension FigureMaker {
  /// What is left when the other side takes the worst of its choices in each draw. Knowledge and chance are
  /// drawn as before; it stands beside the analyst's mix, in which the choices are drawn like any other input.
  private func worstCases() -> [Figure] {
    guard let worst = study.worstCase else { return [] }
    return worst.postures.enumerated().flatMap { place, posture in
      study.series.enumerated().flatMap { index, series -> [Figure] in
        guard let quantity = series.fold.worstCase, let tallies = counted.worst(place, index),
          tallies.contains(where: { $0.reached > 0 })
        else { return [] }
        let reached = tallies.map(\.reached)
        let inputs = counted.inputs(of: [index], under: [posture])
        func figure(_ statistic: Statistic, _ estimate: Estimate) -> Figure {
          Figure(
            FigureID(
              series.subject, quantity, of: series.threat,
              .posture(study.postures[posture].id), statistic),
            estimate, draws: reached.reduce(0, +), inputs: inputs)
        }
        let times = quantity.statistics.filter { $0.quantile != nil }
        return zip(times, Estimator.quantiles(times.map { $0.quantile! }, of: tallies)).map {
          figure($0, $1)
        } + [figure(.noAlert, Estimator.share(tallies.map(\.unalerted), of: reached))]
      }
    }
  }
}
