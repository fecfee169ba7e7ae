internal import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A movement that has been: what the rung says of it from what was known before, and how much of that agrees with what was observed.
struct PastFigures {
  let past: Theatre.Past
  /// What is claimed of how long it took.
  let took: Law
  let replicates: Replicates

  var figures: [Figure] {
    let rung = replicates.rung
    let axis = rung.axes[0]
    let inputs = replicates.addresses(axis.columns)
    let days = replicates.each { draws, group, lane -> Double in
      let build = BuildUp(axis, rung.movement.other, draws, group, lane)
      let seconds =
        switch past.past.moment {
        case .firstTrain: build.closing.firstTrains[0]
        case .closed: build.start().time ?? .infinity
        case .reported: rung.reported(build.visible, 0, draws, group, lane)
        case .approached: build.approach
        }
      return March.days(seconds)
    }
    let quantity = OperationalFigures.predicted
    let took = took.drawn
    let observed = (March.days(took.lowerBound), March.days(took.upperBound))
    return replicates.quantiles(quantity, past.id, days, inputs) + [
      replicates.share(
        quantity, past.id, days.map { $0.map { $0 >= observed.0 && $0 <= observed.1 } }, inputs,
        as: OperationalFigures.within),
      replicates.plain(
        OperationalFigures.observed.of("least"), past.id, observed.0, [PastFigures.took(past.id)]),
      replicates.plain(
        OperationalFigures.observed.of("most"), past.id, observed.1, [PastFigures.took(past.id)]),
    ]
  }

  /// Where it is claimed how long it took.
  static func took(_ id: String) -> Address { Address("axis", id, "took") }
}
