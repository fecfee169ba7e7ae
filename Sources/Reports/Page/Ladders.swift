internal import Quantities
internal import Theatre
internal import Warnings

/// Every place and district, by country, in the order that was asked for.
extension PageWriter {
  /// Postures whose rows read the same stand in one row.
  private struct Row {
    var postures: [String]
    var words: [String]
    var cells: [String]
    let note: String

    mutating func adopt(_ other: (words: String, cell: String), _ column: Int) {
      (words[column], cells[column]) = other
    }
  }

  /// Whether two rows read the same; what is not known of one of them does not part them.
  private static func read(_ a: [String], as b: [String]) -> Bool {
    zip(a, b).enumerated().allSatisfy { index, both in
      both.0 == both.1 || (index == worst && (both.0 == "–" || both.1 == "–"))
    }
  }

  /// The column of the worst case.
  private static let worst = columns.firstIndex { $0.quantity == "worst-warning" }!

  private mutating func worst(
    _ place: String, _ threat: String, _ posture: Theatre.Posture
  ) -> (words: String, cell: String) {
    let figure = ladder.figure(place, "worst-warning", threat, posture.id, "median")
    let words = Words.time(figure)
    return (words, printer.cell(figure, words))
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
        body += group(region.id, what, isRegion: true)
      }
      for place in ordered(regions[country]!.first { $0.isCountry }!.places) {
        body += group(
          place.id,
          "\(place.name), \(place.district)"
            + (place.population > 0 ? ", \(Words.grouped(place.population)) people" : ""),
          isRegion: false)
      }
      out +=
        "<h3>\(Html.escape(BaseMap.name(of: country, in: theatre)))</h3>"
        + Html.table(
          "Warning in \(BaseMap.name(of: country, in: theatre))",
          [
            "Threat", "Postures", "No alert", "Enough", "At night", "P10", "Median", "P90",
            "Worst case, median", "Flight", "Decided by", "Note",
          ], body, style: "ladder")
    }
    return Html.section(
      "ladders", "Every place",
      out
        + "<p class=\"note\">No alert: share of arrivals nobody is told of. Enough: share of people "
        + "who are sheltered in time, draws and people together, by day; at night: the same people "
        + "asleep. Worst case: the other side takes the worst of its launch points and heights in "
        + "every draw; of the headline's postures among those of the row, where enough draws are reached. "
        + "Decided by: the threat that leaves "
        + "least, and how often. Places that no threat reaches in most draws have no rows.</p>")
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
        guard ladder.reaches(place.id, leading, compared[1]) else { return .infinity }
        let figure = ladder.figure(place.id, "warning", leading, compared[1], "p10")
        return figure?.estimate.value ?? -.infinity
      case .loss: return -judgements.change(place.id, leading, headline).loss
      case .population: return -Double(place.population)
      case .name: return 0
      }
    }
    return places.map { (key($0), $0) }.sorted {
      ($0.0, $0.1.name, $0.1.id) < ($1.0, $1.1.name, $1.1.id)
    }
    .map(\.1)
  }

  private mutating func group(_ place: String, _ heading: String, isRegion: Bool) -> String {
    var out =
      "<tbody><tr><th colspan=\"12\" scope=\"rowgroup\"\(isRegion ? " class=\"region\"" : "")>"
      + "\(Html.escape(heading))</th></tr>"
    var isEmpty = true
    for threat in classes {
      var rows: [Row] = []
      for posture in theatre.postures where ladder.reaches(place, threat, posture.id) {
        // the same words under the next posture: one row for both, with the first one's figures
        let words = words(place, threat, posture)
        if let last = rows.last, PageWriter.read(last.words, as: words) {
          rows[rows.count - 1].postures.append(posture.id)
          // the worst case is not known of every posture
          if last.words[PageWriter.worst] == "–", words[PageWriter.worst] != "–" {
            rows[rows.count - 1].adopt(worst(place, threat, posture), PageWriter.worst)
          }
        } else {
          rows.append(row(place, threat, posture, words))
        }
      }
      isEmpty = isEmpty && rows.isEmpty
      for row in rows {
        out += print(row, threat)
      }
    }
    if isEmpty {
      out += "<tr><td colspan=\"12\">out of reach of everything in most draws</td></tr>"
    }
    return out + "</tbody>"
  }

  /// Draws below which a worst case is not printed.
  private static let leastDraws = 64

  /// Whether the scenario says anything of nights.
  private var hasNights: Bool {
    theatre.bibliography.laws.keys.contains { $0.description.hasSuffix("_night") }
  }

  /// What a row prints, in order.
  private static let columns: [(quantity: String, statistic: String, isShare: Bool)] = [
    ("warning", "no-alert", true), ("warning", "enough", true),
    ("warning", "enough-at-night", true), ("warning", "p10", false), ("warning", "median", false),
    ("warning", "p90", false), ("worst-warning", "median", false), ("flight", "median", false),
  ]

  private func words(
    _ place: String, _ threat: String, _ posture: Theatre.Posture
  ) -> [String] {
    PageWriter.columns.map { column in
      let figure = ladder.figure(place, column.quantity, threat, posture.id, column.statistic)
      guard let figure else { return "–" }
      if column.quantity == "worst-warning", figure.draws < PageWriter.leastDraws { return "–" }
      if column.statistic == "enough-at-night", !hasNights { return "–" }
      return column.isShare ? Words.share(figure) : Words.time(figure)
    } + [
      ladder.deciding(place, threat, posture).map { "\($0.force.id) \(Words.share($0.figure))" }
        ?? "–"
    ]
  }

  private mutating func row(
    _ place: String, _ threat: String, _ posture: Theatre.Posture, _ words: [String]
  ) -> Row {
    var cells: [String] = []
    for (column, text) in zip(PageWriter.columns, words) {
      let figure = ladder.figure(place, column.quantity, threat, posture.id, column.statistic)
      cells.append(text == "–" ? "<td>–</td>" : printer.cell(figure, text))
    }
    let deciding = ladder.deciding(place, threat, posture)
    let decided =
      deciding.map {
        "\(Html.escape($0.force.id)) \(printer.span($0.figure, Words.share($0.figure)))"
      } ?? "–"
    let figure = ladder.figure(place, "warning", threat, posture.id, "p10")
    return Row(
      postures: [posture.id], words: words, cells: cells + ["<td>\(decided)</td>"],
      note: printer.note(figure))
  }

  /// Medians of the marks, place by place: the ladder in full.
  mutating func moments() -> String {
    var body = ""
    for place in theatre.places {
      let rows = classes.map { moments(of: place, $0) }.joined()
      guard !rows.isEmpty else { continue }
      body +=
        "<tbody><tr><th colspan=\"9\" scope=\"rowgroup\">\(Html.escape(place.name))</th></tr>\(rows)</tbody>"
    }
    guard !body.isEmpty else { return "" }
    return Html.section(
      "moments", "The ladder of every place",
      Html.table(
        "Medians after launch",
        ["Threat", "Posture"] + PageWriter.moments.map { Words.capital($0) } + ["Note"], body,
        style: "ladder")
        + "<p class=\"note\">Postures that read the same share a row. The payload of a "
        + "dual-capable missile is unknown before impact: 0 s of discrimination.</p>")
  }

  private mutating func moments(of place: Theatre.Place, _ threat: String) -> String {
    var rows: [Row] = []
    for posture in theatre.postures where ladder.reaches(place.id, threat, posture.id) {
      let figures = PageWriter.moments.map {
        ladder.figure(place.id, "mark-\($0)", threat, posture.id, "median")
      }
      let words = figures.map { $0?.estimate.value == nil ? "never" : Words.time($0) }
      if rows.last?.words == words {
        rows[rows.count - 1].postures.append(posture.id)
      } else {
        rows.append(
          Row(
            postures: [posture.id], words: words,
            cells: zip(figures, words).map { printer.cell($0, $1) },
            note: printer.note(figures[0])))
      }
    }
    return rows.map { print($0, threat) }.joined()
  }

  private func print(_ row: Row, _ threat: String) -> String {
    let marks = row.postures.map(postureMark).joined(separator: " ")
    return "<tr><td>\(threat)</td><td>\(marks)</td>\(row.cells.joined())<td>\(row.note)</td></tr>"
  }
}
