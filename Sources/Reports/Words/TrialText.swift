public import Findings
internal import Quantities
public import Theatre

/// Claims on trial as plain text for a terminal, each as it is asked and asked otherwise.
public struct TrialText: Sendable {
  public let text: String

  public init(_ results: Results, _ theatre: Theatre) {
    let ladder = Ladder(results: results, theatre: theatre, classes: [])
    let writer = Writer(
      ladder: ladder, wording: TrialWording(judgements: Judgements(ladder: ladder)))
    let told = results.facts.map(writer.fact) + results.trials.map(writer.trial)
    text =
      told.isEmpty
      ? "The scenario has no claim on trial.\n"
      : told.joined(separator: "\n")
        + "\nThreshold, share, places, posture and weight are the scenario's, not the speaker's.\n"
  }

  private struct Writer {
    let ladder: Ladder
    let wording: TrialWording

    func fact(_ fact: Results.Fact) -> String {
      var out = head(fact.said, fact.predicate)
      out += "  plain geometry: no draw\n"
      if fact.asked == nil { out += "  not asked: no launcher reaches any of the places\n" }
      let told =
        (fact.asked.map { [("as asked, \(wording.postures($0.setting))", $0)] } ?? [])
        + fact.variants.map { (wording.asking($0), $0) }
      for (asked, count) in told {
        out += TrialText.line(
          asked,
          [
            wording.verdict(count), "\(count.satisfied) of \(count.places) places",
            "\(Words.grouped(count.people)) of \(Words.grouped(count.population)) people",
          ])
      }
      return out
    }

    func trial(_ trial: Results.Trial) -> String {
      var out = head(trial.said, trial.predicate)
      if !trial.circular.isEmpty {
        out +=
          "  circular: its source also speaks of "
          + trial.circular.map(\.description).joined(separator: ", ") + "\n"
      }
      out += TrialText.line("", ["verdict", "holds in", "turns at", "turns at a share of"])
      out += row("as asked", trial.figure)
      if ladder.figure(trial.figure.with(.holdsByPeople))?.estimate.value != nil {
        out += row("places counting people", trial.figure, byPeople: true)
      }
      return out + trial.variants.map { row(wording.judgements.asking($0), $0) }.joined()
    }

    private func row(_ asked: String, _ holds: FigureID, byPeople: Bool = false) -> String {
      func figure(_ places: Statistic, _ people: Statistic) -> Figure? {
        ladder.figure(holds.with(byPeople ? people : places))
      }
      let share = figure(.holds, .holdsByPeople)
      let turns = wording.turning(
        figure(.attainedByHalf, .attainedByPeople), isFall: holds.setting.isChange)
      return TrialText.line(
        asked,
        [
          wording.verdict(share), Words.share(share), turns.words + (turns.number ?? ""),
          "\(Words.share(figure(.shareInHalf, .shareInHalfByPeople))) of \(byPeople ? "people" : "places")",
        ])
    }

    private func head(_ said: Results.Said, _ predicate: String) -> String {
      let words = said.quote.map { "“\($0)”, that is: \(said.words)" } ?? said.words
      return "\(words) (\(said.by))\n  read as: \(predicate)\n"
    }
  }

  /// A row of columns that are wide enough for what stands in them.
  private static func line(_ head: String, _ cells: [String]) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(2, width - text.count))
    }
    let text = "  " + padded(head, 34) + cells.map { padded($0, 22) }.joined()
    return String(text.reversed().drop { $0 == " " }.reversed()) + "\n"
  }
}
