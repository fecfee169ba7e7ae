public import Quantities
internal import Scenarios

/// What every number rests on: claims by address, their sources, and the laws they make.
public struct Bibliography: Sendable {
  public let sources: [String: Source]
  public let claims: [Claim]
  public let laws: [Address: Law]
  public let grades: GradeTable
  private let kinds: [Address: InputKind]
  private let ranges: [Address: ClosedRange<Double>]
  private static let anything = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude

  init(_ document: Document) {
    sources = Dictionary(document.sources.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    claims =
      document.claims
      + document.postures.flatMap(\.edits).flatMap(\.claims)
    grades = document.grades
    kinds = document.kinds
    ranges = document.ranges
    var laws: [Address: Law] = [:]
    for (address, claims) in Dictionary(grouping: document.claims, by: \.address) {
      laws[address] = Law(
        kind: document.kinds[address] ?? .knowledge, claims: claims, sources: sources,
        grades: document.grades, bounds: document.ranges[address] ?? Bibliography.anything)
    }
    self.laws = laws
  }

  /// The law that some claims make for an address.
  func law(of address: Address, claims: [Claim]) -> Law {
    Law(
      kind: kinds[address] ?? .knowledge, claims: claims, sources: sources, grades: grades,
      bounds: ranges[address] ?? Bibliography.anything)
  }

  public func claim(_ id: String) -> Claim? { claims.first { $0.id == id } }

  /// Whether a claim cites anybody.
  public func isSourced(_ claim: Claim) -> Bool { claim.source.map { sources[$0] != nil } ?? false }

  /// Pairs of claims for one address whose ranges lie more than 5 % apart, or whose likely values differ by more than a factor 1.5.
  public func contradictions() -> [(address: Address, low: Claim, high: Claim)] {
    var found: [(address: Address, low: Claim, high: Claim)] = []
    // what a posture sets replaces the claims of the catalogue; it does not contradict them
    let standing = claims.filter { !$0.id.contains(":") }
    for (address, claims) in Dictionary(grouping: standing, by: \.address) where claims.count > 1 {
      let byLikely = claims.sorted { ($0.range.likely, $0.id) < ($1.range.likely, $1.id) }
      let (low, high) = (byLikely.first!, byLikely.last!)
      let apart = low.range.high + 0.05 * abs(low.range.high) < high.range.low
      let factor = low.range.likely > 0 && high.range.likely > 1.5 * low.range.likely
      if apart || factor { found.append((address, low, high)) }
    }
    return found.sorted { $0.address < $1.address }
  }
}
