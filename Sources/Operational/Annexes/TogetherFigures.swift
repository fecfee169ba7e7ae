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
    let choices = TogetherFigures.choices(axes)
    let starts = replicates.each { draws, group, lane in
      TogetherFigures.starts(axes, choices, rung.movement.other, draws, group, lane)
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

  /// A formation's way to one of the axes.
  private struct Choice {
    /// The formation, by its place among all of them, and the axis.
    let formation, goal: Int
    /// Its place among those who move on that axis.
    let mover: Int
  }

  /// All ways there are, the shortest first.
  private static func choices(_ axes: [AxisUnderPosture]) -> [Choice] {
    let ids = Set(axes.flatMap { $0.attackers.map(\.force.id) }).sorted()
    let number = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    return axes.enumerated().flatMap { goal, axis in
      axis.attackers.enumerated().compactMap { mover, moving in
        (moving.way.road ?? moving.way.rail?.length).map {
          (
            choice: Choice(formation: number[moving.force.id]!, goal: goal, mover: mover),
            length: $0
          )
        }
      }
    }.sorted {
      ($0.length, $0.choice.formation, $0.choice.goal)
        < ($1.length, $1.choice.formation, $1.choice.goal)
    }.map(\.choice)
  }

  /// When forces may start on each axis; nil where they never may.
  private static func starts(
    _ axes: [AxisUnderPosture], _ choices: [Choice], _ movement: MarchInputs,
    _ draws: DrawBlock, _ group: Int, _ lane: Int
  ) -> [Double?] {
    let values = axes.map { $0.inputs.values(draws, group, lane) }
    let movers = axes.map { BuildUp.movers($0.attackers, movement, draws, group, lane) }
    var lacks = values.map(\.men)
    var sent = Array(repeating: false, count: choices.count)
    var all: [Mover] = []
    // twice: who finds every axis full goes where it is nearest
    for isFull in [false, true] {
      for choice in choices
      where !sent[choice.formation] && (isFull || lacks[choice.goal] > 0) {
        let mover = movers[choice.goal][choice.mover]
        sent[choice.formation] = true
        lacks[choice.goal] -= mover.men
        all.append(mover.going(to: choice.goal))
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
