internal import Findings
internal import GRDB
internal import Quantities
internal import Reports
internal import Scenarios
internal import Theatre

/// Queries that read as tables and layers: figures with everything that belongs to them, and a map of the main result for each
/// class of threat.
struct ResultViews {
  let package: GeoPackageWriter
  let results: Results
  let theatre: Theatre
  let layers: [Features]

  func write() throws {
    try figures()
    try summary()
    try drivers()
    let classes = Set(
      results.figures.lazy.compactMap { figure -> String? in
        figure.id.quantity.isKind(of: TacticalFigures.warning) ? figure.id.threat : nil
      })
    let known = theatre.practice.map(\.threat).filter(classes.contains)
    for threat in known + ["any"] { try warning(threat) }
    try lowLevel()
  }

  private func figures() throws {
    try package.add(
      view: "figures", "Every figure of the run.",
      [
        .init("fid", .integer, "Number of the row."),
        .init("id", .text, "The id that briefing and explain use."),
        .init("rung", .text, "tactical or strategic."),
        .init("place", .text, "Place, country, district, region, alliance or episode."),
        .init("quantity", .text, "What it is of; vedette schema results says it in a sentence."),
        .init(
          "class", .text, "Class of threat, formation, purpose or trial; empty for all threats."),
        .init("before", .text, "The earlier posture of a change; empty where none is told."),
        .init("posture", .text, "The posture, or the later one of a change."),
        .init("statistic", .text, "What is told of it: see the table statistics."),
        .init("value", .real, "The number; empty where state is not told."),
        .init("unit", .text, "s, h, d, km, share (of 1) or empty for a count."),
        .init(
          "error_low", .real,
          "Lower end of the computing error's 95 % interval; no spread of draws."),
        .init("error_high", .real, "Upper end of it."), .init("n", .integer, "Draws it rests on."),
        .init("state", .text, "told, never, out-of-reach or not-in-both: why there is no value."),
        .init("status", .text, "Whether its postures were reported, assessed or are a what-if."),
      ],
      """
      SELECT v.fid AS fid,
        q.rung || '/' || w.word || '/' || q.name || coalesce('.' || c.word, '') || '/'
          || coalesce(b.word || '~', '') || a.word || '/' || t.name AS id,
        q.rung AS rung, w.word AS place, q.name AS quantity, c.word AS class, b.word AS before,
        a.word AS posture, t.name AS statistic, v.value AS value,
        CASE WHEN t.is_share THEN 'share' ELSE q.unit END AS unit,
        coalesce(v.error_low, v.value - v.error) AS error_low,
        coalesce(v.error_high, v.value + v.error) AS error_high, coalesce(v.n, s.n) AS n,
        CASE WHEN v.value IS NOT NULL THEN 'told' WHEN coalesce(v.n, s.n) > 0 THEN 'never'
          WHEN s.before IS NOT NULL THEN 'not-in-both' ELSE 'out-of-reach' END AS state,
        CASE WHEN 'what-if' IN (pa.status, pb.status) THEN 'what-if'
          WHEN 'assessed' IN (pa.status, pb.status) THEN 'assessed'
          ELSE coalesce(pa.status, pb.status) END AS status
      FROM figure_values v JOIN series s ON s.fid = v.fid / \(FigureTables.stride)
        JOIN statistics t ON t.fid = v.fid % \(FigureTables.stride)
        JOIN quantities q ON q.fid = s.quantity JOIN words w ON w.fid = s.place
        JOIN words a ON a.fid = s.posture LEFT JOIN words b ON b.fid = s.before
        LEFT JOIN words c ON c.fid = s.class LEFT JOIN postures pa ON pa.id = a.word
        LEFT JOIN postures pb ON pb.id = b.word
      """)
  }

  private func drivers() throws {
    try package.add(
      view: "drivers", "An input that a warning hangs on, ten at most for each.",
      [
        .init("fid", .integer, "Number of the row."),
        .init("place", .text, "What the warning is of."),
        .init("class", .text, "Class of threat; any: all classes together."),
        .init("posture", .text, "Id of the posture."), .init("rank", .integer, "1 drives it most."),
        .init("input", .text, "Address of the input."),
        .init(
          "share", .real, "Share of the warning's variance that a straight line in it explains."),
        .init("n", .integer, "Draws over which it was looked at."),
        .init("unsourced", .integer, "1 where every claim of it cites nobody."),
      ],
      """
      SELECT d.fid AS fid, d.place AS place, d.class AS class, d.posture AS posture, d.rank AS rank,
        i.address AS input, d.share AS share, d.n AS n, i.unsourced AS unsourced
      FROM leading_inputs d JOIN inputs i ON i.fid = d.input
      """)
  }

  /// What summary.csv has.
  private func summary() throws {
    let columns = SummarySheet.columns
    let own = columns.map { column in
      switch column.name {
      case "name", "country", "district", "population", "latitude", "longitude":
        "p.\(column.name) AS \(column.name)"
      case "posture_title": "s.title AS posture_title"
      case "as_of", "status": "s.\(column.name) AS \(column.name)"
      case "class_words": "c.words AS class_words"
      default: "w.\(column.name) AS \(column.name)"
      }
    }
    try package.add(
      view: "summary", "One place, one class of threat, one posture, as summary.csv has it.",
      [.init("fid", .integer, "Number of the row.")] + columns,
      """
      SELECT w.fid AS fid, \(own.joined(separator: ", ")) FROM warnings w
        JOIN places p ON p.id = w.place JOIN postures s ON s.id = w.posture
        JOIN classes c ON c.id = w.class
      """)
  }

  // MARK: the main result as a map

  private static let steps: [(low: Double, high: Double, words: String, fill: String)] = [
    (0, 20, "siren first in fewer than 20 of 100", "#49006a"), (20, 40, "20 to 39", "#ae017e"),
    (40, 60, "40 to 59", "#f768a1"), (60, 80, "60 to 79", "#fcc5c0"),
    (80, 100, "80 and more", "#fff7f3"),
  ]

  /// Places with what the headline's two postures leave of one class.
  private func warning(_ threat: String) throws {
    let headline = theatre.headline
    let (before, after) = (headline.before.value, headline.after.value)
    let told = [
      ("siren_first", "_pct", "of 100 attacks that reach it, those whose alert comes first"),
      ("siren_late", "_pct", "those whose alert comes only after the arrival"),
      ("no_alert", "_pct", "those without any alert"),
      ("out_of_reach", "_pct", "of 100 draws, those in which nothing of the class reaches"),
      ("warning_median", "_s", "median from the alert to the first arrival, s"),
    ]
    var columns: [Sheet.Column] = [
      .init("OGC_FID", .integer, "Number of the row."), .init("place", .text, "Id of the place."),
      .init("name", .text, "Its name."), .init("country", .text, "Two-letter code."),
      .init("population", .integer, "People; empty where nobody says."),
      .init("before", .text, "Id of the earlier posture."),
      .init("after", .text, "Id of the later one."),
      .init("after_status", .text, "Whether the later one was reported, assessed or is a what-if."),
    ]
    var selected: [String] = []
    for (name, unit, words) in told {
      for (side, alias) in [("before", "b"), ("after", "a")] {
        columns.append(.init("\(name)_\(side)\(unit)", .real, "\(side): \(words)."))
        selected.append("\(alias).\(name)\(unit) AS \(name)_\(side)\(unit)")
      }
      columns.append(.init("\(name)_change", .real, "After minus before."))
      selected.append("a.\(name)\(unit) - b.\(name)\(unit) AS \(name)_change")
    }
    for (side, alias) in [("before", "b"), ("after", "a")] {
      columns.append(.init("state_\(side)", .text, "\(side): told, never or out-of-reach."))
      selected.append("\(alias).state AS state_\(side)")
    }
    let name = "warning_" + threat.replacing("-", with: "_")
    try package.add(
      view: name,
      "Warning of \(threat == "any" ? "whatever leaves least" : threat) at each place, \(before) and \(after).",
      columns,
      """
      SELECT p.fid AS OGC_FID, p.geom AS geom, p.id AS place, p.name AS name, p.country AS country,
        p.population AS population, \(literal(before)) AS before, \(literal(after)) AS after,
        (SELECT status FROM postures WHERE id = \(literal(after))) AS after_status, \(selected.joined(separator: ", "))
      FROM places p
        LEFT JOIN warnings b ON b.place = p.id AND b.class = \(literal(threat)) AND b.posture = \(literal(before))
        LEFT JOIN warnings a ON a.place = p.id AND a.class = \(literal(threat)) AND a.posture = \(literal(after))
      """, .point, style: Qml.points(number: "siren_first_after_pct", ResultViews.steps),
      bounds: layers.first { $0.sheet.name == "places" }?.geometries ?? [])
  }

  /// Hexagons with what low approaches leave, class by class.
  private func lowLevel() throws {
    guard let low = results.annex(Results.LowLevel.self) else { return }
    let headline = theatre.headline
    for threat in Set(low.maps.map(\.threat)).sorted() {
      try package.add(
        view: "low_" + threat.replacing("-", with: "_"),
        "What low approaches of \(threat) leave, \(headline.before.value) and \(headline.after.value); whole minutes, −1: arrival before any alert.",
        [
          .init("OGC_FID", .integer, "Number of the row."),
          .init("hexagon", .text, "Id of the hexagon."),
          .init("country", .text, "Two-letter code."),
          .init("people", .integer, "People of the towns in it."),
          .init("least_before", .integer, "Before, pessimistic end, public sensors only."),
          .init("least_after", .integer, "After, pessimistic end, public sensors only."),
          .init("most_before", .integer, "Before, optimistic end, public sensors only."),
          .init("most_after", .integer, "After, optimistic end, public sensors only."),
          .init("words", .text, "least_after in steps, for a legend."),
        ],
        """
        SELECT h.fid AS OGC_FID, h.geom AS geom, h.hexagon AS hexagon, h.country AS country,
          h.people AS people, b.darkest AS least_before, a.darkest AS least_after,
          b.brightest AS most_before, a.brightest AS most_after,
          \(LowLevelStyle.words(of: "a.darkest")) AS words
        FROM hexagons h
          LEFT JOIN hexagon_minutes b ON b.hexagon = h.hexagon AND b.class = \(literal(threat)) AND b.posture = \(literal(headline.before.value))
          LEFT JOIN hexagon_minutes a ON a.hexagon = h.hexagon AND a.class = \(literal(threat)) AND a.posture = \(literal(headline.after.value))
        """, .polygon, style: LowLevelStyle.minutes,
        bounds: layers.first { $0.sheet.name == "hexagons" }?.geometries ?? [])
    }
  }
}

/// A text in SQL.
private func literal(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
