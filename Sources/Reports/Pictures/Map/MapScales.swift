/// Marks for the change of a warning: up is longer, down is shorter and grows and darkens with the loss.
struct ChangeScale {
  let legend: [(mark: MapMark, words: String)]
  private let limits: [Double]

  private static let unchanged = MapMark(shape: .disc, size: 2.4, fill: "#8a9399")
  private static let unclear = MapMark(shape: .cross, size: 3.2, fill: "#f7f7f7")
  private static let longer = MapMark(shape: .up, size: 4.4, fill: "#6baed6")
  private static let reached = MapMark(shape: .diamond, size: 4.6, fill: "#7b3294")
  private static let shorter = [
    MapMark(shape: .down, size: 3.8, fill: "#fdd49e"),
    MapMark(shape: .down, size: 4.8, fill: "#ef6548"),
    MapMark(shape: .down, size: 5.8, fill: "#7f0000"),
  ]

  /// - Parameters:
  ///   - changes: of all places that the map shows.
  ///   - least: what counts as a change, s.
  init(_ changes: [Judgements.Change], least: Double) {
    let most = changes.map(\.loss).filter(\.isFinite).max() ?? 0
    let steps: [Double] = [10, 20, 30, 60, 90, 120, 180, 300, 600, 900, 1_800, 3_600, 7_200]
    let upper = steps.last { $0 <= most * 0.6 } ?? steps[0]
    let lower = steps.last { $0 <= upper * 0.4 } ?? 2 * least
    limits = [max(lower, 2 * least), max(upper, 4 * least)]
    let (a, b) = (Words.time(limits[0]), Words.time(limits[1]))
    legend = [
      (ChangeScale.longer, "longer by \(Words.time(least)) or more, or alerted more often"),
      (ChangeScale.unchanged, "no change within \(Words.time(least))"),
      (ChangeScale.unclear, "not told apart at this number of draws"),
      (ChangeScale.shorter[0], "shorter by \(Words.time(least)) to \(a)"),
      (ChangeScale.shorter[1], "shorter by \(a) to \(b)"),
      (ChangeScale.shorter[2], "shorter by more, or alerted less often"),
      (ChangeScale.reached, "newly within reach"),
      (MapMark.outOfReach, "out of reach in most draws"),
    ]
  }

  func mark(_ change: Judgements.Change) -> MapMark {
    switch change {
    case .out, .left: MapMark.outOfReach
    case .reached: ChangeScale.reached
    case .same: ChangeScale.unchanged
    case .unclear: ChangeScale.unclear
    case .longer, .heard: ChangeScale.longer
    case .shorter, .silenced:
      ChangeScale.shorter[change.loss < limits[0] ? 0 : change.loss < limits[1] ? 1 : 2]
    }
  }
}

/// Marks for a warning, darker and larger where less is left: four classes near the quartiles of what
/// is shown.
struct WarningScale {
  let legend: [(mark: MapMark, words: String)]
  private let limits: [Double]
  private static let discs = zip(
    [3.0, 3.5, 4.0, 4.6], ["#deebf7", "#9ecae1", "#3182bd", "#08306b"]
  )
  .map { MapMark(shape: .disc, size: $0, fill: $1) }
  private static let silent = MapMark(shape: .cross, size: 4.8, fill: "#f7f7f7")

  /// - Parameter values: warnings, s, of all maps that share the scale.
  init(_ values: [Double]) {
    let sorted = values.sorted()
    func quantile(_ q: Double) -> Double {
      sorted.isEmpty ? 0 : sorted[Int((q * Double(sorted.count - 1)).rounded())]
    }
    let spread = quantile(0.9) - quantile(0.1)
    let units: [Double] = [5, 10, 20, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200]
    // from ten minutes on, times are printed in minutes
    let least: Double = max(abs(quantile(0)), abs(quantile(1))) >= 600 ? 60 : 5
    let unit = max(least, units.last { $0 <= spread / 4 } ?? 5)
    var limits: [Double] = []
    for q in [0.25, 0.5, 0.75] {
      let limit = (quantile(q) / unit).rounded() * unit
      limits.append(max(limit, (limits.last ?? -.infinity) + unit))
    }
    self.limits = limits
    let words = limits.map { Words.time($0) }
    legend = [
      (WarningScale.silent, "no alert"), (WarningScale.discs[3], "under \(words[0])"),
      (WarningScale.discs[2], "\(words[0]) to \(words[1])"),
      (WarningScale.discs[1], "\(words[1]) to \(words[2])"),
      (WarningScale.discs[0], "over \(words[2])"),
      (MapMark.outOfReach, "out of reach in most draws"),
    ]
  }

  /// - Parameter warning: s; nil for no alert.
  func mark(_ warning: Double?) -> MapMark {
    guard let warning else { return WarningScale.silent }
    return WarningScale.discs[3 - (limits.lastIndex { warning >= $0 }.map { $0 + 1 } ?? 0)]
  }
}
