import ArgumentParser
import Datasets
import Quantities
import Reports
import Scenarios
import Theatre
import Vedette

/// `vedette trials`: claims on trial, each asked otherwise too.
struct TrialsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trials",
    abstract:
      "Try the public claims of a scenario: how often each holds, and where its verdict turns.",
    discussion:
      "Each claim is asked as the scenario reads it, then with places counting their people, after every other posture and "
      + "in every country alone. Claims about distances are facts of the order of battle: nothing is drawn for them."
  )

  @Argument(help: "The scenario's folder.") var scenario: String
  @Option(help: "Id of one trial; all of them when left out.") var trial: String?
  @OptionGroup var options: DrawOptions
  @Flag(help: "Print results.json of the trials.") var json = false

  func run() async throws {
    try await Terminal.run { [self] in
      let analysis = try options.analysis(scenario)
      let theatre = analysis.scenario.theatre
      let ids = theatre.trials.map(\.id)
      if let trial, !ids.contains(trial) {
        let nearest = NearestName.to(trial, among: ids).map { "; did you mean '\($0)'?" } ?? ""
        throw DataError(.badData, "no trial '\(trial)' in this scenario\(nearest)")
      }
      let ask = Ask(products: [.trial], trials: trial.map { [$0] })
      let results = try await options.answer(ask, analysis)
      try Terminal.print(
        json ? ResultsFile.answer(results) : TrialText(results, theatre).text)
    }
  }
}
