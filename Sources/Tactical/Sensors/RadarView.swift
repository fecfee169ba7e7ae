internal import Kernels

/// One radar looking at one track, four draws.
struct RadarView {
  let radar: RadarState
  let track: GreatCircle
  let bearings: (along: Lanes, across: Lanes)

  init(radar: RadarState, track: GreatCircle) {
    (self.radar, self.track) = (radar, track)
    bearings = track.bearings(of: radar.direction)
  }

  var k: Lanes { radar.k }
  var reach: Lanes { radar.reach }

  /// Height above the ground at which a mover is over the horizon after `x` metres, m.
  @inline(__always)
  func heightNeeded(after x: Lanes) -> Lanes {
    let range = Radar.earthRadius * LaneMath.angle(versine: track.versine(bearings, after: x))
    return Radar.heightSeen(at: range, reach: radar.reach, k: radar.k)
  }

  /// Detection probability of a look at time `t`, the slant range squared, m², and
  /// whether the target is above the ceiling.
  @inline(__always)
  func look(
    _ flight: some Flight, _ t: Lanes, crossSection: Lanes, logFalseAlarm: Double
  ) -> (probability: Lanes, slant2: Lanes, above: LaneMask) {
    let versine = track.versine(bearings, after: flight.travelled(t))
    let height = flight.altitude(t)
    let (a, b) = (Radar.earthRadius + height, Radar.earthRadius + radar.antenna)
    let rise = height - radar.antenna
    let slant2 = rise * rise + 2 * a * b * versine
    // over the horizon: the angle at the Earth's centre against both horizons' sum, by 1 − cos
    let q = (radar.reach + Radar.horizon(height: height, k: radar.k)) * (1.01 / Radar.earthRadius)
    let q2 = q * q
    let above: LaneMask = height .> radar.ceiling
    let open: LaneMask =
      (versine .<= q2 * (0.5 - q2 * (1.0 / 24))) .& .!above
      .& (slant2 .<= radar.instrumented * radar.instrumented) .& (t .< flight.flightTime)
    // Pfa^(1/(1 + S/R⁴)) with one division
    let fourth = slant2 * slant2
    let exponent = logFalseAlarm * fourth / (fourth + radar.strength * crossSection)
    return (LaneMath.pick(.zero, LaneMath.exp(exponent), where: open .& radar.works), slant2, above)
  }
}

/// When a radar first sees, first detects and has a firm track; the flight's end where it never does.
struct Detection {
  var risen: Lanes
  var detected: Lanes
  var firm: Lanes

  init(risen: Lanes, detected: Lanes, firm: Lanes) {
    (self.risen, self.detected, self.firm) = (risen, detected, firm)
  }

  /// Follows the chain of looks from the first possible one until the track is firm in all lanes.
  ///
  /// The phase of the scan is averaged over by taking each look in the middle of its period and
  /// letting probability grow evenly through it: where Pd is constant, within 0.01 of 64 explicit
  /// phases (`RungTests.phaseAveraging`). One uniform, the radar's luck, is compared with the chain's
  /// distribution (`RungTests.aSureRadarIsFirmAfterTwoLooks`). `before` ends the search: another radar
  /// is firm then.
  init(
    _ flight: some Flight, _ view: RadarView, crossSection: Lanes,
    rule: TrackInitiation, logFalseAlarm: Double, before limit: Lanes
  ) {
    let end = flight.flightTime
    let start = flight.risen(view)
    risen = start
    (detected, firm) = (end, end)
    var chain = rule
    var unseen = Lanes(repeating: 1)
    var firmBefore = Lanes.zero
    var t = start
    let stop = LaneMath.least(end, limit)
    let scan = view.radar.scan
    var steps = 0
    let working = view.radar.works .& (start .< end)
    while steps < 4_000 {
      let open = working .& (t .< stop) .& (firmBefore .< view.radar.luck)
      guard any(open) else { break }
      steps += 1
      let (p, slant2, above) = view.look(
        flight, t + 0.5 * scan, crossSection: crossSection, logFalseAlarm: logFalseAlarm)
      let looks = flight.looksTogether(slant2: slant2, scan: scan)
      let span = Double(looks) * scan
      var missed = 1 - p
      var firmNow: Lanes
      if looks < 4 {
        for _ in 0..<looks { chain.look(p) }
        firmNow = chain.firm
        for _ in 1..<looks { missed *= 1 - p }
      } else {
        let hazard = chain.steadyHazard(p)
        missed = Detection.power(1 - p, looks)
        firmNow = 1 - (1 - firmBefore) * Detection.power(1 - hazard, looks)
        chain.continueFrom(firm: firmNow)
      }
      let unseenNow = unseen * missed
      Detection.cross(
        &detected, luck: view.radar.luck, from: 1 - unseen, to: 1 - unseenNow, t, span)
      Detection.cross(&firm, luck: view.radar.luck, from: firmBefore, to: firmNow, t, span)
      (unseen, firmBefore) = (unseenNow, firmNow)
      t += span
      if any(above) {
        // nothing is processed above the ceiling: go on where it comes down
        let down = flight.below(view.radar.ceiling, from: t)
        chain.forget(where: down .> t)
        t = down
      }
    }
    firm = LaneMath.least(firm, end)
    detected = LaneMath.least(detected, end)
  }

  /// Where a distribution function passes the uniform within a step.
  private static func cross(
    _ time: inout Lanes, luck: Lanes, from low: Lanes, to high: Lanes, _ t: Lanes, _ span: Lanes
  ) {
    let passes = (low .< luck) .& (high .>= luck)
    let share = (luck - low) / LaneMath.greatest(high - low, Lanes(repeating: 1e-300))
    time.replace(with: t + share * span, where: passes)
  }

  private static func power(_ base: Lanes, _ exponent: Int) -> Lanes {
    var (result, square, left) = (Lanes(repeating: 1), base, exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }
}
