internal import Quantities
internal import Scenarios
internal import Theatre
internal import Warnings

/// Sentences made from results by rules.
struct Judgements {
  let ladder: Ladder
  /// Changes of the median smaller than this are called none, s.
  static let noticeable = 5.0

  private var theatre: Theatre { ladder.theatre }

  /// What one question's change does to the places a class reaches.
  struct Effect {
    let question: Document.Question
    let pair: String
    var unchanged: [Theatre.Place] = []
    var shorter: [(place: Theatre.Place, figure: Figure)] = []
    var longer: [(place: Theatre.Place, figure: Figure)] = []
    var newlyReached: [Theatre.Place] = []
    var total: Int { unchanged.count + shorter.count + longer.count + newlyReached.count }
  }

  func effect(_ question: Document.Question, _ threat: String) -> Effect {
    let pair = "\(question.before.value)~\(question.after.value)"
    var effect = Effect(question: question, pair: pair)
    for place in theatre.places {
      let before = ladder.reaches(place.id, threat, question.before.value)
      guard ladder.reaches(place.id, threat, question.after.value) else { continue }
      guard before else {
        effect.newlyReached.append(place)
        continue
      }
      guard let figure = ladder.figure(place.id, "warning", threat, pair, "median"),
        let value = figure.estimate.value
      else { continue }
      let (low, high) = (figure.estimate.low ?? value, figure.estimate.high ?? value)
      if value <= -Judgements.noticeable && high < 0 {
        effect.shorter.append((place, figure))
      } else if value >= Judgements.noticeable && low > 0 {
        effect.longer.append((place, figure))
      } else {
        effect.unchanged.append(place)
      }
    }
    effect.shorter.sort {
      ($0.figure.estimate.value!, $0.place.id) < ($1.figure.estimate.value!, $1.place.id)
    }
    return effect
  }

  /// The questions, the one that costs the fewest places first.
  func effects(_ threat: String) -> [Effect] {
    theatre.questions.map { effect($0, threat) }.enumerated()
      .sorted { ($1.element.unchanged.count, $0.offset) < ($0.element.unchanged.count, $1.offset) }
      .map(\.element)
  }

  /// One question, in HTML.
  func sentence(_ effect: Effect, _ threat: String, _ printer: inout FigurePrinter) -> String {
    let total = Words.count(effect.total, "place", "places")
    let name = Html.escape(effect.question.words)
    guard effect.total > 0 else {
      return "\(capital(name)): no place is within reach of \(Words.plural(threat))."
    }
    var text =
      "\(capital(name)) (\(Html.escape(effect.pair.replacing("~", with: " to ")))) leaves the median "
      + "warning of \(Words.plural(threat)) as it was (within \(Words.time(Judgements.noticeable))) at "
      + "\(effect.unchanged.count) of \(total)"
    if effect.shorter.isEmpty && effect.newlyReached.isEmpty {
      return text + " and shortens it nowhere: it costs nothing."
    }
    if !effect.shorter.isEmpty {
      let most = effect.shorter.prefix(3).map {
        "\(Html.escape($0.place.name)) \(printer.span($0.figure, Words.change($0.figure)))"
      }
      text += ", shortens it at \(effect.shorter.count), most at \(Words.list(most))"
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
    let sources = supports(place.id, question.after.value).prefix(3)
    let names = sources.map {
      "\(Html.escape($0.source)) (\(printer.span($0.figure, Words.percent($0.figure.estimate.value ?? 0))))"
    }
    return
      "<b>\(Html.escape(place.name))</b>, \(Words.plural(threat)): before (\(question.before.value)) "
      + "\(figures(question.before.value)); after (\(question.after.value)) "
      + "\(figures(question.after.value)). The three sources it rests on most: \(Words.list(names))."
  }

  /// Sources of a place's warning by the share of its spread that goes back to them.
  func supports(_ place: String, _ posture: String) -> [(source: String, figure: Figure)] {
    ladder.results.sources.compactMap { source in
      ladder.figure(place, "rests-on-\(source.id)", nil, posture, "share").map { (source.id, $0) }
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
