internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Who comes when, by what lines, and what else at the same time takes.
extension PageWriter {
  /// Each formation of the axis that is named first, under the posture that the headline leads to.
  mutating func comings(_ axes: [Document.Operations.Axis]) -> String {
    let led = theatre.headline.after.value
    guard let posture = theatre.posture(led) else { return "" }
    var body = ""
    for axis in axes.prefix(1) {
      let clock = AxisClock(ladder, axis.id)
      let told = posture.forces.filter {
        clock.figure(OperationalFigures.closes.of($0.id), led, .median) != nil
      }
      for (index, force) in told.enumerated() {
        let head =
          index == 0
          ? "<th scope=\"row\" rowspan=\"\(told.count)\">\(Html.escape(axis.title))</th>" : ""
        body +=
          "<tr>\(head)<td>\(Html.escape(force.name)), \(Html.escape(theatre.sites[force.site]!.name))</td>"
        let days = Statistic.spread.map {
          clock.figure(OperationalFigures.closes.of(force.id), led, $0)
        }
        body += days.map { printer.cell($0, Words.tenthsOfDays($0)) }.joined()
        let length = clock.figure(OperationalFigures.length.of(force.id), led, .median)
        let detour = clock.figure(OperationalFigures.detour.of(force.id), led, .median)
        body +=
          printer.cell(length, OperationalWords.way(length, days: days[1]))
          + printer.cell(detour, OperationalWords.detour(detour)) + "</tr>"
      }
    }
    guard !body.isEmpty else { return "" }
    return Html.table(
      "Who is in place when, \(judgements.under(led)): days from the first order of its own side, each formation as if all of its side moved to this axis; ways by the map. Other axes: vedette march",
      [
        "Axis", "Formation, town", "One in ten sooner", "Median", "Nine in ten sooner", "Way",
        "Over the<br>straight line",
      ], "<tbody>\(body)</tbody>")
  }

  /// Lines, vehicles a day, what binds, what lies under reach, and what one more unit would change.
  mutating func corridors(_ axes: [Document.Operations.Axis]) -> String {
    let led = theatre.headline.after.value
    let told = axes.filter {
      AxisClock(ladder, $0.id).figure(OperationalFigures.listed, led, .median) != nil
    }
    guard !told.isEmpty else { return "" }
    var body = ""
    for axis in told {
      let clock = AxisClock(ladder, axis.id)
      func figure(_ quantity: FigureQuantity, _ statistic: Statistic = .median) -> Figure? {
        clock.figure(quantity, led, statistic)
      }
      let lines = ["rail", "road"].map { figure(OperationalFigures.lines.of($0)) }
      let capacity = Statistic.spread.map { figure(OperationalFigures.capacity, $0) }
      let reach = [leading, "air-defence"].map { figure(OperationalFigures.underReach.of($0)) }
      let listed = figure(OperationalFigures.listed)
      let sooner = figure(OperationalFigures.sooner, .p90)
      body +=
        "<tr><th scope=\"row\">\(Html.escape(axis.title))</th>"
        + printer.cell(listed, OperationalWords.times(listed))
        + printer.cell(lines[0], Words.plain(lines[0]) + " / " + Words.plain(lines[1]))
        + printer.cell(
          capacity[1],
          capacity.map { OperationalWords.hundreds($0) }.joined(separator: " … "))
        + "<td>\(Html.escape(binding(clock, led)))</td>"
        + printer.cell(reach[0], OperationalWords.ofLength(reach[0]))
        + printer.cell(reach[1], OperationalWords.ofLength(reach[1]))
        + printer.cell(sooner, Words.tenthsOfDays(sooner)) + "</tr>"
    }
    return Html.table(
      "Corridors, \(judgements.under(led)): men of the formations listed over those needed; lines of the map that lead in and share no link; vehicles a day that these could bring at most; what binds the railway; how much of the reinforcing formations' ways lies within range; and by how much sooner forces could start with the vehicles of one more unit waiting there, in the one draw of ten that it helps most",
      [
        "Axis", "Men listed<br><small>over needed</small>", "Lines<br><small>rail / road</small>",
        "Vehicles a day", "Binds the railway<br><small>of 100 draws</small>",
        "Ways under<br>\(Html.escape(theatre.plural(leading)))", "Under<br>air defence",
        "One more unit",
      ], "<tbody>\(body)</tbody>")
  }

  private func binding(_ clock: AxisClock, _ posture: String) -> String {
    OperationalWords.limits.compactMap { word, name -> String? in
      let figure = clock.figure(OperationalFigures.binds.of(word), posture, .share)
      guard let value = figure?.estimate.value, value >= 0.005 else { return nil }
      return "\(name) \(BriefText.hundred(figure))"
    }.joined(separator: ", ")
  }

  /// Several axes at one time beside each alone.
  mutating func together(_ axes: [Document.Operations.Axis]) -> String {
    let sets = theatre.operations?.together ?? []
    var body = ""
    for set in sets {
      let own = set.axes.compactMap { name in axes.first { $0.id == name.value } }
      for (index, axis) in own.enumerated() {
        let clock = AxisClock(ladder, axis.id)
        let head =
          index == 0
          ? "<th scope=\"row\" rowspan=\"\(own.count)\">\(Html.escape(set.title))</th>" : ""
        body += "<tr>\(head)<td>\(Html.escape(axis.title))</td>"
        for posture in compared {
          let alone = clock.figure(OperationalFigures.closing, posture, .median)
          let with = OperationalFigures.closingWith.of(set.id)
          let (middle, never) = (
            clock.figure(with, posture, .median), clock.figure(with, posture, .outOfReach)
          )
          body +=
            printer.cell(alone, Words.tenthsOfDays(alone))
            + ((never?.estimate.value ?? 1) > 0.9
              ? "<td>–</td>" : printer.cell(middle, Words.tenthsOfDays(middle)))
            + printer.cell(never, BriefText.hundred(never))
        }
        body += "</tr>"
      }
    }
    guard !body.isEmpty else { return "" }
    let heads = compared.flatMap { posture in
      [
        "Alone, \(Html.escape(theatre.name(of: posture)))", "At once",
        "Never,<br><small>of 100</small>",
      ]
    }
    return Html.table(
      "Axes at the same time: median days until forces may start on each alone, and with the others of its row from the same formations, trains and supply; where fewer than one draw in ten gets there none is told. Waits of hundreds of days are for strength that is made good",
      ["At once", "Axis"] + heads, "<tbody>\(body)</tbody>", isKept: true)
  }

  /// What the defended side could do, each alone: what it leaves, and how often those who reinforce are first.
  mutating func operationalLevers(_ axes: [Document.Operations.Axis]) -> String {
    let levers = theatre.levers(of: .operational)
    let led = theatre.headline.after.value
    let told = axes.filter { axis in
      !axis.defenders.isEmpty
        && levers.contains {
          AxisClock(ladder, axis.id).figure(OperationalFigures.warning, $0.id, .median) != nil
        }
    }
    guard !told.isEmpty else { return "" }
    var body = ""
    for (words, posture) in [("as assumed today", led)] + levers.map({ ($0.words, $0.id) }) {
      body += "<tr><th scope=\"row\">\(Html.escape(words))</th>"
      for axis in told {
        let clock = AxisClock(ladder, axis.id)
        let warning = clock.figure(OperationalFigures.warning, posture, .median)
        let first = clock.figure(
          OperationalFigures.warning, posture, OperationalFigures.reinforcedFirst)
        body +=
          "<td>\(printer.span(warning, Words.tenthsOfDays(warning)))"
          + (first == nil
            ? "" : "<br><small>\(printer.span(first, BriefText.hundred(first))) first</small>")
          + "</td>"
      }
      body += "</tr>"
    }
    return Html.table(
      "What the defended side could do, each alone, \(judgements.under(led)): median days from its order to the crossing, and of 100 crossings those that find the forces needed in place",
      ["Each alone"] + told.map { Html.escape($0.title) }, "<tbody>\(body)</tbody>",
      isKept: true)
  }

  /// Who was where when.
  func rotations() -> String {
    guard !theatre.rotations.isEmpty else { return "" }
    let rows = theatre.rotations.sorted {
      ($0.formation.value, $0.from) < ($1.formation.value, $1.from)
    }
    let body = rows.map { row in
      let name = theatre.formationName(row.formation.value)
      return "<tr><th scope=\"row\">\(Html.escape(name))</th><td>\(row.from)</td>"
        + "<td>\(row.until.map { "\($0)" } ?? "")</td><td>\(Html.escape(row.note))</td>"
        + "<td>\(Html.escape(row.source))</td></tr>"
    }.joined()
    return Html.table(
      "Who was there when, as far as the public knows: a posture that has one of these on another day is told by vedette check",
      ["Formation", "From", "Until", "Note", "Source"], "<tbody>\(body)</tbody>")
  }
}
