public import Findings
internal import Quantities
internal import Scenarios
public import Theatre

/// The answer of a run on a terminal: is the siren before the impact, at the places named first, before and after.
public struct BriefText: Sendable {
  /// Places that are shown.
  static let most = 5

  public let text: String

  public init(_ results: Results, _ theatre: Theatre, classes: [String]) {
    let ladder = Ladder(results: results, theatre: theatre, classes: classes)
    let judgements = Judgements(ladder: ladder)
    let leading = judgements.leading(classes, theatre.headline)
    let postures = BriefText.postures(theatre)
    let places = theatre.focus.prefix(BriefText.most).filter { place in
      postures.contains { ladder.reaches(place.subject, leading, $0) }
    }
    guard !leading.isEmpty, !places.isEmpty else {
      text = "No class of threat reaches the places named first in most draws.\n"
      return
    }
    func inTime(_ place: Theatre.Place, _ posture: String) -> Figure? {
      guard ladder.reaches(place.subject, leading, posture) else { return nil }
      return ladder.figure(
        place.subject, TacticalFigures.warning, leading, posture, .inTime)
    }
    let heads = postures.map(judgements.head)
    var rows = [["of 100 attacks by \(theatre.plural(leading))"] + heads]
    if postures.count > 1 { rows[0].append("change") }
    for place in places {
      let figures = postures.map { inTime(place, $0) }
      rows.append([place.name] + figures.map(BriefText.hundred))
      if postures.count > 1 {
        rows[rows.count - 1].append(BriefText.change(ladder, place, leading))
      }
    }
    text =
      "Siren before the impact, where it is reached\n" + BriefText.table(rows)
      + judgements.whatIfs(postures)
  }

  /// The posture that headlines start from, and those that questions lead to from it.
  static func postures(_ theatre: Theatre) -> [String] {
    let before = theatre.headline.before.value
    let after = theatre.questions.filter { $0.before.value == before }.map(\.after.value)
      .filter { $0 != before }
    let last = theatre.headline.after.value
    let between = after.filter { $0 != last }.suffix(2)
    return [before] + between + (last == before ? [] : [last])
  }

  /// A share of 100 as a bare number; a place that is told of nowhere is out of reach.
  static func hundred(_ figure: Figure?) -> String {
    guard figure?.estimate.value != nil else { return "out of reach" }
    return Words.share(figure).replacing(" %", with: "")
  }

  /// Seconds as a bare number.
  static func seconds(_ figure: Figure?) -> String {
    guard let figure, let value = figure.estimate.value else { return Words.time(figure) }
    let step = max(1, Words.decade(figure.estimate.halfWidth ?? 0))
    return Words.whole((value / step).rounded() * step)
  }

  /// How many sirens more of 100 are before the impact after the change that leads; 0 where none can be told apart from it.
  static func change(_ ladder: Ladder, _ place: Theatre.Place, _ threat: String) -> String {
    points(shift(ladder, place, threat))
  }

  /// The change that leads, of the share of attacks with the siren first; nil where the place is not reached before and after.
  static func shift(_ ladder: Ladder, _ place: Theatre.Place, _ threat: String) -> Figure? {
    let question = ladder.theatre.headline
    guard
      [question.before.value, question.after.value].allSatisfy({
        ladder.reaches(place.subject, threat, $0)
      })
    else { return nil }
    return ladder.change(
      place.subject, TacticalFigures.warning, threat, question.pair, .shiftInTime)
  }

  /// Points of 100 as a bare number.
  static func points(_ figure: Figure?) -> String {
    guard let value = figure?.estimate.value else { return "–" }
    if let low = figure?.estimate.low, let high = figure?.estimate.high, low <= 0, high >= 0 {
      return "0"
    }
    let points = (100 * value).rounded()
    return points > 0 ? "+\(Words.whole(points))" : Words.whole(points)
  }

  /// The first columns to the left, the others to the right.
  static func table(_ rows: [[String]], left: Int = 1) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, text in
        let gap = String(repeating: " ", count: widths[column] - text.count)
        return column < left ? text + gap : gap + text
      }
      return "  \(cells.joined(separator: "  "))\n"
    }.joined()
  }
}

extension Judgements {
  func isWhatIf(_ posture: String) -> Bool { theatre.standing(of: [posture]) == .whatIf }

  /// What is said of each posture that nobody has reported.
  func hypotheses(_ postures: [String]) -> [String] {
    postures.filter(isWhatIf).map { id in
      let tried = theatre.tried[id].map { ": \($0)" } ?? " that nobody has reported"
      return "“\(theatre.name(of: id))” is a what-if\(tried)"
    }
  }

  /// The same, a line each.
  func whatIfs(_ postures: [String]) -> String {
    hypotheses(postures).map { "  \($0)\n" }.joined()
  }
}
