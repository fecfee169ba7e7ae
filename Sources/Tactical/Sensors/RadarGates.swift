internal import Geodesy
internal import Kernels
internal import Quantities
internal import Theatre
internal import Timelines

/// Sector, elevation, near range, slow targets and terrain: what else may keep a target from a radar.
struct RadarGates {
  var isUsed = false
  /// Whether there is a near range or an elevation.
  var hasElevation = false
  var east = GreatCircle.Direction(.zero)
  var north = GreatCircle.Direction(.zero)
  var nearest = Lanes.zero
  var slowest = Lanes.zero
  /// Nil looks all round.
  var sector: Sector?
  /// Sines of the lowest and the highest elevation.
  var elevation = (lowest: Lanes(repeating: -2), highest: Lanes(repeating: 2))
  /// Whether ground or clutter matter to what flies low.
  var isLow = false
  var ground: GroundReflection?
  /// Height below which they may, m; all where only clutter is known.
  var lowest = Lanes(repeating: .infinity)
  /// Clutter and noise over noise, as far as the radar sees level ground.
  var noise = Lanes(repeating: 1)
  var hasSkyline = false
  /// The steepest slope of the skyline; −2 without one.
  var highestHill = -2.0
}

extension RadarSite {
  /// The ground between it and its targets; nil where nobody says at which wavelength it looks.
  private func reflection(
    _ state: RadarState, _ draws: DrawBlock, _ group: Int
  ) -> GroundReflection? {
    guard let wavelength = kind.wavelength, let roughness else { return nil }
    return GroundReflection(
      wavelength: draws[wavelength, group], roughness: draws[roughness, group],
      beam: kind.verticalBeam.map { draws[$0, group] } ?? Lanes(repeating: 10),
      antenna: state.antenna, radius: state.k * Radar.earthRadius)
  }

  /// Gates that few radars have; unused for the others.
  func gates(_ state: RadarState, _ draws: DrawBlock, _ group: Int) -> RadarGates {
    var gates = directions(draws, group)
    gates.ground = reflection(state, draws, group)
    gates.noise = 1 + (kind.clutter.map { draws[$0, group] } ?? .zero)
    gates.isLow = gates.ground != nil || kind.clutter != nil
    if let ground = gates.ground {
      let far = state.instrumented
      gates.lowest = state.antenna + far * (ground.steepest + far / (2 * ground.radius))
    }
    return gates
  }

  private func directions(_ draws: DrawBlock, _ group: Int) -> RadarGates {
    let facing = site.facing
    guard
      kind.minimumRange != nil || kind.minimumRadialSpeed != nil || kind.elevation.lowest != nil
        || kind.elevation.highest != nil || kind.sector != nil && facing != nil || skyline != nil
    else { return RadarGates() }
    var gates = RadarGates()
    gates.isUsed = true
    let axes = site.position.axes
    gates.east = GreatCircle.Direction(axes.east)
    gates.north = GreatCircle.Direction(axes.north)
    if let minimum = kind.minimumRange { gates.nearest = draws[minimum, group] }
    if let slowest = kind.minimumRadialSpeed { gates.slowest = draws[slowest, group] }
    gates.sector = Sector(kind.sector, around: facing, draws, group)
    func sines(_ input: Input<Angle>?, _ fallback: Double) -> Lanes {
      var result = Lanes(repeating: fallback)
      if let input {
        for lane in 0..<4 { result[lane] = sineAndCosine(draws[input, group][lane]).sine }
      }
      return result
    }
    gates.elevation = (sines(kind.elevation.lowest, -2), sines(kind.elevation.highest, 2))
    gates.hasElevation =
      kind.minimumRange != nil || kind.elevation.lowest != nil || kind.elevation.highest != nil
    gates.hasSkyline = skyline != nil
    gates.highestHill = skyline?.slopes.max() ?? -2
    return gates
  }
}
