internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// An axis with who moves on it under a posture.
struct AxisUnderPosture: Sendable {
  /// A formation, and its way to where its side closes up.
  struct Moving: Sendable {
    let force: Theatre.Force
    let inputs: ForceInputs
    let way: Way
  }

  let axis: Document.Operations.Axis
  let inputs: AxisInputs
  let attackers, defenders: [Moving]
  let columns: [Int]
  /// All that its marks depend on beside inputs.
  let identity: [String]

  var id: String { axis.id }

  init(
    _ axis: Document.Operations.Axis, _ ways: Ways, _ forces: [Theatre.Force],
    shared: [Address], _ declare: inout Declarations
  ) {
    func moving(
      _ countries: [String], to goal: String?, _ declare: inout Declarations
    ) -> [Moving] {
      guard let goal else { return [] }
      return forces.filter { countries.contains($0.country) }.map {
        Moving(
          force: $0, inputs: ForceInputs(&declare, system: $0.system, formation: $0.id),
          way: ways.way(from: $0.site, to: goal))
      }
    }
    let made = declare.recording { declare in
      (
        inputs: AxisInputs(&declare, axis.id),
        attackers: moving(axis.countries, to: axis.from.value, &declare),
        defenders: moving(axis.defenders, to: axis.at?.value, &declare)
      )
    }
    self.axis = axis
    (inputs, attackers, defenders) = (
      made.piece.inputs, made.piece.attackers, made.piece.defenders
    )
    columns = Set(shared + made.addresses).compactMap { declare.inputs.column(of: $0) }.sorted()
    identity =
      [axis.id]
      + (attackers + defenders).map {
        "\($0.force.country) \($0.force.id) at \($0.force.site): \($0.way.road ?? -1) \($0.way.rail?.length ?? -1) \($0.way.rail?.changesOfGauge ?? 0)"
      }
  }
}

/// The build-up on an axis in one draw: who moves, and when they stand where they go.
struct BuildUp: Sendable {
  let values: AxisInputs.Values
  let march: March
  let movers: [Mover]
  let closing: Closing

  init(
    _ axis: AxisUnderPosture, _ movement: MarchInputs, _ draws: DrawBlock, _ group: Int,
    _ lane: Int
  ) {
    values = axis.inputs.values(draws, group, lane)
    march = movement.march(draws, group, lane)
    movers = BuildUp.movers(axis.attackers, movement, draws, group, lane)
    closing = Closing(movers, march, roads: values.roads)
  }

  private init(_ build: BuildUp, movers: [Mover], closing: Closing) {
    (values, march) = (build.values, build.march)
    (self.movers, self.closing) = (movers, closing)
  }

  /// The same with one who waits where forces close up.
  func joined(by mover: Mover) -> BuildUp {
    BuildUp(self, movers: movers + [mover], closing: closing.joined(at: mover.notice))
  }

  static func movers(
    _ forces: [AxisUnderPosture.Moving], _ movement: MarchInputs, _ draws: DrawBlock,
    _ group: Int, _ lane: Int
  ) -> [Mover] {
    let detour = movement.detour(draws, group, lane)
    return forces.map { $0.inputs.mover($0.way, detour: detour, draws, group, lane) }
  }

  /// - Parameter made: days of supply made a day beside what comes in.
  func start(made: Double = 0) -> Start {
    Start(movers, closing, needed: values.men, supplied: values.supplied(made: made))
  }

  /// When so much stands there as is reported as a build-up, s; infinite where it never does.
  var visible: Double { closing.time(of: values.men * values.reportedShare, movers) }

  /// From the start until forces cross, s.
  var approach: Double { march.elapsed(moving: values.approach / march.speed) }
}

/// Those who reinforce an axis in one draw, from their order on.
struct Reinforcement: Sendable {
  let movers: [Mover]
  let closing: Closing

  init(
    _ axis: AxisUnderPosture, _ movement: MarchInputs, _ draws: DrawBlock, _ group: Int,
    _ lane: Int
  ) {
    movers = BuildUp.movers(axis.defenders, movement, draws, group, lane)
    closing = Closing(
      movers, movement.march(draws, group, lane),
      roads: axis.inputs.values(draws, group, lane).roadsBehind)
  }

  /// When so many men are in place; infinite where they never are.
  func time(of men: Double) -> Double {
    Start(movers, closing, needed: men, supplied: 0).time ?? .infinity
  }
}
