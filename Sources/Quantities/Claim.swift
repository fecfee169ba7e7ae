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

  public init(
    id: String, address: Address, statement: Statement, source: String?, span: Span,
    unit: String, note: String?
  ) {
    (self.id, self.address, self.statement, self.source) = (id, address, statement, source)
    (self.span, self.unit, self.note) = (span, unit, note)
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

extension Law {
  /// The mixture of an input's claims.
  ///
  /// A claim's weight is weight(reliability) × weight(credibility); claims of one origin share the
  /// weight of the best graded among them. A lone figure gets a relative spread by grade.
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
    for claim in claims {
      best[origin(claim)] = max(best[origin(claim)] ?? 0, weight(claim))
      count[origin(claim), default: 0] += 1
    }
    self.init(
      kind: kind,
      components: claims.map { claim in
        let reliability = claim.source.flatMap { sources[$0]?.reliability } ?? .unknown
        return Component(
          weight: best[origin(claim)]! / count[origin(claim)]!,
          distribution: Law.distribution(claim.statement, spread: grades.spread(reliability)),
          claim: claim.id)
      }, bounds: bounds)
  }

  private static func distribution(_ statement: Claim.Statement, spread: Double) -> Distribution {
    switch statement {
    case .law(let distribution): return distribution
    case .range(let low, let likely, let high, let outer):
      return pert(low, likely, high, outer: outer)
    case .point(let value):
      return pert(value - abs(value) * spread, value, value + abs(value) * spread)
    case .upTo(let value):
      return pert(value - 3 * abs(value) * spread, value - abs(value) * spread, value)
    case .atLeast(let value):
      return pert(value, value + abs(value) * spread, value + 3 * abs(value) * spread)
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
