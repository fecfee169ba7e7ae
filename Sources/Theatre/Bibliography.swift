public import Quantities
internal import Scenarios

/// What every number rests on: claims by address, their sources, and the laws they make.
public struct Bibliography: Sendable {
  public let sources: [String: Source]
  public let claims: [Claim]
  public let laws: [Address: Law]
  public let grades: GradeTable
  /// What levers and movements of the past set: no claims about how things are.
  public let tried: [Claim]
  /// What the hands of a country's chain count beside the log of alerts, a share of the draws, by the address of the
  /// order that the log tells of.
  let handsShares: [Address: Double]
  private let kinds: [Address: InputKind]
  private let ranges: [Address: ClosedRange<Double>]
  private let byId: [String: Claim]
  private static let anything = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude

  init(_ document: Document, _ chains: [String: Theatre.Chain]) {
    let sources = Dictionary(document.sources.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let practice = AlertPractice(document, sources).told(chains)
    let standing = document.claims + practice.claims
    self.sources = sources
    claims = standing + document.postures.flatMap(\.edits).flatMap(\.claims)
    (grades, handsShares) = (document.grades, practice.handsShares)
    kinds = document.kinds.merging(practice.kinds) { $1 }
    ranges = document.ranges.merging(practice.ranges) { $1 }
    var laws: [Address: Law] = [:]
    for (address, claims) in Dictionary(grouping: standing, by: \.address) {
      laws[address] = Law(
        kind: kinds[address] ?? .knowledge, claims: claims + (practice.borrowed[address] ?? []),
        sources: sources,
        grades: document.grades, bounds: ranges[address] ?? Bibliography.anything)
    }
    tried = document.tried.flatMap(\.claims)
    byId = Dictionary((claims + tried).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    self.laws = Bibliography.joined(laws, byId)
  }

  /// Whether a law is of the kind of the input and draws only values that may be written there.
  func allows(_ law: Law, at address: Address) -> Bool {
    let (legal, drawn) = (ranges[address] ?? Bibliography.anything, law.range)
    return law.kind == kinds[address] ?? .knowledge
      && legal.contains(drawn.lowerBound) && legal.contains(drawn.upperBound)
  }

  /// Laws of one owner about which a source says several things: as far as the weights allow, that
  /// source is believed for all of them or for none.
  ///
  /// Its slot is as wide as its weight is on the average of these inputs; every input keeps the weights
  /// of its claims.
  private static func joined(
    _ laws: [Address: Law], _ claims: [String: Claim]
  ) -> [Address: Law] {
    var laws = laws
    func source(_ component: Law.Component) -> String? {
      component.claim.flatMap { claims[$0] }.flatMap { $0.events == nil ? $0.source : nil }
    }
    for (owner, addresses) in Dictionary(grouping: laws.keys, by: \.owner) {
      let mixed = addresses.sorted().filter { laws[$0]!.components.count > 1 }
      var weights: [String: [Double]] = [:]
      for address in mixed {
        let said = Dictionary(grouping: laws[address]!.components) { source($0) ?? "" }
        for (id, components) in said where !id.isEmpty {
          weights[id, default: []].append(components.reduce(0) { $0 + $1.weight })
        }
      }
      let several = weights.filter { $0.value.count > 1 }
      let chances = several.mapValues { $0.reduce(0, +) / Double($0.count) }
      let total = max(1, chances.keys.sorted().reduce(0) { $0 + chances[$1]! })
      for address in mixed {
        let components = laws[address]!.components
        var end = 0.0
        let members = chances.keys.sorted().map { id in
          let start = end
          end += chances[id]! / total
          return ClaimSets.Member(
            source: id, slot: start..<end, component: components.firstIndex { source($0) == id })
        }
        guard members.contains(where: { $0.component != nil }),
          let choice = Address(owner + ".sets")
        else { continue }
        laws[address] = laws[address]!.chosen(
          with: ClaimSets(address: choice, members: members))
      }
    }
    return laws
  }

  /// The law that some claims make for an address.
  func law(of address: Address, claims: [Claim]) -> Law {
    Law(
      kind: kinds[address] ?? .knowledge, claims: claims, sources: sources, grades: grades,
      bounds: ranges[address] ?? Bibliography.anything)
  }

  public func claim(_ id: String) -> Claim? { byId[id] }

  /// Whether a claim cites anybody.
  public func isSourced(_ claim: Claim) -> Bool { claim.source.map { sources[$0] != nil } ?? false }

  /// Pairs of claims for one address whose ranges lie more than 5 % apart, or whose likely values differ by more than a factor 1.5.
  public func contradictions() -> [(address: Address, low: Claim, high: Claim)] {
    var found: [(address: Address, low: Claim, high: Claim)] = []
    // what a posture sets replaces the claims of the catalogue; it does not contradict them
    // nor do events contradict each other: they differ
    let standing = claims.filter { !$0.id.contains(":") && $0.events == nil }
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
