internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Sentences made from results by rules.
struct Judgements {
  let ladder: Ladder
  /// Changes smaller than this are called none, s.
  static let noticeable = 5.0
  /// Shares without an alert that move by less than the first are not called moved; those that may have
  /// moved by the second or more are not called the same.
  private static let silence = (noticeable: 0.01, same: 0.05)

  var theatre: Theatre { ladder.theatre }

  /// What one question's change does to the places a class reaches before or after.
  struct Effect {
    let question: Document.Question
    let pair: FigureSetting
    /// P10, median and share without an alert as they were, their computing errors included.
    var unchanged: [Theatre.Place] = []
    /// With the change that says so, largest losses first.
    var shorter: [(place: Theatre.Place, change: Change)] = []
    var longer: [Theatre.Place] = []
    /// Neither the same nor different at this number of draws.
    var unclear: [Theatre.Place] = []
    var newlyReached: [Theatre.Place] = []
    var left: [Theatre.Place] = []
    var total: Int {
      unchanged.count + shorter.count + longer.count + unclear.count + newlyReached.count
        + left.count
    }
  }

  /// What happens to a place's warning of a class.
  enum Change {
    case out, reached, left
    /// P10 and median stay within `noticeable`, whatever the computing error.
    case same
    /// The figure of P10 or of the median, whichever falls more; or rises more, where neither falls.
    case shorter(Figure)
    case longer(Figure)
    /// An alert is given less often, or more often, though no time says so.
    case silenced, heard
    case unclear
  }

  /// `, a what-if,` behind the name of what some postures have; empty where all of it was reported, and where nobody says.
  func aside(_ postures: [String]) -> String {
    theatre.standing(of: postures) == .whatIf ? ", a what-if," : ""
  }

  /// A posture with what nobody should quote without: `2026-forward (a what-if)`.
  func named(_ posture: String) -> String {
    theatre.standing(of: [posture]) == .whatIf ? "\(posture) (a what-if)" : posture
  }

  /// `, a what-if that nobody has reported`; empty for what was reported, and where nobody says.
  func standing(_ pair: FigureSetting) -> String {
    theatre.standing(of: pair.postures) == .whatIf ? ", a what-if that nobody has reported" : ""
  }

  func leading(_ classes: [String], _ question: Document.Question) -> String {
    func reached(_ threat: String) -> Int {
      theatre.places.count { place in
        [question.before.value, question.after.value].contains {
          ladder.reaches(place.subject, threat, $0)
        }
      }
    }
    return classes.first { 3 * reached($0) >= theatre.places.count }
      ?? classes.max { reached($0) < reached($1) } ?? ""
  }

  func change(_ place: FigureSubject, _ threat: String, _ question: Document.Question) -> Change {
    let (a, b) = (question.before.value, question.after.value)
    switch (ladder.reaches(place, threat, a), ladder.reaches(place, threat, b)) {
    case (false, false): return .out
    case (false, true): return .reached
    case (true, false): return .left
    case (true, true): break
    }
    func shift(_ statistic: Statistic) -> Figure? {
      ladder.change(place, TacticalFigures.warning, threat, question.pair, statistic)
    }
    let times = [shift(.shiftP10), shift(.shiftMedian)].compactMap(\.self)
    let fallen = times.filter { ($0.estimate.high ?? 0) < 0 && $0.value <= -Judgements.noticeable }
    if let worst = fallen.min(by: { $0.value < $1.value }) { return .shorter(worst) }
    let silence = shift(.shiftNoAlert)?.estimate
    if let low = silence?.low, low > 0, (silence?.value ?? 0) >= Judgements.silence.noticeable {
      return .silenced
    }
    let risen = times.filter { ($0.estimate.low ?? 0) > 0 && $0.value >= Judgements.noticeable }
    if let best = risen.max(by: { $0.value < $1.value }) { return .longer(best) }
    if let high = silence?.high, high < 0, (silence?.value ?? 0) <= -Judgements.silence.noticeable {
      return .heard
    }
    let isSame = times.allSatisfy { figure in
      guard let low = figure.estimate.low, let high = figure.estimate.high else { return false }
      return max(abs(low), abs(high)) < Judgements.noticeable
    }
    let isAsSilent =
      silence.map { max(abs($0.low ?? 1), abs($0.high ?? 1)) < Judgements.silence.same } ?? false
    return isSame && isAsSilent ? .same : .unclear
  }

  /// A change in words.
  static func words(_ change: Change) -> String {
    switch change {
    case .out: "out of reach in most draws"
    case .reached: "newly within reach"
    case .left: "no longer within reach"
    case .same: "no change"
    case .shorter(let figure), .longer(let figure): Words.change(figure)
    case .silenced: "an alert less often"
    case .heard: "an alert more often"
    case .unclear: "no difference told at this number of draws"
    }
  }

  func effect(_ question: Document.Question, _ threat: String) -> Effect {
    var effect = Effect(question: question, pair: question.pair)
    for place in theatre.places {
      let change = change(place.subject, threat, question)
      switch change {
      case .out: break
      case .reached: effect.newlyReached.append(place)
      case .left: effect.left.append(place)
      case .same: effect.unchanged.append(place)
      case .shorter, .silenced: effect.shorter.append((place, change))
      case .longer, .heard: effect.longer.append(place)
      case .unclear: effect.unclear.append(place)
      }
    }
    effect.shorter.sort { ($0.change.loss, $1.place.id) > ($1.change.loss, $0.place.id) }
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

  /// One question: how many places keep, lose and gain, in this order, and which come within
  /// reach.
  func sentence(_ effect: Effect, _ threat: String) -> String {
    let name =
      "\(Words.capital(effect.question.words)) (\(effect.pair.postures.joined(separator: " to "))\(standing(effect.pair)))"
    guard !threat.isEmpty else { return "\(name): no posture has a threat." }
    guard effect.total > 0 else {
      return "\(name): no place is within reach of \(ladder.theatre.plural(threat))."
    }
    let margin = Words.time(Judgements.noticeable)
    let total = Words.count(effect.total, "place", "places")
    let start = "\(name): of \(total) within reach of \(ladder.theatre.plural(threat)), "
    func places(_ list: [Theatre.Place], _ one: String, _ many: String) -> String {
      Judgements.places(list.count, of: effect.total, one, many)
    }
    let kept =
      places(effect.unchanged, "keeps its warning", "keep their warning")
      + " (P10 and median within \(margin))"
    guard effect.unchanged.count < effect.total else {
      return start + "\(kept): it costs no warning."
    }
    var parts = [kept, places(effect.shorter.map(\.place), "has less", "have less")]
    let rest = [
      (effect.longer, "has more", "have more"),
      (
        effect.unclear, "is not told apart at this number of draws",
        "are not told apart at this number of draws"
      ),
      (effect.left, "goes out of reach", "go out of reach"),
    ]
    for (list, one, many) in rest where !list.isEmpty { parts.append(places(list, one, many)) }
    if !effect.newlyReached.isEmpty {
      let names = effect.newlyReached.prefix(4).map(\.name)
      let more = effect.newlyReached.count > 4 ? " among them" : ""
      parts.append(
        places(effect.newlyReached, "comes within reach", "come within reach")
          + " (\(Words.list(names))\(more))")
    }
    let isFree = effect.shorter.isEmpty && effect.newlyReached.isEmpty && effect.unclear.isEmpty
    return start + Words.list(parts) + (isFree ? ": it costs no warning." : ".")
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

  /// Sources of a place's warning by the share of its spread that goes back to them.
  func supports(_ place: FigureSubject, _ threat: String, _ posture: String) -> [(
    source: String, figure: Figure
  )] {
    ladder.results.foundations.sources.compactMap { source in
      ladder.figure(
        place, TacticalFigures.restsOn.of(source.id), threat, posture, .share
      ).map {
        (source.id, $0)
      }
    }
    .sorted { ($1.1.estimate.value ?? 0, $0.0) < ($0.1.estimate.value ?? 0, $1.0) }
  }

  /// Confidence in the analysis, from how many inputs rest on no source, and from how many origins of which grade
  /// the rest goes back to; never beside a likelihood.
  var confidence: String {
    let claims = ladder.results.foundations.claims
    let sources = Dictionary(
      uniqueKeysWithValues: ladder.results.foundations.sources.map { ($0.id, $0) })
    let cited = claims.compactMap { $0.source.flatMap { sources[$0] } }
    let inputs = Dictionary(grouping: claims, by: \.address).values
    let bare = inputs.count { !$0.contains { $0.source.map(sources.keys.contains) ?? false } }
    let origins = Set(cited.map { $0.origin ?? $0.id })
    let good = Set(cited.filter { "AB".contains($0.grade.prefix(1)) }.map { $0.origin ?? $0.id })
    let share = Double(bare) / Double(max(inputs.count, 1))
    let word =
      share > 1.0 / 3 || good.count < 3
      ? "low" : share > 0.15 || 2 * good.count < origins.count ? "moderate" : "high"
    let rest =
      origins.isEmpty
      ? ""
      : "; the others go back to \(Words.count(origins.count, "origin", "independent origins")), "
        + "\(good.isEmpty ? "none" : good.count == 1 ? "one" : "\(good.count)") of them graded A or B"
    return
      "Analytic confidence is \(word): \(bare) of \(inputs.count) inputs rest on no source\(rest)."
  }
}

extension Judgements.Change {
  /// What is lost, s, for ordering: what is silenced or newly reached comes first.
  var loss: Double {
    switch self {
    case .reached, .silenced: .infinity
    case .shorter(let figure), .longer(let figure): -figure.value
    case .same, .unclear: 0
    case .heard, .left, .out: -.infinity
    }
  }
}

extension Figure {
  /// The value of a figure that has one.
  var value: Double { estimate.value ?? 0 }
}
