/// A fight of two sides to the last man of one, as a Markov chain: exact, whatever the numbers.
///
/// One unit falls at a time. Under the square law (Lanchester, 1916: aimed fire) the side of `b` units loses one with rate α·a, that of `a`
/// units with rate β·b; under the linear law (fire into an area) with α·a·b and β·a·b. The next to fall is of `b` with the chance of its rate
/// among both, so that the probability of each state follows from those before it:
///
///     p(a, b−1) += p(a, b) · λ_b / (λ_a + λ_b),   p(a−1, b) += p(a, b) · λ_a / (λ_a + λ_b)
///
/// Only additions and products of numbers of one sign: the relative error of each end is below (a + b) · 3 · 2⁻⁵³.
public struct Lanchester: Sendable {
  public enum Law: String, CaseIterable, Sendable { case square, linear }

  /// Probability that so many of the first side are left and none of the second, by their number from 1; and the other way round.
  public let firstLeft, secondLeft: [Double]

  /// - Parameters:
  ///   - first, second: units at the beginning.
  ///   - firstRate: units of the second side that one of the first puts out of action in a unit of time.
  ///   - secondRate: the same the other way.
  /// - Precondition: one or more units on each side, at most 20 000 each; rates that are finite, not negative and not both 0.
  public init(
    first: Int, second: Int, firstRate: Double, secondRate: Double, law: Law = .square
  ) {
    precondition((1...20_000).contains(first) && (1...20_000).contains(second), "units")
    precondition(
      firstRate >= 0 && secondRate >= 0 && (firstRate + secondRate).isFinite
        && firstRate + secondRate > 0, "rates")
    var firstLeft = [Double](repeating: 0, count: first)
    var secondLeft = [Double](repeating: 0, count: second)
    // the states with a units of the first side, by units of the second from 0
    var row = [Double](repeating: 0, count: second + 1)
    row[second] = 1
    for a in stride(from: first, through: 1, by: -1) {
      var below = [Double](repeating: 0, count: second + 1)
      for b in stride(from: second, through: 1, by: -1) where row[b] > 0 {
        let (onSecond, onFirst) =
          law == .square
          ? (firstRate * Double(a), secondRate * Double(b)) : (firstRate, secondRate)
        let share = onSecond / (onSecond + onFirst)
        row[b - 1] += row[b] * share
        below[b] += row[b] * (1 - share)
      }
      firstLeft[a - 1] = row[0]
      row = below
    }
    for b in 1...second { secondLeft[b - 1] = row[b] }
    (self.firstLeft, self.secondLeft) = (firstLeft, secondLeft)
  }

  /// Probability that the first side is left.
  public var firstWins: Double { firstLeft.reduce(0, +) }

  /// Mean number that is left of the first side, of the second, over all ends.
  public var meanLeft: (first: Double, second: Double) {
    func mean(_ left: [Double]) -> Double {
      left.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    }
    return (mean(firstLeft), mean(secondLeft))
  }

  /// The least number that is left of the first side with a probability of at least a share; 0 where it may be none.
  public func firstLeft(atLeastIn share: Double) -> Int {
    var sum = 0.0
    for index in firstLeft.indices.reversed() {
      sum += firstLeft[index]
      if sum >= share { return index + 1 }
    }
    return 0
  }
}
