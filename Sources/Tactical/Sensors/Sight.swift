internal import Kernels
internal import Timelines

/// How far a radar may see what a launcher sends, whatever the place: worked out once for all places.
package struct Sight {
  /// Angle at the Earth's centre within which a look detects with a chance of one in a thousand or more (two
  /// of three looks: one in 300 000), from ln Pd = ln Pfa/(1 + S σ/R⁴), held against the range along the
  /// ground and the instrumented range, rad.
  let signal: Lanes
  /// No radar of a scenario sees farther, m: the series of `nearest` holds for half a radian.
  private static let farthest = Lanes(repeating: 3e6)
  /// Angle within which a level flight at its height is over the horizon, rad; 4 for other flights.
  let horizon: Lanes
  /// What the ground takes of such a flight at the horizon (`GroundReflection.horizonLoss`); nil for others.
  let groundLoss: Lanes?
  /// Radar cross-section from ahead and from abeam, m².
  let ahead, side: Lanes
  /// Whether they differ.
  let hasSides: Bool

  init(
    _ radar: RadarState, _ ground: GroundReflection?, logFalseAlarm: Double,
    crossSection seen: (ahead: Lanes, side: Lanes), height: Lanes?
  ) {
    (ahead, side, hasSides) = (seen.ahead, seen.side, seen.ahead != seen.side)
    let crossSection = LaneMath.greatest(seen.ahead, seen.side)
    let least = max(logFalseAlarm / -6.91 - 1, 1e-3)
    let fourth = radar.strength * crossSection / least
    let reach = LaneMath.squareRoot(LaneMath.squareRoot(fourth))
    let radius = LaneMath.least(LaneMath.least(reach, radar.instrumented), Sight.farthest)
    signal = radius / Radar.earthRadius
    horizon =
      height.map { (radar.reach + radar.bending.horizon(height: $0)) / Radar.earthRadius }
      ?? Lanes(repeating: 4)
    groundLoss = height.flatMap { ground?.horizonLoss($0) }
  }

  /// The squared cosine of the nearer of both angles, a hair below: a great circle whose point nearest to the
  /// radar has a smaller one never comes within it. Series as in `GreatCircle.passage`, for angles below 0.5.
  var nearest: Lanes {
    let angle = LaneMath.least(signal, horizon)
    let q = angle * angle
    let cosine = 1 - q * (0.5 - q * (1.0 / 24 - q * (1.0 / 720)))
    return cosine * cosine - 1e-12
  }
}

/// The sights of every launcher by every radar in one block of draws.
struct Sights {
  /// Launcher by launcher, group by group: one a radar.
  private let all: [Sight]
  private let nearest: [Lanes]
  /// Group by group: one a radar.
  private let directions: [GreatCircle.Direction]
  private let groups, radars: Int

  /// - Parameters:
  ///   - states: radar by radar, one a group.
  ///   - gates: beside each of them.
  init(
    _ launchers: [Launcher], _ radars: [RadarSite], _ states: [RadarState], _ gates: [RadarGates],
    _ draws: DrawBlock
  ) {
    let groups = draws.groups
    (self.groups, self.radars) = (groups, radars.count)
    directions = (0..<groups).flatMap { group in
      radars.indices.map { states[$0 * groups + group].direction }
    }
    all = launchers.flatMap { launcher in
      (0..<groups).flatMap { group in
        let seen = Band.allCases.map { launcher.kind.crossSection.seen(by: $0, draws, group) }
        let height = launcher.kind.levelHeight(draws, group)
        return radars.indices.map { radar in
          Sight(
            states[radar * groups + group], gates[radar * groups + group].ground,
            logFalseAlarm: radars[radar].kind.logFalseAlarm,
            crossSection: seen[radars[radar].kind.band.rawValue], height: height)
        }
      }
    }
    nearest = all.map(\.nearest)
  }

  @inline(__always)
  func sight(launcher: Int, radar: Int, group: Int) -> Sight {
    all[(launcher * groups + group) * radars + radar]
  }

  /// The radar's constants of a track where the track may come within its sight in a lane of the mask; nil
  /// where it does not.
  @inline(__always)
  func bearings(
    of track: GreatCircle, launcher: Int, radar: Int, group: Int, where mask: LaneMask
  ) -> (along: Lanes, across: Lanes)? {
    let (a, b) = track.bearings(of: directions[group * radars + radar])
    let comes: LaneMask =
      (a * a + b * b .>= nearest[(launcher * groups + group) * radars + radar]) .& mask
    return any(comes) ? (a, b) : nil
  }
}
