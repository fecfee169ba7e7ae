internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Is there time, and what would help.
extension FirstPage {
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

  var atWorst: [Told] {
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
        ? "it is \(left, Words.lateness) late" : "\(left, Words.time) are left"
      let sentence: Told =
        "\(place.name), \(under): \(of) arrive \(arrived, Words.time) after launch, the siren sounds after \(alerted, Words.time), and \(rest) (medians, which do not subtract)\(late(place, posture))."
      told.append(sentence.linked(to: Sheets.anchor(of: place), "The sheet of \(place.name)."))
    }
    if let room = share(place, posture, TacticalFigures.refuges[0].hours[0]),
      let shelter = share(place, posture, TacticalFigures.enough),
      let night = share(place, posture, TacticalFigures.enoughAtNight)
    {
      told.append(
        "Of 100 people at \(place.name), \(under), \(room, BriefText.hundred) have time for an inner room before the impact by day, \(shelter, BriefText.hundred) for a shelter, and \(night, BriefText.hundred) for a shelter when they sleep."
      )
    }
    return told
  }

  private func share(
    _ place: Theatre.Place, _ posture: String, _ statistic: Statistic
  ) -> Figure? { figure(place, TacticalFigures.warning, leading, posture, statistic) }

  /// What makes most alerts late.
  private func late(_ place: Theatre.Place, _ posture: String) -> Told {
    let reasons = TacticalFigures.reasons.compactMap { reason in
      figure(place, TacticalFigures.why.of(reason.word), leading, posture, .share).map {
        (words: reason.heading, figure: $0)
      }
    }
    guard let most = reasons.max(by: { $0.figure.value < $1.figure.value }),
      most.figure.value >= 0.05
    else { return "" }
    return
      "; of 100 sirens \(most.figure, BriefText.hundred) are late or missing for one reason alone: \(most.words)"
  }

  /// The lever that gains most.
  var lever: [Told] {
    guard let levers = Levers(ladder), let place = worst, levers.places.contains(place),
      let best = levers.best(place, leading)
    else { return [] }
    let sentence: Told =
      "What would help most at \(place.name), \(judgements.under(levers.base)), if it can be had: \(best.lever.words); the siren would be first in \(best.after, BriefText.hundred) of 100 attacks instead of \(best.before, BriefText.hundred)."
    return [sentence]
  }

  /// What flies low, over all places named first: from the worst of them to the best.
  var lowFlyers: [Told] {
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
      "What flies low, \(judgements.under(posture)), siren first of 100 attacks: \(Told.list(told)); only the sensors that the scenario names are in, and over real countries that is a lower bound on warning."
    let isTold = !classesOf(results.annex(Results.LowLevel.self)).isEmpty
    return [isTold ? sentence.linked(to: "low", "Low and slow.") : sentence]
  }

  /// Classes of which the page has maps of low approaches.
  private func classesOf(_ low: Results.LowLevel?) -> [String] {
    ladder.classes.filter { low?.map(headline.after.value, $0, "darkest") != nil }
  }

  /// Of 100, in a sentence.
  private static func hundred(_ figure: Figure?) -> String {
    let words = BriefText.hundred(figure)
    return words.hasPrefix("> ") ? "over 99" : words.hasPrefix("< ") ? "under 1" : words
  }
}
