internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Sentences made from results by rules.
struct Judgements {
  let ladder: Ladder
  /// Sirens that come first in so many of all attacks more or fewer are called no change: 2 of 100.
  static let noticeable = 0.02

  var theatre: Theatre { ladder.theatre }

  /// What one question's change does to the places a class reaches before or after.
  struct Effect {
    let question: Document.Question
    let pair: FigureSetting
    /// The siren comes first as often as before.
    var unchanged: [Theatre.Place] = []
    /// It comes first less often: with the change, largest losses first.
    var fewer: [(place: Theatre.Place, change: Change)] = []
    var more: [Theatre.Place] = []
    /// Neither the same nor different at this number of draws.
    var unclear: [Theatre.Place] = []
    var newlyReached: [Theatre.Place] = []
    var left: [Theatre.Place] = []
    var total: Int {
      unchanged.count + fewer.count + more.count + unclear.count + newlyReached.count + left.count
    }
    /// Whether no place is worse off, as far as draws tell.
    var isFree: Bool { fewer.isEmpty && newlyReached.isEmpty && unclear.isEmpty }
    var all: [Theatre.Place] {
      unchanged + fewer.map(\.place) + more + unclear + newlyReached + left
    }
  }

  /// What happens to the share of attacks in which a place's siren comes before the first arrival, from the same draws before
  /// and after: the one statistic that a change is told in.
  enum Change {
    case out, reached, left
    /// Less than `noticeable`, and known to that.
    case same
    case fewer(Figure)
    case more(Figure)
    case unclear
  }

  /// A posture over a column: `in 2021`, `if dispersed`.
  func head(_ posture: String) -> String {
    let name = theatre.name(of: posture)
    return isWhatIf(posture) ? "if \(name)" : name
  }

  /// A posture with what nobody should quote without: `if dispersed (a what-if)`.
  func named(_ posture: String) -> String {
    head(posture) + (isWhatIf(posture) ? " (a what-if)" : "")
  }

  /// The same behind a sentence: a name that the scenario wrote says how things are, an id does not.
  func under(_ posture: String) -> String {
    theatre.name(of: posture) == posture && !isWhatIf(posture)
      ? "under \(posture)" : named(posture)
  }

  /// Two postures: `in 2021 → if dispersed`.
  func names(_ pair: FigureSetting) -> String { pair.postures.map(head).joined(separator: " → ") }

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
    let shift = ladder.change(
      place, TacticalFigures.warning, threat, question.pair, .shiftInTime)
    guard let shift, let low = shift.estimate.low, let high = shift.estimate.high else {
      return .unclear
    }
    if high < 0, shift.value <= -Judgements.noticeable { return .fewer(shift) }
    if low > 0, shift.value >= Judgements.noticeable { return .more(shift) }
    return (high - low) / 2 < Judgements.noticeable && abs(shift.value) < Judgements.noticeable
      ? .same : .unclear
  }

  /// A change in words.
  static func words(_ change: Change) -> String {
    switch change {
    case .out: "out of reach in most draws"
    case .reached: "newly within reach"
    case .left: "no longer within reach"
    case .same: "no change"
    case .fewer(let figure), .more(let figure): "\(BriefText.points(figure)) of 100"
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
      case .fewer: effect.fewer.append((place, change))
      case .more: effect.more.append(place)
      case .unclear: effect.unclear.append(place)
      }
    }
    effect.fewer.sort { ($0.change.loss, $1.place.id) > ($1.change.loss, $0.place.id) }
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

  /// One question: at how many places the siren comes first as often, less often and more often, in this order, and which
  /// places come within reach.
  func sentence(_ effect: Effect, _ threat: String) -> String {
    let name =
      "\(Words.capital(effect.question.words)) (\(names(effect.pair))\(standing(effect.pair)))"
    guard !threat.isEmpty else { return "\(name): no posture has a threat." }
    guard effect.total > 0 else {
      return "\(name): no place is within reach of \(ladder.theatre.plural(threat))."
    }
    let total = Words.count(effect.total, "place", "places")
    let start =
      "\(name): of \(total) within reach of \(ladder.theatre.plural(threat)), the siren comes first "
    func at(_ list: [Theatre.Place], _ words: String) -> String {
      "\(words) at \(Judgements.number(list.count, of: effect.total))"
    }
    let kept = at(effect.unchanged, "as often as before")
    guard effect.unchanged.count < effect.total else {
      return start + "\(kept): it costs no warning."
    }
    var parts = [kept, at(effect.fewer.map(\.place), "less often") + people(effect)]
    if !effect.more.isEmpty { parts.append(at(effect.more, "more often")) }
    let rest = [
      (
        effect.unclear, "is not told apart at this number of draws",
        "are not told apart at this number of draws"
      ),
      (effect.left, "goes out of reach", "go out of reach"),
    ]
    for (list, one, many) in rest where !list.isEmpty {
      parts.append(Judgements.places(list.count, of: effect.total, one, many))
    }
    if !effect.newlyReached.isEmpty {
      let names = effect.newlyReached.prefix(4).map(\.name)
      let more = effect.newlyReached.count > 4 ? " among them" : ""
      parts.append(
        Judgements.places(
          effect.newlyReached.count, of: effect.total, "comes within reach", "come within reach")
          + " (\(Words.list(names))\(more))")
    }
    return start + Words.list(parts) + (effect.isFree ? ": it costs no warning." : ".")
  }

  /// How many of the people live where the siren comes first less often; empty where nobody says how many live anywhere.
  private func people(_ effect: Effect) -> String {
    let all = effect.all.reduce(0) { $0 + $1.population }
    guard all > 0, !effect.fewer.isEmpty else { return "" }
    let worse = effect.fewer.reduce(0) { $0 + $1.place.population }
    return ", where \(Words.people(worse)) of \(Words.people(all)) people live"
  }

  /// `none`, `one`, `3`, `all`.
  static func number(_ count: Int, of total: Int) -> String {
    count == 0 ? "none" : count == total ? "all" : count == 1 ? "one" : "\(count)"
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
    let grounds = grounds
    let rest =
      grounds.origins == 0
      ? ""
      : "; the others go back to \(Words.count(grounds.origins, "origin", "independent origins")), "
        + "\(grounds.good == 0 ? "none" : grounds.good == 1 ? "one" : "\(grounds.good)") of them graded A or B"
    return
      "Analytic confidence is \(confidenceWord): \(grounds.bare) of \(grounds.inputs) inputs rest on no source\(rest)."
  }

  /// `low`, `moderate` or `high`.
  var confidenceWord: String {
    let grounds = grounds
    let share = Double(grounds.bare) / Double(max(grounds.inputs, 1))
    if share > 1.0 / 3 || grounds.good < 3 { return "low" }
    return share > 0.15 || 2 * grounds.good < grounds.origins ? "moderate" : "high"
  }

  /// Inputs, those on no source, and the independent origins of the others, the well graded among them.
  private var grounds: (inputs: Int, bare: Int, origins: Int, good: Int) {
    let claims = ladder.results.foundations.claims
    let sources = Dictionary(
      uniqueKeysWithValues: ladder.results.foundations.sources.map { ($0.id, $0) })
    let cited = claims.compactMap { $0.source.flatMap { sources[$0] } }
    let inputs = Dictionary(grouping: claims, by: \.address).values
    let bare = inputs.count { !$0.contains { $0.source.map(sources.keys.contains) ?? false } }
    let origins = Set(cited.map { $0.origin ?? $0.id })
    let good = Set(cited.filter { "AB".contains($0.grade.prefix(1)) }.map { $0.origin ?? $0.id })
    return (inputs.count, bare, origins.count, good.count)
  }
}

extension Judgements.Change {
  /// Share of attacks in which the siren no longer comes first, for ordering: what is newly reached comes first.
  var loss: Double {
    switch self {
    case .reached: .infinity
    case .fewer(let figure), .more(let figure): -figure.value
    case .same, .unclear: 0
    case .left, .out: -.infinity
    }
  }
}

extension Figure {
  /// The value of a figure that has one.
  var value: Double { estimate.value ?? 0 }
}
