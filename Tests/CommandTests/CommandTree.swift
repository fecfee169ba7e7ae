import Foundation
import TestSupport

/// The commands and options of the program, as it describes them itself.
struct CommandTree: Decodable {
  let commandName: String
  let abstract, discussion: String?
  let arguments: [Argument]
  let subcommands: [CommandTree]?

  struct Argument: Decodable {
    let kind: String
    let abstract: String?
    let names: [Name]?
    let valueName: String?

    struct Name: Decodable {
      let kind, name: String
    }

    /// `--draws`, `-h`; a positional argument has none.
    var options: [String] {
      (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }
    }
  }

  /// A command with the words that call it, as `map floor`; those of the program itself are empty.
  typealias Entry = (name: String, command: CommandTree)

  /// The tree of the program under test.
  static func ofProgram() throws -> CommandTree {
    struct Dump: Decodable { let command: CommandTree }
    let dump = try Program().run(["--experimental-dump-help"])
    return try JSONDecoder().decode(Dump.self, from: dump.output).command
  }

  /// This command and all below.
  var entries: [Entry] { entries("") }

  private func entries(_ name: String) -> [Entry] {
    [(name, self)]
      + (subcommands ?? []).flatMap {
        $0.entries(name.isEmpty ? $0.commandName : "\(name) \($0.commandName)")
      }
  }

  /// Those that do something themselves.
  var leaves: [Entry] { entries.filter { $0.command.subcommands == nil } }

  var options: Set<String> { Set(arguments.flatMap(\.options)) }
}
