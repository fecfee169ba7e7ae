import Foundation
import TestSupport
import Testing

/// The manual page, the completions and the README against the program's description of itself.
/// `make docs` writes the first two anew.
@Suite struct DocumentTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreWhatTheProgramGenerates(_ shell: String) throws {
    let outcome = try Program().run(["--generate-completion-script", shell])
    #expect(outcome.status == .exited(0))
    let isCurrent = try Self.text("docs/completions/vedette.\(shell)") == outcome.text
    #expect(isCurrent, "docs/completions/vedette.\(shell) is out of date")
  }

  @Test func theManualHasEveryCommandAndOptionAndNoOther() throws {
    let manual = ManualPage(try Self.text("docs/man/vedette.1"))
    let entries = try CommandTree.ofProgram().entries
    #expect(manual.options.keys.sorted() == entries.map(\.name).sorted())
    for (name, command) in entries where name != "help" {
      #expect(manual.options[name] == command.options, "vedette \(name)")
    }
  }

  /// Every sentence about a command or an option, letter by letter but for what is not ASCII, which the
  /// generator drops.
  @Test func theManualSaysWhatTheHelpSays() throws {
    let manual = try Self.text("docs/man/vedette.1")
    let lines = Set(manual.split(separator: "\n").map(Self.plain))
    let entries = try CommandTree.ofProgram().entries
    for (name, command) in entries where !name.isEmpty {
      let sentences = [command.abstract, command.discussion] + command.arguments.map(\.abstract)
      for sentence in sentences.compactMap(\.self) {
        let isThere = lines.contains(Self.plain(sentence))
        #expect(isThere, "vedette \(name): \(sentence)")
      }
    }
  }

  /// Each line of the README's list of commands names a command, its subcommands and its options.
  @Test func theCommandsOfTheReadmeExist() throws {
    let entries = try CommandTree.ofProgram().entries
    let commands = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.command) })
    var named: Set<String> = []
    for line in try Self.text("README.md").split(separator: "\n")
    where line.hasPrefix("    vedette ") {
      let words = line.split(separator: " ").dropFirst().map(String.init)
      let name = words[0]
      let command = try #require(commands[name], "\(line)")
      named.insert(name)
      var calls = [command]
      if command.subcommands != nil {
        calls = try Self.alternatives(words[1]).map {
          try #require(commands["\(name) \($0)"], "\(line)")
        }
      } else if words[1].contains("|") {
        // values of an argument, as in schema scenario|results
        for value in Self.alternatives(words[1]) {
          #expect(try Program().run([name, value]).status == .exited(0), "\(line)")
        }
      }
      for option in words.flatMap(Self.options) {
        for call in calls { #expect(call.options.contains(option), "\(line): \(option)") }
      }
    }
    let all = entries.map(\.name).filter { !$0.isEmpty && !$0.contains(" ") && $0 != "help" }
    #expect(named.sorted() == all.sorted())
  }

  @Test func theMakeTargetsOfTheReadmeExist() throws {
    let rules = try Self.text("Makefile").split(separator: "\n").compactMap {
      $0.firstMatch(of: /^([a-z-]+):/).map { String($0.1) }
    }
    let readme = try Self.text("README.md")
    let targets = readme.matches(of: /(?:`|    )make ([a-z-]+)/).map { String($0.1) }
    #expect(targets.contains("brief"))
    for target in targets { #expect(rules.contains(target), "make \(target)") }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Program.repository.appendingPathComponent(path), encoding: .utf8)
  }

  /// The words of `[install|list|verify]`.
  private static func alternatives(_ word: String) -> [String] {
    word.filter { !"[]".contains($0) }.split(separator: "|").map(String.init)
  }

  /// The options in `[--draws`.
  private static func options(_ word: String) -> [String] {
    word.matches(of: /--[a-z-]+/).map { String($0.0) }
  }

  private static func plain(_ text: some StringProtocol) -> String {
    String(text.filter(\.isASCII)).trimmingCharacters(in: .whitespaces)
  }
}

/// The options of each command in a manual page: commands are items of nested lists.
private struct ManualPage {
  private(set) var options: [String: Set<String>] = ["": []]

  init(_ text: String) {
    // a list belongs to the command that was named last before it began
    var owners: [String] = []
    var command = ""
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      switch words.first {
      case ".Bl":
        owners.append(command)
      case ".El":
        _ = owners.popLast()
      case ".It" where words[1] == "Em":
        let owner = owners.last ?? ""
        command = (owner.isEmpty ? "" : owner + " ") + words[2...].joined(separator: " ")
        options[command] = []
      case ".It" where words[1] == "Fl":
        options[owners.last ?? "", default: []].formUnion(Self.names(words[2...]))
      default: break
      }
    }
  }

  /// `h , -help` names -h and --help; `-draws Ar draws` names --draws.
  private static func names(_ words: ArraySlice<Substring>) -> [String] {
    words.prefix { $0 != "Ar" }.filter { $0 != "," }.map { "-\($0)" }
  }
}
