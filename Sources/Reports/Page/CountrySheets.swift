internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// A page for each country.
extension PageWriter {
  mutating func countrySheets() -> String {
    theatre.regions.filter(\.isCountry).map { countrySheet($0) }.joined()
  }

  private mutating func countrySheet(_ region: Theatre.Region) -> String {
    let name = BaseMap.name(of: region.country, in: theatre)
    let people = region.places.reduce(0) { $0 + $1.population }
    let places = ordered(region.places)
    let body =
      "<p class=\"note\">\(Words.capital(Words.count(places.count, "place", "places"))) of this scenario, \(self.people(people)).</p>"
      + regionTable(region) + placeTable(places) + notModelled(region.places)
    return article(Sheets.anchor(ofCountry: region.country, in: theatre), name, body)
  }

  /// A person drawn at random, threat by threat.
  private mutating func regionTable(_ region: Theatre.Region) -> String {
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
      ["Threat"] + postures.map(postureHead) + ["Note"], "<tbody>\(rows)</tbody>", style: "hundred",
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
      rows += peopleCells(
        place, leading, [TacticalFigures.enough, TacticalFigures.enoughAtNight], last)
      let deciding = ladder.deciding(place.subject, leading, theatre.posture(last)!)
      rows +=
        "<td class=\"words\">\(deciding.map { printer.span($0.figure, "\($0.force.name), \(BriefText.hundred($0.figure))") } ?? "–")</td>"
      rows += "<td>\(printer.note(siren(place.subject, leading, last)))</td></tr>"
    }
    let named = postureHead(last)
    return Html.table(
      "\(Words.capital(theatre.plural(leading))): siren before the impact, of 100 attacks; in shelter, of 100 people; who leaves least warning, in how many of 100 draws",
      ["Place"] + postures.map(postureHead) + (compares ? [changeHead] : [])
        + [
          "In shelter by day,<br><small>\(named)</small>",
          "In shelter, asleep,<br><small>\(named)</small>",
          "Decided by,<br><small>\(named)</small>", "Note",
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
