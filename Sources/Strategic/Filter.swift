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

  private var isHeard = false

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
    guard isHeard else { return }
    for purpose in today.indices { today[purpose] = .zero }
    isHeard = false
  }

  /// Adds what a family's week says more than it said before.
  mutating func hear(_ week: FamilyWeek, slot: Int) {
    isHeard = true
    week.terms(parameters, into: &terms)
    let before = said[slot]
    for purpose in today.indices {
      today[purpose] += terms[purpose] - (before?[purpose] ?? .zero)
    }
    said[slot] = terms
  }

  /// Adds logarithms of likelihoods as they are, purpose by purpose.
  mutating func hear(_ logarithms: ArraySlice<Lanes>) {
    isHeard = true
    for (purpose, logarithm) in logarithms.enumerated() { today[purpose] += logarithm }
  }

  /// Weighs the shares by what today's reports say.
  mutating func weigh() {
    let likelihood = today.map { LaneMath.exp($0) }
    for purpose in Purpose.allCases {
      for state in PurposeChain.states[purpose.rawValue] {
        shares[state] *= likelihood[purpose.rawValue]
      }
    }
    settle()
  }

  /// Brings the shares of a day without reports to sum 1.
  mutating func settle() { _ = HiddenChain.settle(&shares) }

  func share(of purpose: Purpose) -> Lanes { Filter.share(of: purpose, in: shares) }

  static func share(of purpose: Purpose, in shares: [Lanes]) -> Lanes {
    var sum = Lanes.zero
    for state in PurposeChain.states[purpose.rawValue] { sum += shares[state] }
    return sum
  }
}
