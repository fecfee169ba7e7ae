internal import Findings
internal import Quantities
internal import Theatre

/// Weeks of warning of an attack as plain text: the same for every place, as a purpose has none.
enum StrategicLadder {
  static func rows(_ ladder: Ladder, _ place: Theatre.Place) -> String {
    func figure(
      _ quantity: FigureQuantity, _ posture: String, _ statistic: Statistic
    ) -> Figure? {
      ladder.figure(.region, quantity, "attack", posture, statistic)
    }
    let postures = ladder.theatre.postures.filter {
      figure(StrategicFigures.warning, $0.id, .noAlert) != nil
    }
    guard !postures.isEmpty else { return "" }
    var text = "\nattack, strategic: the same for the whole region\n"
    text += LadderText.row("posture", ["no alarm", "P10", "median", "P90", "preparation"])
    for posture in postures {
      text += LadderText.row(
        posture.id,
        [Words.share(figure(StrategicFigures.warning, posture.id, .noAlert))]
          + Statistic.spread.map { Words.days(figure(StrategicFigures.warning, posture.id, $0)) }
          + [Words.days(figure(StrategicFigures.preparation, posture.id, .median))])
    }
    return text
  }
}
