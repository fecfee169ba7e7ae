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
    /// With the loss of the median, s; infinite where the median draw is no longer alerted.
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

  func effect(_ question: Document.Question, _ threat: String) -> Effect {
    let pair = "\(question.before.value)~\(question.after.value)"
    var effect = Effect(question: question, pair: pair)
    for place in theatre.places {
      guard ladder.reaches(place.id, threat, question.after.value) else { continue }
      guard ladder.reaches(place.id, threat, question.before.value) else {
        effect.newlyReached.append(place)
        continue
      }
      let median = change(place.id, threat, question, "median")
      let tenth = change(place.id, threat, question, "p10")
      if min(median, tenth) <= -Judgements.noticeable {
        effect.shorter.append((place, -median))
      } else if max(median, tenth) >= Judgements.noticeable {
        effect.longer.append(place)
      } else {
        effect.unchanged.append(place)
      }
    }
    effect.shorter.sort { ($1.loss, $0.place.id) < ($0.loss, $1.place.id) }
    return effect
  }

  /// The other side's changes, the one that leaves the largest share of places as they were first; then the other questions
  /// as they are written.
  func effects(_ threat: String) -> [Effect] {
    let (first, others) = (theatre.headline.before.value, theatre.questions)
    let adversary = others.filter { $0.before.value == first }.map { effect($0, threat) }
    func kept(_ effect: Effect) -> Double {
      Double(effect.unchanged.count) / Double(max(effect.total, 1))
    }
    let sorted = adversary.enumerated().sorted {
      (kept($1.element), $0.offset) < (kept($0.element), $1.offset)
    }
    return sorted.map(\.element)
      + others.filter { $0.before.value != first }.map { effect($0, threat) }
  }

  /// One question, in HTML.
  func sentence(_ effect: Effect, _ threat: String, _ printer: inout FigurePrinter) -> String {
    let total = Words.count(effect.total, "place", "places")
    let name = Html.escape(effect.question.words)
    guard effect.total > 0 else {
      return "\(capital(name)): no place is within reach of \(Words.plural(threat))."
    }
    var text =
      "\(capital(name)) (\(Html.escape(effect.pair.replacing("~", with: " to ")))) leaves P10 and median "
      + "warning of \(Words.plural(threat)) as they were (within \(Words.time(Judgements.noticeable))) at "
      + "\(effect.unchanged.count) of \(total)"
    if effect.shorter.isEmpty && effect.newlyReached.isEmpty {
      return text + " and shortens neither anywhere: it costs no warning."
    }
    if !effect.shorter.isEmpty {
      let most = effect.shorter.prefix(3).map { loss in
        func words(_ posture: Document.Written<String>) -> String {
          let figure = ladder.figure(loss.place.id, "warning", threat, posture.value, "median")
          return printer.span(figure, Words.time(figure))
        }
        return "\(Html.escape(loss.place.name)) (median \(words(effect.question.before)) to "
          + "\(words(effect.question.after)))"
      }
      text += ", shortens one of them at \(effect.shorter.count), most at \(Words.list(most))"
    }
    if !effect.newlyReached.isEmpty {
      let names = effect.newlyReached.prefix(4).map { Html.escape($0.name) }
      text +=
        ", and brings \(Words.count(effect.newlyReached.count, "place", "places")) into reach "
        + "(\(Words.list(names))\(effect.newlyReached.count > 4 ? " among them" : ""))"
    }
    return text + "."
  }

  /// A place under the first and the last posture that a question joins.
  func sentence(
    _ place: Theatre.Place, _ threat: String, _ question: Document.Question,
    _ printer: inout FigurePrinter
  ) -> String {
    func figures(_ posture: String) -> String {
      func figure(_ statistic: String) -> Figure? {
        ladder.figure(place.id, "warning", threat, posture, statistic)
      }
      guard ladder.reaches(place.id, threat, posture) else { return "out of reach" }
      return "P10 \(printer.span(figure("p10"), Words.time(figure("p10")))), median "
        + "\(printer.span(figure("median"), Words.time(figure("median")))), P90 "
        + "\(printer.span(figure("p90"), Words.time(figure("p90"))))"
    }
    let sources = supports(place.id, threat, question.after.value).prefix(3)
    let names = sources.map {
      "\(Html.escape($0.source)) (\(printer.span($0.figure, Words.percent($0.figure.estimate.value ?? 0))))"
    }
    return
      "<b>\(Html.escape(place.name))</b>, \(Words.plural(threat)): before (\(question.before.value)) "
      + "\(figures(question.before.value)); after (\(question.after.value)) "
      + "\(figures(question.after.value)). The three sources it rests on most: \(Words.list(names))."
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

  /// Confidence in the analysis, from how much cites nobody; never beside a likelihood.
  var confidence: String {
    let claims = ladder.results.claims
    let sources = Set(ladder.results.sources.map(\.id))
    let uncited = claims.filter { !($0.source.map(sources.contains) ?? false) }.count
    let share = Double(uncited) / Double(max(claims.count, 1))
    let word = share > 1.0 / 3 ? "low" : share > 0.15 ? "moderate" : "high"
    return "Analytic confidence is \(word): \(uncited) of \(claims.count) claims cite nobody."
  }

  private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
