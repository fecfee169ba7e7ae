import Findings
import Foundation
import Reports
import Scenarios
import Tactical
import TestSupport
import Testing
import Validation

/// The program with standard files that take nothing: it ends with an exit code and never by a trap.
@Suite struct TerminalTests {
  /// The scenario's folder, and what the shell says after running the program on it.
  private static func run(
    _ command: String, in folder: URL
  ) throws -> (status: Int32, output: String) {
    let program = repository.appendingPathComponent(".build/release/vedette").path
    try #require(FileManager.default.isExecutableFile(atPath: program))
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", command.replacingOccurrences(of: "vedette", with: program)]
    shell.currentDirectoryURL = folder
    let output = Pipe()
    shell.standardOutput = output
    shell.standardError = output
    try shell.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    return (shell.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  private static func inIsland(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("terminal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in Island.files() {
      let url = folder.appendingPathComponent("s/\(file.name)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
    try body(folder)
  }

  @Test(arguments: [
    ("vedette check s >/dev/full", 74, "No space left on device"),
    ("vedette schema >/dev/full", 74, "No space left on device"),
    ("vedette check s >&-", 74, "Bad file descriptor"),
  ])
  func anOutputThatTakesNothingIsSaid(command: String, code: Int32, reason: String) throws {
    try Self.inIsland { folder in
      let (status, output) = try Self.run(command, in: folder)
      #expect(status == code)
      #expect(output == "error: cannot write to standard output: \(reason)\n")
    }
  }

  @Test(arguments: ["2>/dev/full", "2>&-"])
  func anErrorThatNobodyReadsIsStillAnError(stream: String) throws {
    try Self.inIsland { folder in
      let ended = try Self.run("vedette check nowhere \(stream)", in: folder)
      #expect(ended.status == 66)
    }
  }

  /// Whoever reads one line of what is printed finds all files.
  @Test(arguments: ["head -1", "true"])
  func allFilesAreWrittenBeforeAnyIsNamed(reader: String) throws {
    try Self.inIsland { folder in
      _ = try Self.run("vedette brief s --draws 4 --out out | \(reader)", in: folder)
      let names = try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent("out").path)
      #expect(
        names.sorted() == [
          "briefing.html", "figures.csv", "results.gpkg", "results.json", "summary.csv",
        ])
    }
  }
}

/// Colours repeat what words say: without them nothing is missing.
@Suite struct ColourTests {
  private func plain(_ text: String) -> String {
    text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
  }

  @Test func coloursAddNothing() {
    let answer = """
      Siren before the impact
        of 100 attacks   2021  if 2026-forward  change
        Kyiv               72               57     −15
        Riga               60               60       0
        Quay               88               96      +8
        2026-forward is a what-if
      out/briefing.html

      """
    let painted = TerminalColours.answer(answer)
    #expect(plain(painted) == answer)
    #expect(painted.contains("\u{1B}[31m−15\u{1B}[0m") && painted.contains("\u{1B}[32m+8\u{1B}[0m"))
    #expect(!painted.contains("m2026") && painted.hasPrefix("\u{1B}[1mSiren"))
    let diagnostic =
      "scenario.yaml:3:5: error: 'warning: x' is no colour\n  help: say red\nwarning: y"
    let told = TerminalColours.diagnostic(diagnostic)
    #expect(plain(told) == diagnostic)
    #expect(told.contains(":5: \u{1B}[1;31merror:\u{1B}[0m"))
    #expect(told.contains("\u{1B}[36m  help: say red"))
    #expect(told.contains("\n\u{1B}[1;33mwarning:\u{1B}[0m y"))
  }
}
