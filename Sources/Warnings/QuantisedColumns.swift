internal import Kernels
internal import Timelines

/// Inputs as integers, for the sums of `Influence`; each is quantised when it is first asked for.
struct QuantisedColumns {
  private let source: DrawSource
  private let values: [Lanes]
  private let groups, draws: Int
  private var known: [Int: [Int64]] = [:]
  private var believed: [Int: [UInt8]] = [:]
  /// Of which replicate the draws are, and the first of them.
  private let replicate, first: Int

  init(_ source: DrawSource, _ values: [Lanes], replicate: Int, first: Int, draws: Int) {
    (self.source, self.values) = (source, values)
    (self.replicate, self.first) = (replicate, first)
    self.draws = max(0, draws)
    groups = source.count > 0 ? values.count / source.count : 0
  }

  mutating func influence(of columns: [Int], on warning: [Int32]) -> Influence {
    let components = columns.map(source.components)
    var sums = Influence(components: components)
    let timed = (0..<min(draws, warning.count)).filter {
      warning[$0] != Tick.silent && warning[$0] != Tick.unreached
    }
    for draw in timed { sums.add(warning: Int64(warning[draw])) }
    for (index, column) in columns.enumerated() {
      let values = quantised(column)
      sums.add(input: index, values, warning, over: timed)
    }
    let reached = (0..<min(draws, warning.count)).filter { warning[$0] != Tick.unreached }
    var from = 0
    for (index, column) in columns.enumerated() where components[index] > 0 {
      sums.add(components: believed(column), from: from, warning, over: reached)
      from += components[index]
    }
    return sums
  }

  private mutating func believed(_ column: Int) -> [UInt8] {
    if let own = believed[column] { return own }
    let own = (0..<draws).map {
      source.component(column, replicate: replicate, draw: first + $0)
    }
    believed[column] = own
    return own
  }

  private mutating func quantised(_ column: Int) -> [Int64] {
    if let own = known[column] { return own }
    let own = (0..<draws).map {
      source.quantised(values[column * groups + $0 / 4][$0 % 4], column: column)
    }
    known[column] = own
    return own
  }
}
