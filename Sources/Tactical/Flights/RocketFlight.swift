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
      Field(
        "range", Length.self, "greatest distance it reaches; its speed follows from it",
        in: 1_000...500_000),
      Field("minimum_range", Length.self, "least distance it is fired over", in: 0...100_000),
      Field(
        "steepness", Ratio.self,
        "between the flat arc of full speed and the steep one; mostly flat where nobody says",
        kind: .adversary, required: false, in: 0...1),
      Field(
        "air_time", Ratio.self, "how much longer it flies than in empty space", required: false,
        in: 1...2),
    ] + CrossSection.fields + SalvoKind.fields, orders: [("minimum_range", "range")],
    retired: ["mean_speed": "its speed follows from its range"])

  static let practice = PracticeRule("rocket-artillery", .afterLaunch, speed: 400...900)
  static let isBallistic = true
  let ceiling = 200_000.0

  let crossSection: CrossSection
  private let range: Input<Length>
  private let minimumRange: Input<Length>
  private let steepness: Input<Ratio>
  private let airTime: Input<Ratio>

  init(_ declare: inout Declarations, system: String) {
    range = declare.catalogue(system, "range")
    minimumRange = declare.catalogue(system, "minimum_range")
    steepness =
      declare.optional(system, "steepness")
      ?? declare.own(
        Address("catalogue", system, "steepness"),
        Law(.adversary, .pert(low: 0, likely: 0, high: 0.5, outer: false)))
    airTime =
      declare.optional(system, "air_time")
      ?? declare.own(
        Address("catalogue", system, "air_time"),
        Law(.knowledge, .pert(low: 1, likely: 1.1, high: 1.3, outer: false)))
    crossSection = CrossSection(&declare, system: system)
  }

  func reach(_ draws: DrawBlock, _ group: Int) -> (least: Lanes, greatest: Lanes) {
    (draws[minimumRange, group], draws[range, group])
  }

  func fly(_ leg: Leg, into block: inout TimelineBlock) {
    let time =
      RocketArc.time(
        over: leg.length, reach: leg(range), steepness: leg(steepness)) * leg(airTime)
    leg.tell(RocketFlight(distance: leg.length, flightTime: time), into: &block)
  }
}

/// A free arc over flat ground.
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
