internal import Kernels
internal import Scenarios
internal import Theatre
internal import Timelines

/// How a country comes to an order: by which way, and what it waits for.
extension TacticalRung {
  /// The order that comes soonest, and when what it rests on was known, s after launch; +∞ where there is none.
  struct Orders {
    private(set) var known = Lanes(repeating: .infinity)
    private(set) var given = Lanes(repeating: .infinity)

    /// Another way, with what its decision takes.
    mutating func take(_ known: Lanes, decision: Lanes) {
      let order = known + decision
      let sooner: LaneMask = order .< given
      given.replace(with: order, where: sooner)
      self.known.replace(with: known, where: sooner)
    }
  }

  /// Detection, identification, the alert.
  @inline(__always)
  func track<F: Flight>(
    _ story: Story, _ four: Four, _ flight: F, _ reaches: LaneMask, cued: Bool,
    _ chain: AlertChain, _ block: inout TimelineBlock
  ) {
    let (draws, group, end) = (story.draws, four.group, flight.flightTime)
    let seen = bestTrack(story, four, flight, chain)
    let cue = cued ? self.cue(chain, draws, group) : Lanes(repeating: .infinity)
    // whoever tells by another way saw it all the same
    var sighted = seen
    if chain.tellsObserversApart { sighted.take(observed(story, four, flight, chain)) }
    let first = LaneMath.least(sighted.detected, cue)
    block.set(
      .risen, group, to: sighted.risen, where: reaches .& (sighted.risen .< end),
      otherwise: .neverSeen)
    block.set(.detected, group, to: first, where: reaches .& (first .< end), otherwise: .neverSeen)
    let path = path(story, four, flight, seen, cue: cue, chain)
    path.set(reaches, end, group, &block)
    var orders = orders(story, four, flight, cue: cue, chain)
    orders.take(
      path.known(before: end), decision: chain.decision(story.launcher.toldAs, draws, group))
    let alerted = orders.given + draws[chain.dissemination, group]
    // what is known after the arrival, or never, leads to no order
    let known: LaneMask = reaches .& (orders.known .< end)
    let given: LaneMask = known .& (alerted .< AlertChain.never)
    block.set(.known, group, to: orders.known, where: known, otherwise: .neverLocalised)
    block.set(.ordered, group, to: orders.given, where: given, otherwise: .noAlarm)
    block.set(
      .alerted, group, to: LaneMath.pick(.zero, alerted, where: given),
      absence: path.absence(sighted, end, reaches, known: known, given: given))
    let slip = slip(
      first: LaneMath.least(first, orders.known), orders, alerted, end,
      draws[chain.dissemination, group])
    block.set(.slip, group, to: LaneMath.pick(.zero, slip, where: given))
    let noticed = notice(
      story, four, cue: cue, sighted.detected, end, reaches, chain, &block)
    shelter(
      story, four, alerted: LaneMath.pick(.zero, alerted, where: given), noticed: noticed, given,
      &block)
    meet(story, four, flight, path.firm, reaches .& path.isFirm, &block)
  }

  private func cue(_ chain: AlertChain, _ draws: DrawBlock, _ group: Int) -> Lanes {
    LaneMath.pick(
      Lanes(repeating: .infinity), draws[chain.cueDelay, group],
      where: draws[chain.cueLuck, group] .< draws[chain.cueAvailability, group])
  }

  /// Why an alert comes after the arrival: link by link from the last, which of them alone would have been enough.
  private func slip(
    first: Lanes, _ orders: Orders, _ alerted: Lanes, _ end: Lanes, _ channel: Lanes
  ) -> Lanes {
    let order = orders.given - orders.known
    var slip = Lanes(repeating: Double(Slip.several.rawValue))
    func take(_ reason: Slip, where enough: LaneMask) {
      slip.replace(with: Double(reason.rawValue), where: enough)
    }
    take(.seenLate, where: alerted - first .< end)
    take(.notLocalised, where: first + order + channel .< end)
    take(.orderLate, where: orders.known + channel .< end)
    take(.channelLate, where: orders.given .< end)
    take(.none, where: alerted .<= end)
    return slip
  }

  /// The early notice of a two-stage alert; +∞ beyond the arrival where there is none, nil where the country gives none.
  private func notice(
    _ story: Story, _ four: Four, cue: Lanes, _ detected: Lanes, _ end: Lanes,
    _ reaches: LaneMask, _ chain: AlertChain, _ block: inout TimelineBlock
  ) -> Lanes? {
    guard let delay = chain.notice else { return nil }
    let (draws, group) = (story.draws, four.group)
    let report = takeOffReport(story, four, chain)
    // what never comes up to a sensor gives no sign; sums with infinity stay what they are
    let sign = LaneMath.least(
      LaneMath.least(cue, report),
      LaneMath.pick(
        Lanes(repeating: .infinity), detected + draws[chain.latency, group],
        where: detected .< end))
    let notice = sign + draws[delay, group]
    let given: LaneMask = reaches .& (notice .< end)
    block.set(
      .noticed, group, to: LaneMath.pick(.zero, notice, where: given), where: given,
      otherwise: .noAlarm)
    return LaneMath.pick(end + 1e6, notice, where: given)
  }

  private func takeOffReport(_ story: Story, _ four: Four, _ chain: AlertChain) -> Lanes {
    story.launcher.takeOff.lead.map {
      chain.takeOffReport(story.draws[$0, four.group], story.draws, four.group)
    } ?? Lanes(repeating: .infinity)
  }

  /// Orders without any radar's track: by a cue, a take-off, signs of preparation, a neighbour's alert, and by observers
  /// where they report another way than radars.
  private func orders(
    _ story: Story, _ four: Four, _ flight: some Flight, cue: Lanes, _ chain: AlertChain
  ) -> Orders {
    let (draws, group, toldAs) = (story.draws, four.group, story.launcher.toldAs)
    var orders = Orders()
    func take(_ way: AlertWay, _ known: () -> Lanes) {
      guard chain.suffices(way, for: toldAs) else { return }
      orders.take(known(), decision: chain.decision(by: way, toldAs, draws, group))
    }
    take(.cue) { cue }
    take(.takeOff) { takeOffReport(story, four, chain) }
    take(.preparation) { chain.preparationSeen(draws, group) }
    if let crossing = crossing(story, four, flight) {
      take(.neighbour) { chain.neighbourTells(crossing, draws, group) }
    }
    if chain.tellsObserversApart {
      take(.observers) {
        path(story, four, flight, observed(story, four, flight, chain), cue: cue, chain)
          .known(before: flight.flightTime)
      }
    }
    return orders
  }

  /// What listeners and watchers tell, where they suffice against the class.
  func observed(
    _ story: Story, _ four: Four, _ flight: some Flight, _ chain: AlertChain
  ) -> Detection {
    guard chain.suffices(.observers, for: story.launcher.toldAs) else {
      return Detection(never: flight.flightTime)
    }
    return watched(story, four, flight, by: .observers)
  }

  /// The soonest report of all watchers of one way.
  func watched(
    _ story: Story, _ four: Four, _ flight: some Flight, by way: AlertWay
  ) -> Detection {
    var best = Detection(never: flight.flightTime)
    for case .watcher(let index) in story.engagement.candidates where watchers[index].way == way {
      best.take(
        watchers[index].watch(
          flight, four.track, story.draws, four.group))
    }
    return best
  }

  /// When it comes from a neighbour into the country, s after launch; nil where it does not.
  private func crossing(_ story: Story, _ four: Four, _ flight: some Flight) -> Lanes? {
    story.engagement.handover.flatMap { inside in
      flight.heard(at: LaneMath.greatest(four.track.length - inside, .zero))?.time
    }
  }

  /// What a firm track comes to: firm in the net's picture, known as hostile, and where to.
  struct TrackPath {
    let firm, hostile, near: Lanes
    let isFirm, isHostile: LaneMask

    /// When all three are known; +∞ where they are not before the end.
    func known(before end: Lanes) -> Lanes {
      LaneMath.pick(
        Lanes(repeating: .infinity), LaneMath.greatest(hostile, near),
        where: isHostile .& (near .< end))
    }

    func set(_ reaches: LaneMask, _ end: Lanes, _ group: Int, _ block: inout TimelineBlock) {
      block.set(.firm, group, to: firm, where: reaches .& isFirm, otherwise: .neverFirm)
      block.set(
        .identified, group, to: hostile, where: reaches .& isHostile, otherwise: .neverIdentified)
      block.set(
        .localised, group, to: near, where: reaches .& isFirm .& (near .< end),
        otherwise: .neverLocalised)
    }

    /// Why there is no alert, lane by lane; 0 where there is one.
    func absence(
      _ seen: Detection, _ end: Lanes, _ reaches: LaneMask, known: LaneMask, given: LaneMask
    ) -> SIMD4<UInt8> {
      var reason = SIMD4<UInt8>(repeating: Absence.neverLocalised.rawValue)
      reason.replace(
        with: Absence.neverIdentified.rawValue, where: SIMDMask(truncating: .!isHostile))
      reason.replace(with: Absence.neverFirm.rawValue, where: SIMDMask(truncating: .!isFirm))
      reason.replace(
        with: Absence.neverSeen.rawValue, where: SIMDMask(truncating: seen.risen .>= end))
      reason.replace(with: Absence.noAlarm.rawValue, where: SIMDMask(truncating: known))
      reason.replace(with: 0, where: SIMDMask(truncating: given))
      reason.replace(with: Absence.outOfReach.rawValue, where: SIMDMask(truncating: .!reaches))
      return reason
    }
  }

  private func path(
    _ story: Story, _ four: Four, _ flight: some Flight, _ seen: Detection, cue: Lanes,
    _ chain: AlertChain
  ) -> TrackPath {
    let (draws, group, end) = (story.draws, four.group, flight.flightTime)
    let firm = seen.firm + draws[chain.latency, group]
    let isFirm: LaneMask = firm .< end
    let hostile = identified(story, four, flight, firm, cue: cue, chain)
    let near = LaneMath.greatest(firm, flight.confined(to: draws[chain.region, group]))
    return TrackPath(
      firm: firm, hostile: hostile, near: near, isFirm: isFirm,
      isHostile: isFirm .& (hostile .< end))
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
    if story.engagement.rules == .war { return firm + draws[chain.behaviourDelay, group] }
    guard let inside = story.engagement.inside else { return Lanes(repeating: .infinity) }
    let line = chain.line.map { draws[$0, group] } ?? .zero
    let outside = LaneMath.greatest(four.track.length - inside - line, .zero)
    return LaneMath.greatest(firm, flight.heard(at: outside)?.time ?? .zero)
  }
}
