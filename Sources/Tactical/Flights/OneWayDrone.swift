internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A slow one-way drone (Geran-2 class): a steady air speed at one height above the ground.
struct OneWayDroneKind {
  static let fields = FieldTable(
    "one-way-drone", "a slow propeller or jet drone that does not return",
    [
      Field("range", Length.self, "greatest distance it flies", in: 1_000...10_000_000),
      Field("air_speed", Speed.self, "speed through the air", in: 10...400),
      Field(
        "altitude", Length.self, "height above the ground, the other side's choice",
        kind: .adversary, in: 10...15_000),
      Field(
        "radar_cross_section", Area.self, "radar cross-section", kind: .chance, in: 1e-4...100),
    ])

  let range: Input<Length>
  let airSpeed: Input<Speed>
  let altitude: Input<Length>
  let crossSection: Input<Area>

  init(_ declare: inout Declarations, system: String) {
    range = declare.catalogue(system, "range")
    airSpeed = declare.catalogue(system, "air_speed")
    altitude = declare.catalogue(system, "altitude")
    crossSection = declare.catalogue(system, "radar_cross_section")
  }

  /// - Parameter wind: along and across the track, m/s.
  func flight(
    _ distance: Lanes, wind: (along: Lanes, across: Lanes), _ draws: DrawBlock, _ group: Int
  ) -> DroneFlight {
    let air = draws[airSpeed, group]
    let drift = LaneMath.least(wind.across * wind.across, 0.9 * air * air)
    let ground = LaneMath.squareRoot(air * air - drift) + wind.along
    let speed = LaneMath.greatest(ground, 0.1 * air)
    return DroneFlight(
      speed: speed, height: draws[altitude, group], flightTime: distance / speed)
  }
}

/// A level, straight flight.
struct DroneFlight: Flight {
  /// Over the ground, m/s.
  let speed: Lanes
  /// Above the ground, m.
  let height: Lanes
  let flightTime: Lanes

  func altitude(_ t: Lanes) -> Lanes { height }

  func travelled(_ t: Lanes) -> Lanes { speed * t }

  func risen(_ view: RadarView) -> Lanes {
    let reach = view.reach + Radar.horizon(height: height, k: view.k)
    let (entry, exit) = view.track.passage(view.bearings, within: reach / Radar.earthRadius)
    let first = LaneMath.greatest(entry, .zero) / speed
    let seen = (exit .> 0) .& (entry .<= exit) .& (first .< flightTime)
    return LaneMath.pick(flightTime, first, where: seen)
  }

  func below(_ ceiling: Lanes, from t: Lanes) -> Lanes { t }

  func mayRise(_ view: RadarView, before limit: Lanes) -> Bool { true }

  /// As many as carry it over a twenty-fifth of the slant range.
  func looksTogether(slant2: Lanes, scan: Lanes) -> Int {
    let looks = 0.04 * LaneMath.squareRoot(slant2) / (speed * scan)
    return max(1, min(64, Int(looks.min())))
  }
}
