internal import Findings
internal import Quantities
internal import Theatre

/// What a row of the summary tells of one class of threat under one posture.
struct SummaryCells {
  let ladder: Ladder

  /// Of every class and of all together, under every posture that has figures of it.
  func all(
    _ subject: FigureSubject
  ) -> [(threat: String?, posture: Theatre.Posture, told: [Sheet.Cell])] {
    (ladder.classes + [nil]).flatMap { threat in
      ladder.theatre.postures.compactMap { posture in
        ladder.figure(subject, TacticalFigures.warning, threat, posture.id, .median).map {
          (threat, posture, told(subject, threat, posture.id, $0))
        }
      }
    }
  }

  static let columns: [Sheet.Column] =
    [
      .init(
        "state", .text,
        "told; never: in half of the attacks there is no alert at all; out-of-reach: nothing of the class reaches it in any draw."
      ),
      .init(
        "out_of_reach_pct", .real, "Of 100 draws, those in which nothing of the class reaches."),
      .init(
        "siren_first_pct", .real,
        "Of 100 attacks that reach it, those whose alert comes before the first arrival."),
      .init("siren_late_pct", .real, "Those whose alert comes only after it."),
      .init("no_alert_pct", .real, "Those without any alert."),
      .init(
        "siren_first_error", .real,
        "Half-width of the 95 % interval of the computing error of siren_first_pct, points. It says nothing of what is unknown."
      ),
    ]
    + refuges.map { .init($0.name, .real, $0.sentence) }
    + [
      .init(
        "warning_p10_s", .real,
        "Alert to first arrival, seconds: one attack in ten leaves less; below 0 the alert comes after; empty where there is none."
      ),
      .init("warning_median_s", .real, "The same: half of the attacks leave less."),
      .init("warning_p90_s", .real, "The same: nine in ten leave less."),
      .init(
        "warning_median_error_s", .real,
        "Half-width of the 95 % interval of the computing error of warning_median_s."),
      .init(
        "flight_median_s", .real, "Launch to arrival of what arrives soonest, seconds, median."),
      .init("decides", .text, "Id of the formation that decides most often."),
    ]

  private static let refuges: [(name: String, sentence: String, statistic: Statistic)] =
    TacticalFigures.refuges.flatMap { refuge in
      refuge.hours.map { statistic in
        (
          "\(statistic.name.replacing("-", with: "_"))_pct",
          "Of 100: \(statistic.sentence).", statistic
        )
      }
    }

  private func told(
    _ subject: FigureSubject, _ threat: String?, _ posture: String, _ median: Figure
  ) -> [Sheet.Cell] {
    func figure(_ statistic: Statistic, _ quantity: FigureQuantity = TacticalFigures.warning)
      -> Figure?
    { ladder.figure(subject, quantity, threat, posture, statistic) }
    func percent(_ statistic: Statistic) -> Sheet.Cell {
      Sheet.Cell(figure(statistic)?.estimate.value.map { rounded(100 * $0) })
    }
    func seconds(_ figure: Figure?) -> Sheet.Cell { Sheet.Cell(figure?.estimate.value) }
    let decides = threat.flatMap { threat in
      ladder.theatre.posture(posture).flatMap { ladder.deciding(subject, threat, $0) }
    }
    return [
      .text(median.state.rawValue), percent(.outOfReach), percent(.inTime), percent(.late),
      percent(.noAlert), Sheet.Cell(figure(.inTime)?.estimate.halfWidth.map { rounded(100 * $0) }),
    ] + SummaryCells.refuges.map { percent($0.statistic) } + [
      seconds(figure(.p10)), seconds(median), seconds(figure(.p90)),
      Sheet.Cell(median.estimate.halfWidth.map { rounded($0) }),
      seconds(figure(.median, TacticalFigures.flight)), Sheet.Cell(decides?.force.id),
    ]
  }

  /// To a ten-thousandth: a town is given to ten metres, a share to less than the draws show.
  private func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
}
