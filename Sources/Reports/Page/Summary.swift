internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What a reader with four minutes reads: is the siren first, what would help, and what to think of it.
extension PageWriter {
  mutating func summary() -> String {
    let page = FirstPage(
      ladder: ladder, judgements: judgements, leading: leading, record: record)
    var blocks = page.blocks
    let first = blocks.isEmpty ? nil : blocks.removeFirst()
    var out = "<p class=\"standing\">\(Html.escape(page.standing))</p>"
    out += first.map { block($0) } ?? ""
    out += headlines() + levers()
    for rest in blocks { out += block(rest) }
    return out
      + "<p class=\"note\">Siren first: the alert comes before the first arrival. What is not known, and chance, is in the "
      + "shares; the computing error is another thing, and smaller: no digit is printed that it does not allow. Small raised "
      + "numbers lead to the sources.</p>"
  }

  private mutating func block(_ block: FirstPage.Block) -> String {
    var items = ""
    for sentence in block.sentences {
      let html = sentence.html(&printer)
      keyJudgements.append(html)
      items += "<li>\(html)</li>"
    }
    return "<h3>\(block.heading)</h3><ul class=\"judgements\">\(items)</ul>"
  }

  /// The map of the change; empty where nothing is asked.
  func mapOfChange() -> String { maps?.change ?? "" }

  /// Is the siren before the impact, and who is in shelter: the places named first, posture by posture in a row.
  private mutating func headlines() -> String {
    let postures = BriefText.postures(theatre)
    let people = [
      (TacticalFigures.enough, "by day"), (TacticalFigures.enoughAtNight, "asleep"),
    ]
    var rows = ""
    for place in theatre.focus
    where postures.contains(where: { ladder.reaches(place.subject, leading, $0) }) {
      rows +=
        "<tr><th scope=\"row\"><a href=\"#\(Sheets.anchor(of: place))\">\(Html.escape(place.name))</a></th>"
        + sirenCells(place, leading, postures)
      for (statistic, _) in people {
        for posture in compared { rows += peopleCells(place, leading, [statistic], posture) }
      }
      let last = ladder.figure(
        place.subject, TacticalFigures.warning, leading, compared.last!, .inTime)
      rows += "<td>\(printer.note(last))</td></tr>"
    }
    guard !rows.isEmpty else { return "" }
    let hours = people.flatMap { _, hour in
      compared.map { "In shelter,<br><small>\(hour), \(postureHead($0))</small>" }
    }
    let heads: [String] =
      ["Place"] + postures.map(postureHead) + (compares ? [changeHead] : []) + hours + ["Note"]
    let caption =
      "Of 100 attacks by \(theatre.plural(leading)), those whose alert comes before the first arrival; of 100 people, those in shelter by then"
    return "<h3>Is the siren before the impact?</h3>"
      + Html.table(caption, heads, "<tbody>\(rows)</tbody>", style: "hundred", isKept: true)
      + hypotheses(postures)
  }

  /// Over the column of changes: which postures are compared.
  var changeHead: String {
    "Change,<br><small>\(Html.escape(judgements.names(headline.pair)))</small>"
  }

  private func hypotheses(_ postures: [String]) -> String {
    let named = postures.filter { theatre.name(of: $0) != $0 }.compactMap { id in
      theatre.posture(id).map { "“\(theatre.name(of: id))”: \($0.title)" }
    }
    let told =
      named + judgements.hypotheses(postures)
      + (compares ? ["changes are rounded by themselves"] : [])
    return told.isEmpty
      ? "" : "<p class=\"note\">\(Html.escape(Words.capital(told.joined(separator: "; ")))).</p>"
  }
}
