internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A quasi-ballistic missile (9M723 class): published figures, a kinematic profile.
struct QuasiBallisticKind: ThreatKind {
  static let fields = FieldTable(
    "quasi-ballistic", "a missile on a lifting trajectory below the exosphere",
    sign: KindSign("quasi-ballistic missiles", "10", "130700", "M"),
    [
      Field("range", Length.self, "greatest distance it reaches", in: 1_000...6_000_000),
      Field(
        "minimum_range", Length.self, "least distance it is fired over", in: 0...1_000_000),
      Field(
        "mean_speed", Speed.self, "mean speed over the ground on a shot of the reference distance",
        in: 100...5_000),
      Field(
        "reference_distance", Length.self,
        "what the mean speed is for; 285 km, Kaliningrad to Warsaw, where nobody says",
        required: false, in: 20_000...6_000_000),
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
      TakeOff.field,
    ] + CrossSection.fields + SalvoKind.fields,
    orders: [("minimum_range", "range"), ("terminal_speed", "peak_speed")])

  static let practice = PracticeRule("quasi-ballistic", .afterLaunch, speed: 1_000...1_600)
  static let isBallistic = true
  static let heldAgainst: Set = ["peak_speed"]
  let ceiling = 120_000.0

  let range: Input<Length>
  let minimumRange: Input<Length>
  let meanSpeed: Input<Speed>
  let reference: Input<Length>?
  let apogee: Input<Length>
  let peakSpeed: Input<Speed>
  let terminalSpeed: Input<Speed>
  let boost: Input<TimeSpan>
  let lift: Input<LiftLoading>
  let lateralLimit: Input<Acceleration>
  /// Below a half the apogee yields where it does not fit the mean speed, above it the mean speed: which of two figures is
  /// wrong, nobody knows.
  private let yields: Input<Ratio>
  let crossSection: CrossSection

  init(_ declare: inout Declarations, system: String) {
    range = declare.catalogue(system, "range")
    minimumRange = declare.catalogue(system, "minimum_range")
    meanSpeed = declare.catalogue(system, "mean_speed")
    reference = declare.optional(system, "reference_distance")
    apogee = declare.catalogue(system, "apogee")
    peakSpeed = declare.catalogue(system, "peak_speed")
    terminalSpeed = declare.catalogue(system, "terminal_speed")
    boost = declare.catalogue(system, "boost_time")
    lift = declare.catalogue(system, "lift_loading")
    lateralLimit = declare.catalogue(system, "lateral_limit")
    yields = declare.own(
      Address("catalogue", system, "yields"), Law(.knowledge, .uniform(low: 0, high: 1)))
    crossSection = CrossSection(&declare, system: system)
  }

  func reach(_ draws: DrawBlock, _ group: Int) -> (least: Lanes, greatest: Lanes) {
    (draws[minimumRange, group], draws[range, group])
  }

  func fly(_ leg: Leg, into block: inout TimelineBlock) {
    let profile = flight(leg.length, leg.draws, leg.group)
    leg.tell(
      LiftingFlight(profile: profile, limit: leg(lateralLimit)), burnout: profile.boost,
      into: &block)
  }

  /// - Parameter yielding: whether figures that do not fit are drawn as alternatives; else the apogee yields in every draw.
  func flight(
    _ distance: Lanes, _ draws: DrawBlock, _ group: Int, yielding: Bool = true
  ) -> QuasiBallistic {
    QuasiBallistic(
      distance: distance,
      figures: QuasiBallistic.Figures(
        meanSpeed: draws[meanSpeed, group],
        reference: reference.map { draws[$0, group] }
          ?? Lanes(repeating: QuasiBallistic.reference), apogee: draws[apogee, group],
        terminalSpeed: draws[terminalSpeed, group], boost: draws[boost, group],
        lift: draws[lift, group]), keepsApogee: draws[yields, group] .>= (yielding ? 0.5 : 2))
  }
}

/// A quasi-ballistic flight with what limits its manoeuvres.
struct LiftingFlight: Flight {
  let profile: QuasiBallistic
  /// Greatest lateral acceleration, m/s².
  let limit: Lanes

  var flightTime: Lanes { profile.flightTime }
  var distance: Lanes { profile.distance }

  @inline(__always)
  func place(_ t: Lanes) -> (altitude: Lanes, travelled: Lanes) {
    (profile.altitude(t), profile.travelled(t))
  }

  /// Four rounds of: how high must it be at its present range, when is it there. Each round
  /// shrinks the error about tenfold.
  func risen(_ view: RadarView) -> Lanes {
    var needed = view.firstGuess()
    var t = profile.rises(above: needed)
    for _ in 0..<4 {
      needed = view.heightNeeded(after: profile.travelled(t), near: needed)
      t = profile.rises(above: needed)
    }
    return LaneMath.pick(flightTime, t, where: profile.altitude(t) .>= needed * 0.99)
  }

  /// On the climb, a radar that cannot see it at `limit` has not seen it before: its needed height
  /// changes a tenth as fast as the missile climbs.
  func mayRise(_ view: RadarView, before limit: Lanes) -> Bool {
    let seen = view.sees(profile.altitude(limit) * (1 / 0.9), after: profile.travelled(limit))
    return any(seen .| (limit .> profile.top))
  }

  func below(_ ceiling: Lanes, from t: Lanes) -> Lanes {
    LaneMath.pick(
      t, LaneMath.greatest(profile.falls(below: ceiling), t),
      where: profile.altitude(t) .> ceiling)
  }

  /// At the speed between boost and dive all along, which is never exceeded.
  func earliest(at x: Lanes) -> Lanes { x / profile.speed }

  func confined(to region: Lanes) -> Lanes { profile.confined(to: region, limit: limit) }
}
