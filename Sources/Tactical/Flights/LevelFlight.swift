internal import Kernels

/// A straight flight at one height above the ground, reached by a steady climb.
struct LevelFlight: Flight {
  /// Over the ground, m/s.
  let speed: Lanes
  /// Above the ground, m.
  let height: Lanes
  /// m/s; `released` for what is released at its height.
  let climb: Lanes
  let distance: Lanes
  let flightTime: Lanes
  /// A climb that stands for none: released at its height.
  static let released = 1e9

  init(speed: Lanes, height: Lanes, climb: Lanes, distance: Lanes) {
    (self.speed, self.height, self.climb, self.distance) = (speed, height, climb, distance)
    flightTime = distance / speed
  }

  /// Speed over the ground of an air speed in a wind along and across the track, m/s; never below a
  /// tenth of the air speed.
  static func groundSpeed(_ air: Lanes, wind: (along: Lanes, across: Lanes)) -> Lanes {
    let drift = LaneMath.least(wind.across * wind.across, 0.9 * air * air)
    let ground = LaneMath.squareRoot(air * air - drift) + wind.along
    return LaneMath.greatest(ground, 0.1 * air)
  }

  func place(_ t: Lanes) -> (altitude: Lanes, travelled: Lanes) {
    (
      LaneMath.pick(
        LaneMath.least(height, climb * t), height, where: climb .>= LevelFlight.released),
      speed * t
    )
  }

  /// Where the track enters the circle of its height, or later, where it has climbed enough.
  func risen(_ view: RadarView) -> Lanes {
    let reach = view.radar.reach + view.radar.bending.horizon(height: height)
    let (entry, exit) = view.track.passage(view.bearings, within: reach / Radar.earthRadius)
    var first = LaneMath.greatest(entry, .zero) / speed
    let climbing: LaneMask = first * climb .< height
    if any(climbing) {
      let up = LaneMath.least(view.heightNeeded(after: speed * first) / climb, height / climb)
      first = LaneMath.pick(first, LaneMath.greatest(first, up), where: climbing)
    }
    let seen = (exit .> 0) .& (entry .<= exit) .& (first .< flightTime)
    return LaneMath.pick(flightTime, first, where: seen)
  }

  /// Within the signal and over the horizon of its height; while it climbs it is seen later.
  func earliestLook(_ view: RadarView, _ sight: Sight) -> Lanes {
    earliest(view, within: LaneMath.least(sight.signal, sight.horizon))
  }

  func firstLook(_ view: RadarView, _ sight: Sight, from earliest: Lanes) -> Lanes {
    guard any((earliest * climb .< height) .& (earliest .< flightTime)) else { return earliest }
    return LaneMath.greatest(risen(view), self.earliest(view, within: sight.signal))
  }

  func isLevel(from t: Lanes) -> Bool {
    all((climb * t .>= height) .| (climb .>= LevelFlight.released))
  }

  /// As many as carry it over a twelfth of the slant range.
  func looksTogether(slant2: Lanes, scan: Lanes) -> Int {
    let looks = 0.08 * LaneMath.squareRoot(slant2) / (speed * scan)
    return max(1, min(64, Int(looks.min())))
  }

  func earliest(at x: Lanes) -> Lanes { x / speed }

  func confined(to region: Lanes) -> Lanes {
    LaneMath.greatest(distance - region, .zero) / speed
  }

  func heard(at x: Lanes) -> (speed: Lanes, time: Lanes)? { (speed, x / speed) }
}
