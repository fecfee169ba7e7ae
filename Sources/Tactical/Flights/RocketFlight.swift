internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Rocket artillery: tens of seconds over tens of kilometres.
struct RocketKind {
  static let fields = FieldTable(
    "rocket-artillery", "unguided or corrected rockets of short range",
    [
      Field("range", Length.self, "greatest distance it reaches", in: 1_000...500_000),
      Field("minimum_range", Length.self, "least distance it is fired over", in: 0...100_000),
      Field("mean_speed", Speed.self, "mean speed over the ground", in: 50...3_000),
      Field(
        "radar_cross_section", Area.self, "radar cross-section", kind: .chance, in: 1e-4...100),
    ] + SalvoKind.fields, orders: [("minimum_range", "range")])

  let range: Input<Length>
  let minimumRange: Input<Length>
  let meanSpeed: Input<Speed>
  let crossSection: Input<Area>

  init(_ declare: inout Declarations, system: String) {
    range = declare.catalogue(system, "range")
    minimumRange = declare.catalogue(system, "minimum_range")
    meanSpeed = declare.catalogue(system, "mean_speed")
    crossSection = declare.catalogue(system, "radar_cross_section")
  }

  func flight(_ distance: Lanes, _ draws: DrawBlock, _ group: Int) -> RocketFlight {
    RocketFlight(distance: distance, flightTime: distance / draws[meanSpeed, group])
  }
}

/// A free arc over flat ground that lasts as long as the published mean speed says.
///
///     h = ½ g t (T − t),  x = d t/T
///
/// Over 90 km the Earth falls away by 640 m, less than a tenth of the apogee of g T²/8.
struct RocketFlight: Flight {
  let distance: Lanes
  let flightTime: Lanes

  func place(_ t: Lanes) -> (altitude: Lanes, travelled: Lanes) {
    let left = LaneMath.greatest(flightTime - t, .zero)
    return (0.5 * QuasiBallistic.gravity * t * left, distance * (t / flightTime))
  }

  /// Three rounds of: how high must it be at its present range, when is it there.
  func risen(_ view: RadarView) -> Lanes {
    var t = Lanes.zero
    var needed = Lanes.zero
    for _ in 0..<3 {
      needed = view.heightNeeded(after: place(t).travelled)
      t = rises(above: needed)
    }
    return LaneMath.pick(flightTime, t, where: place(t).altitude .>= needed * 0.99)
  }

  private func rises(above height: Lanes) -> Lanes {
    let half = 0.5 * flightTime
    let rest = half * half - 2 * height / QuasiBallistic.gravity
    return half - LaneMath.squareRoot(LaneMath.greatest(rest, .zero))
  }

  func mayRise(_ view: RadarView, before limit: Lanes) -> Bool { true }
  func below(_ ceiling: Lanes, from t: Lanes) -> Lanes { t }
  func looksTogether(slant2: Lanes, scan: Lanes) -> Int { 1 }

  func earliest(at x: Lanes) -> Lanes { flightTime * (x / distance) }

  /// A firm track of a free arc says where it ends.
  func confined(to region: Lanes) -> Lanes { .zero }
}
