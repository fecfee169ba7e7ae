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
  let watchers: [any Watcher]
  let batteries: [Battery]
  /// What makes a track firm, radar by radar.
  let rules: [TrackInitiation]
  let logFalseAlarms: [Double]
  let chains: [AlertChain]
  let loads: [AlarmLoad]
  let people: [Person]
  let nets: [ReportedNet]
  /// By country of the alliance.
  private let rulesOf: [String: Document.Rules]
  let weather: Input<Ratio>
  let wind: (east: Input<Speed>, north: Input<Speed>)
  private let dependencies: [[Int]]
  private let columnsOf: (launchers: [[Int]], radars: [[Int]])

  /// Builds every exposure of every threat of a posture against the places that are asked for; nil asks for
  /// all.
  public init(
    _ survey: TacticalSurvey, posture: Theatre.Posture, places: Set<String>? = nil
  ) {
    var builder = TacticalBuilder(survey, posture: posture, places: places)
    builder.build()
    inputs = builder.declare.inputs
    exposures = builder.engagements.map(\.exposure)
    engagements = builder.engagements
    (launchers, radars, watchers) = (builder.launchers, builder.radars, builder.watchers)
    batteries = builder.batteries
    rules = builder.radars.map(\.kind.rule)
    logFalseAlarms = builder.radars.map(\.kind.logFalseAlarm)
    (chains, loads, people) = (builder.chains, builder.loads, builder.people)
    nets = builder.nets
    (weather, wind) = (builder.weather, builder.wind)
    let theatre = survey.theatre
    rulesOf = Dictionary(
      theatre.alliance.map { ($0, theatre.chain(of: $0, under: posture).rules) },
      uniquingKeysWith: { first, _ in first })
    dependencies = builder.dependencies()
    columnsOf = (builder.launcherColumns, builder.radarColumns)
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

  /// What a country of the alliance may act on.
  ///
  /// - Precondition: it is of the alliance.
  func rules(of country: String) -> Document.Rules { rulesOf[country]! }

  /// Whether listeners or watchers tell of threats.
  public var hasObservers: Bool { !watchers.isEmpty }

  public func columns(of exposure: Int) -> [Int] { dependencies[exposure] }

  public func identity(of exposure: Int) -> TacticalIdentity {
    let engagement = engagements[exposure]
    let launcher = launchers[engagement.launcher]
    var (seeing, hearing) = ([TacticalIdentity.Radar](), [String]())
    for candidate in engagement.candidates {
      switch candidate {
      case .radar(let index): seeing.append(.init(radars[index]))
      case .watcher(let index): hearing.append(watchers[index].area.site.id)
      }
    }
    return TacticalIdentity(
      formation: engagement.exposure.threatID, place: engagement.exposure.placeID,
      site: launcher.site.id, system: launcher.force.system, area: launcher.force.area,
      tableFigures: launcher.kind.tableFigures, radars: seeing, watchers: hearing,
      batteries: engagement.batteries.map { batteries[$0].site.id }, rules: engagement.rules,
      countsMeetings: engagement.countsMeetings)
  }

  /// What all exposures share in these draws, four lanes a group.
  public struct World {
    let radars: [RadarState]
    /// Beside each of them.
    let gates: [RadarGates]
    /// Radar by radar, 72 bearings each; flat where it has no skyline.
    let hills: [Skyline.Hill]
    let sights: Sights
    let launchers: [GreatCircle.Direction]
    /// Person by person, group by group: what they need by hour.
    let people: [[Person.Need]]
    let wind: [(east: Lanes, north: Lanes)]
    /// What radars saw, kept for all postures; and the numbers of radars and launchers there.
    let sightings: Sightings
    let radarNumbers, launcherNumbers: [Int]
  }

  public func world(under draws: DrawBlock, beside other: World?) -> World {
    let groups = 0..<draws.groups
    let sightings = other?.sightings ?? Sightings()
    let states = radars.flatMap { radar in
      groups.map { radar.state(draws, $0, weather: draws[weather, $0]) }
    }
    let gates = radars.indices.flatMap { radar in
      groups.map { radars[radar].gates(states[radar * groups.count + $0], draws, $0) }
    }
    return World(
      radars: states, gates: gates,
      hills: radars.flatMap { radar in
        radar.skyline?.hills
          ?? Array(
            repeating: Skyline.Hill(slope: -1, distance: .infinity), count: Skyline.bearings)
      },
      sights: Sights(launchers, radars, states, gates, draws),
      launchers: launchers.flatMap { launcher in groups.map { launcher.point(draws, $0) } },
      people: people.flatMap { person in groups.map { person.needs(draws, $0) } },
      wind: groups.map { (draws[wind.east, $0], draws[wind.north, $0]) },
      sightings: sightings,
      radarNumbers: radars.indices.map { sightings.number(of: key(ofRadar: $0, draws)) },
      launcherNumbers: launchers.indices.map { sightings.number(of: key(ofLauncher: $0, draws)) })
  }

  private func key(ofRadar index: Int, _ draws: DrawBlock) -> Sightings.RadarKey {
    .init(
      radar: .init(radars[index]), inputs: columnsOf.radars[index].map(draws.common))
  }

  private func key(ofLauncher index: Int, _ draws: DrawBlock) -> Sightings.LauncherKey {
    let force = launchers[index].force
    return .init(
      formation: force.id, site: force.site, system: force.system, area: force.area.metres,
      inputs: columnsOf.launchers[index].map(draws.common))
  }

  public func mark(
    _ exposure: Int, in world: World, under draws: DrawBlock, into block: inout TimelineBlock
  ) {
    let engagement = engagements[exposure]
    let launcher = launchers[engagement.launcher]
    func track(_ group: Int) -> GreatCircle {
      GreatCircle(
        from: world.launchers[engagement.launcher * draws.groups + group], to: engagement.target,
        scale: engagement.scale)
    }
    let story = Story(engagement: engagement, launcher: launcher, world: world, draws: draws)
    for group in 0..<draws.groups {
      if !engagement.countsMeetings {
        block.set(.opportunities, group, to: Lanes(repeating: -1))
      }
      if let beyond = engagement.beyond {
        outOfReach(by: Lanes(repeating: beyond), group, &block)
        continue
      }
      let track = track(group)
      let reaches = within(launcher.kind.reach(draws, group), track.length, group, &block)
      guard any(reaches) else { continue }
      let air = world.wind[group]
      let (east, north) = engagement.course
      launcher.kind.fly(
        Leg(
          track: track, draws: draws, group: group,
          wind: (
            along: air.east * east + air.north * north,
            across: air.east * north - air.north * east
          ), table: engagement.table, rung: self, story: story, reaches: reaches),
        into: &block)
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

  func outOfReach(by missing: Lanes, _ group: Int, _ block: inout TimelineBlock) {
    block.set(.shortfall, group, to: missing)
    for mark in [Mark.launched, .alerted, .arrived] + Person.Refuge.allMarks {
      block.set(mark, group, to: .zero, where: LaneMask(repeating: false), otherwise: .outOfReach)
    }
  }
}
