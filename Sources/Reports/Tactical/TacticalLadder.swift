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
      ["reached", "in time", "late", "never", "in shelter", "P10", "median", "P90", "flight"])
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
    var text = "  \(threat): of 100 people, \(refuges(threat, posture))\n"
    let reasons = TacticalFigures.reasons.compactMap { reason in
      figure(TacticalFigures.why.of(reason.word), threat, posture, .share).map {
        "\(reason.heading) \(Words.share($0))"
      }
    }
    if !reasons.isEmpty {
      text += "    late or never, of 100 attacks: \(reasons.joined(separator: ", "))\n"
    }
    func worst(_ statistic: Statistic) -> Figure? {
      figure(TacticalFigures.worstWarning, threat, posture, statistic)
    }
    if let notice = figure(TacticalFigures.notice, threat, posture, .median) {
      text +=
        "    early notice before arrival: P10 "
        + "\(Words.time(figure(TacticalFigures.notice, threat, posture, .p10))), median \(Words.time(notice))\n"
    }
    if let median = worst(.median) {
      text +=
        "    worst of the other side's choices: no alert \(Words.share(worst(.noAlert))), P10 "
        + "\(Words.time(worst(.p10))), median \(Words.time(median))\n"
    }
    return text
  }

  /// Of 100 people, by rung and hour: `an inner room 26, 26, 24 by day, in the evening, asleep`.
  private func refuges(_ threat: String, _ posture: String) -> String {
    TacticalFigures.refuges.map { refuge in
      let shares = refuge.hours.map {
        Words.share(figure(TacticalFigures.warning, threat, posture, $0)).replacing(" %", with: "")
      }
      return "\(refuge.words) \(shares.joined(separator: ", "))"
    }.joined(separator: "; ") + " (by day, in the evening, asleep)"
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
    if let alarms = whole(TacticalFigures.alarms, .median) {
      var words = "a person's alarms in a month, median \(value(alarms, ""))"
      if let hours = whole(TacticalFigures.alarmHours, .median) {
        words += ", \(value(hours, " h"))"
      }
      if let vain = whole(TacticalFigures.alarmsInVain, .median) {
        words += ", in vain \(value(vain, ""))"
      }
      all.append(words)
    }
    if let length = whole(TacticalFigures.alarmLength, .median) {
      all.append("one alarm lasts \(value(length, " h")) in the median")
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
      + links(question)
  }

  /// What the change goes back to, link by link, and why it is lost where nothing came nearer.
  private func links(_ question: Document.Question) -> String {
    guard let place = theatre.places.first(where: { $0.subject == place }) else { return "" }
    return ladder.classes.map { threat in
      guard let change = LinkedChange(ladder, place, threat, question.pair) else { return "" }
      let words = change.links.map { "\($0.link.rawValue) \(Words.change($0.figure))" }
      let unexplained = UnexplainedLosses(ladder).all(threat, question).first {
        $0.change.place.id == place.id
      }
      return
        "\n  \(threat), mean \(Words.signed(change.total)) by link: \(words.joined(separator: ", "))"
        + (unexplained.map { "\n    \($0.sentence)" } ?? "")
    }.joined()
  }
}
