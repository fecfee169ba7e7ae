internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// How a side moves, as inputs.
struct MarchInputs: Sendable {
  private let speed: Input<Speed>
  private let spacing: Input<Length>
  private let day: Input<TimeSpan>
  private let detour: Input<Ratio>?
  private let railFrom: Input<Length>
  private let railSpeed: Input<Speed>
  private let trainVehicles: Input<Ratio>
  private let loading, unloading: Input<TimeSpan>
  private let ramps, trainsADay, trainSets: Input<Ratio>
  private let wheelsOnRoad: Input<Ratio>?
  private let gaugeChange: Input<TimeSpan>?

  /// - Parameter isStraight: whether ways are straight lines, as there is no network.
  init(_ declare: inout Declarations, side: String, isStraight: Bool) {
    func field<Q>(_ name: String) -> Input<Q> { declare.input(Address("movement", side, name)) }
    func optional<Q>(_ name: String) -> Input<Q>? {
      declare.optional(Address("movement", side, name))
    }
    speed = field("march_speed")
    spacing = field("spacing")
    day = field("march_day")
    detour = isStraight ? optional("detour") : nil
    railFrom = field("rail_from")
    railSpeed = field("rail_speed")
    trainVehicles = field("train_vehicles")
    loading = field("loading")
    unloading = field("unloading")
    ramps = field("ramps")
    trainsADay = field("trains_a_day")
    trainSets = field("train_sets")
    gaugeChange = optional("gauge_change")
    wheelsOnRoad = optional("wheels_on_road")
  }

  /// One draw of them; the reader has made sure that a change of gauge, where there is one, has its time.
  func march(_ draws: DrawBlock, _ group: Int, _ lane: Int) -> March {
    func value<Q>(_ input: Input<Q>) -> Double { draws[input, group][lane] }
    return March(
      speed: value(speed), spacing: value(spacing), day: value(day), railFrom: value(railFrom),
      railSpeed: value(railSpeed), wheelsOnRoad: wheelsOnRoad.map(value) ?? 0,
      trainVehicles: value(trainVehicles), loading: value(loading),
      unloading: value(unloading), ramps: Int(value(ramps).rounded()),
      headway: March.secondsOfADay / value(trainsADay),
      trainSets: Int(value(trainSets).rounded()), gaugeChange: gaugeChange.map(value) ?? 0)
  }

  /// How much longer a way is than the straight line, where no network says.
  func detour(_ draws: DrawBlock, _ group: Int, _ lane: Int) -> Double {
    detour.map { draws[$0, group][lane] } ?? 1
  }
}

/// A formation, as inputs: of its kind's vehicles, men and recovery all formations of the kind have the same draw, as nobody knows how
/// large it is; how ready and how strong each one is, it has for itself.
struct ForceInputs: Sendable {
  private let men: Input<Ratio>
  private let tracks, wheels: [Input<Ratio>]
  private let notice: Input<TimeSpan>
  private let strength: Input<Ratio>?
  private let recovery, crewTravel: Input<TimeSpan>?

  private static let onTracks = ["tanks", "fighting_vehicles", "guns"]
  private static let onWheels = ["carriers", "trucks"]

  /// - Parameter formation: its id; nil takes what is said of the kind for its own.
  init(_ declare: inout Declarations, system: String, formation: String?) {
    func own<Q>(_ field: String) -> Input<Q>? {
      guard let formation, let law = declare.law(of: system, field) else {
        return declare.optional(system, field)
      }
      return declare.own(Address("formation", formation, field), law)
    }
    men = declare.catalogue(system, "men")
    tracks = ForceInputs.onTracks.compactMap { declare.optional(system, $0) }
    wheels = ForceInputs.onWheels.compactMap { declare.optional(system, $0) }
    notice = own("notice")!
    strength = own("strength")
    recovery = declare.optional(system, "recovery")
    crewTravel = declare.optional(system, "crew_travel")
  }

  /// One draw of a formation of the kind.
  ///
  /// - Parameters:
  ///   - detour: by which a way without a network is longer.
  ///   - isStored: whether its men have to travel to its vehicles, where its kind says how long that takes.
  func mover(
    _ way: Way, detour: Double, isStored: Bool = true, _ draws: DrawBlock,
    _ group: Int, _ lane: Int
  ) -> Mover {
    func value<Q>(_ input: Input<Q>) -> Double { draws[input, group][lane] }
    return Mover(
      men: value(men), tracks: tracks.reduce(0) { $0 + value($1) },
      wheels: wheels.reduce(0) { $0 + value($1) },
      notice: max(value(notice), isStored ? crewTravel.map(value) ?? 0 : 0),
      strength: strength.map(value) ?? 1, recovery: recovery.map(value) ?? .infinity,
      road: way.road.map { $0 * detour }, rail: way.rail)
  }
}

/// Somebody who reports what moves, as inputs.
struct ObserverInputs: Sendable {
  private let revisit: Input<TimeSpan>
  private let clear, sees: Input<Ratio>
  private let delay: Input<TimeSpan>

  init(_ declare: inout Declarations, _ id: String) {
    func field<Q>(_ name: String) -> Input<Q> { declare.input(Address("observer", id, name)) }
    revisit = field("revisit")
    clear = field("clear")
    sees = field("sees")
    delay = field("delay")
  }

  /// One draw of its looks at something.
  ///
  /// - Parameter axis: by its number; looks at each fail by themselves.
  func look(at axis: Int, _ draws: DrawBlock, _ group: Int, _ lane: Int) -> Look {
    func value<Q>(_ input: Input<Q>) -> Double { draws[input, group][lane] }
    return Look(
      revisit: value(revisit), sees: value(clear) * value(sees), delay: value(delay),
      phase: draws.uniform(revisit, event: 0, group: group)[lane],
      failures: draws.uniform(revisit, event: 1 + axis, group: group)[lane])
  }
}

/// What forces of an axis need, as inputs.
struct AxisInputs: Sendable {
  private let men: Input<Ratio>
  private let approach: Input<Length>
  private let roads, reportedShare: Input<Ratio>
  private let roadsBehind: Input<Ratio>?
  private let decision: Input<TimeSpan>
  private let needed, rear, hostShare: Input<Ratio>?
  private let supplyNeeded, supplyHeld: Input<TimeSpan>?
  let supplyInflow: Input<Ratio>?

  init(_ declare: inout Declarations, _ id: String) {
    func field<Q>(_ name: String) -> Input<Q> { declare.input(Address("axis", id, name)) }
    func optional<Q>(_ name: String) -> Input<Q>? { declare.optional(Address("axis", id, name)) }
    men = field("men")
    approach = field("approach")
    roads = field("roads")
    reportedShare = field("reported_share")
    roadsBehind = optional("roads_behind")
    decision = field("decision")
    needed = optional("needed")
    rear = optional("rear")
    hostShare = optional("host_share")
    supplyNeeded = optional("supply_needed")
    supplyHeld = optional("supply_held")
    supplyInflow = optional("supply_inflow")
  }

  /// One draw of them.
  struct Values: Sendable {
    /// Men that have to close up: the published force, and who is held back to secure the rear.
    let men: Double
    let approach: Double
    let roads, roadsBehind: Int
    let reportedShare, decision: Double
    let needed: Double?
    /// Days of supply that are missing, and that come in a day.
    let short, inflow: Double

    /// When enough supply lies ready, s after the order; 0 where nobody says that it is short, infinite where it never does.
    ///
    /// - Parameters:
    ///   - made: days of supply made a day beside what comes in.
    ///   - share: of what comes in, where other axes take the rest.
    func supplied(made: Double = 0, share: Double = 1) -> Double {
      let comes = inflow * share + made
      return short == 0 ? 0 : comes > 0 ? short / comes : .infinity
    }
  }

  func values(_ draws: DrawBlock, _ group: Int, _ lane: Int) -> Values {
    func value<Q>(_ input: Input<Q>) -> Double { draws[input, group][lane] }
    let held = rear.map { value($0) * (1 - (hostShare.map(value) ?? 0)) } ?? 0
    let short = max(0, (supplyNeeded.map(value) ?? 0) - (supplyHeld.map(value) ?? 0))
    return Values(
      men: value(men) + held, approach: value(approach), roads: Int(value(roads).rounded()),
      roadsBehind: Int(value(roadsBehind ?? roads).rounded()),
      reportedShare: value(reportedShare), decision: value(decision), needed: needed.map(value),
      short: short, inflow: supplyInflow.map(value) ?? 0)
  }
}
