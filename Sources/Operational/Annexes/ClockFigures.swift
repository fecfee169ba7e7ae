internal import Findings
internal import Kernels
internal import Quantities
internal import Theatre
internal import Timelines

/// What stands behind the clock of an axis: which condition is met last, when each formation comes in, and what one more unit or a plant would change.
struct ClockFigures {
  let replicates: Replicates
  let index: Int
  private let builds: [[BuildUp]]

  private var axis: AxisUnderPosture { replicates.rung.axes[index] }
  private var inputs: [Address] { replicates.addresses(axis.columns) }

  init(_ replicates: Replicates, _ index: Int) {
    (self.replicates, self.index) = (replicates, index)
    let rung = replicates.rung
    let axis = rung.axes[index]
    builds = replicates.each { BuildUp(axis, rung.movement.other, $0, $1, $2) }
  }

  var figures: [Figure] {
    gates + curve + listed + oneMore
  }

  private var gates: [Figure] {
    let starts = builds.map { $0.map { $0.start() } }
    return Gate.allCases.flatMap { gate in
      func share(_ quantity: FigureQuantity, isMet: Bool) -> Figure? {
        let holds = starts.map { $0.map { $0.gate == gate && ($0.time != nil) == isMet } }
        guard isMet || holds.joined().contains(true) else { return nil }
        return replicates.share(quantity.of(gate.rawValue), axis.id, holds, inputs)
      }
      return [
        share(OperationalFigures.gate, isMet: true), share(OperationalFigures.shut, isMet: false),
      ].compactMap(\.self)
    }
  }

  /// The median of the start if so much of a day's supply were made a day; only where supply may bind.
  private var curve: [Figure] {
    guard axis.inputs.supplyInflow != nil else { return [] }
    return OperationalFigures.shares.map { share in
      replicates.medianOfAll(
        OperationalFigures.closingIfMade.of("\(share)"), axis.id,
        builds.map {
          $0.map { March.days($0.start(made: Double(share) / 100).time ?? .infinity) }
        }, inputs)
    }
  }

  /// When each formation of either side has closed up, and how much longer its way is than the straight line.
  var byFormation: [Figure] {
    let rung = replicates.rung
    let own = axis.attackers.indices.map { mover in
      (axis.attackers[mover], builds.map { $0.map { March.days($0.closing.arrivals[mover]) } })
    }
    let relief = rung.movement.defended.map { movement in
      replicates.each { Reinforcement(axis, movement, $0, $1, $2).closing.arrivals }
    }
    let theirs = axis.defenders.indices.map { mover in
      (axis.defenders[mover], (relief ?? []).map { $0.map { March.days($0[mover]) } })
    }
    return (own + theirs).flatMap { moving, days in
      let figures = replicates.quantiles(
        OperationalFigures.closes.of(moving.force.id), axis.id, days, inputs)
      let length = moving.way.length.map {
        replicates.plain(OperationalFigures.length.of(moving.force.id), axis.id, $0 / 1_000)
      }
      let detour = moving.way.detour.map {
        replicates.plain(OperationalFigures.detour.of(moving.force.id), axis.id, $0)
      }
      return figures + [length, detour].compactMap(\.self)
    }
  }

  /// Men of the formations that have a way there, of those that have to close up.
  private var listed: [Figure] {
    replicates.quantiles(
      OperationalFigures.listed, axis.id,
      builds.map {
        $0.map { build in
          let men = build.movers.indices.reduce(0) {
            build.closing.arrivals[$1] < .infinity ? $0 + build.movers[$1].men : $0
          }
          return men / build.values.men
        }
      }, inputs)
  }

  /// By how much sooner forces could start with one more unit's vehicles waiting where they close up; of the draws in which they could without.
  private var oneMore: [Figure] {
    let rung = replicates.rung
    guard let unit = rung.asides.prepositioned else { return [] }
    let gained = replicates.each(builds) { build, draws, group, lane -> Double in
      guard let before = build.start().time else { return .infinity }
      let after = build.joined(by: unit.mover(Way(road: 0), detour: 1, draws, group, lane))
      return March.days(before - (after.start().time ?? before))
    }
    return replicates.quantiles(
      OperationalFigures.sooner, axis.id, gained,
      (inputs + rung.asides.addresses.prepositioned).sorted())
  }
}
