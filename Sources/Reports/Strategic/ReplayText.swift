public import Findings
internal import Kernels
internal import Quantities

/// Replays as plain text for a terminal.
public struct ReplayText: Sendable {
  public let text: String

  /// - Parameter top: moments told of each episode, those first that moved most.
  public init(_ strategic: Results.Strategic, top: Int, isHindsight: Bool = false) {
    var out =
      "\(strategic.rows) rows in the log, \(strategic.echoes.count) groups of one origin; "
      + "\(strategic.analysts) analysts\n"
    out +=
      isHindsight
      ? "With hindsight: rows count from the event, whenever they were told.\n"
      : "A row counts from the last day of its publication.\n"
    for episode in strategic.episodes {
      out += ReplayText.episode(episode, strategic, top)
    }
    out += ReplayText.trades(strategic)
    self.text = out + "\n\(strategic.caveat)\n"
  }

  /// `1 episode that ended in an attack is`.
  static func cases(_ strategic: Results.Strategic) -> String {
    let cases = strategic.episodes.count(where: \.endsInAttack)
    return
      "\(Words.count(cases, "episode", "episodes")) that ended in an attack \(cases == 1 ? "is" : "are")"
  }

  private static func episode(
    _ episode: Results.Strategic.Episode, _ strategic: Results.Strategic, _ top: Int
  ) -> String {
    var out =
      "\n\(episode.title) (\(episode.id)), \(episode.start) to \(episode.end), rates of posture "
      + "\(episode.posture)\n  what it was: \(episode.purpose); \(episode.outcome)\n"
    out += "  \(episode.used) rows count, \(episode.unused) say nothing\n"
    out += "  alarm of attack: \(alarm(episode.alarm))\n"
    out += "  alarm of coercion: \(alarm(episode.coercionAlarm))\n"
    out += "  by nuclear evidence alone: \(alarm(episode.nuclearAlarm))\n"
    for rival in episode.rivals {
      out +=
        "  rival, \(rival.words) (\(Json.short(rival.threshold))): "
        + "\(rival.day.map { "\($0)" } ?? "never")\(lead(rival.lead))\n"
    }
    out +=
      "  Brier \(score(episode.scores.brier)), log \(score(episode.scores.logarithmic)); who never "
      + "looks: \(score(episode.unmoved.brier)), \(score(episode.unmoved.logarithmic))\n"
    if !episode.robustness.thinned.isEmpty {
      out += "  \(robustness(episode.robustness))\n"
    }
    out += months(episode)
    let most = episode.moments.sorted {
      (abs($1.moved[0]), $0.day, $0.family) < (abs($0.moved[0]), $1.day, $1.family)
    }
    for moment in most.prefix(top) {
      out +=
        "  \(moment.day)  odds of attack × \(digits(exponential(moment.moved[0]))), of coercion × "
        + "\(digits(exponential(moment.moved[1])))  \(moment.family): "
        + moment.rows.map { "\($0.id) \($0.claim)" }.joined(separator: "; ") + "\n"
    }
    return out
  }

  static func alarm(_ alarm: Results.Strategic.Alarm) -> String {
    let own =
      alarm.middle.map { middle in
        "; analysts one by one: P10 \(alarm.early.map { "\($0)" } ?? "never"), median \(middle), P90 "
          + "\(alarm.late.map { "\($0)" } ?? "never")"
      } ?? ""
    return
      "\(alarm.day.map { "\($0)" } ?? "never")\(lead(alarm.lead)), from \(Words.percent(alarm.threshold))"
      + "; \(Words.percent(alarm.silent)) of the analysts never\(own)"
  }

  private static func lead(_ lead: Int?) -> String {
    lead.map { $0 >= 0 ? ", \($0) days before" : ", \(-$0) days after" } ?? ""
  }

  static func robustness(_ robustness: Results.Strategic.Robustness) -> String {
    let doubled =
      "rows doubled: the alarm moves \(robustness.doubled.map { "\($0) days" } ?? "or goes")"
    let within = robustness.thinned.count { $0.map { abs($0) <= 3 } ?? false }
    let gone = robustness.thinned.count { $0 == nil }
    let furthest = robustness.thinned.compactMap { $0.map(abs) }.max() ?? 0
    return
      "\(doubled); one row in "
      + "ten left out, \(robustness.thinned.count) times: at most 3 days in \(within), furthest \(furthest) "
      + "days" + (gone > 0 ? ", comes or goes in \(gone)" : "")
  }

  /// The share of preparation at the ends of months.
  private static func months(_ episode: Results.Strategic.Episode) -> String {
    let curve = episode.curve
    let ends = curve.mean.indices.filter { day in
      day == curve.mean.count - 1
        || Day(number: episode.start.number + day + 1).day == 1
    }
    // a long episode in a dozen lines
    let step = (ends.count + 11) / 12
    return ends.enumerated().filter { ($0.offset + 1) % step == 0 || $0.offset == ends.count - 1 }
      .map {
        let day = $0.element
        return
          "  \(Day(number: episode.start.number + day))  attack \(Words.percent(curve.mean[day])) "
          + "(\(Words.percent(curve.p05[day])) to \(Words.percent(curve.p95[day]))), coercion "
          + "\(Words.percent(curve.coercion[day]))\n"
      }.joined()
  }

  private static func trades(_ strategic: Results.Strategic) -> String {
    guard !strategic.heldOut.isEmpty else { return "" }
    var out = "\nA threshold chosen by the other episodes\n"
    for held in strategic.heldOut {
      out +=
        "  \(held.method), \(held.episode) left out: from \(digits(held.threshold)), alarm "
        + "\(held.alarm.map { "\($0)" } ?? "never")\(lead(held.lead))\n"
    }
    return out
  }

  /// A score to three digits after the point.
  static func score(_ value: Double) -> String {
    value < 0.0005 ? "<\u{a0}0.001" : Json.short((value * 1_000).rounded() / 1_000)
  }

  /// Three digits.
  static func digits(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let step = Words.decade(abs(value)) / 100
    return Json.short((value / step).rounded() * step)
  }
}
