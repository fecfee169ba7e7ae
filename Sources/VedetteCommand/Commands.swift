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
