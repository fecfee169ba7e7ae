internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Days and weeks: strategic warning before and after, then the episodes replayed.
extension PageWriter {
  mutating func strategic() -> String {
    guard let strategic = results.annex(Results.Strategic.self) else { return "" }
    return postureEffect() + shortening() + rungs()
      + strategic.stories.suffix(1).map { story($0, strategic) }.joined()
      + replays(strategic) + trades(strategic) + movers(strategic) + hypotheses(strategic)
  }

  private func strategicFigure(
    _ quantity: FigureQuantity, _ purpose: String, _ posture: String, _ statistic: Statistic
  ) -> Figure? {
    ladder.figure(.region, quantity, purpose, posture, statistic)
  }

  private mutating func strategicCell(
    _ quantity: FigureQuantity, _ purpose: String, _ posture: String, _ statistic: Statistic,
    _ words: (Figure?) -> String
  ) -> String {
    let figure = strategicFigure(quantity, purpose, posture, statistic)
    return printer.cell(figure, words(figure))
  }

  // MARK: postures

  private mutating func postureEffect() -> String {
    var rows = ""
    for posture in compared {
      rows += "<tr><th scope=\"row\">\(postureMark(posture))</th>"
      for purpose in ["attack", "coercion"] {
        rows += strategicCell(
          StrategicFigures.warning, purpose, posture, .noAlert, Words.share)
        for statistic in Statistic.spread {
          rows += strategicCell(
            StrategicFigures.warning, purpose, posture, statistic, Words.days)
        }
      }
      rows +=
        strategicCell(StrategicFigures.preparation, "attack", posture, .median, Words.days)
        + strategicCell(StrategicFigures.falseAlarm, "exercise", posture, .share, Words.share)
        + strategicCell(StrategicFigures.falseAlarm, "routine", posture, .share, Words.share)
        + "<td>"
        + printer.note(strategicFigure(StrategicFigures.warning, "attack", posture, .median))
        + "</td></tr>"
    }
    return (compares ? "<p>\(postureSentence())</p>" : "")
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
      + "purpose of the other side has no place, so that the numbers hold for the whole region. Rates and "
      + "durations, and what a posture changes of them, are judgements of the scenario.</p>"
  }

  /// What shorter preparations would cost, as a curve; what blinder indicators do, as the distance between two.
  private mutating func shortening() -> String {
    func figure(_ share: Int, _ posture: String, _ statistic: Statistic = .median) -> Figure? {
      strategicFigure(
        StrategicFigures.warningIfShorter.of("\(share)"), "attack", posture, statistic)
    }
    let shares = StrategicFigures.shortenings
    guard compares, figure(0, compared.first!) != nil else { return "" }
    let styles = [("var(--gain)", "5 3"), ("var(--accent)", "")]
    let lines = zip(compared, styles).map { posture, style in
      ShorteningPicture.Line(
        line: KeyedLine(
          words: "indicators \(judgements.under(posture))", colour: style.0, dash: style.1),
        points: shares.map { ($0, figure($0, posture)?.estimate.value) })
    }
    let rows = compared.map { posture in
      "<tr><th scope=\"row\">\(postureMark(posture))</th>"
        + shares.map { printer.cell(figure($0, posture), Words.days(figure($0, posture))) }.joined()
        + "</tr>"
    }
    let found = compared.map { Words.days(figure(0, $0)) }
    let words =
      "If preparations are as long as before, the median warning is \(found[0]) with the indicators "
      + "\(judgements.under(compared.first!)) and \(found[1]) with those \(judgements.under(compared.last!)): what blinder indicators alone cost. "
      + "How much shorter preparations are is assumed, as are the rates of "
      + "the indicators; nothing here says that they are."
    return self.figure(
      ShorteningPicture(lines: lines).picture(
        id: "shortening", title: "Warning against assumed shortening", text: words),
      Html.escape(words))
      + Html.table(
        "Median warning of an attack if its preparation took so much less time than before",
        ["Indicators"] + shares.map { "\($0) % shorter" },
        "<tbody>\(rows.joined())</tbody>", isKept: true)
  }

  /// What the headline's change takes, and which part of it.
  private mutating func postureSentence() -> String {
    func figure(_ quantity: FigureQuantity, _ statistic: Statistic) -> Figure? {
      ladder.change(.region, quantity, "attack", headline.pair, statistic)
    }
    func change(_ quantity: FigureQuantity, _ statistic: Statistic) -> String {
      let figure = figure(quantity, statistic)
      return printer.span(figure, Words.daysChange(figure))
    }
    func points(_ quantity: FigureQuantity, _ statistic: Statistic) -> String {
      let figure = figure(quantity, statistic)
      return printer.span(figure, Words.points(figure))
    }
    return
      "Strategic warning of an attack, \(Html.escape(judgements.names(headline.pair)))\(theatre.standing(of: compared) == .whatIf ? ", a what-if" : ""): no alarm at all "
      + "\(points(StrategicFigures.warning, .shiftNoAlert)), median \(change(StrategicFigures.warning, .shiftMedian)). "
      + "Of the change of the median, \(change(StrategicFigures.partOfChange, .part("shorter-preparation"))) is that "
      + "preparations are shorter, and \(change(StrategicFigures.partOfChange, .part("blinder-indicators"))) that what is "
      + "there for good says less when it is seen. Lengths and rates are assumed by this scenario; what each costs is computed."
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
        body += strategicCell(
          StrategicFigures.warning, "attack", posture, .noAlert, Words.share)
        for statistic in Statistic.spread {
          body += strategicCell(
            StrategicFigures.warning, "attack", posture, statistic, Words.days)
        }
        body += "</tr>"
      }
      body += operationalRows(place)
      for posture in compared {
        body += "<tr><td>tactical: \(leading)</td><td>\(postureMark(posture))</td>"
        guard ladder.reaches(place.subject, leading, posture) else {
          body += "<td colspan=\"4\">out of reach in most draws</td></tr>"
          continue
        }
        body += cell(
          place.subject, TacticalFigures.warning, leading, posture, .noAlert, Words.share)
        for statistic in Statistic.spread {
          body += cell(
            place.subject, TacticalFigures.warning, leading, posture, statistic, Words.time)
        }
        body += "</tr>"
      }
      body += "</tbody>"
    }
    return Html.table(
      "The ladder of the places named first: weeks, hours, minutes",
      ["Rung", "Posture", "No alarm or alert; never closes up", "P10", "Median", "P90"], body)
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
      picture.picture(
        id: "story", title: "One draw, from first preparation to arrival", text: words),
      "One draw of \(story.among) \(Html.escape(judgements.under(story.posture))), the one whose warning is "
        + "nearest the median: dots are families of which something was reported, the line is what the "
        + "analyst thinks of it. \(Html.escape(words)) It is a story, not a forecast.")
  }
}
