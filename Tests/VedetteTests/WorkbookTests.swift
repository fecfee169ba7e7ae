import Foundation
import Quantities
import Scenarios
import TestSupport
import Testing
import Vedette

/// A workbook in a scenario's folder is no table of it, and says so.
@Suite struct WorkbookTests {
  private static func found(_ names: [String], without: String = "") throws -> [String] {
    try withTemporaryFolder { folder in
      try write(Island.files().filter { $0.name != without }, to: folder)
      for name in names { try Data("PK".utf8).write(to: folder.appendingPathComponent(name)) }
      do {
        return try Scenario(path: folder.path).warnings.map { "\($0) \($0.help ?? "")" }
          .filter { !$0.contains("under peace rules") }
      } catch let error as InvalidScenario {
        return error.diagnostics.map { "\($0) \($0.help ?? "")" }
      }
    }
  }

  @Test func whatStandsForATableIsOneError() throws {
    let found = try Self.found(["places.xlsx"], without: "places.csv")
    #expect(found.count == 1)
    #expect(found.first?.contains("places.xlsx:1:1: error") == true)
    #expect(found.first?.contains("vedette import places places.xlsx --out places.csv") == true)
  }

  @Test func whatStandsBesideATableIsAWarning() throws {
    let found = try Self.found(["Sites.ods", "notes.xlsx", "alerts.xlsx"])
    #expect(found.count == 3)
    #expect(found.contains { $0.contains("a workbook beside sites.csv is not read") })
    // alerts need not be there
    #expect(found.contains { $0.contains("alerts.xlsx:1:1: warning") })
    #expect(found.contains { $0.contains("notes.xlsx:1:1: warning: nothing reads this file") })
  }
}
