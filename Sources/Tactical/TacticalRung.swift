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
  let radars: [GroundRadar]
  /// What makes a track firm, radar by radar.
  private let rules: [TrackInitiation]
  let chains: [AlertChain]
  let people: [Person]
  let nets: [ReportedNet]
  let weather: Input<Ratio>
  let wind: (east: Input<Speed>, north: Input<Speed>)
  private let dependencies: [[Int]]

  /// Builds every exposure of every threat of the posture against every place.
  public init(theatre: Theatre, posture: Theatre.Posture, environment: Environment) {
    var builder = TacticalBuilder(theatre: theatre, posture: posture, environment: environment)
    builder.build()
    inputs = builder.declare.inputs
    exposures = builder.engagements.map(\.exposure)
    engagements = builder.engagements
    launchers = builder.launchers
    radars = builder.radars
    rules = builder.radars.map(\.kind.rule)
    chains = builder.chains
    people = builder.people
    nets = builder.nets
    weather = builder.weather
    wind = builder.wind
    dependencies = builder.dependencies()
  }

  public func columns(of exposure: Int) -> [Int] { dependencies[exposure] }

  public func circumstance(of exposure: Int) -> String {
    let engagement = engagements[exposure]
    let launcher = launchers[engagement.launcher]
    let seen = engagement.candidates.map { radars[$0.radar].site.id }
    return "\(engagement.exposure.id) from \(launcher.site.id) ± \(launcher.force.area) by "
      + "\(launcher.force.system), seen by \(seen)"
  }

  /// What all exposures share in these draws, four lanes a group.
  public struct World: Sendable {
    let radars: [RadarState]
    let launchers: [GreatCircle.Direction]
    let people: [(after: Lanes, reached: LaneMask)]
    let wind: [(east: Lanes, north: Lanes)]
  }

  public func world(under draws: DrawBlock) -> World {
    var states: [RadarState] = []
    for radar in radars {
      for group in 0..<draws.groups {
        states.append(radar.state(draws, group, weather: draws[weather, group]))
      }
    }
    return World(
      radars: states,
      launchers: launchers.flatMap { launcher in
        (0..<draws.groups).map { launcher.point(draws, $0) }
      },
      people: people.flatMap { person in (0..<draws.groups).map { person.sheltered(draws, $0) } },
      wind: (0..<draws.groups).map { (draws[wind.east, $0], draws[wind.north, $0]) })
  }

  public func mark(
    _ exposure: Int, in world: World, under draws: DrawBlock, into block: inout TimelineBlock
  ) {
    let engagement = engagements[exposure]
    for group in 0..<draws.groups {
      let start = world.launchers[engagement.launcher * draws.groups + group]
      let track = GreatCircle(from: start, to: engagement.target, scale: engagement.scale)
      switch launchers[engagement.launcher].kind {
      case .quasiBallistic(let kind):
        let reaches: LaneMask =
          (track.length .<= draws[kind.range, group])
          .& (track.length .>= draws[kind.minimumRange, group])
        guard any(reaches) else {
          outOfReach(group, &block)
          continue
        }
        let flight = kind.flight(track.length, draws, group)
        let story = Story(
          flight: flight, track: track, reaches: reaches,
          crossSection: draws[kind.crossSection, group], burnout: flight.boost)
        finish(story, engagement, in: world, under: draws, group, into: &block) { chain in
          flight.confined(to: draws[chain.region, group], limit: draws[kind.lateralLimit, group])
        } identified: { firm, chain in
          let cued = draws[chain.cueLuck, group] .< draws[chain.cueAvailability, group]
          let byProfile = firm + draws[chain.profileDelay, group]
          let byCue = LaneMath.greatest(firm, draws[chain.cueDelay, group])
          return LaneMath.pick(byProfile, LaneMath.least(byProfile, byCue), where: cued)
        }
      case .drone(let kind):
        let air = world.wind[group]
        let (east, north) = engagement.course
        let flight = kind.flight(
          track.length,
          wind: (air.east * east + air.north * north, air.east * north - air.north * east),
          draws, group)
        let story = Story(
          flight: flight, track: track, reaches: track.length .<= draws[kind.range, group],
          crossSection: draws[kind.crossSection, group], burnout: nil)
        finish(story, engagement, in: world, under: draws, group, into: &block) { chain in
          let toGo = LaneMath.greatest(track.length - draws[chain.region, group], .zero)
          return toGo / flight.speed
        } identified: { firm, chain in
          if engagement.atWar { return firm + draws[chain.behaviourDelay, group] }
          guard let entry = engagement.entry else { return Lanes(repeating: .infinity) }
          return LaneMath.greatest(firm, entry * track.length / flight.speed)
        }
      }
    }
  }
}

/// One exposure's flight in four draws.
private struct Story<F: Flight> {
  let flight: F
  let track: GreatCircle
  let reaches: LaneMask
  let crossSection: Lanes
  let burnout: Lanes?
}

extension TacticalRung {
  /// Detection, alert and shelter, the same for every class; what differs comes as two closures.
  @inline(__always)
  private func finish<F: Flight>(
    _ story: Story<F>, _ engagement: Engagement, in world: World, under draws: DrawBlock,
    _ group: Int, into block: inout TimelineBlock, localised: (AlertChain) -> Lanes,
    identified: (Lanes, AlertChain) -> Lanes
  ) {
    let end = story.flight.flightTime
    let reaches = story.reaches
    block.set(.launched, group, to: .zero, where: reaches, otherwise: .outOfReach)
    block.set(.arrived, group, to: end, where: reaches, otherwise: .outOfReach)
    if let burnout = story.burnout {
      block.set(.burnout, group, to: burnout, where: reaches, otherwise: .outOfReach)
    }
    switch engagement.net {
    case .none: alert(at: nil, reason: .noAlarm, reaches, group, &block)
    case .reported(let net):
      let delay = nets[net].delay(launchers[engagement.launcher].kind, draws, group)
      alert(at: delay, reason: .noAlarm, reaches, group, &block)
      shelter(engagement, at: delay, reaches, world, draws, group, &block)
    case .tracks(let index):
      let chain = chains[index]
      let seen = bestTrack(story, engagement, in: world, draws: draws, group)
      let firm = seen.firm + draws[chain.latency, group]
      let isFirm = reaches .& (seen.firm .< end)
      block.set(
        .risen, group, to: seen.risen, where: reaches .& (seen.risen .< end), otherwise: .neverSeen)
      let cue = LaneMath.pick(
        Lanes(repeating: .infinity), draws[chain.cueDelay, group],
        where: (story.burnout != nil)
          ? draws[chain.cueLuck, group] .< draws[chain.cueAvailability, group]
          : LaneMask(repeating: false))
      let first = LaneMath.least(seen.detected, cue)
      block.set(
        .detected, group, to: first, where: reaches .& (first .< end), otherwise: .neverSeen)
      block.set(.firm, group, to: firm, where: isFirm, otherwise: .neverFirm)
      let hostile = identified(firm, chain)
      let isHostile = isFirm .& (hostile .< end)
      block.set(.identified, group, to: hostile, where: isHostile, otherwise: .neverIdentified)
      let near = LaneMath.greatest(firm, localised(chain))
      block.set(
        .localised, group, to: near, where: isFirm .& (near .< end), otherwise: .neverLocalised)
      let known = isHostile .& (near .< end)
      let order = LaneMath.greatest(hostile, near) + draws[chain.decision, group]
      let alerted = order + draws[chain.dissemination, group]
      var reason = SIMD4<UInt8>(repeating: Absence.neverLocalised.rawValue)
      reason.replace(
        with: Absence.neverIdentified.rawValue, where: SIMDMask(truncating: .!isHostile))
      reason.replace(with: Absence.neverFirm.rawValue, where: SIMDMask(truncating: .!isFirm))
      reason.replace(
        with: Absence.neverSeen.rawValue, where: SIMDMask(truncating: seen.risen .>= end))
      reason.replace(with: 0, where: SIMDMask(truncating: known))
      reason.replace(with: Absence.outOfReach.rawValue, where: SIMDMask(truncating: .!reaches))
      block.set(.alerted, group, to: alerted, absence: reason)
      shelter(engagement, at: alerted, known, world, draws, group, &block)
    }
  }

  private func outOfReach(_ group: Int, _ block: inout TimelineBlock) {
    for mark in [Mark.launched, .alerted, .ready, .arrived] {
      block.set(mark, group, to: .zero, where: LaneMask(repeating: false), otherwise: .outOfReach)
    }
  }

  private func alert(
    at time: Lanes?, reason: Absence, _ reaches: LaneMask, _ group: Int,
    _ block: inout TimelineBlock
  ) {
    var absence = SIMD4<UInt8>(repeating: time == nil ? reason.rawValue : 0)
    absence.replace(with: Absence.outOfReach.rawValue, where: SIMDMask(truncating: .!reaches))
    block.set(.alerted, group, to: time ?? .zero, absence: absence)
  }

  private func shelter(
    _ engagement: Engagement, at alerted: Lanes, _ known: LaneMask, _ world: World,
    _ draws: DrawBlock, _ group: Int, _ block: inout TimelineBlock
  ) {
    let person = world.people[engagement.person * draws.groups + group]
    block.set(
      .ready, group, to: alerted + person.after, where: known .& person.reached, otherwise: .noAlarm
    )
  }

  /// The earliest firm track of any radar; a radar is followed only until another's track is firm.
  @inline(__always)
  private func bestTrack<F: Flight>(
    _ story: Story<F>, _ engagement: Engagement, in world: World, draws: DrawBlock, _ group: Int
  ) -> Detection {
    let end = story.flight.flightTime
    var best = Detection(risen: end, detected: end, firm: end)
    for candidate in engagement.candidates {
      let state = world.radars[candidate.radar * draws.groups + group]
      guard any(state.works) else { continue }
      let view = RadarView(radar: state, track: story.track)
      guard story.flight.mayRise(view, before: best.firm) else { continue }
      let found = Detection(
        story.flight, view, crossSection: story.crossSection, rule: rules[candidate.radar],
        logFalseAlarm: radars[candidate.radar].kind.logFalseAlarm, before: best.firm)
      best.risen = LaneMath.pick(
        best.risen, LaneMath.least(best.risen, found.risen), where: state.works)
      best.detected = LaneMath.least(best.detected, found.detected)
      best.firm = LaneMath.least(best.firm, found.firm)
    }
    return best
  }
}
