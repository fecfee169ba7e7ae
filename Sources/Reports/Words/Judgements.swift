internal import Quantities
internal import Scenarios
internal import Theatre
internal import Warnings

/// Sentences made from results by rules.
struct Judgements {
  let ladder: Ladder
  /// Changes smaller than this are called none, s.
  static let noticeable = 5.0

  private var theatre: Theatre { ladder.theatre }

  /// What one question's change does to the places a class reaches.
  struct Effect {
    let question: Document.Question
    let pair: String
    var unchanged: [Theatre.Place] = []
    /// With the loss of P10 or of the median, the larger, s; infinite where no alert is left.
    var shorter: [(place: Theatre.Place, loss: Double)] = []
    var longer: [Theatre.Place] = []
    var newlyReached: [Theatre.Place] = []
    var total: Int { unchanged.count + shorter.count + longer.count + newlyReached.count }
  }

  func leading(_ classes: [String], _ posture: String) -> String {
    classes.first { threat in
      let reached = theatre.places.count { ladder.reaches($0.id, threat, posture) }
      return 3 * reached >= theatre.places.count
    } ?? classes.first ?? ""
  }

  /// After minus before of one statistic: both marginal, so that a threat that decides in a third
  /// of the draws is not hidden by the two thirds where nothing changes. No alert is −∞.
  func change(
    _ place: String, _ threat: String, _ question: Document.Question, _ statistic: String
  ) -> Double {
    func estimate(_ posture: String) -> Estimate? {
      ladder.figure(place, "warning", threat, posture, statistic)?.estimate
    }
    guard let before = estimate(question.before.value), let after = estimate(question.after.value)
    else { return 0 }
    switch (before.value, after.value) {
    case (nil, nil): return 0
    case (_, nil): return -.infinity
    case (nil, _): return .infinity
    case (let a?, let b?):
      let error = ((before.halfWidth ?? 0), (after.halfWidth ?? 0))
      let doubt = (error.0 * error.0 + error.1 * error.1).squareRoot()
      return abs(b - a) <= doubt ? 0 : b - a
    }
  }

  /// The change of P10 or of the median, whichever falls more.
  func worse(_ place: String, _ threat: String, _ question: Document.Question) -> Double {
    let (tenth, half) = (
      change(place, threat, question, "p10"), change(place, threat, question, "median")
    )
    let least = min(tenth, half)
    return least <= -Judgements.noticeable ? least : max(tenth, half)
  }

  /// A change of a warning in words.
  static func words(_ change: Double) -> String {
    if change == -.infinity { return "no alert where there was one" }
    if change == .infinity { return "an alert where there was none" }
    return abs(change) < noticeable ? "no change" : Words.signed(change)
  }

  func effect(_ question: Document.Question, _ threat: String) -> Effect {
    let pair = "\(question.before.value)~\(question.after.value)"
    var effect = Effect(question: question, pair: pair)
    for place in theatre.places {
      guard ladder.reaches(place.id, threat, question.after.value) else { continue }
      guard ladder.reaches(place.id, threat, question.before.value) else {
        effect.newlyReached.append(place)
        continue
      }
      let worse = worse(place.id, threat, question)
      if worse <= -Judgements.noticeable {
        effect.shorter.append((place, -worse))
      } else if worse >= Judgements.noticeable {
        effect.longer.append(place)
      } else {
        effect.unchanged.append(place)
      }
    }
    effect.shorter.sort { ($1.loss, $0.place.id) < ($0.loss, $1.place.id) }
    return effect
  }

  /// The other side's changes, the one that leaves the largest share of places as they were first.
  func adversary(_ threat: String) -> [Effect] {
    func kept(_ effect: Effect) -> Double {
      Double(effect.unchanged.count) / Double(max(effect.total, 1))
    }
    let first = theatre.headline.before.value
    return theatre.questions.filter { $0.before.value == first }.map { effect($0, threat) }
      .enumerated().sorted {
        (kept($1.element), $0.offset) < (kept($0.element), $1.offset)
      }.map(\.element)
  }

  /// The other side's changes, then the other questions as they are written.
  func effects(_ threat: String) -> [Effect] {
    let first = theatre.headline.before.value
    return adversary(threat)
      + theatre.questions.filter { $0.before.value != first }.map { effect($0, threat) }
  }

  /// One question, in HTML: how many places keep, lose and gain, in this order, and which come within
  /// reach.
  func sentence(_ effect: Effect, _ threat: String) -> String {
    let name =
      "\(Words.capital(Html.escape(effect.question.words))) "
      + "(\(Html.escape(effect.pair.replacing("~", with: " to "))))"
    guard effect.total > 0 else {
      return "\(name): no place is within reach of \(Words.plural(threat))."
    }
    let margin = Words.time(Judgements.noticeable)
    let total = Words.count(effect.total, "place", "places")
    let start = "\(name): of \(total) within reach of \(Words.plural(threat)), "
    let kept =
      Judgements.places(effect.unchanged.count, of: effect.total, "keeps", "keep")
      + " P10 and median of the warning within \(margin)"
    guard effect.unchanged.count < effect.total else {
      return start + "\(kept): it costs no warning."
    }
    var parts = [
      kept, Judgements.places(effect.shorter.count, of: effect.total, "has less", "have less"),
    ]
    if !effect.longer.isEmpty {
      parts.append(
        Judgements.places(effect.longer.count, of: effect.total, "has more", "have more"))
    }
    if !effect.newlyReached.isEmpty {
      let names = effect.newlyReached.prefix(4).map { Html.escape($0.name) }
      let more = effect.newlyReached.count > 4 ? " among them" : ""
      parts.append(
        Judgements.places(
          effect.newlyReached.count, of: effect.total, "comes within reach", "come within reach")
          + " (\(Words.list(names))\(more))")
    }
    let costs = effect.shorter.isEmpty && effect.newlyReached.isEmpty
    return start + Words.list(parts) + (costs ? ": it costs no warning." : ".")
  }

  /// `none has less`, `one has less`, `3 have less`, `all have less`.
  static func places(_ count: Int, of total: Int, _ one: String, _ many: String) -> String {
    switch count {
    case 0: "none \(one)"
    case 1: "one \(one)"
    case total: "all \(many)"
    default: "\(count) \(many)"
    }
  }

  /// A claim on trial: how likely it is in this model, and what the claim's share of the places attain.
  ///
  /// Nil where nothing could be asked.
  func sentence(_ trial: Results.Trial, _ printer: inout FigurePrinter) -> String? {
    guard let figure = ladder.figure(id: trial.figure), let p = figure.estimate.value else {
      return nil
    }
    return
      "“\(Html.escape(trial.words))” (\(Html.escape(trial.saidBy))): \(Likelihood.word(p)) in this "
      + "model, it holds in \(printer.span(figure, Words.share(figure))) of draws"
      + "\(printer.note(figure))."
  }

  /// Sources of a place's warning by the share of its spread that goes back to them.
  func supports(_ place: String, _ threat: String, _ posture: String) -> [(
    source: String, figure: Figure
  )] {
    ladder.results.sources.compactMap { source in
      ladder.figure(place, "rests-on-\(source.id)", threat, posture, "share").map {
        (source.id, $0)
      }
    }
    .sorted { ($1.1.estimate.value ?? 0, $0.0) < ($0.1.estimate.value ?? 0, $1.0) }
  }

  /// Confidence in the analysis, from how much cites nobody, and from how many origins of which grade
  /// the rest goes back to; never beside a likelihood.
  var confidence: String {
    let claims = ladder.results.claims
    let sources = Dictionary(uniqueKeysWithValues: ladder.results.sources.map { ($0.id, $0) })
    let cited = claims.compactMap { $0.source.flatMap { sources[$0] } }
    let uncited = claims.count - cited.count
    let origins = Set(cited.map { $0.origin ?? $0.id })
    let good = Set(cited.filter { "AB".contains($0.grade.prefix(1)) }.map { $0.origin ?? $0.id })
    let share = Double(uncited) / Double(max(claims.count, 1))
    let word =
      share > 1.0 / 3 || good.count < 3
      ? "low" : share > 0.15 || 2 * good.count < origins.count ? "moderate" : "high"
    let rest =
      origins.isEmpty
      ? ""
      : "; the others go back to \(Words.count(origins.count, "origin", "independent origins")), "
        + "\(good.isEmpty ? "none" : "\(good.count)") of them graded A or B"
    return
      "Analytic confidence is \(word): \(uncited) of \(claims.count) claims cite nobody\(rest)."
  }
}
