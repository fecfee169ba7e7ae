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
    return "<h3>Key judgements</h3><ol class=\"judgements\">\(list)</ol>\(headlines())"
      + "<p class=\"note\">Warning is arrival minus alert; below zero the alert comes after the "
      + "arrival. P10: one draw in ten leaves less. The spread from P10 to P90 is what is not known, "
      + "and chance. The computing error is another thing, and smaller: no digit is printed that it "
      + "does not allow, and it is drawn as a thin black bar. Small raised numbers lead to the "
      + "sources.</p>\(map)"
  }

  /// The places named first, before and after: shares before times, P10 before the median.
  private mutating func headlines() -> String {
    var rows = ""
    for place in theatre.focus {
      for posture in compared {
        guard ladder.reaches(place.subject, leading, posture) else {
          rows +=
            "<tr><th scope=\"row\">\(Html.escape(place.name))</th><td>\(postureMark(posture))</td>"
            + "<td colspan=\"8\">out of reach in most draws</td></tr>"
          continue
        }
        let figure = ladder.figure(place.subject, TacticalFigures.warning, leading, posture, .p10)
        rows +=
          "<tr><th scope=\"row\">\(Html.escape(place.name))</th><td>\(postureMark(posture))</td>"
          + cell(place.subject, TacticalFigures.warning, leading, posture, .inTime, Words.share)
          + cell(place.subject, TacticalFigures.warning, leading, posture, .late, Words.share)
          + cell(place.subject, TacticalFigures.warning, leading, posture, .noAlert, Words.share)
          + cell(
            place.subject, TacticalFigures.warning, leading, posture, TacticalFigures.enough,
            Words.share)
          + cell(place.subject, TacticalFigures.warning, leading, posture, .p10, Words.time)
          + cell(place.subject, TacticalFigures.warning, leading, posture, .median, Words.time)
          + cell(place.subject, TacticalFigures.warning, leading, posture, .p90, Words.time)
          + "<td>\(printer.note(figure))</td></tr>"
      }
    }
    return Html.table(
      "Warning of \(theatre.plural(leading)) at the places named first",
      [
        "Place", "Posture", "In time", "Late", "Never", "Sheltered", "P10", "Median", "P90", "Note",
      ],
      "<tbody>\(rows)</tbody>", isKept: true)
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
