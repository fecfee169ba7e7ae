package import Kernels
internal import Theatre

/// One radar looking at one track, four draws.
package struct RadarView {
  private let state: UnsafePointer<RadarState>
  private let limits: UnsafePointer<RadarGates>
  /// Of its skyline, where it has one.
  private let hills: UnsafePointer<Skyline.Hill>
  let track: GreatCircle
  let bearings: (along: Lanes, across: Lanes)

  /// - Precondition: the pointers outlive the view; views are made only inside the closure that lends them.
  init(
    _ state: UnsafePointer<RadarState>, _ limits: UnsafePointer<RadarGates>,
    _ hills: UnsafePointer<Skyline.Hill>, track: GreatCircle,
    bearings: (along: Lanes, across: Lanes)
  ) {
    (self.state, self.limits, self.hills, self.track) = (state, limits, hills, track)
    self.bearings = bearings
  }

  var radar: RadarState {
    @inline(__always) _read { yield state.pointee }
  }

  /// Range along the ground after `x` metres of track, m.
  @inline(__always)
  func range(after x: Lanes) -> Lanes {
    Radar.earthRadius * LaneMath.angle(versine: track.versine(bearings, after: x))
  }

  /// Height above the ground at which a mover is over the horizon after `x` metres, m.
  package func heightNeeded(after x: Lanes) -> Lanes {
    radar.bending.heightSeen(at: range(after: x), reach: radar.reach)
  }

  /// Whether a mover at a height is over the horizon after `x` metres.
  @inline(__always)
  package func sees(_ height: Lanes, after x: Lanes) -> LaneMask {
    radar.reach + radar.bending.horizon(height: height) .>= range(after: x)
  }

  /// A height to start a search with: over the horizon at the start of the track by k·R alone.
  @inline(__always)
  func firstGuess() -> Lanes {
    Radar.heightSeen(at: range(after: .zero), reach: radar.reach, k: radar.k)
  }

  /// One round towards `heightNeeded` from a height that is nearly it.
  @inline(__always)
  func heightNeeded(after x: Lanes, near height: Lanes) -> Lanes {
    let beyond = range(after: x) - radar.reach
    let h = LaneMath.greatest(height, Lanes(repeating: 1))
    let ratio = beyond / radar.bending.horizon(height: h)
    return LaneMath.pick(.zero, h * ratio * ratio, where: beyond .> 0)
  }

  /// Detection probability of a look at time `t`, the slant range squared, m², and
  /// whether the target is above the ceiling.
  ///
  /// - Parameter level: the angle within which a flight that is level by now is over the horizon, rad; nil for
  ///   one whose height changes.
  @inline(__always)
  func look(
    _ flight: some Flight, _ t: Lanes, level: Lanes?, _ sight: Sight, logFalseAlarm: Double
  ) -> (probability: Lanes, slant2: Lanes, above: LaneMask) {
    let (height, travelled) = flight.place(t)
    let versine = track.versine(bearings, after: travelled)
    let (a, b) = (Radar.earthRadius + height, Radar.earthRadius + radar.antenna)
    let rise = height - radar.antenna
    let slant2 = rise * rise + 2 * a * b * versine
    // over the horizon: the angle at the Earth's centre against both horizons' sum, by 1 − cos
    let q =
      level.map { $0 * 1.01 }
      ?? (radar.reach + radar.bending.horizon(height: height)) * (1.01 / Radar.earthRadius)
    let q2 = q * q
    let above: LaneMask = height .> radar.ceiling
    var open: LaneMask =
      (versine .<= q2 * (0.5 - q2 * (1.0 / 24))) .& .!above
      .& (slant2 .<= radar.instrumented * radar.instrumented) .& (t .< flight.flightTime)
    if limits.pointee.isUsed, any(open) {
      open .&= passes(flight, t, height, travelled, versine: versine, slant2: slant2)
    }
    var echo = sight.ahead
    if sight.hasSides, any(open) {
      let sine2 = 1 - track.aspect(bearings, after: travelled, versine: versine)
      echo += (sight.side - sight.ahead) * sine2
    }
    if limits.pointee.isLow, any(open .& (height .< limits.pointee.lowest)) {
      echo *= nearGround(height, versine, loss: level == nil ? nil : sight.groundLoss)
    }
    // Pfa^(1/(1 + S/R⁴)) with one division
    let fourth = slant2 * slant2
    let exponent = logFalseAlarm * fourth / (fourth + radar.strength * echo)
    return (LaneMath.pick(.zero, LaneMath.exp(exponent), where: open .& radar.works), slant2, above)
  }

  /// What reflection and clutter leave of the echo of a target at a height, by 1 − cos of its distance.
  @inline(__always)
  private func nearGround(_ height: Lanes, _ versine: Lanes, loss: Lanes?) -> Lanes {
    let d = LaneMath.greatest(
      Radar.earthRadius * LaneMath.angle(versine: versine), Lanes(repeating: 1))
    var left = Lanes(repeating: 1)
    if let ground = limits.pointee.ground {
      let slope = (height - radar.antenna) / d - d / (2 * ground.radius)
      if any(slope .< ground.steepest) { left = ground.echo(height, at: d, loss: loss) }
    }
    return LaneMath.pick(left, left / limits.pointee.noise, where: d .< radar.reach)
  }

  /// The gates that few radars have.
  private func passes(
    _ flight: some Flight, _ t: Lanes, _ height: Lanes, _ x: Lanes,
    versine: Lanes, slant2: Lanes
  ) -> LaneMask {
    var through = LaneMask(repeating: true)
    let slant = LaneMath.squareRoot(LaneMath.greatest(slant2, Lanes(repeating: 1)))
    if limits.pointee.hasElevation {
      // as the ray arrives, over the effective radius of the day
      let fallen = Radar.earthRadius + height
      let sine = (height - radar.antenna - fallen * versine / radar.k) / slant
      let inside: LaneMask =
        (sine .>= limits.pointee.elevation.lowest) .& (sine .<= limits.pointee.elevation.highest)
      through .&= (slant .>= limits.pointee.nearest)
      through .&= inside
    }
    if any(limits.pointee.slowest .> 0) {
      // range rate over half a second on either side
      let later = flight.place(t + 0.5)
      let v = track.versine(bearings, after: later.travelled)
      let rise = later.altitude - radar.antenna
      let a = Radar.earthRadius + later.altitude
      let next = rise * rise + 2 * a * (Radar.earthRadius + radar.antenna) * v
      let rate = 2 * (LaneMath.squareRoot(next) - slant)
      through .&= (LaneMath.greatest(rate, -rate) .>= limits.pointee.slowest)
    }
    let d = Radar.earthRadius * LaneMath.angle(versine: versine)
    let along = LaneMath.greatest(d, Lanes(repeating: 1))
    let slope = (height - radar.antenna) / along - along / (2 * Radar.earthRadius * radar.k)
    // well above every hill, its bearing does not matter
    let low: LaneMask = slope .< limits.pointee.highestHill
    guard limits.pointee.sector != nil || any(low) else { return through }
    let target = track.direction(after: x)
    let (east, north) = (target.dot(limits.pointee.east), target.dot(limits.pointee.north))
    if let sector = limits.pointee.sector { through .&= sector.holds(east: east, north: north) }
    if limits.pointee.hasSkyline {
      let clear = Skyline.clears(hills, east, north, slope: slope, range: d, where: low)
      through .&= clear
    }
    return through
  }
}

/// When a radar first sees, first detects and has a firm track; the flight's end where it never does.
package struct Detection: Sendable {
  package var risen: Lanes
  package var detected: Lanes
  package var firm: Lanes

  /// Never seen before the end.
  package init(never end: Lanes) { self.init(risen: end, detected: end, firm: end) }

  package init(risen: Lanes, detected: Lanes, firm: Lanes) {
    (self.risen, self.detected, self.firm) = (risen, detected, firm)
  }

  /// The earliest of each moment.
  mutating func take(_ other: Detection) {
    risen = LaneMath.least(risen, other.risen)
    detected = LaneMath.least(detected, other.detected)
    firm = LaneMath.least(firm, other.firm)
  }

  /// Follows the chain of looks from the first possible one until the track is firm in all lanes.
  ///
  /// The phase of the scan is averaged over by taking each look in the middle of its period and
  /// letting probability grow evenly through it: where Pd is constant, within 0.01 of 64 explicit
  /// phases (`RungTests.phaseAveraging`). One uniform, the radar's luck, is compared with the chain's
  /// distribution (`RungTests.aSureRadarIsFirmAfterTwoLooks`). `before` ends the search: another radar
  /// is firm then.
  ///
  /// - Parameter start: the first moment at which a look may detect; the flight's end where none may.
  static func follow(
    _ flight: some Flight, _ view: RadarView, from start: Lanes, _ sight: Sight,
    rule: TrackInitiation, logFalseAlarm: Double, before limit: Lanes
  ) -> Sightings.Followed {
    let end = flight.flightTime
    let risen = LaneMath.pick(end, start, where: view.radar.works)
    var (detected, firm) = (end, end)
    var chain = rule
    var unseen = Lanes(repeating: 1)
    var firmBefore = Lanes.zero
    var t = start
    let stop = LaneMath.least(end, limit)
    let scan = view.radar.scan
    var steps = 0
    let level = flight.isLevel(from: start) ? sight.horizon : nil
    let working = view.radar.works .& (start .< end)
    while steps < 4_000 {
      let open = working .& (t .< stop) .& (firmBefore .< view.radar.luck)
      guard any(open) else { break }
      steps += 1
      let (p, slant2, above) = view.look(
        flight, t + 0.5 * scan, level: level, sight, logFalseAlarm: logFalseAlarm)
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
    let unsettled: LaneMask = working .& (t .< end) .& (firmBefore .< view.radar.luck)
    return Sightings.Followed(
      detection: Detection(
        risen: risen, detected: LaneMath.least(detected, end), firm: LaneMath.least(firm, end)),
      settled: .!unsettled, before: limit)
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
