internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A quasi-ballistic missile (9M723 class): published figures, a kinematic profile.
struct QuasiBallisticKind {
  static let fields = FieldTable(
    "quasi-ballistic", "a missile on a lifting trajectory below the exosphere",
    [
      Field("range", Length.self, "greatest distance it reaches", in: 1_000...6_000_000),
      Field(
        "minimum_range", Length.self, "least distance it is fired over", in: 0...1_000_000),
      Field(
        "mean_speed", Speed.self, "mean speed over the ground on a shot of 285 km",
        in: 100...5_000),
      Field("apogee", Length.self, "highest altitude", in: 5_000...500_000),
      Field(
        "peak_speed", Speed.self,
        "highest speed; not used for the flight but held against it", in: 100...8_000),
      Field("terminal_speed", Speed.self, "speed at the end", in: 50...5_000),
      Field("boost_time", TimeSpan.self, "duration of the boost", in: 5...120),
      Field(
        "lift_loading", LiftLoading.self, "lift per dynamic pressure and mass", in: 1e-5...1e-1),
      Field(
        "lateral_limit", Acceleration.self, "greatest lateral acceleration", in: 1...500),
      Field(
        "radar_cross_section", Area.self, "radar cross-section", kind: .chance, in: 1e-4...100),
    ])

  let range: Input<Length>
  let minimumRange: Input<Length>
  let meanSpeed: Input<Speed>
  let apogee: Input<Length>
  let peakSpeed: Input<Speed>
  let terminalSpeed: Input<Speed>
  let boost: Input<TimeSpan>
  let lift: Input<LiftLoading>
  let lateralLimit: Input<Acceleration>
  let crossSection: Input<Area>

  init(_ declare: inout Declarations, system: String) {
    range = declare.catalogue(system, "range")
    minimumRange = declare.catalogue(system, "minimum_range")
    meanSpeed = declare.catalogue(system, "mean_speed")
    apogee = declare.catalogue(system, "apogee")
    peakSpeed = declare.catalogue(system, "peak_speed")
    terminalSpeed = declare.catalogue(system, "terminal_speed")
    boost = declare.catalogue(system, "boost_time")
    lift = declare.catalogue(system, "lift_loading")
    lateralLimit = declare.catalogue(system, "lateral_limit")
    crossSection = declare.catalogue(system, "radar_cross_section")
  }

  func flight(_ distance: Lanes, _ draws: DrawBlock, _ group: Int) -> QuasiBallistic {
    QuasiBallistic(
      distance: distance,
      figures: QuasiBallistic.Figures(
        meanSpeed: draws[meanSpeed, group], apogee: draws[apogee, group],
        terminalSpeed: draws[terminalSpeed, group], boost: draws[boost, group],
        lift: draws[lift, group]))
  }

  /// First time from `earliest` on at which all the missile can still reach fits a region.
  ///
  /// Nine nodes between burnout and the end, linear between them; the region's size falls
  /// towards the end. Error below 2 s (`TacticalTests.localisationNodes`).
  func localised(
    _ flight: QuasiBallistic, within size: Lanes, _ draws: DrawBlock, _ group: Int
  ) -> Lanes {
    let limit = draws[lateralLimit, group]
    let step = (flight.flightTime - flight.boost) / 8
    var time = flight.boost
    var found = flight.flightTime
    var open = LaneMask(repeating: true)
    var before = flight.reach(from: time, limit: limit)
    let atOnce = before .<= size
    found.replace(with: time, where: atOnce)
    open = open .& .!atOnce
    for _ in 1...8 where any(open) {
      let next = time + step
      let reach = flight.reach(from: next, limit: limit)
      let fits = open .& (reach .<= size)
      let share = (before - size) / LaneMath.greatest(before - reach, Lanes(repeating: 1e-6))
      found.replace(with: time + share * step, where: fits)
      open = open .& .!fits
      (time, before) = (next, reach)
    }
    return found
  }
}

extension QuasiBallistic: Flight {
  /// Three rounds of: how high must it be at its present range, when is it there. Each round
  /// shrinks the error about tenfold.
  func risen(_ view: RadarView) -> Lanes {
    var t = Lanes.zero
    var needed = Lanes.zero
    for _ in 0..<4 {
      needed = view.heightNeeded(after: travelled(t))
      t = rises(above: needed)
    }
    return LaneMath.pick(flightTime, t, where: altitude(t) .>= needed * 0.99)
  }

  func looksTogether(slant: Lanes, scan: Lanes) -> Int { 1 }
}
