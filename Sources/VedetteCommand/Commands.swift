import ArgumentParser
import Datasets
import Findings
import Quantities
import Reports
import Scenarios
import Tactical
import Theatre
import Vedette

/// `vedette check`: everything that can be said of a scenario without drawing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read a scenario: diagnostics, contradictions, what rests on no source.")

  @Argument(help: "The scenario's folder.") var scenario: String
  @Flag(help: "Also what concerns systems that no posture has, and every item of long lists.")
  var all = false
  @Flag(help: "Print as JSON.") var json = false

  func run() async throws {
    try await Terminal.run { [self] in
      let scenario = try Scenario(path: scenario)
      let review = Review(scenario)
      let doubts = scenario.doubts(Terminal.pack)
      if json {
        try Terminal.print(review.json(doubts).text + "\n")
        return
      }
      try Terminal.print(review.text(doubts, all: all))
    }
  }
}

/// `vedette warn`: one ladder on the terminal.
struct WarnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warn", abstract: "The warning of one place under every posture.")

  @Argument(help: "The scenario's folder.") var scenario: String
  @Option(help: "Id of the place.") var place: String
  @OptionGroup var options: DrawOptions
  @Option(help: "What to solve for: decision, how long an order may take.") var solve: Solve?
  @Flag(help: "Print P10, median and P90 of every mark and of the time between every two.")
  var gaps = false
  @Flag(help: "Print the figures as JSON.") var json = false

  enum Solve: String, ExpressibleByArgument, CaseIterable { case decision }

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

  func run() async throws {
    try await Terminal.run { [self] in
      let analysis = try options.analysis(scenario)
      let theatre = analysis.scenario.theatre
      let known = try Terminal.place(place, of: theatre)
      if solve != nil { return try await solveDecision(analysis, known) }
      let results = try await options.answer(.ladder(of: place), analysis)
      if json {
        try Terminal.print(ResultsFile.json(results))
      } else {
        let ladder = Ladder(
          results: results, theatre: theatre, classes: theatre.classesOfThreat)
        try Terminal.print(
          gaps ? GapTable(ladder, of: known).text : LadderText(ladder, of: known).text)
      }
    }
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

/// `vedette explain`: a figure back to its inputs, claims and sources.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Follow a figure back to inputs, claims and sources.")

  @Argument(help: "The scenario's folder.") var scenario: String
  @Argument(help: "A figure's id, as the briefing carries it.") var figure: String
  @OptionGroup var options: DrawOptions
  @Flag(help: "Print as JSON.") var json = false

  func run() async throws {
    try await Terminal.run { [self] in
      let analysis = try options.analysis(scenario)
      guard let id = analysis.figure(figure) else { throw unknown(analysis) }
      let results = try await options.answer(
        .figures([id], analysis.scenario.theatre), analysis)
      let bar = ProgressBar(options.progress)
      let idle = try IdleInputs(id, of: analysis, seed: options.seed) { bar.show($0, $1, $2) }
      guard let explanation = Explanation(figure, in: results, idle: idle) else {
        throw unknown(analysis)
      }
      try Terminal.print(
        json
          ? Json.array(explanation.lines.map { .string($0) }).text + "\n"
          : explanation.lines.joined(separator: "\n") + "\n")
    }
  }
}

extension ExplainCommand {
  /// Says that the scenario has no such figure, and which it may have been meant to be.
  private func unknown(_ analysis: Analysis) -> ExitCode {
    Terminal.complain(
      "error: '\(figure)' is not a figure of this scenario"
        + (analysis.nearest(to: figure).map { "\n  help: did you mean '\($0)'?" } ?? ""))
    return .badData
  }
}

/// `vedette schema`: the JSON Schema of scenario files.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of scenario.yaml or results.json.")

  enum Subject: String, CaseIterable, ExpressibleByArgument { case scenario, results }

  @Argument(help: "scenario or results.") var subject = Subject.scenario

  func run() async throws {
    try await Terminal.run { [self] in
      switch subject {
      case .scenario: try Terminal.print(Schema.json(.shipped).text + "\n")
      case .results:
        try Terminal.print(ResultsFile.schema(Slices.shipped.map { $0.findings }).text + "\n")
      }
    }
  }
}

/// `vedette data`: the data pack.
struct DataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Install, list or verify the data pack.",
    subcommands: [Install.self, List.self, Verify.self])

  struct Install: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Install what is missing or damaged.")

    @Argument(help: "Layers; all when none is named.") var layers: [String] = []

    func validate() throws {
      for name in layers where !Layer.all.contains(where: { $0.id == name }) {
        let known = Layer.all.map(\.id)
        let nearest = NearestName.to(name, among: known)
        throw ValidationError(
          "'\(name)' is not a layer; "
            + (nearest.map { "did you mean '\($0)'?" } ?? known.joined(separator: ", ")))
      }
    }

    func run() async throws {
      try await Terminal.run { [self] in
        let wanted = Layer.all.filter { layers.isEmpty || layers.contains($0.id) }
        try Installer(pack: Terminal.pack).install(wanted) { Terminal.complain($0) }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the layers and their licences.")
    @Flag(help: "Print as JSON.") var json = false

    func run() async throws {
      try await Terminal.run { [self] in
        let manifest = Terminal.pack.manifest()
        try Terminal.print(
          json
            ? Json.array(Layer.all.map { List.json($0, manifest) }).text + "\n"
            : Layer.all.map { List.words($0, manifest) }.joined())
      }
    }

    private static func json(_ layer: Layer, _ manifest: [String: DataPack.Record]) -> Json {
      .object([
        ("layer", .string(layer.id)), ("summary", .string(layer.summary)),
        ("origin", .string(layer.origin.description)), ("licence", .string(layer.licence)),
        ("attribution", .string(layer.attribution)),
        ("installed", Json(manifest[layer.id]?.version)),
      ])
    }

    private static func words(_ layer: Layer, _ manifest: [String: DataPack.Record]) -> String {
      let state = manifest[layer.id].map { "\($0.bytes / 1_000) kB" } ?? "not installed"
      return "\(layer.id): \(layer.summary)\n    \(layer.origin.description); \(layer.licence); "
        + "\(state)\n"
    }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check the layers' hashes.")
    @Flag(help: "Print as JSON.") var json = false

    func run() async throws {
      try await Terminal.run { [self] in
        let faults = Layer.all.map { (id: $0.id, fault: Terminal.pack.fault(of: $0)) }
        try Terminal.print(
          json
            ? Json.object(faults.map { ($0.id, .string($0.fault ?? "whole")) }).text + "\n"
            : faults.map { "\($0.id): \($0.fault ?? "whole")\n" }.joined())
        if faults.contains(where: { $0.fault != nil }) { throw ExitCode.badData }
      }
    }
  }
}
