internal import Findings
internal import Quantities

/// Published claims against the model.
extension PageWriter {
  mutating func trials() -> String {
    guard !results.trials.isEmpty else { return "" }
    var rows = ""
    for trial in results.trials {
      let figure = ladder.figure(trial.figure)
      let places = self.figure(of: trial, .places)
      let source =
        trial.source.flatMap { printer.numbers[$0] }
        .map { " <sup><a href=\"#s\($0)\">source</a></sup>" } ?? ""
      rows +=
        "<tr><th scope=\"row\">“\(Html.escape(trial.words))”<br><small>\(Html.escape(trial.saidBy))"
        + "\(source)</small></th><td>\(Html.escape(trial.predicate))</td>"
        + "<td class=\"verdict\">\(verdict(figure))</td>"
        + "<td>\(printer.span(figure, Words.share(figure)))\(printer.note(figure))</td>"
        + printer.cell(places, Words.share(places)) + "<td>\(taking(trial))</td></tr>"
    }
    return Html.table(
      "What was said, and how often it holds in this model",
      [
        "Claim", "As a predicate", "Verdict", "Draws in which it holds",
        "Places, over all draws",
        "What it would take",
      ], "<tbody>\(rows)</tbody>", style: "wordy", isKept: true)
      + "<p class=\"note\">Verdict: holds or fails in most draws; open where the interval of the "
      + "computing error has one half in it. A place that comes within reach, or loses its alert, "
      + "counts as fallen by any number; one that leaves reach, or had no alert before, as not "
      + "fallen. What it would take: the number with which the claim would hold that often.</p>"
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
    let isFall = trial.figure.setting.isChange
    func words(_ statistic: Statistic) -> String? {
      guard let figure = figure(of: trial, statistic) else { return nil }
      // why there is no number stands in the figure
      guard figure.estimate.value != nil else { return figure.absent.keys.sorted().first }
      guard isFall else { return "a limit of \(printer.span(figure, Words.time(figure)))" }
      let fall = Words.change(figure)
      return fall.hasPrefix("+")
        ? "a fall of \(printer.span(figure, String(fall.dropFirst())))" : "no fall"
    }
    let (half, tenth) = (words(.attainedByHalf), words(.attainedByATenth))
    guard let half else { return "–" }
    let rest = tenth.map { ", in one in ten \($0)" } ?? ""
    return "in half the draws \(half)\(rest)"
  }

  /// Another figure of a trial, beside the one that says how often it holds.
  private func figure(of trial: Results.Trial, _ statistic: Statistic) -> Figure? {
    ladder.figure(trial.figure.with(statistic))
  }
}
