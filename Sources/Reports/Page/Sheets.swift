internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Anchors of the sheets.
enum Sheets {
  /// Ids of the page that no sheet may take.
  private static let taken = Set(PageSection.briefing.map(\.id) + ["base", "parts", "story"])

  /// `vilnius`, so that a link can be said on the telephone.
  static func anchor(of place: Theatre.Place) -> String {
    taken.contains(place.id) || place.id.hasPrefix("map-") ? "place-\(place.id)" : place.id
  }

  /// `lithuania`; by its code where its name is that of a place, or of something else on the page.
  static func anchor(ofCountry code: String, in theatre: Theatre) -> String {
    let name = BaseMap.name(of: code, in: theatre).lowercased()
    let id = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    let isTaken =
      taken.contains(id) || id.hasPrefix("map-") || theatre.places.contains { $0.id == id }
    return isTaken || !id.contains(where: \.isLetter) ? FigureSubject.country(code).word : id
  }
}

/// A page for each country and for each place named first.
extension PageWriter {
  mutating func placeSheets() -> String {
    theatre.focus.map { placeSheet($0) }.joined()
  }

  mutating func countrySheets() -> String {
    theatre.regions.filter(\.isCountry).map { countrySheet($0) }.joined()
  }

  private func article(_ anchor: String, _ heading: String, _ body: String) -> String {
    "<article class=\"sheet\" id=\"\(anchor)\" aria-labelledby=\"\(anchor)-h\"><h3 id=\"\(anchor)-h\">\(Html.escape(heading))</h3>\(body)</article>"
  }

  private var shown: [String] { BriefText.postures(theatre) }

  /// Posture names over columns; hypotheses look like hypotheses.
  private func heads(_ postures: [String]) -> [String] {
    postures.map { id in
      let name = Html.escape(theatre.name(of: id))
      return judgements.isWhatIf(id) ? "<em class=\"what-if\">if</em> \(name)" : name
    }
  }

  private func people(_ number: Int) -> String {
    number > 0 ? "\(Words.millions(number)) people" : "population unknown"
  }

  // MARK: a place

  private mutating func placeSheet(_ place: Theatre.Place) -> String {
    let country = BaseMap.name(of: place.country, in: theatre)
    let map = maps?.local[place.id] ?? ""
    let body =
      "<p class=\"note\">\(Html.escape(place.district)), \(people(place.population)). "
      + "<a href=\"#\(Sheets.anchor(ofCountry: place.country, in: theatre))\">\(Html.escape(country))</a></p>"
      + "<div class=\"beside\"><div>\(map)</div><div>\(threats(place))\(told(place))</div></div>"
      + seconds(place) + leverTable(place) + standsOn(place)
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
      let last = compared.last!
      for statistic in PageWriter.refugesOfSheets {
        let figure =
          ladder.reaches(place.subject, threat, last)
          ? ladder.figure(place.subject, TacticalFigures.warning, threat, last, statistic) : nil
        rows += printer.cell(figure, figure == nil ? "–" : BriefText.hundred(figure))
      }
      rows += "<td>\(printer.note(siren(place.subject, threat, last)))</td></tr>"
    }
    guard !rows.isEmpty else {
      return "<p>Nothing reaches \(Html.escape(place.name)) in most draws.</p>"
    }
    let named = heads([compared.last!])[0]
    return Html.table(
      "Siren before the impact, by day and by night alike, of 100 attacks; where they have time to be by then, of 100 people",
      ["Threat"] + heads(postures) + (compares ? [changeHead] : [])
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

  private func siren(_ subject: FigureSubject, _ threat: String, _ posture: String) -> Figure? {
    ladder.reaches(subject, threat, posture)
      ? ladder.figure(subject, TacticalFigures.warning, threat, posture, .inTime) : nil
  }

  /// The share with the siren first under each posture, then the change that leads.
  private mutating func sirenCells(
    _ place: Theatre.Place, _ threat: String, _ postures: [String]
  ) -> String {
    var cells = ""
    for posture in postures {
      let figure = siren(place.subject, threat, posture)
      cells += printer.cell(figure, BriefText.hundred(figure))
    }
    guard compares else { return cells }
    let shift = BriefText.shift(ladder, place, threat)
    return cells + printer.cell(shift, BriefText.points(shift))
  }

  /// What makes alerts late, and what else a planner asks.
  private mutating func told(_ place: Theatre.Place) -> String {
    let last = compared.last!
    var items: [Told] = []
    for threat in classes where ladder.reaches(place.subject, threat, last) {
      let shares = TacticalFigures.reasons.compactMap { reason -> (word: String, figure: Figure)? in
        let figure = ladder.figure(
          place.subject, TacticalFigures.why.of(reason.word), threat, last, .share)
        return figure.flatMap { $0.value >= 0.005 ? (reason.word, $0) : nil }
      }.sorted { $0.figure.value > $1.figure.value }
      let reasons = shares.map { share -> Told in
        "\(PageWriter.reasonWords[share.word] ?? share.word) \(share.figure, BriefText.hundred)"
      }
      if !reasons.isEmpty {
        items.append("\(Words.capital(theatre.plural(threat))): \(Told.list(reasons)).")
      }
    }
    let why =
      items.isEmpty
      ? ""
      : "<h4>Why it is late or never comes, of 100 attacks, \(heads([last])[0])</h4><ul>"
        + items.map { "<li>\($0.html(&printer))</li>" }.joined() + "</ul>"
    let others = classes.filter { threat in
      !shown.contains { ladder.reaches(place.subject, threat, $0) }
    }.map(theatre.plural)
    let out =
      others.isEmpty ? "" : "<p>Out of reach in most draws: \(Html.escape(Words.list(others))).</p>"
    return why + out + burdens(place, last)
  }

  /// Reasons as a planner says them.
  private static let reasonWords = [
    "seen-late": "seen too late", "not-localised": "seen, but not where it goes",
    "order-late": "the order too late", "channel-late": "the message too late",
    "several": "several links together", "told-late": "told too late", "not-seen": "never seen",
    "no-order": "no order",
  ]

  private mutating func burdens(_ place: Theatre.Place, _ posture: String) -> String {
    func median(_ quantity: FigureQuantity) -> Figure? {
      let figure = ladder.figure(place.subject, quantity, nil, posture, .median)
      return figure?.estimate.value == nil ? nil : figure
    }
    guard let alarms = median(TacticalFigures.alarms),
      let hours = median(TacticalFigures.alarmHours)
    else { return "" }
    let sentence: Told =
      "A person's alarms in a month, as they were counted or as the scenario supposes raids: \(alarms, Words.amount), \(hours, Words.amount) hours of them (medians)."
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
        "Rests most on \(Told.list(named)): shares of the spread that a straight line in the inputs of a source explains."
      rest = "<p class=\"note\">\(sentence.html(&printer))</p>"
    }
    return notModelled([place]) + rest
  }

  /// What is real and not modelled at some of the places.
  private func notModelled(_ places: [Theatre.Place]) -> String {
    let missing = theatre.leftOut.filter { places.contains(where: $0.concerns) }
    guard !missing.isEmpty else { return "" }
    let list = missing.map { "<li>\(Html.escape($0.words))</li>" }.joined()
    return "<h4>Not modelled here</h4><ul class=\"missing\">\(list)</ul>"
  }

  // MARK: a country

  private mutating func countrySheet(_ region: Theatre.Region) -> String {
    let name = BaseMap.name(of: region.country, in: theatre)
    let people = region.places.reduce(0) { $0 + $1.population }
    let places = ordered(region.places)
    let body =
      "<p class=\"note\">\(Words.capital(Words.count(places.count, "place", "places"))) of this scenario, \(self.people(people)).</p>"
      + regionTable(region, people) + placeTable(places) + notModelled(region.places)
    return article(Sheets.anchor(ofCountry: region.country, in: theatre), name, body)
  }

  /// A person drawn at random, threat by threat.
  private mutating func regionTable(_ region: Theatre.Region, _ people: Int) -> String {
    let postures = shown
    var rows = ""
    for threat in classes
    where postures.contains(where: { ladder.reaches(region.subject, threat, $0) }) {
      rows += "<tr><th scope=\"row\">\(Html.escape(Words.capital(theatre.plural(threat))))</th>"
      for posture in postures {
        let figure = siren(region.subject, threat, posture)
        rows += printer.cell(figure, BriefText.hundred(figure))
      }
      rows += "<td>\(printer.note(siren(region.subject, threat, compared.last!)))</td></tr>"
    }
    guard !rows.isEmpty else { return "" }
    return Html.table(
      "A person drawn at random from these places: siren before the impact, of 100 attacks",
      ["Threat"] + heads(postures) + ["Note"], "<tbody>\(rows)</tbody>", style: "hundred",
      isKept: true)
  }

  /// The leading class, place by place.
  private mutating func placeTable(_ places: [Theatre.Place]) -> String {
    let (postures, last) = (shown, compared.last!)
    var rows = ""
    for place in places {
      let name =
        theatre.focus.contains(place)
        ? "<a href=\"#\(Sheets.anchor(of: place))\">\(Html.escape(place.name))</a>"
        : Html.escape(place.name)
      rows += "<tr><th scope=\"row\">\(name)</th>"
      guard postures.contains(where: { ladder.reaches(place.subject, leading, $0) }) else {
        rows +=
          "<td colspan=\"\(postures.count + (compares ? 5 : 4))\">out of reach of \(Html.escape(theatre.plural(leading))) in most draws</td></tr>"
        continue
      }
      rows += sirenCells(place, leading, postures)
      for statistic in [TacticalFigures.enough, TacticalFigures.enoughAtNight] {
        let figure =
          ladder.reaches(place.subject, leading, last)
          ? ladder.figure(place.subject, TacticalFigures.warning, leading, last, statistic) : nil
        rows += printer.cell(figure, figure == nil ? "–" : BriefText.hundred(figure))
      }
      let deciding = ladder.deciding(place.subject, leading, theatre.posture(last)!)
      rows +=
        "<td class=\"words\">\(deciding.map { printer.span($0.figure, "\($0.force.name), \(BriefText.hundred($0.figure))") } ?? "–")</td>"
      rows += "<td>\(printer.note(siren(place.subject, leading, last)))</td></tr>"
    }
    let named = heads([last])[0]
    return Html.table(
      "\(Words.capital(theatre.plural(leading))): siren before the impact, of 100 attacks; in shelter, of 100 people; who leaves least warning, in how many of 100 draws",
      ["Place"] + heads(postures) + (compares ? [changeHead] : [])
        + [
          "In shelter by day,<br><small>\(named)</small>",
          "In shelter, asleep,<br><small>\(named)</small>",
          "Decided by", "Note",
        ],
      "<tbody>\(rows)</tbody>", style: "hundred")
  }

  /// Places in the order that was asked for.
  private func ordered(_ places: [Theatre.Place]) -> [Theatre.Place] {
    func key(_ place: Theatre.Place) -> Double {
      switch order {
      case .warning: siren(place.subject, leading, compared.last!)?.value ?? .infinity
      case .loss: -judgements.change(place.subject, leading, headline).loss
      case .population: -Double(place.population)
      case .name: 0
      }
    }
    return places.map { (key($0), $0) }.sorted {
      ($0.0, $0.1.name, $0.1.id) < ($1.0, $1.1.name, $1.1.id)
    }.map(\.1)
  }
}
