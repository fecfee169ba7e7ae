internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// The tactical rung of a place as plain text.
enum TacticalLadder {
  static func rows(_ ladder: Ladder, _ place: Theatre.Place) -> String {
    TacticalLadderRows(ladder: ladder, place: place.subject).text
  }
}

private struct TacticalLadderRows {
  let ladder: Ladder
  let place: FigureSubject
  private var theatre: Theatre { ladder.theatre }

  var text: String {
    ladder.classes.map(table).joined() + theatre.postures.map(details).joined() + parts
      + theatre.questions.map(change).joined()
  }

  private func figure(
    _ quantity: FigureQuantity, _ threat: String?, _ posture: String, _ statistic: Statistic
  ) -> Figure? {
    ladder.figure(place, quantity, threat, posture, statistic)
  }

  /// Shares and times of one class, posture by posture.
  private func table(_ threat: String) -> String {
    var text = "\n\(threat)\n"
    text += LadderText.row(
      "posture",
      ["reached", "in time", "late", "never", "sheltered", "P10", "median", "P90", "flight"])
    for posture in theatre.postures {
      func warning(_ statistic: Statistic) -> Figure? {
        figure(TacticalFigures.warning, threat, posture.id, statistic)
      }
      let reached = 1 - (warning(.outOfReach)?.estimate.value ?? 1)
      text += LadderText.row(
        posture.id,
        [
          Words.percent(reached), Words.share(warning(.inTime)),
          Words.share(warning(.late)), Words.share(warning(.noAlert)),
          Words.share(warning(TacticalFigures.enough)), Words.time(warning(.p10)),
          Words.time(warning(.median)), Words.time(warning(.p90)),
          Words.time(figure(TacticalFigures.flight, threat, posture.id, .median)),
        ])
    }
    return text
  }

  /// Night, the worst case, early notice, alarms and chances to intercept; what is out of reach.
  private func details(_ posture: Theatre.Posture) -> String {
    var text = "\n\(posture.id)\n"
    for threat in ladder.classes {
      let isReached = ladder.reaches(place, threat, posture.id)
      if let missing = figure(TacticalFigures.shortfall, threat, posture.id, .median), !isReached {
        text += "  \(threat): out of reach, by \(value(missing, " km")) in the median draw\n"
      } else if isReached {
        text += night(threat, posture.id)
      }
    }
    let all = burdens(posture.id)
    if !all.isEmpty { text += "  all threats: \(all.joined(separator: "; "))\n" }
    return text
  }

  private func value(_ figure: Figure?, _ unit: String) -> String {
    figure?.estimate.value.map { "\(($0 * 10).rounded() / 10)\(unit)" } ?? "–"
  }

  private func night(_ threat: String, _ posture: String) -> String {
    let night = figure(TacticalFigures.warning, threat, posture, TacticalFigures.enoughAtNight)
    var text = "  \(threat): enough at night \(Words.share(night))"
    func worst(_ statistic: Statistic) -> Figure? {
      figure(TacticalFigures.worstWarning, threat, posture, statistic)
    }
    if let median = worst(.median) {
      text +=
        "; worst of the other side's choices: no alert \(Words.share(worst(.noAlert))), P10 "
        + "\(Words.time(worst(.p10))), median \(Words.time(median))"
    }
    return text + "\n"
  }

  private func burdens(_ posture: String) -> [String] {
    func whole(_ quantity: FigureQuantity, _ statistic: Statistic) -> Figure? {
      figure(quantity, nil, posture, statistic)
    }
    var all: [String] = []
    if let notice = whole(TacticalFigures.notice, .median) {
      all.append(
        "early notice before arrival, P10 \(Words.time(whole(TacticalFigures.notice, .p10))), "
          + "median \(Words.time(notice))")
    }
    if let hours = whole(TacticalFigures.alarmHours, .median) {
      all.append(
        "a person's alarms in a month of raids, median \(value(hours, " h")), in vain "
          + value(whole(TacticalFigures.alarmsInVain, .median), ""))
    }
    if let chance = whole(TacticalFigures.interceptionChances, .atLeastOne) {
      all.append("a chance to intercept in \(Words.share(chance)) of draws")
    }
    return all
  }

  private var parts: String {
    let pair = theatre.headline.pair
    return ladder.classes.map { threat in
      let parts = ladder.parts(place, threat, pair)
      guard !parts.isEmpty else { return "" }
      let words = parts.map { "\($0.part.name) \(Words.change($0.figure))" }
      return "\n\(pair), \(threat), part by part: \(words.joined(separator: ", "))\n"
    }.joined()
  }

  private func change(_ question: Document.Question) -> String {
    let change = ladder.classes.map { threat in
      let median = ladder.change(place, TacticalFigures.warning, threat, question.pair, .median)
      return "\(threat) \(Words.change(median))"
    }
    return "\n\(question.words) (\(question.pair)): \(change.joined(separator: ", "))"
  }
}
