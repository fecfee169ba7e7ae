internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Two pages for a reader who has four minutes.
extension PageWriter {
  mutating func summary() -> String {
    let map = maps?.change ?? ""
    let note = printer.note(
      compared.flatMap { posture in
        theatre.places.map {
          ladder.figure($0.subject, TacticalFigures.warning, leading, posture, .p10)
        }
      })
    var items = judgements.adversary(leading).map {
      Html.escape(judgements.sentence($0, leading)) + note
    }
    items += worstPlaces()
    items += results.facts.compactMap { judgements.sentence($0) }
    items += results.trials.compactMap { judgements.sentence($0, &printer) }
    items += silence().map { [$0] } ?? []
    items += strategicJudgement().map { [$0] } ?? []
    if theatre.practice.contains(where: { !$0.isMissile && classes.contains($0.threat) }) {
      items.append(
        "Low flyers: only the sensors that the scenario names are in the model. Over real countries these "
          + "are publicly known long-range radars; gap-fillers, mobile, passive and most airborne "
          + "sensors are not public, so that warning of cruise missiles, drones and aircraft is a "
          + "lower bound.")
    }
    if let record { items.append(Html.escape(record.sentence)) }
    if !results.answers.isEmpty {
      items.append(
        "\(Html.escape(statementCount)) <a href=\"#statements\">Statement by statement</a>.")
    }
    items.append(
      "\(Html.escape(judgements.confidence)) <a href=\"#foundations\">What it rests on</a>.")
    keyJudgements = items
    let list = items.map { "<li>\($0)</li>" }.joined(separator: "\n")
    return headlines() + levers()
      + "<h3>Key judgements</h3><ol class=\"judgements\">\(list)</ol>"
      + "<p class=\"note\">Warning is arrival minus alert; below zero the alert comes after the "
      + "arrival. P10: one draw in ten leaves less. The spread from P10 to P90 is what is not known, "
      + "and chance. The computing error is another thing, and smaller: no digit is printed that it "
      + "does not allow, and it is drawn as a thin black bar. Small raised numbers lead to the "
      + "sources.</p>\(map)"
  }

  /// Is the siren before the impact, and who is in shelter: the places named first, posture by posture in a row.
  private mutating func headlines() -> String {
    let postures = BriefText.postures(theatre)
    let people = [
      (TacticalFigures.enough, "by day"), (TacticalFigures.enoughAtNight, "asleep"),
    ]
    var rows = ""
    for place in theatre.focus
    where postures.contains(where: { ladder.reaches(place.subject, leading, $0) }) {
      func figures(_ statistic: Statistic, _ postures: [String]) -> [Figure?] {
        postures.map {
          ladder.reaches(place.subject, leading, $0)
            ? ladder.figure(place.subject, TacticalFigures.warning, leading, $0, statistic) : nil
        }
      }
      let sirens = figures(.inTime, postures)
      rows += "<tr><th scope=\"row\">\(Html.escape(place.name))</th>"
      for figure in sirens { rows += printer.cell(figure, BriefText.hundred(figure)) }
      if compares {
        let shift = BriefText.shift(ladder, place, leading)
        rows += printer.cell(shift, BriefText.points(shift))
      }
      for (statistic, _) in people {
        for figure in figures(statistic, compared) {
          rows += printer.cell(figure, BriefText.hundred(figure))
        }
      }
      rows += "<td>\(printer.note(sirens.last!))</td></tr>"
    }
    guard !rows.isEmpty else { return "" }
    func head(_ posture: String) -> String {
      judgements.isWhatIf(posture) ? "<em>if</em> \(Html.escape(posture))" : Html.escape(posture)
    }
    let hours = people.flatMap { _, hour in
      compared.map { "In shelter,<br><small>\(hour), \(head($0))</small>" }
    }
    let heads: [String] =
      ["Place"] + postures.map(head) + (compares ? ["Change"] : []) + hours + ["Note"]
    let caption =
      "Of 100 attacks by \(theatre.plural(leading)), those whose alert comes before the first arrival; of 100 people, those in shelter by then"
    return "<h3>Is the siren before the impact?</h3>"
      + Html.table(caption, heads, "<tbody>\(rows)</tbody>", style: "hundred", isKept: true)
      + hypotheses(postures)
  }

  private func hypotheses(_ postures: [String]) -> String {
    let told = judgements.hypotheses(postures)
    return told.isEmpty ? "" : "<p class=\"note\">\(Html.escape(told.joined(separator: "; "))).</p>"
  }

  /// Where the change costs most, with numbers before and after.
  private mutating func worstPlaces() -> [String] {
    guard compares else { return [] }
    let effect = judgements.effect(headline, leading)
    let most = effect.shorter.prefix(3)
    guard !most.isEmpty else { return [] }
    let words = most.map { loss in
      func figures(_ statistic: Statistic) -> [Figure?] {
        compared.map {
          ladder.figure(loss.place.subject, TacticalFigures.warning, leading, $0, statistic)
        }
      }
      let tenths = figures(.p10)
      var parts = [
        "P10 \(pair(tenths, Words.time))", "median \(pair(figures(.median), Words.time))",
      ]
      if case .silenced = loss.change {
        parts.insert("no alert in \(pair(figures(.noAlert), Words.share))", at: 0)
      }
      return "\(Html.escape(loss.place.name)) (\(parts.joined(separator: ", ")))"
        + printer.note(tenths[1])
    }
    return [
      "\(Html.escape(Words.capital(headline.words)))\(judgements.aside(compared)) takes most warning at \(Words.list(words))."
    ]
  }

  /// A time before and after; said once where it prints the same.
  private mutating func pair(_ figures: [Figure?], _ said: (Figure?) -> String) -> String {
    let words = figures.map(said)
    let first = printer.span(figures[0], words[0])
    return words[0] == words[1]
      ? "\(first) in both" : "\(first) to \(printer.span(figures[1], words[1]))"
  }

  /// Where arrivals without any alert are most frequent, for the leading class.
  private mutating func silence() -> String? {
    let posture = headline.after.value
    let shares = theatre.places.filter { ladder.reaches($0.subject, leading, posture) }
      .compactMap { place in
        ladder.figure(place.subject, TacticalFigures.warning, leading, posture, .noAlert).map {
          (place, $0)
        }
      }
    let worst = shares.max {
      ($0.1.estimate.value ?? 0, $1.0.id) < ($1.1.estimate.value ?? 0, $0.0.id)
    }
    guard let (place, figure) = worst, let value = figure.estimate.value, value > 0.005 else {
      return nil
    }
    let rivals = shares.count { ($0.1.estimate.high ?? 0) >= (figure.estimate.low ?? 1) } - 1
    let others =
      rivals > 0
      ? " (\(Words.count(rivals, "other place is", "other places are")) not told apart from it)"
      : ""
    return
      "No alert at all: under \(Html.escape(posture))\(judgements.aside([posture])) nobody is told of "
      + "\(printer.span(figure, Words.share(figure)))\(printer.note(figure)) of the arrivals of "
      + "\(theatre.plural(leading)) at \(Html.escape(place.name)), the largest share\(others)."
  }
}
