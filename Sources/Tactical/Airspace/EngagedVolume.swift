internal import Geodesy
internal import Kernels
internal import Quantities
internal import Theatre
internal import Timelines

/// What a battery could engage in the air around it: within its reach and its heights, and above the floor of its own
/// radar. Never what it would hit.
struct EngagedVolume: Sendable {
  let site: Theatre.Site
  let kind: BatteryKind
  private let footing: AntennaGround
  /// Where it is within the site's precision, m to the east and north.
  private let offset: (east: Input<Length>, north: Input<Length>)
  private let weather: Input<Ratio>

  /// - Precondition: the site has a battery.
  init(
    _ declare: inout Declarations, at site: Theatre.Site, _ survey: TacticalSurvey,
    weather: Input<Ratio>
  ) {
    (self.site, self.weather) = (site, weather)
    kind = BatteryKind(&declare, system: site.system!)
    footing = AntennaGround(&declare, at: site, survey)
    offset = RadarSite.offset(&declare, of: site)
  }

  /// Farthest along the ground from the published site that any draw reaches, m: it stands no farther from it than the
  /// corner of `RadarSite.offset`, 1.253 times the precision.
  var farthest: Double { kind.farthest(ballistic: false) + 1.3 * site.precision.metres }

  /// How far its cell stands above the ground around, m.
  var rise: Double { footing.ground.rise }

  /// Antenna above the ground around, m, and effective-radius factor, in the middle of what is drawn: for these its floor
  /// over terrain is swept.
  struct Middle: Sendable {
    let antenna, k: Double

    /// Over a smooth Earth at a distance along the ground, m.
    func floor(at d: Lanes) -> Lanes {
      let k = Lanes(repeating: self.k)
      let reach = Radar.horizon(height: Lanes(repeating: antenna), k: k)
      return Radar.heightSeen(at: d, reach: reach, k: k)
    }
  }

  func middle(_ draws: DrawBlock) -> Middle {
    let states = (0..<draws.groups).map { state(draws, $0) }
    func middle(_ value: (State) -> Lanes) -> Double {
      (states.map { value($0).min() }.min()! + states.map { value($0).max() }.max()!) / 2
    }
    return Middle(antenna: middle(\.antenna), k: middle(\.k))
  }

  /// The battery in four draws, SI.
  struct State {
    fileprivate let east, north, antenna, k: Lanes
    fileprivate let bending: Bending
    /// Its antenna's own horizon, through the atmosphere and over an effective Earth.
    fileprivate let horizon, flatHorizon: Lanes
    fileprivate let range, lowest, highest: Lanes
    fileprivate let sector: Sector?
  }

  func state(_ draws: DrawBlock, _ group: Int) -> State {
    let (k, bending) = footing.ground.air(draws[weather, group])
    let antenna = footing.antenna(draws[kind.antenna, group], draws, group)
    return State(
      east: draws[offset.east, group], north: draws[offset.north, group], antenna: antenna, k: k,
      bending: bending, horizon: bending.horizon(height: antenna),
      flatHorizon: Radar.horizon(height: antenna, k: k), range: draws[kind.range, group],
      lowest: draws[kind.altitude.least, group], highest: draws[kind.altitude.greatest, group],
      sector: Sector(kind.sector, around: site.facing, draws, group))
  }
}

extension EngagedVolume.State {
  /// The square of how far along the ground it engages a target at a height above it, m²; below zero where it never does.
  ///
  ///     d² ≤ R² − h²,  and over a smooth Earth  d ≤ horizon(antenna) + horizon(h)
  ///
  /// - Parameter isSmooth: whether the horizon is that of a smooth Earth; else the floor over terrain is asked.
  func reach2(at height: Double, isSmooth: Bool) -> Lanes {
    let h = Lanes(repeating: height)
    var reach2 = range * range - h * h
    if isSmooth {
      let seen = horizon + bending.horizon(height: h)
      reach2 = LaneMath.least(reach2, seen * seen)
    }
    let meets: LaneMask = (h .>= lowest) .& (h .<= highest)
    return LaneMath.pick(Lanes(repeating: -1), reach2, where: meets)
  }

  /// The square of its published reach, m².
  var circle2: Lanes { range * range }

  /// The square of the distance to a point, m to the east and north of the published site; infinite where its radar does not
  /// look.
  @inline(__always)
  func distance2(to offset: SIMD2<Double>) -> Lanes {
    let (x, y) = (offset.x - east, offset.y - north)
    let d2 = x * x + y * y
    guard let sector else { return d2 }
    return LaneMath.pick(Lanes(repeating: .infinity), d2, where: sector.holds(east: x, north: y))
  }

  /// By how much its floor at a distance lies above that of the middle of what is drawn, over a smooth Earth, m.
  @inline(__always)
  func raised(at d: Lanes, above middle: EngagedVolume.Middle) -> Lanes {
    Radar.heightSeen(at: d, reach: flatHorizon, k: k) - middle.floor(at: d)
  }
}
