import ArgumentParser
import Datasets
import Findings
import Quantities
import Reports
import RunStore
import Scenarios
import Tactical
import Theatre
import Vedette

/// `vedette warn`: one ladder on the terminal.
struct WarnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warn", abstract: "The warning of one place under every posture.",
    discussion:
      "Read from the results file of a briefing where one of the same scenario, seed and data is there, else computed: the last "
      + "line says which.")

  @Argument(help: "The scenario's folder.") var scenario: String
  @Option(help: "Id of the place.") var place: String
  @OptionGroup var options: DrawOptions
  @OptionGroup var stored: StoredOptions
  @OptionGroup var whatIf: WhatIfOptions
  @Option(help: "What to solve for: decision, how long an order may take.") var solve: Solve?
  @Flag(help: "Print the whole ladder: shares, times, people and alarms under every posture.")
  var minutes = false
  @Flag(help: "Print P10, median and P90 of every mark and of the time between every two.")
  var gaps = false
  @Flag(help: "Print the figures as JSON.") var json = false

  enum Solve: String, ExpressibleByArgument, CaseIterable { case decision }

  func run() async throws {
    try await Terminal.run { [self] in
      let scenario = try whatIf.scenario(scenario, alone: true)
      let theatre = scenario.theatre
      let known = try Terminal.place(place, of: theatre)
      if solve != nil { return try await solveDecision(try options.analysis(scenario), known) }
      let (results, found) = try await answer(scenario)
      if json {
        try Terminal.print(ResultsFile.answer(results))
        return
      }
      let ladder = Ladder(results: results, theatre: theatre, classes: theatre.classesOfThreat)
      let text =
        gaps
        ? GapTable(ladder, of: known).text
        : minutes ? LadderText(ladder, of: known).text : WarnText(ladder, of: known).text
      try Terminal.tell(text + found.words)
    }
  }

  private func answer(_ scenario: Scenario) async throws -> (Results, StoredOptions.Found) {
    var found =
      whatIf.isEmpty
      ? try stored.find(scenario, options) : .none(because: "it is not what the scenario says")
    if gaps, !scenario.theatre.focus.contains(where: { $0.id == place }), case .stored = found {
      found = .none(because: "a briefing keeps every gap of the places named first alone")
    }
    if case .stored(let run) = found {
      let subjects = [FigureSubject.place(place), .region].map(\.word)
      return (
        try run.results(of: Set(subjects), declared: Slices.shipped.map { $0.findings })
          .keeping { Ask.ladder(of: place).holds($0) }, found
      )
    }
    return (
      try await options.answer(.ladder(of: place), try options.analysis(scenario)), found
    )
  }

  /// How long an order may take under the postures that are compared first.
  private func solveDecision(_ analysis: Analysis, _ place: Theatre.Place) async throws {
    let theatre = analysis.scenario.theatre
    guard theatre.chain(of: place.country).net == .tracks else {
      Terminal.complain(
        "error: of \(place.country) only alerts are known, not what comes before them: there is no order to solve for"
      )
      throw ExitCode.badData
    }
    let bar = ProgressBar(options.progress)
    let curve = try await analysis.decisionCurve(
      of: place.id, postures: theatre.compared, options.effort, seed: options.seed,
      threads: options.threads
    ) { bar.show($0, $1, $2) }
    try Terminal.print(
      json
        ? DecisionText.json(curve, place: place.id).text + "\n"
        : DecisionText.text(curve, place: place.name))
  }
}

extension Terminal {
  /// A place of the scenario by its id; told with the nearest id where there is none.
  static func place(_ id: String, of theatre: Theatre) throws -> Theatre.Place {
    if let known = theatre.places.first(where: { $0.id == id }) { return known }
    let nearest = NearestName.to(id, among: theatre.places.map(\.id))
    complain(
      "error: '\(id)' is not a place of the scenario"
        + (nearest.map { "\n  help: did you mean '\($0)'?" } ?? ""))
    throw ExitCode.badData
  }
}
