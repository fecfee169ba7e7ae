internal import Findings
internal import Kernels
public import Quantities
internal import Scenarios
public import Theatre
internal import Timelines
internal import Warnings

/// Inputs that a figure asks for and that move nothing of it.
///
/// Each is moved alone: its values are taken from other draws while all others stay as they are. What changes no mark that
/// the figure reads, in any of the draws, cannot be what the figure hangs on.
public struct IdleInputs: Sendable {
  /// Draws in which each is moved, twice.
  public static let draws = 256
  public let addresses: Set<Address>

  /// Nil where the figure is not one of a place: others are sums of those.
  ///
  /// - Parameter progress: told how many of how many inputs are moved.
  public init?(
    _ id: FigureID, of analysis: Analysis, seed: UInt64,
    progress: Progress = { _, _, _ in }
  ) throws {
    guard case .place(let place) = id.subject,
      let slice = analysis.slices.first(where: { type(of: $0).level == id.level })
    else { return nil }
    var (idle, moving) = (Set<Address>(), Set<Address>())
    for posture in id.setting.postures.compactMap(analysis.theatre.posture) {
      let rung = slice.rung(under: posture, places: [place])
      let series = slice.series([rung], .figures([id], analysis.theatre)).first {
        $0.subject == id.subject && $0.threat == id.threat
      }
      guard let series, let members = series.members.first else { return nil }
      let found = try IdleInputs.split(
        rung, members, IdleInputs.marks(of: id, series.fold), seed, progress)
      idle.formUnion(found.idle)
      moving.formUnion(found.moving)
    }
    addresses = idle.subtracting(moving)
  }

  /// The marks between which a time lies; nil for what reads all of an exposure.
  private static func marks(of id: FigureID, _ fold: Fold) -> [Mark]? {
    let gaps = [fold.deciding] + fold.others
    guard !id.statistic.isShare, let gap = gaps.first(where: { $0.quantity == id.quantity }) else {
      return nil
    }
    return [gap.first, gap.last]
  }

  private static func split<R: Rung>(
    _ rung: R, _ members: [Int], _ marks: [Mark]?, _ seed: UInt64, _ progress: Progress
  ) throws -> (idle: Set<Address>, moving: Set<Address>) {
    let blocks = (0..<3).map {
      DrawBlock.drawn(for: rung.inputs, seed: seed, replicate: $0, count: draws)
    }
    let members = members.filter { rung.beyond($0) == nil }
    let own = timelines(rung, members, blocks[0])
    let columns = Set(members.flatMap(rung.columns)).sorted()
    var (idle, moving) = (Set<Address>(), Set<Address>())
    for (done, column) in columns.enumerated() {
      try Task.checkCancellation()
      progress("inputs", done, columns.count)
      let moves = blocks.dropFirst().contains { other in
        let moved = timelines(rung, members, blocks[0].taking(column, from: other))
        return zip(own, moved).contains { differ($0, $1, marks) }
      }
      let address = rung.inputs.declared[column].address
      if moves { moving.insert(address) } else { idle.insert(address) }
    }
    progress("inputs", columns.count, columns.count)
    return (idle, moving)
  }

  private static func timelines<R: Rung>(
    _ rung: R, _ members: [Int], _ block: DrawBlock
  ) -> [TimelineBlock] {
    let world = rung.world(under: block)
    return members.map { exposure in
      var marks = TimelineBlock(groups: block.groups)
      rung.mark(exposure, in: world, under: block, into: &marks)
      return marks
    }
  }

  /// Whether two blocks differ in what is read of them.
  private static func differ(
    _ a: TimelineBlock, _ b: TimelineBlock, _ marks: [Mark]?
  ) -> Bool {
    (0..<(draws / 4)).contains { group in
      (marks ?? Mark.allCases).contains { mark in
        let (x, y) = (a.absence(mark, group), b.absence(mark, group))
        guard x == y else { return true }
        return (0..<4).contains {
          x[$0] == 0 && a.time(mark, group)[$0] != b.time(mark, group)[$0]
        }
      } || marks == nil && Measure.allCases.contains { a.value($0, group) != b.value($0, group) }
    }
  }
}
