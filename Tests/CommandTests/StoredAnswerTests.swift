import Foundation
import TestSupport
import Testing

/// Commands that read what a briefing wrote.
@Suite struct StoredAnswerTests {
  /// The results of meridia with four draws, in a folder that goes away.
  private static func withResults<T>(_ body: (String) throws -> T) throws -> T {
    try withTemporaryFolder { folder in
      let outcome = try Program().run(
        ["brief", Program.meridia, "--draws", "4", "--out", folder.path])
      #expect(outcome.status == .exited(0), "\(outcome.errors)")
      return try body(folder.appendingPathComponent("results.gpkg").path)
    }
  }

  /// What is read is what is computed, but for the line that says which it was.
  @Test(arguments: [
    ["warn", "--place", "lantern"], ["warn", "--place", "lantern", "--minutes"],
    ["warn", "--place", "lantern", "--json"],
    ["explain", "tactical/lantern/warning/spring/p05"],
    ["explain", "tactical/lantern/warning.quasi-ballistic/autumn/in-time", "--json"],
  ])
  func readIsComputed(_ words: [String]) throws {
    try Self.withResults { file in
      let command = [words[0], Program.meridia] + words.dropFirst() + ["--draws", "4"]
      let computed = try Program().run(command + ["--fresh"])
      let read = try Program().run(command + ["--results", file])
      #expect(computed.status == .exited(0) && read.status == .exited(0), "\(read.errors)")
      let said = words.contains("--json") ? "" : "from \(file)\n"
      #expect(read.text == computed.text + said)
    }
  }

  /// Whatever does not agree is computed, and said.
  @Test(arguments: [
    (["--seed", "2"], "has seed 1"), (["--draws", "8"], "has 4 draws"),
    (["--until", "50s"], "draws until the error is below 50s"),
    (["--set", "alert.decision=20s"], "it is not what the scenario says"),
  ])
  func whatDoesNotAgreeIsComputed(_ words: [String], _ reason: String) throws {
    try Self.withResults { file in
      let outcome = try Program().run(
        ["warn", Program.meridia, "--place", "lantern", "--results", file] + words)
      #expect(outcome.status == .exited(0), "\(outcome.errors)")
      let last = try #require(outcome.text.split(separator: "\n").last)
      #expect(last.hasPrefix("computed anew: ") && last.hasSuffix(reason), "\(last)")
    }
  }

  @Test func aRunIsReproduced() throws {
    try Self.withResults { file in
      let again = try Program().run(["reproduce", file, "--scenario", Program.meridia])
      #expect(again.status == .exited(0), "\(again.errors)")
      #expect(again.text.hasSuffix("every figure agrees to the last digit\n"))
      let changed = URL(fileURLWithPath: file).deletingLastPathComponent()
        .appendingPathComponent("meridia")
      try FileManager.default.copyItem(atPath: Program.meridia, toPath: changed.path)
      let places = changed.appendingPathComponent("places.csv")
      let text = try String(contentsOf: places, encoding: .utf8)
      let lines = text.split(separator: "\n").dropLast()
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: places)
      let other = try Program().run(["reproduce", file, "--scenario", changed.path])
      #expect(other.status == .exited(1))
      #expect(other.text.contains("the scenario's files have changed since"))
    }
  }

  /// A file that was named and cannot be read is an error, not a reason to compute.
  @Test func aFileThatIsNoneIs65() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("results.gpkg")
      try Data("no database".utf8).write(to: file)
      for command in [
        ["warn", Program.meridia, "--place", "lantern", "--results", file.path],
        ["reproduce", file.path], ["diff", file.path, file.path],
      ] {
        let outcome = try Program().run(command)
        #expect(outcome.status == .exited(65))
        #expect(outcome.errors.contains(file.path) && outcome.text == "")
      }
      let nowhere = try Program().run(["reproduce", folder.appendingPathComponent("x").path])
      #expect(nowhere.status == .exited(66))
    }
  }

  /// Mistakes in one line name the option, not a file that nobody wrote.
  @Test(arguments: [
    (["--set", "alert.decison=20s"], 65, "--set alert.decison=20s:1:1: error: "),
    (
      ["--set", "alert.decision=soon"], 65,
      "--set alert.decision=soon:1:1: error: decision: found 'soon'"
    ),
    (["--set", "alert.decision"], 64, "--set alert.decision: expected ADDRESS=VALUE"),
    (["--without", "nobody"], 65, "'nobody' is not a source of the scenario"),
    (["--set", "alert.decision=20s", "--from", "winter"], 65, "'winter' is not a posture"),
  ])
  func mistakesAreSaid(_ words: [String], _ code: Int32, _ message: String) throws {
    let outcome = try Program().run(["warn", Program.meridia, "--place", "lantern"] + words)
    #expect(outcome.status == .exited(code))
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.text == "")
  }
}
