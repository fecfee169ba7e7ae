internal import Findings
internal import Quantities
internal import Timelines

/// What each part of a change costs, by Shapley value.
///
///     φ(i) = Σ over S without i of |S|! (n − 1 − |S|)! / n! · (v(S ∪ i) − v(S))
///
/// v is a statistic of a group under the earlier posture with the parts S.
/// Source: L. S. Shapley, A value for n-person games, 1953.
extension FigureMaker {
  func parts() -> [Figure] {
    guard let split = study.split else { return [] }
    return study.series.enumerated().flatMap { index, series -> [Figure] in
      let cells = counted.subsets(index)
      return series.parts.flatMap { figures(split, series, index, cells, $0) }
    }
  }

  /// Shapley values of one statistic, with the computing error of the replicates; nothing where a subset has
  /// no such value or where nothing changes.
  private func figures(
    _ split: Study.Split, _ series: Series, _ index: Int, _ cells: [[Cell]],
    _ measure: Fold.PartMeasure
  ) -> [Figure] {
    let replicates = cells.compactMap { subsets -> [Double]? in
      let values = subsets.compactMap(measure.value)
      return values.count == subsets.count ? FigureMaker.shapley(values) : nil
    }
    guard replicates.count == cells.count else { return [] }
    let pooled = cells[0].indices.map { subset in Cell.pooled(cells.map { $0[subset] }) }
    let values = pooled.compactMap(measure.value)
    guard values.count == pooled.count, Set(values).count > 1 else { return [] }
    let best = FigureMaker.shapley(values)
    let after = study.postures.firstIndex { $0.id == split.after }
    let inputs = after.map { counted.inputs(of: [index], under: [$0]) } ?? []
    func figure(_ statistic: Statistic, _ value: Double, _ each: [Double]) -> Figure {
      let half = Estimate.halfWidth(of: each)
      return Figure(
        FigureID(
          series.subject, measure.quantity, of: series.threat,
          .pair(before: split.before, after: split.after), statistic),
        Estimate(value: value, low: value - half, high: value + half), draws: pooled[0].draws,
        inputs: inputs)
    }
    // the parts add up to the whole, replicate by replicate
    return split.parts.enumerated().map { part, name in
      figure(.part(name), best[part], replicates.map { $0[part] })
    } + [
      figure(.wholeChange, best.reduce(0, +), replicates.map { $0.reduce(0, +) })
    ]
  }

  /// Shapley values of n players from the values of all subsets, bit by player.
  static func shapley(_ values: [Double]) -> [Double] {
    let n = values.count.trailingZeroBitCount
    // |S|! (n − 1 − |S|)! / n!
    var weights = [1.0 / Double(n)]
    for size in 1..<max(n, 2) where n > 1 {
      weights.append(weights[size - 1] * Double(size) / Double(n - size))
    }
    return (0..<n).map { player in
      var sum = 0.0
      for subset in values.indices where subset >> player & 1 == 0 {
        sum += weights[subset.nonzeroBitCount] * (values[subset | 1 << player] - values[subset])
      }
      return sum
    }
  }
}

extension Fold.PartMeasure {
  var quantity: FigureQuantity {
    switch self {
    case .median(let quantity), .silence(let quantity), .passing(_, let quantity): quantity
    }
  }

  /// The statistic of a cell; nil where it has none.
  func value(_ cell: Cell) -> Double? {
    switch self {
    case .median:
      cell.reachesMost
        ? cell.warning.quantile(0.5).map { Double($0) * cell.warning.tick.length } : nil
    case .silence: Double(cell.warning.unalerted) / Double(max(1, cell.reached))
    // a place that nothing reaches is safe
    case .passing(let test, _):
      (Double(cell.passes[test]) + Double(cell.unreached)) / Double(cell.draws)
    }
  }
}
