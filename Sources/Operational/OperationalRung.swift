internal import Kernels
public import Quantities
internal import Scenarios
internal import Theatre
public import Timelines

/// The operational rung under one posture: hours and days from the first order to move until forces cross.
///
/// For each axis the formations of its countries move to where they close up, on roads and rails that they share; they may start when the
/// force that the scenario gives it has closed up, at strength and with its supply, and cross after the approach. Observers report the build-up, the
/// defended side decides, and its own formations move by the same rules. Marks, s after the order: launched 0, known when the build-up is reported, alerted when the defended side orders, ready when forces may
/// start, reinforced when the forces that are needed are in place, crossed and arrived when forces cross.
///
/// An axis has no place: its exposure is the region's.
public struct OperationalRung: Rung {
  public let level = Level.operational
  public let exposures: [Exposure]
  public let inputs: Inputs
  let axes: [AxisUnderPosture]

  /// An axis with who moves on it under the posture.
  struct AxisUnderPosture: Sendable {
    let id: String
    let inputs: AxisInputs
    let attackers, defenders: [(force: ForceInputs, way: Way)]
    let columns: [Int]
    /// All that its marks depend on beside inputs.
    let identity: [String]
  }

  private let movement: (other: MarchInputs, defended: MarchInputs?)
  private let observers: [ObserverInputs]

  init(
    _ theatre: Theatre, _ operations: Document.Operations, _ ways: Ways, posture: Theatre.Posture
  ) {
    var declare = Declarations(theatre: theatre, posture: posture)
    let shared = declare.recording { declare in
      (
        other: MarchInputs(&declare, side: "other", isStraight: !ways.hasRoads),
        defended: operations.axes.contains { !$0.defenders.isEmpty }
          ? MarchInputs(&declare, side: "defended", isStraight: !ways.hasRoads) : nil,
        observers: operations.observers.map { ObserverInputs(&declare, $0.id) }
      )
    }
    movement = (shared.piece.other, shared.piece.defended)
    observers = shared.piece.observers
    let forces = posture.forces.filter {
      theatre.systems[$0.system]?.kind == OperationalFields.groundForce.name
    }
    var built: [(axis: Document.Operations.Axis, under: AxisUnderPosture)] = []
    for axis in operations.axes {
      func movers(
        _ countries: [String], to goal: String?, _ declare: inout Declarations
      ) -> [(Theatre.Force, ForceInputs, Way)] {
        guard let goal else { return [] }
        return forces.filter { countries.contains($0.country) }.map {
          ($0, ForceInputs(&declare, system: $0.system), ways.way(from: $0.site, to: goal))
        }
      }
      let made = declare.recording { declare in
        (
          inputs: AxisInputs(&declare, axis.id),
          attackers: movers(axis.countries, to: axis.from.value, &declare),
          defenders: movers(axis.defenders, to: axis.at?.value, &declare)
        )
      }
      let addresses = Set(shared.addresses + made.addresses)
      let columns = addresses.compactMap { declare.inputs.column(of: $0) }.sorted()
      built.append(
        (
          axis,
          AxisUnderPosture(
            id: axis.id, inputs: made.piece.inputs,
            attackers: made.piece.attackers.map { ($0.1, $0.2) },
            defenders: made.piece.defenders.map { ($0.1, $0.2) }, columns: columns,
            identity: [axis.id]
              + (made.piece.attackers + made.piece.defenders).map {
                "\($0.0.country) \($0.0.system) at \($0.0.site)"
              })
        ))
    }
    inputs = declare.inputs
    axes = built.map(\.under)
    exposures = built.map { axis, _ in
      Exposure(
        level: .operational, threat: Address("axis", axis.id),
        place: Address("place", OperationalSlice.region), threatID: axis.id,
        placeID: OperationalSlice.region, group: axis.id)
    }
  }

  public func columns(of exposure: Int) -> [Int] { axes[exposure].columns }
  public func identity(of exposure: Int) -> [String] { axes[exposure].identity }
  public func world(under draws: DrawBlock, beside other: Bool?) -> Bool { true }

  public func mark(
    _ exposure: Int, in world: Bool, under draws: DrawBlock, into block: inout TimelineBlock
  ) {
    for group in 0..<draws.groups {
      let clocks = (0..<4).map { clock(exposure, draws, group, $0) }
      func set(_ mark: Mark, _ time: (Clock) -> Double?, _ absence: Absence) {
        var (times, there) = (Lanes.zero, LaneMask(repeating: false))
        for lane in 0..<4 {
          guard let time = time(clocks[lane]), time < .infinity else { continue }
          (times[lane], there[lane]) = (time, true)
        }
        block.set(mark, group, to: times, where: there, otherwise: absence)
      }
      set(.launched, { _ in 0 }, .noRoute)
      set(.known, \.reported, .neverSeen)
      set(.alerted, \.ordered, .noAlarm)
      set(.ready, \.start.time, .gateShut)
      set(.reinforced, \.reinforced, .noRoute)
      set(.crossed, \.crossed, .gateShut)
      set(.arrived, \.crossed, .gateShut)
    }
  }

  /// One draw of an axis, s after the order; infinite is never.
  struct Clock: Sendable {
    let start: Start
    let reported, ordered: Double
    let crossed: Double?
    /// Nil where nobody reinforces.
    let reinforced: Double?
  }

  /// - Parameter made: days of supply made a day beside what comes in.
  func clock(
    _ exposure: Int, _ draws: DrawBlock, _ group: Int, _ lane: Int, made: Double = 0
  ) -> Clock {
    let axis = axes[exposure]
    let values = axis.inputs.values(draws, group, lane, made: made)
    let march = movement.other.march(draws, group, lane)
    let movers = movers(axis.attackers, movement.other, draws, group, lane)
    let closing = Closing(movers, march, roads: values.roads)
    let start = Start(movers, closing, needed: values.men, supplied: values.supplied)
    let visible = closing.time(of: values.men * values.reportedShare, movers)
    let known =
      observers.map { $0.look(at: exposure, draws, group, lane).report(from: visible) }.min()
      ?? .infinity
    let ordered = known + values.decision
    return Clock(
      start: start, reported: known, ordered: ordered,
      crossed: start.time.map { $0 + march.elapsed(moving: values.approach / march.speed) },
      reinforced: values.needed.flatMap { needed in
        movement.defended.map { inputs in
          let own = self.movers(axis.defenders, inputs, draws, group, lane)
          let closing = Closing(own, inputs.march(draws, group, lane), roads: values.roads)
          return ordered
            + (Start(own, closing, needed: needed, supplied: 0).time ?? .infinity)
        }
      })
  }

  private func movers(
    _ forces: [(force: ForceInputs, way: Way)], _ inputs: MarchInputs, _ draws: DrawBlock,
    _ group: Int, _ lane: Int
  ) -> [Mover] {
    let detour = inputs.detour(draws, group, lane)
    return forces.map { $0.force.mover($0.way, detour: detour, draws, group, lane) }
  }
}
