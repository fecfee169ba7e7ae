import Kernels
import Testing

/// The chain against closed forms; against hmmlearn in `Cases/hidden-*.case`.
@Suite struct HiddenChainTests {
  private func lanes(_ value: Double) -> Lanes { Lanes(repeating: value) }

  private func chain(_ a: Double, _ b: Double, start: Double) -> HiddenChain {
    HiddenChain(
      start: [lanes(start), lanes(1 - start)],
      steps: [
        .init(from: 0, to: 0, chance: lanes(1 - a)), .init(from: 0, to: 1, chance: lanes(a)),
        .init(from: 1, to: 0, chance: lanes(b)), .init(from: 1, to: 1, chance: lanes(1 - b)),
      ])
  }

  /// Two states without evidence: pₜ = π + (1 − a − b)ᵗ (p₀ − π), π = b / (a + b).
  @Test func twoStatesForgetTheirStart() {
    let (a, b, start) = (0.03, 0.1, 0.9)
    let blank = Array(repeating: [lanes(1), lanes(1)], count: 60)
    let (shares, evidence) = chain(a, b, start: start).filtered(blank)
    let rest = b / (a + b)
    var factor = 1.0
    for day in shares.indices {
      #expect(abs(shares[day][0][2] - (rest + factor * (start - rest))) < 1e-13)
      factor *= 1 - a - b
    }
    #expect(abs(evidence[0]) < 1e-12)
  }

  /// Two days, worked out by hand: α₀ = (0.5 · 0.2, 0.5 · 0.8) → (0.2, 0.8) with evidence 0.5; a day later
  /// (0.2 · 0.9 + 0.8 · 0.3, 0.58) = (0.42, 0.58), times (0.6, 0.1) = (0.252, 0.058), sum 0.31.
  /// β₀ = (0.9 · 0.6 + 0.1 · 0.1, 0.3 · 0.6 + 0.7 · 0.1) = (0.55, 0.25): (0.11, 0.2) / 0.31.
  @Test func twoDaysByHand() {
    let chain = chain(0.1, 0.3, start: 0.5)
    let likelihoods = [[lanes(0.2), lanes(0.8)], [lanes(0.6), lanes(0.1)]]
    let (shares, evidence) = chain.filtered(likelihoods)
    #expect(abs(shares[0][0][0] - 0.2) < 1e-14 && abs(shares[1][0][0] - 0.252 / 0.31) < 1e-14)
    // ln (0.5 · 0.31)
    #expect(abs(evidence[0] + 1.864330) < 1e-6)
    let smoothed = chain.smoothed(shares) { day, after in
      for state in after.indices { after[state] *= likelihoods[day][state] }
    }
    #expect(abs(smoothed[0][0][0] - 0.11 / 0.31) < 1e-13)
    #expect(abs(smoothed[1][0][0] - 0.252 / 0.31) < 1e-13)
  }

  /// A state that ends unseen with chance c a day, beside one that stays: after t days its share is
  /// p (1 − c)ᵗ / (p (1 − c)ᵗ + 1 − p).
  @Test func whatWouldHaveBeenSeenFadesAway() {
    let (p, c) = (0.4, 0.05)
    let chain = HiddenChain(
      start: [lanes(p), lanes(1 - p)],
      steps: [
        .init(from: 0, to: 0, chance: lanes(1 - c)), .init(from: 1, to: 1, chance: lanes(1)),
      ])
    let blank = Array(repeating: [lanes(1), lanes(1)], count: 40)
    let shares = chain.filtered(blank).shares
    var left = p
    for day in shares.indices {
      #expect(abs(shares[day][0][1] - left / (left + 1 - p)) < 1e-13)
      left *= 1 - c
    }
  }

  @Test func lanesAreApart() {
    let start = Lanes(0.1, 0.2, 0.3, 0.4)
    let chain = HiddenChain(
      start: [start, 1 - start],
      steps: [.init(from: 0, to: 0, chance: lanes(1)), .init(from: 1, to: 1, chance: lanes(1))])
    let (shares, evidence) = chain.filtered([[lanes(0.5), lanes(0.25)]])
    for lane in 0..<4 {
      let sum = 0.5 * start[lane] + 0.25 * (1 - start[lane])
      #expect(abs(shares[0][0][lane] - 0.5 * start[lane] / sum) < 1e-15)
      #expect(abs(exponential(evidence[lane]) - sum) < 1e-12)
    }
  }

  /// Counts 2, 0, 3, 0, 0 with reference 1: 1, 0, 2, 1, 0.
  @Test func cusumByHand() {
    #expect(Cusum.sums(of: [2, 0, 3, 0, 0], reference: 1) == [1, 0, 2, 1, 0])
  }
}
