internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A ground radar: an anchor of its range equation, gates, a scan, M of N.
struct GroundRadarKind {
  static let fields = FieldTable(
    "ground-radar", "a scanning radar on the ground",
    [
      Field(
        "anchor_range", Length.self, "range at which the anchor target is detected",
        in: 1_000...2_000_000),
      Field(
        "anchor_rcs", Area.self, "radar cross-section of the anchor target", in: 1e-3...1_000),
      Field(
        "anchor_pd", Ratio.self, "detection probability of one look at the anchor", in: 0.05...0.99),
      Field(
        "instrumented_range", Length.self, "a gate: nothing is processed beyond",
        in: 1_000...10_000_000),
      Field("ceiling", Length.self, "a gate: nothing is processed above", in: 100...2_000_000),
      Field("scan_period", TimeSpan.self, "time between looks", in: 0.1...60),
      Field("mast", Length.self, "height of the antenna above the ground", in: 0...500),
      Field(
        "availability", Ratio.self, "share of time it works", kind: .chance, in: 0.01...1),
      Field(
        "false_alarm", Ratio.self, "false-alarm probability of one look", required: false,
        in: 1e-12...1e-2, setting: true),
      Field(
        "needed", Ratio.self, "detections that make a track firm", required: false, in: 1...4,
        setting: true),
      Field(
        "window", Ratio.self, "among so many consecutive looks", required: false, in: 1...4,
        setting: true),
    ])

  let anchorRange: Input<Length>
  let anchorCrossSection: Input<Area>
  let anchorDetection: Input<Ratio>
  let instrumentedRange: Input<Length>
  let ceiling: Input<Length>
  let scanPeriod: Input<TimeSpan>
  let mast: Input<Length>
  let availability: Input<Ratio>
  let logFalseAlarm: Double
  /// The rule that makes a track firm, at its start.
  let rule: TrackInitiation

  init(_ declare: inout Declarations, system: Document.System) {
    anchorRange = declare.catalogue(system.id, "anchor_range")
    anchorCrossSection = declare.catalogue(system.id, "anchor_rcs")
    anchorDetection = declare.catalogue(system.id, "anchor_pd")
    instrumentedRange = declare.catalogue(system.id, "instrumented_range")
    ceiling = declare.catalogue(system.id, "ceiling")
    scanPeriod = declare.catalogue(system.id, "scan_period")
    mast = declare.catalogue(system.id, "mast")
    availability = declare.catalogue(system.id, "availability")
    logFalseAlarm = naturalLogarithm(system.settings["false_alarm"] ?? 1e-6)
    let window = Int(system.settings["window"] ?? 3)
    rule = TrackInitiation(needed: min(Int(system.settings["needed"] ?? 2), window), window: window)
  }

  /// SNR × R⁴ for a target of 1 m², four draws.
  func strength(_ draws: DrawBlock, _ group: Int) -> Lanes {
    let pd = draws[anchorDetection, group]
    var ratio = Lanes.zero
    for lane in 0..<4 {
      ratio[lane] = Radar.ratio(pd: pd[lane], falseAlarm: exponential(logFalseAlarm))
    }
    let r2 = draws[anchorRange, group] * draws[anchorRange, group]
    return ratio * r2 * r2 / draws[anchorCrossSection, group]
  }
}

/// One radar site of a posture: its kind, and what is its own.
struct GroundRadar {
  let site: Theatre.Site
  let kind: GroundRadarKind
  /// Position error within the site's precision, m to the east and north.
  let east: Input<Length>
  let north: Input<Length>
  /// How far the hill stands above its cell's mean, m.
  let relief: Input<Length>
  /// Whether it works, and when its track becomes firm: one uniform each.
  let outage: Input<Ratio>
  let luck: Input<Ratio>
  /// How far its cell stands above the ground around, m.
  let rise: Double
  /// Effective-radius factor by share of time.
  let refraction: (shares: [Double], factors: [Double])

  /// The inputs that are its own.
  var addresses: [Address] {
    ["east", "north", "relief", "outage", "luck"].map { Address("site", site.id, $0) }
  }

  init(
    _ declare: inout Declarations, site: Theatre.Site, kind: GroundRadarKind,
    environment: Environment
  ) {
    self.site = site
    self.kind = kind
    let p = site.precision.metres
    func own<Q>(_ field: String, _ law: Law, _: Q.Type) -> Input<Q> {
      declare.inputs.declare(Address("site", site.id, field), law, as: Q.self)
    }
    // inside the disc by a square of equal area
    let side = p * 0.886
    east = own("east", Law(.knowledge, .uniform(low: -side, high: side)), Length.self)
    north = own("north", Law(.knowledge, .uniform(low: -side, high: side)), Length.self)
    relief = own(
      "relief", Law(.knowledge, .pert(low: 0, likely: 18, high: 37, outer: false)), Length.self)
    outage = own("outage", Law(.chance, .uniform(low: 0, high: 1)), Ratio.self)
    luck = own("luck", Law(.chance, .uniform(low: 0, high: 1)), Ratio.self)
    rise = environment.rise(at: site.position)
    refraction = environment.refraction(at: site.position)
  }

  /// k for a uniform that all radars of the theatre share.
  func factor(_ uniform: Double) -> Double {
    let (shares, factors) = (refraction.shares, refraction.factors)
    guard let upper = shares.firstIndex(where: { $0 >= uniform }) else { return factors.last! }
    guard upper > 0 else { return factors[0] }
    let share = (uniform - shares[upper - 1]) / (shares[upper] - shares[upper - 1])
    return factors[upper - 1] + share * (factors[upper] - factors[upper - 1])
  }

  /// Its state in four draws.
  func state(
    _ draws: DrawBlock, _ group: Int, weather: Lanes
  ) -> RadarState {
    var k = Lanes.zero
    for lane in 0..<4 { k[lane] = factor(weather[lane]) }
    let antenna = rise + draws[relief, group] + draws[kind.mast, group]
    return RadarState(
      works: draws[outage, group] .< draws[kind.availability, group],
      direction: Place.direction(
        of: site.position, east: draws[east, group], north: draws[north, group]),
      k: k, antenna: antenna, reach: Radar.horizon(height: antenna, k: k),
      strength: kind.strength(draws, group), instrumented: draws[kind.instrumentedRange, group],
      ceiling: draws[kind.ceiling, group], scan: draws[kind.scanPeriod, group],
      luck: draws[luck, group])
  }
}

/// A radar in four draws, SI.
struct RadarState {
  let works: LaneMask
  let direction: GreatCircle.Direction
  let k: Lanes
  let antenna: Lanes
  /// The antenna's own horizon.
  let reach: Lanes
  let strength: Lanes
  let instrumented: Lanes
  let ceiling: Lanes
  let scan: Lanes
  let luck: Lanes
}

/// Points as lanes of unit vectors.
enum Place {
  /// A position moved by metres to the east and north, on the sphere of the mean radius.
  static func direction(
    of position: Position, east: Lanes, north: Lanes
  ) -> GreatCircle.Direction {
    let d = position.direction
    let (e, n) = position.axes
    let (u, v) = (east / Radar.earthRadius, north / Radar.earthRadius)
    // unit length to second order, which is 1e-9 for 50 km
    let w = 1 - 0.5 * (u * u + v * v)
    return GreatCircle.Direction(
      x: w * d.x + u * e.x + v * n.x, y: w * d.y + u * e.y + v * n.y,
      z: w * d.z + u * e.z + v * n.z)
  }
}
