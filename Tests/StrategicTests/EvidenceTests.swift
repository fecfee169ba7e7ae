import Datasets
import Foundation
import Quantities
import Scenarios
import TestSupport
import Testing
import Theatre
import Vedette

/// The log of observations: what is read, what is refused, and what survives.
@Suite struct EvidenceTests {
  private static let row =
    "a1,2030-01-08,2030-01-09,ferry,A ferry sails,,,gazette,A,1,,,,2030-02-01"

  /// A day before 1970 with a number is a day like any other.
  @Test func numbersOfOlderDaysAreRead() throws {
    let old = "a0,1968-08-20,1968-08-21,crew,Of 80,80,men,gazette,A,1,,,,2030-02-01"
    let scenario = try Scenario(id: "island", files: Island.watched([old, Self.row]))
    #expect(scenario.theatre.evidence.count == 2)
  }

  /// A row that is wrong, and what is said of it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let row, says: String
    var testDescription: String { says }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      row: row.replacing("2030-01-09", with: "2030-01-07"),
      says:
        "observations.csv:2:15: error: published on 2030-01-07, before it was observed on 2030-01-08"
    ),
    Mistake(
      row: row.replacing("ferry", with: "fery"),
      says: "observations.csv:2:1: error: 'fery' is not a known indicator"),
    Mistake(
      row: row.replacing("gazette", with: "gazete"),
      says: "observations.csv:2:1: error: 'gazete' is not a known feed"),
    Mistake(
      row: row.replacing("A,1", with: "G,1"),
      says: "observations.csv:2:56: error: reliability: found 'G', expected A to F"),
    Mistake(
      row: row.replacing("A,1", with: "A,7"),
      says: "observations.csv:2:58: error: credibility: found '7', expected 1 to 6"),
    Mistake(
      row: row.replacing("2030-01-08", with: "2030-13-08"),
      says:
        "observations.csv:2:4: error: observed: found '2030-13-08', expected a day, a month or two days (2022-02-05..2022-02-28)"
    ),
    Mistake(
      row: row.replacing("2030-02-01", with: "yesterday"),
      says: "observations.csv:2:63: error: recorded: found 'yesterday', expected a day (2026-01-28)"
    ),
    Mistake(
      row: row.replacing(",,,gazette", with: ",many,men,gazette"),
      says:
        "observations.csv:2:46: error: value: found 'many', expected a plain number, its unit in the column beside"
    ),
    Mistake(
      row: row + "\n" + row, says: "observations.csv:3:1: error: id 'a1' stands twice"),
    Mistake(
      row: row.replacing(",,,2030", with: ",,a0,2030"),
      says:
        "observations.csv:2:62: error: supersedes: found 'a0', expected the id of an earlier row"),
    Mistake(
      row: row.replacing("A ferry sails", with: "\"A ferry sails"),
      says: "observations.csv:2:1: error: a quoted cell that is not closed on its line"),
    Mistake(
      row: row + ",more",
      says: "observations.csv:2:1: error: a row of 15 cells; the header has 14"),
    Mistake(
      row: row.replacing("ferry sails", with: String(repeating: "x", count: 10_000_000)),
      says: "observations.csv:2:1: error: a line longer than 20000 bytes"),
    Mistake(
      row: row.replacing("ferry sails", with: "fer\u{7}ry"),
      says: "observations.csv:2:1: error: control character 7; plain text is expected"),
  ]

  @Test(arguments: mistakes)
  func isSaidWordForWord(_ mistake: Mistake) throws {
    let error = #expect(throws: InvalidScenario.self) {
      try Scenario(id: "island", files: Island.watched([mistake.row]))
    }
    let said = (error?.diagnostics ?? []).map { "\($0)" }
    #expect(said.contains { $0.hasPrefix(mistake.says) }, "\(said)")
  }

  @Test func brokenTextIsRefusedLineByLine() {
    var bytes = Array(Island.log([Self.row]).utf8)
    bytes += [0x61, 0x32, 0xff, 0xfe, 10]
    let reader = EvidenceReader(bytes)
    #expect(reader.log.count == 1)
    #expect(reader.diagnostics.map(\.message) == ["bytes that are not UTF-8; UTF-8 is expected"])
  }

  /// However the file is cut into pieces, the same rows; and no bytes whatever crash the reader.
  @Test func piecesChangeNothing() {
    let rows = (0..<40).map { index in
      "r\(index),2030-01-08,2030-01-09..2030-01-12,ferry,\"Näh, \"\"\(index)\"\"\",\(index),men,gazette,A,1,,,,2030-02-01\r"
    }
    let bytes = Array(Island.log(rows).utf8)
    let whole = EvidenceReader(bytes)
    #expect(whole.log.count == 40 && whole.diagnostics.isEmpty)
    for size in [1, 7, 64, 1_000] {
      var reader = EvidenceReader { Array(bytes[$0]) }
      for start in stride(from: 0, to: bytes.count, by: size) {
        bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { reader.consume($0) }
      }
      reader.finish()
      #expect(reader.log.count == 40 && reader.diagnostics.isEmpty)
      #expect(reader.log.words(39) == whole.log.words(39))
      #expect(reader.log.words(39)["claim"] == "Näh, \"39\"")
    }
    var state: UInt64 = 1
    for _ in 0..<200 {
      var damaged = bytes
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(state >> 33) % damaged.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      _ = EvidenceReader(damaged).log.count
    }
  }

  @Test func echoesAreFound() {
    let log = EvidenceReader(
      Array(
        Island.log([
          "a1,2030-01-08,2030-01-09,ferry,One,,,gazette,A,1,https://x.example/1,,,2030-02-01",
          "a2,2030-01-08,2030-01-10,ferry,Same page,,,rumour,A,1,https://x.example/1,,,2030-02-01",
          "a3,2030-01-09,2030-01-10,ferry,Repeats it,,,rumour,A,1,,a1,,2030-02-01",
          "a4,2030-01-12,2030-01-12,crew,Of 80,80,men,gazette,A,1,,,,2030-02-01",
          "a5,2030-01-12,2030-01-14,crew,Of 80 again,80,men,rumour,A,1,,,,2030-02-01",
          "a6,2030-01-12,2030-01-14,crew,Of 81,81,men,rumour,A,1,,,,2030-02-01",
        ]).utf8)
    ).log
    #expect(log.echoes() == [[0, 1, 2], [3, 4]])
  }

  /// What was known on a day is always recoverable, corrections included.
  @Test func whatWasKnownIsKept() throws {
    let log = EvidenceReader(
      Array(
        Island.log([
          Self.row, "a2,2030-01-08,2030-01-20,ferry,Corrected,,,gazette,A,1,,,a1,2030-02-01",
        ]).utf8)
    ).log
    func known(_ day: String) throws -> [Int] { log.known(on: try #require(Day(day))) }
    #expect(try known("2030-01-08") == [])
    #expect(try known("2030-01-09") == [0])
    #expect(try known("2030-01-20") == [1])
  }
}

/// Writing to the log.
@Suite struct EvidenceStoreTests {
  private static let row = [
    "observed": "2030-01-08", "published": "2030-01-09", "indicator": "ferry",
    "claim": "A ferry, \"late\"", "feed": "gazette", "reliability": "A", "credibility": "1",
  ]

  /// A folder of its own with the watched island.
  private static func folder(_ log: String? = nil) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-evidence-\(UUID().uuidString)")
    try write(Island.watched([]).filter { $0.name != EvidenceLog.fileName }, to: folder)
    if let log { try Data(log.utf8).write(to: folder.appendingPathComponent(EvidenceLog.fileName)) }
    return folder
  }

  private static func text(_ folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(EvidenceLog.fileName), encoding: .utf8)
  }

  private static let today = Day("2030-02-02")!

  @Test func rowsGoToTheEnd() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try EvidenceStore(folder: folder.path).add([Self.row], recorded: Self.today)
    #expect(first.ids == ["o001"] && first.cut == nil)
    let before = try Self.text(folder)
    let second = try EvidenceStore(folder: folder.path).add(
      [Self.row, Self.row], recorded: Self.today)
    #expect(second.ids == ["o002", "o003"])
    #expect(try Self.text(folder).hasPrefix(before))
    let log = try Scenario(path: folder.path).theatre.evidence
    #expect(log.count == 3 && log.words(2)["claim"] == "A ferry, \"late\"")
    #expect(log.words(2)["recorded"] == "2030-02-02")
  }

  /// All or none, and the file as it was.
  @Test func badRowsLeaveTheFileAlone() throws {
    let folder = try Self.folder(Island.log([]))
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = try Self.text(folder)
    for (column, value) in [
      ("indicator", "fery"), ("feed", "gazete"), ("reliability", "Z"), ("published", "2029-01-01"),
      ("supersedes", "o9"), ("warhead", "x"), ("claim", String(repeating: "x", count: 10_000_000)),
    ] {
      var bad = Self.row
      bad[column] = value
      #expect(throws: InvalidScenario.self, "\(column)") {
        try EvidenceStore(folder: folder.path).add([Self.row, bad], recorded: Self.today)
      }
      #expect(try Self.text(folder) == before)
    }
  }

  /// A crash anywhere in the last row: it is reported, cut by the next write, and nothing else is lost.
  @Test func aTornLineIsCutAndNothingElse() throws {
    let rows = (1...3).map {
      "a\($0),2030-01-08,2030-01-09,ferry,\"Número, \($0)\",,,gazette,A,1,,,,2030-02-01"
    }
    let whole = Array(Island.log(rows).utf8)
    let last = whole.count - rows[2].utf8.count - 1
    for end in stride(from: last + 1, to: whole.count - 1, by: 5) {
      let folder = try Self.folder(Island.log([]))
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appendingPathComponent(EvidenceLog.fileName)
      try Data(whole[..<end]).write(to: file)
      let scenario = try Scenario(path: folder.path)
      #expect(scenario.theatre.evidence.count == 2)
      #expect(scenario.warnings.count { $0.message.contains("torn") } == 1)
      let added = try EvidenceStore(folder: folder.path).add([Self.row], recorded: Self.today)
      #expect(Array((added.cut ?? "").utf8).count >= 1)
      let text = try Self.text(folder)
      #expect(text.hasPrefix(String(decoding: whole[..<last], as: UTF8.self)))
      #expect(try Scenario(path: folder.path).theatre.evidence.count == 3)
    }
  }

  /// A row to its last cell without a line end is a person's, not a crash's: it stays.
  @Test func aWholeLastLineStays() throws {
    let row = "a1,2030-01-08,2030-01-09,ferry,One,,,gazette,A,1,,,,2030-02-01"
    let folder = try Self.folder(String(Island.log([row]).dropLast()))
    defer { try? FileManager.default.removeItem(at: folder) }
    let added = try EvidenceStore(folder: folder.path).add([Self.row], recorded: Self.today)
    #expect(added.cut == nil)
    #expect(try Scenario(path: folder.path).theatre.evidence.count == 2)
  }

  /// A header without an end, and half a header: the next row has a whole one above it.
  @Test(arguments: [0, 40]) func headersAreWhole(_ missing: Int) throws {
    let folder = try Self.folder(String(Island.log([]).dropLast(1 + missing)))
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try EvidenceStore(folder: folder.path).add([Self.row], recorded: Self.today)
    let log = try Scenario(path: folder.path).theatre.evidence
    #expect(log.count == 1 && log.words(0)["claim"] == "A ferry, \"late\"")
  }

  /// Ten writers at once: every row is there, every id once.
  @Test func writersWaitForEachOther() async throws {
    let folder = try Self.folder(Island.log([]))
    defer { try? FileManager.default.removeItem(at: folder) }
    let ids = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<10 {
        group.addTask {
          try EvidenceStore(folder: folder.path).add(
            [Self.row, Self.row], recorded: Self.today
          ).ids
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(ids).count == 20)
    #expect(try Scenario(path: folder.path).theatre.evidence.count == 20)
  }

  /// What is wrong with a row that comes from a file is told with the line of that file.
  @Test(arguments: [[], ["a1,2030-01-08,2030-01-09,ferry,Old,,,gazette,A,1,,,,2030-02-01"]])
  func anImportSpeaksOfTheUsersOwnFile(old: [String]) throws {
    let folder = try Self.folder(Island.log(old))
    defer { try? FileManager.default.removeItem(at: folder) }
    var wrong = Self.row
    wrong["observed"] = "yesterday"
    let spans = [2, 7].map { Span(file: "mine.csv", line: $0, column: 1) }
    let error = #expect(throws: InvalidScenario.self) {
      try EvidenceStore(folder: folder.path).add(
        [Self.row, wrong], from: spans, recorded: Self.today)
    }
    let found = try #require(error).diagnostics
    #expect(!found.isEmpty && found.allSatisfy { $0.span == spans[1] }, "\(found)")
    #expect(try Scenario(path: folder.path).theatre.evidence.count == old.count)
  }

  /// kill −9 while the program writes: what was there is there, and the next write goes on.
  @Test func aKilledWriterLosesNothing() throws {
    let old = "a1,2030-01-08,2030-01-09,ferry,Old,,,gazette,A,1,,,,2030-02-01"
    let folder = try Self.folder(Island.log([old]))
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = try Self.text(folder)
    let file = folder.appendingPathComponent("more.csv")
    let more = (0..<20_000).map {
      "2026-01-08,2026-01-09,ferry,Row \($0) \(String(repeating: "x", count: 400)),gazette,A,1\n"
    }
    try Data(
      ("observed,published,indicator,claim,feed,reliability,credibility\n" + more.joined()).utf8
    ).write(to: file)
    let log = folder.appendingPathComponent(EvidenceLog.fileName)
    let writer = try Program().start(["evidence", "import", folder.path, file.path])
    // as soon as it has begun to write, wherever it is then
    func size() -> Int {
      (try? FileManager.default.attributesOfItem(atPath: log.path)[.size] as? Int) ?? 0
    }
    let hasBegun = try writer.wait { size() > before.utf8.count }
    writer.send(SIGKILL)
    let outcome = try writer.finish()
    #expect(hasBegun, "nothing was written before the end: \(outcome.errors)")
    #expect(try Self.text(folder).hasPrefix(before))
    let added = try EvidenceStore(folder: folder.path).add([Self.row], recorded: Self.today)
    let after = try Scenario(path: folder.path)
    #expect(!after.warnings.contains { $0.message.contains("torn") })
    let rows = after.theatre.evidence
    #expect(rows.words(0)["claim"] == "Old")
    #expect(rows.row(added.ids[0]) == rows.count - 1)
  }

  /// A log that is a link, or a pipe that nobody writes to, is refused at once.
  @Test func onlyPlainFilesAreRead() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let log = folder.appendingPathComponent(EvidenceLog.fileName).path
    try FileManager.default.createSymbolicLink(atPath: log, withDestinationPath: "/etc/hostname")
    #expect(throws: DataError.self) { try Scenario(path: folder.path) }
    try FileManager.default.removeItem(atPath: log)
    #expect(mkfifo(log, 0o600) == 0)
    let error = #expect(throws: DataError.self) { try Scenario(path: folder.path) }
    #expect(error?.description.hasSuffix("it is not a plain file") == true)
  }

  /// A disk that takes nothing.
  @Test func aFullDiskIsSaid() throws {
    let file = try AppendedFile(path: "/dev/full")
    let error = #expect(throws: DataError.self) { try file.append(Array("row\n".utf8)) }
    #expect(error?.description == "cannot write /dev/full: No space left on device")
  }
}

/// Addresses of pages.
@Suite struct PageAddressTests {
  /// Seven ways to write the address of one page are one origin, whatever the feed; what names the page tells pages apart.
  @Test func onePageIsOneOrigin() throws {
    let same = [
      "https://example.org/a/trains", "https://example.org/a/trains?utm_source=x&utm_medium=social",
      "http://example.org/a/trains", "https://example.org/a/trains/",
      "https://www.EXAMPLE.org/a/trains",
      "https://example.org/a/trains#top", "https://example.org:443/a/trains?fbclid=1",
    ]
    let other = [
      "https://example.org/a/trains?id=7", "https://example.org/a/trains?id=8",
      "https://example.org/a/Trains",
      "https://example.org/a", "https://example.com/a/trains",
    ]
    let rows =
      (same + other + [
        "https://example.org/a/trains?b=1&id=9", "https://example.org/a/trains?id=9&b=1",
      ])
      .enumerated().map { index, link in
        "a\(index + 1),2030-01-0\(index % 9 + 1),2030-01-09,crew,A crew,,,gazette,A,1,\(link),,,2030-02-01"
      }
    let scenario = try Scenario(id: "island", files: Island.watched(rows))
    let firsts = scenario.theatre.evidence.firstOfOrigin()
    #expect(firsts == Array(repeating: 0, count: 7) + Array(7...11) + [12, 12])
  }
}

/// The parameters as they were registered before the first replay.
@Suite struct RegistrationTests {
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = repository.appendingPathComponent("Scenarios/belarus-2026")

  private func registered() throws -> (commit: String, hashes: [(name: String, hash: String)]) {
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent("registration.txt"), encoding: .utf8)
    let words = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " ").map(String.init) }
    let commit = try #require(words.first { $0[0] == "commit" })[1]
    return (commit, words.filter { $0[0] == "sha256" }.map { ($0[2], $0[1]) })
  }

  @Test func noParameterHasMoved() throws {
    let hashes = try registered().hashes
    #expect(hashes.map(\.name) == ["indicators.yaml", "episodes.csv"])
    for (name, hash) in hashes {
      let bytes = try Files.read(Self.folder.appendingPathComponent(name))
      #expect(Sha256.hex(bytes) == hash, "\(name) has changed since it was registered")
    }
  }

  /// The registered commit holds these very bytes, and lies before the first replay's code.
  @Test(
    .enabled(
      if: FileManager.default.fileExists(
        atPath: repository.appendingPathComponent(".git").path)))
  func theRegisteredCommitHoldsThem() throws {
    let (commit, hashes) = try registered()
    guard try git("rev-parse", "--is-shallow-repository").output.hasPrefix("false") else { return }
    for (name, hash) in hashes {
      let shown = try git("show", "\(commit):Scenarios/belarus-2026/\(name)")
      #expect(Sha256.hex(Array(shown.output.utf8)) == hash)
    }
    let replay = try git(
      "log", "--format=%H", "--diff-filter=A", "--",
      "Sources/Vedette/Strategic/IndicatorStudy.swift")
    let first = try #require(replay.output.split(separator: "\n").last.map(String.init))
    #expect(try git("merge-base", "--is-ancestor", commit, first).status == 0)
    #expect(commit != first)
  }

  private func git(_ arguments: String...) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", Self.repository.path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
