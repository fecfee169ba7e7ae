internal import Foundation

/// A folder as a commit has it, in a temporary place, until it is removed.
public struct PastFolder: Sendable {
  public let path: String
  private let root: URL

  /// - Throws: where git does not know the folder or the commit.
  public init(_ folder: String, commit: String) throws(DataError) {
    guard !commit.hasPrefix("-"), !commit.isEmpty else {
      throw DataError(.badData, "'\(commit)' is not a commit")
    }
    root = FileManager.default.temporaryDirectory.appendingPathComponent(
      "vedette-\(UUID().uuidString)")
    // the folder keeps its name, which is the scenario's id
    let name = folder.split(separator: "/").last.map(String.init) ?? "scenario"
    path = root.appendingPathComponent(name).path
    try Files.makeFolder(URL(fileURLWithPath: path))
    let archive = root.appendingPathComponent("past.tar").path
    do {
      try PastFolder.run(
        "git", ["-C", folder, "archive", "--format=tar", "-o", archive, commit, "."])
      try PastFolder.run("tar", ["-x", "-f", archive, "-C", path])
    } catch {
      remove()
      throw error
    }
  }

  private static func run(_ program: String, _ arguments: [String]) throws(DataError) {
    let outcome = try Child.run(program, arguments)
    guard outcome.status == 0 else {
      throw DataError(.noInput, "\(program): \(outcome.complaint)")
    }
  }

  public func remove() { try? FileManager.default.removeItem(at: root) }
}
