internal import Findings
internal import Quantities
internal import Theatre

/// Every place and district, by country, in the order that was asked for.
extension PageWriter {
  /// What a row prints: its words, each with the figure that it says.
  private typealias Entry = (figure: Figure?, words: String)

  /// The postures under which a class reaches a place, with what each prints.
  private func reached(
    _ place: FigureSubject, _ threat: String, _ entries: (Theatre.Posture) -> [Entry]
  ) -> [(posture: Theatre.Posture, entries: [Entry])] {
    theatre.postures.filter { ladder.reaches(place, threat, $0.id) }.map { ($0, entries($0)) }
  }

  /// One row for postures under which the same words stand, with the figures of the first of them.
  private mutating func rows(
    _ threat: String, _ all: [(posture: Theatre.Posture, entries: [Entry])],
    last: (inout PageWriter, [Theatre.Posture]) -> String = { _, _ in "" }
  ) -> String {
    var merged: [(postures: [Theatre.Posture], entries: [Entry])] = []
    for (posture, entries) in all {
      if merged.last?.entries.map(\.words) == entries.map(\.words) {
        merged[merged.count - 1].postures.append(posture)
      } else {
        merged.append(([posture], entries))
      }
    }
    var out = ""
    for (postures, entries) in merged {
      let marks = postures.map { postureMark($0.id) }.joined(separator: " ")
      out += "<tr><td>\(threat)</td><td>\(marks)</td>"
      for entry in entries {
        out += entry.words == "–" ? "<td>–</td>" : printer.cell(entry.figure, entry.words)
      }
      out += last(&self, postures)
      out += "<td>\(printer.note(entries.lazy.compactMap(\.figure).first))</td></tr>"
    }
    return out
  }

  mutating func ladders() -> String {
    var out =
      "<p>\(postureKey(theatre.postures.map(\.id))) Postures that read the same share a row. "
    out += "\(PageWriter.orderWords[order] ?? "") </p>"
    let regions = Dictionary(grouping: theatre.regions, by: \.country)
    for country in regions.keys.sorted() {
      var body = ""
      for region in regions[country]! {
        let people = region.places.reduce(0) { $0 + $1.population }
        let what =
          "\(region.isCountry ? BaseMap.name(of: country, in: theatre) : region.name): a person drawn at random "
          + "from its \(Words.count(region.places.count, "place", "places")) here, "
          + (people > 0 ? "\(Words.grouped(people)) people" : "of unknown population")
        body += group(region.subject, what, isRegion: true)
      }
      for place in ordered(regions[country]!.first { $0.isCountry }!.places) {
        body += group(
          place.subject,
          "\(place.name), \(place.district)"
            + (place.population > 0 ? ", \(Words.grouped(place.population)) people" : ""),
          isRegion: false)
      }
      out +=
        "<h3>\(Html.escape(BaseMap.name(of: country, in: theatre)))</h3>"
        + leftOut(regions[country]!.first { $0.isCountry }!.places)
        + Html.table(
          "Warning in \(BaseMap.name(of: country, in: theatre))",
          [
            "Threat", "Postures", "In time", "Late", "Never", "Sheltered", "At night", "P10",
            "Median", "P90",
            "Flight", "Decided by", "Worst case, median", "Note",
          ], body, style: "ladder")
    }
    return out
      + "<p class=\"note\">In time, late, never: of 100 attacks, those with the alert before the first arrival, only after "
      + "it, or not at all. Sheltered: share of people who are in shelter before it, draws and people together, by day; at night: the same people "
      + "asleep. Worst case: the other side takes the worst of its launch points and heights in "
      + "every draw; of the headline's postures among those of the row, where enough draws are "
      + "reached. Decided by: the threat that leaves least, and how often. Places that no threat reaches in most draws have no rows.</p>"
  }

  private static let orderWords: [BriefingPage.Order: String] = [
    .warning: "Places with the least P10 of the leading class after the change stand first.",
    .loss: "Places whose P10 or median falls most stand first.",
    .population: "Places with most people stand first.",
    .name: "Places stand by name.",
  ]

  private func ordered(_ places: [Theatre.Place]) -> [Theatre.Place] {
    func key(_ place: Theatre.Place) -> Double {
      switch order {
      case .warning:
        guard ladder.reaches(place.subject, leading, compared.last!) else { return .infinity }
        let figure = ladder.figure(
          place.subject, TacticalFigures.warning, leading, compared.last!, .p10)
        return figure?.estimate.value ?? -.infinity
      case .loss: return -judgements.change(place.subject, leading, headline).loss
      case .population: return -Double(place.population)
      case .name: return 0
      }
    }
    return places.map { (key($0), $0) }.sorted {
      ($0.0, $0.1.name, $0.1.id) < ($1.0, $1.1.name, $1.1.id)
    }
    .map(\.1)
  }

  private mutating func group(_ place: FigureSubject, _ heading: String, isRegion: Bool) -> String {
    var out =
      "<tbody><tr><th colspan=\"14\" scope=\"rowgroup\"\(isRegion ? " class=\"region\"" : "")>"
      + "\(Html.escape(heading))</th></tr>"
    var rows = ""
    for threat in classes {
      let all = reached(place, threat) { entries(place, threat, $0) }
      rows += self.rows(threat, all) { $0.worst(place, threat, $1) }
    }
    out +=
      rows.isEmpty
      ? "<tr><td colspan=\"14\">out of reach of everything in most draws</td></tr>" : rows
    return out + "</tbody>"
  }

  /// The worst cases of a row's postures that are known: of the headline's two, and only where enough
  /// draws are reached.
  private mutating func worst(
    _ place: FigureSubject, _ threat: String, _ postures: [Theatre.Posture]
  ) -> String {
    var said: [String] = []
    var spans = ""
    for posture in postures {
      let figure = ladder.figure(place, TacticalFigures.worstWarning, threat, posture.id, .median)
      guard let figure, figure.draws >= PageWriter.leastDraws else { continue }
      let words = Words.time(figure)
      guard !said.contains(words) else { continue }
      spans += (said.isEmpty ? "" : ", ") + printer.span(figure, words)
      said.append(words)
    }
    return "<td>\(said.isEmpty ? "–" : spans)</td>"
  }

  /// Draws below which a worst case is not printed.
  private static let leastDraws = 64

  /// Whether the scenario says anything of nights.
  private var hasNights: Bool {
    theatre.bibliography.laws.keys.contains { $0.description.hasSuffix("_night") }
  }

  private func entries(
    _ place: FigureSubject, _ threat: String, _ posture: Theatre.Posture
  ) -> [Entry] {
    func entry(
      _ quantity: FigureQuantity, _ statistic: Statistic, _ words: (Figure?) -> String
    ) -> Entry {
      let figure = ladder.figure(place, quantity, threat, posture.id, statistic)
      return (figure, figure == nil ? "–" : words(figure))
    }
    let night = entry(TacticalFigures.warning, TacticalFigures.enoughAtNight, Words.share)
    let deciding = ladder.deciding(place, threat, posture)
    return [
      entry(TacticalFigures.warning, .inTime, Words.share),
      entry(TacticalFigures.warning, .late, Words.share),
      entry(TacticalFigures.warning, .noAlert, Words.share),
      entry(TacticalFigures.warning, TacticalFigures.enough, Words.share),
      hasNights ? night : (nil, "–"), entry(TacticalFigures.warning, .p10, Words.time),
      entry(TacticalFigures.warning, .median, Words.time),
      entry(TacticalFigures.warning, .p90, Words.time),
      entry(TacticalFigures.flight, .median, Words.time),
      (deciding?.figure, deciding.map { "\($0.force.id) \(Words.share($0.figure))" } ?? "–"),
    ]
  }

  /// Medians of the marks, place by place: the ladder in full.
  mutating func moments() -> String {
    var body = ""
    for place in theatre.places {
      var rows = ""
      for threat in classes {
        let all = reached(place.subject, threat) { posture in
          PageWriter.moments.map { name in
            let figure = ladder.figure(
              place.subject, TacticalFigures.mark.of(name), threat, posture.id, .median)
            return (figure, figure?.estimate.value == nil ? "never" : Words.time(figure))
          }
        }
        rows += self.rows(threat, all)
      }
      guard !rows.isEmpty else { continue }
      body +=
        "<tbody><tr><th colspan=\"9\" scope=\"rowgroup\">\(Html.escape(place.name))</th></tr>\(rows)</tbody>"
    }
    guard !body.isEmpty else { return "" }
    return Html.table(
      "Medians after launch",
      ["Threat", "Posture"] + PageWriter.moments.map { Words.capital($0) } + ["Note"], body,
      style: "ladder")
      + "<p class=\"note\">Postures that read the same share a row. The payload of a "
      + "dual-capable missile is unknown before impact: 0 s of discrimination.</p>"
  }

  /// What is real and not modelled at some of the places.
  private func leftOut(_ places: [Theatre.Place]) -> String {
    let missing = theatre.leftOut.filter { places.contains(where: $0.concerns) }
    guard !missing.isEmpty else { return "" }
    let list = missing.map { "<li>\(Html.escape($0.words))</li>" }.joined()
    return "<p class=\"note\">Not modelled here:</p><ul class=\"note\">\(list)</ul>"
  }
}
