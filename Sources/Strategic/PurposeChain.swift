internal import Kernels

/// Purposes as a chain of phases: routine until something begins, each thing as long as it lasts.
///
/// Days on which nothing was seen to end pass the phases on. A preparation that ends is called off, or
/// it is an attack; that would have been noticed, so this share leaves the chain.
enum PurposeChain {
  /// The states of each purpose.
  static let states: [Range<Int>] = {
    var first = 0
    return Purpose.allCases.map { purpose in
      defer { first += purpose.phases }
      return first..<first + purpose.phases
    }
  }()

  /// - Parameters:
  ///   - onset: beginnings a day, by purpose.
  ///   - days: mean durations.
  static func make(
    onset: [Purpose: Lanes], days: [Purpose: Lanes], escalates: Lanes, calledOff: Lanes
  ) -> HiddenChain {
    func states(_ purpose: Purpose) -> Range<Int> { PurposeChain.states[purpose.rawValue] }
    var steps: [HiddenChain.Step] = []
    var start = [Lanes](repeating: Lanes(repeating: 1), count: states(.other).upperBound)
    let active = Purpose.allCases.filter { $0 != .routine }
    let routine = states(.routine).lowerBound
    var stays = Lanes(repeating: 1)
    for purpose in active {
      let (begin, last) = (states(purpose).lowerBound, states(purpose).upperBound - 1)
      stays -= onset[purpose]!
      steps.append(.init(from: routine, to: begin, chance: onset[purpose]!))
      let leaves = LaneMath.least(
        Double(purpose.phases) / days[purpose]!, Lanes(repeating: 1))
      for phase in begin...last {
        // before anything is seen: as much as begins in the time that it lasts, in any phase alike
        start[phase] = onset[purpose]! * days[purpose]! / Double(purpose.phases)
        steps.append(.init(from: phase, to: phase, chance: 1 - leaves))
        if phase < last { steps.append(.init(from: phase, to: phase + 1, chance: leaves)) }
      }
      switch purpose {
      case .coercion:
        steps.append(.init(from: last, to: states(.attack).lowerBound, chance: leaves * escalates))
        steps.append(.init(from: last, to: routine, chance: leaves * (1 - escalates)))
      case .attack: steps.append(.init(from: last, to: routine, chance: leaves * calledOff))
      case .routine, .exercise, .other:
        steps.append(.init(from: last, to: routine, chance: leaves))
      }
    }
    steps.append(.init(from: routine, to: routine, chance: stays))
    let total = start.reduce(.zero, +)
    return HiddenChain(start: start.map { $0 / total }, steps: steps)
  }
}
