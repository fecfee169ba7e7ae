internal import Kernels

/// What is thought of the other side's purpose while the days go by, in four draws.
struct Filter {
  let parameters: Parameters
  private(set) var shares: [Lanes]
  private var next: [Lanes]
  /// What each slot has said so far: five purposes each.
  private var said: [Int: [Lanes]] = [:]
  private var terms = [Lanes](repeating: .zero, count: Purpose.allCases.count)
  /// What today's reports say of each purpose, as logarithms; zero on a day without any.
  private(set) var today = [Lanes](repeating: .zero, count: Purpose.allCases.count)

  init(_ parameters: Parameters) {
    self.parameters = parameters
    shares = parameters.chain.start
    next = shares
  }

  /// Takes another analyst's shares over.
  mutating func take(_ other: [Lanes]) { shares = other }

  /// A day goes by.
  mutating func advance() {
    parameters.chain.advance(shares, into: &next)
    swap(&shares, &next)
    for purpose in today.indices { today[purpose] = .zero }
  }

  /// Adds what a family's week says more than it said before.
  mutating func hear(_ week: FamilyWeek, slot: Int) {
    week.terms(parameters, into: &terms)
    let before = said[slot]
    for purpose in today.indices {
      today[purpose] += terms[purpose] - (before?[purpose] ?? .zero)
    }
    said[slot] = terms
  }

  /// Adds logarithms of likelihoods as they are, purpose by purpose.
  mutating func hear(_ logarithms: [Lanes]) {
    for purpose in today.indices { today[purpose] += logarithms[purpose] }
  }

  /// Weighs the shares by what today's reports say.
  mutating func weigh() {
    let likelihood = today.map { LaneMath.exp($0) }
    let purposeOf = parameters.purposeOf
    _ = HiddenChain.weigh(&shares) { likelihood[purposeOf[$0].rawValue] }
  }

  /// Brings the shares of a day without reports to sum 1.
  mutating func settle() { _ = HiddenChain.weigh(&shares) { _ in Lanes(repeating: 1) } }

  func share(of purpose: Purpose) -> Lanes {
    Filter.share(of: purpose, in: shares, parameters.purposeOf)
  }

  static func share(of purpose: Purpose, in shares: [Lanes], _ purposeOf: [Purpose]) -> Lanes {
    var sum = Lanes.zero
    for state in shares.indices where purposeOf[state] == purpose { sum += shares[state] }
    return sum
  }
}
