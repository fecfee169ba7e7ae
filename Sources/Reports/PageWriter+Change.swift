internal import Quantities
internal import Scenarios
internal import Theatre
internal import Warnings

/// What the change is made of, what it burdens people with, and what was said.
extension PageWriter {
  /// The headline's change split over its parts, at the focus places.
  mutating func parts() -> String {
    let pair = "\(headline.before.value)~\(headline.after.value)"
    guard !ladder.partNames.isEmpty else { return "" }
    var rows = ""
    for place in focus {
      for threat in [leading] + classes.filter({ $0 != leading }) {
        let parts = ladder.parts(place.id, threat, pair)
        guard !parts.isEmpty else { continue }
        let cells = ladder.partNames.map { name -> String in
          let figure = parts.first { $0.name == name }?.figure
          return "<td>\(printer.span(figure, Words.change(figure)))</td>"
        }
        rows +=
          "<tr><td>\(Html.escape(place.name))</td><td>\(threat)</td>\(cells.joined())</tr>"
      }
    }
    guard !rows.isEmpty else { return "" }
    let change = theatre.change(from: headline.before.value, to: headline.after.value)
    let written = zip(change?.slugs ?? [], change?.parts ?? [])
    let heads = ladder.partNames.map { name in
      let title = written.first { $0.0 == name }?.1 ?? "the rest"
      return "<th>\(Html.escape(title))</th>"
    }
    return "<section><h2>What each part of the change costs</h2><table><thead><tr><th>Place</th>"
      + "<th>Threat</th>\(heads.joined())</tr></thead><tbody>\(rows)</tbody></table>"
      + "<p class=\"note\">Change of the median warning from \(headline.before.value) to "
      + "\(headline.after.value), split by Shapley value: the parts of a row add up to its whole. "
      + "A row is left out where some part alone leaves no median.</p></section>"
  }

  /// Alarms, early notice and chances to intercept, place by place, after the change.
  mutating func burdens() -> String {
    let posture = headline.after.value
    var rows = ""
    for place in theatre.places {
      func cell(_ quantity: String, _ statistic: String, _ words: (Figure?) -> String) -> String {
        let figure = ladder.figure(place.id, quantity, nil, posture, statistic)
        return "<td>\(printer.span(figure, words(figure)))</td>"
      }
      func number(_ figure: Figure?) -> String {
        figure?.estimate.value.map { "\(($0 * 10).rounded() / 10)" } ?? "–"
      }
      rows +=
        "<tr><td>\(Html.escape(place.name))</td>" + cell("notice", "p10", Words.time)
        + cell("notice", "median", Words.time) + cell("alarm-hours", "median", number)
        + cell("alarms-in-vain", "median", number)
        + cell("interception-chances", "at-least-one", Words.share) + "</tr>"
    }
    return
      "<section><h2>Notice, alarms, chances to intercept</h2><table class=\"ladder\"><thead><tr>"
      + "<th>Place</th><th>Early notice, P10</th><th>Median</th><th>Hours of alarm a month</th>"
      + "<th>Alarms in vain a month</th><th>A chance to intercept</th></tr></thead><tbody>\(rows)"
      + "</tbody></table><p class=\"note\">Of the threat that decides, under \(posture). Early notice: "
      + "somewhere in the country something is on its way. Alarms: a person's, where an alert is given at all, in a month with the raids "
      + "that the scenario supposes; in vain: for somewhere else or for nothing. A chance to intercept: a "
      + "battery of the scenario could meet the threat in time; whether it would hit is not modelled. "
      + "Pantsir and Tor protect sites and have no effect on allied warning.</p></section>"
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
    return "<section><h2>Statement by statement</h2><table><thead><tr><th></th><th>Said</th>"
      + "<th>Modelled by</th></tr></thead><tbody>\(rows.joined())</tbody></table></section>"
  }
}
