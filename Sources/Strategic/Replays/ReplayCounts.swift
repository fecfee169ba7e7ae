internal import Kernels

/// What many analysts think of an episode: integers, which merge exactly in any order.
public struct ReplayCounts: Sendable, Hashable {
  /// The purposes that are watched.
  public static let watched: [Purpose] = [.attack, .coercion]
  /// Bins of the log-odds from −12 to 12: quantiles are good to 0.05 nats.
  private static let bins = 512
  private static let reach = 12.0
  /// Shares are counted in units of 2⁻⁴⁰.
  private static let unit = 0x1p40

  public let days: Int
  public internal(set) var draws = 0
  /// Watched purpose, day, bin.
  private var histogram: [UInt32]
  /// Watched purpose by day: the sum of the shares; then the look back.
  private var sums: [Int64]
  private var smoothed: [Int64]
  /// Watched purpose by day of the first alarm; the last one stands for never.
  private var alarms: [Int]

  init(days: Int, isMeanOnly: Bool) {
    self.days = days
    histogram = Array(repeating: 0, count: isMeanOnly ? 0 : 2 * days * ReplayCounts.bins)
    sums = Array(repeating: 0, count: 2 * days)
    smoothed = Array(repeating: 0, count: days)
    alarms = Array(repeating: 0, count: 2 * (days + 1))
  }

  mutating func add(_ share: Lanes, watched: Int, day: Int, lanes: Int) {
    for lane in 0..<lanes {
      sums[watched * days + day] += Int64(share[lane] * ReplayCounts.unit)
    }
    guard !histogram.isEmpty else { return }
    let held = LaneMath.least(
      LaneMath.greatest(share, Lanes(repeating: 1e-9)), Lanes(repeating: 1 - 1e-9))
    let place =
      (LaneMath.log(held / (1 - held)) + ReplayCounts.reach)
      * (Double(ReplayCounts.bins) / (2 * ReplayCounts.reach))
    let base = (watched * days + day) * ReplayCounts.bins
    for lane in 0..<lanes {
      histogram[base + min(max(Int(place[lane]), 0), ReplayCounts.bins - 1)] += 1
    }
  }

  mutating func add(smoothed share: Lanes, day: Int, lanes: Int) {
    for lane in 0..<lanes { smoothed[day] += Int64(share[lane] * ReplayCounts.unit) }
  }

  mutating func add(alarm day: Int, watched: Int) {
    alarms[watched * (days + 1) + (day < 0 ? days : day)] += 1
  }

  /// - Precondition: both are of the same episode.
  public mutating func merge(_ other: ReplayCounts) {
    precondition(days == other.days, "two episodes")
    draws += other.draws
    for i in histogram.indices { histogram[i] += other.histogram[i] }
    for i in sums.indices { sums[i] += other.sums[i] }
    for i in smoothed.indices { smoothed[i] += other.smoothed[i] }
    for i in alarms.indices { alarms[i] += other.alarms[i] }
  }

  private func watched(_ purpose: Purpose) -> Int {
    guard let index = ReplayCounts.watched.firstIndex(of: purpose) else {
      preconditionFailure("\(purpose) is not watched")
    }
    return index
  }

  /// The mean over all analysts, day by day: what one would say who weighs them alike.
  public func means(_ purpose: Purpose) -> [Double] {
    let start = watched(purpose) * days
    return sums[start..<start + days].map { Double($0) / ReplayCounts.unit / Double(draws) }
  }

  /// The same for preparation of an attack, once the whole episode is known.
  public var lookBack: [Double] {
    smoothed.map { Double($0) / ReplayCounts.unit / Double(draws) }
  }

  /// A quantile over the analysts, day by day.
  public func quantiles(_ q: Double, _ purpose: Purpose) -> [Double] {
    let start = watched(purpose) * days
    return (0..<days).map { day in
      let bins = histogram[
        (start + day) * ReplayCounts.bins..<(start + day + 1) * ReplayCounts.bins]
      var left = q * Double(draws)
      for (index, count) in bins.enumerated() where count > 0 {
        if left <= Double(count) {
          let place = Double(index) + left / Double(count)
          let odds =
            place * (2 * ReplayCounts.reach / Double(ReplayCounts.bins)) - ReplayCounts.reach
          return 1 / (1 + exponential(-odds))
        }
        left -= Double(count)
      }
      return 1
    }
  }

  /// Analysts who never raise an alarm.
  public func silent(_ purpose: Purpose) -> Int {
    alarms[watched(purpose) * (days + 1) + days]
  }

  /// The day by which a share of the analysts has raised the alarm; nil where it never is.
  public func alarm(by q: Double, _ purpose: Purpose) -> Int? {
    let start = watched(purpose) * (days + 1)
    var left = max(1, Int((q * Double(draws)).rounded(.up)))
    for day in 0..<days {
      left -= alarms[start + day]
      if left <= 0 { return day }
    }
    return nil
  }
}
