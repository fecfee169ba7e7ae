internal import Foundation

/// Runs another program and waits for it.
enum Child {
  struct Outcome {
    let status: Int32
    let output: [UInt8]
    /// The last lines it wrote to standard error.
    let complaint: String
  }

  /// Standard output is collected; standard error is collected, or passed on with `shows`.
  ///
  /// - Parameter folder: where it runs; nil is our own working folder.
  static func run(
    _ program: String, _ arguments: [String], in folder: URL? = nil, shows: Bool = false
  ) throws(DataError) -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    if let folder { process.currentDirectoryURL = folder }
    let output = Pipe()
    let errors = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-\(UUID().uuidString).log")
    _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = shows ? FileHandle.standardError : output
    guard let log = FileHandle(forWritingAtPath: errors.path) else {
      throw DataError("cannot write to the temporary folder")
    }
    process.standardError = log
    do {
      try process.run()
    } catch {
      throw DataError("cannot run \(program): \(Files.reason(error))")
    }
    let data = shows ? Data() : output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try? log.close()
    let text = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").suffix(4).joined(separator: "\n")
    return Outcome(status: process.terminationStatus, output: [UInt8](data), complaint: lines)
  }
}
