internal import Quantities
internal import Scenarios
public import Theatre
public import Warnings

/// Strategic warning under each posture as plain text for a terminal.
public struct PostureText: Sendable {
  public let text: String

  /// Empty without figures.
  public init(_ figures: [Figure], _ theatre: Theatre) {
    guard !figures.isEmpty else {
      text = ""
      return
    }
    let index = Dictionary(
      figures.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    func figure(_ quantity: String, _ posture: String, _ statistic: String) -> Figure? {
      index["strategic/region/\(quantity)/\(posture)/\(statistic)"]
    }
    var out =
      "\nStrategic warning under each posture: made-up histories, an analyst who knows the posture's rates\n"
    for posture in theatre.postures {
      func words(_ purpose: String) -> String {
        "no alarm \(Words.share(figure("warning.\(purpose)", posture.id, "no-alert"))), P10 "
          + "\(Words.days(figure("warning.\(purpose)", posture.id, "p10"))), median "
          + "\(Words.days(figure("warning.\(purpose)", posture.id, "median"))), P90 "
          + Words.days(figure("warning.\(purpose)", posture.id, "p90"))
      }
      out +=
        "  \(posture.id): attack \(words("attack")), of a preparation of median "
        + "\(Words.days(figure("preparation.attack", posture.id, "median"))); coercion "
        + "\(words("coercion")); false alarms in "
        + "\(Words.share(figure("false-alarm.exercise", posture.id, "share"))) of exercises, "
        + "\(Words.share(figure("false-alarm.routine", posture.id, "share"))) of quiet years\n"
    }
    for question in theatre.questions {
      let pair = "\(question.before.value)~\(question.after.value)"
      out +=
        "  \(question.words) (\(pair)): P10 "
        + "\(Words.daysChange(figure("warning.attack", pair, "shift-p10"))), median "
        + "\(Words.daysChange(figure("warning.attack", pair, "shift-median"))), no alarm "
        + "\(Words.points(figure("warning.attack", pair, "shift-no-alert")))\n"
    }
    let head = "\(theatre.headline.before.value)~\(theatre.headline.after.value)"
    for part in ["shorter-preparation", "blinder-indicators", "whole-change"] {
      out +=
        "  \(head), \(part.replacing("-", with: " ")): median "
        + "\(Words.daysChange(figure("part-of-change.attack", head, part))), no alarm "
        + "\(Words.points(figure("part-of-change.attack-unalerted", head, part)))\n"
    }
    text = out
  }
}
