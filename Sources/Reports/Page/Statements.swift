internal import Findings
internal import Quantities

/// What was said in public, statement by statement: what we find, how sure, what would change it.
extension PageWriter {
  mutating func statements() -> String {
    guard !results.answers.isEmpty else { return "" }
    var rows = ""
    for answer in results.answers {
      rows +=
        "<tr><th scope=\"row\">\(Html.escape(answer.id))</th><td>\(answer.said.html)<br><small>"
        + "\(Html.escape(answer.said.by))</small></td><td>\(finding(answer))\(untested(answer))"
        + "\(grounds(answer))</td><td>\(Html.escape(answer.confidence))</td>"
        + "<td>\(Html.escape(answer.wouldChange))</td></tr>"
    }
    return "<p>\(Html.escape(StatementCount(results.answers).words))</p>"
      + Html.table(
        "What was said in public, and what we find",
        ["", "Said", "What we find", "How sure", "What would change it"],
        "<tbody>\(rows)</tbody>", style: "wordy")
  }

  private mutating func finding(_ answer: Results.Answer) -> String {
    var html = answer.state == .pointed ? "Only pointed at." : ""
    for piece in answer.finding {
      switch piece {
      case .words(let words): html += Html.escape(words)
      case .figure(let id):
        let figure = ladder.figure(id)
        html += printer.span(figure, Words.plain(figure))
      }
    }
    return html
  }

  private func untested(_ answer: Results.Answer) -> String {
    answer.reason.isEmpty
      ? "" : " <strong class=\"loss\">Not tested:</strong> \(Html.escape(answer.reason))."
  }

  private func grounds(_ answer: Results.Answer) -> String {
    let names = answer.standsOn.map { "<code>\(Html.escape($0))</code>" }
    return names.isEmpty ? "" : "<br><small>\(names.joined(separator: " "))</small>"
  }
}
