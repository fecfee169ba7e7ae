internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What the first page answers, in sentences that follow from figures by rule: at most five for each reader.
struct FirstPage {
  /// The sentences of one reader.
  struct Block {
    let heading: String
    let sentences: [Told]
  }

  let ladder: Ladder
  let judgements: Judgements
  let leading: String
  let record: TrackRecord?

  var theatre: Theatre { ladder.theatre }
  var results: Results { ladder.results }
  var headline: Document.Question { theatre.headline }

  /// What all of it is.
  var standing: String {
    "A model of what the scenario says, not a forecast: whether anybody attacks, or moves what is moved here, is not asked. "
      + "Analytic confidence is \(judgements.confidenceWord)."
  }

  var blocks: [Block] {
    [
      Block(
        heading: "For analysts: what changes, and for whom",
        sentences: changes + nearer + weeks + days),
      Block(
        heading: "For civil protection: is there time, and what would help",
        sentences: atWorst + lever + lowFlyers),
      Block(
        heading: "Before it is quoted: what is found, what is assumed",
        sentences: tried + assumed + answers + [count].compactMap(\.self)),
      Block(heading: "How sure", sentences: sure),
    ].filter { !$0.sentences.isEmpty }
  }

  /// Postures beside each other on the page.
  var postures: [String] { BriefText.postures(theatre) }

  func siren(_ place: Theatre.Place, _ threat: String, _ posture: String) -> Figure? {
    figure(place, TacticalFigures.warning, threat, posture, .inTime)
  }

  func figure(
    _ place: Theatre.Place, _ quantity: FigureQuantity, _ threat: String, _ posture: String,
    _ statistic: Statistic
  ) -> Figure? {
    guard ladder.reaches(place.subject, threat, posture) else { return nil }
    let figure = ladder.figure(place.subject, quantity, threat, posture, statistic)
    return figure?.estimate.value == nil ? nil : figure
  }

  // MARK: what changes

  /// Changes of the other side that the page compares, the headline's last.
  private var questions: [Document.Question] {
    guard theatre.compared.count == 2 else { return [] }
    return theatre.questions.filter {
      $0.before.value == headline.before.value && postures.contains($0.after.value)
    }
  }

  /// Where a change makes warning worse: country by country, those first where it does so at most places.
  private var changes: [Told] {
    questions.suffix(2).map { change($0).linked(to: "change", "What it costs, part by part.") }
  }

  private func change(_ question: Document.Question) -> Told {
    let effect = judgements.effect(question, leading)
    let words = Words.capital(question.words)
    guard effect.total > 0 else {
      return "\(words): no place is within reach of \(theatre.plural(leading))."
    }
    let isWhatIf = judgements.isWhatIf(question.after.value)
    let worse = Set((effect.fewer.map(\.place) + effect.newlyReached).map(\.id))
    let start = words + (isWhatIf ? ", which nobody has reported, would" : "")
    guard !worse.isEmpty else {
      let free =
        "\(start) \(isWhatIf ? "cost" : "costs") no warning at any of \(effect.total) places within reach of \(theatre.plural(leading))."
      let unclear =
        "\(words): at none of \(effect.total) places a change of warning is told apart at this number of draws."
      return Told(effect.isFree ? free : unclear)
    }
    let verb = isWhatIf ? "make" : "makes"
    let (fewer, new) = (effect.fewer.count, effect.newlyReached.count)
    let meant =
      new == 0
      ? "the siren comes first less often"
      : "the siren comes first less often at \(fewer), and \(new) come newly within reach"
    let named = countries(effect, worse) + rest(effect)
    return
      "\(start) \(verb) warning of \(theatre.plural(leading)) worse at \(worse.count) of \(effect.total) places (\(meant)): \(named)."
  }

  /// What else becomes of places: better, or not told apart.
  private func rest(_ effect: Judgements.Effect) -> String {
    let told = [
      (effect.more.count, "better at"),
      (effect.unclear.count, "not told apart at this number of draws at"),
    ].filter { $0.0 > 0 }
    return told.map { "; \($0.1) \($0.0)" }.joined()
  }

  /// `18 of 18 in Ukraine, 2 of 11 in Lithuania, none in Estonia`.
  private func countries(_ effect: Judgements.Effect, _ worse: Set<String>) -> String {
    let countries = theatre.regions.filter(\.isCountry).compactMap { region in
      let all = effect.all.filter { $0.country == region.country }
      let name = BaseMap.name(of: region.country, in: theatre)
      return all.isEmpty
        ? nil : (name: name, of: all.count, worse: all.count { worse.contains($0.id) })
    }.sorted { ($1.worse, $0.name) < ($0.worse, $1.name) }
    let hit = countries.filter { $0.worse > 0 }.map { "\($0.worse) of \($0.of) in \($0.name)" }
    let spared = countries.filter { $0.worse == 0 }.map(\.name)
    return hit.joined(separator: ", ")
      + (spared.isEmpty ? "" : ", none in \(Words.list(spared))")
  }

  /// Plain geometry, where a claim asks for it.
  private var nearer: [Told] {
    results.facts.prefix(1).compactMap { fact in
      guard let asked = fact.asked, asked.setting.isChange else { return nil }
      let others = fact.variants.filter { count in
        count.country == nil && postures.contains(count.setting.postures.last ?? "")
      }
      let told = (others + [asked]).map { count in
        let posture = count.setting.postures.last ?? ""
        let verb = judgements.isWhatIf(posture) ? "would come" : "comes"
        return
          "\(verb) nearer to \(count.satisfied) of \(count.places) places \(judgements.under(posture))"
      }
      let sentence: Told =
        "By distance alone, from the middle of its site, a launcher in reach \(Words.list(told)): exact if these positions are right."
      return sentence.linked(to: "trial-\(fact.id)", "By country.")
    }
  }

  /// A claim that was tried on the warning itself, as it is asked and under the posture that leads.
  private var tried: [Told] {
    let onWarning = Set(
      theatre.trials.filter { $0.quantity == TacticalFigures.warning.word }.map(\.id))
    return results.trials.filter { onWarning.contains($0.id) }.prefix(1).compactMap { trial in
      guard let asked = ladder.figure(trial.figure), asked.estimate.value != nil else { return nil }
      let lead = trial.variants.first { variant in
        variant.subject == trial.figure.subject && variant.setting == headline.pair
      }.flatMap { ladder.figure($0) }
      let other: Told =
        lead.map { "; \(judgements.under(headline.after.value)) in \($0, Words.share)" } ?? ""
      let sentence: Told =
        "A claim on trial, with limits of ours, that \(trial.said.words.prefix(1).lowercased() + trial.said.words.dropFirst()): it holds in \(asked, Words.share) of draws \(judgements.under(trial.figure.setting.postures.last ?? ""))\(other)."
      return sentence.linked(to: "trial-\(trial.id)", "Where that turns.")
    }
  }

  /// Days and weeks: at preparations as long as before, then with what the scenario assumes of them.
  private var weeks: [Told] {
    func told(_ quantity: FigureQuantity, _ posture: String) -> Figure? {
      let figure = ladder.figure(.region, quantity, "attack", posture, .median)
      return figure?.estimate.value == nil ? nil : figure
    }
    let asLong = StrategicFigures.warningIfShorter.of("0")
    let (before, after) = (headline.before.value, headline.after.value)
    guard theatre.compared.count == 2, let then = told(asLong, before),
      let now = told(asLong, after),
      let assumed = told(StrategicFigures.warning, after)
    else { return [] }
    let sentence: Told =
      "Weeks before an attack, in made-up histories whose rates are all judged: \(then, Words.days) \(judgements.under(before)) and, if preparations take as long, \(now, Words.days) \(judgements.under(after)); that they are shorter is this scenario's assumption and no finding, and with it \(assumed, Words.days) (medians, upper bounds)."
    return [sentence.linked(to: "strategic", "Days and weeks.")]
  }
}
