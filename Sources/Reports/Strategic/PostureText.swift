public import Findings
internal import Quantities
internal import Scenarios
public import Theatre

/// Strategic warning under each posture as plain text for a terminal.
public struct PostureText: Sendable {
  public let text: String

  /// Warning against how much shorter preparations are assumed to be.
  private static func shortening(_ table: FigureTable, _ theatre: Theatre) -> String {
    let lines = theatre.headline.pair.postures.compactMap { posture -> String? in
      let days = StrategicFigures.shortenings.map { share in
        table[
          id: FigureID(
            .region, StrategicFigures.warningIfShorter.of("\(share)"), of: "attack",
            .posture(posture), .median)]
      }
      guard days.contains(where: { $0 != nil }) else { return nil }
      return "  indicators of \(posture): \(days.map { Words.days($0) }.joined(separator: ", "))\n"
    }
    let shares = StrategicFigures.shortenings.map { "\($0) %" }.joined(separator: ", ")
    return lines.isEmpty
      ? ""
      : "\nAssumed: median warning of an attack whose preparation takes \(shares) less time than before\n"
        + lines.joined()
  }

  /// Empty without figures.
  public init(_ figures: [Figure], _ theatre: Theatre) {
    guard !figures.isEmpty else {
      text = ""
      return
    }
    let table = FigureTable(figures)
    func figure(
      _ quantity: FigureQuantity, _ purpose: String, _ setting: FigureSetting,
      _ statistic: Statistic
    ) -> Figure? {
      table[id: FigureID(.region, quantity, of: purpose, setting, statistic)]
    }
    var out =
      "\nStrategic warning under each posture: made-up histories, an analyst who knows the posture's rates\n"
    for posture in theatre.postures {
      let here = FigureSetting.posture(posture.id)
      func words(_ purpose: String) -> String {
        func warning(_ statistic: Statistic) -> Figure? {
          figure(StrategicFigures.warning, purpose, here, statistic)
        }
        return "no alarm \(Words.share(warning(.noAlert))), P10 "
          + "\(Words.days(warning(.p10))), median \(Words.days(warning(.median))), P90 "
          + Words.days(warning(.p90))
      }
      out +=
        "  \(posture.id): attack \(words("attack")), of a preparation of median "
        + "\(Words.days(figure(StrategicFigures.preparation, "attack", here, .median))); coercion "
        + "\(words("coercion")); false alarms in "
        + "\(Words.share(figure(StrategicFigures.falseAlarm, "exercise", here, .share))) of exercises, "
        + "\(Words.share(figure(StrategicFigures.falseAlarm, "routine", here, .share))) of quiet years\n"
    }
    for question in theatre.questions {
      func shift(_ statistic: Statistic) -> Figure? {
        figure(StrategicFigures.warning, "attack", question.pair, statistic)
      }
      out +=
        "  \(question.words) (\(question.pair)): P10 "
        + "\(Words.daysChange(shift(.shiftP10))), median \(Words.daysChange(shift(.shiftMedian))), "
        + "no alarm \(Words.points(shift(.shiftNoAlert)))\n"
    }
    let head = theatre.headline.pair
    let parts = [
      Statistic.part("shorter-preparation"), .part("blinder-indicators"), .wholeChange,
    ]
    for part in theatre.questions.isEmpty ? [] : parts {
      out +=
        "  \(head), \(part.name.replacing("-", with: " ")): median "
        + "\(Words.daysChange(figure(StrategicFigures.partOfChange, "attack", head, part))), no alarm "
        + "\(Words.points(figure(StrategicFigures.partOfSilence, "attack", head, part)))\n"
    }
    text = out + PostureText.shortening(table, theatre)
  }
}
