import ArgumentParser
import Datasets
import Findings
import Foundation
import RunStore
import Vedette

/// Whether an answer is read from a results file or computed.
struct StoredOptions: ParsableArguments, Sendable {
  @Option(
    help: "A results file that may hold the answer; out/results.gpkg where there is one.")
  var results: String?
  @Flag(help: "Compute anew, whatever a results file holds.") var fresh = false

  static let usual = "out/results.gpkg"

  /// A run that answers, or why none does.
  enum Found: Sendable {
    case stored(StoredRun)
    /// Nil where nobody would expect one.
    case none(because: String?)

    /// What to say at the end of an answer.
    var words: String {
      switch self {
      case .stored(let run): "from \(run.path)\n"
      case .none(let reason): reason.map { "computed anew: \($0)\n" } ?? ""
      }
    }
  }

  /// Looks for a run of the same scenario, program, seed, draws and data.
  ///
  /// - Throws: where a file that was named cannot be read.
  func find(_ scenario: Scenario, _ options: DrawOptions) throws -> Found {
    if let until = options.until {
      return .none(because: "draws until the error is below \(until)")
    }
    return try find(scenario, seed: options.seed, draws: options.draws)
  }

  /// - Parameter draws: of a replicate; nil takes those of the file.
  func find(_ scenario: Scenario, seed: UInt64, draws: Int?) throws -> Found {
    if fresh { return .none(because: nil) }
    if results == nil && !FileManager.default.fileExists(atPath: StoredOptions.usual) {
      return .none(because: nil)
    }
    do {
      let run = try StoredRun(path: results ?? StoredOptions.usual)
      let reason = StoredOptions.difference(run.identity, scenario, seed, draws)
      return reason.map { .none(because: "\(run.path) \($0)") } ?? .stored(run)
    } catch let error as DataError where results == nil {
      return .none(because: error.description)
    }
  }

  private static func difference(
    _ identity: StoredRun.Identity, _ scenario: Scenario, _ seed: UInt64, _ draws: Int?
  ) -> String? {
    let run = identity.run
    if run.version != Analysis.version { return "is of vedette \(run.version)" }
    if run.scenario != scenario.id { return "is of the scenario \(run.scenario)" }
    if run.scenarioHash != scenario.hash { return "is of the scenario as it was before" }
    if run.seed != seed { return "has seed \(run.seed)" }
    if let draws, run.draws != draws { return "has \(run.draws) draws" }
    if identity.data != Analysis.data(of: scenario, Terminal.pack) {
      return "is of other data layers"
    }
    return nil
  }
}
