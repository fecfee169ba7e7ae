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
  let movement: (other: MarchInputs, defended: MarchInputs?)
  /// What other questions than the clock need of the posture.
  let asides: Asides
  private let observers: [ObserverInputs]

  /// - Parameter axes: those that are asked for: of the scenario, or one of the past.
  init(
    _ theatre: Theatre, _ axes: [Document.Operations.Axis], _ ways: Ways,
    posture: Theatre.Posture
  ) {
    var declare = Declarations(theatre: theatre, posture: posture)
    let shared = declare.recording { declare in
      (
        other: MarchInputs(&declare, side: "other", isStraight: !ways.hasRoads),
        defended: axes.contains { !$0.defenders.isEmpty }
          ? MarchInputs(&declare, side: "defended", isStraight: !ways.hasRoads) : nil,
        observers: (theatre.operations?.observers ?? []).map { ObserverInputs(&declare, $0.id) }
      )
    }
    movement = (shared.piece.other, shared.piece.defended)
    observers = shared.piece.observers
    let forces = posture.forces.filter {
      theatre.systems[$0.system]?.kind == OperationalFields.groundForce.name
    }
    self.axes = axes.map {
      AxisUnderPosture($0, ways, forces, shared: shared.addresses, &declare)
    }
    asides = Asides(theatre, posture, self.axes, ways, &declare)
    inputs = declare.inputs
    exposures = axes.map { axis in
      Exposure(
        level: .operational, threat: Address("axis", axis.id),
        place: Address("place", OperationalSlice.region), threatID: axis.id,
        placeID: OperationalSlice.region, group: axis.id)
    }
  }

  public func columns(of exposure: Int) -> [Int] { axes[exposure].columns }
  public func identity(of exposure: Int) -> [String] { axes[exposure].identity }

  /// Whether an axis is the same build-up under both, whatever else they differ in.
  func isAlike(_ other: OperationalRung, on axis: Int) -> Bool {
    func laws(_ rung: OperationalRung) -> [Law] {
      let prepositioned = rung.asides.addresses.prepositioned.compactMap(rung.inputs.column)
      return (rung.columns(of: axis) + prepositioned).map { rung.inputs.declared[$0].law }
    }
    return identity(of: axis) == other.identity(of: axis) && laws(self) == laws(other)
  }

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

  func clock(_ exposure: Int, _ draws: DrawBlock, _ group: Int, _ lane: Int) -> Clock {
    let axis = axes[exposure]
    let build = BuildUp(axis, movement.other, draws, group, lane)
    let start = build.start()
    let reported = reported(build.visible, exposure, draws, group, lane)
    let ordered = reported + build.values.decision
    return Clock(
      start: start, reported: reported, ordered: ordered,
      crossed: start.time.map { $0 + build.approach },
      reinforced: build.values.needed.flatMap { needed in
        movement.defended.map { inputs in
          ordered + Reinforcement(axis, inputs, draws, group, lane).time(of: needed)
        }
      })
  }

  /// When the first observer reports what may be seen from a time on, s; infinite where none does.
  func reported(
    _ visible: Double, _ exposure: Int, _ draws: DrawBlock, _ group: Int, _ lane: Int
  ) -> Double {
    observers.map { $0.look(at: exposure, draws, group, lane).report(from: visible) }.min()
      ?? .infinity
  }
}
