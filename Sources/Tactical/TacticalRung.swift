internal import Kernels
public import Quantities
internal import Scenarios
public import Theatre
public import Timelines

/// The tactical rung under one posture: minutes from launch to arrival.
///
/// Marks: launched 0, then burnout, risen, detected, firm, identified, localised, alerted, ready
/// (a randomly chosen person is sheltered) and arrived, s after launch.
public struct TacticalRung: Rung {
  public let level = Level.tactical
  public let inputs: Inputs
  public let exposures: [Exposure]

  let engagements: [Engagement]
  let launchers: [Launcher]
  let radars: [RadarSite]
  let observers: [ObserverSite]
  let batteries: [Battery]
  /// What makes a track firm, radar by radar.
  let rules: [TrackInitiation]
  let chains: [AlertChain]
  let loads: [AlarmLoad]
  let people: [Person]
  let nets: [ReportedNet]
  let neighbours: [Address: [Double]]
  let weather: Input<Ratio>
  let wind: (east: Input<Speed>, north: Input<Speed>)
  private let dependencies: [[Int]]
  private var circumstances: [String] = []

  private let posture: Theatre.Posture

  /// Builds every exposure of every threat of the posture against every place.
  ///
  /// - Parameter like: a rung of the same theatre and environment, whose geometry is taken over
  ///   where it is the same.
  public init(
    theatre: Theatre, posture: Theatre.Posture, environment: Environment,
    like: TacticalRung? = nil
  ) {
    self.posture = posture
    var builder = TacticalBuilder(
      theatre: theatre, posture: posture, environment: environment, like: like)
    builder.build()
    inputs = builder.declare.inputs
    exposures = builder.engagements.map(\.exposure)
    engagements = builder.engagements
    (launchers, radars, observers) = (builder.launchers, builder.radars, builder.observers)
    batteries = builder.batteries
    rules = builder.radars.map(\.kind.rule)
    (chains, loads, people) = (builder.chains, builder.loads, builder.people)
    (nets, neighbours) = (builder.nets, builder.neighbours)
    (weather, wind) = (builder.weather, builder.wind)
    dependencies = builder.dependencies()
    circumstances = engagements.map(describe)
  }

  /// Launch from six points on the edge of the area, everything else that the other side chooses at
  /// its low and at its high end, jamming the other way round.
  public var choices: Int { 12 }

  public func choice(_ index: Int, column: Int) -> Double? {
    let (address, law) = inputs.declared[column]
    guard law.kind == .adversary else { return nil }
    if address.description.hasSuffix(".launch_distance") { return 1 - 1e-9 }
    if address.description.hasSuffix(".launch_bearing") { return (Double(index % 6) + 0.5) / 6 }
    // low flight goes with strong jamming
    let high = (index < 6) == address.description.hasSuffix(".jamming")
    return high ? 1 - 1e-6 : 1e-6
  }

  /// By how much a place is out of reach in every draw, m; nil where it may be reached.
  public func beyond(_ exposure: Int) -> Double? { engagements[exposure].beyond }

  /// Engagements by formation and place, for a rung under the same laws, and whether sensors and
  /// batteries of the defended side are the same too.
  func shared(
    with other: Theatre.Posture, radars: [String], observers: [String], batteries: [String]
  ) -> (all: [Exposure: Engagement], sensorsToo: Bool) {
    guard posture.physicalLaws == other.physicalLaws else { return ([:], false) }
    let same =
      self.radars.map(\.site.id) == radars && self.observers.map(\.site.id) == observers
      && self.batteries.map(\.site.id) == batteries
    let forces = Dictionary(uniqueKeysWithValues: other.forces.map { ($0.id, $0) })
    let known = engagements.filter {
      let force = launchers[$0.launcher].force
      return forces[force.id] == force
    }
    return (Dictionary(uniqueKeysWithValues: known.map { ($0.exposure, $0) }), same)
  }

  /// Whether listeners or watchers tell of threats.
  public var hasObservers: Bool { !observers.isEmpty }

  public func columns(of exposure: Int) -> [Int] { dependencies[exposure] }

  public func circumstance(of exposure: Int) -> String { circumstances[exposure] }

  private func describe(_ engagement: Engagement) -> String {
    let launcher = launchers[engagement.launcher]
    let seen = engagement.candidates.map { candidate in
      switch candidate {
      case .radar(let index):
        "\(radars[index].site.id) \(radars[index].threats.map { "\($0.name) \($0.east) \($0.north)" })"
      case .observers(let index): observers[index].site.id
      }
    }
    var shot = ""
    if case .ballistic(let kind) = launcher.kind { shot = kind.circumstance }
    return "\(engagement.exposure.id) from \(launcher.site.id) ± \(launcher.force.area) by "
      + "\(launcher.force.system) \(shot), seen by \(seen), met by "
      + "\(engagement.batteries.map { batteries[$0].site.id }), \(engagement.atWar)"
  }

  /// What all exposures share in these draws, four lanes a group.
  public struct World: Sendable {
    let radars: [RadarState]
    /// Beside each of them.
    let gates: [RadarGates]
    let launchers: [GreatCircle.Direction]
    let people: [(day: Person.Need, night: Person.Need)]
    let wind: [(east: Lanes, north: Lanes)]
  }

  public func world(under draws: DrawBlock) -> World {
    let groups = 0..<draws.groups
    return World(
      radars: radars.flatMap { radar in
        groups.map { radar.state(draws, $0, weather: draws[weather, $0]) }
      },
      gates: radars.flatMap { radar in groups.map { radar.gates(draws, $0) } },
      launchers: launchers.flatMap { launcher in groups.map { launcher.point(draws, $0) } },
      people: people.flatMap { person in
        groups.map {
          (person.need(draws, $0, night: false), person.need(draws, $0, night: true))
        }
      },
      wind: groups.map { (draws[wind.east, $0], draws[wind.north, $0]) })
  }

  public func mark(
    _ exposure: Int, in world: World, under draws: DrawBlock, into block: inout TimelineBlock
  ) {
    let engagement = engagements[exposure]
    let launcher = launchers[engagement.launcher]
    for group in 0..<draws.groups {
      if let beyond = engagement.beyond {
        outOfReach(by: Lanes(repeating: beyond), group, &block)
        continue
      }
      let start = world.launchers[engagement.launcher * draws.groups + group]
      let track = GreatCircle(from: start, to: engagement.target, scale: engagement.scale)
      let story = Story(
        engagement: engagement, launcher: launcher, track: track, world: world, draws: draws,
        group: group)
      switch launcher.kind {
      case .quasiBallistic(let kind):
        let reach = (draws[kind.minimumRange, group], draws[kind.range, group])
        let reaches = within(reach, track.length, group, &block)
        guard any(reaches) else { continue }
        let profile = kind.flight(track.length, draws, group)
        let flight = LiftingFlight(profile: profile, limit: draws[kind.lateralLimit, group])
        tell(
          story, flight, reaches, crossSection: draws[kind.crossSection, group],
          burnout: profile.boost, into: &block)
      case .ballistic(let kind):
        let reach = (draws[kind.minimumRange, group], draws[kind.range, group])
        var reaches = within(reach, track.length, group, &block)
        guard any(reaches) else { continue }
        guard let table = engagement.table else {
          outOfReach(by: .zero, group, &block)
          continue
        }
        reaches .&= kind.reaches(track.length, table, draws, group)
        tell(
          story, kind.flight(track.length, table, draws, group), reaches,
          crossSection: draws[kind.crossSection, group],
          burnout: Lanes(repeating: table.boostTime), into: &block)
      case .rocket(let kind):
        let reach = (draws[kind.minimumRange, group], draws[kind.range, group])
        let reaches = within(reach, track.length, group, &block)
        guard any(reaches) else { continue }
        tell(
          story, kind.flight(track.length, draws, group), reaches,
          crossSection: draws[kind.crossSection, group], burnout: nil, into: &block)
      case .level(let kind):
        let reaches = within(
          (.zero, kind.reach(draws, group)), track.length, group, &block)
        guard any(reaches) else { continue }
        let air = world.wind[group]
        let (east, north) = engagement.course
        let wind = (
          along: air.east * east + air.north * north, across: air.east * north - air.north * east
        )
        tell(
          story, kind.flight(track.length, wind: wind, draws, group), reaches,
          crossSection: draws[kind.crossSection, group], burnout: nil, into: &block)
      }
    }
  }

  /// Lanes in which the place is between the least and the greatest range; by how much it is not is
  /// noted, and every mark set out of reach where none is.
  private func within(
    _ reach: (least: Lanes, greatest: Lanes), _ length: Lanes, _ group: Int,
    _ block: inout TimelineBlock
  ) -> LaneMask {
    let reaches: LaneMask = (length .<= reach.greatest) .& (length .>= reach.least)
    let missing = LaneMath.greatest(
      LaneMath.greatest(length - reach.greatest, reach.least - length), .zero)
    if any(reaches) {
      block.set(.shortfall, group, to: missing)
    } else {
      outOfReach(by: missing, group, &block)
    }
    return reaches
  }

  private func outOfReach(by missing: Lanes, _ group: Int, _ block: inout TimelineBlock) {
    block.set(.shortfall, group, to: missing)
    for mark in [Mark.launched, .alerted, .ready, .readyAtNight, .arrived] {
      block.set(mark, group, to: .zero, where: LaneMask(repeating: false), otherwise: .outOfReach)
    }
  }
}
