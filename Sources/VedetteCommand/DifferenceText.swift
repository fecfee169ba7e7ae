import Findings
import Quantities
import Reports
import Theatre

/// What differs between two runs, as a terminal shows it and as JSON.
struct DifferenceText {
  let difference: Results.Difference
  /// Figures and inputs that are shown.
  let most: Int

  var text: String {
    var text =
      "\(counted(difference.same, "figure")) the same, \(difference.moved.count) moved, "
      + "\(difference.onlyBefore.count) only in the first, \(difference.onlyAfter.count) only in the second\n"
    text += inputs
    text += table("Siren first, of 100 attacks: moved most", ofOutcomes) { outcome($0) }
    text += table("Median warning: moved most", ofMedians) { median($0) }
    if difference.moved.contains(where: \.inputs.isEmpty) {
      let count = difference.moved.count(where: \.inputs.isEmpty)
      text +=
        "\n\(counted(count, "figure")) moved without an input that differs: seed, draws, program, data or evidence\n"
    }
    return text
  }

  private func counted(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  // MARK: inputs

  private var inputs: String {
    guard !difference.inputs.isEmpty else { return "No input differs.\n" }
    var text = "\nInputs that differ\n"
    for input in difference.inputs.prefix(most) {
      let place = input.posture.map { ", set by \($0)" } ?? ""
      text += "  \(input.address)\(place): \(law(input.before)) → \(law(input.after))\n"
    }
    let left = difference.inputs.count - most
    return left > 0 ? text + "  and \(left) more\n" : text
  }

  private func law(_ input: Results.Input?) -> String {
    guard let input else { return "not drawn" }
    let told = input.law.components.map { component in
      let range = component.distribution.range
      let ends = [range.lowerBound, component.distribution.likely, range.upperBound]
      let words = Claim.words(
        ends[0] == ends[2] ? [ends[1]] : ends, by: " … ", unit: input.unit)
      return input.law.components.count == 1
        ? words : "\(Int((component.weight * 100).rounded())) % \(words)"
    }
    return told.count > 3
      ? "\(told.prefix(3).joined(separator: " | ")) | …" : told.joined(separator: " | ")
  }

  // MARK: figures

  private typealias Moved = Results.Difference.Moved

  private var ofOutcomes: [Moved] { warnings(.inTime) }
  private var ofMedians: [Moved] { warnings(.median) }

  private func warnings(_ statistic: Statistic) -> [Moved] {
    difference.moved.filter {
      $0.before.id.quantity.isKind(of: TacticalFigures.warning)
        && $0.before.id.statistic == statistic && !$0.before.id.setting.isChange
    }.sorted {
      (abs($1.change ?? 0), $0.before.id.description) < (
        abs($0.change ?? 0), $1.before.id.description
      )
    }
  }

  private func table(
    _ title: String, _ moved: [Moved], _ words: (Moved) -> String
  ) -> String {
    guard !moved.isEmpty else { return "" }
    var text = "\n\(title)\n"
    for figure in moved.prefix(most) {
      let id = figure.before.id
      let what = [id.subject.word, id.threat ?? "any threat", id.setting.word]
      text += "  \(what.joined(separator: ", ")): \(words(figure))"
      text += figure.inputs.isEmpty ? "\n" : "  by \(by(figure.inputs))\n"
    }
    let left = moved.count - most
    return left > 0 ? text + "  and \(left) more\n" : text
  }

  private func by(_ inputs: [Address]) -> String {
    let shown = inputs.prefix(3).map(\.description).joined(separator: ", ")
    return inputs.count > 3 ? "\(shown) and \(inputs.count - 3) more" : shown
  }

  private func outcome(_ moved: Moved) -> String {
    "\(Words.share(moved.before)) → \(Words.share(moved.after))"
  }

  private func median(_ moved: Moved) -> String {
    "\(Words.time(moved.before)) → \(Words.time(moved.after))"
  }

  // MARK: JSON

  var json: Json {
    func number(_ figure: Figure) -> Json {
      .object([
        ("value", Json(figure.estimate.value)), ("low", Json(figure.estimate.low)),
        ("high", Json(figure.estimate.high)), ("state", .string(figure.state.rawValue)),
        ("n", .integer(figure.draws)),
      ])
    }
    func ids(_ all: [FigureID]) -> Json { .array(all.map { .string($0.description) }) }
    return .object([
      ("agrees", .bool(difference.agrees)), ("same", .integer(difference.same)),
      (
        "moved",
        .array(
          difference.moved.map { moved in
            .object([
              ("id", .string(moved.before.id.description)), ("before", number(moved.before)),
              ("after", number(moved.after)),
              ("inputs", .array(moved.inputs.map { .string($0.description) })),
            ])
          })
      ), ("onlyBefore", ids(difference.onlyBefore)), ("onlyAfter", ids(difference.onlyAfter)),
      (
        "inputs",
        .array(
          difference.inputs.map { input in
            .object([
              ("address", .string(input.address.description)), ("posture", Json(input.posture)),
              ("before", .string(law(input.before))), ("after", .string(law(input.after))),
            ])
          })
      ),
    ])
  }
}
