internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What the change burdens people with, and what was said of it.
extension PageWriter {
  /// Alarms, early notice and chances to intercept, place by place, after the change.
  mutating func burdens() -> String {
    let posture = compared[1]
    func notice(_ figure: Figure?) -> String {
      figure.map { $0.estimate.value == nil ? "no notice" : Words.time($0) } ?? "–"
    }
    var rows = ""
    for place in theatre.places {
      guard ladder.reaches(place.subject, nil, posture) else { continue }
      let figures =
        [TacticalFigures.notice, TacticalFigures.alarmHours, TacticalFigures.alarmsInVain].map {
          ladder.figure(place.subject, $0, nil, posture, .median)
        }
        + [
          ladder.figure(
            place.subject, TacticalFigures.interceptionChances, nil, posture, .atLeastOne)
        ]
      guard let figure = figures.compactMap(\.self).first else { continue }
      rows +=
        "<tr><th scope=\"row\">\(Html.escape(place.name))</th>"
        + cell(place.subject, TacticalFigures.notice, nil, posture, .p10, notice)
        + cell(place.subject, TacticalFigures.notice, nil, posture, .median, notice)
        + cell(place.subject, TacticalFigures.alarmHours, nil, posture, .median, Words.amount)
        + cell(place.subject, TacticalFigures.alarmsInVain, nil, posture, .median, Words.amount)
        + cell(
          place.subject, TacticalFigures.interceptionChances, nil, posture, .atLeastOne, Words.share
        )
        + "<td>\(printer.note(figure))</td></tr>"
    }
    guard !rows.isEmpty else { return "" }
    return Html.table(
      "Of the threat that decides, under \(posture)",
      [
        "Place", "Early notice, P10", "Early notice, median", "Hours of alarm a month",
        "Alarms in vain a month", "A chance to intercept", "Note",
      ], "<tbody>\(rows)</tbody>")
      + "<p class=\"note\">Early notice: somewhere in the country something is on its way. Alarms: "
      + "a person's, where an alert is given at all, in a month with the raids that the scenario "
      + "supposes; in vain: for somewhere else or for nothing. A chance to intercept: a battery of "
      + "the scenario could meet the threat in time; whether it would hit is not modelled."
      + "\(protectors)</p>"
  }

  /// Pantsir and Tor, where the scenario has them.
  private var protectors: String {
    let systems = theatre.postures.flatMap(\.sensors).compactMap { theatre.sites[$0]?.system }
    guard systems.contains(where: { $0.hasPrefix("pantsir") || $0.hasPrefix("tor-") }) else {
      return ""
    }
    return " Pantsir and Tor protect sites and have no effect on allied warning."
  }

  /// What was said, and what stands for it.
  func statements() -> String {
    guard !theatre.statements.isEmpty else { return "" }
    let rows = theatre.statements.map { statement in
      let how =
        statement.modelledBy.isEmpty
        ? Html.escape(statement.reason)
        : statement.modelledBy.map { "<code>\(Html.escape($0))</code>" }.joined(separator: " ")
      return "<tr><td>\(statement.id)</td><td>\(Html.escape(statement.words))<br><small>"
        + "\(Html.escape(statement.saidBy))</small></td><td>\(how)</td></tr>"
    }
    return Html.table(
      "What was said in public, and what stands for it here", ["", "Said", "Modelled by"],
      "<tbody>\(rows.joined())</tbody>", style: "wordy")
  }
}
