/// A value somebody published for one input, in SI.
public struct Claim: Identifiable, Hashable, Sendable {
  /// What the words of the claim bound.
  public enum Statement: Hashable, Sendable {
    /// A single figure.
    case point(Double)
    /// Low, likely, high; `outer` when the bounds are the 5th and 95th percentiles.
    case range(low: Double, likely: Double, high: Double, outer: Bool)
    case upTo(Double)
    case atLeast(Double)
    /// A law the analyst names.
    case law(Distribution)
  }

  public let id: String
  public let address: Address
  public let statement: Statement
  /// The source's id; nil when nobody is cited, which counts as grade F6.
  public let source: String?
  /// The span of the claim in the scenario.
  public let span: Span
  /// The name of the unit it was written in, for printing.
  public let unit: String
  public let note: String?
  /// From which event to which a duration lasts, as it is written; nil where that is not asked.
  public let link: Link?
  /// As how many dated events it counts; nil for a statement, which counts by its grade.
  public let events: Double?

  /// The two events of a duration.
  public struct Link: Hashable, Sendable {
    public let from, to: String

    public init(from: String, to: String) { (self.from, self.to) = (from, to) }
  }

  public init(
    id: String, address: Address, statement: Statement, source: String?, span: Span,
    unit: String, note: String?, link: Link? = nil, events: Double? = nil
  ) {
    self.link = link
    (self.id, self.address, self.statement, self.source) = (id, address, statement, source)
    (self.span, self.unit, self.note, self.events) = (span, unit, note, events)
  }

  /// The same claim with so much taken off every value, SI, which never falls below 0 by it.
  public func less(_ amount: Double, _ note: String) -> Claim {
    Claim(
      id: id, address: address, statement: statement.less(amount), source: source, span: span,
      unit: unit, note: [self.note, note].compactMap(\.self).joined(separator: "; "), link: link,
      events: events)
  }

  /// A single figure to which we, not the source, give a spread.
  public var spreadIsAssumed: Bool {
    switch statement {
    case .point, .upTo, .atLeast: true
    case .range, .law: false
    }
  }

  /// Low, likely and high of what was said; a lone figure is all three.
  public var range: (low: Double, likely: Double, high: Double) {
    switch statement {
    case .point(let value), .upTo(let value), .atLeast(let value): (value, value, value)
    case .range(let low, let likely, let high, _): (low, likely, high)
    case .law(let law): (law.range.lowerBound, law.likely, law.range.upperBound)
    }
  }
}

extension Claim.Statement {
  /// Every value lower by so much, 0 at least.
  func less(_ by: Double) -> Claim.Statement {
    func down(_ x: Double) -> Double { max(0, x - by) }
    return switch self {
    case .point(let x): .point(down(x))
    case .range(let low, let likely, let high, let outer):
      .range(low: down(low), likely: down(likely), high: down(high), outer: outer)
    case .upTo(let x): .upTo(down(x))
    case .atLeast(let x): .atLeast(down(x))
    case .law(let law): .law(law.less(by))
    }
  }
}

extension Distribution {
  fileprivate func less(_ by: Double) -> Distribution {
    func down(_ x: Double) -> Double { max(0, x - by) }
    return switch self {
    case .constant(let x): .constant(down(x))
    case .uniform(let low, let high):
      .uniform(low: down(low), high: max(down(high), down(low) + 1e-9))
    case .pert(let low, let likely, let high, let outer),
      .logPert(let low, let likely, let high, let outer):
      .pert(low: down(low), likely: down(likely), high: down(high), outer: outer)
    case .normal(let mean, let spread): .normal(mean: mean - by, spread: spread)
    case .lognormal(let median, let factor):
      .lognormal(median: max(1e-9, median - by), factor: factor)
    case .choice(let values, let weights): .choice(values.map(down), weights: weights)
    case .empirical(let values): .empirical(values.map(down))
    }
  }
}

extension Law {
  /// As many events as the statements of an input count together where dated events stand beside them.
  public static let stated = 1.0

  /// The mixture of an input's claims.
  ///
  /// A claim's weight is weight(reliability) × weight(credibility); claims of one origin share the
  /// weight of the best graded among them. A lone figure gets a relative spread by grade. Where dated events
  /// are among the claims, each counts as itself and all statements together as `stated` of them.
  ///
  /// - Parameters:
  ///   - claims: at least one, all for one address.
  ///   - sources: by id; a claim without one is graded F6.
  public init(
    kind: InputKind, claims: [Claim], sources: [String: Source], grades: GradeTable,
    bounds: ClosedRange<Double> = -.greatestFiniteMagnitude ... .greatestFiniteMagnitude
  ) {
    func weight(_ claim: Claim) -> Double {
      let source = claim.source.flatMap { sources[$0] }
      return grades.weight(source?.reliability ?? .unknown, source?.credibility ?? .unknown)
    }
    func origin(_ claim: Claim) -> String {
      claim.source.flatMap { sources[$0]?.origin ?? $0 } ?? "\u{0}\(claim.id)"
    }
    var best: [String: Double] = [:]
    var count: [String: Double] = [:]
    let statements = claims.filter { $0.events == nil }
    for claim in statements {
      best[origin(claim)] = max(best[origin(claim)] ?? 0, weight(claim))
      count[origin(claim), default: 0] += 1
    }
    let total = best.values.reduce(0, +)
    let scale = statements.count < claims.count && total > 0 ? Law.stated / total : 1
    self.init(
      kind: kind,
      components: claims.map { claim in
        let reliability = claim.source.flatMap { sources[$0]?.reliability } ?? .unknown
        return Component(
          weight: claim.events ?? scale * best[origin(claim)]! / count[origin(claim)]!,
          distribution: Law.distribution(
            claim.statement, spread: grades.spread(reliability), within: bounds),
          claim: claim.id)
      }, bounds: bounds)
  }

  /// - Parameter bounds: legal values. A lone figure's spread ends there; one that stands at an end is meant as it is:
  ///   100 % is always.
  private static func distribution(
    _ statement: Claim.Statement, spread: Double, within bounds: ClosedRange<Double>
  ) -> Distribution {
    func cut(_ low: Double, _ likely: Double, _ high: Double) -> Distribution {
      pert(
        max(low, min(bounds.lowerBound, likely)), likely, min(high, max(bounds.upperBound, likely)))
    }
    switch statement {
    case .law(let distribution): return distribution
    case .range(let low, let likely, let high, let outer):
      return pert(low, likely, high, outer: outer)
    case .point(let value):
      if value == bounds.lowerBound || value == bounds.upperBound { return .constant(value) }
      return cut(value - abs(value) * spread, value, value + abs(value) * spread)
    case .upTo(let value):
      let likely = max(value - abs(value) * spread, min(bounds.lowerBound, value))
      return cut(value - 3 * abs(value) * spread, likely, value)
    case .atLeast(let value):
      let likely = min(value + abs(value) * spread, max(bounds.upperBound, value))
      return cut(value, likely, value + 3 * abs(value) * spread)
    }
  }

  private static func pert(
    _ low: Double, _ likely: Double, _ high: Double, outer: Bool = false
  ) -> Distribution {
    if low == high { return .constant(likely) }
    return low > 0 && high > 3 * low
      ? .logPert(low: low, likely: likely, high: high, outer: outer)
      : .pert(low: low, likely: likely, high: high, outer: outer)
  }
}
