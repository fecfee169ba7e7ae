internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Anchors of the sheets.
enum Sheets {
  /// Ids of the page that no sheet may take.
  private static let taken = Set(
    PageSection.briefing.map(\.id) + [
      "base", "parts", "story", "shortening", "trade", "disagreements", "find-names",
    ])
  /// With what the ids of pictures, sources, notes and figures begin.
  private static let beginnings = [
    "map-", "dots-", "minutes-", "low-", "trial-", "hatch-", "replay-",
  ]

  private static func isTaken(_ id: String) -> Bool {
    taken.contains(id) || beginnings.contains(where: id.hasPrefix)
      // of titles, notes and sources: map-change-t, n12, s3
      || id.contains(/^[ns]\d+$|-[thdfab]$/)
  }

  /// `vilnius`, so that a link can be said on the telephone.
  static func anchor(of place: Theatre.Place) -> String {
    isTaken(place.id) ? "place-\(place.id)-sheet" : place.id
  }

  /// `lithuania`; by its code where its name is that of a place, or of something else on the page.
  static func anchor(ofCountry code: String, in theatre: Theatre) -> String {
    let name = BaseMap.name(of: code, in: theatre).lowercased()
    let id = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    let isTaken = isTaken(id) || theatre.places.contains { $0.id == id }
    return isTaken || !id.contains(where: \.isLetter) ? FigureSubject.country(code).word : id
  }
}

/// What sheets of places and of countries share.
extension PageWriter {
  func article(_ anchor: String, _ heading: String, _ body: String) -> String {
    "<article class=\"sheet\" id=\"\(anchor)\" aria-labelledby=\"\(anchor)-h\"><h3 id=\"\(anchor)-h\">\(Html.escape(heading))</h3>\(body)</article>"
  }

  var shown: [String] { BriefText.postures(theatre) }

  func people(_ number: Int) -> String {
    number > 0 ? "\(Words.people(number)) people" : "population unknown"
  }

  func siren(_ subject: FigureSubject, _ threat: String, _ posture: String) -> Figure? {
    ladder.reaches(subject, threat, posture)
      ? ladder.figure(subject, TacticalFigures.warning, threat, posture, .inTime) : nil
  }

  /// Of 100 people, those who have time to be there.
  mutating func peopleCells(
    _ place: Theatre.Place, _ threat: String, _ refuges: [Statistic], _ posture: String
  ) -> String {
    guard ladder.reaches(place.subject, threat, posture) else {
      return refuges.map { _ in "<td>–</td>" }.joined()
    }
    var cells = ""
    for refuge in refuges {
      cells += cell(
        place.subject, TacticalFigures.warning, threat, posture, refuge, BriefText.hundred)
    }
    return cells
  }

  /// The share with the siren first under each posture, then the change that leads.
  mutating func sirenCells(
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

  /// What is real and not modelled at some of the places.
  func notModelled(_ places: [Theatre.Place]) -> String {
    let missing = theatre.leftOut.filter { places.contains(where: $0.concerns) }
    guard !missing.isEmpty else { return "" }
    let list = missing.map { "<li>\(Html.escape($0.words))</li>" }.joined()
    return "<h4>Not modelled here</h4><ul class=\"missing\">\(list)</ul>"
  }
}
