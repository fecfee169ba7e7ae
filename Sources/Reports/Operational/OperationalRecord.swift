internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// The rung held against movements that have been.
extension PageWriter {
  /// One movement: what was said of it from what was known before, and what was observed.
  private struct Held {
    let past: Theatre.Past
    let spread: [Figure]
    let least, most, within: Figure

    init?(_ past: Theatre.Past, _ ladder: Ladder) {
      let clock = AxisClock(ladder, past.id)
      func figure(_ quantity: FigureQuantity, _ statistic: Statistic) -> Figure? {
        clock.figure(quantity, past.past.posture.value, statistic)
      }
      let spread = Statistic.spread.compactMap { figure(OperationalFigures.predicted, $0) }
      guard spread.count == 3,
        let least = figure(OperationalFigures.observed.of("least"), .median),
        let most = figure(OperationalFigures.observed.of("most"), .median),
        let within = figure(OperationalFigures.predicted, OperationalFigures.within)
      else { return nil }
      self.past = past
      self.spread = spread
      (self.least, self.most, self.within) = (least, most, within)
    }

    /// What was observed over what was predicted, beyond eight of ten draws; 1 is no miss.
    var factor: Double {
      guard let low = spread[0].estimate.value, let high = spread[2].estimate.value,
        let least = least.estimate.value, let most = most.estimate.value
      else { return .infinity }
      return least > high ? least / max(high, 1e-9) : most < low ? low / max(most, 1e-9) : 1
    }

    /// Whether it lies where few draws do, although between the ends.
    var hardlyAgrees: Bool { factor == 1 && (within.estimate.value ?? 0) < 0.05 }

    var verdict: String {
      guard let low = spread[0].estimate.value, let high = spread[2].estimate.value,
        let least = least.estimate.value, let most = most.estimate.value
      else { return "never, as predicted: a miss" }
      if least > high { return "miss: it took longer" }
      if most < low { return "miss: it was quicker" }
      return hardlyAgrees ? "inside, but hardly a draw agrees" : "held"
    }
  }

  /// Misses first, the widest of them before the others.
  mutating func pastMovements() -> String {
    let all = theatre.past.compactMap { Held($0, ladder) }
      .sorted { ($0.factor, $1.past.id) > ($1.factor, $0.past.id) }
    guard !all.isEmpty else { return "" }
    let misses = all.count { $0.factor > 1 }
    let lucky = all.count(where: \.hardlyAgrees)
    var body = ""
    for held in all {
      body +=
        "<tr><th scope=\"row\">\(Html.escape(held.past.past.axis.title))</th><td>\(held.past.past.began)</td>"
      for figure in held.spread { body += printer.cell(figure, Words.tenthsOfDays(figure)) }
      body +=
        printer.cell(
          held.least,
          "\(Words.tenthsOfDays(held.least)) to \(Words.tenthsOfDays(held.most))")
        + "<td>\(held.verdict)</td>" + printer.cell(held.within, BriefText.hundred(held.within))
        + "</tr>"
    }
    return
      "<p>Held against \(Words.count(all.count, "movement", "movements")) that \(all.count == 1 ? "has" : "have") been, without any claim of a source of a later day: "
      + "\(misses) of them \(misses == 1 ? "lies" : "lie") outside what eight of ten draws said, and \(misses == 1 ? "stands" : "stand") first\(lucky > 0 ? "; \(lucky) more \(lucky == 1 ? "lies" : "lie") between the ends where hardly a draw does" : ""). Judgements of ours that cite nobody, and sources without a day, are in, as they stand today: these rows are kinder than a forecast would have been. What was learnt since is in the clocks above, and they do not vouch for it.</p>"
      + Html.table(
        "Movements of the past, misses first: days that the rung gives them without sources of a later day, and days that they took",
        [
          "Movement", "Began", "One in ten sooner", "Median", "Nine in ten sooner", "Took",
          "Verdict",
          "Draws that agree,<br><small>of 100</small>",
        ], "<tbody>\(body)</tbody>")
  }

  /// Types of vehicles under drones, munitions and missiles, with and without cover.
  mutating func vehicleLosses() -> String {
    let led = theatre.headline.after.value
    let types = theatre.systems.values.sorted { $0.id < $1.id }.filter {
      AxisClock(ladder, $0.id).figure(OperationalFigures.held, led, .median) != nil
    }
    guard !types.isEmpty else { return "" }
    let covers = ["bare", "jammers", "air-defence", "both"]
    var body = ""
    for type in types {
      let clock = AxisClock(ladder, type.id)
      let told = OperationalWords.weapons.filter {
        clock.figure(OperationalFigures.lost.of("\($0.0)-bare"), led, .median) != nil
      }
      for (index, (weapon, name)) in told.enumerated() {
        if index == 0 {
          let held = Statistic.spread.map { clock.figure(OperationalFigures.held, led, $0) }
          body +=
            "<tr><th scope=\"row\" rowspan=\"\(told.count)\">\(Html.escape(type.name))<br><small>held: \(printer.span(held[1], held.map(OperationalWords.whole).joined(separator: " … ")))</small></th>"
        } else {
          body += "<tr>"
        }
        body += "<td>\(name)</td>"
        for cover in covers {
          let figures = Statistic.spread.map {
            clock.figure(OperationalFigures.lost.of("\(weapon)-\(cover)"), led, $0)
          }
          body += printer.cell(
            figures[1], figures.map(OperationalWords.whole).joined(separator: " … "))
        }
        body += "</tr>"
      }
    }
    return Html.table(
      "Of a hundred sent at it, how many vehicles of a type are lost: without cover, with electronic warfare, with short-range air defence, with both (one in ten less, the middle, nine in ten less). How a type fares when hit is our judgement; how many are sent nobody publishes",
      ["Type", "Sent at it", "No cover", "Jammers", "Air defence", "Both"],
      "<tbody>\(body)</tbody>")
  }
}
