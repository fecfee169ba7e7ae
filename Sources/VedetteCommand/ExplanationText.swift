import Findings
import Quantities
import Reports
import Theatre
import Vedette

/// An explanation as a terminal shows it, and as JSON.
enum ExplanationText {
  /// Inputs with several claims of which it is said what each alone would give.
  private static let leading = 2

  /// - Parameter all: every input, not those alone that drive it.
  static func text(_ explanation: Explanation, _ theatre: Theatre, all: Bool) -> String {
    let words = FigureWords(theatre).sentences(explanation.figure)
    var text = "\(explanation.figure.id)\n\(words)\n"
    for (reason, count) in explanation.figure.absent.sorted(by: { $0.key < $1.key }) {
      text += "Left out: \(count) draws \(reason).\n"
    }
    if !explanation.drivers.isEmpty {
      text += "\nWhat it hangs on, by share of the spread of this warning\n"
      for driver in explanation.drivers {
        text += lines(driver.input, head: percent(driver.share))
      }
      text += beliefs(explanation)
    }
    if all || explanation.drivers.isEmpty { text += listed(explanation) }
    if !explanation.rows.isEmpty {
      text += "\nRows of the log\n" + explanation.rows.map { "  \($0)\n" }.joined()
    }
    return text
  }

  private static func percent(_ share: Double) -> String {
    let whole = Int((share * 100).rounded())
    return "\(whole < 1 ? "<1" : "\(whole)") %"
  }

  private static func lines(_ input: Explanation.Input, head: String) -> String {
    let place = input.posture.map { ", set by \($0)" } ?? ""
    let gap = String(repeating: " ", count: max(1, 7 - head.count))
    let several = input.claims.count > 1
    return "  \(head)\(gap)\(input.address) (\(input.kind)\(place))\n"
      + input.claims.map { claim in
        "           " + (several ? "\(percent(claim.weight)) of draws  " : "")
          + "\(claim.values)  \(claim.words)\n"
      }.joined()
  }

  /// What a claim is asked for, rung by rung.
  private static func outcome(_ level: Level) -> String {
    switch level {
    case .tactical: "siren first, of 100 attacks"
    case .operational: "the order first, of 100 crossings"
    case .strategic: "the alarm first, of 100 attacks"
    }
  }

  private static func beliefs(_ explanation: Explanation) -> String {
    let told = explanation.drivers.filter { $0.ifAlone.compactMap(\.self).count > 1 }
      .prefix(leading)
    guard !told.isEmpty else { return "" }
    return
      "\nIf one claim were right alone, all else as unknown as before: \(outcome(explanation.figure.id.level))\n"
      + told.map { driver in
        let each = zip(driver.input.claims, driver.ifAlone).map { claim, share in
          "\(share.map { "\(Int((100 * $0).rounded()))" } ?? "–") with \(claim.values)"
            + (claim.source.map { " [\($0)]" } ?? " [no source]")
        }
        return "  \(driver.input.address): \(each.joined(separator: "; "))\n"
      }.joined()
  }

  private static func listed(_ explanation: Explanation) -> String {
    var text = "\nEvery input that it asks for\n"
    text += explanation.inputs.map { lines($0, head: "") }.joined()
    if !explanation.idle.isEmpty {
      text +=
        "\nAsked for, and moving nothing of it in \(IdleInputs.draws) draws: "
        + explanation.idle.joined(separator: ", ") + "\n"
    }
    return text
  }

  // MARK: JSON

  static func json(_ explanation: Explanation, _ theatre: Theatre) -> Json {
    let figure = explanation.figure
    return .object([
      ("id", .string(figure.id.description)),
      ("words", .string(FigureWords(theatre).sentences(figure))),
      ("value", Json(figure.estimate.value)), ("low", Json(figure.estimate.low)),
      ("high", Json(figure.estimate.high)), ("unit", .string(figure.id.unit.rawValue)),
      ("state", .string(figure.state.rawValue)), ("n", .integer(figure.draws)),
      (
        "drivers",
        .array(
          explanation.drivers.map { driver in
            .object([
              ("share", .number(driver.share)), ("input", json(driver.input)),
              ("sirenFirstIfAlone", .array(driver.ifAlone.map { Json($0) })),
            ])
          })
      ),
      ("inputs", .array(explanation.inputs.map(json))),
      ("idle", .array(explanation.idle.map { .string($0) })),
      ("rows", .array(explanation.rows.map { .string($0) })),
    ])
  }

  private static func json(_ input: Explanation.Input) -> Json {
    .object([
      ("address", .string(input.address)), ("kind", .string(input.kind)),
      ("posture", Json(input.posture)),
      (
        "claims",
        .array(
          input.claims.map {
            .object([
              ("weight", .number($0.weight)), ("values", .string($0.values)),
              ("source", Json($0.source)), ("words", .string($0.words)),
            ])
          })
      ),
    ])
  }
}
