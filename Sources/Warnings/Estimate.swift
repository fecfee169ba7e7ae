public import Findings
internal import Timelines

/// Estimates from replicates.
public enum Estimator {
  /// Quantiles: the pooled draws' values ± t·s/√R of the replicates' values.
  ///
  /// - Parameters:
  ///   - shares: the quantiles' shares, any order.
  ///   - silentLast: whether what has no time comes last instead of first.
  /// - Returns: without the end on the side of what has no time, where a replicate has no value.
  public static func quantiles(
    _ shares: [Double], of replicates: [Tally], silentLast: Bool = false
  ) -> [Estimate] {
    let pooled = Tally.pooled(replicates)
    // half a tick is the least half-width
    let tick = pooled.tick.length
    return shares.map { q in
      guard let value = pooled.quantile(q, silentLast: silentLast) else {
        return Estimate(value: nil, low: nil, high: nil)
      }
      let each = replicates.map {
        $0.quantile(q, silentLast: silentLast).map { Double($0) * tick }
      }
      let centre = Double(value) * tick
      guard replicates.count > 1, each.allSatisfy({ $0 != nil }) else {
        let known = each.compactMap(\.self)
        return silentLast
          ? Estimate(value: centre, low: known.min() ?? centre, high: nil)
          : Estimate(value: centre, low: nil, high: known.max() ?? centre)
      }
      let half = max(tick / 2, Estimate.halfWidth(of: each.compactMap(\.self)))
      return Estimate(value: centre, low: centre - half, high: centre + half)
    }
  }

  /// After minus before of one quantile: replicate by replicate, so that draws both sides share cancel.
  ///
  /// Nil where either side has no such quantile; without an interval where a replicate has it on one
  /// side only. A replicate that has it on neither has not moved.
  public static func shift(
    _ share: Double, before: [Tally], after: [Tally]
  ) -> Estimate? {
    let tick = before[0].tick.length
    func difference(_ before: Int?, _ after: Int?) -> Double? {
      if before == nil && after == nil { return 0 }
      guard let before, let after else { return nil }
      return Double(after - before) * tick
    }
    let pooled = (Tally.pooled(before).quantile(share), Tally.pooled(after).quantile(share))
    guard pooled.0 != nil, let value = difference(pooled.0, pooled.1) else { return nil }
    let each = zip(before, after).compactMap { difference($0.quantile(share), $1.quantile(share)) }
    guard each.count == before.count, each.count > 1 else {
      return Estimate(value: value, low: nil, high: nil)
    }
    let half = max(tick / 2, Estimate.halfWidth(of: each))
    return Estimate(value: value, low: value - half, high: value + half)
  }

  /// After minus before of a share, replicate by replicate.
  public static func shift(
    hits: (before: [Int], after: [Int]), of draws: (before: [Int], after: [Int])
  ) -> Estimate? {
    func share(_ hits: [Int], _ draws: [Int]) -> Double {
      Double(hits.reduce(0, +)) / Double(draws.reduce(0, +))
    }
    guard (draws.before + draws.after).allSatisfy({ $0 > 0 }), draws.before.count > 1 else {
      return nil
    }
    let value = share(hits.after, draws.after) - share(hits.before, draws.before)
    let each = draws.before.indices.map { i in
      Double(hits.after[i]) / Double(draws.after[i])
        - Double(hits.before[i]) / Double(draws.before[i])
    }
    let half = Estimate.halfWidth(of: each)
    return Estimate(value: value, low: value - half, high: value + half)
  }

  /// A share: pooled, with the replicates' spread but never narrower than Wilson at all draws.
  ///
  /// - Parameter weight: how often a draw is counted, where places are weighted by people.
  public static func share(_ hits: [Int], of draws: [Int], weight: Int = 1) -> Estimate {
    let (k, n) = (hits.reduce(0, +), draws.reduce(0, +))
    guard n > 0 else { return Estimate(value: nil, low: nil, high: nil) }
    let p = Double(k) / Double(n)
    let wilson = wilson(Double(k) / Double(weight), of: Double(n) / Double(weight))
    let each = zip(hits, draws).filter { $0.1 > 0 }.map { Double($0.0) / Double($0.1) }
    let half = each.count > 1 ? Estimate.halfWidth(of: each) : 0
    return Estimate(
      value: p, low: max(0, min(wilson.low, p - half)), high: min(1, max(wilson.high, p + half)))
  }

  /// Wilson's 95 % score interval.
  ///
  /// Source: Wilson, JASA 22, 1927, doi:10.1080/01621459.1927.10502953.
  public static func wilson(_ k: Double, of n: Double) -> (low: Double, high: Double) {
    let (z, p) = (1.959964, k / n)
    let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return (k == 0 ? 0 : max(0, centre - half), k == n ? 1 : min(1, centre + half))
  }
}
