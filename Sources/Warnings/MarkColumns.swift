internal import Kernels
internal import Timelines

/// Where a fold's numbers stand in `MarkColumns`.
struct Rows: Sendable {
  /// What decides stands in row 0, the other gaps behind it.
  let flags, moments, details, links, shortfall, count: Int

  init(_ fold: Fold) {
    flags = 1 + fold.others.count
    moments = flags + 1
    details = moments + fold.moments.count
    links = details + fold.details.count
    shortfall = links + (fold.links?.marks.count ?? 0)
    count = shortfall + (fold.shortfall == nil ? 0 : 1)
  }
}

/// What the folds read of one exposure over one block of draws: whole ticks, row after row.
struct MarkColumns {
  let draws: Int
  private(set) var values: [Int32]

  /// Bits of the tests that are passed in the two low bytes, why there is no alert in the next, and why it is late in the
  /// highest.
  private static let reasonShift: Int32 = 16
  private static let slipShift: Int32 = 24

  static func flags(passed: Int32, reason: UInt8, slip: Int32) -> Int32 {
    passed | Int32(reason) << reasonShift | slip << slipShift
  }

  static func reason(_ flags: Int32) -> Int { Int(flags >> reasonShift & 0xFF) }
  static func slip(_ flags: Int32) -> Int { Int(flags >> slipShift) }

  /// The tick of a row in a draw, counted from the first of the block.
  @inline(__always)
  subscript(row: Int, draw: Int) -> Int32 { values[row * draws + draw] }

  /// Only what decides.
  init(_ block: TimelineBlock, deciding fold: Fold, draws: Int) {
    self.draws = draws
    values = [Int32](repeating: Tick.silent, count: draws)
    values.withUnsafeMutableBufferPointer {
      MutableRows(base: $0, draws: draws).gap(0, fold.deciding, block, fold.tick)
    }
  }

  init(_ block: TimelineBlock, _ fold: Fold, _ rows: Rows, draws: Int) {
    self.draws = draws
    values = [Int32](repeating: Tick.silent, count: rows.count * draws)
    values.withUnsafeMutableBufferPointer { out in
      let out = MutableRows(base: out, draws: draws)
      out.gap(0, fold.deciding, block, fold.tick)
      for (index, gap) in fold.others.enumerated() { out.gap(1 + index, gap, block, fold.tick) }
      out.flags(rows.flags, fold, block)
      for (index, mark) in fold.moments.enumerated() {
        out.mark(rows.moments + index, mark, block, .second)
      }
      for (index, detail) in fold.details.enumerated() {
        out.detail(rows.details + index, detail, block)
      }
      for (index, link) in (fold.links?.marks ?? []).enumerated() {
        out.mark(rows.links + index, link.mark, block, fold.tick)
      }
      if let shortfall = fold.shortfall { out.shortfall(rows.shortfall, shortfall.measure, block) }
    }
  }
}

/// The rows of one exposure while they are written.
private struct MutableRows {
  let base: UnsafeMutableBufferPointer<Int32>
  let draws: Int

  /// Last minus first: `unreached` without the last mark, `silent` without the first.
  @inline(__always)
  func gap(_ row: Int, _ gap: Fold.Gap, _ block: TimelineBlock, _ tick: Tick) {
    for draw in 0..<draws {
      let (group, lane) = (draw / 4, draw % 4)
      guard block.absence(gap.last, group)[lane] == 0 else {
        base[row * draws + draw] = Tick.unreached
        continue
      }
      base[row * draws + draw] =
        block.absence(gap.first, group)[lane] == 0
        ? tick.count(block.time(gap.last, group)[lane] - block.time(gap.first, group)[lane])
        : Tick.silent
    }
  }

  @inline(__always)
  func flags(_ row: Int, _ fold: Fold, _ block: TimelineBlock) {
    for draw in 0..<draws {
      let (group, lane) = (draw / 4, draw % 4)
      var passed: Int32 = 0
      for (bit, test) in fold.tests.enumerated()
      where block.absence(test.mark, group)[lane] == 0
        && block.absence(test.limit, group)[lane] == 0
        && block.time(test.mark, group)[lane] <= block.time(test.limit, group)[lane]
      {
        passed |= 1 << Int32(bit)
      }
      base[row * draws + draw] = MarkColumns.flags(
        passed: passed, reason: block.absence(fold.deciding.first, group)[lane],
        slip: fold.slips.map { Int32(block.value($0.measure, group)[lane]) } ?? 0)
    }
  }

  /// A mark, ticks after the launch; `silent` where it never comes.
  @inline(__always)
  func mark(_ row: Int, _ mark: Mark, _ block: TimelineBlock, _ tick: Tick) {
    for draw in 0..<draws where block.absence(mark, draw / 4)[draw % 4] == 0 {
      base[row * draws + draw] = tick.count(block.time(mark, draw / 4)[draw % 4])
    }
  }

  @inline(__always)
  func shortfall(_ row: Int, _ measure: Measure, _ block: TimelineBlock) {
    for draw in 0..<draws {
      let metres = block.value(measure, draw / 4)[draw % 4]
      base[row * draws + draw] =
        metres > 0 && metres.isFinite ? Tick.held((metres / 1_000).rounded(.up)) : 0
    }
  }

  /// A number of the exposure; `unreached` where it does not apply.
  func detail(_ row: Int, _ detail: Fold.Detail, _ block: TimelineBlock) {
    for draw in 0..<draws {
      let (group, lane) = (draw / 4, draw % 4)
      func time(_ mark: Mark) -> Double? {
        block.absence(mark, group)[lane] == 0 ? block.time(mark, group)[lane] : nil
      }
      func value(_ measure: Measure) -> Double { block.value(measure, group)[lane] }
      var tick = Tick.unreached
      switch detail.value {
      case .gap(let from, let to):
        if let end = time(to) {
          tick = time(from).map { detail.tick.count(end - $0) } ?? Tick.silent
        }
      case .measure(let measure):
        if value(measure) >= 0 { tick = detail.tick.count(value(measure)) }
      }
      base[row * draws + draw] = tick
    }
  }
}
