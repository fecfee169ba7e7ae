internal import Findings
internal import Quantities
public import Theatre

/// Every mark, and the time between every two of them, as plain text: P10, median, P90.
public struct GapTable: Sendable {
  public let text: String

  /// - Precondition: the results were asked for with a place.
  public init(_ ladder: Ladder, of place: Theatre.Place) {
    var text =
      "\(place.name): P10, median and P90 of every mark after launch, and of the time between every two\n"
    for posture in ladder.theatre.postures {
      for threat in ladder.classes where ladder.reaches(place.subject, threat, posture.id) {
        text += "\n\(posture.id), \(threat)\n" + GapTable.rows(ladder, place, threat, posture.id)
      }
    }
    self.text = text
  }

  private static func rows(
    _ ladder: Ladder, _ place: Theatre.Place, _ threat: String, _ posture: String
  ) -> String {
    let quantities = ladder.results.figures.filter { figure in
      figure.id.subject == place.subject && figure.id.threat == threat
        && figure.id.setting == .posture(posture) && figure.id.statistic == .median
        && (figure.id.quantity.isKind(of: TacticalFigures.mark)
          || figure.id.quantity.isKind(of: TacticalFigures.gap))
    }.map(\.id.quantity)
    return quantities.map { quantity in
      let figures = Statistic.spread.map {
        ladder.figure(place.subject, quantity, threat, posture, $0)
      }
      let words = figures.map { $0?.estimate.value == nil ? "never" : Words.time($0) }
      let name = quantity.detail.replacing("-to-", with: " to ")
      return LadderText.row(
        quantity.isKind(of: TacticalFigures.mark) ? "launch to \(name)" : name, words)
    }.joined()
  }
}
