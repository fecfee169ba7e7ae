internal import Kernels

/// What one family has been reported to do in one week, as far as it is known on a day.
///
/// However many rows tell of it, a feed has reported or has not, and a value counts as the mean over
/// its origins: rows that are repeated or left out change little.
struct FamilyWeek: Hashable, Sendable {
  /// The mean of the logarithm of a reported value and of its square, over independent origins.
  struct Values: Hashable, Sendable {
    let value: Int
    var count = 0.0
    var sum = 0.0
    var squares = 0.0
  }

  let family: Int
  /// Feeds of which an independent origin has reported.
  var feeds: UInt32 = 0
  /// Of the best graded origin.
  var weight = 0.0
  /// Feeds that are known to have said nothing, once the week is over, with their mean weight. Of a log
  /// nobody knows that; of a made-up history the analyst does.
  var silent: UInt32 = 0
  var silentWeight = 0.0
  var values: [Values] = []
  /// Feeds that are complete for the whole week, with the number of their origins; the week is over.
  var counts: [Count] = []

  struct Count: Hashable, Sendable {
    let feed: Int
    let origins: Int
    let weight: Double
  }

  init(family: Int) { self.family = family }

  mutating func add(_ value: Int, logarithm: Double) {
    if !values.contains(where: { $0.value == value }) { values.append(Values(value: value)) }
    let index = values.firstIndex { $0.value == value }!
    values[index].count += 1
    values[index].sum += logarithm
    values[index].squares += logarithm * logarithm
  }

  /// What tells a week without values and counts from others of the same feeds and weights; nil for one with
  /// them. Feeds take 24 bits each.
  var plainKey: UInt64? {
    guard values.isEmpty, counts.isEmpty, feeds < 1 << 24, silent < 1 << 24, family < 1 << 16
    else { return nil }
    return UInt64(family) << 48 | UInt64(feeds) << 24 | UInt64(silent)
  }

  /// What the week says of each purpose, as logarithms of likelihoods; the best has 0, none lies below
  /// −cap.
  ///
  ///     P(feeds K report | purpose) = q Π a + (1 − q) Π f        over the feeds in K
  ///
  /// q is the chance that something happened, a that a feed reports it, f that it reports without; where
  /// feeds are known to be silent, 1 − a and 1 − f stand for them, tempered by their own weight. Two
  /// feeds make sure that it happened, and then no number of them says more than q does. Values follow
  /// a lognormal law around the purpose's median; a mean over origins stands for all of them. Weekly
  /// counts of complete feeds follow a negative binomial law whose P(0) is the same q a + (1 − q) f.
  /// The whole is tempered by the source's weight and held at the cap.
  ///
  /// - Parameter out: five purposes; overwritten.
  func terms(_ parameters: Parameters, into out: inout [Lanes]) {
    var (heard, invented) = (Lanes(repeating: 1), Lanes(repeating: 1))
    for feed in parameters.ascertainment.indices where feeds >> feed & 1 == 1 {
      heard *= parameters.ascertainment[feed]
      invented *= parameters.falseReports[feed]
    }
    var (quiet, quietest) = (heard, invented)
    for feed in parameters.ascertainment.indices where silent >> feed & 1 == 1 {
      quiet *= 1 - parameters.ascertainment[feed]
      quietest *= 1 - parameters.falseReports[feed]
    }
    let purposes = Purpose.allCases.count
    for purpose in 0..<purposes {
      let q = parameters.rates[family * purposes + purpose]
      let reported = LaneMath.log(q * heard + (1 - q) * invented)
      out[purpose] = weight * reported
      if silent != 0 {
        out[purpose] +=
          silentWeight * (LaneMath.log(q * quiet + (1 - q) * quietest) - reported)
      }
      for count in counts { out[purpose] += count.weight * logarithm(of: count, q, parameters) }
    }
    for value in values { add(value, parameters, to: &out) }
    var best = out[0]
    for purpose in 1..<purposes { best = LaneMath.greatest(best, out[purpose]) }
    let floor = Lanes(repeating: -parameters.cap)
    for purpose in 0..<purposes {
      out[purpose] = LaneMath.greatest(out[purpose] - best, floor)
    }
  }

  /// The part of log P(n) that depends on the purpose.
  private func logarithm(of count: Count, _ q: Lanes, _ parameters: Parameters) -> Lanes {
    let r = parameters.dispersion
    let (a, f) = (parameters.ascertainment[count.feed], parameters.falseReports[count.feed])
    let none = LaneMath.log(1 - (q * a + (1 - q) * f))
    // P(0) = (r / (r + μ))ʳ
    let share = LaneMath.exp(none * (1 / r))
    return none + Double(count.origins) * LaneMath.log(1 - share)
  }

  private func add(_ values: Values, _ parameters: Parameters, to out: inout [Lanes]) {
    let purposes = Purpose.allCases.count
    let spread = Kernels.naturalLogarithm(parameters.factors[values.value])
    let (mean, square) = (values.sum / values.count, values.squares / values.count)
    func fit(_ purpose: Purpose) -> Lanes {
      let m = parameters.medians[values.value * purposes + purpose.rawValue]
      return (square - 2 * mean * m + m * m) * (-0.5 / (spread * spread))
    }
    let exercise = LaneMath.exp(fit(.exercise))
    for purpose in Purpose.allCases {
      let own = fit(purpose)
      out[purpose.rawValue] +=
        weight
        * (purpose == .attack
          ? LaneMath.log(
            (1 - parameters.staged) * LaneMath.exp(own) + parameters.staged * exercise)
          : own)
    }
  }
}
