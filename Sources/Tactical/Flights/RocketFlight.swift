internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Rocket artillery: tens of seconds over tens of kilometres.
struct RocketKind: ThreatKind {
  static let fields = FieldTable(
    "rocket-artillery", "unguided or corrected rockets of short range",
    sign: KindSign("rocket artillery", "15", "110900", "R"),
    [
      Field("range", Length.self, "greatest distance it reaches", in: 1_000...500_000),
      Field("minimum_range", Length.self, "least distance it is fired over", in: 0...100_000),
      Field("mean_speed", Speed.self, "mean speed over the ground", in: 50...3_000),
      Field(
        "radar_cross_section", Area.self, "radar cross-section", kind: .chance, in: 1e-4...100),
    ] + SalvoKind.fields, orders: [("minimum_range", "range")])

  static let practice = PracticeRule("rocket-artillery", .afterLaunch, speed: 400...900)
  static let isBallistic = true
  let ceiling = 60_000.0

  private let range: Input<Length>
  private let minimumRange: Input<Length>
  private let meanSpeed: Input<Speed>
  private let crossSection: Input<Area>

  init(_ declare: inout Declarations, system: String) {
    range = declare.catalogue(system, "range")
    minimumRange = declare.catalogue(system, "minimum_range")
    meanSpeed = declare.catalogue(system, "mean_speed")
    crossSection = declare.catalogue(system, "radar_cross_section")
  }

  func crossSection(_ draws: DrawBlock, _ group: Int) -> Lanes { draws[crossSection, group] }

  func reach(_ draws: DrawBlock, _ group: Int) -> (least: Lanes, greatest: Lanes) {
    (draws[minimumRange, group], draws[range, group])
  }

  func fly(_ leg: Leg, into block: inout TimelineBlock) {
    leg.tell(
      RocketFlight(distance: leg.length, flightTime: leg.length / leg(meanSpeed)), into: &block)
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

  func earliest(at x: Lanes) -> Lanes { flightTime * (x / distance) }

  /// A firm track of a free arc says where it ends.
  func confined(to region: Lanes) -> Lanes { .zero }
}
