internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What a change goes back to.
extension PageWriter {
  /// Every link of the chain, and losses at places to which nothing came nearer.
  mutating func losses() -> String {
    let heads = [TacticalFigures.Link.flight, .detection, .localisation, .decision, .dissemination]
    var body = ""
    for place in theatre.focus {
      for threat in classes {
        guard let change = LinkedChange(ladder, place, threat, headline.pair) else { continue }
        body +=
          "<tr><th scope=\"row\">\(Html.escape(place.name))</th><td>\(Html.escape(theatre.plural(threat)))</td>"
          + "<td>\(Words.signed(change.total))</td>"
        for link in change.links {
          body += printer.cell(link.figure, Words.change(link.figure, none: "0 s"))
        }
        body += "<td>\(printer.note(change.links[0].figure))</td></tr>"
      }
    }
    let table =
      body.isEmpty
      ? ""
      : Html.table(
        "What each link of the chain adds to what is left, \(judgements.named(compared.first!)) → \(judgements.named(compared.last!)): means of the draws alerted in both",
        ["Place", "Threat", "All"] + heads.map { Words.capital($0.rawValue) } + ["Note"],
        "<tbody>\(body)</tbody>")
    return table + unexplained()
  }

  /// At most so many sentences a class; the others are counted.
  private static let mostSentences = 5

  private func unexplained() -> String {
    var items: [String] = []
    for threat in classes {
      let all = UnexplainedLosses(ladder).all(threat, headline).sorted {
        $0.change.total < $1.change.total
      }
      items += all.prefix(PageWriter.mostSentences).map { Html.escape($0.sentence) + "." }
      let others = all.count - PageWriter.mostSentences
      if others > 0 {
        items.append(
          "\(Words.capital(Words.count(others, "further place loses", "further places lose"))) warning of "
            + "\(Html.escape(theatre.plural(threat))) that way.")
      }
    }
    guard !items.isEmpty else { return "" }
    return "<p>Where warning is lost although nothing came nearer:</p><ul>"
      + items.map { "<li>\($0)</li>" }.joined() + "</ul>"
  }
}
