import Foundation
import TestSupport
import Testing

/// `--json` against Foundation's reader of JSON, for every command that the program says it has.
@Suite struct JsonOutputTests {
  /// Commands without `--json`, and why.
  static let without = [
    "data install": "prints no results: what it does is told on standard error",
    "schema": "prints JSON always",
    "measure floor": "prints JSON always",
    "measure sensors": "prints JSON always",
    "measure marching": "prints JSON always",
    "measure edits": "prints JSON always",
    "measure chain": "prints JSON always",
    "measure ways": "prints JSON always",
    "help": "prints help",
  ]

  /// Commands that cannot be run here, and why.
  static let notRun = [
    "reproduce": "needs a results file; StoredAnswerTests writes one",
    "import terrain": "needs vedette-gdal, a package of its own",
    "import roads": "needs vedette-gdal, a package of its own",
    "import railways": "needs vedette-gdal, a package of its own",
    "new": "needs the layer of towns; GroundTests and NewTests run what it writes",
  ]

  @Test func everyCommandThatPrintsResultsHasJson() throws {
    let leaves = try CommandTree.ofProgram().leaves
    let missing = leaves.filter { !$0.command.options.contains("--json") }.map(\.name)
    #expect(missing.sorted() == Self.without.keys.sorted())
  }

  @Test func everyCommandWithJsonHasAnExample() throws {
    let leaves = try CommandTree.ofProgram().leaves
    let commands = leaves.filter { $0.command.options.contains("--json") }.map(\.name)
    #expect(commands.sorted() == (Example.results.map(\.command) + Self.notRun.keys).sorted())
  }

  @Test(arguments: Example.results)
  func standardOutputIsNothingButJson(_ example: Example) throws {
    let outcome = try example.run("--json")
    #expect(outcome.status == .exited(example.code), "\(outcome.errors)")
    try Self.expectJson(outcome)
  }

  @Test(arguments: Example.alwaysJson)
  func theseAreJsonAlways(_ example: Example) throws {
    let outcome = try example.run()
    #expect(outcome.status == .exited(0), "\(outcome.errors)")
    try Self.expectJson(outcome)
  }

  /// What is wrong with a scenario's log or rules is told beside the JSON, not in it.
  @Test func warningsGoToStandardError() throws {
    try withTemporaryFolder { folder in
      let row = "a1,2030-01-08,2030-01-09,ferry,A ferry sails,,,gazette,A,1,,,,2030-02-01"
      try write(Island.watched([row]), to: folder)
      let outcome = try Program().run(["evidence", "list", folder.path, "--json"])
      #expect(outcome.status == .exited(0))
      #expect(outcome.errors.contains(": warning: "), "\(outcome.errors)")
      try Self.expectJson(outcome)
    }
  }

  @Test func briefWithJsonWritesNoFiles() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      let outcome = try Program().run(
        ["brief", Program.meridia, "--draws", "4", "--json", "--out", out.path])
      #expect(outcome.status == .exited(0))
      #expect(!FileManager.default.fileExists(atPath: out.path))
    }
  }

  /// What `brief --json` prints is what `brief` writes.
  @Test func printedAndWrittenResultsAreIdentical() throws {
    try withTemporaryFolder { folder in
      let arguments = ["brief", Program.meridia, "--draws", "4", "--out", folder.path]
      let printed = try Program().run(arguments + ["--json"]).output
      #expect(try Program().run(arguments).status == .exited(0))
      let written = try Data(contentsOf: folder.appendingPathComponent("results.json"))
      #expect(printed == written)
    }
  }

  /// One object or array and the end of its last line.
  private static func expectJson(_ outcome: Program.Outcome) throws {
    #expect(throws: Never.self, "\(outcome.text.prefix(200))") {
      try JSONSerialization.jsonObject(with: outcome.output)
    }
    #expect(outcome.text.hasSuffix("\n"))
  }
}
