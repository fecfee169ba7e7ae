internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What would buy warning back: levers beside what is assumed today, each alone.
extension PageWriter {
  mutating func levers() -> String {
    guard let levers = Levers(ladder) else { return "" }
    let untried = levers.untried.map(\.name)
    return "<h3>What would buy warning back</h3>" + byPlace(levers) + gains(levers)
      + "<p class=\"note\">Each alone, \(Html.escape(judgements.under(levers.base))), from the same draws: what it would buy, not whether "
      + "it can be had; place by place on the sheets."
      + (untried.isEmpty
        ? ""
        : " At \(Html.escape(Words.list(untried))) none is tried: of that country alerts are known, not what comes before them.")
      + "</p>"
  }

  /// Without a lever first, then with each.
  private func rows(_ levers: Levers) -> [(words: String, posture: String)] {
    [("as assumed today", levers.base)] + theatre.levers(of: .tactical).map { ($0.words, $0.id) }
  }

  /// The leading class at the places named first.
  private mutating func byPlace(_ levers: Levers) -> String {
    let places = levers.places.filter {
      ladder.reaches($0.subject, leading, levers.base)
    }
    guard !places.isEmpty else { return "" }
    let threat = leading
    return table(
      "Of 100 attacks by \(theatre.plural(leading)), \(judgements.under(levers.base)), those with the siren before the impact",
      places.map { Html.escape($0.name) }, rows(levers)
    ) { posture in
      places.map { (levers.inTime($0, threat, posture), BriefText.hundred) }
    }
  }

  /// Class by class what each lever adds, over the places named first: people in shelter, and minutes.
  private func gains(_ levers: Levers) -> String {
    let told = classes.filter { threat in
      theatre.levers(of: .tactical).contains {
        levers.gains(threat, $0, TacticalFigures.enough) != nil
      }
    }
    guard !told.isEmpty else { return "" }
    var body = ""
    for lever in theatre.levers(of: .tactical) {
      body += "<tr><th scope=\"row\">\(Html.escape(lever.words))</th>"
      for threat in told {
        let people = levers.gains(threat, lever, TacticalFigures.enough)
        let seconds = levers.gains(threat, lever, .median)
        body +=
          "<td>\(LeverTables.people(people))<br><small>\(LeverTables.minutes(seconds))</small></td>"
      }
      body += "</tr>"
    }
    return Html.table(
      "What each adds, by threat, from the place above where it adds least to the one where it adds most: of 100 people, those in shelter by day before the arrival; beneath, minutes of median warning",
      ["Each alone"] + told.map { Html.escape(Words.capital(theatre.plural($0))) },
      "<tbody>\(body)</tbody>", style: "hundred", isKept: true)
  }

  /// A place, class by class, with people and seconds.
  mutating func byClass(_ levers: Levers, at place: Theatre.Place) -> String {
    let threat = leading
    let classes = classes.filter { ladder.reaches(place.subject, $0, levers.base) }
    let people = [TacticalFigures.enough, TacticalFigures.enoughAtNight]
    return table(
      "\(place.name), \(judgements.under(levers.base)), by threat: siren before the impact, of 100 attacks; of 100 people, those in shelter before \(theatre.plural(leading)) arrive; median warning",
      classes.map { Html.escape(Words.capital(theatre.plural($0))) }
        + ["In shelter by day", "In shelter at night, asleep", "Median, s"].map {
          "\($0)<br><small>\(Html.escape(theatre.plural(threat)))</small>"
        }, rows(levers)
    ) { posture in
      classes.map { (levers.inTime(place, $0, posture), BriefText.hundred) }
        + people.map { (levers.figure(place, threat, posture, $0), BriefText.hundred) }
        + [(levers.figure(place, threat, posture, .median), BriefText.seconds)]
    }
  }

  private mutating func table(
    _ caption: String, _ heads: [String], _ rows: [(words: String, posture: String)],
    _ cells: (String) -> [(figure: Figure?, words: (Figure?) -> String)]
  ) -> String {
    var body = ""
    for row in rows {
      body += "<tr><th scope=\"row\">\(Html.escape(row.words))</th>"
      for cell in cells(row.posture) { body += printer.cell(cell.figure, cell.words(cell.figure)) }
      body += "</tr>"
    }
    return Html.table(
      caption, ["Each alone"] + heads, "<tbody>\(body)</tbody>", style: "hundred", isKept: true)
  }
}

/// Words of tables of levers.
enum LeverTables {
  /// `+12 to +29` of 100, of shares; `0` where nothing is gained anywhere.
  static func people(_ gains: ClosedRange<Double>?) -> String {
    guard let gains else { return "–" }
    let ends = [gains.lowerBound, gains.upperBound].map { signed(($0 * 100).rounded()) }
    return ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
  }

  /// `+2.1 to +2.3 min`, of seconds.
  static func minutes(_ gains: ClosedRange<Double>?) -> String {
    guard let gains else { return "–" }
    let ends = [gains.lowerBound, gains.upperBound].map { seconds in
      let tenths = (seconds / 6).rounded() / 10
      let size = abs(tenths) < 10 ? Words.number(abs(tenths)) : Words.whole(abs(tenths))
      return tenths == 0 ? "0" : "\(tenths > 0 ? "+" : "−")\(size)"
    }
    return "\(ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])") min"
  }

  private static func signed(_ value: Double) -> String {
    value > 0 ? "+\(Words.whole(value))" : Words.whole(value)
  }
}
