internal import Findings
internal import Quantities
internal import Theatre

/// Which sources the answer hangs on.
struct SourceShares {
  private let judgements: Judgements
  private var ladder: Ladder { judgements.ladder }

  init(_ judgements: Judgements) { self.judgements = judgements }

  /// The three sources to which most of the spread at the places named first goes back, most first.
  func most(_ threat: String, _ posture: String) -> [Source] {
    var shares: [String: Double] = [:]
    for place in ladder.theatre.focus {
      for support in judgements.supports(place.subject, threat, posture) {
        shares[support.source, default: 0] += support.figure.value
      }
    }
    let known = Dictionary(
      uniqueKeysWithValues: ladder.results.foundations.sources.map { ($0.id, $0) })
    return shares.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(3).compactMap { known[$0.key] }
  }
}
