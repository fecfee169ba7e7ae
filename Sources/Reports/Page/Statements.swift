internal import Findings
internal import Quantities

/// What was said in public, statement by statement: what we find, how sure, what would change it.
extension PageWriter {
  mutating func statements() -> String {
    guard !results.answers.isEmpty else { return "" }
    var rows = ""
    for answer in results.answers {
      let isTold = answer.state == .tested
      rows +=
        "<tr><th scope=\"row\">\(Html.escape(answer.id))</th><td>\(answer.said.html)<br><small>"
        + "\(Html.escape(answer.said.by))</small></td><td>"
        + (isTold
          ? "" : "<strong class=\"loss\">\(Words.capital(answer.state.rawValue)):</strong> ")
        + finding(answer) + "</td><td>\(Html.escape(answer.confidence))</td>"
        + "<td>\(Html.escape(answer.wouldChange))</td></tr>"
    }
    return "<p>\(Html.escape(statementCount))</p>"
      + Html.table(
        "What was said in public, and what we find",
        ["", "Said", "What we find", "How sure", "What would change it"],
        "<tbody>\(rows)</tbody>", style: "wordy")
  }

  /// `Of 24 statements 15 are answered …`
  var statementCount: String {
    func count(_ state: Results.Answer.State) -> Int {
      results.answers.count { $0.state == state }
    }
    let pointed = count(.pointed)
    return
      "Of \(results.answers.count) statements \(count(.tested)) are answered and \(count(.untested)) "
      + "are not tested"
      + (pointed > 0 ? "; \(pointed) are only pointed at." : ".")
  }

  private mutating func finding(_ answer: Results.Answer) -> String {
    var html = ""
    for piece in answer.finding {
      switch piece {
      case .words(let words): html += Html.escape(words)
      case .figure(let id):
        let figure = ladder.figure(id)
        html += printer.span(figure, Words.plain(figure))
      }
    }
    let names = answer.standsOn.map { "<code>\(Html.escape($0))</code>" }.joined(separator: " ")
    return html + (names.isEmpty ? "" : "<br><small>\(names)</small>")
  }
}
