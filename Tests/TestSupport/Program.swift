public import Foundation

/// The program `vedette` that was built together with the running tests, run as a user runs it: in an
/// empty folder, without a data layer.
public struct Program: Sendable {
  /// Where standard output or standard error goes.
  public enum Destination: Sendable {
    /// To a file, and from there into the outcome.
    case kept
    /// To a device on which no space is left.
    case full
    /// Into a pipe that nobody reads, as after `| head -1`.
    case closed
  }

  /// How a run ended.
  public enum Status: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// What a run left behind.
  public struct Outcome: Sendable {
    public let status: Status
    /// Bytes of standard output; empty unless it was kept.
    public let output: Data
    /// Text of standard error; empty unless it was kept.
    public let errors: String

    public var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Why a run cannot be judged.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// The root of the package: where the scenarios, the cases and the documents are.
  public static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private let url: URL

  /// Finds the program, which SwiftPM builds into the folder of the test bundle.
  public init() throws(Failure) {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    guard let bundle = ([own] + CommandLine.arguments).lazy.compactMap(Self.bundle).first else {
      throw Failure(
        description: "no test bundle among \([own] + CommandLine.arguments): "
          + "the program under test cannot be found")
    }
    url = bundle.deletingLastPathComponent().appendingPathComponent("vedette")
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
      !isFolder.boolValue
    else {
      throw Failure(
        description: "\(url.path) is missing: it is built with the tests, into the same folder")
    }
  }

  /// The test bundle that a path names or lies in; on Linux it is a file, on macOS a folder.
  private static func bundle(_ path: String) -> URL? {
    guard path.contains(".xctest") else { return nil }
    var url = URL(fileURLWithPath: path)
    while url.pathExtension != "xctest" && url.pathComponents.count > 1 {
      url.deleteLastPathComponent()
    }
    return url.pathExtension == "xctest" ? url : nil
  }

  /// Starts the program and returns at once.
  public func start(
    _ arguments: [String], environment: [String: String] = [:],
    output: Destination = .kept, errors: Destination = .kept
  ) throws -> RunningProgram {
    try RunningProgram(url, arguments, environment, output: output, errors: errors)
  }

  /// Runs the program to its end.
  public func run(
    _ arguments: [String], environment: [String: String] = [:],
    output: Destination = .kept, errors: Destination = .kept
  ) throws -> Outcome {
    try start(arguments, environment: environment, output: output, errors: errors).finish()
  }

  /// Runs a script of bash that finds the program on its path.
  public func shell(_ script: URL, environment: [String: String] = [:]) throws -> Outcome {
    let folder = url.deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let running = try RunningProgram(
      URL(fileURLWithPath: "/bin/bash"), [script.path],
      environment.merging(["PATH": "\(folder):\(path)"]) { $1 }, output: .kept, errors: .kept)
    // several commands, beside other tests
    return try running.finish(within: .seconds(400))
  }
}

/// A run of the program that may not have ended yet. A run that nobody finishes is killed.
public final class RunningProgram {
  private let process = Process()
  private let folder: URL
  private let outputFile: URL
  private let errorFile: URL

  fileprivate init(
    _ program: URL, _ arguments: [String], _ environment: [String: String],
    output: Program.Destination, errors: Program.Destination
  ) throws {
    folder = try newTemporaryFolder()
    outputFile = folder.appendingPathComponent("output")
    errorFile = folder.appendingPathComponent("errors")
    let (work, data) = (
      folder.appendingPathComponent("work"), folder.appendingPathComponent("data")
    )
    for folder in [work, data] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    }
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("VEDETTE_") }
      // a crash ends at once, without a report of half a second that fills the log
      .merging(["VEDETTE_DATA": data.path, "SWIFT_BACKTRACE": "enable=no"]) { $1 }
      .merging(environment) { $1 }
    process.currentDirectoryURL = work
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Self.open(output, file: outputFile)
    process.standardError = try Self.open(errors, file: errorFile)
    try process.run()
  }

  private static func open(
    _ destination: Program.Destination, file: URL
  ) throws -> FileHandle {
    try Data().write(to: file)
    switch destination {
    case .kept: return try FileHandle(forWritingTo: file)
    case .full: return try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
    case .closed:
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      return pipe.fileHandleForWriting
    }
  }

  deinit {
    send(SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  public var isRunning: Bool { process.isRunning }

  /// What it has written to standard error so far.
  public var errorsSoFar: String {
    String(decoding: (try? Data(contentsOf: errorFile)) ?? Data(), as: UTF8.self)
  }

  /// Sends a signal, as SIGINT for Ctrl-C, unless the program has ended.
  public func send(_ signal: Int32) {
    if process.isRunning { kill(process.processIdentifier, signal) }
  }

  /// Waits until something holds or the program ends; tells whether it holds.
  public func wait(until condition: () throws -> Bool) throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(60)
    while try !condition() {
      guard process.isRunning else { return try condition() }
      try checkTime(deadline)
    }
    return true
  }

  /// Waits for the end.
  public func finish(within limit: Duration = .seconds(60)) throws -> Program.Outcome {
    let deadline = ContinuousClock.now + limit
    while process.isRunning { try checkTime(deadline) }
    return Program.Outcome(
      status: process.terminationReason == .exit
        ? .exited(process.terminationStatus) : .signalled(process.terminationStatus),
      output: try Data(contentsOf: outputFile), errors: errorsSoFar)
  }

  /// Leaves the processor to others for a moment, or gives up.
  private func checkTime(_ deadline: ContinuousClock.Instant) throws {
    guard ContinuousClock.now < deadline else {
      send(SIGKILL)
      let words = (process.arguments ?? []).joined(separator: " ")
      throw Program.Failure(description: "'vedette \(words)' did not end in time")
    }
    usleep(200)
  }
}
