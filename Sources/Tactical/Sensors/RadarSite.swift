internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// One radar of a posture: its figures, and what is its own.
package struct RadarSite: Sendable {
  let site: Theatre.Site
  let kind: RadarFigures
  /// Hostile air defence that an airborne radar keeps clear of.
  let threats: [Keepout]
  /// Position error within the site's precision, m to the east and north.
  private let east: Input<Length>
  private let north: Input<Length>
  private let stand: Stand
  /// Whether it works, and when its track becomes firm: one uniform each.
  private let outage: Input<Ratio>
  private let luck: Input<Ratio>
  private let ground: RadarStand
  /// Of the ground that reflects; nil where nobody says at which wavelength it looks.
  let roughness: Input<Length>?
  /// How far its cell stands above the ground around, m; 0 in the air.
  let rise: Double
  /// Highest that any draw has its antenna above the ground around, m.
  let highest: Double
  /// Terrain that hides more than the smooth Earth does; nil where none does.
  let skyline: Skyline?

  /// What is drawn of how it stands.
  private enum Stand: Sendable {
    case ground(AntennaGround)
    /// Where it is along its orbit.
    case orbit(Input<Angle>)
  }

  /// A hostile battery as an airborne radar sees it: where, and how far it reaches.
  struct Keepout: Sendable {
    /// The battery's site.
    let name: String
    let east, north: Double
    let reach: Input<Length>
  }

  init(
    _ declare: inout Declarations, _ post: SensorPost, _ figures: RadarFigures,
    keepouts: [Keepout]
  ) {
    let (site, kind, survey) = (post.site, figures, post.survey)
    (self.site, self.kind) = (site, kind)
    threats = keepouts
    roughness = figures.wavelength == nil ? nil : GroundAround.roughness(&declare)
    func address(_ field: String) -> Address { Address("site", site.id, field) }
    (east, north) = RadarSite.offset(&declare, of: site)
    let one = Law(.chance, .uniform(low: 0, high: 1))
    outage = declare.own(address("outage"), one)
    luck = declare.own(address("luck"), one)
    if case .orbit = kind.mount {
      stand = .orbit(
        declare.own(address("phase"), Law(.chance, .uniform(low: 0, high: 2 * .pi))))
      ground = survey.stand(of: site, isAirborne: true)
      (rise, skyline) = (0, nil)
      highest = declare.law(of: post.system.id, "altitude")!.drawn.upperBound
    } else {
      let mast =
        site.mast?.metres ?? declare.law(of: post.system.id, "mast")!.drawn.upperBound
      let footing = AntennaGround(&declare, at: site, survey)
      (stand, highest) = (.ground(footing), footing.highest(mast: mast))
      ground = footing.ground
      (rise, skyline) = (ground.rise, ground.skyline)
    }
  }

  /// Where a site is within its precision, m to the east and north: inside the disc by a square of equal area.
  static func offset(
    _ declare: inout Declarations, of site: Theatre.Site
  ) -> (east: Input<Length>, north: Input<Length>) {
    let side = site.precision.metres * 0.886
    let within = Law(.knowledge, .uniform(low: -side, high: side))
    return (
      declare.own(Address("site", site.id, "east"), within),
      declare.own(Address("site", site.id, "north"), within)
    )
  }

  /// Its state in four draws.
  func state(_ draws: DrawBlock, _ group: Int, weather uniforms: Lanes) -> RadarState {
    let (k, bending) = ground.air(uniforms)
    let antenna: Lanes
    let place: GreatCircle.Direction
    let top: Lanes
    let (dx, dy) = (draws[east, group], draws[north, group])
    switch (kind.mount, stand) {
    case (.mast(let mast, let ceiling), .ground(let footing)):
      antenna = footing.antenna(self.mast(mast, draws, group), draws, group)
      place = Place.direction(of: site.position, east: dx, north: dy)
      top = draws[ceiling, group]
    case (.orbit(let altitude, let radius, let standoff), .orbit(let phase)):
      antenna = draws[altitude, group]
      let middle = clear(
        dx, dy, by: draws[radius, group] + (standoff.map { draws[$0, group] } ?? .zero), draws,
        group)
      let angle = draws[phase, group]
      var (x, y) = middle
      for lane in 0..<4 {
        let (sine, cosine) = sineAndCosine(angle[lane])
        x[lane] += draws[radius, group][lane] * sine
        y[lane] += draws[radius, group][lane] * cosine
      }
      place = Place.direction(of: site.position, east: x, north: y)
      top = Lanes(repeating: 1e9)
    case (.mast, .orbit), (.orbit, .ground):
      preconditionFailure("a mount that does not fit its stand")
    }
    return RadarState(
      works: draws[outage, group] .< draws[kind.availability, group], direction: place, k: k,
      bending: bending, antenna: antenna, reach: bending.horizon(height: antenna),
      strength: kind.strength(draws, group), instrumented: draws[kind.instrumentedRange, group],
      ceiling: top, scan: draws[kind.scanPeriod, group], luck: draws[luck, group])
  }

  /// Height of the antenna above the ground under it, m: as it is known of the site, else of its system.
  func mast(_ system: Input<Length>, _ draws: DrawBlock, _ group: Int) -> Lanes {
    site.mast.map { Lanes(repeating: $0.metres) } ?? draws[system, group]
  }

  /// The middle of an orbit moved straight away from every battery that could reach it; twice
  /// round, so that stepping back from one does not end within another.
  private func clear(
    _ east: Lanes, _ north: Lanes, by margin: Lanes, _ draws: DrawBlock, _ group: Int
  ) -> (Lanes, Lanes) {
    var (x, y) = (east, north)
    for threat in threats + threats {
      let (dx, dy) = (x - threat.east, y - threat.north)
      let apart = LaneMath.greatest(LaneMath.squareRoot(dx * dx + dy * dy), Lanes(repeating: 1))
      let wanted = draws[threat.reach, group] + margin
      let factor = LaneMath.greatest(wanted / apart, Lanes(repeating: 1))
      x = threat.east + dx * factor
      y = threat.north + dy * factor
    }
    return (x, y)
  }
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
    // unit length to second order, and made so exactly: orbits may lie 500 km off
    let w = 1 - 0.5 * (u * u + v * v)
    let x = w * d.x + u * e.x + v * n.x
    let y = w * d.y + u * e.y + v * n.y
    let z = w * d.z + u * e.z + v * n.z
    let length = LaneMath.squareRoot(x * x + y * y + z * z)
    return GreatCircle.Direction(x: x / length, y: y / length, z: z / length)
  }
}
