internal import Kernels
internal import Timelines

/// The rungs of a study with what their exposures share in one block of draws, made when they are asked for.
final class Worlds {
  /// All rungs under as many draws.
  final class Under {
    let draws: Int
    let values: [Lanes]
    private var prepared: [(any Marker)?]
    private let prepare: (Int, [(any Marker)?]) -> any Marker

    init(
      _ draws: Int, _ values: [Lanes], rungs: Int,
      _ prepare: @escaping (_ rung: Int, _ others: [(any Marker)?]) -> any Marker
    ) {
      (self.draws, self.values, self.prepare) = (draws, values, prepare)
      prepared = Array(repeating: nil, count: rungs)
    }

    func mark(_ rung: Int, _ exposure: Int, into block: inout TimelineBlock) {
      let marker = prepared[rung] ?? prepare(rung, prepared)
      if prepared[rung] == nil { prepared[rung] = marker }
      marker.mark(exposure, into: &block)
    }
  }

  private let study: Study
  private let source: DrawSource
  private let replicate, first: Int
  private var plain: [Int: Under] = [:]
  private var chosen: [Int: Under] = [:]

  init(_ study: Study, _ source: DrawSource, replicate: Int, first: Int) {
    (self.study, self.source, self.replicate, self.first) = (study, source, replicate, first)
  }

  /// The first draws of the block as they fall.
  func under(draws: Int) -> Under {
    if let known = plain[draws] { return known }
    let made = make(draws, chosen: [:])
    plain[draws] = made
    return made
  }

  /// The same with one of the other side's extreme choices; always for as many draws.
  func under(choice: Int, draws: Int) -> Under {
    if let known = chosen[choice] { return known }
    let made = make(draws, chosen: source.choices(study.rungs, index: choice))
    chosen[choice] = made
    return made
  }

  private func make(_ draws: Int, chosen: [Int: Double]) -> Under {
    let values = source.values(replicate: replicate, first: first, count: draws, chosen: chosen)
    let (study, source, replicate, first) = (study, source, replicate, first)
    return Under(draws, values, rungs: study.rungs.count) { rung, others in
      Worlds.prepared(
        study.rungs[rung],
        source.block(
          rung: rung, values: values, replicate: replicate, first: first, count: draws),
        beside: others)
    }
  }

  private static func prepared<R: Rung>(
    _ rung: R, _ draws: DrawBlock, beside others: [(any Marker)?]
  ) -> any Marker {
    let other = others.lazy.compactMap { $0 as? Prepared<R> }.first
    return Prepared(
      rung: rung, world: rung.world(under: draws, beside: other?.world), draws: draws)
  }
}

/// Marks exposures in one block of draws.
protocol Marker {
  func mark(_ exposure: Int, into block: inout TimelineBlock)
}

/// A rung with what its exposures share in these draws.
private struct Prepared<R: Rung>: Marker {
  let rung: R
  let world: R.World
  let draws: DrawBlock

  func mark(_ exposure: Int, into block: inout TimelineBlock) {
    rung.mark(exposure, in: world, under: draws, into: &block)
  }
}

/// The marks of one place over one block: every exposure is marked once, for all groups that share it.
struct PlaceMarks {
  private let plan: Plan
  private let worlds: Worlds
  private var columns: [Int: MarkColumns] = [:]
  private var block: TimelineBlock

  init(_ plan: Plan, _ worlds: Worlds, draws: Int) {
    (self.plan, self.worlds) = (plan, worlds)
    block = TimelineBlock(groups: (draws + 3) / 4)
  }

  private mutating func marked(_ mark: Int, draws wanted: Int) -> MarkColumns {
    if let known = columns[mark], known.draws >= wanted { return known }
    let exposure = plan.marked[mark]
    let groups = (wanted + 3) / 4
    if block.groups == groups { block.clear() } else { block = TimelineBlock(groups: groups) }
    worlds.under(draws: wanted).mark(exposure.rung, exposure.exposure, into: &block)
    let fold = plan.folds[exposure.fold]
    let made = MarkColumns(block, fold, plan.rows(exposure.fold), draws: wanted)
    columns[mark] = made
    return made
  }

  /// The exposure that leaves least, draw by draw.
  mutating func fold(_ group: Int, draws wanted: Int, into cell: inout Cell) -> Folded {
    let (members, asks) = (plan.groups[group].members, plan.groups[group].asks)
    let fold = plan.folds[plan.groups[group].fold]
    let rows = plan.rows(plan.groups[group].fold)
    let marks = members.map { marked($0, draws: wanted) }
    var folded = Folded(
      warning: [Int32](repeating: Tick.unreached, count: wanted),
      others: fold.others.map { _ in [Int32](repeating: Tick.unreached, count: wanted) })
    if asks.contains(.links), let links = fold.links {
      folded.links = links.words.map { _ in [Int32](repeating: 0, count: wanted) }
    }
    let allPassed = Int32(1 << fold.tests.count) - 1
    for draw in 0..<wanted {
      var (warning, deciding, passed) = (Tick.unreached, -1, allPassed)
      for (index, marks) in marks.enumerated() {
        let mine = marks[0, draw]
        guard mine != Tick.unreached else { continue }
        if deciding < 0 || mine < warning { (warning, deciding) = (mine, index) }
        passed &= marks[rows.flags, draw]
        for gap in fold.others.indices {
          folded.others[gap][draw] = min(folded.others[gap][draw], marks[1 + gap, draw])
        }
      }
      folded.warning[draw] = warning
      cell.warning.add(warning)
      for gap in fold.others.indices { cell.others[gap].add(folded.others[gap][draw]) }
      guard deciding >= 0 else {
        if rows.count > rows.shortfall {
          let least = marks.map { $0[rows.shortfall, draw] }.min() ?? 0
          if least > 0 { cell.shortfall.add(least) }
        }
        continue
      }
      let links = fold.links?.marks ?? []
      if !folded.links.isEmpty, warning != Tick.silent {
        folded.add(marks[deciding], links, rows.links, draw)
      }
      cell.count(marks[deciding], deciding, draw, rows, passed: passed, links: links.count)
    }
    return folded
  }
}

extension Folded {
  /// Link by link from the last: a mark that is not known, or comes after the next, is taken to come with it.
  fileprivate mutating func add(
    _ marks: MarkColumns, _ chain: [(mark: Mark, link: String?)], _ row: Int, _ draw: Int
  ) {
    var (link, end) = (links.count - 1, Int32.max)
    for place in chain.indices.reversed() where chain[place].link != nil {
      let own = marks[row + place, draw]
      if link == links.count - 1 {
        links[link][draw] = own
      } else {
        let start = own == Tick.silent ? end : min(own, end)
        if link < links.count - 2 { links[link + 1][draw] = Tick.difference(start, end) }
        (end, links[link][draw]) = (start, start)
      }
      link -= 1
    }
  }
}

extension Cell {
  /// What the exposure that decides adds.
  ///
  /// - Parameter links: marks of the chain.
  fileprivate mutating func count(
    _ marks: MarkColumns, _ index: Int, _ draw: Int, _ rows: Rows, passed: Int32, links: Int
  ) {
    for test in passes.indices where passed & (1 << Int32(test)) != 0 { passes[test] += 1 }
    let flags = marks[rows.flags, draw]
    if marks[0, draw] == Tick.silent {
      reasons[MarkColumns.reason(flags)] += 1
    } else if marks[0, draw] < 0 {
      slips[MarkColumns.slip(flags)] += 1
    }
    if !deciding.isEmpty { deciding[index] += 1 }
    for row in moments.indices { moments[row].add(marks[rows.moments + row, draw]) }
    for row in details.indices {
      let tick = marks[rows.details + row, draw]
      if tick != Tick.unreached { details[row].add(tick) }
    }
    guard !gaps.isEmpty else { return }
    var pair = 0
    for from in 0..<links {
      let first = marks[rows.links + from, draw]
      for to in from + 1..<max(links, from + 1) {
        let last = marks[rows.links + to, draw]
        if first != Tick.silent && last != Tick.silent {
          gaps[pair].add(Tick.difference(first, last))
        }
        pair += 1
      }
    }
  }
}

/// The marks of one place under the other side's extreme choices.
struct ChoiceMarks {
  private let plan: Plan
  private let worlds: Worlds
  private let draws: Int
  private var known: [Int: [Int32]] = [:]
  private var block: TimelineBlock

  init(_ plan: Plan, _ worlds: Worlds, draws: Int) {
    (self.plan, self.worlds, self.draws) = (plan, worlds, draws)
    block = TimelineBlock(groups: (draws + 3) / 4)
  }

  /// The least warning of a group over all choices.
  mutating func least(_ members: [Int]) -> [Int32] {
    var all = [Int32](repeating: Tick.unreached, count: draws)
    for member in members {
      // nothing is less than no alert
      if all.allSatisfy({ $0 == Tick.silent }) { break }
      let own = known[member] ?? least(of: plan.marked[member])
      known[member] = own
      for draw in all.indices { all[draw] = min(all[draw], own[draw]) }
    }
    return all
  }

  private mutating func least(of exposure: Plan.Marked) -> [Int32] {
    var all = [Int32](repeating: Tick.unreached, count: draws)
    let fold = plan.folds[exposure.fold]
    for (choice, first) in exposure.choices.enumerated() where choice == first {
      if all.allSatisfy({ $0 == Tick.silent }) { break }
      block.clear()
      worlds.under(choice: choice, draws: draws)
        .mark(exposure.rung, exposure.exposure, into: &block)
      let own = MarkColumns(block, deciding: fold, draws: draws)
      for draw in all.indices { all[draw] = min(all[draw], own[0, draw]) }
    }
    return all
  }
}
