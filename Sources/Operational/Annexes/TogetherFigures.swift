internal import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Several axes at one time: formations, wagons and what comes in of supply are shared between them.
///
/// Each formation goes to the axis that it has the shortest way to, the nearest formations first, until that axis has its men; whoever comes after goes to the next one
/// that lacks any. Nobody is told which went where.
struct TogetherFigures {
  let replicates: Replicates
  let together: Document.Operations.Together

  var figures: [Figure] {
    let rung = replicates.rung
    let indices = together.axes.compactMap { axis in
      rung.axes.firstIndex { $0.id == axis.value }
    }
    guard indices.count > 1 else { return [] }
    let axes = indices.map { rung.axes[$0] }
    let starts = replicates.each { draws, group, lane in
      TogetherFigures.starts(axes, rung.movement.other, draws, group, lane)
    }
    let inputs = replicates.addresses(Set(axes.flatMap(\.columns)).sorted())
    let quantity = OperationalFigures.closingWith.of(together.id)
    return axes.enumerated().flatMap { goal, axis -> [Figure] in
      let days = starts.map { $0.map { March.days($0[goal] ?? .infinity) } }
      return replicates.quantiles(quantity, axis.id, days, inputs) + [
        replicates.share(
          quantity, axis.id, days.map { $0.map { !$0.isFinite } }, inputs, as: .outOfReach)
      ]
    }
  }

  /// When forces may start on each axis; nil where they never may.
  static func starts(
    _ axes: [AxisUnderPosture], _ movement: MarchInputs, _ draws: DrawBlock, _ group: Int,
    _ lane: Int
  ) -> [Double?] {
    let values = axes.map { $0.inputs.values(draws, group, lane) }
    let movers = axes.map { BuildUp.movers($0.attackers, movement, draws, group, lane) }
    var lacks = values.map(\.men)
    struct Way {
      let id: String
      let goal, mover: Int
      let length: Double
    }
    let ways = axes.enumerated().flatMap { goal, axis in
      axis.attackers.enumerated().map { mover, moving in
        Way(
          id: moving.force.id, goal: goal, mover: mover,
          length: moving.way.road ?? moving.way.rail?.length ?? .infinity)
      }
    }.filter { $0.length < .infinity }.sorted {
      ($0.length, $0.id, $0.goal) < ($1.length, $1.id, $1.goal)
    }
    var sent: Set<String> = []
    var all: [Mover] = []
    // twice: who finds every axis full goes where it is nearest
    for isFull in [false, true] {
      for way in ways where !sent.contains(way.id) && (isFull || lacks[way.goal] > 0) {
        let mover = movers[way.goal][way.mover]
        sent.insert(way.id)
        lacks[way.goal] -= mover.men
        all.append(mover.going(mover.way, to: way.goal))
      }
    }
    let closing = Closing(
      all, movement.march(draws, group, lane), roads: values.map(\.roads))
    return values.enumerated().map { goal, value in
      Start(
        all, closing, to: goal, needed: value.men,
        supplied: value.supplied(share: 1 / Double(axes.count))
      ).time
    }
  }
}
