import Kernels
import Testing

@Suite struct ScrambleTests {
  /// The (0, m, 1)-net property: one point in each of 2ᵐ equal strata, for every prefix 2ᵐ.
  @Test func everyPrefixIsStratified() {
    for key in [UInt64(1), 0xdead_beef_0123_4567, .max] {
      for m in 0...12 {
        let n = 1 << m
        let strata = Set((0..<n).map { Int(Scramble.point(UInt32($0), key: key) * Double(n)) })
        #expect(strata.count == n, "key \(key), 2^\(m)")
      }
    }
  }

  /// Correlation of independent samples of n has variance 1/(n − 1); stratified ones less or equal.
  /// Over 10⁴ pairs of keys the largest of |r| √n stays below 5 (normal: p = 6e-7 each), the mean of
  /// r² n within 10 % of 1.
  @Test func tenThousandPairsOfKeysAreUncorrelated() {
    let n = 256
    let columns = (0..<201).map { i in
      (0..<n).map { Scramble.point(UInt32($0), key: Scramble.key(7, UInt64(i))) - 0.5 }
    }
    var (worst, sum, pairs) = (0.0, 0.0, 0.0)
    for i in 0..<200 {
      for j in (i + 1)..<min(i + 76, 201) {
        let r = 12 * zip(columns[i], columns[j]).reduce(0) { $0 + $1.0 * $1.1 } / Double(n)
        worst = max(worst, abs(r))
        sum += r * r * Double(n)
        pairs += 1
      }
    }
    #expect(pairs >= 10_000)
    #expect(worst * Double(n).squareRoot() < 5, "largest correlation \(worst)")
    #expect(abs(sum / pairs - 1) < 0.1, "mean of n r² is \(sum / pairs)")
  }

  /// χ² of 8 × 8 cells over 4 096 points, 63 degrees of freedom: each below 120 (p = 2e-5), the mean
  /// over 100 pairs not above 63 by more than 4 σ of the mean (σ = √126/10).
  @Test func cellsOfTwoAddressesFillEvenly() {
    var total = 0.0
    for pair in 0..<100 {
      var cells = [Double](repeating: 0, count: 64)
      let (a, b) = (Scramble.key(1, UInt64(pair)), Scramble.key(2, UInt64(pair)))
      for i in 0..<4_096 {
        let x = Int(Scramble.point(UInt32(i), key: a) * 8)
        let y = Int(Scramble.point(UInt32(i), key: b) * 8)
        cells[8 * x + y] += 1
      }
      let chi = cells.reduce(0) { $0 + ($1 - 64) * ($1 - 64) / 64 }
      #expect(chi < 120, "pair \(pair)")
      total += chi
    }
    #expect(total / 100 < 63 + 4 * 1.12)
  }

  /// The reversal is its own inverse and the permutation is one: no two words meet.
  @Test func theScrambleIsAPermutation() {
    #expect(Scramble.reversed(1) == 1 << 31)
    #expect(Scramble.reversed(Scramble.reversed(0x1234_5678)) == 0x1234_5678)
    let words = Set((0..<UInt32(1 << 16)).map { Scramble.laineKarras($0, seed: 99) & 0xffff })
    #expect(words.count == 1 << 16)  // the low bits permute among themselves
  }

  @Test func eventsAreUniformAndDifferByEveryWord() {
    let a = Philox.uniform(key: 5, draw: 1, event: 0)
    #expect(a != Philox.uniform(key: 5, draw: 1, event: 1))
    #expect(a != Philox.uniform(key: 5, draw: 2, event: 0))
    #expect(a != Philox.uniform(key: 6, draw: 1, event: 0))
    let mean =
      (0..<10_000).reduce(0) { $0 + Philox.uniform(key: 3, draw: UInt32($1), event: 0) } / 1e4
    #expect(abs(mean - 0.5) < 4 * 0.2887 / 100)  // 4 σ of the mean
  }
}
