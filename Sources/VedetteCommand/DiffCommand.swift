import ArgumentParser
import Datasets
import Findings
import Foundation
import Quantities
import RunStore
import Theatre
import Vedette

/// `vedette diff`: what moved between two runs, and which inputs differ.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Two results, or a scenario as it was and as it is: what moved, and which inputs differ.",
    discussion:
      "Each side is a results file, a scenario's folder, or a folder as a commit has it: Scenarios/belarus-2026@HEAD~3. Folders are "
      + "computed, both with the same seed and draws.")

  @Argument(help: "The first side: results.gpkg, FOLDER or FOLDER@COMMIT.") var first: String
  @Argument(help: "The second side.") var second: String
  @OptionGroup var options: DrawOptions
  @Flag(help: "Every figure and input of the long lists.") var all = false
  @Flag(help: "Print as JSON: every figure.") var json = false

  func run() async throws {
    try await Terminal.run { [self] in
      let before = try await results(first)
      let after = try await results(second)
      let text = DifferenceText(
        difference: Results.Difference(from: before, to: after), most: all ? .max : 20)
      try Terminal.print(json ? text.json.text + "\n" : text.text)
    }
  }

  private func results(_ side: String) async throws -> Results {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: side, isDirectory: &isFolder), !isFolder.boolValue {
      return try StoredRun(path: side).results(declared: Slices.shipped.map { $0.findings })
    }
    guard let at = side.lastIndex(of: "@"), !isFolder.boolValue else {
      return try await answer(side)
    }
    let past = try PastFolder(String(side[..<at]), commit: String(side[side.index(after: at)...]))
    defer { past.remove() }
    return try await answer(past.path)
  }

  private func answer(_ folder: String) async throws -> Results {
    try await options.answer(
      .everything, try Analysis(try options.scenario(folder), pack: Terminal.pack))
  }
}
