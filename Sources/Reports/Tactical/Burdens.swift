internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What the change burdens people with, and what was said of it.
extension PageWriter {
  /// Alarms, early notice and chances to intercept, place by place, after the change.
  mutating func burdens() -> String {
    let posture = compared.last!
    func notice(_ figure: Figure?) -> String {
      figure.map { $0.estimate.value == nil ? "no notice" : Words.time($0) } ?? "–"
    }
    var rows = ""
    for place in theatre.places {
      guard ladder.reaches(place.subject, nil, posture) else { continue }
      func figure(_ quantity: FigureQuantity, _ statistic: Statistic) -> Figure? {
        ladder.figure(place.subject, quantity, nil, posture, statistic)
      }
      let told: [(figure: Figure?, words: (Figure?) -> String)] = [
        (figure(TacticalFigures.notice, .p10), notice),
        (figure(TacticalFigures.notice, .median), notice),
        (figure(TacticalFigures.alarms, .median), Words.amount),
        (figure(TacticalFigures.alarmHours, .median), Words.amount),
        (figure(TacticalFigures.alarmLength, .median), Words.amount),
        (figure(TacticalFigures.alarmsInVain, .median), Words.amount),
        (figure(TacticalFigures.interceptionChances, .atLeastOne), Words.share),
      ]
      guard let first = told.compactMap(\.figure).first else { continue }
      rows +=
        "<tr><th scope=\"row\">\(Html.escape(place.name))</th>"
        + told.map { printer.cell($0.figure, $0.words($0.figure)) }.joined()
        + "<td>\(printer.note(first))</td></tr>"
    }
    guard !rows.isEmpty else { return "" }
    return Html.table(
      "Of all threats, under \(judgements.named(posture))",
      [
        "Place", "Early notice, P10", "Early notice, median", "Alarms a month",
        "Hours of alarm a month", "Hours, one alarm", "Alarms in vain a month",
        "A chance to intercept", "Note",
      ], "<tbody>\(rows)</tbody>")
      + "<p class=\"note\">Early notice: somewhere in the country something is on its way. Alarms: "
      + "a person's, in a month, as they were counted there, or elsewhere in the country, over the periods of "
      + "the scenario; where nobody counted, in a month with the raids that the scenario supposes. Hours do not hang on "
      + "how soon an alert comes. In vain: for somewhere else or for nothing, where raids are supposed. A chance to "
      + "intercept: a battery of the scenario could meet the threat in time; whether it would hit is not modelled."
      + "\(protectors)</p>" + noticeByClass(posture)
  }

  /// Early notice of each class at the places named first.
  private mutating func noticeByClass(_ posture: String) -> String {
    var rows = ""
    for place in theatre.focus {
      for threat in classes where ladder.reaches(place.subject, threat, posture) {
        let figures = Statistic.spread.map {
          ladder.figure(place.subject, TacticalFigures.notice, threat, posture, $0)
        }
        guard figures.contains(where: { $0 != nil }) else { continue }
        rows +=
          "<tr><th scope=\"row\">\(Html.escape(place.name))</th><td>\(Html.escape(theatre.plural(threat)))</td>"
          + figures.map {
            printer.cell($0, $0?.estimate.value == nil ? "no notice" : Words.time($0))
          }.joined() + "<td>\(printer.note(figures))</td></tr>"
      }
    }
    guard !rows.isEmpty else { return "" }
    return Html.table(
      "Early notice before the arrival, class by class, under \(judgements.named(posture))",
      ["Place", "Threat", "P10", "Median", "P90", "Note"], "<tbody>\(rows)</tbody>")
  }

  /// Pantsir and Tor, where the scenario has them.
  private var protectors: String {
    let systems = theatre.postures.flatMap(\.sensors).compactMap { theatre.sites[$0]?.system }
    guard systems.contains(where: { $0.hasPrefix("pantsir") || $0.hasPrefix("tor-") }) else {
      return ""
    }
    return " Pantsir and Tor protect sites and have no effect on allied warning."
  }
}
