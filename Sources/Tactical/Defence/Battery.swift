internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Air defence as an envelope: what it could meet, never what it would hit.
struct BatteryKind {
  static let fields = FieldTable(
    "air-defence", "a surface-to-air missile system",
    sign: KindSign("air-defence sites", "10", "130102", "S"),
    [
      Field(
        "engagement_range", Length.self, "greatest slant range against what flies in the air",
        in: 500...5_000_000),
      Field(
        "ballistic_range", Length.self,
        "greatest slant range against ballistic missiles; without it there is no chance against them",
        required: false, in: 500...5_000_000),
      Field("altitude_min", Length.self, "lowest meeting", in: 0...500_000),
      Field("altitude_max", Length.self, "highest meeting", in: 100...2_000_000),
      Field(
        "reaction", TimeSpan.self, "from a firm track to the launch", in: 0...3_600),
      Field(
        "interceptor_speed", Speed.self, "mean speed of the interceptor", in: 100...10_000),
      Field(
        "look_time", TimeSpan.self, "from a meeting to the next launch", required: false,
        in: 0...600),
      Field(
        "sector", Angle.self, "width of its radar's sector, around its site's facing",
        required: false, in: 0.01...6.2832),
      Field(
        "antenna", Length.self,
        "height of its own radar's antenna above the ground; 4 to 24 m where nobody says",
        required: false, in: 0...100),
    ], orders: [("altitude_min", "altitude_max")])

  let range: Input<Length>
  let ballisticRange: Input<Length>?
  let altitude: (least: Input<Length>, greatest: Input<Length>)
  let reaction: Input<TimeSpan>
  let speed: Input<Speed>
  let look: Input<TimeSpan>?
  let sector: Input<Angle>?
  /// Height of its own radar's antenna above the ground: what low flyers hide from.
  let antenna: Input<Length>
  /// Farthest that any draw reaches against what flies in the air, and against ballistic missiles, m.
  private let farthest: (air: Double, ballistic: Double)

  /// Greatest slant range against what flies in the air, m.
  static func engagementRange(
    _ declare: inout Declarations, system: String
  ) -> Input<Length> {
    declare.catalogue(system, "engagement_range")
  }

  /// On its vehicle at the low end, on a mast at the high one; no source says how often.
  private static let assumedAntenna = Distribution.pert(low: 4, likely: 8, high: 24, outer: false)

  func farthest(ballistic: Bool) -> Double { ballistic ? farthest.ballistic : farthest.air }

  init(_ declare: inout Declarations, system: String) {
    range = BatteryKind.engagementRange(&declare, system: system)
    ballisticRange = declare.optional(system, "ballistic_range")
    altitude = (
      declare.catalogue(system, "altitude_min"), declare.catalogue(system, "altitude_max")
    )
    reaction = declare.catalogue(system, "reaction")
    speed = declare.catalogue(system, "interceptor_speed")
    look = declare.optional(system, "look_time")
    sector = declare.optional(system, "sector")
    antenna =
      declare.optional(system, "antenna")
      ?? declare.own(
        Address("catalogue", system, "antenna"), Law(.knowledge, BatteryKind.assumedAntenna))
    farthest = (
      declare.range(of: system, "engagement_range").upperBound,
      declare.law(of: system, "ballistic_range")?.range.upperBound ?? 0
    )
  }
}

/// One battery of a posture that protects somebody.
struct Battery {
  let site: Theatre.Site
  let kind: BatteryKind

  /// Chances to meet a flight: shoot, look, shoot again.
  ///
  /// Meetings are sought on 24 steps of the time within its range; the first in which an
  /// interceptor that was launched `reaction` after the firm track can be there, inside the envelope,
  /// over the horizon of the battery's own radar. The next may be launched `look_time` later.
  ///
  /// - Returns: the first meeting, s, the flight's end where there is none; and their number, at most 8.
  func meetings(
    _ flight: some Flight, _ track: GreatCircle, firm: Lanes, ballistic: Bool, _ draws: DrawBlock,
    _ group: Int
  ) -> (first: Lanes, count: Lanes) {
    let end = flight.flightTime
    guard let reach = ballistic ? kind.ballisticRange : kind.range else { return (end, .zero) }
    let state = (
      range: draws[reach, group], speed: draws[kind.speed, group],
      low: draws[kind.altitude.least, group], high: draws[kind.altitude.greatest, group],
      look: kind.look.map { draws[$0, group] } ?? Lanes(repeating: 5)
    )
    let middle = GreatCircle.Direction(site.position.direction)
    let bearings = track.bearings(of: middle)
    let (entry, exit) = track.passage(bearings, within: state.range / Radar.earthRadius)
    let passes: LaneMask = (exit .> 0) .& (entry .<= exit) .& (entry .< flight.distance)
    guard any(passes) else { return (end, .zero) }
    var launch = firm + draws[kind.reaction, group]
    var (first, count) = (end, Lanes.zero)
    let from = LaneMath.greatest(flight.earliest(at: LaneMath.greatest(entry, .zero)), firm)
    let last = LaneMath.least(LaneMath.greatest(exit, .zero), flight.distance)
    let to = LaneMath.least(end, flight.heard(at: last)?.time ?? end)
    let step = LaneMath.greatest(to - from, .zero) / 24
    guard any(passes .& (from .< to)) else { return (end, .zero) }
    let own = Radar.horizon(height: draws[kind.antenna, group], k: Lanes(repeating: 4.0 / 3))
    for i in 1..<24 {
      let t = from + Double(i) * step
      // nothing that was launched flies yet, or all chances are counted
      let flies: LaneMask = passes .& (t .> launch) .& (t .< end) .& (count .< 8)
      guard any(flies) else { continue }
      let (height, x) = flight.place(t)
      let versine = track.versine(bearings, after: x)
      let a = Radar.earthRadius + height
      let slant2 = height * height + 2 * a * Radar.earthRadius * versine
      let flown = state.speed * LaneMath.greatest(t - launch, .zero)
      let inside: LaneMask =
        (slant2 .<= state.range * state.range) .& (height .>= state.low)
        .& (height .<= state.high) .& (slant2 .<= flown * flown) .& flies
      guard any(inside) else { continue }
      let horizon = Radar.horizon(height: height, k: Lanes(repeating: 4.0 / 3)) + own
      let ground = Radar.earthRadius * LaneMath.angle(versine: versine)
      let could: LaneMask = inside .& (ground .<= horizon)
      guard any(could) else { continue }
      let meets: LaneMask = could .& isFaced(track, after: x, draws, group)
      first.replace(with: t, where: meets .& (count .== 0))
      count.replace(with: count + 1, where: meets)
      launch.replace(with: t + state.look, where: meets)
    }
    return (first, count)
  }

  /// Whether a target lies in the sector its radar looks at; everywhere where no facing is given.
  private func isFaced(
    _ track: GreatCircle, after x: Lanes, _ draws: DrawBlock, _ group: Int
  ) -> LaneMask {
    guard let sector = Sector(kind.sector, around: site.facing, draws, group) else {
      return LaneMask(repeating: true)
    }
    let axes = site.position.axes
    let target = track.direction(after: x)
    return sector.holds(
      east: target.dot(GreatCircle.Direction(axes.east)),
      north: target.dot(GreatCircle.Direction(axes.north)))
  }
}
