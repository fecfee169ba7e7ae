internal import Findings
internal import Quantities

/// Published claims against the model, each swept: where does its verdict turn?
extension PageWriter {
  mutating func trials() -> String {
    guard !results.trials.isEmpty || !results.facts.isEmpty else { return "" }
    var html = ""
    for fact in results.facts { html += self.fact(fact) }
    for trial in results.trials { html += self.trial(trial) }
    return html
      + "<p class=\"note\">Verdict: holds or fails in most draws; open where the interval of the computing error has one half "
      + "in it. Threshold, share of places, places, posture and weight are ours, not the speaker’s: the rows after the first "
      + "change one of them; postures are those that a question compares with the same one before. The last two columns say with which number, or at which share, the verdict would turn. A place "
      + "that comes within reach, or loses its alert, counts as fallen by any number; one that leaves reach, or had no alert "
      + "before, as not fallen. Distances count launchers whose greatest claimed range reaches the place.</p>"
  }

  private var wording: TrialWording { TrialWording(judgements: judgements) }

  // MARK: plain geometry

  private func fact(_ fact: Results.Fact) -> String {
    let told =
      (fact.asked.map { [("as asked, \(wording.postures($0.setting))", $0)] } ?? [])
      + fact.variants.map { (wording.asking($0), $0) }
    let rows = told.map { asked, count in
      let places = "\(count.satisfied) of \(count.places)"
      return "<tr><th scope=\"row\">\(Html.escape(asked))</th>"
        + "<td class=\"verdict\">\(wording.verdict(count))</td><td>\(places)</td>"
        + "<td>\(Words.grouped(count.people)) of \(Words.grouped(count.population))</td></tr>"
    }
    let note =
      fact.asked == nil
      ? "<p class=\"note\">Not asked: no launcher reaches any of the places.</p>" : ""
    return head(fact.said, fact.predicate, id: fact.id) + note
      + Html.table(
        "Plain geometry: no draw, as sure as the order of battle",
        ["Asked", "Verdict", "Places", "People there"], "<tbody>\(rows.joined())</tbody>",
        style: "wordy", isKept: true)
  }

  // MARK: what is drawn

  private mutating func trial(_ trial: Results.Trial) -> String {
    var rows = row("as asked", trial.figure)
    // where nobody says how many live there, there is no such row
    if ladder.figure(trial.figure.with(.holdsByPeople))?.estimate.value != nil {
      rows += row("as asked, places counting their people", trial.figure, byPeople: true)
    }
    for variant in trial.variants { rows += row(judgements.asking(variant), variant) }
    let circular =
      trial.circular.isEmpty
      ? ""
      : "<p class=\"note\"><b>Circular.</b> Its source also speaks of "
        + trial.circular.map { "<code>\($0)</code>" }.joined(separator: ", ")
        + ": the verdict is partly the weight that this source has in the draws.</p>"
    return head(trial.said, trial.predicate, id: trial.id) + circular
      + Html.table(
        "How often it holds in this model, and where the verdict turns",
        [
          "Asked", "Verdict", "Draws in which it holds", "Places, over all draws",
          "Turns at the number", "Turns at the share",
        ], "<tbody>\(rows)</tbody>", style: "wordy", isKept: true)
  }

  private mutating func row(
    _ asked: String, _ holds: FigureID, byPeople: Bool = false
  ) -> String {
    func figure(_ places: Statistic, _ people: Statistic) -> Figure? {
      ladder.figure(holds.with(byPeople ? people : places))
    }
    let share = figure(.holds, .holdsByPeople)
    let places = byPeople ? nil : ladder.figure(holds.with(.places))
    let turns = figure(.attainedByHalf, .attainedByPeople)
    let turning = wording.turning(turns, isFall: holds.setting.isChange)
    let half = figure(.shareInHalf, .shareInHalfByPeople)
    return "<tr><th scope=\"row\">\(Html.escape(asked))</th>"
      + "<td class=\"verdict\">\(wording.verdict(share))</td>"
      + "<td>\(printer.span(share, Words.share(share)))\(share.map { printer.note($0) } ?? "")</td>"
      + printer.cell(places, byPeople ? "" : Words.share(places))
      + "<td>\(turning.words)\(turning.number.map { printer.span(turns, $0) } ?? "")</td>"
      + printer.cell(half, "\(Words.share(half)) of \(byPeople ? "people" : "places")") + "</tr>"
  }

  // MARK: what was said

  private func head(_ said: Results.Said, _ predicate: String, id: String) -> String {
    "<h3 id=\"trial-\(Html.escape(id))\">\(said.html)</h3><p>\(Html.escape(Words.capital(said.by)))"
      + "\(source(said)). Read as: \(Html.escape(predicate)).</p>"
  }

  private func source(_ said: Results.Said) -> String {
    said.source.flatMap { printer.numbers[$0] }
      .map { " <sup><a href=\"#s\($0)\">source</a></sup>" } ?? ""
  }
}

extension Results.Said {
  /// A paraphrase as it is; a quotation between quotation marks, with what it says in our words.
  var html: String {
    quote.map { "“\(Html.escape($0))”, that is: \(Html.escape(words))" } ?? Html.escape(words)
  }
}
