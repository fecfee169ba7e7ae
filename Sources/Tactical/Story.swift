internal import Kernels
internal import Scenarios
internal import Theatre
internal import Timelines

/// One exposure in one block of draws.
struct Story {
  let engagement: Engagement
  let launcher: Launcher
  let world: TacticalRung.World
  let draws: DrawBlock

  /// Lends what radars are known to see of its flight in four draws.
  func lendSeen(_ group: Int, _ body: (inout Sightings.Seen) -> Void) {
    var shot: BallisticKind.Shot?
    if case .ballistic(let kind) = launcher.kind { shot = kind.shot }
    world.sightings.lend(
      launcher: world.launcherNumbers[engagement.launcher], shot: shot,
      place: engagement.exposure.placeID, group: group, of: draws.groups, body)
  }
}

/// The four draws at hand, and their tracks.
struct Four {
  let group: Int
  let track: GreatCircle
}

extension TacticalRung {
  /// From launch to shelter, the same for every class of threat.
  @inline(__always)
  func tell<F: Flight>(
    _ story: Story, _ four: Four, _ flight: F, _ reaches: LaneMask, crossSection: Lanes,
    burnout: Lanes?,
    into block: inout TimelineBlock
  ) {
    let (draws, group) = (story.draws, four.group)
    block.set(.launched, group, to: .zero, where: reaches, otherwise: .outOfReach)
    block.set(.arrived, group, to: flight.flightTime, where: reaches, otherwise: .outOfReach)
    if let burnout {
      block.set(.burnout, group, to: burnout, where: reaches, otherwise: .outOfReach)
    }
    if let lead = story.launcher.takeOff.lead {
      block.set(.tookOff, group, to: -draws[lead, group], where: reaches, otherwise: .outOfReach)
    }
    alarm(story, four, flight.flightTime, reaches, &block)
    switch story.engagement.net {
    case .none: silence(reaches, group, &block)
    case .reported(let net):
      let lead = story.launcher.takeOff.lead.map { draws[$0, group] }
      let speed = four.track.length / flight.flightTime
      guard
        let alerted = nets[net].alert(
          story.launcher.toldAs, lead: lead, flight: (flight.flightTime, speed), draws, group)
      else {
        silence(reaches, group, &block)
        return
      }
      block.set(.alerted, group, to: alerted, where: reaches, otherwise: .outOfReach)
      shelter(story, four, alerted: alerted, noticed: nil, reaches, &block)
    case .tracks(let index):
      track(
        story, four, flight, reaches, crossSection: crossSection, cued: burnout != nil,
        chains[index],
        &block)
    }
  }

  private func silence(_ reaches: LaneMask, _ group: Int, _ block: inout TimelineBlock) {
    var absence = SIMD4<UInt8>(repeating: Absence.noAlarm.rawValue)
    absence.replace(with: Absence.outOfReach.rawValue, where: SIMDMask(truncating: .!reaches))
    block.set(.alerted, group, to: .zero, absence: absence)
  }

  /// The all-clear, and how often the place hears alarms.
  private func alarm(
    _ story: Story, _ four: Four, _ arrived: Lanes, _ reaches: LaneMask,
    _ block: inout TimelineBlock
  ) {
    let (draws, group) = (story.draws, four.group)
    let load = loads[story.engagement.load]
    guard let allClear = load.allClear else { return }
    let cleared = arrived + story.launcher.salvo.length(draws, group) + draws[allClear, group]
    block.set(.cleared, group, to: cleared, where: reaches, otherwise: .outOfReach)
    guard let alarms = load.alarms(story.engagement.neighbours, draws, group) else { return }
    block.set(.alarms, group, to: alarms.all)
    block.set(.alarmsInVain, group, to: alarms.vain)
  }

  /// Detection, identification, the alert.
  @inline(__always)
  private func track<F: Flight>(
    _ story: Story, _ four: Four, _ flight: F, _ reaches: LaneMask, crossSection: Lanes, cued: Bool,
    _ chain: AlertChain, _ block: inout TimelineBlock
  ) {
    let (draws, group, end) = (story.draws, four.group, flight.flightTime)
    let never = Lanes(repeating: .infinity)
    let seen = bestTrack(story, four, flight, crossSection: crossSection, chain)
    let firm = seen.firm + draws[chain.latency, group]
    let isFirm = reaches .& (seen.firm .< end)
    let cue =
      cued
      ? LaneMath.pick(
        never, draws[chain.cueDelay, group],
        where: draws[chain.cueLuck, group] .< draws[chain.cueAvailability, group]) : never
    let first = LaneMath.least(seen.detected, cue)
    block.set(
      .risen, group, to: seen.risen, where: reaches .& (seen.risen .< end), otherwise: .neverSeen)
    block.set(.detected, group, to: first, where: reaches .& (first .< end), otherwise: .neverSeen)
    block.set(.firm, group, to: firm, where: isFirm, otherwise: .neverFirm)
    let hostile = identified(story, four, flight, firm, cue: cue, chain)
    let isHostile = isFirm .& (hostile .< end)
    block.set(.identified, group, to: hostile, where: isHostile, otherwise: .neverIdentified)
    let near = LaneMath.greatest(firm, flight.confined(to: draws[chain.region, group]))
    block.set(
      .localised, group, to: near, where: isFirm .& (near .< end), otherwise: .neverLocalised)
    let known = isHostile .& (near .< end)
    let ways = orders(story, four, cue: cue, chain)
    let byTrack = LaneMath.pick(never, LaneMath.greatest(hostile, near), where: known)
    let toldAs = story.launcher.toldAs
    let acted = LaneMath.least(byTrack, ways)
    let alerted =
      acted + chain.decision(toldAs, draws, group) + draws[chain.dissemination, group]
    let given: LaneMask = reaches .& (acted .< end) .& (alerted .< AlertChain.never)
    var reason = SIMD4<UInt8>(repeating: Absence.neverLocalised.rawValue)
    reason.replace(
      with: Absence.neverIdentified.rawValue, where: SIMDMask(truncating: .!isHostile))
    reason.replace(with: Absence.neverFirm.rawValue, where: SIMDMask(truncating: .!isFirm))
    reason.replace(
      with: Absence.neverSeen.rawValue, where: SIMDMask(truncating: seen.risen .>= end))
    reason.replace(with: Absence.noAlarm.rawValue, where: SIMDMask(truncating: acted .< end))
    reason.replace(with: 0, where: SIMDMask(truncating: given))
    reason.replace(with: Absence.outOfReach.rawValue, where: SIMDMask(truncating: .!reaches))
    block.set(.alerted, group, to: LaneMath.pick(.zero, alerted, where: given), absence: reason)
    var noticed: Lanes?
    if let delay = chain.notice {
      let report = takeOffReport(story, four, chain)
      // what never comes up to a sensor gives no sign; sums with infinity stay what they are
      let sign = LaneMath.least(
        LaneMath.least(cue, report),
        LaneMath.pick(
          never, seen.detected + draws[chain.latency, group], where: seen.detected .< end))
      let notice = sign + draws[delay, group]
      let given: LaneMask = reaches .& (notice .< end)
      block.set(
        .noticed, group, to: LaneMath.pick(.zero, notice, where: given), where: given,
        otherwise: .noAlarm)
      noticed = LaneMath.pick(end + 1e6, notice, where: given)
    }
    shelter(
      story, four, alerted: LaneMath.pick(.zero, alerted, where: given), noticed: noticed, given,
      &block)
    meet(story, four, flight, firm, isFirm, &block)
  }

  private func takeOffReport(_ story: Story, _ four: Four, _ chain: AlertChain) -> Lanes {
    story.launcher.takeOff.lead.map {
      chain.takeOffReport(story.draws[$0, four.group], story.draws, four.group)
    } ?? Lanes(repeating: .infinity)
  }

  /// When what suffices without any track is known: a cue, a take-off, signs of preparation; +∞ where none is.
  private func orders(_ story: Story, _ four: Four, cue: Lanes, _ chain: AlertChain) -> Lanes {
    let toldAs = story.launcher.toldAs
    var first = Lanes(repeating: .infinity)
    if chain.suffices(.cue, for: toldAs) { first = LaneMath.least(first, cue) }
    if chain.suffices(.takeOff, for: toldAs) {
      first = LaneMath.least(first, takeOffReport(story, four, chain))
    }
    if chain.suffices(.preparation, for: toldAs) {
      first = LaneMath.least(first, chain.preparationSeen(story.draws, four.group))
    }
    return first
  }

  /// When a firm track counts as hostile: by its profile or a launch cue, by the border or a line
  /// before it, or by behaviour under war rules.
  private func identified(
    _ story: Story, _ four: Four, _ flight: some Flight, _ firm: Lanes, cue: Lanes,
    _ chain: AlertChain
  ) -> Lanes {
    let (draws, group) = (story.draws, four.group)
    if story.launcher.isBallistic {
      return LaneMath.least(
        firm + draws[chain.profileDelay, group], LaneMath.greatest(firm, cue))
    }
    if story.engagement.atWar { return firm + draws[chain.behaviourDelay, group] }
    guard let inside = story.engagement.inside else { return Lanes(repeating: .infinity) }
    let line = chain.line.map { draws[$0, group] } ?? .zero
    let outside = LaneMath.greatest(four.track.length - inside - line, .zero)
    return LaneMath.greatest(firm, flight.heard(at: outside)?.time ?? .zero)
  }

  private func shelter(
    _ story: Story, _ four: Four, alerted: Lanes, noticed: Lanes?, _ known: LaneMask,
    _ block: inout TimelineBlock
  ) {
    let group = four.group
    let person = story.world.people[story.engagement.person * story.draws.groups + group]
    for (mark, need) in [(Mark.ready, person.day), (.readyAtNight, person.night)] {
      block.set(
        mark, group, to: need.sheltered(alerted: alerted, noticed: noticed),
        where: known .& need.reached, otherwise: .noAlarm)
    }
  }

  /// The first meeting with any battery, and the chances of the battery that has most.
  private func meet(
    _ story: Story, _ four: Four, _ flight: some Flight, _ firm: Lanes, _ isFirm: LaneMask,
    _ block: inout TimelineBlock
  ) {
    guard !story.engagement.batteries.isEmpty, any(isFirm) else { return }
    let end = flight.flightTime
    var (first, most) = (end, Lanes.zero)
    for index in story.engagement.batteries {
      let found = batteries[index].meetings(
        flight, four.track, firm: LaneMath.least(firm, end),
        ballistic: story.launcher.isBallistic, story.draws, four.group)
      first = LaneMath.least(first, found.first)
      most = LaneMath.greatest(most, found.count)
    }
    let met: LaneMask = isFirm .& (first .< end)
    block.set(.engaged, four.group, to: first, where: met, otherwise: .neverFirm)
    block.set(.opportunities, four.group, to: LaneMath.pick(.zero, most, where: met))
  }

  /// The earliest firm track of any sensor. Radars are followed in the order in which they may begin to see, each
  /// only until another's track is firm; who comes too late for that is not followed at all.
  @inline(__always)
  private func bestTrack<F: Flight>(
    _ story: Story, _ four: Four, _ flight: F, crossSection: Lanes, _ chain: AlertChain
  ) -> Detection {
    let end = flight.flightTime
    var best = Detection(risen: end, detected: end, firm: end)
    for case .observers(let index) in story.engagement.candidates
    where chain.suffices(.observers, for: story.launcher.toldAs) {
      best.take(observers[index].report(flight, four.track, story.draws, four.group))
    }
    guard chain.suffices(.track, for: story.launcher.toldAs) else { return best }
    story.lendSeen(four.group) { seen in
      story.world.withStates { states in
        for (radar, chance) in chances(story, four, flight, states, &seen) {
          let own = seen.chances[chance]
          let view = states.view(radar, four, own.bearings)
          guard any((own.earliest .< best.firm) .& view.radar.works),
            flight.mayRise(view, before: best.firm)
          else { continue }
          if let known = own.followed, known.holds(before: best.firm) {
            best.take(known.detection)
            continue
          }
          let sight = story.world.sights.sight(
            launcher: story.engagement.launcher, radar: radar, group: four.group)
          let followed = Detection.follow(
            flight, view, from: flight.firstLook(view, sight, from: own.earliest), sight,
            crossSection: crossSection, rule: rules[radar],
            logFalseAlarm: logFalseAlarms[radar], before: best.firm)
          seen.remember(followed, of: chance)
          best.take(followed.detection)
        }
      }
    }
    return best
  }

  /// Radars that may see a flight with what is known of it, by the moment from which on they may.
  @inline(__always)
  private func chances<F: Flight>(
    _ story: Story, _ four: Four, _ flight: F, _ states: RadarStates, _ seen: inout Sightings.Seen
  ) -> [(radar: Int, chance: Int)] {
    let (launcher, sights) = (story.engagement.launcher, story.world.sights)
    var found: [(radar: Int, chance: Int)] = []
    found.reserveCapacity(story.engagement.candidates.count)
    for case .radar(let index) in story.engagement.candidates {
      let chance = seen.chance(of: story.world.radarNumbers[index]) {
        guard
          let bearings = sights.bearings(
            of: four.track, launcher: launcher, radar: index, group: four.group,
            where: states.works(index, four))
        else { return nil }
        let sight = sights.sight(launcher: launcher, radar: index, group: four.group)
        let earliest = flight.earliestLook(states.view(index, four, bearings), sight)
        guard any(earliest .< flight.flightTime) else { return nil }
        return Sightings.Chance(bearings: bearings, earliest: earliest, first: earliest.min())
      }
      if let chance { found.append((index, chance)) }
    }
    found.sort {
      (seen.chances[$0.chance].first, $0.radar) < (seen.chances[$1.chance].first, $1.radar)
    }
    return found
  }
}

/// The radars of a block of draws, read in place: a state is half a kilobyte, and copying it cost an eighth of a
/// briefing.
struct RadarStates {
  private let states: UnsafeBufferPointer<RadarState>
  private let gates: UnsafeBufferPointer<RadarGates>
  private let hills: UnsafeBufferPointer<Skyline.Hill>
  private let groups: Int

  init(
    _ states: UnsafeBufferPointer<RadarState>, _ gates: UnsafeBufferPointer<RadarGates>,
    _ hills: UnsafeBufferPointer<Skyline.Hill>, groups: Int
  ) {
    (self.states, self.gates, self.hills, self.groups) = (states, gates, hills, groups)
  }

  @inline(__always)
  func works(_ radar: Int, _ four: Four) -> LaneMask { states[radar * groups + four.group].works }

  @inline(__always)
  func view(
    _ radar: Int, _ four: Four, _ bearings: (along: Lanes, across: Lanes)
  ) -> RadarView {
    let slot = radar * groups + four.group
    return RadarView(
      states.baseAddress! + slot, gates.baseAddress! + slot,
      hills.baseAddress! + radar * Skyline.bearings, track: four.track, bearings: bearings)
  }
}

extension TacticalRung.World {
  /// Lends the radars; what is made of them must not leave the closure.
  @inline(__always)
  func withStates(_ body: (RadarStates) -> Void) {
    radars.withUnsafeBufferPointer { states in
      gates.withUnsafeBufferPointer { gates in
        hills.withUnsafeBufferPointer { hills in
          body(RadarStates(states, gates, hills, groups: wind.count))
        }
      }
    }
  }
}
