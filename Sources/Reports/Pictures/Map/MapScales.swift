/// Marks for the change of the share of attacks with the siren first: up is more, down is fewer and grows and darkens with
/// the loss.
struct ChangeScale {
  let legend: [(mark: MapMark, words: String)]
  private let limits: [Double]

  private static let unchanged = MapMark(shape: .disc, size: 2.4, fill: "#8a9399")
  private static let unclear = MapMark(shape: .cross, size: 3.2, fill: "#f7f7f7")
  private static let more = MapMark(shape: .up, size: 4.4, fill: "#6baed6")
  private static let reached = MapMark(shape: .diamond, size: 4.6, fill: "#7b3294")
  private static let fewer = [
    MapMark(shape: .down, size: 3.8, fill: "#fdd49e"),
    MapMark(shape: .down, size: 4.8, fill: "#ef6548"),
    MapMark(shape: .down, size: 5.8, fill: "#7f0000"),
  ]

  /// - Parameters:
  ///   - changes: of all places that the map shows.
  ///   - least: what counts as a change, of 1.
  init(_ changes: [Judgements.Change], least: Double) {
    let most = changes.map(\.loss).filter(\.isFinite).max() ?? 0
    let steps = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5]
    let upper = steps.last { $0 <= most * 0.6 } ?? steps[1]
    let lower = steps.last { $0 <= upper * 0.5 } ?? steps[0]
    limits = [lower, max(upper, 2 * lower)]
    func points(_ share: Double) -> String { Words.whole(100 * share) }
    let (a, b) = (points(limits[0]), points(limits[1]))
    legend = [
      (ChangeScale.more, "siren first \(points(least)) or more of 100 more"),
      (ChangeScale.unchanged, "no change within \(points(least)) of 100"),
      (ChangeScale.unclear, "not told apart at this number of draws"),
      (ChangeScale.fewer[0], "\(points(least)) to \(a) of 100 fewer"),
      (ChangeScale.fewer[1], "\(a) to \(b) of 100 fewer"),
      (ChangeScale.fewer[2], "more than \(b) of 100 fewer"),
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
    case .more: ChangeScale.more
    case .fewer:
      ChangeScale.fewer[change.loss < limits[0] ? 0 : change.loss < limits[1] ? 1 : 2]
    }
  }
}

/// Marks for the share of attacks with the siren first, darker and larger where it is smaller: fixed classes, so that maps of
/// different runs compare.
struct SirenScale {
  /// Ends of the classes, of 100.
  private static let limits = [25, 50, 75]
  private static let discs = zip(
    [3.0, 3.5, 4.0, 4.6], ["#deebf7", "#9ecae1", "#3182bd", "#08306b"]
  )
  .map { MapMark(shape: .disc, size: $0, fill: $1) }

  static let legend: [(mark: MapMark, words: String)] = [
    (discs[3], "siren first in under \(limits[0]) of 100 attacks"),
    (discs[2], "\(limits[0]) to \(limits[1])"),
    (discs[1], "\(limits[1]) to \(limits[2])"),
    (discs[0], "\(limits[2]) or more"),
    (MapMark.outOfReach, "out of reach in most draws"),
  ]

  /// - Parameter share: of attacks with the siren first.
  static func mark(_ share: Double) -> MapMark {
    discs[3 - limits.count { 100 * share >= Double($0) }]
  }
}
