internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What a change of the time that is left goes back to, link by link, at one place.
struct LinkedChange {
  let place: Theatre.Place
  let threat: String
  /// What each link adds to what is left, on the average.
  let links: [(link: TacticalFigures.Link, figure: Figure)]
  /// Of what is left, where both are alerted, s.
  let total: Double

  /// Nil where a link is not known.
  init?(_ ladder: Ladder, _ place: Theatre.Place, _ threat: String, _ pair: FigureSetting) {
    let links = TacticalFigures.Link.allCases.compactMap { link in
      ladder.change(
        place.subject, TacticalFigures.linkOfChange.of(link.rawValue), threat, pair, .mean
      ).map { (link: link, figure: $0) }
    }
    guard links.count == TacticalFigures.Link.allCases.count else { return nil }
    (self.place, self.threat, self.links) = (place, threat, links)
    total = links.reduce(0) { $0 + ($1.figure.estimate.value ?? 0) }
  }

  /// The link that takes most.
  var worst: TacticalFigures.Link {
    links.min { $0.figure.estimate.value ?? 0 < $1.figure.estimate.value ?? 0 }!.link
  }
}

/// Losses at places to which no launcher came nearer: they need a reason.
struct UnexplainedLosses {
  private let ladder: Ladder
  private var theatre: Theatre { ladder.theatre }

  /// Losses of fewer seconds are none.
  private static let noticeable = 5.0

  init(_ ladder: Ladder) { self.ladder = ladder }

  /// Places that lose without a launcher of the class coming nearer, with the links that take it, in the scenario's order.
  func all(
    _ threat: String, _ question: Document.Question
  ) -> [(change: LinkedChange, sentence: String)] {
    guard let before = theatre.posture(question.before.value),
      let after = theatre.posture(question.after.value)
    else { return [] }
    return theatre.places.compactMap { place in
      guard let change = LinkedChange(ladder, place, threat, question.pair),
        change.total <= -UnexplainedLosses.noticeable,
        ladder.reaches(place.subject, threat, before.id),
        ladder.reaches(place.subject, threat, after.id),
        let then = theatre.nearest(threat, to: place, under: before),
        let now = theatre.nearest(threat, to: place, under: after),
        // the precision of a site is no approach
        now.distance.metres >= then.distance.metres - 1_000
      else { return nil }
      return (change, sentence(change, then.formations, now.formations, now.distance))
    }
  }

  private func sentence(
    _ change: LinkedChange, _ before: Int, _ after: Int, _ nearest: Length
  ) -> String {
    let loss = Words.time(-change.total)
    let head =
      "\(change.place.name) loses \(loss) on average although no launcher of \(ladder.theatre.plural(change.threat)) came nearer "
      + "(the nearest may stand at \(Words.number((nearest.metres / 1_000).rounded())) km, as before or farther): "
    switch change.worst {
    case .flight:
      let more =
        after > before
        ? "there are \(after) formations instead of \(before), and the soonest of more arrives sooner"
        : "the flights that decide are shorter, from where more of them may be launched"
      return head + more
    case .detection:
      return head + "they are seen later, from another direction or through more jamming"
    case .localisation: return head + "it is known later where they go"
    case .decision: return head + "the order takes longer"
    case .dissemination: return head + "the message takes longer"
    }
  }
}
