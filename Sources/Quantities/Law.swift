/// Who or what decides the value of an input.
public enum InputKind: String, CaseIterable, Sendable {
  /// What we do not know; the same in every night.
  case knowledge
  /// What this night brings.
  case chance
  /// Chosen by the other side.
  case adversary
  /// Chosen by the defended side.
  case defender
}

/// One distribution of a single input, in SI. Values only; drawing from it is `Warnings`' work.
public enum Distribution: Hashable, Sendable {
  case constant(Double)
  case uniform(low: Double, high: Double)
  /// PERT, λ = 4. With `outer`, low and high are its 5th and 95th percentiles.
  case pert(low: Double, likely: Double, high: Double, outer: Bool)
  /// PERT on the logarithm, for positive quantities that span more than a factor of three.
  case logPert(low: Double, likely: Double, high: Double, outer: Bool)
  case normal(mean: Double, spread: Double)
  /// `factor` is the ratio of the 84th percentile to the median.
  case lognormal(median: Double, factor: Double)
  /// Values with probabilities ∝ weights, in order of value.
  case choice([Double], weights: [Double])
  /// Equally likely values, ascending; drawn by linear interpolation between order statistics.
  case empirical([Double])

  /// The value an analyst would name first: mode, mean or middle.
  public var likely: Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high): (low + high) / 2
    case .pert(_, let likely, _, _), .logPert(_, let likely, _, _): likely
    case .normal(let mean, _): mean
    case .lognormal(let median, _): median
    case .choice(let values, let weights):
      values[weights.indices.max { weights[$0] < weights[$1] } ?? 0]
    case .empirical(let values): values[values.count / 2]
    }
  }

  /// The range a reader is shown: the ends, or the 2.3rd and 97.7th percentiles where there are none.
  public var range: ClosedRange<Double> {
    switch self {
    case .constant(let value): value...value
    case .uniform(let low, let high): low...high
    case .pert(let low, _, let high, _), .logPert(let low, _, let high, _): low...high
    case .normal(let mean, let spread): (mean - 2 * spread)...(mean + 2 * spread)
    case .lognormal(let median, let factor):
      (median / (factor * factor))...(median * factor * factor)
    case .choice(let values, _): values.min()!...values.max()!
    case .empirical(let values): values.first!...values.last!
    }
  }
}

/// Which of several sources is believed in a draw, for all inputs of one owner that they speak about.
public struct ClaimSets: Hashable, Sendable {
  /// One source, its slot on the selector, and the component it has in this law; nil where it says
  /// nothing of this input.
  public struct Member: Hashable, Sendable {
    public let source: String
    public let slot: Range<Double>
    public let component: Int?

    public init(source: String, slot: Range<Double>, component: Int?) {
      (self.source, self.slot, self.component) = (source, slot, component)
    }
  }

  /// What the choice is addressed by: the owner, `catalogue.9m723.sets`.
  public let address: Address
  /// In order of source; slots do not overlap.
  public let members: [Member]

  public init(address: Address, members: [Member]) {
    (self.address, self.members) = (address, members)
  }
}

/// The law of an input: a mixture of what its claims say.
public struct Law: Hashable, Sendable {
  public struct Component: Hashable, Sendable {
    /// Probability of this component; the components of a law add up to 1.
    public let weight: Double
    public let distribution: Distribution
    /// The claim it comes from; nil for a law that is part of the model itself (a uniform phase).
    public let claim: String?

    public init(weight: Double, distribution: Distribution, claim: String?) {
      (self.weight, self.distribution, self.claim) = (weight, distribution, claim)
    }
  }

  public let kind: InputKind
  public let components: [Component]
  /// Figures that one source gives together, drawn together; nil where this input stands alone.
  public private(set) var sets: ClaimSets?
  /// Legal values: what is drawn beyond is held at the end.
  public let bounds: ClosedRange<Double>

  /// - Parameter components: at least one; weights are normalised here.
  public init(
    kind: InputKind, components: [Component],
    bounds: ClosedRange<Double> = -.greatestFiniteMagnitude ... .greatestFiniteMagnitude
  ) {
    precondition(!components.isEmpty, "a law without components")
    let total = components.reduce(0) { $0 + $1.weight }
    precondition(total > 0, "a law without weight")
    self.kind = kind
    self.bounds = bounds
    self.components = components.map {
      Component(weight: $0.weight / total, distribution: $0.distribution, claim: $0.claim)
    }
  }

  /// A law that rests on no claim because it is part of the model (a scan phase, a launch point).
  public init(_ kind: InputKind, _ distribution: Distribution) {
    self.init(
      kind: kind, components: [Component(weight: 1, distribution: distribution, claim: nil)])
  }

  /// The likely value of the weightiest component.
  public var likely: Double {
    components.max { $0.weight < $1.weight }!.distribution.likely
  }

  /// The hull of the components' ranges, whether legal or not.
  public var range: ClosedRange<Double> {
    let ranges = components.map(\.distribution.range)
    return ranges.map(\.lowerBound).min()!...ranges.map(\.upperBound).max()!
  }

  /// The hull of the components' ranges as far as it is legal: what a table over all draws covers.
  public var drawn: ClosedRange<Double> { range.clamped(to: bounds) }

  /// The same law, its claims chosen together with those of its owner's other inputs; no weight moves.
  public func chosen(with sets: ClaimSets) -> Law {
    var law = self
    law.sets = sets
    return law
  }

  /// Which component a selector on (0, 1) chooses: upper ends, ascending.
  ///
  /// Without sets the components lie side by side. With sets each of a set's sources first takes its
  /// own slot, as far as its weight goes; what is left fills the gaps in order. So every component
  /// keeps its weight, and inputs about which one source speaks believe it in the same draws.
  public var choices: [(upTo: Double, component: Int)] {
    var left = components.map(\.weight)
    var taken: [(from: Double, upTo: Double, component: Int)] = []
    for member in sets?.members ?? [] {
      guard let component = member.component else { continue }
      let share = min(left[component], member.slot.upperBound - member.slot.lowerBound)
      left[component] -= share
      taken.append((member.slot.lowerBound, member.slot.lowerBound + share, component))
    }
    taken.sort { $0.from < $1.from }
    var result: [(upTo: Double, component: Int)] = []
    var (at, next) = (0.0, 0)
    func fill(_ end: Double) {
      while at < end - 1e-12, next < left.count {
        let share = min(left[next], end - at)
        if share > 1e-12 {
          result.append((at + share, next))
          (at, left[next]) = (at + share, left[next] - share)
        } else {
          next += 1
        }
      }
      at = max(at, end)
    }
    for slot in taken {
      fill(slot.from)
      result.append((slot.upTo, slot.component))
      at = slot.upTo
    }
    fill(1)
    return result
  }
}
