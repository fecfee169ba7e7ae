/// When M detections within N consecutive looks make a track firm.
///
/// A Markov chain on the outcomes of the last N − 1 looks; a state that reaches M detections within
/// the window is absorbed. 2 ≤ N ≤ 4, so at most eight states.
public struct TrackInitiation: Sendable {
  public let needed: Int
  public let window: Int
  /// Probability of each pattern of the last N − 1 looks (bit 0 the latest), not yet firm.
  var patterns: [Lanes]
  /// Probability that the track is firm, four lanes.
  public private(set) var firm = Lanes.zero

  /// - Precondition: 1 ≤ needed ≤ window ≤ 4.
  public init(needed: Int, window: Int) {
    precondition(1 <= needed && needed <= window && window <= 4, "\(needed) of \(window)")
    (self.needed, self.window) = (needed, window)
    patterns = Array(repeating: .zero, count: 1 << (window - 1))
    patterns[0] = Lanes(repeating: 1)
  }

  /// Forgets everything; the storage is kept.
  public mutating func restart() {
    for i in patterns.indices { patterns[i] = .zero }
    patterns[0] = Lanes(repeating: 1)
    firm = .zero
  }

  /// One more look with detection probability `p`.
  public mutating func look(_ p: Lanes) {
    let mask = patterns.count - 1
    var next = (
      Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero
    )
    withUnsafeMutableBytes(of: &next) { bytes in
      let slots = bytes.bindMemory(to: Lanes.self)
      for state in patterns.indices {
        let hit = patterns[state] * p
        slots[(state << 1) & mask] += patterns[state] - hit
        if (state.nonzeroBitCount + 1) >= needed {
          firm += hit
        } else {
          slots[((state << 1) | 1) & mask] += hit
        }
      }
      for state in patterns.indices { patterns[state] = slots[state] }
    }
  }

  /// Goes on after many looks at once: firm so far, and nothing seen lately where it is not.
  public mutating func continueFrom(firm share: Lanes) {
    for i in patterns.indices { patterns[i] = .zero }
    patterns[0] = 1 - share
    firm = share
  }

  /// Chance per look that a track not yet firm becomes so, where `p` stays put for long.
  ///
  /// The chain forgets its start within a few looks; its hazard then is stationary and
  /// 1 − (1 − h)ⁿ replaces n looks. Exact to first order in p for small p: C(N−1, M−1) pᴹ
  /// (`TrackInitiationTests.steadyHazard`).
  public func steadyHazard(_ p: Lanes, looks: Int = 8) -> Lanes {
    var chain = TrackInitiation(needed: needed, window: window)
    var before = Lanes.zero
    for _ in 0..<looks {
      before = chain.firm
      chain.look(p)
    }
    let left = LaneMath.greatest(1 - before, Lanes(repeating: 1e-12))
    return (chain.firm - before) / left
  }
}
