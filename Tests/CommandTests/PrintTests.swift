import Foundation
import TestSupport
import Testing

/// `brief --pdf`: the page on paper, or why there is none.
@Suite struct PrintTests {
  private static let hasChromium = ["/usr/bin/chromium", "/usr/bin/google-chrome"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  private static let meridia = Program.repository.appendingPathComponent("Scenarios/meridia").path

  @Test func withoutABrowserNothingIsWritten() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out").path
      let outcome = try Program().run(
        ["brief", Self.meridia, "--draws", "4", "--pdf", "--out", out],
        environment: ["PATH": folder.path])
      #expect(outcome.status == .exited(66))
      #expect(outcome.errors.contains("--pdf: no Chromium on the path"), "\(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }

  @Test func jsonAndPaperExcludeEachOther() throws {
    let outcome = try Program().run(["brief", Self.meridia, "--pdf", "--json"])
    #expect(outcome.status == .exited(64))
  }

  /// Tagged, with an outline, and the same bytes twice; nothing in it says when it was printed.
  @Test(.enabled(if: hasChromium, "Debian package chromium"))
  func theSamePageIsTheSamePaper() throws {
    try withTemporaryFolder { folder in
      let papers = try ["one", "two"].map { name -> Data in
        let out = folder.appendingPathComponent(name)
        let running = try Program().start(
          ["brief", Self.meridia, "--draws", "4", "--pdf", "--out", out.path])
        let outcome = try running.finish(within: .seconds(200))
        #expect(outcome.status == .exited(0), "\(outcome.errors)")
        return try Data(contentsOf: out.appendingPathComponent("briefing.pdf"))
      }
      #expect(papers[0] == papers[1])
      let text = String(decoding: papers[0], as: Unicode.ASCII.self)
      #expect(text.hasPrefix("%PDF-"))
      for part in ["/MarkInfo", "/StructTreeRoot", "/Outlines", "/CreationDate (D:19700101"] {
        #expect(text.contains(part), "no \(part)")
      }
    }
  }
}
