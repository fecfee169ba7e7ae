public import Foundation
public import Scenarios

/// Runs the body with a new, empty folder, and removes the folder afterwards.
public func withTemporaryFolder<T>(_ body: (URL) throws -> T) throws -> T {
  let folder = try newTemporaryFolder()
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

func newTemporaryFolder() throws -> URL {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("vedette-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder
}

/// Writes a scenario's files, with the folders that they need.
public func write(_ files: [TextFile], to folder: URL) throws {
  for file in files {
    let url = folder.appendingPathComponent(file.name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.bytes).write(to: url)
  }
}

/// Names of the files in a folder and below, sorted; none when there is no such folder.
public func files(in folder: URL) -> [String] {
  let entries = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
  return entries.compactMap { $0 as? String }.filter { name in
    var isFolder: ObjCBool = false
    let path = folder.appendingPathComponent(name).path
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }.sorted()
}
