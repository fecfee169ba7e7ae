import ArgumentParser
import Datasets
import Dispatch
import Foundation
import Quantities
import Synchronization
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
}

/// Standard error, and how failures end the program.
enum Terminal {
  static func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

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
      throw error.description.hasPrefix("cannot write")
        || error.description.hasPrefix("cannot make")
        ? ExitCode.cannotWrite : error.isBadData ? ExitCode.badData : ExitCode.noInput
    }
  }

  /// The folder of the data pack: `VEDETTE_DATA`, or `.data` here.
  static var pack: DataPack {
    DataPack(path: ProcessInfo.processInfo.environment["VEDETTE_DATA"] ?? ".data")
  }

  /// Writes to standard output; a closed pipe ends the program quietly.
  static func print(_ text: String) {
    signal(SIGPIPE, SIG_DFL)
    FileHandle.standardOutput.write(Data(text.utf8))
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
      style == .auto ? (isatty(FileHandle.standardError.fileDescriptor) == 1 ? .bar : .none) : style
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
      FileHandle.standardError.write(
        Data("\r\(stage) \(bar) \(done)/\(of), \(Int(left.rounded(.up))) s left \(tail)".utf8))
    case .auto, .none: break
    }
  }
}
