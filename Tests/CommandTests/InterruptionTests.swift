import Foundation
import TestSupport
import Testing

/// Ctrl-C, a reader that goes away, and a full disk: the program ends in order and says why.
@Suite struct InterruptionTests {
  /// Sent as soon as the first progress is shown. Uninterrupted, these runs take seconds.
  @Test(arguments: [
    ["brief", "--draws", "16384"], ["brief", "--json", "--draws", "16384"],
    ["warn", "--place", "lantern", "--draws", "16384"],
  ])
  func interruptedWorkLeavesNothing(_ arguments: [String]) throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      let destination = arguments[0] == "brief" ? ["--out", out.path] : []
      let running = try Program().start(
        [arguments[0], Program.meridia] + arguments.dropFirst() + ["--progress", "json"]
          + destination)
      #expect(try running.wait { running.errorsSoFar.contains("\n") })
      running.send(SIGINT)
      let outcome = try running.finish()
      #expect(outcome.status == .exited(130))
      #expect(
        outcome.errors.hasSuffix("\ninterrupted; nothing was written\n"), "\(outcome.errors)")
      #expect(outcome.text == "")
      #expect(files(in: folder) == [])
    }
  }

  /// A command that only prints may end early, as under `head`; it says nothing about it.
  @Test(arguments: Example.results + [Example.schema])
  func aReaderThatGoesAwayIsNoError(_ example: Example) throws {
    let outcome = try example.run(output: .closed)
    #expect(Self.endsQuietly(outcome, code: example.code), "\(outcome.status)")
    #expect(!outcome.errors.contains("rror"), "\(outcome.errors)")
  }

  @Test func briefWritesItsFilesThoughNobodyReadsTheirNames() throws {
    try withTemporaryFolder { folder in
      let (piped, plain) = (
        folder.appendingPathComponent("piped"), folder.appendingPathComponent("plain")
      )
      let arguments = ["brief", Program.meridia, "--draws", "4", "--out"]
      let outcome = try Program().run(arguments + [piped.path], output: .closed)
      #expect(Self.endsQuietly(outcome, code: 0), "\(outcome.status)")
      #expect(outcome.errors == "")
      #expect(try Program().run(arguments + [plain.path]).status == .exited(0))
      #expect(files(in: piped) == files(in: plain))
      for name in files(in: plain) {
        #expect(
          try Data(contentsOf: plain.appendingPathComponent(name))
            == (try? Data(contentsOf: piped.appendingPathComponent(name))), "\(name)")
      }
    }
  }

  @Test(arguments: Example.results + [Example.schema])
  func aFullStandardOutputIs74(_ example: Example) throws {
    let outcome = try example.run(output: .full)
    #expect(outcome.status == .exited(74), "\(outcome.errors.prefix(200))")
    #expect(outcome.errors.contains("error: cannot write "))
    #expect(!outcome.errors.contains("Fatal error"))
  }

  /// What cannot be told is lost, and nothing else.
  @Test func aFullStandardErrorChangesNothing() throws {
    let missing = try Program().run(["check", "/nowhere"], errors: .full)
    #expect(missing.status == .exited(66))
    let arguments = ["brief", Program.meridia, "--draws", "4", "--json"]
    let silent = try Program().run(arguments + ["--progress", "json"], errors: .full)
    #expect(silent.status == .exited(0))
    #expect(try Program().run(arguments).output == silent.output)
  }

  /// By its own exit code, or by the signal that ends whoever writes into a closed pipe.
  private static func endsQuietly(_ outcome: Program.Outcome, code: Int32) -> Bool {
    [.exited(code), .exited(128 + SIGPIPE), .signalled(SIGPIPE)].contains(outcome.status)
  }
}
