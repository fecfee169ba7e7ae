internal import Kernels
public import Timelines

/// An episode looked at again, day by day, by analysts who know only what was known.
public struct Replay: Sendable {
  public let model: IndicatorModel
  public let book: EvidenceBook
  /// Indices of the book's updates by day: from `starts[day]` to `starts[day + 1]`.
  private let starts: [Int]

  public init(_ model: IndicatorModel, _ book: EvidenceBook) {
    (self.model, self.book) = (model, book)
    var starts = [Int](repeating: 0, count: book.days + 1)
    for update in book.updates { starts[update.day + 1] += 1 }
    for day in 0..<book.days { starts[day + 1] += starts[day] }
    self.starts = starts
  }

  /// Counts of nobody yet.
  ///
  /// - Parameter isMeanOnly: whether quantiles are never asked for.
  public func noCounts(isMeanOnly: Bool = false) -> ReplayCounts {
    ReplayCounts(days: book.days, isMeanOnly: isMeanOnly)
  }

  /// Counts what the analysts of some draws think.
  ///
  /// - Parameter smooths: whether the look back is counted too.
  public func count(
    _ draws: DrawBlock, smooths: Bool = false, into counts: inout ReplayCounts
  ) {
    let thresholds = [model.threshold(.attack), model.threshold(.coercion)]
    for group in 0..<draws.groups {
      let lanes = min(4, draws.count - 4 * group)
      run(Parameters(model, draws, group), lanes, thresholds, smooths, &counts)
    }
    counts.draws += draws.count
  }

  private func run(
    _ parameters: Parameters, _ lanes: Int, _ thresholds: [Double], _ smooths: Bool,
    _ counts: inout ReplayCounts
  ) {
    var filter = Filter(parameters)
    var alarms = [[Int]](repeating: [Int](repeating: -1, count: 4), count: 2)
    var history: [[Lanes]] = []
    var likelihoods: [Int: [Lanes]] = [:]
    for day in 0..<book.days {
      if day > 0 { filter.advance() }
      for update in book.updates[starts[day]..<starts[day + 1]] {
        filter.hear(update.week, slot: update.slot)
      }
      if starts[day] < starts[day + 1] {
        filter.weigh()
        if smooths { likelihoods[day] = filter.today.map { LaneMath.exp($0) } }
      } else {
        filter.settle()
      }
      if smooths { history.append(filter.shares) }
      for (watched, purpose) in ReplayCounts.watched.enumerated() {
        let share = filter.share(of: purpose)
        counts.add(share, watched: watched, day: day, lanes: lanes)
        for lane in 0..<lanes
        where alarms[watched][lane] < 0 && share[lane] >= thresholds[watched] {
          alarms[watched][lane] = day
        }
      }
    }
    for watched in alarms.indices {
      for lane in 0..<lanes { counts.add(alarm: alarms[watched][lane], watched: watched) }
    }
    guard smooths else { return }
    let smoothed = parameters.chain.smoothed(history) { day, after in
      guard let likelihood = likelihoods[day] else { return }
      for purpose in Purpose.allCases {
        for state in PurposeChain.states[purpose.rawValue] {
          after[state] *= likelihood[purpose.rawValue]
        }
      }
    }
    for day in smoothed.indices {
      let share = Filter.share(of: .attack, in: smoothed[day])
      counts.add(smoothed: share, day: day, lanes: lanes)
    }
  }

  /// One family's week on one day, as one analyst takes it who draws everything at its likely value.
  public struct Moment: Sendable {
    public let day: Int
    /// Index of the family.
    public let family: Int
    /// Rows of the log that became known.
    public let rows: [Int]
    /// What it says of each purpose more than was said before, nats; the mean is 0.
    public let says: [Double]
    /// By how much it moved the log-odds of preparation of an attack, and of coercion, nats.
    public let moved: [Double]
  }

  /// Every moment of the episode, in order.
  public func moments() -> [Moment] {
    let parameters = Parameters(model, model.likely, 0)
    var filter = Filter(parameters)
    var moments: [Moment] = []
    for day in 0..<book.days {
      if day > 0 { filter.advance() }
      filter.settle()
      for update in book.updates[starts[day]..<starts[day + 1]] {
        let before = ReplayCounts.watched.map { logOdds(filter.share(of: $0)[0]) }
        let heard = filter.today
        filter.hear(update.week, slot: update.slot)
        let says = zip(filter.today, heard).map { $0[0] - $1[0] }
        let mean = says.reduce(0, +) / Double(says.count)
        var alone = Filter(parameters)
        alone.take(filter.shares)
        alone.hear(says.map { Lanes(repeating: $0) }[...])
        alone.weigh()
        moments.append(
          Moment(
            day: day, family: update.week.family, rows: update.rows, says: says.map { $0 - mean },
            moved: zip(ReplayCounts.watched, before).map {
              logOdds(alone.share(of: $0)[0]) - $1
            }))
      }
      filter.weigh()
    }
    return moments
  }

  private func logOdds(_ p: Double) -> Double { naturalLogarithm(p / max(1 - p, 1e-300)) }
}
