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
    world.sightings.lend(
      launcher: world.launcherNumbers[engagement.launcher], table: launcher.kind.tableFigures,
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
    _ story: Story, _ four: Four, _ flight: F, _ reaches: LaneMask, burnout: Lanes?,
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
    loads[story.engagement.load].set(
      story.engagement.neighbours, story.launcher.toldAs, draws, group, into: &block)
    switch story.engagement.net {
    case .none: silence(reaches, group, &block)
    case .reported(let net):
      let lead = story.launcher.takeOff.lead.map { draws[$0, group] }
      let speed = four.track.length / flight.flightTime
      guard
        let alerted = nets[net].alert(
          story.launcher.toldAs, lead: lead, flight: (flight.flightTime, speed), draws, group)
      else {
        return silence(reaches, group, &block)
      }
      block.set(.alerted, group, to: alerted, where: reaches, otherwise: .outOfReach)
      let late = Lanes(repeating: Double(Slip.toldLate.rawValue))
      block.set(.slip, group, to: LaneMath.pick(.zero, late, where: alerted .> flight.flightTime))
      shelter(story, four, alerted: alerted, noticed: nil, reaches, &block)
    case .tracks(let index):
      track(
        story, four, flight, reaches, cued: burnout != nil, chains[index], &block)
    }
    clear(story, four, flight.flightTime, reaches, &block)
  }

  private func silence(_ reaches: LaneMask, _ group: Int, _ block: inout TimelineBlock) {
    var absence = SIMD4<UInt8>(repeating: Absence.noAlarm.rawValue)
    absence.replace(with: Absence.outOfReach.rawValue, where: SIMDMask(truncating: .!reaches))
    block.set(.alerted, group, to: .zero, absence: absence)
  }

  /// The all-clear of an alarm that was given.
  private func clear(
    _ story: Story, _ four: Four, _ arrived: Lanes, _ reaches: LaneMask,
    _ block: inout TimelineBlock
  ) {
    let (draws, group) = (story.draws, four.group)
    guard
      let cleared = loads[story.engagement.load].cleared(
        alerted: block.time(.alerted, group),
        lastArrival: arrived + story.launcher.salvo.length(draws, group), draws, group)
    else { return }
    let absence = block.absence(.alerted, group)
    var given = LaneMask(repeating: false)
    for lane in 0..<4 { given[lane] = absence[lane] == 0 }
    block.set(.cleared, group, to: cleared, where: reaches .& given, otherwise: .noAlarm)
  }

  func shelter(
    _ story: Story, _ four: Four, alerted: Lanes, noticed: Lanes?, _ known: LaneMask,
    _ block: inout TimelineBlock
  ) {
    let group = four.group
    let needs = story.world.people[story.engagement.person * story.draws.groups + group]
    for refuge in Person.Refuge.allCases {
      for (mark, need) in zip(refuge.marks, needs) {
        let safe = need.safe(in: refuge, alerted: alerted, noticed: noticed)
        block.set(mark, group, to: safe.time, where: known .& safe.ever, otherwise: .noAlarm)
      }
    }
  }

  /// The first meeting with any battery, and the chances of the battery that has most.
  func meet(
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
}
