internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Warnings

/// Days and weeks: strategic warning before and after, then the episodes replayed.
extension PageWriter {
  mutating func strategic() -> String {
    guard let strategic = results.strategic else { return "" }
    return Html.section(
      "strategic", "Days and weeks: what could have been known, and when",
      postureEffect() + rungs() + strategic.stories.suffix(1).map { story($0, strategic) }.joined()
        + replays(strategic) + trades(strategic) + movers(strategic) + hypotheses(strategic))
  }

  private func strategicFigure(
    _ quantity: String, _ posture: String, _ statistic: String
  ) -> Figure? {
    ladder.figure(id: "strategic/region/\(quantity)/\(posture)/\(statistic)")
  }

  private mutating func strategicCell(
    _ quantity: String, _ posture: String, _ statistic: String, _ words: (Figure?) -> String
  ) -> String {
    let figure = strategicFigure(quantity, posture, statistic)
    return printer.cell(figure, words(figure))
  }

  // MARK: postures

  private mutating func postureEffect() -> String {
    var rows = ""
    for posture in compared {
      rows += "<tr><th scope=\"row\">\(postureMark(posture))</th>"
      for purpose in ["attack", "coercion"] {
        rows += strategicCell("warning.\(purpose)", posture, "no-alert", Words.share)
        for statistic in ["p10", "median", "p90"] {
          rows += strategicCell("warning.\(purpose)", posture, statistic, Words.days)
        }
      }
      rows +=
        strategicCell("preparation.attack", posture, "median", Words.days)
        + strategicCell("false-alarm.exercise", posture, "share", Words.share)
        + strategicCell("false-alarm.routine", posture, "share", Words.share)
        + "<td>\(printer.note(strategicFigure("warning.attack", posture, "median")))</td></tr>"
    }
    return "<p>\(postureSentence())</p>"
      + Html.table(
        "Strategic warning: from the alarm to what is prepared, in made-up histories",
        [
          "Posture", "Attack: no alarm", "P10", "Median", "P90", "Coercion: no alarm", "P10",
          "Median", "P90", "Preparation, median", "False alarm in an exercise",
          "In a quiet year", "Note",
        ], "<tbody>\(rows)</tbody>", isKept: true)
      + "<p class=\"note\">Each draw makes up weeks of routine and then a preparation; happenings are "
      + "reported or not, and an analyst who knows the posture's rates, and reads every feed to the end, "
      + "raises the alarm when it is worth its cost. Nobody reads every feed: these are upper bounds. The "
      + "purpose of the other side has no place, so that the numbers hold for the whole region. All rates "
      + "and durations are judgements of the scenario; those of 2026 put into numbers what the article "
      + "claims.</p>"
  }

  /// The strategic rung among the key judgements.
  mutating func strategicJudgement() -> String? {
    guard let strategic = results.strategic else { return nil }
    let positive = strategic.episodes.filter(\.endsInAttack)
    let replayed = positive.map { episode in
      "\(Html.escape(episode.title)): "
        + (episode.alarm.day.map {
          "alarm on \($0)\(episode.alarm.lead.map { ", \($0) days before" } ?? "")"
        }
          ?? "no alarm")
    }
    let quiet = strategic.episodes.filter { !$0.endsInAttack }
    let rung = quiet.count { $0.alarm.day != nil }
    return postureSentence()
      + (positive.isEmpty
        ? ""
        : " Replayed with what was known, \(Words.list(replayed)); a false alarm in "
          + "\(rung) of \(quiet.count) other episodes. One case is not a validation.")
      + " <a href=\"#strategic\">Days and weeks</a>."
  }

  /// What the headline's change takes, and which part of it.
  private mutating func postureSentence() -> String {
    let pair = compared.joined(separator: "~")
    func change(_ quantity: String, _ statistic: String) -> String {
      let figure = strategicFigure(quantity, pair, statistic)
      return printer.span(figure, Words.daysChange(figure))
    }
    func points(_ quantity: String, _ statistic: String) -> String {
      let figure = strategicFigure(quantity, pair, statistic)
      return printer.span(figure, Words.points(figure))
    }
    return
      "Strategic warning of an attack, \(Html.escape(compared[0])) to \(Html.escape(compared[1])): no alarm at all "
      + "\(points("warning.attack", "shift-no-alert")), median \(change("warning.attack", "shift-median")). "
      + "Of the change of the median, \(change("part-of-change.attack", "shorter-preparation")) is that "
      + "preparations are shorter, and \(change("part-of-change.attack", "blinder-indicators")) that what is "
      + "there for good says less when it is seen."
  }

  // MARK: three rungs

  /// The rungs of the places named first, one under the other.
  private mutating func rungs() -> String {
    guard !leading.isEmpty else { return "" }
    var body = ""
    for place in theatre.focus {
      body += "<tbody><tr><th colspan=\"6\" scope=\"rowgroup\">\(Html.escape(place.name))</th></tr>"
      for posture in compared {
        body += "<tr><td>strategic: attack</td><td>\(postureMark(posture))</td>"
        body += strategicCell("warning.attack", posture, "no-alert", Words.share)
        for statistic in ["p10", "median", "p90"] {
          body += strategicCell("warning.attack", posture, statistic, Words.days)
        }
        body += "</tr>"
      }
      body +=
        "<tr><td>operational</td><td colspan=\"5\">forces on road and rail: not modelled in this version</td></tr>"
      for posture in compared {
        body += "<tr><td>tactical: \(leading)</td><td>\(postureMark(posture))</td>"
        guard ladder.reaches(place.id, leading, posture) else {
          body += "<td colspan=\"4\">out of reach in most draws</td></tr>"
          continue
        }
        body += cell(place.id, "warning", leading, posture, "no-alert", Words.share)
        for statistic in ["p10", "median", "p90"] {
          body += cell(place.id, "warning", leading, posture, statistic, Words.time)
        }
        body += "</tr>"
      }
      body += "</tbody>"
    }
    return Html.table(
      "The ladder of the places named first: weeks, hours, minutes",
      ["Rung", "Posture", "No alarm or alert", "P10", "Median", "P90"], body)
  }

  // MARK: one draw

  private mutating func story(
    _ story: Results.Strategic.Story, _ strategic: Results.Strategic
  ) -> String {
    let picture = StoryPicture(
      story, titles: strategic.families, colour: colour(story.posture))
    let words =
      "First preparation on day 0, "
      + (story.alarm.map { "alarm on day \($0), \(story.attack - $0) days before the attack" }
        ?? "no alarm") + ", attack on day \(story.attack)."
      + (story.minutes.map { minutes in
        " Then \(minutes.threat) against \(minutes.place): "
          + minutes.marks.sorted { ($0.seconds, $0.name) < ($1.seconds, $1.name) }.map {
            "\($0.name) \(Words.time($0.seconds))"
          }.joined(separator: ", ") + "."
      } ?? "")
    return figure(
      "story",
      picture.svg(id: "story", title: "One draw, from first preparation to arrival", text: words),
      "One draw of \(results.draws * results.replicates) under \(Html.escape(story.posture)), the one whose warning is "
        + "nearest the median: dots are families of which something was reported, the line is what the "
        + "analyst thinks of it. \(Html.escape(words)) It is a story, not a forecast.")
  }

  // MARK: replays

  private mutating func replays(_ strategic: Results.Strategic) -> String {
    var out =
      "<h3>Episodes replayed</h3><p><strong>\(ReplayText.caveat)</strong> The numbers were committed "
      + "before the first replay and have not moved since. A row counts from the last day of its "
      + "publication; an origin counts once, whoever repeats it; \(strategic.rows) rows stand in the log, "
      + "in \(strategic.echoes.count) groups two or more share one origin. Who thinks is "
      + "\(strategic.analysts) analysts, each with rates of his own.</p>"
    out += replayTable(strategic)
    for episode in strategic.episodes {
      let picture = PosteriorPicture(episode, colour: colour(episode.posture))
      let words =
        "The share of preparation of an attack ends at "
        + "\(Words.percent(episode.curve.mean.last ?? 0)); alarm \(episode.alarm.day.map { "\($0)" } ?? "never")."
      out += figure(
        "replay-\(episode.id)",
        picture.svg(id: "replay-\(episode.id)", title: episode.title, text: words),
        "<strong>\(Html.escape(episode.title))</strong>, rates of \(Html.escape(episode.posture)): \(Html.escape(episode.outcome)). "
          + Html.escape(words))
    }
    return out
      + "<p class=\"note\">Log-odds upward. Thick line: preparation of an attack, mean over the analysts; "
      + "bands: half and nine in ten of them; dashes: coercion; dots: the look back, once the whole "
      + "episode is known; red line across: the share from which an alarm is worth its cost.</p>"
  }

  private mutating func replayTable(_ strategic: Results.Strategic) -> String {
    var rows = ""
    for episode in strategic.episodes {
      func figure(_ quantity: String, _ statistic: String) -> Figure? {
        ladder.figure(id: "strategic/\(episode.id)/\(quantity)/\(episode.posture)/\(statistic)")
      }
      func alarm(_ name: String, _ alarm: Results.Strategic.Alarm) -> String {
        guard let day = alarm.day else { return "never" }
        guard let lead = alarm.lead else { return "\(day)" }
        return
          "\(day), \(printer.span(figure("replay-lead.\(name)", "of-the-mean"), lead >= 0 ? "\(lead) d before" : "\(-lead) d after"))"
      }
      let silent = figure("replay-never.attack", "share")
      let brier = figure("replay-score", "brier")
      rows +=
        "<tr><th scope=\"row\">\(Html.escape(episode.title))<br><small>\(episode.start) to \(episode.end), \(episode.used) rows</small></th>"
        + "<td>\(Html.escape(episode.purpose))</td><td>\(alarm("attack", episode.alarm))</td>"
        + printer.cell(silent, Words.percent(episode.alarm.silent))
        + "<td>\(alarm("coercion", episode.coercionAlarm))</td>"
        + "<td>\(alarm("nuclear", episode.nuclearAlarm))</td>"
      for rival in episode.rivals {
        rows +=
          "<td>\(rival.day.map { "\($0)" } ?? "never")\(rival.lead.map { ", \($0) d" } ?? "")</td>"
      }
      rows +=
        printer.cell(brier, ReplayText.score(episode.scores.brier))
        + "<td>\(ReplayText.score(episode.unmoved.brier))</td></tr>"
    }
    let robust = strategic.episodes.filter(\.endsInAttack).map {
      "\(Html.escape($0.title)): \(ReplayText.robustness($0.robustness))."
    }
    let held = strategic.heldOut.filter { held in
      held.method == "filter"
        && strategic.episodes.contains { $0.id == held.episode && $0.endsInAttack }
    }.map { held in
      "With the threshold that the other episodes choose (\(Words.percent(held.threshold))) the alarm "
        + "of \(Html.escape(held.episode)) is \(held.alarm.map { "on \($0)" } ?? "never raised")\(held.lead.map { ", \($0) days before" } ?? "")."
    }
    return Html.table(
      "Alarms and scores",
      [
        "Episode", "What it was", "Alarm of attack", "Analysts without it", "Alarm of coercion",
        "By nuclear evidence alone", "Rival: CUSUM", "Rival: men reported", "Brier",
        "Who never looks",
      ], "<tbody>\(rows)</tbody>", style: "wordy")
      + "<p class=\"note\">Brier: mean square of the daily share of preparation against what became of "
      + "the episode; 0 is best. \((robust + held).joined(separator: " "))</p>"
  }

  // MARK: false alarms

  private mutating func trades(_ strategic: Results.Strategic) -> String {
    let styles = [
      ("filter", "the filter, by its share", "var(--accent)", ""),
      ("cusum", "CUSUM of reports a week", "var(--gain)", "5 3"),
      ("troops", "so many men reported", "var(--soft)", "1.5 2.5"),
    ]
    let methods = styles.map { name, words, colour, dash in
      TradePicture.Method(
        words: words, colour: colour, dash: dash,
        points: strategic.trades.filter { $0.method == name }.map {
          ($0.falseDays, $0.leads.compactMap(\.self).first)
        })
    }
    guard methods.contains(where: { $0.points.contains { $0.lead != nil } }) else { return "" }
    let quiet = methods.map { method in
      method.points.filter { $0.falseDays == 0 }.compactMap(\.lead).max()
    }
    let best = zip(methods, quiet).map { "\($0.words) \($1.map { "\($0) days" } ?? "none")" }
    let rivals = zip(methods, quiet).dropFirst().filter { $1 ?? 0 > quiet[0] ?? 0 }.map(\.0.words)
    let words =
      "Longest lead without a day of false alarm in the episodes here: \(Words.list(best))."
      + (rivals.isEmpty
        ? "" : " A simpler rule does better on them than the filter: \(Words.list(rivals)).")
    return figure(
      "trade",
      TradePicture(methods: methods).svg(
        id: "trade", title: "Lead time against false alarms", text: words),
      "Lead time against days of false alarm, threshold by threshold, over the episodes here. \(Html.escape(words)) "
        + "One attack decides the height of every point.")
  }

  // MARK: evidence

  /// The rows that moved the positive episode most.
  private func movers(_ strategic: Results.Strategic) -> String {
    guard let episode = strategic.episodes.first(where: \.endsInAttack) else { return "" }
    let most = episode.moments.sorted {
      (abs($1.moved[0]), $0.day, $0.family) < (abs($0.moved[0]), $1.day, $1.family)
    }.prefix(12)
    let rows = most.map { moment in
      "<tr><td class=\"day\">\(moment.day)</td><td>\(Html.escape(strategic.families[moment.family] ?? moment.family))</td>"
        + "<td>\(moment.rows.map(row).joined(separator: "<br>"))</td>"
        + "<td>\(factor(moment.moved[0]))</td><td>\(factor(moment.moved[1]))</td></tr>"
    }
    return Html.table(
      "\(episode.title): what moved it most, at the likely values of all rates",
      ["Known on", "Family", "Rows", "Odds of attack", "Odds of coercion"],
      "<tbody>\(rows.joined())</tbody>", style: "wordy")
  }

  private func row(_ row: Results.Strategic.Row) -> String {
    let page =
      row.link.hasPrefix("https://") || row.link.hasPrefix("http://")
      ? "<a href=\"\(Html.escape(row.link))\">\(Html.escape(row.title))</a>"
      : Html.escape(row.title)
    return "\(Html.escape(row.id)) (\(row.grade)) \(Html.escape(row.claim)) <small>\(page)</small>"
  }

  private func factor(_ nats: Double) -> String {
    "× \(ReplayText.digits((exponential(nats) * 100).rounded() / 100))"
  }

  /// Analysis of competing hypotheses: evidence against purposes, by how far it sets them apart.
  private func hypotheses(_ strategic: Results.Strategic) -> String {
    guard let episode = strategic.episodes.first(where: \.endsInAttack) else { return "" }
    let most = episode.moments.sorted {
      (($1.diagnosticity * 100).rounded(), abs($1.moved[0]), $0.day, $0.family)
        < (($0.diagnosticity * 100).rounded(), abs($0.moved[0]), $1.day, $1.family)
    }.prefix(15)
    var rows = most.map { moment in
      "<tr><td class=\"day\">\(moment.day)</td><th scope=\"row\">\(moment.rows.map { Html.escape("\($0.id) \($0.claim)") }.joined(separator: "; "))</th>"
        + moment.says.map { "<td>\(PageWriter.sign($0))</td>" }.joined()
        + "<td>\(factor(moment.diagnosticity))</td></tr>"
    }
    let against = strategic.purposes.indices.map { purpose in
      episode.moments.reduce(0) { $0 + min(0, $1.says[purpose]) }
    }
    rows.append(
      "<tr><td></td><th scope=\"row\">All \(episode.moments.count) together: what speaks against</th>"
        + against.map {
          "<td>\(ReplayText.digits(($0 * 10).rounded() / 10).replacing("-", with: "−"))</td>"
        }
        .joined() + "<td></td></tr>")
    return Html.table(
      "\(episode.title): competing hypotheses, the most diagnostic evidence first",
      ["Known on", "Evidence"] + strategic.purposes.map { Words.capital($0) } + ["Diagnosticity"],
      "<tbody>\(rows.joined())</tbody>", style: "wordy")
      + "<p class=\"note\">++ and −−: at least a factor 3 for or against, beside the mean of all purposes; "
      + "+ and −: at least 1.5; 0: less. Diagnosticity: by how much it sets the farthest two apart; the scenario holds it at a cap, where the rows "
      + "that moved most stand first. The "
      + "last row adds up, in nats, what speaks against each: the least burdened hypothesis stands "
      + "best, before any prior.</p>"
  }

  /// How a purpose fares with one piece of evidence.
  private static func sign(_ nats: Double) -> String {
    switch nats {
    case 1.0986...: "++"
    case 0.4055...: "+"
    case ...(-1.0986): "−−"
    case ...(-0.4055): "−"
    default: "0"
    }
  }
}
