internal import Kernels
internal import Timelines

/// Counts one replicate, block by block: marks what the plan lists, once, and folds it.
struct Counter {
  let study: Study
  let plan: Plan
  let source: DrawSource
  var counts: Counts
  /// Draws that `Influence` looks at: enough to rank inputs, whatever the number of draws.
  static let influenceDraws = 256

  init(_ study: Study, _ plan: Plan, _ source: DrawSource) {
    (self.study, self.plan, self.source) = (study, plan, source)
    counts = Counts(study, plan)
  }

  mutating func count(replicate: Int, first: Int, draws: Int) {
    let worlds = Worlds(study, source, replicate: replicate, first: first)
    var trials: [Int: Folded] = [:]
    let all = worlds.under(draws: draws)
    var columns = QuantisedColumns(
      source, all.values, replicate: replicate, first: first,
      draws: min(draws, Counter.influenceDraws - first))
    for place in plan.places {
      var marks = PlaceMarks(plan, worlds, draws: draws)
      var folded: [Int: Folded] = [:]
      for group in place.groups {
        let wanted = min(draws, plan.groups[group].draws - min(first, plan.groups[group].draws))
        guard wanted > 0 else { continue }
        let fold = marks.fold(group, draws: wanted, into: &counts.cells[group])
        if plan.groups[group].asks.contains(.support), first < Counter.influenceDraws {
          counts.cells[group].influence.merge(
            columns.influence(of: plan.columns(of: group), on: fold.warning))
        }
        folded[group] = fold
        if plan.onTrial.contains(group) { trials[group] = fold }
      }
      for change in place.changes {
        let (before, after) = plan.changes[change]
        counts.changes[change].count(folded[before]!, folded[after]!)
      }
      countWorst(place, first: first, draws: draws, worlds)
    }
    countTrials(trials, draws: draws)
  }

  /// The least warning over all choices, draw by draw.
  private mutating func countWorst(
    _ place: Plan.Place, first: Int, draws: Int, _ worlds: Worlds
  ) {
    guard let worst = study.worstCase, first < worst.draws, !place.worst.isEmpty else { return }
    var marks = ChoiceMarks(plan, worlds, draws: min(draws, worst.draws - first))
    // small groups first: where a class is silent, all threats together need no further marks
    for index in place.worst {
      let least = marks.least(plan.groups[plan.worst[index]].members)
      for tick in least { counts.worst[index].add(tick) }
    }
  }
}

/// What a group comes to, draw by draw of a block.
struct Folded {
  var warning: [Int32]
  /// The least of each of the other gaps.
  var others: [[Int32]]
  /// How long each link takes of the exposure that decides, where it is alerted; empty where it is not asked.
  var links: [[Int32]] = []

  /// A gap by its number: 0 is what decides.
  func gap(_ index: Int) -> [Int32] { index == 0 ? warning : others[index - 1] }
}

extension Change {
  /// 0 out of reach, 1 no alert, 2 alerted.
  private static func state(_ tick: Int32) -> Int {
    tick == Tick.unreached ? 0 : tick == Tick.silent ? 1 : 2
  }

  mutating func count(_ before: Folded, _ after: Folded) {
    for draw in before.warning.indices {
      let (x, y) = (before.warning[draw], after.warning[draw])
      let (a, b) = (Change.state(x), Change.state(y))
      transitions[3 * a + b] += 1
      if a == 2 && b == 2 {
        difference.add(Tick.difference(x, y))
        for link in links.indices {
          links[link] += Int64(after.links[link][draw]) - Int64(before.links[link][draw])
        }
      }
      guard a != 0 && b != 0 else { continue }
      for gap in others.indices {
        let (x, y) = (before.others[gap][draw], after.others[gap][draw])
        if Change.state(x) == 2 && Change.state(y) == 2 {
          others[gap].add(Tick.difference(x, y))
        }
      }
    }
  }
}

/// What one replicate counts.
struct Counts: Sendable, Hashable {
  /// By group of the plan, by pair of groups, by group of the worst case, by trial.
  var cells: [Cell]
  var changes: [Change]
  var worst: [Tally]
  var verdicts: [Verdict]

  init(_ study: Study, _ plan: Plan) {
    cells = plan.groups.map {
      Cell(plan.folds[$0.fold], members: $0.members.count, asks: $0.asks)
    }
    changes = plan.changes.map { pair in
      let group = plan.groups[pair.before]
      return Change(plan.folds[group.fold], asks: group.asks)
    }
    worst = plan.worst.map { Tally(plan.folds[plan.groups[$0].fold].tick) }
    verdicts = study.trials.map { trial in
      Verdict(study.series[trial.series.first ?? 0].fold)
    }
  }

  mutating func merge(_ other: Counts) {
    for i in cells.indices { cells[i].merge(other.cells[i]) }
    for i in changes.indices { changes[i].merge(other.changes[i]) }
    for i in worst.indices { worst[i].merge(other.worst[i]) }
    for i in verdicts.indices { verdicts[i].merge(other.verdicts[i]) }
  }

  mutating func settle() {
    for i in cells.indices { cells[i].settle() }
    for i in changes.indices { changes[i].settle() }
    for i in worst.indices { worst[i].settle() }
    for i in verdicts.indices { verdicts[i].settle() }
  }
}
