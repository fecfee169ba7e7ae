import Findings
import Kernels
import Quantities
import Testing
import Timelines
import Warnings

/// Against the exact law of the fake rung.
@Suite struct StudyTests {
  private func cells(_ counts: Counted, _ posture: Int, _ series: Int) -> [Cell] {
    counts.cells(posture, series)
  }

  /// Shares first: 30 % out of reach, 20 % of the rest silent. 4 σ of N = 16 384 is 0.014.
  @Test func sharesFollowTheLaw() async throws {
    let counts = try await study().counted(draws: 0..<1_024)
    let cells = cells(counts, 0, 1)
    let n = 16 * 1_024
    let outOfReach = cells.reduce(0) { $0 + $1.warning.outOfReach }
    let silent = cells.reduce(0) { $0 + $1.warning.unalerted }
    let reached = cells.reduce(0) { $0 + $1.warning.reached }
    #expect(outOfReach + reached == n)
    #expect(abs(Double(outOfReach) / Double(n) - 0.3) < 0.014)
    #expect(abs(Double(silent) / Double(reached) - 0.2) < 0.015)
    #expect(cells.reduce(0) { $0 + $1.reasons[Int(Absence.neverFirm.rawValue)] } == silent)
  }

  /// Triangular on [50, 150] with −∞ at 20 %: the quantile q of the whole is the quantile
  /// (q − 0.2)/0.8 of the triangle. P10 is silent; the median is the triangle's 0.375 quantile,
  /// 50 + 50 √(2 · 0.375) = 93.30 s. Density there 0.8 · 0.00866: 4 σ is 2.3 s.
  @Test func silenceCountsAsTheLeastWarning() async throws {
    let counts = try await study().counted(draws: 0..<1_024)
    let estimates = Estimator.quantiles(
      [0.1, 0.5, 0.9], of: cells(counts, 0, 1).map(\.warning))
    #expect(estimates[0].value == nil)
    #expect(abs(estimates[1].value! - 93.30) < 2.3)
    // 0.875 of the triangle: 150 − 50 √(2 · 0.125) = 125; density 0.8 · 0.005: 4 σ is 2.4 s
    #expect(abs(estimates[2].value! - 125) < 2.4)
    #expect(estimates[1].low! < 93.30 + 2.3 && estimates[1].high! > 93.30 - 2.3)
    #expect(estimates[1].halfWidth! < 3)
  }

  /// P(enough) = P(warning ≥ 60) among the reached: 0.8 (1 − (10/50)²/2) = 0.784; 4 σ is 0.016.
  @Test func enoughComparesWithNeed() async throws {
    let cells = cells(try await study().counted(draws: 0..<1_024), 0, 1)
    let reached = cells.reduce(0) { $0 + $1.warning.reached }
    let enough = cells.reduce(0) { $0 + $1.passes[0] }
    #expect(abs(Double(enough) / Double(reached) - 0.784) < 0.016)
  }

  /// The least over two threats: silent where one is silent, min(triangle, 100) else.
  @Test func aPlaceHasItsWorstThreat() async throws {
    let counts = try await study().counted(draws: 0..<1_024)
    let all = Tally.pooled(cells(counts, 0, 0).map(\.warning))
    #expect(all.outOfReach == 0)
    #expect(all.quantile(0.99) == 1_000)
    let deciding = cells(counts, 0, 0).map(\.deciding)
    // b decides where a is out of reach (0.3) or above 100 s and not silent (0.7 · 0.8 · 0.5)
    let share = Double(deciding.reduce(0) { $0 + $1[1] }) / 16_384
    #expect(abs(share - 0.58) < 0.016)
  }

  /// Common draws: the paired difference is exactly the shift, and no draw changes its state.
  @Test func pairedDifferencesShareTheirDraws() async throws {
    let counts = try await study().counted(draws: 0..<256)
    for change in counts.changes(0, 1) {
      #expect(change.difference.quantile(0.0) == -100 && change.difference.quantile(1) == -100)
      for (slot, count) in change.transitions.enumerated() where slot % 4 != 0 {
        #expect(count == 0)
      }
      #expect(change.transitions.reduce(0, +) == 256)
    }
  }

  /// Every warning falls by 10 s because the alert comes later, and the flight stays: the links say so, exactly, and the
  /// time between the two marks is the warning.
  @Test func linksAddUpToTheChange() async throws {
    let counts = try await study().counted(draws: 0..<256)
    for change in counts.changes(0, 1) {
      #expect(change.links == [Int64(100 * change.difference.timed), 0])
    }
    let figures = try await FigureMaker(counts) { $0 ?? "" }.figures(threads: 2).figures
    func value(_ quantity: FigureQuantity, _ setting: FigureSetting, _ statistic: Statistic)
      -> Double?
    {
      figures.first {
        $0.id == FigureID(.place("x"), quantity, of: "a", setting, statistic)
      }?.estimate.value
    }
    let pair = FigureSetting.pair(before: "before", after: "after")
    #expect(try #require(value(FakeFigures.link.of("telling"), pair, .mean)) == -10)
    #expect(try #require(value(FakeFigures.link.of("flight"), pair, .mean)) == 0)
    let alerted = counts.cells(0, 1).reduce(0) { $0 + $1.warning.timed }
    let gaps = counts.cells(0, 1).map { $0.gaps[0] }
    #expect(gaps.reduce(0) { $0 + $1.timed } == alerted)
    #expect(
      zip(gaps, counts.cells(0, 1)).allSatisfy {
        $0.0.pairs.elementsEqual($0.1.warning.pairs) { $0 == $1 }
      })
  }

  /// P(warning < 60 | reached) = 0.2 + 0.8 · 0.02 = 0.216, 4 σ 0.016; the fall by 10 s holds where a
  /// is not silent or not reached (then only b counts): 1 − 0.7 · 0.2 = 0.86.
  @Test func claimsOnTrialHoldAsOftenAsTheyShould() async throws {
    let counts = try await study().counted(draws: 0..<1_024)
    let below = counts.verdicts(0)
    let share =
      Double(below.reduce(0) { $0 + $1.byPlaces.holds })
      / Double(below.reduce(0) { $0 + $1.byPlaces.asked })
    #expect(abs(share - 0.216) < 0.016)
    let falls = counts.verdicts(1)
    #expect(falls.reduce(0) { $0 + $1.byPlaces.asked } == 16_384)
    let held: Int = falls.map(\.byPlaces.holds).reduce(0, +)
    #expect(abs(Double(held) / 16_384 - 0.86) < 0.012)
    // b falls always and has two thirds of the people: for six in ten of them it is enough, for six in ten places not
    let most = counts.verdicts(2)
    #expect(most.map(\.byPeople.holds).reduce(0, +) == 16_384)
    #expect(most.map(\.byPlaces.holds).reduce(0, +) == held)
  }

  @Test(arguments: [(64, 1), (256, 2), (4, 1), (1_024, 2)])
  func sameCountsForEveryBlockAndThread(block: Int, threads: Int) async throws {
    let reference = try await study(replicates: 4).counted(draws: 0..<512, block: 256, threads: 1)
    let other = try await study(replicates: 4).counted(
      draws: 0..<512, block: block, threads: threads)
    #expect(reference.hasEqualCounts(other))
  }

  @Test func doublingIsTheSameAsDrawingAtOnce() async throws {
    let whole = try await study(replicates: 2).counted(draws: 0..<512)
    var parts = try await study(replicates: 2).counted(draws: 0..<256)
    parts.merge(try await study(replicates: 2).counted(draws: 256..<512))
    #expect(whole.hasEqualCounts(parts))
  }

  @Test func anotherSeedIsAnotherSample() async throws {
    let a = try await study(seed: 7, replicates: 1).counted(draws: 0..<256)
    let b = try await study(seed: 8, replicates: 1).counted(draws: 0..<256)
    #expect(!a.hasEqualCounts(b))
  }

  /// Stratified points: the mean of one uniform over 1 024 draws is off by at most half a stratum,
  /// where independent draws would be off by 0.009 (1 σ).
  @Test func eachInputIsStratifiedOverAReplicate() {
    let block = DrawBlock.drawn(for: FakeRung().inputs, seed: 3, count: 1_024)
    let rung = FakeRung()
    let sum = (0..<block.groups).reduce(0.0) { $0 + block[rung.reach, $1].sum() }
    #expect(abs(sum / 1_024 - 0.5) < 0.5 / 1_024)
  }

  /// Adding an input moves no other.
  @Test func anInputKeepsItsDrawsWhateverElseIsDeclared() {
    var few = Inputs()
    let alone = few.declare(
      Address("alert", "second"), Law(.chance, .uniform(low: 25, high: 75)), as: TimeSpan.self)
    let rung = FakeRung()
    let a = DrawBlock.drawn(for: few, seed: 11)
    let b = DrawBlock.drawn(for: rung.inputs, seed: 11)
    for group in 0..<a.groups { #expect(a[alone, group] == b[rung.second, group]) }
  }

  /// Warning of a is the sum of two equal uniforms: each explains half, the others nothing. About
  /// 2 300 alerted draws: 4 σ of a squared correlation of 0.5 is 0.06.
  @Test func influenceIsTheSquaredCorrelation() async throws {
    let counts = try await study().counted(draws: 0..<1_024)
    let sums = Cell.pooledInfluence(cells(counts, 0, 1))
    #expect(sums.draws > 2_000)
    #expect(abs(sums.shares[0] - 0.5) < 0.06)
    #expect(abs(sums.shares[1] - 0.5) < 0.06)
    #expect(sums.shares[2] < 0.01)
  }
}

@Suite struct EstimateTests {
  /// Agresti and Coull 1998, table: Wilson for 0 of 10 is (0, 0.278), for 5 of 10 (0.237, 0.763).
  @Test func wilsonMatchesPrintedIntervals() {
    #expect(abs(Estimator.wilson(0, of: 10).high - 0.278) < 0.001)
    #expect(abs(Estimator.wilson(5, of: 10).low - 0.237) < 0.001)
    #expect(abs(Estimator.wilson(5, of: 10).high - 0.763) < 0.001)
  }

  /// None of 16 384 is "< 0.03 %".
  @Test func nothingSeenIsNotNothing() {
    let share = Estimator.share(
      Array(repeating: 0, count: 16), of: Array(repeating: 1_024, count: 16))
    #expect(share.value == 0 && share.low == 0)
    #expect(abs(share.high! - 0.000234) < 0.000005)
  }

  /// A shift of ten seconds in every draw is known to a tick, though each side is not; a share that does
  /// not move does not move.
  @Test func sharedDrawsCancelInAShift() async throws {
    let counts = try await study(shift: 10).counted(draws: 0..<64)
    let cells = [0, 1].map { posture in counts.cells(posture, 1).map(\.warning) }
    for q in [0.3, 0.5] {
      let shift = try #require(
        Estimator.shift(q, before: cells[0], after: cells[1]))
      #expect(abs(shift.value! + 10) < 0.11 && shift.halfWidth! <= 0.1)
      let alone = Estimator.quantiles([q], of: cells[0])[0]
      #expect(alone.halfWidth! > 0.5)
    }
    let silence = try #require(
      Estimator.shift(
        hits: (cells[0].map(\.unalerted), cells[1].map(\.unalerted)),
        of: (cells[0].map(\.reached), cells[1].map(\.reached))))
    #expect(silence.value == 0 && silence.halfWidth == 0)
    // a fifth of the draws is silent: the tenth quantile is on neither side
    #expect(Estimator.shift(0.1, before: cells[0], after: cells[1]) == nil)
  }

  /// A fifth of the draws is silent. First: the quantile 0.2 + 0.8 q is that of q among the others; last:
  /// 0.8 q is. The triangular law on [50, 150] has its median at 100 and, at an eighth, 75.
  @Test func silenceComesFirstOrLast() async throws {
    let counts = try await study().counted(draws: 0..<256)
    let tallies = counts.cells(0, 1).map(\.warning)
    let first = Estimator.quantiles([0.6, 0.1], of: tallies)
    let last = Estimator.quantiles([0.4, 0.1, 0.9], of: tallies, silentLast: true)
    // 4 σ of the median of 2 300 draws: 4 · 0.5 / (0.02 · √2 300) = 2.1 s
    #expect(abs(first[0].value! - 100) < 2.1 && abs(last[0].value! - 100) < 2.1)
    #expect(first[1].value == nil && last[2].value == nil)
    #expect(abs(last[1].value! - 75) < 3)
  }
}

/// Laws through the whole draw, against moments.
@Suite struct LawTests {
  private func sample(_ law: Law, count: Int = 4_096) -> [Double] {
    var inputs = Inputs()
    let input = inputs.declare(Address("alert", "x"), law, as: Ratio.self)
    let block = DrawBlock.drawn(for: inputs, seed: 5, count: count)
    return (0..<block.groups).flatMap { g in (0..<4).map { block[input, g][$0] } }
  }

  /// PERT(0, 1, 4): mean 8/6; stratified, so a thousandth of the range is ample.
  @Test func pertHasItsMean() {
    let values = sample(Law(.knowledge, .pert(low: 0, likely: 1, high: 4, outer: false)))
    let mean: Double = values.reduce(0, +) / 4_096
    #expect(abs(mean - 8.0 / 6) < 0.004)
    #expect(values.min()! >= 0 && values.max()! <= 4)
  }

  /// With p5–p95 bounds, 5 % lie below the low and 5 % above the high: 1/4 096 a stratum.
  @Test func outerBoundsArePercentiles() {
    let values = sample(Law(.knowledge, .pert(low: 10, likely: 30, high: 100, outer: true)))
    #expect(abs(Double(values.filter { $0 < 10 }.count) / 4_096 - 0.05) < 0.001)
    #expect(abs(Double(values.filter { $0 > 100 }.count) / 4_096 - 0.05) < 0.001)
  }

  /// Two claims of weights 3 and 1: the selector is stratified too.
  @Test func claimsAreChosenByWeight() {
    let law = Law(
      kind: .knowledge,
      components: [
        .init(weight: 3, distribution: .constant(1), claim: "a"),
        .init(weight: 1, distribution: .constant(2), claim: "b"),
      ])
    let values = sample(law)
    #expect(values.filter { $0 == 1 }.count == 3_072)
  }

  @Test func otherLawsHaveTheirQuantiles() {
    let normal = sample(Law(.chance, .normal(mean: 10, spread: 2))).sorted()
    #expect(abs(normal[2_048] - 10) < 0.01)
    #expect(abs(normal[3_993] - 13.92) < 0.03)
    let lognormal = sample(Law(.chance, .lognormal(median: 5, factor: 2))).sorted()
    #expect(abs(lognormal[2_048] - 5) < 0.02)
    #expect(abs(lognormal[3_446] - 10) < 0.1)
    let choice = sample(Law(.chance, .choice([1, 7], weights: [1, 3])))
    #expect(choice.filter { $0 == 7 }.count == 3_072)
    let empirical = sample(Law(.chance, .empirical([0, 1, 10])))
    #expect(abs(Double(empirical.filter { $0 < 1 }.count) / 4_096 - 0.5) < 0.001)
  }
}
