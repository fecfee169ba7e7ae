import Foundation
import TestSupport
import Testing

/// Exit codes against those that the README promises, which are the codes of sysexits.h, and what is
/// printed with them.
@Suite struct ExitCodeTests {
  @Test func successIsZero() throws {
    let outcome = try Program().run(["check", Program.meridia])
    #expect(outcome.status == .exited(0))
    #expect(outcome.text.contains("Inputs that rest on no source"))
    #expect(outcome.errors == "")
    // the last line is the verdict
    let last = outcome.text.split(separator: "\n").last
    #expect(last == "ok: the scenario reads" || last?.hasSuffix("warnings") == true)
    #expect(!outcome.text.contains("Of systems that no posture has: 0"))
  }

  @Test func briefNamesTheFilesItWrote() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("new/out")
      let outcome = try Program().run(
        ["brief", Program.meridia, "--draws", "4", "--out", out.path])
      #expect(outcome.status == .exited(0))
      let names = ["briefing.html", "figures.csv", "results.gpkg", "results.json", "summary.csv"]
      #expect(files(in: out) == names)
      let printed = outcome.text.split(separator: "\n").map(String.init)
      #expect(printed.filter { $0.hasPrefix("/") }.sorted() == names.map { "\(out.path)/\($0)" })
      // the answer first, how long it took last
      #expect(
        printed.first?.hasPrefix("Siren before the impact") == true
          || printed.first?.hasPrefix("No class") == true)
      #expect(printed.last?.hasSuffix("16 × 4 draws, seed 1") == true)
    }
  }

  @Test(arguments: [
    ("brief MERIDIA --nonsense", "Unknown option '--nonsense'"),
    ("brief MERIDIA --draws 3", "--draws 3: expected a power of two from 4 to 65536"),
    ("brief MERIDIA --draws 4 --until 5s", "give --draws or --until, not both"),
    ("brief MERIDIA --block 6", "--block: expected a multiple of 4 from 4 to 4096"),
    ("brief", "Missing expected argument '<scenario>'"),
    ("warn MERIDIA", "Missing expected argument '--place <place>'"),
    ("brif MERIDIA", "2 unexpected arguments: 'brif'"),
    ("data install terain", "'terain' is not a layer; did you mean 'terrain'?"),
  ])
  func wrongUsageIs64(_ command: String, _ message: String) throws {
    let outcome = try Self.run(command)
    #expect(outcome.status == .exited(64))
    #expect(outcome.errors.hasPrefix("Error: \(message)"), "\(outcome.errors)")
    #expect(outcome.text == "")
  }

  /// Every command that reads a scenario refuses one with a mistake, before it prints anything.
  @Test(arguments: [
    "brief ISLAND", "brief ISLAND --json", "check ISLAND", "check ISLAND --json",
    "warn ISLAND --place port", "explain ISLAND x", "map floor ISLAND", "indicators ISLAND",
    "evidence list ISLAND --json",
  ])
  func aMistakeInTheScenarioIs65WithItsPlace(_ command: String) throws {
    try withTemporaryFolder { folder in
      let places = Island.places.replacing("42.0,", with: "north,")
      try write(Island.files(["places.csv": places]), to: folder)
      let outcome = try Self.run(command, island: folder.path)
      #expect(outcome.status == .exited(65))
      #expect(
        outcome.errors.contains(
          "places.csv:2:20: error: latitude: found 'north', expected a number and a unit"),
        "\(outcome.errors)")
      #expect(outcome.errors.hasSuffix("\n1 error\n"), "\(outcome.errors)")
      #expect(outcome.text == "")
    }
  }

  @Test(arguments: [
    (
      "warn MERIDIA --draws 4 --place lantrn",
      "error: 'lantrn' is not a place of the scenario\n  help: did you mean 'lantern'?\n"
    ),
    (
      "measure edits MERIDIA --count 1 --draws 4 --place lantrn",
      "error: 'lantrn' is not a place of the scenario\n  help: did you mean 'lantern'?\n"
    ),
    (
      "warn MERIDIA --draws 4 --place elsewhere",
      "error: 'elsewhere' is not a place of the scenario\n"
    ),
    (
      "explain MERIDIA --draws 4 tactical/lantern/warning/spring/p06",
      "error: 'tactical/lantern/warning/spring/p06' is not a figure of this scenario\n"
        + "  help: did you mean 'tactical/lantern/warning/spring/p05'?\n"
    ),
    (
      "warn MERIDIA --draws 4 --place lantern --set alert.decisoin=20s",
      "--set alert.decisoin=20s:1:1: error: 'alert.decisoin' is not the address of an input\n"
        + "  help: did you mean 'alert.decision'?\n1 error\n"
    ),
    ("indicators MERIDIA", "error: the scenario has no indicators.yaml\n"),
    (
      "map floor MERIDIA --posture winter",
      "error: 'winter' is not a posture of the scenario; it has spring, autumn\n"
    ),
    (
      "map coverage MERIDIA --altitude 300",
      "error: --altitude 300: expected 0 m to 12 km, as '300 m'\n"
    ),
  ])
  func whatTheScenarioLacksIs65(_ command: String, _ message: String) throws {
    let outcome = try Self.run(command)
    #expect(outcome.status == .exited(65))
    #expect(outcome.errors == message)
    #expect(outcome.text == "")
  }

  @Test(arguments: [
    "brief NOWHERE", "check NOWHERE --json", "warn NOWHERE --place x", "explain NOWHERE x",
    "map warning NOWHERE", "indicators NOWHERE", "evidence list NOWHERE", "cases NOWHERE",
  ])
  func aFolderThatIsNotThereIs66(_ command: String) throws {
    let outcome = try Self.run(command)
    #expect(outcome.status == .exited(66))
    #expect(outcome.errors == "error: cannot read the folder /nowhere: no such file\n")
    #expect(outcome.text == "")
  }

  @Test(arguments: ["brief MERIDIA --draws 4", "map floor MERIDIA"])
  func anOutputFolderBelowAFileIs74(_ command: String) throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("file")
      try Data("kept".utf8).write(to: file)
      let outcome = try Self.run("\(command) --out \(file.path)/out")
      #expect(outcome.status == .exited(74))
      #expect(outcome.errors.hasPrefix("error: cannot "), "\(outcome.errors)")
      #expect(outcome.errors.contains(file.path), "\(outcome.errors)")
      #expect(outcome.text == "")
      #expect(try String(contentsOf: file, encoding: .utf8) == "kept")
    }
  }

  /// Two published results, of which one is not ours: 500 km and 50 km need about 2 670 m/s.
  @Test func aPublishedCaseThatFailsIsOne() throws {
    try withTemporaryFolder { folder in
      let text = """
        subject: arc.speed
        source: nobody
        rows:
          - {given: {range: 500 km, apogee: 50 km}, expect: 2667 m/s, within: 1 m/s}
          - {given: {range: 500 km, apogee: 50 km}, expect: 2700 m/s, within: 1 m/s}

        """
      try Data(text.utf8).write(to: folder.appendingPathComponent("wrong.case"))
      let outcome = try Self.run("cases \(folder.path) --scenario MERIDIA")
      #expect(outcome.status == .exited(1))
      #expect(outcome.text.hasSuffix("2 cases, 1 outside their tolerance\n"), "\(outcome.text)")
      let shipped = try Self.run("cases CASES --scenario MERIDIA")
      #expect(shipped.status == .exited(0))
    }
  }

  /// The README is where a user looks these codes up.
  @Test func theReadmeListsTheCodes() throws {
    let readme = try String(
      contentsOf: Program.repository.appendingPathComponent("README.md"), encoding: .utf8)
    let sentence = try #require(readme.split(separator: "\n").first { $0.hasPrefix("Exit codes:") })
    for code in [0, 1, 64, 65, 66, 74, 130] {
      #expect(sentence.contains(" \(code) "), "\(code)")
    }
  }

  private static func run(_ command: String, island: String = "") throws -> Program.Outcome {
    let paths = [
      "MERIDIA": Program.meridia, "CASES": Program.cases, "ISLAND": island, "NOWHERE": "/nowhere",
    ]
    let words = command.split(separator: " ").map(String.init)
    return try Program().run(words.map { paths[$0] ?? $0 })
  }
}
