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
  private var results: Results { ladder.results }
  private var headline: Document.Question { theatre.headline }

  /// What all of it is.
  var standing: String {
    "A model of what is public, not a forecast: whether anybody attacks, or moves what is moved here, is not asked. "
      + "Analytic confidence is \(judgements.confidenceWord)."
  }

  var blocks: [Block] {
    [
      Block(
        heading: "For analysts: what changes, and for whom",
        sentences: changes + nearer + stricter + weeks),
      Block(
        heading: "For civil protection: is there time, and what would help",
        sentences: atWorst + lever + lowFlyers),
      Block(
        heading: "Before it is quoted: what is found, what is assumed",
        sentences: assumed + answers + [count].compactMap(\.self)),
      Block(heading: "How sure", sentences: sure),
    ].filter { !$0.sentences.isEmpty }
  }

  /// Postures beside each other on the page.
  var postures: [String] { BriefText.postures(theatre) }

  private func siren(_ place: Theatre.Place, _ threat: String, _ posture: String) -> Figure? {
    figure(place, TacticalFigures.warning, threat, posture, .inTime)
  }

  private func figure(
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
      return Told(stringLiteral: effect.isFree ? free : unclear)
    }
    let verb = isWhatIf ? "make" : "makes"
    let (fewer, new) = (effect.fewer.count, effect.newlyReached.count)
    let meant =
      new == 0
      ? "the siren comes first less often"
      : "the siren comes first less often at \(fewer), and \(new) come newly within reach"
    let named = countries(effect, worse)
    return
      "\(start) \(verb) warning of \(theatre.plural(leading)) worse at \(worse.count) of \(effect.total) places (\(meant)): \(named)."
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
      guard let asked = fact.asked else { return nil }
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
  private var stricter: [Told] {
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

  // MARK: is there time

  /// The place named first that the change costs most sirens, else the one with fewest.
  var worst: Theatre.Place? {
    let reached = theatre.focus.filter { siren($0, leading, headline.after.value) != nil }
    func key(_ place: Theatre.Place) -> Double {
      theatre.compared.count == 2
        ? BriefText.shift(ladder, place, leading)?.estimate.value ?? 0
        : siren(place, leading, headline.after.value)?.value ?? 1
    }
    return reached.min { (key($0), $0.id) < (key($1), $1.id) }
  }

  private var atWorst: [Told] {
    guard let place = worst else { return [] }
    let posture = headline.after.value
    let of = theatre.plural(leading)
    let under = judgements.under(posture)
    var told: [Told] = []
    if let arrived = figure(place, TacticalFigures.mark.of("arrived"), leading, posture, .median),
      let alerted = figure(place, TacticalFigures.mark.of("alerted"), leading, posture, .median),
      let left = figure(place, TacticalFigures.warning, leading, posture, .median)
    {
      let rest: Told =
        left.value < 0
        ? "it is \(left, FirstPage.lateness) late" : "\(left, Words.time) are left"
      let sentence: Told =
        "\(place.name), \(under): \(of) arrive \(arrived, Words.time) after launch, the siren sounds after \(alerted, Words.time), and \(rest) (medians, which do not subtract)\(late(place, posture))."
      told.append(sentence.linked(to: Sheets.anchor(of: place), "The sheet of \(place.name)."))
    }
    if let room = share(place, posture, TacticalFigures.refuges[0].hours[0]),
      let shelter = share(place, posture, TacticalFigures.enough),
      let night = share(place, posture, TacticalFigures.enoughAtNight)
    {
      told.append(
        "Of 100 people there, \(room, BriefText.hundred) would be in an inner room before the impact by day, \(shelter, BriefText.hundred) in a shelter, and \(night, BriefText.hundred) in a shelter if they were asleep."
      )
    }
    return told
  }

  private func share(
    _ place: Theatre.Place, _ posture: String, _ statistic: Statistic
  ) -> Figure? { figure(place, TacticalFigures.warning, leading, posture, statistic) }

  /// What makes most alerts late.
  private func late(_ place: Theatre.Place, _ posture: String) -> Told {
    let reasons = FirstPage.causes.compactMap { reason in
      figure(place, TacticalFigures.why.of(reason.word), leading, posture, .share).map {
        (words: reason.cause, figure: $0)
      }
    }
    guard let most = reasons.max(by: { $0.figure.value < $1.figure.value }),
      most.figure.value >= 0.05
    else { return "" }
    return
      "; \(most.figure, BriefText.hundred) of 100 sirens are late or missing because of \(most.words)"
  }

  /// Why an alert is late, as the cause in a sentence.
  private static let causes: [(word: String, cause: String)] = [
    ("seen-late", "the sensors alone: the missile is seen too late"),
    ("not-localised", "one link alone: where it goes is known too late"),
    ("order-late", "one link alone: the order takes too long"),
    ("channel-late", "one link alone: the message takes too long"),
    ("several", "several links together"), ("not-seen", "the sensors: nothing is seen"),
  ]

  /// The lever that gains most and those that gain nothing.
  private var lever: [Told] {
    guard let levers = Levers(ladder), let place = worst, levers.places.contains(place),
      let best = levers.best(place, leading)
    else { return [] }
    let sentence: Told =
      "What would help most at \(place.name), if it can be had: \(best.lever.words); the siren would be first in \(best.after, BriefText.hundred) of 100 attacks instead of \(best.before, BriefText.hundred)."
    return [sentence]
  }

  /// What flies low, over all places named first: from the worst of them to the best.
  private var lowFlyers: [Told] {
    let posture = headline.after.value
    let low = ladder.classes.filter { threat in
      theatre.practice.contains { !$0.isMissile && $0.threat == threat }
    }
    let told = low.compactMap { threat -> Told? in
      let figures = theatre.focus.compactMap { place in
        siren(place, threat, posture).map { (place, $0) }
      }.sorted { ($0.1.value, $0.0.id) < ($1.1.value, $1.0.id) }
      guard let least = figures.first, let most = figures.last else { return nil }
      if figures.count == 1 {
        return "\(theatre.plural(threat)) \(least.1, FirstPage.hundred) (\(least.0.name))"
      }
      return
        "\(theatre.plural(threat)) \(least.1, FirstPage.hundred) (\(least.0.name)) to \(most.1, FirstPage.hundred) (\(most.0.name))"
    }
    guard !told.isEmpty else { return [] }
    let sentence: Told =
      "What flies low, siren first of 100 attacks: \(Told.list(told)); where radars are modelled, only those that are public are in, and the numbers are lower bounds."
    let isTold = !classesOf(results.annex(Results.LowLevel.self)).isEmpty
    return [isTold ? sentence.linked(to: "low", "Low and slow.") : sentence]
  }

  /// Classes of which the page has maps of low approaches.
  private func classesOf(_ low: Results.LowLevel?) -> [String] {
    ladder.classes.filter { low?.map(headline.after.value, $0, "darkest") != nil }
  }

  /// A warning below zero as the time by which the siren is late.
  private static func lateness(_ figure: Figure?) -> String {
    String(Words.time(figure).drop { $0 == "−" })
  }

  /// Of 100, in a sentence.
  private static func hundred(_ figure: Figure?) -> String {
    let words = BriefText.hundred(figure)
    return words.hasPrefix("> ") ? "over 99" : words.hasPrefix("< ") ? "under 1" : words
  }

  // MARK: before it is quoted

  /// What is assumed and what is found.
  private var assumed: [Told] {
    let whatIfs = judgements.hypotheses(postures)
    var told: [Told] = whatIfs.isEmpty ? [] : ["\(Words.list(whatIfs))."]
    let hinges = hinges.filter { $0.share >= 0.05 }.prefix(3)
    if !hinges.isEmpty {
      let named = hinges.map { InputWords.words($0.address, theatre) }
      told.append(
        Told(
          "Found: how warning changes between postures, since both share what is not known. Less sure: its level, which hangs most on \(Words.list(named))."
        ).linked(to: "foundations", "What it rests on."))
    }
    return told + radars
  }

  /// How many radars have a detection range that no source gives.
  private var radars: [Told] {
    let ranges = results.foundations.claims.filter { $0.address.last == "anchor_range" }
    let known = Set(results.foundations.sources.map(\.id))
    let radars = Dictionary(grouping: ranges, by: \.address)
    let bare = radars.values.count { !$0.contains { $0.source.map(known.contains) ?? false } }
    guard bare > 0 else { return [] }
    return [
      "Assumed: how far radars see; no source gives the detection range of \(bare) of \(Words.count(radars.count, "kind of sensor", "kinds of sensor"))."
    ]
  }

  /// Inputs on which the leading class hangs at the places named first after the change, most first.
  var hinges: [(address: Address, share: Double)] {
    let drivers = results.drivers.filter { drivers in
      drivers.threat == leading && drivers.posture == headline.after.value
        && theatre.focus.contains { $0.subject == drivers.subject }
    }
    let shares = drivers.flatMap(\.leading).reduce(into: [Address: Double]()) {
      $0[$1.address, default: 0] += $1.share / Double(drivers.count)
    }
    return shares.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// Statements that the scenario wants answered here.
  private var answers: [Told] {
    theatre.firstPage.compactMap { id in
      guard let answer = results.answers.first(where: { $0.id == id }), !answer.finding.isEmpty
      else { return nil }
      let pieces = answer.finding.map { piece -> Told.Piece in
        switch piece {
        case .words(let words): return .words(words)
        case .figure(let id):
          guard let figure = ladder.figure(id) else { return .words("–") }
          return .figure(figure, Words.plain(figure))
        }
      }
      let rest = answer.reason.isEmpty ? "" : " Not tested: \(answer.reason)."
      let topic = theatre.statements.first { $0.id == id }?.topic ?? ""
      let head = Words.capital(topic.isEmpty ? answer.said.words : topic)
      let sentence: Told = "\(head). \(Told(pieces: pieces))\(rest)"
      return sentence.linked(to: "statements", "Statement by statement.")
    }
  }

  private var count: Told? {
    results.answers.isEmpty ? nil : Told(stringLiteral: StatementCount(results.answers).words)
  }

  // MARK: how sure

  private var sure: [Told] {
    var told: [Told] = []
    if let record { told.append(Told(stringLiteral: record.sentence)) }
    told.append(
      Told(stringLiteral: judgements.confidence).linked(to: "foundations", "What it rests on."))
    let sources = SourceShares(ladder, judgements).most(leading, headline.after.value)
    if !sources.isEmpty {
      let titles = sources.map { "“\($0.title)” (\($0.publisher), graded \($0.grade))" }
      told.append("The sources that move it most: \(titles.joined(separator: "; ")).")
    }
    let missing = theatre.leftOut.prefix(6).map(\.what)
    if !missing.isEmpty {
      told.append("Real and not modelled: \(missing.joined(separator: "; ")).")
    }
    return told
  }
}

/// How many statements are answered.
struct StatementCount {
  let words: String

  init(_ answers: [Results.Answer]) {
    func count(_ state: Results.Answer.State) -> Int { answers.count { $0.state == state } }
    let pointed = count(.pointed)
    words =
      "Of \(answers.count) statements \(count(.tested)) are answered, \(count(.partly)) in part, and "
      + "\(count(.untested)) are not tested"
      + (pointed > 0 ? "; \(pointed) are only pointed at." : ".")
  }
}

/// Which sources the answer hangs on.
struct SourceShares {
  private let ladder: Ladder
  private let judgements: Judgements

  init(_ ladder: Ladder, _ judgements: Judgements) {
    (self.ladder, self.judgements) = (ladder, judgements)
  }

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

/// Inputs in words.
enum InputWords {
  /// `how long an order takes against quasi-ballistic missiles`; what has no words of its own by its owner and field.
  static func words(_ address: Address, _ theatre: Theatre) -> String {
    let parts = address.description.split(separator: ".").map(String.init)
    let field = parts.last!.replacing("_", with: " ")
    let owner = parts.count > 1 ? parts[1] : ""
    switch parts[0] {
    case "alert" where parts.last == "decision":
      let against = theatre.signs[owner] == nil ? "" : " against \(theatre.plural(owner))"
      return "how long an order takes\(against)"
    case "alert": return "the alert chain's \(field)"
    case "net":
      let threat = parts.last!
      return
        "when alerts of \(theatre.plural(threat)) come in \(BaseMap.name(of: owner.uppercased(), in: theatre))"
    case "catalogue": return "the \(field) of the \(theatre.systems[owner]?.name ?? owner)"
    default: return "the \(field) of the \(parts[0])"
    }
  }
}
