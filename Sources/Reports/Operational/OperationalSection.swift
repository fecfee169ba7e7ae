internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Hours and days: how long forces take to close up, when that is reported, and who is there first.
extension PageWriter {
  mutating func operational() -> String {
    guard let operations = theatre.operations else { return "" }
    let told = operations.axes.filter { !AxisClock(ladder, $0.id).postures.isEmpty }
    guard !told.isEmpty else { return "" }
    return clockBars(told) + clocks(told) + pastMovements() + race(told) + operationalLevers(told)
      + gates(told) + supply(told)
      + together(told) + comings(told) + corridors(told) + vehicleLosses() + rotations()
      + operationalNote(operations.observers.map(\.title))
  }

  /// Both postures as bars.
  private mutating func clockBars(_ axes: [Document.Operations.Axis]) -> String {
    let groups = axes.compactMap { axis -> ClockPicture.Group? in
      let clock = AxisClock(ladder, axis.id)
      let bars = compared.compactMap { posture -> ClockPicture.Bar? in
        func value(_ quantity: FigureQuantity, _ statistic: Statistic) -> Double? {
          clock.figure(quantity, posture, statistic)?.estimate.value
        }
        guard let low = value(OperationalFigures.closing, .p10),
          let middle = value(OperationalFigures.closing, .median),
          let high = value(OperationalFigures.closing, .p90)
        else { return nil }
        return ClockPicture.Bar(
          posture: judgements.under(posture), start: (low, middle, high),
          reported: value(OperationalFigures.reporting, .median),
          ordered: value(OperationalFigures.ordering, .median))
      }
      return bars.isEmpty ? nil : ClockPicture.Group(name: axis.title, bars: bars)
    }
    guard !groups.isEmpty else { return "" }
    let words =
      "Days from the other side's first order to move, axis by axis and posture by posture: when forces may start, when that is reported, when the defended side has ordered. "
      + "Of the draws in which they ever start."
    return figure(
      ClockPicture(groups: groups).picture(
        id: "clocks", title: "The clock of a build-up", text: words),
      legend: ClockPicture.legend, Html.escape(words))
  }

  /// Each axis under the compared postures, whatever else was drawn.
  mutating func rows(
    _ axes: [Document.Operations.Axis],
    _ cells: (AxisClock, String) -> [(figure: Figure?, words: (Figure?) -> String)]
  ) -> String {
    var body = ""
    for axis in axes {
      let clock = AxisClock(ladder, axis.id)
      let drawn = compared.filter(clock.postures.contains)
      for (index, posture) in drawn.enumerated() {
        let head =
          index == 0
          ? "<th scope=\"row\" rowspan=\"\(drawn.count)\">\(Html.escape(axis.title))</th>" : ""
        body += "<tr>\(head)<td>\(postureMark(posture))</td>"
        for cell in cells(clock, posture) {
          body += printer.cell(cell.figure, cell.words(cell.figure))
        }
        body += "</tr>"
      }
    }
    return "<tbody>\(body)</tbody>"
  }

  private mutating func clocks(_ axes: [Document.Operations.Axis]) -> String {
    let body = rows(axes) { clock, posture in
      [
        (clock.figure(OperationalFigures.closing, posture, .median), Words.tenthsOfDays),
        (clock.figure(OperationalFigures.reporting, posture, .median), Words.tenthsOfDays),
      ]
        + Statistic.spread.map {
          (clock.figure(OperationalFigures.warning, posture, $0), Words.tenthsOfDays)
        } + [(clock.figure(OperationalFigures.warning, posture, .outOfReach), Words.share)]
    }
    return Html.table(
      "From the other side's first order to move, of the draws in which forces ever start: until they may start (closed up, at strength, supplied), until that is reported, and what is left from the defended side's order to the crossing; below zero the order comes after it",
      [
        "Axis", "Posture", "May start,<br><small>median</small>",
        "Reported,<br><small>median</small>", "Warning,<br><small>one in ten has less</small>",
        "Median", "<small>nine in ten have less</small>",
        "Never,<br><small>with the formations listed</small>",
      ], body, isKept: true)
  }

  private mutating func race(_ axes: [Document.Operations.Axis]) -> String {
    let reinforced = axes.filter { !$0.defenders.isEmpty }
    guard !reinforced.isEmpty else { return "" }
    let body = rows(reinforced) { clock, posture in
      [
        (clock.figure(OperationalFigures.reinforcing, posture, .median), Words.tenthsOfDays),
        (clock.figure(OperationalFigures.margin, posture, .median), Words.tenthsOfDays),
        (
          clock.figure(OperationalFigures.warning, posture, OperationalFigures.reinforcedFirst),
          BriefText.hundred
        ),
      ]
    }
    return Html.table(
      "Who is there first, of the formations that the scenario lists: from the defended side's order until those that are needed stand where they are needed, of the draws in which they ever do, and of 100 crossings those that find them there",
      [
        "Axis", "Posture", "In place,<br><small>median</small>",
        "Ahead of the crossing,<br><small>median; below zero they are late</small>",
        "In place first,<br><small>of 100</small>",
      ], body, isKept: true)
  }

  private static let gateWords = [
    ("force", "men and vehicles on their way"), ("strength", "strength that is made good"),
    ("supply", "supply"),
  ]

  private mutating func gates(_ axes: [Document.Operations.Axis]) -> String {
    let body = rows(axes) { clock, posture in
      PageWriter.gateWords.map { word, _ in
        (clock.figure(OperationalFigures.gate.of(word), posture, .share), BriefText.hundred)
      } + [(clock.figure(OperationalFigures.warning, posture, .outOfReach), BriefText.hundred)]
    }
    return Html.table(
      "What is met last, of 100 draws: the condition that decides when forces may start",
      ["Axis", "Posture"] + PageWriter.gateWords.map { Words.capital($0.1) } + ["Never met"], body,
      isKept: true)
  }

  private mutating func supply(_ axes: [Document.Operations.Axis]) -> String {
    func made(_ share: Int) -> FigureQuantity { OperationalFigures.closingIfMade.of("\(share)") }
    let led = theatre.headline.after.value
    let told = axes.filter { AxisClock(ladder, $0.id).figure(made(0), led, .median) != nil }
    guard !told.isEmpty else { return "" }
    var body = ""
    for axis in told {
      body += "<tr><th scope=\"row\">\(Html.escape(axis.title))</th>"
      for share in OperationalFigures.shares {
        let figure = AxisClock(ladder, axis.id).figure(made(share), led, .median)
        body += printer.cell(figure, Words.tenthsOfDays(figure))
      }
      body += "</tr>"
    }
    return Html.table(
      "A plant whose output nobody knows, \(judgements.under(led)): median days until forces may start if so much of a day's supply were made at hand every day",
      ["Axis"] + OperationalFigures.shares.map { "\($0) % of a day's use" },
      "<tbody>\(body)</tbody>", isKept: true)
  }

  private func operationalNote(_ observers: [String]) -> String {
    let watch = observers.isEmpty ? "nobody" : Words.list(observers)
    return
      "<p class=\"note\">A clock, not a forecast: it starts with the first order to move, which nobody may ever give. Each axis stands alone; "
      + "forces of the countries that it names go to it, and no other axis takes any. Ways are the shortest on the roads and "
      + "railways of the map, between towns; trains share wagons, ramps and lines, columns share the roads at the end of their way. How large a kind of formation is, is unknown for all of the kind alike; how soon and how strong, for each by itself. The size of a force, what is "
      + "needed against it, how fast capitals decide and how much is seen by \(Html.escape(watch)) are mostly judged by the scenario. Fighting is "
      + "not modelled: what is told ends at the border.</p>"
  }

  /// Rows of a place's ladder: the axes that concern it.
  mutating func operationalRows(_ place: Theatre.Place) -> String {
    let axes = OperationalLadder.axes(theatre, of: place)
    guard !axes.isEmpty else {
      return
        "<tr><td>operational</td><td colspan=\"5\">no axis of this scenario concerns it</td></tr>"
    }
    var body = ""
    for axis in axes {
      let clock = AxisClock(ladder, axis.id)
      for posture in compared where clock.postures.contains(posture) {
        body +=
          "<tr><td>operational: \(Html.escape(axis.title))</td><td>\(postureMark(posture))</td>"
        let never = clock.figure(OperationalFigures.warning, posture, .outOfReach)
        body += printer.cell(never, Words.share(never))
        for statistic in Statistic.spread {
          let figure = clock.figure(OperationalFigures.warning, posture, statistic)
          body += printer.cell(figure, Words.tenthsOfDays(figure))
        }
        body += "</tr>"
      }
    }
    return body
  }

  /// On a place's sheet: the axes that concern it, in a line each.
  mutating func days(_ place: Theatre.Place) -> String {
    let axes = OperationalLadder.axes(theatre, of: place)
    let lines = axes.compactMap { axis -> Told? in
      let clock = AxisClock(ladder, axis.id)
      func words(_ quantity: FigureQuantity) -> Told? {
        let told = compared.compactMap { posture -> Told? in
          clock.figure(quantity, posture, .median).map { figure in
            "\(figure, Words.tenthsOfDays) \(judgements.under(posture))"
          }
        }
        return told.isEmpty ? nil : Told.list(told)
      }
      guard let closing = words(OperationalFigures.closing),
        let warning = words(OperationalFigures.warning)
      else { return nil }
      return "\(axis.title): may start after \(closing); left from the order on: \(warning)."
    }
    guard !lines.isEmpty else { return "" }
    return
      "<h4>Days, from the other side's first order to move, medians</h4><ul>"
      + lines.map { "<li>\($0.html(&printer))</li>" }.joined() + "</ul>"
  }
}
