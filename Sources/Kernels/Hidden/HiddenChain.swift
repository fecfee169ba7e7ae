/// A hidden Markov chain with few steps between its states, four draws side by side.
///
///     forward    α₀ = π ∘ e₀,   αₜ(j) = eₜ(j) Σᵢ αₜ₋₁(i) a(i, j)
///     backward   β_T = 1,       βₜ(i) = Σⱼ a(i, j) eₜ₊₁(j) βₜ₊₁(j)
///
/// Both are brought back to sum 1 every day, and the forward sums are the evidence: log P(e) is the sum
/// of their logarithms. A chance that leads out of every state is an end that was not seen: what took
/// it is left out by the next normalisation.
/// Source: L. R. Rabiner, A tutorial on hidden Markov models, Proc. IEEE 77(2), 1989,
/// doi:10.1109/5.18626, equations 19–20, 24–25 and 27; against hmmlearn to 1e-10
/// (`Cases/hidden-*.case`).
public struct HiddenChain: Sendable {
  /// One way from a state to a state, itself included, with its chance a day.
  public struct Step: Sendable {
    @usableFromInline let from: Int
    @usableFromInline let to: Int
    @usableFromInline let chance: Lanes

    public init(from: Int, to: Int, chance: Lanes) {
      (self.from, self.to, self.chance) = (from, to, chance)
    }
  }

  /// Shares of the states before anything is seen.
  public let start: [Lanes]
  @usableFromInline let steps: [Step]

  /// - Parameter steps: from and to among the states of `start`; the chances of a state add up to at
  ///   most 1.
  public init(start: [Lanes], steps: [Step]) {
    precondition(
      steps.allSatisfy { start.indices.contains($0.from) && start.indices.contains($0.to) },
      "a step to a state that is not there")
    (self.start, self.steps) = (start, steps)
  }

  /// The shares a day later.
  ///
  /// - Parameter next: as many states; overwritten.
  @inlinable
  public func advance(_ shares: [Lanes], into next: inout [Lanes]) {
    precondition(shares.count == start.count && next.count == start.count, "states")
    // indices were checked when the chain was made: unchecked sums are twice as fast
    next.withUnsafeMutableBufferPointer { next in
      shares.withUnsafeBufferPointer { shares in
        steps.withUnsafeBufferPointer { steps in
          for state in next.indices { next[state] = .zero }
          for step in steps { next[step.to] += shares[step.from] * step.chance }
        }
      }
    }
  }

  /// What a day says of the day before: Σⱼ a(i, j) x(j).
  private func retreat(_ after: [Lanes], into before: inout [Lanes]) {
    before.withUnsafeMutableBufferPointer { before in
      after.withUnsafeBufferPointer { after in
        steps.withUnsafeBufferPointer { steps in
          for state in before.indices { before[state] = .zero }
          for step in steps { before[step.from] += step.chance * after[step.to] }
        }
      }
    }
  }

  /// Weighs the shares by what was seen and brings their sum back to 1.
  ///
  /// - Returns: the sum before that: how well the day was predicted.
  @inlinable
  public static func weigh(_ shares: inout [Lanes], by likelihood: (Int) -> Lanes) -> Lanes {
    for state in shares.indices { shares[state] *= likelihood(state) }
    return settle(&shares)
  }

  /// Brings the sum of the shares back to 1.
  ///
  /// - Returns: the sum before that.
  @inlinable
  public static func settle(_ shares: inout [Lanes]) -> Lanes {
    var sum = Lanes.zero
    for share in shares { sum += share }
    let scale = 1 / sum
    for state in shares.indices { shares[state] *= scale }
    return sum
  }

  /// Filtered shares day by day and the logarithm of the evidence.
  ///
  /// - Parameter likelihoods: day by day, state by state.
  public func filtered(_ likelihoods: [[Lanes]]) -> (shares: [[Lanes]], evidence: Lanes) {
    var shares = start
    var next = start
    var evidence = Lanes.zero
    var days: [[Lanes]] = []
    for (day, likelihood) in likelihoods.enumerated() {
      if day > 0 {
        advance(shares, into: &next)
        swap(&shares, &next)
      }
      evidence += LaneMath.log(HiddenChain.weigh(&shares) { likelihood[$0] })
      days.append(shares)
    }
    return (days, evidence)
  }

  /// What is thought of each day once all days are seen.
  ///
  /// - Parameters:
  ///   - filtered: of `filtered`.
  ///   - weigh: multiplies one number a state by its likelihood on a day.
  public func smoothed(
    _ filtered: [[Lanes]], _ weigh: (_ day: Int, _ after: inout [Lanes]) -> Void
  ) -> [[Lanes]] {
    var result = filtered
    var after = [Lanes](repeating: Lanes(repeating: 1), count: start.count)
    var before = after
    for day in filtered.indices.dropLast().reversed() {
      weigh(day + 1, &after)
      retreat(after, into: &before)
      _ = HiddenChain.settle(&before)
      _ = HiddenChain.weigh(&result[day]) { before[$0] }
      swap(&after, &before)
    }
    return result
  }
}
