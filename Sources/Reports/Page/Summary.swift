internal import Quantities
internal import Scenarios
internal import Theatre
internal import Warnings

/// Two pages for a reader who has four minutes.
extension PageWriter {
  mutating func summary(_ map: String) -> String {
    var items = judgements.adversary(leading).map { judgements.sentence($0, leading) }
    items += worstPlaces()
    items += results.trials.compactMap { judgements.sentence($0, &printer) }
    items += silence().map { [$0] } ?? []
    if classes.contains(where: ["cruise", "one-way-drone", "aircraft"].contains) {
      items.append(
        "Low flyers: only publicly known long-range radars are in the model; gap-fillers, mobile, "
          + "passive and most airborne sensors are not public, so that warning of cruise missiles, "
          + "drones and aircraft is a lower bound.")
    }
    items.append(Html.escape(judgements.confidence))
    let list = items.map { "<li>\($0)</li>" }.joined(separator: "\n")
    return Html.section(
      "summary", "In four minutes",
      "<h3>Key judgements</h3><ol class=\"judgements\">\(list)</ol>\(headlines())"
        + "<p class=\"note\">Warning is arrival minus alert; below zero the alert comes after the "
        + "arrival. P10: one draw in ten leaves less. The spread from P10 to P90 is what is not known, "
        + "and chance. The computing error is another thing, and smaller: no digit is printed that it "
        + "does not allow, and it is drawn as a thin black bar. Small raised numbers lead to the "
        + "sources.</p>\(map)")
  }

  /// The places named first, before and after: shares before times, P10 before the median.
  private mutating func headlines() -> String {
    var rows = ""
    for place in theatre.focus {
      for posture in compared {
        guard ladder.reaches(place.id, leading, posture) else {
          rows +=
            "<tr><th scope=\"row\">\(Html.escape(place.name))</th><td>\(postureMark(posture))</td>"
            + "<td colspan=\"6\">out of reach in most draws</td></tr>"
          continue
        }
        let figure = ladder.figure(place.id, "warning", leading, posture, "p10")
        rows +=
          "<tr><th scope=\"row\">\(Html.escape(place.name))</th><td>\(postureMark(posture))</td>"
          + cell(place.id, "warning", leading, posture, "no-alert", Words.share)
          + cell(place.id, "warning", leading, posture, "enough", Words.share)
          + cell(place.id, "warning", leading, posture, "p10", Words.time)
          + cell(place.id, "warning", leading, posture, "median", Words.time)
          + cell(place.id, "warning", leading, posture, "p90", Words.time)
          + "<td>\(printer.note(figure))</td></tr>"
      }
    }
    return Html.table(
      "Warning of \(Words.plural(leading)) at the places named first",
      ["Place", "Posture", "No alert", "Enough", "P10", "Median", "P90", "Note"],
      "<tbody>\(rows)</tbody>", isKept: true)
  }

  /// Where the change costs most, with numbers before and after.
  private mutating func worstPlaces() -> [String] {
    let effect = judgements.effect(headline, leading)
    let most = effect.shorter.prefix(3)
    guard !most.isEmpty else { return [] }
    let words = most.map { loss in
      let figures = compared.map { ladder.figure(loss.place.id, "warning", leading, $0, "p10") }
      let medians = compared.map { ladder.figure(loss.place.id, "warning", leading, $0, "median") }
      return "\(Html.escape(loss.place.name)) (P10 \(pair(figures)), median \(pair(medians)))"
        + printer.note(figures[1])
    }
    return [
      "Where \(Html.escape(headline.words)) \(most.count == 1 ? "shortens it" : "shortens it most"): "
        + "\(Words.list(words))."
    ]
  }

  /// A time before and after; said once where it prints the same.
  private mutating func pair(_ figures: [Figure?]) -> String {
    let words = figures.map { Words.time($0) }
    let first = printer.span(figures[0], words[0])
    return words[0] == words[1]
      ? "\(first) in both" : "\(first) to \(printer.span(figures[1], words[1]))"
  }

  /// Where arrivals without any alert are most frequent, for the leading class.
  private mutating func silence() -> String? {
    let posture = headline.after.value
    let worst = theatre.places.filter { ladder.reaches($0.id, leading, posture) }
      .compactMap { place in
        ladder.figure(place.id, "warning", leading, posture, "no-alert").map { (place, $0) }
      }
      .max { ($0.1.estimate.value ?? 0, $1.0.id) < ($1.1.estimate.value ?? 0, $0.0.id) }
    guard let (place, figure) = worst, let value = figure.estimate.value, value > 0.005 else {
      return nil
    }
    return "No alert at all: under \(Html.escape(posture)) the share of arrivals of "
      + "\(Words.plural(leading)) that nobody is told of is largest at \(Html.escape(place.name)), "
      + "\(printer.span(figure, Words.share(figure)))\(printer.note(figure))."
  }
}
