import Foundation
import TestSupport
import Testing

/// What is shown on standard error while a command works.
@Suite struct ProgressTests {
  private struct Line: Decodable {
    let stage: String
    let done, of, secondsLeft: Int

    enum CodingKeys: String, CodingKey {
      case stage, done, of
      case secondsLeft = "eta_s"
    }
  }

  @Test func everyCommandWithProgressHasAnExample() throws {
    let leaves = try CommandTree.ofProgram().leaves
    let commands = leaves.filter { $0.command.options.contains("--progress") }.map(\.name)
    #expect(
      commands.sorted()
        == (Example.slow.map(\.command) + [
          "import railways", "import roads", "import terrain", "reproduce",
        ]).sorted())
  }

  /// Each stage goes up to its end, whatever lines between are left out.
  @Test(arguments: Example.slow)
  func eachLineIsAnObjectAndEachStageEnds(_ example: Example) throws {
    let outcome = try example.run("--progress", "json", "--json")
    #expect(outcome.status == .exited(0), "\(outcome.errors)")
    let lines = outcome.errors.split(separator: "\n")
    #expect(!lines.isEmpty)
    var last: [String: Line] = [:]
    for text in lines {
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect(object?.keys.sorted() == ["done", "eta_s", "of", "stage"], "\(text)")
      let line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
      #expect((0...line.of).contains(line.done) && line.secondsLeft >= 0, "\(text)")
      last[line.stage] = line
    }
    for (stage, line) in last { #expect(line.done == line.of, "\(stage)") }
  }

  @Test(arguments: Example.slow)
  func noneShowsNothing(_ example: Example) throws {
    let outcome = try example.run("--progress", "none", "--json")
    #expect(outcome.status == .exited(0))
    #expect(outcome.errors == "")
  }

  @Test(arguments: Example.slow)
  func withoutATerminalThereIsNoBar(_ example: Example) throws {
    let outcome = try example.run("--json")
    #expect(outcome.status == .exited(0))
    #expect(outcome.errors == "")
  }

  @Test func aBarIsDrawnWhereItIsAskedFor() throws {
    let outcome = try Program().run(
      ["brief", Program.meridia, "--draws", "4", "--json", "--progress", "bar"])
    #expect(outcome.status == .exited(0))
    #expect(
      outcome.errors.contains("\rdrawing, tactical rung ████████████████████████ 16/16, 0 s left"))
  }
}
