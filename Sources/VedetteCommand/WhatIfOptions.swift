import ArgumentParser
import Datasets
import Findings
import Foundation
import Quantities
import Scenarios
import Theatre
import Vedette

/// A change that is tried out in one line: the answer shows the posture as it is and as it would be.
struct WhatIfOptions: ParsableArguments, Sendable {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set an input, as alert.decision=20s or 'alert.decision={low: 10 s, likely: 20 s, high: 60 s}'; may be repeated.",
      valueName: "address=value"))
  var assignments: [String] = []
  @Option(
    help: ArgumentHelp("As if a source had never spoken; may be repeated.", valueName: "source"))
  var without: [String] = []
  @Option(help: "A file of postures made by edits, as in a scenario's folder edits/.")
  var edit: String?
  @Option(help: "The posture that --set and --without start from; the later one of the headline.")
  var from: String?

  static let name = "tried"

  func validate() throws {
    for assignment in assignments where !assignment.contains("=") || assignment.contains("\n") {
      throw ValidationError("--set \(assignment): expected ADDRESS=VALUE, as alert.decision=20s")
    }
    if edit != nil && !(assignments.isEmpty && without.isEmpty && from == nil) {
      throw ValidationError("give --edit, or --set and --without, not both")
    }
    if from != nil && assignments.isEmpty && without.isEmpty {
      throw ValidationError("--from needs --set or --without")
    }
  }

  var isEmpty: Bool { assignments.isEmpty && without.isEmpty && edit == nil }

  /// What is tried, in words.
  private var words: String {
    (assignments.map { "set \($0.replacing("=", with: " to ", maxReplacements: 1))" }
      + without.map { "without \($0)" }).joined(separator: ", ")
  }

  /// The scenario with what is tried beside it.
  ///
  /// - Parameter alone: whether its other postures are left out.
  func scenario(_ path: String, alone: Bool) throws -> Scenario {
    let plain = try Scenario(path: path)
    if isEmpty { return plain }
    if let edit { return try edited(path, plain, file: edit, alone: alone) }
    let base = from ?? plain.theatre.headline.after.value
    guard let posture = plain.theatre.posture(base) else {
      let known = plain.theatre.postures.map(\.id)
      let nearest = NearestName.to(base, among: known).map { "; did you mean '\($0)'?" } ?? ""
      throw DataError(.badData, "'\(base)' is not a posture of the scenario\(nearest)")
    }
    let scenario = try read(path, base: base, asOf: posture.asOf)
    var tried = scenario.theatre.posture(WhatIfOptions.name)!
    for source in without { tried = try left(source, of: tried, scenario.theatre) }
    return scenario.with(
      scenario.theatre.leading(from: base, to: tried, words, alone: alone), because: words)
  }

  /// With a posture of its own, which stands in a file that nobody wrote.
  private func read(_ path: String, base: String, asOf: Day) throws -> Scenario {
    let edits = assignments.map { assignment in
      let parts = assignment.split(separator: "=", maxSplits: 1)
      let value = parts.count > 1 ? String(parts[1]) : ""
      return "    - set: \(parts.first ?? "")\n      to: \(value)\n"
    }
    let text =
      "\(WhatIfOptions.name):\n  title: What-if from \(base)\n  as_of: \(asOf)\n  from: \(base)\n"
      + (edits.isEmpty ? "" : "  edits:\n\(edits.joined())")
    let file = TextFile(name: "edits/\(WhatIfOptions.name).yaml", bytes: Array(text.utf8))
    do { return try Scenario(path: path, with: [file]) } catch let error as InvalidScenario {
      throw InvalidScenario(
        error.diagnostics.map { diagnostic in
          guard diagnostic.span.file == file.name else { return diagnostic }
          // two lines an edit, after five of the posture
          let number = max(0, (diagnostic.span.line - 6) / 2)
          let name = assignments.indices.contains(number) ? "--set \(assignments[number])" : "--set"
          return Diagnostic(
            Span(file: name, line: 1, column: 1), diagnostic.message, help: diagnostic.help,
            severity: diagnostic.severity)
        })
    }
  }

  private func left(
    _ source: String, of posture: Theatre.Posture, _ theatre: Theatre
  ) throws -> Theatre.Posture {
    let known = theatre.bibliography.sources
    guard known[source] != nil else {
      let nearest = NearestName.to(source, among: known.keys.sorted())
      throw DataError(
        .badData,
        "'\(source)' is not a source of the scenario"
          + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
    }
    let (tried, kept, changed) = theatre.posture(
      posture, called: posture.id, without: source)
    if changed == 0 {
      Terminal.complain("warning: no input that others speak of rests on '\(source)'")
    }
    if !kept.isEmpty {
      Terminal.complain(
        "warning: nobody but '\(source)' speaks of \(kept.map(\.description).joined(separator: ", ")): kept"
      )
    }
    return tried
  }

  /// With the postures of a file, each beside the one it is made from.
  private func edited(
    _ path: String, _ plain: Scenario, file: String, alone: Bool
  ) throws -> Scenario {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let bytes = try Files.read(path: file)
    let scenario = try Scenario(
      path: path, with: [TextFile(name: "edits/\(name)", bytes: bytes)])
    let known = Set(plain.theatre.postures.map(\.id))
    let added = scenario.document.postures.filter { !known.contains($0.id) }
    guard let last = added.last, let base = last.from?.value else {
      throw DataError(.badData, "\(file): no posture made from another by edits")
    }
    return scenario.with(
      scenario.theatre.leading(
        from: base, to: scenario.theatre.posture(last.id)!, "edits of \(name)", alone: alone),
      because: "")
  }
}
