public import Findings
internal import Quantities

/// What figures rest on, and what was asked, as tables.
public enum FoundationSheets {
  /// In the order in which a reader would look for them.
  public static func all(_ results: Results) -> [Sheet] {
    let foundations = results.foundations
    return [
      trials(results), facts(results), statements(results), drivers(results),
      inputs(foundations), claims(foundations), sources(foundations), data(foundations),
    ]
  }

  private static func sources(_ foundations: Results.Foundations) -> Sheet {
    Sheet(
      "sources", "Who published something, when and where.",
      [
        .init("id", .text, "Id in the scenario."), .init("title", .text, "Title."),
        .init("publisher", .text, "Who published it."),
        .init("date", .text, "Day of publication; empty where it is not known."),
        .init("link", .text, "Where it can be read."),
        .init("grade", .text, "Admiralty grade: reliability A to F, credibility 1 to 6."),
        .init("origin", .text, "Id of the source that this one repeats."),
        .init("maker", .integer, "1 where the maker speaks of its own product."),
      ],
      rows: foundations.sources.map {
        [
          .text($0.id), .text($0.title), .text($0.publisher), Sheet.Cell($0.date?.description),
          .text($0.link), .text($0.grade), Sheet.Cell($0.origin), .integer($0.isMaker ? 1 : 0),
        ]
      })
  }

  private static func claims(_ foundations: Results.Foundations) -> Sheet {
    Sheet(
      "claims", "What somebody says of one input.",
      [
        .init("id", .text, "Id of the claim."), .init("address", .text, "The input it speaks of."),
        .init("low", .real, "Lower end, SI unit; a lone figure is low, likely and high."),
        .init("likely", .real, "Likely value, SI unit."),
        .init("high", .real, "Upper end, SI unit."),
        .init("unit", .text, "The SI unit; empty for shares and counts."),
        .init("source", .text, "Id of the source; empty where nobody is cited, graded F6."),
        .init(
          "spread_assumed", .integer, "1 where the source gives a lone figure, the spread is ours."),
        .init("note", .text, "What whoever wrote it down remarks."),
        .init("file", .text, "File of the scenario in which it stands."),
        .init("line", .integer, "Line in that file."),
      ],
      rows: foundations.claims.map {
        [
          .text($0.id), .text($0.address.description), .real($0.range.low),
          .real($0.range.likely), .real($0.range.high), .text($0.unit), Sheet.Cell($0.source),
          .integer($0.spreadIsAssumed ? 1 : 0), Sheet.Cell($0.note), .text($0.span.file),
          .integer($0.span.line),
        ]
      })
  }

  private static func inputs(_ foundations: Results.Foundations) -> Sheet {
    Sheet(
      "inputs", "What is drawn, with its law.",
      [
        .init("address", .text, "Name of the input."),
        .init("posture", .text, "The posture that sets this law; empty for that of all others."),
        .init("kind", .text, "knowledge, chance, adversary or defender: who or what decides it."),
        .init("unit", .text, "SI unit; empty for shares and counts."),
        .init("low", .real, "Lower end of what is drawn."),
        .init("likely", .real, "Likely value of the weightiest claim."),
        .init("high", .real, "Upper end of what is drawn."),
        .init("unsourced", .integer, "1 where every claim of it cites nobody."),
        .init("law", .text, "The whole law as JSON: weights, families and parameters."),
      ],
      rows: foundations.inputs.map { input in
        let law = input.law
        return [
          .text(input.address.description), Sheet.Cell(input.posture), .text(law.kind.rawValue),
          .text(input.unit), .real(law.drawn.lowerBound), .real(law.likely),
          .real(law.drawn.upperBound),
          .integer(foundations.restsOnNobody(law) ? 1 : 0), .text(Shape.law.encode(law).text),
        ]
      })
  }

  /// By the row of the input: its name would stand there thousands of times.
  private static func drivers(_ results: Results) -> Sheet {
    var rows: [Address: Int] = [:]
    for (index, input) in results.foundations.inputs.enumerated() where rows[input.address] == nil {
      rows[input.address] = index + 1
    }
    return Sheet(
      "leading_inputs",
      "An input that a warning hangs on, ten at most for each; the view drivers has its name.",
      [
        .init("place", .text, "What the warning is of."),
        .init("class", .text, "Class of threat; any: all classes together."),
        .init("posture", .text, "Id of the posture."), .init("rank", .integer, "1 drives it most."),
        .init("input", .integer, "Row of the input."),
        .init(
          "share", .real,
          "Share of the warning's variance over the draws that a straight line in it explains; shares of inputs that act together do not add up to 1."
        ), .init("n", .integer, "Draws with an alert, over which it was looked at."),
        .init(
          "beliefs", .text,
          "If one claim of the input were right alone, in the order of its law: draws that arrive / those of them with the alert in time; empty for a lone claim."
        ),
      ],
      rows: results.drivers.flatMap { drivers in
        drivers.leading.enumerated().compactMap { rank, driver in
          rows[driver.address].map { row in
            [
              .text(drivers.subject.word), .text(drivers.threat ?? "any"), .text(drivers.posture),
              .integer(rank + 1), .integer(row), .real(driver.share), .integer(drivers.draws),
              driver.beliefs.isEmpty
                ? .empty
                : .text(
                  driver.beliefs.map { "\($0.draws)/\($0.inTime)" }.joined(separator: " ")),
            ]
          }
        }
      })
  }

  private static func trials(_ results: Results) -> Sheet {
    Sheet(
      "trials", "A public claim put to the draws, as it is asked first and then otherwise.",
      [
        .init("id", .text, "Id of the trial."), .init("words", .text, "What was said, our words."),
        .init("quote", .text, "Word for word; empty where only the paraphrase is kept."),
        .init("said_by", .text, "Who said it."), .init("source", .text, "Id of the source."),
        .init("predicate", .text, "What is tried."),
        .init("asked", .text, "as asked, or how else: the region and postures of the figure."),
        .init("figure", .text, "Id of the figure that holds the verdict."),
        .init("holds_pct", .real, "Of 100 draws, those in which it holds."),
        .init(
          "circular", .text,
          "Inputs of which its own source speaks: the verdict is partly the weight that it has."),
      ],
      rows: results.trials.flatMap { trial in
        ([trial.figure] + trial.variants).enumerated().map { index, id in
          [
            .text(trial.id), .text(trial.said.words), Sheet.Cell(trial.said.quote),
            .text(trial.said.by), Sheet.Cell(trial.said.source), .text(trial.predicate),
            .text(index == 0 ? "as asked" : "\(id.subject.word), \(id.setting)"),
            .text(id.description),
            Sheet.Cell(results.figures[id: id]?.estimate.value.map { 100 * $0 }),
            .text(trial.circular.map(\.description).joined(separator: " ")),
          ]
        }
      })
  }

  private static func facts(_ results: Results) -> Sheet {
    Sheet(
      "facts", "A public claim that distances alone answer.",
      [
        .init("id", .text, "Id of the trial."), .init("words", .text, "What was said, our words."),
        .init("said_by", .text, "Who said it."), .init("predicate", .text, "What is asked."),
        .init("postures", .text, "Of which posture, or from which to which."),
        .init("country", .text, "Two-letter code; empty for all places asked."),
        .init("satisfied", .integer, "Places at which it is so."),
        .init("places", .integer, "Places asked."),
        .init("people", .integer, "People of the former."),
        .init("population", .integer, "People of the latter."),
        .init("holds", .integer, "1 where that is the share asked for."),
      ],
      rows: results.facts.flatMap { fact in
        ((fact.asked.map { [$0] } ?? []) + fact.variants).map { count in
          [
            .text(fact.id), .text(fact.said.words), .text(fact.said.by), .text(fact.predicate),
            .text(count.setting.word), Sheet.Cell(count.country), .integer(count.satisfied),
            .integer(count.places), .integer(count.people), .integer(count.population),
            .integer(count.holds ? 1 : 0),
          ]
        }
      })
  }

  private static func statements(_ results: Results) -> Sheet {
    Sheet(
      "statements", "Something said in public, and what is found of it.",
      [
        .init("id", .text, "Id of the statement."),
        .init("words", .text, "What was said, our words."),
        .init("said_by", .text, "Who said it."),
        .init("state", .text, "tested, partly, pointed at or not tested."),
        .init("finding", .text, "What is found, with the figures of this run."),
        .init("reason", .text, "What is not tested, and why."),
        .init("confidence", .text, "How sure."),
        .init("would_change", .text, "What would change it."),
        .init("figures", .text, "Ids of the figures in it, space between."),
      ],
      rows: results.answers.map { answer in
        [
          .text(answer.id), .text(answer.said.words), .text(answer.said.by),
          .text(answer.state.rawValue), .text(answer.words(results.figures)),
          .text(answer.reason), .text(answer.confidence), .text(answer.wouldChange),
          .text(answer.figures.map(\.description).joined(separator: " ")),
        ]
      })
  }

  private static func data(_ foundations: Results.Foundations) -> Sheet {
    Sheet(
      "data", "A data layer that the run used.",
      [
        .init("layer", .text, "Its name."), .init("version", .text, "Version."),
        .init("sha256", .text, "SHA-256 of the installed file."),
        .init("licence", .text, "Licence of the data."),
        .init("attribution", .text, "What to print beside whatever is made from it."),
      ],
      rows: foundations.data.map {
        [
          .text($0.layer), .text($0.version), .text($0.sha256), .text($0.licence),
          .text($0.attribution),
        ]
      })
  }
}

extension Results.Foundations {
  /// Whether every claim of a law cites nobody; a law that is part of the model rests on the model.
  fileprivate func restsOnNobody(_ law: Law) -> Bool {
    let ids = Set(law.components.compactMap(\.claim))
    guard !ids.isEmpty else { return false }
    return !claims.contains { ids.contains($0.id) && $0.source != nil }
  }
}

extension Results.Answer {
  /// Ids of the figures in what is found.
  var figures: [FigureID] {
    finding.compactMap { if case .figure(let id) = $0 { id } else { nil } }
  }

  /// What is found as plain words.
  func words(_ figures: FigureTable) -> String {
    finding.map { piece in
      switch piece {
      case .words(let words): words
      case .figure(let id): Words.plain(figures[id: id])
      }
    }.joined()
  }
}
