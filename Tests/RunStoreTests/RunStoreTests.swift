import Datasets
import Findings
import Foundation
import GRDB
import Quantities
import Reports
import RunStore
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Vedette

/// A run that is kept is read back as what it was, or not at all.
@Suite struct RunStoreTests {
  static let analysis = Result {
    let files = Island.watched([
      "a1,2030-01-08,2030-01-09,ferry,A ferry sails,,,gazette,A,1,,,,2030-02-01"
    ])
    return Analysis(
      try Scenario(id: "island", files: files),
      environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [])
  }
  static let results = Task {
    try await analysis.get().results(.draws(32), seed: 1)
  }

  static func bytes(_ results: Results) throws -> [UInt8] {
    try ResultsPackage.bytes(results, try analysis.get().scenario.theatre)
  }

  /// The results of the island in a file of a folder that goes away.
  static func withFile<T>(_ body: (URL, Results) throws -> T) async throws -> T {
    let results = try await Self.results.value
    let bytes = try bytes(results)
    return try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("results.gpkg")
      try Data(bytes).write(to: file)
      return try body(file, results)
    }
  }

  // MARK: the same again

  @Test func figuresComeBackToTheLastDigit() async throws {
    try await Self.withFile { file, results in
      let stored = try StoredRun(path: file.path)
      #expect(stored.identity.run == results.run)
      let back = try stored.results(declared: results.declared)
      #expect(back.figures.count == results.figures.count)
      for figure in results.figures {
        #expect(back.figures[id: figure.id] == figure, "\(figure.id)")
      }
      #expect(back.drivers == results.drivers)
      #expect(!results.drivers.isEmpty)
      #expect(
        back.foundations.inputs.map { Shape.law.encode($0.law).text }
          == results.foundations.inputs.map { Shape.law.encode($0.law).text })
      #expect(back.foundations.sources == results.foundations.sources)
      let annex = try #require(try stored.annex(Results.Strategic.self))
      #expect(annex.json.text == results.annex(Results.Strategic.self)?.json.text)
    }
  }

  /// What `warn` and `explain` print of a file is what they print of the run.
  @Test func answersAreTheSame() async throws {
    let theatre = try Self.analysis.get().scenario.theatre
    try await Self.withFile { file, results in
      let place = theatre.places[0]
      let stored = try StoredRun(path: file.path).results(
        of: [place.subject.word, "region"], declared: results.declared)
      func text(_ results: Results) -> String {
        LadderText(
          Ladder(results: results, theatre: theatre, classes: theatre.classesOfThreat), of: place
        ).text
      }
      #expect(text(stored) == text(results))
      for figure in results.figures where figure.id.subject == place.subject {
        let id = figure.id.description
        #expect(Explanation(id, in: stored) == Explanation(id, in: results), "\(id)")
      }
    }
  }

  @Test func sameResultsAreSameBytes() async throws {
    let results = try await Self.results.value
    let (first, again) = (try Self.bytes(results), try Self.bytes(results))
    #expect(first == again)
    let other = try Self.bytes(try await Self.analysis.get().results(.draws(32), seed: 2))
    #expect(first != other)
  }

  // MARK: files that are none

  /// What is written to a file, and what is said of it then.
  @Test(arguments: [
    ("", "not a results file"), ("not a database at all", "no results file"),
    ("SQLite format 3\u{0}and then nothing", "results file"),
  ])
  func whatIsNoFileIsSaid(_ text: String, _ words: String) throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("results.gpkg")
      try Data(text.utf8).write(to: file)
      let error = #expect(throws: DataError.self) { try StoredRun(path: file.path) }
      #expect(
        error?.description.contains(words) == true
          || error?.description.contains("not a results file") == true, "\(error as Any)")
    }
  }

  @Test func aFileThatIsNotThereIsSaid() {
    let error = #expect(throws: DataError.self) { try StoredRun(path: "/nowhere/results.gpkg") }
    #expect(error?.kind == .noInput)
  }

  /// Cut at any length, it is refused or its figures are those that were written.
  @Test(arguments: [0.001, 0.1, 0.5, 0.9, 0.99])
  func halfAFileTellsNothingWrong(_ share: Double) async throws {
    try await Self.withFile { file, results in
      let whole = try Data(contentsOf: file)
      try whole.prefix(Int(share * Double(whole.count))).write(to: file)
      do {
        let back = try StoredRun(path: file.path).results(declared: results.declared)
        for figure in results.figures { #expect(back.figures[id: figure.id] == figure) }
      } catch is DataError {
        return
      }
    }
  }

  /// Whatever somebody changes in it is noticed where it is read.
  @Test(arguments: [
    "UPDATE figure_values SET value = value + 1 WHERE value IS NOT NULL",
    "UPDATE figure_values SET error = error + 1 WHERE error IS NOT NULL",
    "DELETE FROM figure_values WHERE fid % 7 = 0",
    "UPDATE series SET posture = before WHERE before IS NOT NULL",
    "UPDATE series SET n = n + 1", "DELETE FROM series WHERE fid = 3",
    "UPDATE words SET word = word || 'x'", "UPDATE inputs SET address = 'alert.nothing'",
    "UPDATE inputs SET law = '{}'", "UPDATE claims SET likely = likely * 2",
    "UPDATE sources SET grade = 'A1'", "UPDATE run SET draws = 7",
    "UPDATE run SET format = 999", "DROP TABLE run", "DROP TABLE digests",
    "UPDATE leading_inputs SET share = 1",
    "UPDATE claims SET spread_assumed = NULL WHERE spread_assumed = 0",
    "UPDATE sources SET title = title || substr(publisher, 1, 1), publisher = substr(publisher, 2)",
    "UPDATE sources SET title = title || 'x'", "UPDATE postures SET title = title || 'x'",
    "UPDATE figure_values SET error_low = 0 WHERE error_low IS NULL",
    "UPDATE input_sets SET inputs = '1-9999'",
    "UPDATE statistics SET name = 'nonsense'",
  ])
  func whatIsAlteredIsNotTold(_ sql: String) async throws {
    try await Self.withFile { file, results in
      try DatabaseQueue(path: file.path).write { try $0.execute(sql: sql) }
      #expect(throws: DataError.self, "\(sql)") {
        try StoredRun(path: file.path).results(declared: results.declared)
      }
    }
  }

  @Test func aFileThatAnotherProgramWritesIsSaid() async throws {
    try await Self.withFile { file, _ in
      let other = try DatabaseQueue(path: file.path)
      try other.inDatabase { database in
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
        let error = #expect(throws: DataError.self) { try StoredRun(path: file.path) }
        #expect(error?.description.contains("another program holds it") == true)
        try database.execute(sql: "COMMIT")
      }
    }
  }

  @Test func aFolderThatTakesNothingIsRead() async throws {
    try await Self.withFile { file, results in
      let folder = file.deletingLastPathComponent()
      let manager = FileManager.default
      try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
      defer {
        try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
      }
      let back = try StoredRun(path: file.path).results(declared: results.declared)
      #expect(back.figures.count == results.figures.count)
    }
  }

  // MARK: a GeoPackage

  /// Application id and version (OGC 12-128r18, requirement 2), and a whole database.
  @Test func itIsAGeoPackage() async throws {
    try await Self.withFile { file, _ in
      try DatabaseQueue(path: file.path).read { database in
        func number(_ sql: String) throws -> Int? { try Int.fetchOne(database, sql: sql) }
        let (application, version) = (
          try number("PRAGMA application_id"), try number("PRAGMA user_version")
        )
        #expect(application == 0x4750_4B47 && version == 10_301)
        let faults = try String.fetchAll(database, sql: "PRAGMA integrity_check")
        #expect(faults == ["ok"])
        let dangling = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
        #expect(dangling.isEmpty)
      }
    }
  }

  /// Every table and view that is for people has a sentence, and so has every column; every layer has a geometry column, an
  /// extent and points inside it.
  @Test func everyTableIsDescribed() async throws {
    try await Self.withFile { file, _ in
      try DatabaseQueue(path: file.path).read { database in
        let contents = try Row.fetchAll(database, sql: "SELECT * FROM gpkg_contents")
        #expect(contents.count > 20)
        for row in contents where row["table_name"] != "layer_styles" {
          let name: String = row["table_name"]
          #expect((row["description"] as String).hasSuffix("."), "\(name)")
          let columns = try String.fetchAll(
            database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [name])
          let told = try String.fetchAll(
            database, sql: "SELECT column_name FROM gpkg_data_columns WHERE table_name = ?",
            arguments: [name])
          #expect(
            Set(columns).subtracting(["fid", "geom"]).isSubset(of: told), "\(name)")
          #expect(Set(told).isSubset(of: columns), "\(name)")
          guard row["data_type"] == "features" else { continue }
          #expect(columns.contains("geom"), "\(name)")
          let blob = try Data.fetchOne(
            database, sql: "SELECT geom FROM \"\(name)\" WHERE geom IS NOT NULL")
          #expect(blob.map { $0.prefix(2) == Data("GP".utf8) } ?? true, "\(name)")
        }
      }
    }
  }

  /// The view for people is the file for people.
  @Test func summaryIsTheSameTwice() async throws {
    let theatre = try Self.analysis.get().scenario.theatre
    try await Self.withFile { file, results in
      let sheet = SummarySheet(results, theatre).places
      try DatabaseQueue(path: file.path).read { database in
        let names = sheet.columns.map(\.name).joined(separator: ", ")
        let rows = try Row.fetchAll(database, sql: "SELECT \(names) FROM summary ORDER BY fid")
        #expect(rows.count == sheet.rows.count && !rows.isEmpty)
        for (row, cells) in zip(rows, sheet.rows) {
          for (value, cell) in zip(row.databaseValues, cells) {
            switch cell {
            case .empty: #expect(value.isNull)
            case .text(let text): #expect(String.fromDatabaseValue(value) == text)
            case .integer(let number): #expect(Int.fromDatabaseValue(value) == number)
            case .real(let number): #expect(Double.fromDatabaseValue(value) == number)
            }
          }
        }
      }
    }
  }

  /// The view `figures` says what figures.csv says.
  @Test func figuresViewIsTheCsv() async throws {
    try await Self.withFile { file, results in
      let lines = FiguresFile.csv(results).split(separator: "\n").dropFirst()
      let told = Dictionary(
        uniqueKeysWithValues: lines.map { line in
          let cells = line.split(separator: ",", omittingEmptySubsequences: false)
          return (String(cells[0]), cells[9...12].joined(separator: ","))
        })
      try DatabaseQueue(path: file.path).read { database in
        let rows = try Row.fetchAll(database, sql: "SELECT id, unit, n, state, status FROM figures")
        #expect(rows.count == told.count)
        for row in rows {
          let status: String? = row["status"]
          let words: [String] = [row["unit"], "\(row["n"] as Int)", row["state"], status ?? ""]
          #expect(told[row["id"]] == words.joined(separator: ","), "\(row["id"] as String)")
        }
      }
    }
  }

  /// Circles of reach are closed and lie around their site.
  @Test func circlesOfReachAreClosed() async throws {
    try await Self.withFile { file, _ in
      try DatabaseQueue(path: file.path).read { database in
        let blob = try #require(try Data.fetchOne(database, sql: "SELECT geom FROM reach"))
        // 8 bytes of head, 32 of envelope, 9 of polygon and its ring's count, then points of 16
        let count = blob[49..<53].withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
        #expect(count == 37 && blob.count == 53 + 16 * Int(count))
        #expect(blob[53..<69] == blob.suffix(16))
      }
    }
  }
}

/// What is tried out in one line.
@Suite struct WhatIfTests {
  private static func theatre() throws -> (Analysis, Theatre) {
    let analysis = try RunStoreTests.analysis.get()
    return (analysis, analysis.scenario.theatre)
  }

  /// Without a source its claims are gone from every law that others speak of, and weights still add up to 1.
  @Test func aSourceThatNeverSpoke() throws {
    let theatre = try Scenario(
      path: Program.repository.appendingPathComponent("Scenarios/belarus-2026").path
    ).theatre
    let posture = theatre.postures[0]
    let laws = theatre.bibliography.laws
    func sources(_ law: Law) -> Set<String?> {
      Set(law.components.map { $0.claim.flatMap { theatre.bibliography.claim($0)?.source } })
    }
    let (address, law) = try #require(laws.first { sources($0.value).count > 1 })
    let source = try #require(sources(law).compactMap(\.self).first)
    let tried = theatre.posture(posture, called: "tried", without: source)
    let after = tried.posture.laws[address] ?? law
    #expect(after.components.count < law.components.count)
    #expect(abs(after.components.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    for component in after.components {
      #expect(component.claim.flatMap { theatre.bibliography.claim($0) }?.source != source)
    }
  }

  /// The posture that is tried leads, beside the one it is made from; what it sets moves nothing else.
  @Test func whatIsTriedLeads() async throws {
    let (analysis, theatre) = try Self.theatre()
    let base = theatre.headline.after.value
    let tried = theatre.posture(
      try #require(theatre.posture(base)), called: "tried", without: "nobody"
    ).posture
    let led = theatre.leading(from: base, to: tried, "nothing", alone: true)
    #expect(led.compared == [base, "tried"] && led.postures.map(\.id) == [base, "tried"])
    #expect(
      theatre.leading(from: base, to: tried, "nothing", alone: false).postures.count == theatre
        .postures.count + 1)
    let results = try await analysis.answer(
      .everything, .draws(4), seed: 1, postures: led.postures)
    for figure in results.figures where figure.id.setting == .posture("tried") {
      let same = FigureID(
        figure.id.subject, figure.id.quantity, of: figure.id.threat, .posture(base),
        figure.id.statistic)
      if let other = results.figures[id: same] { #expect(other.estimate == figure.estimate) }
    }
    #expect(results.figures.contains { $0.id.setting == .posture("tried") })
    // whatever stands in it, nobody reported it
    #expect(led.standing(of: tried) == .whatIf && theatre.standing(of: tried) != .whatIf)
    let text = BriefText(results, led, classes: led.classesOfThreat).text
    #expect(text.contains("“tried” is a what-if: nothing") || text.hasPrefix("No class"), "\(text)")
  }

  /// A run differs from itself in nothing, and from one with another seed in nothing but numbers.
  @Test func differencesAreFound() async throws {
    let (analysis, _) = try Self.theatre()
    let results = try await RunStoreTests.results.value
    let none = Results.Difference(from: results, to: results)
    #expect(none.agrees && none.same == results.figures.count && none.inputs.isEmpty)
    let other = try await analysis.results(.draws(32), seed: 2)
    let moved = Results.Difference(from: results, to: other)
    #expect(!moved.agrees && moved.inputs.isEmpty && !moved.moved.isEmpty)
    #expect(!moved.moved.contains { !$0.inputs.isEmpty })
    #expect(
      moved.same + moved.moved.count + moved.onlyBefore.count == results.figures.count)
  }

  /// What a law is changed to is named, with the figures that it moves.
  @Test func theInputThatDiffersIsNamed() async throws {
    let results = try await RunStoreTests.results.value
    let address = Address("alert", "decision")
    let input = try #require(results.foundations.inputs.first { $0.address == address })
    let changed = Results(
      results.run, figures: Array(results.figures), trials: [],
      foundations: Results.Foundations(
        data: [],
        inputs: results.foundations.inputs.map {
          $0.address == address && $0.posture == input.posture
            ? Results.Input(
              address: address, law: Law(input.law.kind, .constant(1)), unit: $0.unit,
              posture: $0.posture) : $0
        }, claims: [], sources: []), declared: results.declared, annexes: [])
    let found = Results.Difference(from: results, to: changed)
    #expect(found.inputs.map(\.address) == [address] && found.agrees)
  }
}
