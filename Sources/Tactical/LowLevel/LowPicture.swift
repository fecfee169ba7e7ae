package import Geodesy
internal import Kernels
internal import Quantities
package import Theatre
package import Timelines

/// Where the sensors of a posture light a low flight, over a plane. Kept in memory only.
package struct LowPicture: Sendable {
  /// Sub-samples in which a point is lit, a bit each.
  package var lit: [UInt8]
  /// Seconds of light for a firm track, by point: the longest and the shortest of what lights it.
  package var slowest, quickest: [Float]

  init(count: Int) {
    lit = [UInt8](repeating: 0, count: count)
    slowest = [Float](repeating: 0, count: count)
    quickest = [Float](repeating: .infinity, count: count)
  }

  mutating func light(_ cell: Int, _ bits: UInt8, _ time: ClosedRange<Float>) {
    lit[cell] |= bits
    slowest[cell] = max(slowest[cell], time.upperBound)
    quickest[cell] = min(quickest[cell], time.lowerBound)
  }

  /// Seconds of light that a firm track needs, infinite in the dark.
  ///
  /// - Parameter darkest: lit is only what all sub-samples light, and the slowest sensor counts;
  ///   otherwise what any of them lights, and the quickest.
  package func tau(darkest: Bool) -> [Float] {
    lit.indices.map {
      if darkest { return lit[$0] == 0xff ? slowest[$0] : .infinity }
      return lit[$0] != 0 ? quickest[$0] : .infinity
    }
  }
}

/// Floors of a sensor over terrain at both ends of what is drawn of it.
package struct FloorPair: Sendable {
  /// From the lowest antenna in the least refraction, and the highest in the most.
  package let dark, bright: SensorFloor

  package init(dark: SensorFloor, bright: SensorFloor) { (self.dark, self.bright) = (dark, bright) }
}

/// A sensor that a low flight must be seen by, and where its antenna may be.
package struct LowSensor: Sendable {
  package let site: String
  package let position: Position
  /// Heights of the antenna above the sea, and above the ground around, m, and effective-radius factors, over
  /// the draws.
  package let eyes, heights, factors: ClosedRange<Double>
  /// Farthest that any draw processes, m.
  package let reach: Double
  /// Middle of its sector, clockwise from north, and half its width, rad; nil looks all round.
  let sector: (middle: Double, half: Double)?

  /// Whether it looks towards a point, metres to the east and north of it.
  package func looks(towards offset: SIMD2<Double>) -> Bool {
    guard let sector else { return true }
    let (sine, cosine) = sineAndCosine(sector.middle)
    let length = (offset * offset).sum().squareRoot()
    return offset.x * sine + offset.y * cosine >= sineAndCosine(sector.half).cosine * length
  }
}

extension TacticalRung {
  /// A look must detect at least every second target for a place to count as lit.
  static let leastDetection = 0.5

  /// Radars of some countries that look for a class, with the heights of their antennas.
  package func lowSensors(
    of countries: Set<String>, for threat: String?, environment: Environment,
    under draws: DrawBlock
  ) -> [LowSensor] {
    radars.filter { looks($0, countries, for: threat) }.map { radar in
      let states = (0..<draws.groups).map { radar.state(draws, $0, weather: draws[weather, $0]) }
      let ground =
        environment.terrain?.stand(at: radar.site.position, precision: radar.site.precision)?
        .ground ?? 0
      let post = environment.terrain?.footing(at: radar.site.position)?.height ?? 0
      func values(_ body: (RadarState) -> Lanes) -> ClosedRange<Double> {
        let all = states.flatMap { state in (0..<4).map { body(state)[$0] } }
        return all.min()!...all.max()!
      }
      var position = radar.site.position
      let heights = values(\.antenna)
      var eyes = heights
      switch radar.kind.mount {
      case .orbit:
        let middle = states[0].direction
        position = Position(direction: SIMD3(middle.x[0], middle.y[0], middle.z[0]))
      case .mast(let mast, _):
        // `antenna` counts from the ground around; over terrain it counts from the cell's mean
        let masts = (0..<draws.groups).flatMap { group in
          (0..<4).map { radar.mast(mast, draws, group)[$0] }
        }
        let least = max(ground, post) + masts.min()!
        eyes =
          max(
            eyes.lowerBound - radar.rise + ground, least)...max(
            eyes.upperBound - radar.rise + ground, least)
      }
      return LowSensor(
        site: radar.site.id, position: position, eyes: eyes, heights: heights, factors: values(\.k),
        reach: min(radar.kind.gate, 450_000), sector: sector(radar, draws))
    }
  }

  /// In the middle of its draws.
  private func sector(
    _ radar: RadarSite, _ draws: DrawBlock
  ) -> (middle: Double, half: Double)? {
    guard let width = radar.kind.sector, let facing = radar.site.facing else { return nil }
    let widths = (0..<draws.groups).flatMap { group in (0..<4).map { draws[width, group][$0] } }
    let middle = (widths.min()! + widths.max()!) / 2
    return (facing.radians, min(middle / 2, .pi))
  }

  private func looks(_ radar: RadarSite, _ countries: Set<String>, for threat: String?) -> Bool {
    countries.contains(radar.site.country)
      && threat.map { radar.kind.processes?.contains($0) ?? true } ?? true
  }

  /// What the sensors of some countries light of a system at one height.
  ///
  /// - Parameters:
  ///   - height: above the ground, m.
  ///   - floors: over terrain, by site; a radar without them sees over a smooth Earth.
  ///   - notional: gap-fillers of a net that is not public; none where it is left out.
  package func picture(
    of threat: LowThreat, at height: Double, over plane: StudyPlane, countries: Set<String>,
    floors: [String: FloorPair], notional: [Position], under draws: DrawBlock
  ) -> LowPicture {
    var picture = LowPicture(count: plane.count)
    let targets = plane.positions.map { GreatCircle.Direction($0.direction) }
    for radar in radars where looks(radar, countries, for: threat.name) {
      light(
        &picture, radar, threat, height, targets, floors[radar.site.id], draws)
    }
    for watcher in watchers
    where countries.contains(watcher.area.site.country)
      && watcher.area.processes?.contains(threat.name) ?? true
    {
      light(&picture, watcher, threat, height, targets, draws)
    }
    UndisclosedNet.light(&picture, from: notional, height: height, targets)
    return picture
  }

  private func light(
    _ picture: inout LowPicture, _ radar: RadarSite, _ threat: LowThreat, _ height: Double,
    _ targets: [GreatCircle.Direction], _ floors: FloorPair?, _ draws: DrawBlock
  ) {
    let least = radar.kind.logFalseAlarm / naturalLogarithm(TacticalRung.leastDetection) - 1
    let looks = Double(radar.kind.rule.needed - 1)
    let h = Lanes(repeating: height)
    for group in 0..<draws.groups {
      let state = radar.state(draws, group, weather: draws[weather, group])
      let gates = radar.gates(state, draws, group)
      let seen = threat.crossSection.seen(by: radar.kind.band, draws, group)
      // over terrain the floor says what is in sight, and the ground is no plane that reflects
      var reach = LaneMath.least(
        state.reach(
          to: height, floors == nil ? gates : RadarGates(),
          echo: state.strength * seen.ahead / least), state.instrumented)
      let horizon = state.reach + state.bending.horizon(height: h)
      if floors == nil { reach = LaneMath.least(reach, horizon) }
      let far = reach.max()
      let width = max(state.reach.max() - state.reach.min(), 1)
      let share = (state.reach - state.reach.min()) / width
      let scans = state.scan * looks
      let times = Float(scans.min())...Float(scans.max())
      // nearer than the farthest that any lane sees, held against the cosine with a hair to spare
      let cosine = Lanes(repeating: sineAndCosine(min(far / Radar.earthRadius, .pi)).cosine - 1e-9)
      for (cell, target) in targets.enumerated() {
        let towards = state.direction.dot(target)
        guard any(towards .>= cosine) else { continue }
        let d = Radar.earthRadius * LaneMath.angle(versine: 1 - towards)
        guard d.min() <= far else { continue }
        var seen: LaneMask = (d .<= reach) .& (d .>= gates.nearest) .& (h .<= state.ceiling)
        guard any(seen) else { continue }
        if let floors {
          let (dark, bright) = (
            Double(floors.dark.floors[cell]), Double(floors.bright.floors[cell])
          )
          guard bright < .infinity, !bright.isNaN, !dark.isNaN else { continue }
          let floor = dark < .infinity ? dark + share * (bright - dark) : Lanes(repeating: bright)
          seen .&= h .>= floor
        }
        if gates.isUsed {
          // as the ray arrives over the effective radius of the day
          let along = LaneMath.greatest(d, Lanes(repeating: 1))
          let slope = (h - state.antenna) / along - along / (2 * Radar.earthRadius * state.k)
          seen .&= (slope .>= gates.elevation.lowest) .& (slope .<= gates.elevation.highest)
          if let sector = gates.sector {
            seen .&= sector.holds(east: target.dot(gates.east), north: target.dot(gates.north))
          }
        }
        let bits = TacticalRung.bits(seen, group)
        if bits != 0 { picture.light(cell, bits, times) }
      }
    }
  }

  private func light(
    _ picture: inout LowPicture, _ watcher: any Watcher, _ threat: LowThreat, _ height: Double,
    _ targets: [GreatCircle.Direction], _ draws: DrawBlock
  ) {
    for group in 0..<draws.groups {
      let noticed = watcher.notices(
        height: height, speed: threat.speeds.lowerBound, draws, group)
      guard any(noticed.draws) else { continue }
      let times = Float(noticed.delay.min())...Float(noticed.delay.max())
      for (cell, target) in targets.enumerated() {
        let d = Radar.earthRadius * LaneMath.angle(versine: 1 - watcher.area.middle.dot(target))
        let bits = TacticalRung.bits(noticed.draws .& (d .<= noticed.radius), group)
        if bits != 0 { picture.light(cell, bits, times) }
      }
    }
  }

  /// One bit a sub-sample: eight of them, two groups.
  private static func bits(_ mask: LaneMask, _ group: Int) -> UInt8 {
    var result: UInt8 = 0
    for lane in 0..<4 where mask[lane] { result |= 1 << UInt8(4 * (group & 1) + lane) }
    return result
  }
}
