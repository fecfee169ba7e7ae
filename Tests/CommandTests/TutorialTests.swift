import Foundation
import TestSupport
import Testing

/// The tutorial is what happens: its commands run in their order in an empty folder, and print what stands under them.
@Suite struct TutorialTests {
  /// The data pack of the repository; `vedette new` takes its towns from there.
  private static let data = Program.repository.appendingPathComponent(".data")
  private static var hasTowns: Bool {
    let layers = (try? FileManager.default.contentsOfDirectory(atPath: data.path)) ?? []
    return layers.contains { $0.hasPrefix("towns") }
  }

  private static func blocks(_ language: String, in text: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  @Test(.enabled(if: hasTowns, "the towns are not installed: make data"))
  func everyCommandRuns() throws {
    let text = try String(
      contentsOf: Program.repository.appendingPathComponent("docs/tutorial.md"), encoding: .utf8)
    let commands = TutorialTests.blocks("sh", in: text)
    #expect(commands.count >= 8)
    try withTemporaryFolder { folder in
      let script = folder.appendingPathComponent("tutorial.sh")
      let head = "set -euo pipefail\ncd '\(folder.path)'\n"
      try Data((head + commands.joined(separator: "\n")).utf8).write(to: script)
      let outcome = try Program().shell(
        script, environment: ["VEDETTE_DATA": TutorialTests.data.path])
      #expect(outcome.status == .exited(0), "\(outcome.errors.suffix(600))")
      for block in TutorialTests.blocks("text", in: text) {
        for line in block.split(separator: "\n") {
          #expect(outcome.text.contains(line), "nothing prints '\(line)'")
        }
      }
      for file in ["out/briefing.html", "out/results.gpkg", "pictures/places.kml"] {
        let path = folder.appendingPathComponent(file).path
        #expect(FileManager.default.fileExists(atPath: path), "no \(file)")
      }
    }
  }
}
