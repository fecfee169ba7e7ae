import Kernels
import Testing

/// The chain held against closed forms, symmetry and the laws that it is the random form of.
@Suite struct LanchesterTests {
  /// One against one: α / (α + β). Two against one, square law: 2α/(2α+β) + β/(2α+β) · α/(α+β).
  @Test func smallFightsAreAsByHand() {
    let one = Lanchester(first: 1, second: 1, firstRate: 3, secondRate: 1)
    #expect(abs(one.firstWins - 0.75) < 1e-15)
    let two = Lanchester(first: 2, second: 1, firstRate: 1, secondRate: 1)
    #expect(abs(two.firstWins - (2 / 3.0 + 1 / 3.0 * 0.5)) < 1e-15)
    #expect(abs(two.meanLeft.first - (2 * 2 / 3.0 + 1 / 6.0)) < 1e-15)
  }

  /// Linear law: the first side wins where its m-th success comes before the n-th of the other: sums of the negative binomial law.
  @Test(arguments: [(3, 5, 2.0, 1.0), (10, 4, 0.3, 0.7), (1, 9, 5.0, 1.0)])
  func theLinearLawIsNegativeBinomial(_ n: Int, _ m: Int, _ alpha: Double, _ beta: Double) {
    let p = alpha / (alpha + beta)
    var (term, wins) = (1.0, 0.0)
    for _ in 0..<m { term *= p }
    for k in 0..<n {
      wins += term
      term *= (1 - p) * Double(m + k) / Double(k + 1)
    }
    let fight = Lanchester(
      first: n, second: m, firstRate: alpha, secondRate: beta, law: .linear)
    #expect(abs(fight.firstWins - wins) < 1e-13)
  }

  /// All ends together are certain, equal sides win alike, and a side that does nothing never wins.
  @Test func nothingIsLost() {
    for law in Lanchester.Law.allCases {
      let fight = Lanchester(first: 300, second: 200, firstRate: 0.7, secondRate: 1.1, law: law)
      let all = fight.firstLeft.reduce(0, +) + fight.secondLeft.reduce(0, +)
      #expect(abs(all - 1) < 1e-12)
      let equal = Lanchester(first: 50, second: 50, firstRate: 2, secondRate: 2, law: law)
      #expect(abs(equal.firstWins - 0.5) < 1e-12)
      #expect(Lanchester(first: 9, second: 9, firstRate: 0, secondRate: 1, law: law).firstWins == 0)
    }
  }

  /// Of many units the mean is that of the square law, √(a² − b²) at equal rates: 1 732.05 of 2 000 against 1 000. What chance takes away is of the order of one unit.
  @Test func manyUnitsFollowTheLaw() {
    let fight = Lanchester(first: 2_000, second: 1_000, firstRate: 1, secondRate: 1)
    #expect(abs(fight.meanLeft.first - 1_732.05) < 1.5)
    #expect(fight.firstWins > 1 - 1e-12)
    // nine of ten fights leave no less than some 30 below the mean
    #expect((1_690..<1_732).contains(fight.firstLeft(atLeastIn: 0.9)))
  }
}
