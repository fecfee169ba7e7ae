import ArgumentParser
import Datasets
import Dispatch
import Foundation
import Quantities
import Reports
import Synchronization
import Theatre
import Vedette

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The exit codes of sysexits.h that we use.
extension ExitCode {
  static let badData = ExitCode(65)
  static let noInput = ExitCode(66)
  static let cannotWrite = ExitCode(74)
  static let interrupted = ExitCode(130)
  /// As a shell tells of a program that wrote to a pipe nobody reads.
  static let closedPipe = ExitCode(141)
}

extension DataError.Kind {
  var exitCode: ExitCode {
    switch self {
    case .badData: .badData
    case .noInput: .noInput
    case .cannotWrite: .cannotWrite
    }
  }
}

/// Standard output and error, and how failures end the program.
///
/// Written with the system's own call: Foundation's ends the process where it cannot write.
enum Terminal {
  /// Writes a line to standard error; whoever has closed it wants none.
  static func complain(_ text: String) {
    let words = isColoured(STDERR_FILENO) ? TerminalColours.diagnostic(text) : text
    _ = put(words + "\n", to: STDERR_FILENO)
  }

  /// Whether somebody sees colours there: a terminal that has them, and nobody who said `NO_COLOR`.
  ///
  /// Source: no-color.org.
  private static func isColoured(_ descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(descriptor) == 1 && environment["TERM"] != "dumb"
      && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Writes an answer in words to standard output.
  static func tell(_ text: String) throws {
    try print(isColoured(STDOUT_FILENO) ? TerminalColours.answer(text) : text)
  }

  /// Gives a program that was started without standard files something in their place, so that no file
  /// it opens is taken for one. Writing to them still fails.
  static func holdStandardFiles() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Runs a command's work and turns every failure into words and an exit code.
  static func run(_ body: @Sendable @escaping () async throws -> Void) async throws {
    let work = Task { try await body() }
    let interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    signal(SIGINT, SIG_IGN)
    interrupt.setEventHandler { work.cancel() }
    interrupt.resume()
    defer { interrupt.cancel() }
    do {
      try await work.value
    } catch is CancellationError {
      complain("\ninterrupted; nothing was written")
      throw ExitCode.interrupted
    } catch let error as InvalidScenario {
      complain(error.description)
      let errors = error.diagnostics.filter { $0.severity == .error }.count
      complain(errors == 1 ? "1 error" : "\(errors) errors")
      throw ExitCode.badData
    } catch let error as DataError {
      complain("error: \(error)")
      throw error.kind.exitCode
    }
  }

  static var pack: DataPack { DataPack(path: DataFolder.path) }

  /// A scenario with its data; what is doubtful of either is said first.
  static func analysis(_ scenario: Scenario) throws -> Analysis {
    for warning in scenario.warnings { complain(warning.description) }
    try installOnFirstUse(scenario)
    let analysis = try Analysis(scenario, pack: pack)
    for doubt in analysis.doubts { complain("warning: \(doubt)") }
    return analysis
  }

  /// Installs the layers of a scenario that are not there yet, where `VEDETTE_FIRST_USE` is `install`, as the Python package
  /// sets it.
  private static func installOnFirstUse(_ scenario: Scenario) throws {
    guard ProcessInfo.processInfo.environment["VEDETTE_FIRST_USE"] == "install" else { return }
    let pack = pack
    let missing = Layer.all.filter {
      scenario.theatre.layers.contains($0.id) && !pack.isInstalled($0)
    }
    guard !missing.isEmpty else { return }
    complain("first use: open data go to \(pack.folder.path)")
    try Installer(pack: pack).install(missing) { complain($0) }
  }

  /// `41 s`, `2 min 5 s`.
  static func duration(_ seconds: Double) -> String {
    if seconds < 10 { return "\((seconds * 10).rounded() / 10) s" }
    let whole = Int(seconds.rounded())
    return whole < 120 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }

  /// Writes to standard output; a closed pipe ends the program quietly.
  static func print(_ text: String) throws {
    signal(SIGPIPE, SIG_DFL)
    let code = put(text, to: STDOUT_FILENO)
    // only where the signal is held back
    if code == EPIPE { throw ExitCode.closedPipe }
    guard code == 0 else {
      throw DataError(
        .cannotWrite, "cannot write to standard output: \(String(cString: strerror(code)))")
    }
  }

  /// Writes all of a text; returns the system's error, 0 where there is none.
  fileprivate static func put(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { buffer in
      var written = 0
      while written < buffer.count {
        let count = write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count >= 0 {
          written += count
        } else if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}

/// A bar with an estimate of the time left, or one JSON object a line.
final class ProgressBar: Sendable {
  enum Style: String, CaseIterable, ExpressibleByArgument, Sendable { case auto, bar, json, none }

  private let style: Style
  private let start = ContinuousClock.now
  private let drawn = Mutex(ContinuousClock.now - .seconds(1))

  init(_ style: Style) {
    self.style =
      style == .auto ? (isatty(STDERR_FILENO) == 1 ? .bar : .none) : style
  }

  func show(_ stage: String, _ done: Int, _ of: Int) {
    let now = ContinuousClock.now
    let due = drawn.withLock { last in
      guard done == of || now - last > .milliseconds(100) else { return false }
      last = now
      return true
    }
    guard due else { return }
    let elapsed = start.duration(to: now) / .seconds(1)
    let left = done > 0 ? elapsed * Double(of - done) / Double(done) : 0
    switch style {
    case .json:
      Terminal.complain(
        "{\"stage\":\"\(stage)\",\"done\":\(done),\"of\":\(of),\"eta_s\":\(Int(left.rounded(.up)))}"
      )
    case .bar:
      let filled = of > 0 ? 24 * done / of : 0
      let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 24 - filled)
      let tail = done == of ? "\n" : ""
      _ = Terminal.put(
        "\r\(stage) \(bar) \(done)/\(of), \(Int(left.rounded(.up))) s left \(tail)",
        to: STDERR_FILENO)
    case .auto, .none: break
    }
  }
}

extension Terminal {
  /// Names that were asked for, as far as all are known; those of the usual answer where none was.
  static func known(
    _ asked: [String], among names: [String], as what: String, otherwise usual: [String]
  ) throws -> [String] {
    if asked.isEmpty { return usual }
    if let wrong = asked.first(where: { !names.contains($0) }) {
      let nearest = NearestName.to(wrong, among: names)
      throw DataError(
        .badData,
        "'\(wrong)' is not \(what) of the scenario; "
          + (nearest.map { "did you mean '\($0)'?" } ?? "it has \(names.joined(separator: ", "))"))
    }
    return asked
  }
}
