internal import Quantities
internal import Warnings

/// Published claims against the model.
extension PageWriter {
  mutating func trials() -> String {
    guard !results.trials.isEmpty else { return "" }
    var rows = ""
    for trial in results.trials {
      let figure = ladder.figure(id: trial.figure)
      let places = ladder.figure(id: trial.figure.replacing("/holds", with: "/places"))
      let source =
        results.sources.firstIndex { $0.id == trial.source }
        .map { " <sup><a href=\"#s\($0 + 1)\">source</a></sup>" } ?? ""
      rows +=
        "<tr><th scope=\"row\">“\(Html.escape(trial.words))”<br><small>\(Html.escape(trial.saidBy))"
        + "\(source)</small></th><td>\(Html.escape(trial.predicate))</td>"
        + "<td class=\"verdict\">\(verdict(figure))</td>"
        + "<td>\(printer.span(figure, Words.share(figure)))\(printer.note(figure))</td>"
        + printer.cell(places, Words.share(places)) + "<td>\(taking(trial))</td></tr>"
    }
    return Html.section(
      "trials", "Claims on trial",
      Html.table(
        "What was said, and how often it holds in this model",
        [
          "Claim", "As a predicate", "Verdict", "Draws in which it holds",
          "Places, in the mean draw",
          "What it would take",
        ], "<tbody>\(rows)</tbody>", style: "wordy", isKept: true)
        + "<p class=\"note\">Verdict: holds or fails in most draws; open where the interval of the "
        + "computing error has one half in it.</p>")
  }

  private func verdict(_ figure: Figure?) -> String {
    guard let estimate = figure?.estimate, let p = estimate.value else {
      return "not asked: nothing is reached"
    }
    if let low = estimate.low, let high = estimate.high, low <= 0.5, high >= 0.5 { return "open" }
    return p > 0.5 ? "holds in most draws" : "fails in most draws"
  }

  /// The number with which the claim would hold in half the draws, and in a tenth of them.
  private mutating func taking(_ trial: Results.Trial) -> String {
    let half = ladder.figure(id: trial.figure.replacing("/holds", with: "/attained-by-half"))
    let tenth = ladder.figure(id: trial.figure.replacing("/holds", with: "/attained-by-a-tenth"))
    guard trial.figure.contains("~") else {
      guard let half, half.estimate.value != nil else { return "any number would do" }
      return
        "a limit of \(printer.span(half, Words.time(half))) would hold in half the draws, one of "
        + "\(printer.span(tenth, Words.time(tenth))) in one in ten"
    }
    func fall(_ figure: Figure?) -> String {
      guard let figure, let value = figure.estimate.value, value >= 0.5 else { return "no fall" }
      let words = Words.time(value, error: figure.estimate.halfWidth ?? 0)
      return "a fall of \(printer.span(figure, words))"
    }
    return "\(fall(half)) would hold in half the draws, \(fall(tenth)) in one in ten"
  }
}
