/// When M detections within N consecutive looks make a track firm.
///
/// A Markov chain on the outcomes of the last N − 1 looks; a state that reaches M detections within
/// the window is absorbed. 2 ≤ N ≤ 4, so at most eight states.
public struct TrackInitiation: Sendable {
  public let needed: Int
  public let window: Int
  /// Probability of each pattern of the last N − 1 looks (bit 0 the latest), not yet firm.
  @usableFromInline var patterns: Patterns
  /// Probability that the track is firm, four lanes.
  public private(set) var firm = Lanes.zero
  /// Steady hazard at p = 0, 1/256 … 1.
  private let hazards: [Double]

  @usableFromInline typealias Patterns = (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes)
  private static let nothing: Patterns = (.zero, .zero, .zero, .zero, .zero, .zero, .zero, .zero)

  /// - Precondition: 1 ≤ needed ≤ window ≤ 4.
  public init(needed: Int, window: Int) {
    self.init(needed: needed, window: window, hazards: [])
    let chain = self
    self.init(
      needed: needed, window: window,
      hazards: (0...256).map { chain.settledHazard(Double($0) / 256) })
  }

  private init(needed: Int, window: Int, hazards: [Double]) {
    precondition(1 <= needed && needed <= window && window <= 4, "\(needed) of \(window)")
    (self.needed, self.window, self.hazards) = (needed, window, hazards)
    patterns = TrackInitiation.nothing
    patterns.0 = Lanes(repeating: 1)
  }

  private var states: Int { 1 << (window - 1) }

  /// One more look with detection probability `p`.
  public mutating func look(_ p: Lanes) {
    var next = TrackInitiation.nothing
    let (states, needed) = (states, needed)
    var gained = Lanes.zero
    withUnsafeMutableBytes(of: &next) { bytes in
      withUnsafeBytes(of: &patterns) { old in
        let slots = bytes.bindMemory(to: Lanes.self)
        let from = old.bindMemory(to: Lanes.self)
        for state in 0..<states {
          let hit = from[state] * p
          slots[(state << 1) & (states - 1)] += from[state] - hit
          if state.nonzeroBitCount + 1 >= needed {
            gained += hit
          } else {
            slots[((state << 1) | 1) & (states - 1)] += hit
          }
        }
      }
    }
    patterns = next
    firm += gained
  }

  /// Goes on after many looks at once: firm so far, and nothing seen lately where it is not.
  public mutating func continueFrom(firm share: Lanes) {
    patterns = TrackInitiation.nothing
    patterns.0 = 1 - share
    firm = share
  }

  /// Many looks without a detection in some lanes: what was seen before them no longer counts.
  public mutating func forget(where mask: LaneMask) {
    guard any(mask) else { return }
    let unseen = 1 - firm
    let (first, states) = (unseen.replacing(with: patterns.0, where: .!mask), states)
    withUnsafeMutableBytes(of: &patterns) { bytes in
      let slots = bytes.bindMemory(to: Lanes.self)
      for state in 1..<max(states, 2) { slots[state].replace(with: Lanes.zero, where: mask) }
    }
    patterns.0 = first
  }

  /// Chance per look that a track not yet firm becomes so, where `p` stays put for long.
  ///
  /// The chain forgets its start within a few looks; its hazard then is stationary and
  /// 1 − (1 − h)ⁿ replaces n looks. Linear between 257 nodes: error below 2e-5
  /// (`TrackInitiationTests.steadyHazard`).
  public func steadyHazard(_ p: Lanes) -> Lanes {
    var h = Lanes.zero
    for lane in 0..<4 {
      let place = p[lane] * 256
      let i = max(0, min(Int(place), 255))
      h[lane] = hazards[i] + (place - Double(i)) * (hazards[i + 1] - hazards[i])
    }
    return h
  }

  /// The hazard after 40 looks at one p.
  private func settledHazard(_ p: Double) -> Double {
    var chain = self
    var before = 0.0
    for _ in 0..<40 where chain.firm[0] < 0.999_999 {
      before = chain.firm[0]
      chain.look(Lanes(repeating: p))
    }
    return (chain.firm[0] - before) / (1 - before)
  }
}
