import ArgumentParser
import Datasets
import Findings
import Quantities
import Reports
import RunStore
import Theatre
import Vedette

/// `vedette explain`: a figure back to its inputs, claims and sources.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "What a figure says, what it hangs on, and whose claims those are.",
    discussion:
      "The inputs that drive it come first, by the share of the warning's spread that each explains, and what it would be if one "
      + "claim of the leading ones were right alone. Read from the results file of a briefing where one of the same scenario, seed and "
      + "data is there, else computed: the last line says which.")

  @Argument(help: "The scenario's folder.") var scenario: String
  @Argument(help: "A figure's id, as the briefing carries it.") var figure: String
  @OptionGroup var options: DrawOptions
  @OptionGroup var stored: StoredOptions
  @Flag(
    help:
      "Every input that it asks for, and those that move nothing of it; this moves each, and takes a while."
  )
  var all = false
  @Flag(help: "Print as JSON.") var json = false

  func run() async throws {
    try await Terminal.run { [self] in
      let scenario = try options.scenario(scenario)
      guard let id = scenario.figure(figure) else { throw unknown(scenario) }
      var found = try stored.find(scenario, options)
      if all, case .stored = found {
        found = .none(because: "--all moves every input")
      }
      guard let explanation = try await explanation(id, scenario, found) else {
        throw unknown(scenario)
      }
      if json {
        try Terminal.print(ExplanationText.json(explanation, scenario.theatre).text + "\n")
      } else {
        try Terminal.tell(
          ExplanationText.text(explanation, scenario.theatre, all: all) + found.words)
      }
    }
  }

  private func explanation(
    _ id: FigureID, _ scenario: Scenario, _ found: StoredOptions.Found
  ) async throws -> Explanation? {
    let theatre = scenario.theatre
    if case .stored(let run) = found {
      let results = try run.results(
        of: [id.subject.word], declared: Slices.shipped.map { $0.findings })
      var annexes: [any Annex] = []
      if case .episode = id.subject, let annex = try run.annex(Results.Strategic.self) {
        annexes = [annex]
      }
      return Explanation(figure, in: results.with(annexes))
    }
    let analysis = try options.analysis(scenario)
    let results = try await options.answer(.figures([id], theatre), analysis)
    let bar = ProgressBar(options.progress)
    let idle =
      all
      ? try IdleInputs(id, of: analysis, seed: options.seed) { bar.show($0, $1, $2) } : nil
    return Explanation(figure, in: results, idle: idle)
  }

  /// Says that the scenario has no such figure, and which it may have been meant to be.
  private func unknown(_ scenario: Scenario) -> ExitCode {
    let nearest = scenario.nearest(to: figure)
    Terminal.complain(
      "error: '\(figure)' is not a figure of this scenario"
        + (nearest.map { "\n  help: did you mean '\($0)'?" } ?? ""))
    return .badData
  }
}
