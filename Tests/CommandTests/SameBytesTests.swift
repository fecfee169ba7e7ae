import Foundation
import TestSupport
import Testing

/// The files of `brief` against those of another run.
@Suite struct SameBytesTests {
  private static let names = [
    "briefing.html", "figures.csv", "results.gpkg", "results.json", "summary.csv",
  ]

  @Test func tasksAndBlocksChangeNothing() throws {
    let first = try Self.contents("--threads", "1", "--block", "4")
    for (threads, block) in [("1", "256"), ("2", "4"), ("2", "256")] {
      let other = try Self.contents("--threads", threads, "--block", block)
      for name in Self.names {
        #expect(
          first[name] == other[name], "\(name) with --threads \(threads) --block \(block)")
      }
    }
  }

  /// So that the comparison above can fail.
  @Test func anotherSeedChangesEveryFile() throws {
    let (first, second) = (try Self.contents("--seed", "1"), try Self.contents("--seed", "2"))
    for name in Self.names { #expect(first[name] != second[name], "\(name)") }
  }

  /// The files of meridia with 16 draws in each replicate, so that blocks of 4 are several.
  private static func contents(_ options: String...) throws -> [String: Data] {
    try withTemporaryFolder { folder in
      let outcome = try Program().run(
        ["brief", Program.meridia, "--draws", "16", "--out", folder.path] + options)
      #expect(outcome.status == .exited(0), "\(outcome.errors)")
      #expect(files(in: folder) == names)
      return try names.reduce(into: [:]) {
        $0[$1] = try Data(contentsOf: folder.appendingPathComponent($1))
      }
    }
  }
}
