internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Days until forces cross, as plain text: the axes that concern a place.
enum OperationalLadder {
  static func rows(_ ladder: Ladder, _ place: Theatre.Place) -> String {
    axes(ladder.theatre, of: place).map { axis -> String in
      let clock = AxisClock(ladder, axis.id)
      let postures = clock.postures
      guard !postures.isEmpty else { return "" }
      var text = "\n\(axis.title), operational: from the other side's first order\n"
      text += LadderText.row(
        "posture", ["may start", "reported", "warning", "P10", "P90"])
      for posture in postures {
        text += LadderText.row(
          posture,
          [
            clock.figure(OperationalFigures.closing, posture, .median),
            clock.figure(OperationalFigures.reporting, posture, .median),
            clock.figure(OperationalFigures.warning, posture, .median),
            clock.figure(OperationalFigures.warning, posture, .p10),
            clock.figure(OperationalFigures.warning, posture, .p90),
          ].map(Words.tenthsOfDays))
      }
      return text
    }.joined()
  }

  /// Axes that concern a place: by its id or its country.
  static func axes(
    _ theatre: Theatre, of place: Theatre.Place
  ) -> [Document.Operations.Axis] {
    (theatre.operations?.axes ?? []).filter { axis in
      axis.places.contains { $0.value == place.id || $0.value == place.country }
    }
  }
}

/// Figures of one axis.
struct AxisClock {
  private let ladder: Ladder
  private let axis: String

  init(_ ladder: Ladder, _ axis: String) { (self.ladder, self.axis) = (ladder, axis) }

  func figure(
    _ quantity: FigureQuantity, _ posture: String, _ statistic: Statistic
  ) -> Figure? {
    ladder.figure(.region, quantity, axis, posture, statistic)
  }

  /// Postures that tell of it, in order.
  var postures: [String] {
    ladder.theatre.postures.map(\.id).filter {
      figure(OperationalFigures.warning, $0, .outOfReach) != nil
    }
  }
}
