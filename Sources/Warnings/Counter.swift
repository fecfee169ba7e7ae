internal import Kernels
internal import Timelines

/// Counts one replicate, block by block.
struct Counter {
  let study: Study
  let source: DrawSource
  private let identities: [[Int]]
  var counts: Counts
  /// Warning and flight ticks by posture and series, draw by draw of the block.
  var warnings: [[[Int32]]]
  var flights: [[[Int32]]]
  /// Blocks of marks, one an exposure of the place at hand, used again and again.
  private var pool: [TimelineBlock] = []

  /// - Parameter identities: of `DrawSource.identities`.
  init(_ study: Study, _ source: DrawSource, identities: [[Int]]) {
    (self.study, self.source, self.identities) = (study, source, identities)
    counts = Counts(study)
    warnings = study.postures.map { _ in study.series.map { _ in [] } }
    flights = warnings
  }

  mutating func count(replicate: Int, first: Int, draws: Int) {
    guard !study.isWorstCase else {
      countWorst(replicate: replicate, first: first, draws: draws)
      return
    }
    let values = source.values(replicate: replicate, first: first, count: draws)
    let marks = marking(values, replicate: replicate, first: first, draws: draws)
    evaluate(marks, groups: (draws + 3) / 4, draws: draws)
    for posture in study.postures.indices where first < 256 {
      addInfluence(posture, values, first: first, draws: draws)
    }
    countChanges(draws)
    countTrials(draws)
    counts.draws += draws
  }

  /// The least warning over everything the other side may choose, draw by draw.
  private mutating func countWorst(replicate: Int, first: Int, draws: Int) {
    let rungs = study.rungs
    var worst = (warnings, flights)
    let empty = counts.cells
    for index in 0..<(rungs.map(\.choices).max() ?? 1) {
      let values = source.values(
        replicate: replicate, first: first, count: draws,
        chosen: source.choices(rungs, index: index))
      let marks = marking(values, replicate: replicate, first: first, draws: draws)
      counts.cells = empty
      evaluate(marks, groups: (draws + 3) / 4, draws: draws)
      for posture in study.postures.indices {
        for series in study.series.indices {
          let mine = (warnings[posture][series], flights[posture][series])
          worst.0[posture][series] =
            index == 0
            ? mine.0 : zip(worst.0[posture][series], mine.0).map { Swift.min($0, $1) }
          worst.1[posture][series] =
            index == 0
            ? mine.1 : zip(worst.1[posture][series], mine.1).map { Swift.min($0, $1) }
        }
      }
    }
    counts.cells = empty
    for posture in study.postures.indices {
      for series in study.series.indices {
        for draw in 0..<draws {
          counts.cells[0][posture][series].warning.add(worst.0[posture][series][draw])
          counts.cells[0][posture][series].flight.add(worst.1[posture][series][draw])
        }
      }
    }
    counts.draws += draws
  }

  private typealias Marking = (_ exposure: Int, _ block: inout TimelineBlock) -> Void

  /// Every rung with its world of these draws.
  private func marking(
    _ values: [Lanes], replicate: Int, first: Int, draws: Int
  ) -> [Marking] {
    study.rungs.indices.map { index in
      Counter.prepared(
        study.rungs[index],
        source.block(
          rung: index, values: values, replicate: replicate, first: first, count: draws))
    }
  }

  /// A rung with its world of these draws.
  private static func prepared<R: Rung>(_ rung: R, _ block: DrawBlock) -> Marking {
    let world = rung.world(under: block)
    return { rung.mark($0, in: world, under: block, into: &$1) }
  }

  /// Place by place: an exposure is marked once, for all series and postures that share it.
  private mutating func evaluate(_ marks: [Marking], groups: Int, draws: Int) {
    var slots: [Int: Int] = [:]
    var place: String?
    for (index, series) in study.series.enumerated() {
      if series.place != place {
        slots.removeAll(keepingCapacity: true)
        place = series.place
      }
      for posture in study.postures.indices {
        let rung = study.rungOf[posture]
        for member in series.members[posture] where slots[identities[rung][member]] == nil {
          let slot = slots.count
          slots[identities[rung][member]] = slot
          if slot == pool.count || pool[slot].groups != groups {
            pool.removeSubrange(slot...)
            pool.append(TimelineBlock(groups: groups))
          } else {
            pool[slot].clear()
          }
          marks[rung](member, &pool[slot])
        }
        fold(
          series.members[posture].map { slots[identities[rung][$0]]! }, posture, index,
          draws: draws)
      }
    }
  }

  /// The least warning, flight and margin over the threats that reach, draw by draw.
  private mutating func fold(
    _ slots: [Int], _ posture: Int, _ series: Int, draws: Int
  ) {
    var folded = Folded(warnings: [], flights: [])
    Counter.fold(
      slots, of: pool, draws: draws, series: study.series[series], ticks: study.ticksPerSecond,
      into: &folded, cell: &counts.cells[0][posture][series])
    warnings[posture][series] = folded.warnings
    flights[posture][series] = folded.flights
  }

  /// Ticks of one series, draw by draw.
  private struct Folded {
    var warnings: [Int32]
    var flights: [Int32]
  }

  private static func fold(
    _ slots: [Int], of pool: [TimelineBlock], draws: Int, series: Study.Series, ticks: Double,
    into folded: inout Folded, cell: inout Counts.Cell
  ) {
    func tick(_ seconds: Double) -> Int32 { Int32((seconds * ticks).rounded()) }
    folded.warnings = [Int32](repeating: Tally.unreached, count: draws)
    folded.flights = folded.warnings
    for draw in 0..<draws {
      let (group, lane) = (draw / 4, draw % 4)
      var (warning, flight, deciding) = (Tally.unreached, Tally.unreached, -1)
      var (enough, enoughAtNight) = (true, true)
      var shortfall = Double.infinity
      for slot in slots { shortfall = min(shortfall, pool[slot].value(.shortfall, group)[lane]) }
      for (index, slot) in slots.enumerated()
      where pool[slot].absence(.arrived, group)[lane] == 0 {
        let arrived = pool[slot].time(.arrived, group)[lane]
        let alerted = pool[slot].absence(.alerted, group)[lane] == 0
        let mine =
          alerted ? tick(arrived - pool[slot].time(.alerted, group)[lane]) : Tally.silent
        if deciding < 0 || mine < warning { (warning, deciding) = (mine, index) }
        flight = min(flight, tick(arrived - pool[slot].time(.launched, group)[lane]))
        enough =
          enough && pool[slot].absence(.ready, group)[lane] == 0
          && pool[slot].time(.ready, group)[lane] <= arrived
        enoughAtNight =
          enoughAtNight && pool[slot].absence(.readyAtNight, group)[lane] == 0
          && pool[slot].time(.readyAtNight, group)[lane] <= arrived
      }
      (folded.warnings[draw], folded.flights[draw]) = (warning, flight)
      cell.warning.add(warning)
      cell.flight.add(flight)
      guard deciding >= 0 else {
        if shortfall > 0, shortfall.isFinite {
          cell.add(Int32((shortfall / 1_000).rounded(.up)), to: .shortfall)
        }
        continue
      }
      cell.deciding[deciding] += 1
      if enough { cell.enough += 1 }
      if enoughAtNight { cell.enoughAtNight += 1 }
      let story = slots[deciding]
      if warning == Tally.silent {
        cell.reasons[Int(pool[story].absence(.alerted, group)[lane])] += 1
      }
      if series.details { detail(pool[story], group, lane, tick, &cell) }
      for (index, mark) in series.marks.enumerated() {
        let present = pool[story].absence(mark, group)[lane] == 0
        cell.marks[index].add(
          present ? Int32(pool[story].time(mark, group)[lane].rounded()) : Tally.silent)
      }
    }
  }

  /// Notice, chances to intercept, and what the alarms of a month amount to, of the deciding threat.
  private static func detail(
    _ story: TimelineBlock, _ group: Int, _ lane: Int, _ tick: (Double) -> Int32,
    _ cell: inout Counts.Cell
  ) {
    func time(_ mark: Mark) -> Double? {
      story.absence(mark, group)[lane] == 0 ? story.time(mark, group)[lane] : nil
    }
    let arrived = time(.arrived)!
    cell.add(time(.noticed).map { tick(arrived - $0) } ?? Tally.silent, to: .notice)
    cell.add(
      Int32(story.value(.opportunities, group)[lane].rounded()), to: .opportunities)
    guard let alerted = time(.alerted), let cleared = time(.cleared) else { return }
    let alarms = story.value(.alarms, group)[lane]
    guard alarms > 0 else { return }
    cell.add(
      Int32((alarms * max(cleared - alerted, 0) / 60).rounded()), to: .alarmMinutes)
    cell.add(
      Int32((10 * story.value(.alarmsInVain, group)[lane]).rounded()), to: .alarmsInVain)
  }

  /// Only the first 256 draws of a replicate: enough to rank inputs, whatever the number of draws.
  private mutating func addInfluence(
    _ posture: Int, _ values: [Lanes], first: Int, draws: Int
  ) {
    let map = source.maps[study.rungOf[posture]]
    let groups = (draws + 3) / 4
    let used = min(draws, 256 - first)
    let columns = map.map { column in
      (0..<used).map {
        source.quantised(values[column * groups + $0 / 4][$0 % 4], column: column)
      }
    }
    for (index, series) in study.series.enumerated()
    where !series.marks.isEmpty && !series.members[posture].isEmpty {
      var sums = Influence()
      sums.input = Array(repeating: 0, count: map.count)
      sums.input2 = sums.input
      sums.product = Array(repeating: 0, count: map.count)
      let warnings = self.warnings[posture][index]
      let timed = (0..<used).filter {
        warnings[$0] != Tally.silent && warnings[$0] != Tally.unreached
      }
      for draw in timed {
        let w = Int64(warnings[draw])
        sums.draws += 1
        sums.warning += w
        sums.warning2 += Int128(w * w)
      }
      for (i, column) in columns.enumerated() {
        var (x, x2, wx) = (Int64(0), Int64(0), Int64(0))
        for draw in timed {
          x += column[draw]
          x2 += column[draw] * column[draw]
          wx += column[draw] * Int64(warnings[draw])
        }
        (sums.input[i], sums.input2[i], sums.product[i]) = (x, x2, Int128(wx))
      }
      counts.cells[0][posture][index].influence.merge(sums)
    }
  }

  private static func state(_ tick: Int32) -> Int {
    tick == Tally.unreached ? 0 : tick == Tally.silent ? 1 : 2
  }

  private mutating func countChanges(_ draws: Int) {
    for (pair, postures) in study.pairs.enumerated() {
      for series in study.series.indices {
        let (before, after) = (warnings[postures.before][series], warnings[postures.after][series])
        let flight = (flights[postures.before][series], flights[postures.after][series])
        for draw in 0..<draws {
          let (a, b) = (Counter.state(before[draw]), Counter.state(after[draw]))
          counts.changes[0][pair][series].transitions[3 * a + b] += 1
          if a == 2 && b == 2 {
            counts.changes[0][pair][series].difference.add(after[draw] - before[draw])
          }
          if a != 0 && b != 0 {
            counts.changes[0][pair][series].flight.add(flight.1[draw] - flight.0[draw])
          }
        }
      }
    }
  }
}
