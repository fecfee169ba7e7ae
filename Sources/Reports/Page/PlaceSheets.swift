internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// A page for each place named first.
extension PageWriter {
  mutating func placeSheets() -> String {
    theatre.focus.map { placeSheet($0) }.joined()
  }

  private mutating func placeSheet(_ place: Theatre.Place) -> String {
    let country = BaseMap.name(of: place.country, in: theatre)
    let map = maps?.local[place.id] ?? ""
    let body =
      "<p class=\"note\">\(Html.escape(place.district)), \(people(place.population)). "
      + "<a href=\"#\(Sheets.anchor(ofCountry: place.country, in: theatre))\">\(Html.escape(country))</a></p>"
      + "<div class=\"beside\"><div>\(map)</div><div>\(threats(place))\(told(place))</div></div>"
      + seconds(place) + days(place) + leverTable(place) + standsOn(place)
    return article(Sheets.anchor(of: place), place.name, body)
  }

  /// Is the siren first, threat by threat in the order of their flights.
  private mutating func threats(_ place: Theatre.Place) -> String {
    let postures = shown
    var rows = ""
    for threat in classes
    where postures.contains(where: { ladder.reaches(place.subject, threat, $0) }) {
      rows += "<tr><th scope=\"row\">\(Html.escape(Words.capital(theatre.plural(threat))))</th>"
      rows += sirenCells(place, threat, postures)
      rows += peopleCells(place, threat, PageWriter.refugesOfSheets, compared.last!)
      rows += "<td>\(printer.note(siren(place.subject, threat, compared.last!)))</td></tr>"
    }
    guard !rows.isEmpty else {
      return "<p>Nothing reaches \(Html.escape(place.name)) in most draws.</p>"
    }
    let named = postureHead(compared.last!)
    return Html.table(
      "Siren before the impact, by day and by night alike, of 100 attacks; where they have time to be by then, of 100 people",
      ["Threat"] + postures.map(postureHead) + (compares ? [changeHead] : [])
        + [
          "Inner room by day,<br><small>\(named)</small>",
          "In shelter by day,<br><small>\(named)</small>",
          "In shelter, asleep,<br><small>\(named)</small>",
          "Note",
        ],
      "<tbody>\(rows)</tbody>", style: "hundred", isKept: true)
  }

  /// At least in an inner room by day, in shelter by day, in shelter at night.
  private static let refugesOfSheets = [
    TacticalFigures.refuges[0].hours[0], TacticalFigures.enough, TacticalFigures.enoughAtNight,
  ]

  /// What makes alerts late, and what else a planner asks.
  private mutating func told(_ place: Theatre.Place) -> String {
    let last = compared.last!
    var items: [Told] = []
    for threat in classes where ladder.reaches(place.subject, threat, last) {
      let shares = TacticalFigures.reasons.compactMap {
        reason -> (words: String, figure: Figure)? in
        let figure = ladder.figure(
          place.subject, TacticalFigures.why.of(reason.word), threat, last, .share)
        return figure.flatMap { $0.value >= 0.005 ? (reason.heading, $0) : nil }
      }.sorted { $0.figure.value > $1.figure.value }
      let reasons = shares.map { share -> Told in
        "\(share.words) \(share.figure, BriefText.hundred)"
      }
      if !reasons.isEmpty {
        items.append("\(Words.capital(theatre.plural(threat))): \(Told.list(reasons)).")
      }
    }
    let why =
      items.isEmpty
      ? ""
      : "<h4>Why it is late or never comes, of 100 attacks, \(postureHead(last))</h4><ul>"
        + items.map { "<li>\($0.html(&printer))</li>" }.joined() + "</ul>"
    let others = classes.filter { threat in
      !shown.contains { ladder.reaches(place.subject, threat, $0) }
    }.map(theatre.plural)
    let out =
      others.isEmpty ? "" : "<p>Out of reach in most draws: \(Html.escape(Words.list(others))).</p>"
    return why + out + burdens(place, last)
  }

  private mutating func burdens(_ place: Theatre.Place, _ posture: String) -> String {
    func median(_ quantity: FigureQuantity) -> Figure? {
      let figure = ladder.figure(place.subject, quantity, nil, posture, .median)
      return figure?.estimate.value == nil ? nil : figure
    }
    guard let alarms = median(TacticalFigures.alarms),
      let hours = median(TacticalFigures.alarmHours)
    else { return "" }
    let sentence: Told =
      "A person's alarms in a month, \(judgements.under(posture)), as they were counted or as the scenario supposes raids: \(alarms, Words.amount), \(hours, Words.amount) hours of them (medians)."
    return "<p>\(sentence.html(&printer))</p>"
  }

  /// Where the seconds go, for the leading class.
  private mutating func seconds(_ place: Theatre.Place) -> String {
    guard let group = momentsOf(place) else { return "" }
    let title = "Where the seconds go, \(theatre.plural(leading)) at \(place.name)"
    let text = group.rows.map { row in
      "\(row.posture): "
        + row.steps.map { "\($0.name) \($0.time.map { Words.time($0) } ?? "never")" }
        .joined(separator: ", ")
    }.joined(separator: "; ")
    let picture = LadderPicture([group]).picture(
      id: "minutes-\(place.id)", title: title, text: text)
    return figure(
      picture,
      Html.escape(title)
        + ", medians after launch: d detected, f firm track, i identified as hostile, l localised, A alerted. The band is the "
        + "time left at the median alert; pale in a dashed frame: the alert comes that long after the arrival. The median of what is left need not be the distance between two medians."
        + (theatre.chain(of: place.country).net == .reported
          ? " Of this country alerts alone are known." : ""))
  }

  private mutating func leverTable(_ place: Theatre.Place) -> String {
    guard let levers = Levers(ladder), levers.places.contains(place) else { return "" }
    return "<h4>What would help, each alone</h4>" + byClass(levers, at: place)
  }

  /// What is not modelled, and which sources matter most.
  private mutating func standsOn(_ place: Theatre.Place) -> String {
    let posture = compared.last!
    let supports = judgements.supports(place.subject, leading, posture).prefix(3)
    var rest = ""
    if !supports.isEmpty {
      let titles = Dictionary(
        uniqueKeysWithValues: results.foundations.sources.map { ($0.id, $0.title) })
      let named = supports.map { support -> Told in
        "“\(titles[support.source] ?? support.source)” (\(support.figure, { Words.percent($0?.value ?? 0) }))"
      }
      let sentence: Told =
        "Warning of \(theatre.plural(leading)), \(judgements.under(posture)), rests most on \(Told.list(named)): shares of the spread that a straight line in the inputs of a source explains."
      rest = "<p class=\"note\">\(sentence.html(&printer))</p>"
    }
    return notModelled([place]) + rest
  }
}
