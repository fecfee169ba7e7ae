internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Outcomes before minutes: of 100 attacks, of 100 people, and why not more of them.
extension PageWriter {
  mutating func outcomes() -> String { reasons() + refuges() + marks() }

  /// Rows of the places named first and the classes that reach them after the change.
  private func rows() -> [(place: Theatre.Place, threat: String)] {
    theatre.focus.flatMap { place in
      classes.filter { ladder.reaches(place.subject, $0, compared.last!) }.map { (place, $0) }
    }
  }

  private func head(_ row: (place: Theatre.Place, threat: String)) -> String {
    "<tr><th scope=\"row\">\(Html.escape(row.place.name))</th><td>\(Html.escape(theatre.plural(row.threat)))</td>"
  }

  private mutating func warning(
    _ row: (place: Theatre.Place, threat: String), _ statistic: Statistic
  ) -> String {
    cell(
      row.place.subject, TacticalFigures.warning, row.threat, compared.last!, statistic, Words.share
    )
  }

  /// Why alerts are late or never come; an empty cell is none.
  private mutating func reasons() -> String {
    var body = ""
    for row in rows() {
      func figure(_ word: String) -> Figure? {
        ladder.figure(
          row.place.subject, TacticalFigures.why.of(word), row.threat, compared.last!, .share)
      }
      body += head(row) + warning(row, .inTime) + warning(row, .late) + warning(row, .noAlert)
      for reason in TacticalFigures.reasons {
        let known = figure(reason.word)
        body += known == nil ? "<td></td>" : printer.cell(known, Words.share(known))
      }
      let note = ladder.figure(
        row.place.subject, TacticalFigures.warning, row.threat, compared.last!, .inTime)
      body += "<td>\(printer.note(note))</td></tr>"
    }
    guard !body.isEmpty else { return "" }
    return Html.table(
      "Of 100 attacks under \(judgements.named(compared.last!)): the alert in time, late or never, and why it is late or never comes",
      ["Place", "Threat", "In time", "Late", "Never"]
        + TacticalFigures.reasons.map { Words.capital($0.heading) } + ["Note"],
      "<tbody>\(body)</tbody>", style: "ladder")
      + "<p class=\"note\">Why late: the last link of the chain that, had it taken no time, would have been enough; "
      + "several links: no one of them alone. Told late: of that country only alerts are known, not what comes "
      + "before them. Not localised, of what never comes: seen, but without a firm, hostile track to somewhere before it "
      + "arrives. An empty cell is none.</p>"
  }

  /// Of 100 people, by rung of the action ladder and hour.
  private mutating func refuges() -> String {
    var body = ""
    for row in rows() {
      body += head(row)
      for hour in 0..<3 {
        for refuge in TacticalFigures.refuges { body += warning(row, refuge.hours[hour]) }
      }
      let note = ladder.figure(
        row.place.subject, TacticalFigures.warning, row.threat, compared.last!,
        TacticalFigures.enough)
      body += "<td>\(printer.note(note))</td></tr>"
    }
    guard !body.isEmpty else { return "" }
    let heads = ["by day", "in the evening", "asleep"].flatMap { hour in
      TacticalFigures.refuges.map { "\(Words.capital($0.words)),<br><small>\(hour)</small>" }
    }
    return Html.table(
      "Of 100 people under \(judgements.named(compared.last!)): where they had time to be before the first arrival",
      ["Place", "Threat"] + heads + ["Note"], "<tbody>\(body)</tbody>", style: "ladder")
      + "<p class=\"note\">At least there: whoever had time for shelter had time for an inner room. The same channels, "
      + "the same people who do nothing, and those without a cellar or a shelter at hand are counted; where the scenario "
      + "says nothing of an hour or of a rung, it is as by day, or as the next better rung.</p>"
  }

  /// How marks and gaps spread, for the leading class at the places named first.
  private mutating func marks() -> String {
    var body = ""
    for place in theatre.focus where ladder.reaches(place.subject, leading, compared.last!) {
      // of a net of which only reports are public nothing is known before the alert
      let isReported = theatre.chain(of: place.country).net == .reported
      for (name, quantity, isReport) in PageWriter.spreads where isReport || !isReported {
        let figures = Statistic.spread.map {
          ladder.figure(place.subject, quantity, leading, compared.last!, $0)
        }
        guard figures.contains(where: { $0 != nil }) else { continue }
        body +=
          "<tr><th scope=\"row\">\(Html.escape(place.name))</th><td>\(name)</td>"
          + figures.map { printer.cell($0, $0?.estimate.value == nil ? "never" : Words.time($0)) }
          .joined() + "<td>\(printer.note(figures))</td></tr>"
      }
    }
    guard !body.isEmpty else { return "" }
    return Html.table(
      "Marks and the time between them, \(theatre.plural(leading)) under \(judgements.named(compared.last!))",
      ["Place", "From what to what", "P10", "Median", "P90", "Note"], "<tbody>\(body)</tbody>")
      + "<p class=\"note\">Between two marks: where both come. <code>vedette warn --gaps</code> tells of every pair.</p>"
  }

  /// What is told of marks and gaps, and whether reports of alerts alone tell it.
  private static let spreads: [(name: String, quantity: FigureQuantity, isReport: Bool)] = [
    ("launch to first sign", TacticalFigures.mark.of("detected"), false),
    ("launch to enough known", TacticalFigures.mark.of("known"), false),
    ("launch to order", TacticalFigures.mark.of("ordered"), false),
    ("launch to alert", TacticalFigures.mark.of("alerted"), true),
    ("launch to shelter", TacticalFigures.mark.of("ready"), true),
    ("launch to arrival", TacticalFigures.mark.of("arrived"), true),
    ("first sign to enough known", TacticalFigures.gap.of("detected-to-known"), false),
    ("enough known to order", TacticalFigures.gap.of("known-to-ordered"), false),
    ("order to alert", TacticalFigures.gap.of("ordered-to-alerted"), false),
    ("alert to shelter", TacticalFigures.gap.of("alerted-to-ready"), true),
    ("shelter to arrival", TacticalFigures.gap.of("ready-to-arrived"), true),
  ]
}

/// What a change goes back to.
extension PageWriter {
  /// Every link of the chain, and losses at places to which nothing came nearer.
  mutating func losses() -> String {
    let heads = [TacticalFigures.Link.flight, .detection, .localisation, .decision, .dissemination]
    var body = ""
    for place in theatre.focus {
      for threat in classes {
        guard let change = LinkedChange(ladder, place, threat, headline.pair) else { continue }
        body +=
          "<tr><th scope=\"row\">\(Html.escape(place.name))</th><td>\(Html.escape(theatre.plural(threat)))</td>"
          + "<td>\(Words.signed(change.total))</td>"
        for link in change.links {
          body += printer.cell(link.figure, Words.change(link.figure))
        }
        body += "<td>\(printer.note(change.links[0].figure))</td></tr>"
      }
    }
    let table =
      body.isEmpty
      ? ""
      : Html.table(
        "What each link of the chain adds to what is left, from \(judgements.named(compared.first!)) to \(judgements.named(compared.last!)): means of the draws alerted in both",
        ["Place", "Threat", "All"] + heads.map { Words.capital($0.rawValue) } + ["Note"],
        "<tbody>\(body)</tbody>")
    return table + unexplained()
  }

  /// At most so many sentences a class; the others are counted.
  private static let mostSentences = 5

  private func unexplained() -> String {
    var items: [String] = []
    for threat in classes {
      let all = UnexplainedLosses(ladder).all(threat, headline).sorted {
        $0.change.total < $1.change.total
      }
      items += all.prefix(PageWriter.mostSentences).map { Html.escape($0.sentence) + "." }
      let others = all.count - PageWriter.mostSentences
      if others > 0 {
        items.append(
          "\(Words.capital(Words.count(others, "further place loses", "further places lose"))) warning of "
            + "\(Html.escape(theatre.plural(threat))) that way.")
      }
    }
    guard !items.isEmpty else { return "" }
    return "<p>Where warning is lost although nothing came nearer:</p><ul>"
      + items.map { "<li>\($0)</li>" }.joined() + "</ul>"
  }
}
