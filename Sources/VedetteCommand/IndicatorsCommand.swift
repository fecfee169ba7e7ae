import ArgumentParser
import Datasets
import Findings
import Foundation
import Quantities
import Reports
import RunStore
import Scenarios
import Strategic
import Theatre
import Timelines
import Vedette
import Warnings

/// `vedette indicators`: the strategic rung replayed.
struct IndicatorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract:
      "Replay episodes with what was known day by day: what could have been known, and when.",
    discussion:
      "A row counts from the last day of its publication. Parameters were elicited, not fitted; one "
      + "episode that ended in an attack is not a validation.")

  @Argument(help: "The scenario's folder.") var scenario: String
  @Option(help: "Id of one episode; all of them when left out.") var episode: String?
  @Option(help: "Leave out what became known after this day (2022-01-31).") var asOf: String?
  @Flag(help: "Count rows from the event, whenever it was told: with hindsight.")
  var hindsight = false
  @Option(help: "Draws in each of the 16 replicates; 64, or those of the results file.")
  var draws: Int?
  @Option(help: "Seed.") var seed: UInt64 = 1
  @Option(help: "Tasks at once; results do not depend on it.")
  var threads: Int = min(64, ProcessInfo.processInfo.activeProcessorCount)
  @Option(help: "Moments told of each episode.") var top = 12
  @Option(help: "How often rows are left out at random to see whether the alarm holds.")
  var thinnings = 100
  @Option(help: "Progress on standard error: auto, bar, json or none.")
  var progress: ProgressBar.Style = .auto
  @OptionGroup var stored: StoredOptions
  @Flag(help: "Print as JSON.") var json = false
  @Flag(help: "Print the daily shares as CSV.") var csv = false

  func validate() throws {
    if let asOf, Day(asOf) == nil {
      throw ValidationError("--as-of \(asOf): expected a day (2022-01-31)")
    }
    if let draws, !(1...65_536).contains(draws) {
      throw ValidationError("--draws: expected 1 to 65536")
    }
    if !(1...64).contains(threads) { throw ValidationError("--threads: expected 1 to 64") }
    if !(0...10_000).contains(top) { throw ValidationError("--top: expected 0 to 10000") }
    if !(0...10_000).contains(thinnings) {
      throw ValidationError("--thinnings: expected 0 to 10000")
    }
    if json && csv { throw ValidationError("give --json or --csv, not both") }
  }

  func run() async throws {
    try await Terminal.run { [self] in
      let scenario = try Scenario(path: scenario)
      for warning in scenario.warnings { Terminal.complain(warning.description) }
      guard let study = IndicatorStudy(scenario.theatre, .sampled) else {
        throw DataError(.badData, "the scenario has no indicators.yaml")
      }
      let known = scenario.theatre.episodes.map(\.id)
      if let episode, !known.contains(episode) {
        let nearest = NearestName.to(episode, among: known)
        throw DataError(
          .badData,
          "'\(episode)' is not an episode of the scenario"
            + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
      }
      let found = try find(scenario)
      let bar = ProgressBar(progress)
      let results = try await replays(study, found, bar)
      if json {
        try Terminal.print(results.json.text + "\n")
      } else if csv {
        try Terminal.print(CurvesFile.csv(results))
      } else {
        let figures = episode == nil ? try await histories(scenario, found, bar) : []
        try Terminal.print(
          ReplayText(results, top: top, isHindsight: hindsight).text
            + PostureText(figures, scenario.theatre).text + found.words)
      }
    }
  }

  /// A run that was asked the same.
  private func find(_ scenario: Scenario) throws -> StoredOptions.Found {
    // one episode alone has nothing to be compared with
    if asOf != nil || hindsight || episode != nil || thinnings != IndicatorStudy.Options().thinnings
    {
      return .none(because: nil)
    }
    return try stored.find(scenario, seed: seed, draws: draws)
  }

  private func replays(
    _ study: IndicatorStudy, _ found: StoredOptions.Found, _ bar: ProgressBar
  ) async throws -> Results.Strategic {
    if case .stored(let run) = found, let kept = try run.annex(Results.Strategic.self) {
      return kept.with(stories: [])
    }
    var options = IndicatorStudy.Options()
    options.knowledge = hindsight ? .observed : .published
    options.asOf = asOf.flatMap { Day($0) }
    (options.draws, options.seed, options.threads) = (draws ?? options.draws, seed, threads)
    options.thinnings = thinnings
    return try await study.results(episode: episode, options: options) {
      bar.show("replaying", $0, $1)
    }
  }

  /// Strategic warning under each posture, from made-up histories.
  private func histories(
    _ scenario: Scenario, _ found: StoredOptions.Found, _ bar: ProgressBar
  ) async throws -> [Figure] {
    let ask = Ask(levels: [.strategic], products: [.series, .parts])
    if case .stored(let run) = found {
      let results = try run.results(
        of: [FigureSubject.region.word], declared: Slices.shipped.map { $0.findings })
      return results.figures.filter { ask.holds($0.id) }
    }
    let analysis = Analysis(
      scenario, environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [])
    let results = try await analysis.answer(
      ask, .draws(draws ?? IndicatorStudy.Options().draws), seed: seed, threads: threads
    ) { bar.show($0, $1, $2) }
    return Array(results.figures)
  }
}
