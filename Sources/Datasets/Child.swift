internal import Dispatch
internal import Foundation
internal import Synchronization

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
  /// - Parameters:
  ///   - folder: where it runs; nil is our own working folder.
  ///   - line: told every line of standard error that is a JSON object, as it comes; those are no
  ///     complaints.
  static func run(
    _ program: String, _ arguments: [String], in folder: URL? = nil, shows: Bool = false,
    line: (@Sendable (String) -> Void)? = nil
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
      throw DataError(.cannotWrite, "cannot write to the temporary folder")
    }
    process.standardError = log
    let told = line.map { told in Lines(told) }
    if let told { process.standardError = told.pipe }
    do {
      try process.run()
    } catch {
      throw DataError(.noInput, "cannot run \(program): \(Files.reason(error))")
    }
    let data = shows ? Data() : output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try? log.close()
    if let told {
      return Outcome(
        status: process.terminationStatus, output: [UInt8](data), complaint: told.finish())
    }
    let text = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").suffix(4).joined(separator: "\n")
    return Outcome(status: process.terminationStatus, output: [UInt8](data), complaint: lines)
  }

  /// Standard error line by line.
  private final class Lines: Sendable {
    let pipe = Pipe()
    private let kept = Mutex((rest: [UInt8](), complaint: [String]()))
    private let told: @Sendable (String) -> Void
    private let ended = DispatchSemaphore(value: 0)

    init(_ told: @escaping @Sendable (String) -> Void) {
      self.told = told
      pipe.fileHandleForReading.readabilityHandler = { [weak self] handle in
        let data = handle.availableData
        guard let self else { return }
        if data.isEmpty {
          handle.readabilityHandler = nil
          self.ended.signal()
        } else {
          self.take([UInt8](data))
        }
      }
    }

    private func take(_ bytes: [UInt8]) {
      let lines = kept.withLock { kept in
        kept.rest += bytes
        var parts = kept.rest.split(separator: 10, omittingEmptySubsequences: false)
        kept.rest = parts.popLast().map(Array.init) ?? []
        let lines = parts.map { String(decoding: $0, as: UTF8.self) }
        kept.complaint += lines.filter { !$0.hasPrefix("{") && !$0.isEmpty }
        return lines
      }
      for line in lines where line.hasPrefix("{") { told(line) }
    }

    /// The last lines that were no JSON.
    func finish() -> String {
      _ = ended.wait(timeout: .now() + 5)
      return kept.withLock { $0.complaint.suffix(4).joined(separator: "\n") }
    }
  }
}
