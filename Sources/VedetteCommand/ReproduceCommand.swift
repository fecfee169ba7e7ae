import ArgumentParser
import Datasets
import Findings
import Foundation
import Quantities
import RunStore
import Theatre
import Vedette

/// `vedette reproduce`: a run again, and what agrees.
struct ReproduceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reproduce",
    abstract: "Run again what a results file says, and say what agrees.",
    discussion:
      "Ends with 1 where some figure does not agree. Another scenario, program or data layer is said first."
  )

  @Argument(help: "A results file.") var results: String
  @Option(help: "The scenario's folder; by its name here or under Scenarios where left out.")
  var scenario: String?
  @Option(help: "Tasks at once; results do not depend on it.")
  var threads: Int = min(64, ProcessInfo.processInfo.activeProcessorCount)
  @Option(help: "Progress on standard error: auto, bar, json or none.")
  var progress: ProgressBar.Style = .auto
  @Flag(help: "Every figure and input of the long lists.") var all = false
  @Flag(help: "Print as JSON: every figure.") var json = false

  func validate() throws {
    if !(1...64).contains(threads) { throw ValidationError("--threads: expected 1 to 64") }
  }

  func run() async throws {
    try await Terminal.run { [self] in
      let stored = try StoredRun(path: results)
      let run = stored.identity.run
      let scenario = try Scenario(path: try folder(run.scenario))
      let analysis = try Terminal.analysis(scenario)
      let notes = notes(stored.identity, scenario)
      let bar = ProgressBar(progress)
      let again = try await analysis.answer(
        .everything, .draws(run.draws), seed: run.seed, threads: threads
      ) { bar.show($0, $1, $2) }
      let before = try stored.results(declared: again.declared)
      let difference = Results.Difference(from: before, to: again)
      let text = DifferenceText(difference: difference, most: all ? .max : 20)
      if json {
        try Terminal.print(text.json.text + "\n")
      } else {
        let verdict =
          difference.agrees
          ? "every figure agrees to the last digit\n" : "not every figure agrees\n"
        try Terminal.print(notes.map { "\($0)\n" }.joined() + text.text + verdict)
      }
      if !difference.agrees { throw ExitCode(1) }
    }
  }

  private func folder(_ name: String) throws -> String {
    if let scenario { return scenario }
    let known = [name, "Scenarios/\(name)"].first {
      FileManager.default.fileExists(atPath: "\($0)/scenario.yaml")
    }
    guard let known else {
      throw DataError(
        .noInput, "no folder of the scenario '\(name)' here; name it with --scenario")
    }
    return known
  }

  private func notes(_ identity: StoredRun.Identity, _ scenario: Scenario) -> [String] {
    var notes: [String] = []
    let run = identity.run
    if run.version != Analysis.version {
      notes.append("written by vedette \(run.version); this is \(Analysis.version)")
    }
    if run.scenarioHash != scenario.hash { notes.append("the scenario's files have changed since") }
    if identity.data != Analysis.data(of: scenario, Terminal.pack) {
      notes.append("other data layers are installed")
    }
    return notes
  }
}
