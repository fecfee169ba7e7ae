internal import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre

/// Episodes replayed: what was thought of them day by day, false alarms, and the evidence.
extension PageWriter {
  // MARK: replays

  mutating func replays(_ strategic: Results.Strategic) -> String {
    var out =
      "<h3>Episodes replayed</h3><p><strong>\(strategic.caveat)</strong> A row counts from the last day of its "
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
        picture.picture(id: "replay-\(episode.id)", title: episode.title, text: words),
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
      func figure(
        _ quantity: FigureQuantity, _ threat: String?, _ statistic: Statistic
      ) -> Figure? {
        ladder.figure(.episode(episode.id), quantity, threat, episode.posture, statistic)
      }
      func alarm(_ name: String, _ alarm: Results.Strategic.Alarm) -> String {
        guard let day = alarm.day else { return "never" }
        guard let lead = alarm.lead else { return "\(day)" }
        return
          "\(day), \(printer.span(figure(StrategicFigures.replayLead, name, StrategicFigures.ofTheMean), lead >= 0 ? "\(lead) d before" : "\(-lead) d after"))"
      }
      let silent = figure(StrategicFigures.replayNever, "attack", .share)
      let brier = figure(StrategicFigures.replayScore, nil, StrategicFigures.brier)
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

  mutating func trades(_ strategic: Results.Strategic) -> String {
    let styles = [
      ("filter", "the filter, by its share", "var(--accent)", ""),
      ("cusum", "CUSUM of reports a week", "var(--gain)", "5 3"),
      ("troops", "so many men reported", "var(--soft)", "1.5 2.5"),
    ]
    let methods = styles.map { name, words, colour, dash in
      TradePicture.Method(
        line: KeyedLine(words: words, colour: colour, dash: dash),
        points: strategic.trades.filter { $0.method == name }.map {
          ($0.falseDays, $0.leads.compactMap(\.self).first)
        })
    }
    guard methods.contains(where: { $0.points.contains { $0.lead != nil } }) else { return "" }
    let quiet = methods.map { method in
      method.points.filter { $0.falseDays == 0 }.compactMap(\.lead).max()
    }
    let best = zip(methods, quiet).map { "\($0.line.words) \($1.map { "\($0) days" } ?? "none")" }
    let rivals = zip(methods, quiet).dropFirst().filter { $1 ?? 0 > quiet[0] ?? 0 }
      .map(\.0.line.words)
    let words =
      "Longest lead without a day of false alarm in the episodes here: \(Words.list(best))."
      + (rivals.isEmpty
        ? "" : " A simpler rule does better on them than the filter: \(Words.list(rivals)).")
    return figure(
      TradePicture(methods: methods).picture(
        id: "trade", title: "Lead time against false alarms", text: words),
      "Lead time against days of false alarm, threshold by threshold, over the episodes here. \(Html.escape(words)) "
        + "One attack decides the height of every point.")
  }

  // MARK: evidence

  /// The rows that moved the positive episode most.
  func movers(_ strategic: Results.Strategic) -> String {
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
  func hypotheses(_ strategic: Results.Strategic) -> String {
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
