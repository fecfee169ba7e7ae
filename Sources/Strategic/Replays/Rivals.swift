internal import Kernels
internal import Scenarios
internal import Theatre

/// Simpler ways to raise an alarm, beside which the filter is shown.
public enum Rival: String, CaseIterable, Sendable {
  case filter, cusum, troops

  public var words: String {
    switch self {
    case .filter: "the filter"
    case .cusum: "CUSUM of reports a week"
    case .troops: "so many men reported"
    }
  }
}

extension IndicatorStudy {
  /// What a rival looks at, day by day of an episode: it raises the alarm at the first day on which
  /// this passes its threshold.
  func signal(_ rival: Rival, _ episode: EpisodeReplay) -> [Double] {
    let book = episode.replay.book
    switch rival {
    case .filter: return episode.counts.means(.attack)
    case .cusum:
      let sums = Cusum.sums(
        of: book.weekly(in: theatre.evidence),
        reference: theatre.indicators!.setting("cusum_reference"))
      // a week is known when it is over
      return (0..<book.days).map { day -> Double in
        let over = (day + 1) / 7
        return over > 0 ? sums[over - 1] : 0
      }
    case .troops:
      let log = theatre.evidence
      let values = Set(theatre.indicators!.values.filter { $0.unit == "men" }.map(\.id))
      var most = 0.0
      var reported = [Double](repeating: 0, count: book.days)
      for row in book.used where values.contains(log.indicatorNames[Int(log.indicators[row])]) {
        guard log.unit(row) == "men", let men = log.number(row) else { continue }
        let day = book.day(of: row, in: log)
        reported[day] = max(reported[day], men)
      }
      return reported.map {
        most = max(most, $0)
        return most
      }
    }
  }

  /// The threshold that the scenario gives a rival.
  func threshold(_ rival: Rival) -> Double {
    let indicators = theatre.indicators!
    return switch rival {
    case .filter: 1 / (1 + indicators.setting("cost_ratio"))
    case .cusum: indicators.setting("cusum_alarm")
    case .troops: indicators.setting("troops_alarm")
    }
  }

  /// Thresholds from lax to strict.
  static func grid(_ rival: Rival) -> [Double] {
    switch rival {
    case .filter: (0...40).map { 1 / (1 + exponential(6 - 0.25 * Double($0))) }
    case .cusum: (1...40).map { Double($0) }
    case .troops:
      [
        2_000, 5_000, 10_000, 20_000, 30_000, 50_000, 70_000, 90_000, 100_000, 120_000,
        150_000, 180_000, 200_000,
      ]
    }
  }

  /// What a threshold brings over all episodes.
  public struct Trade: Hashable, Sendable {
    public let threshold: Double
    /// Episodes without an attack in which the alarm is raised.
    public let falseEpisodes: Int
    /// Days under alarm in these episodes, a year.
    public let falseDays: Double
    /// Days from the alarm to the attack, by episode that ends in one; nil where there is no alarm.
    public let leads: [Int?]
  }

  func trades(_ rival: Rival, _ episodes: [EpisodeReplay]) -> [Trade] {
    let signals = episodes.map { signal(rival, $0) }
    return IndicatorStudy.grid(rival).map { trade($0, episodes, signals) }
  }

  func trade(
    _ threshold: Double, _ episodes: [EpisodeReplay], _ signals: [[Double]]
  ) -> Trade {
    var (alarmed, rings, days) = (0, 0, 0)
    var leads: [Int?] = []
    for (episode, signal) in zip(episodes, signals) {
      let first = signal.firstIndex { $0 >= threshold }
      if episode.endsInAttack {
        leads.append(episode.lead(first))
        continue
      }
      days += signal.count
      if first != nil { alarmed += 1 }
      rings += signal.count { $0 >= threshold }
    }
    return Trade(
      threshold: threshold, falseEpisodes: alarmed,
      falseDays: days > 0 ? Double(rings) / Double(days) * 365.25 : 0, leads: leads)
  }

  /// One episode judged by a threshold that the others chose.
  public struct HeldOut: Hashable, Sendable {
    public let rival: Rival
    public let episode: String
    /// The laxest threshold of least cost on the other episodes.
    public let threshold: Double
    /// Day of the alarm in the episode that was left out.
    public let alarm: Int?
  }

  func heldOut(_ rival: Rival, _ episodes: [EpisodeReplay]) -> [HeldOut] {
    let signals = episodes.map { signal(rival, $0) }
    let ratio = theatre.indicators!.setting("cost_ratio")
    return episodes.indices.map { index in
      let others = episodes.indices.filter { $0 != index }
      let costs = IndicatorStudy.grid(rival).map { threshold in
        let trade = trade(threshold, others.map { episodes[$0] }, others.map { signals[$0] })
        return Double(trade.falseEpisodes) + ratio * Double(trade.leads.count { $0 == nil })
      }
      let best = costs.firstIndex(of: costs.min()!)!
      let threshold = IndicatorStudy.grid(rival)[best]
      return HeldOut(
        rival: rival, episode: episodes[index].episode.id, threshold: threshold,
        alarm: signals[index].firstIndex { $0 >= threshold })
    }
  }
}
