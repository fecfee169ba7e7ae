/// Four point masses in free flight over the rotating Earth: gravity with J2, drag, wind.
///
///     r̈ = g(r) + ω² (x, y, 0) − 2 ω × ṙ − ρ(h) |u| u C,   u = ṙ − wind,  C = 1/(2 β)
///
/// in Earth-fixed coordinates, with g = −μ r/r³ (1 + q (1 − 5 s²) for x and y, 3 − 5 s² for z),
/// q = 3/2 J₂ (a/r)², s = z/r. Density is US-1976 (`AirTable`). Altitude is the distance to the
/// ellipsoid along the radius: equal to the geodetic height on the ground, 1.7 m above it at 300 km.
///
/// Dormand and Prince's 5(4) pair with a step of its own in every lane. Against flights by two other
/// formulations: below 1 m and 1 ms over 1 000 km at a tolerance of 0.01 m
/// (`FreeFlightTests.againstReference`).
///
/// Source: Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I, 2nd ed., table II.5.2.
public struct FreeFlight: Sendable {
  /// Position, m, and velocity, m/s, Earth-fixed, of four bodies.
  public struct State: Sendable {
    public var x, y, z, vx, vy, vz: Lanes

    public init(x: Lanes, y: Lanes, z: Lanes, vx: Lanes, vy: Lanes, vz: Lanes) {
      (self.x, self.y, self.z) = (x, y, z)
      (self.vx, self.vy, self.vz) = (vx, vy, vz)
    }

    /// All lanes alike.
    public init(_ position: SIMD3<Double>, _ velocity: SIMD3<Double>) {
      self.init(
        x: Lanes(repeating: position.x), y: Lanes(repeating: position.y),
        z: Lanes(repeating: position.z), vx: Lanes(repeating: velocity.x),
        vy: Lanes(repeating: velocity.y), vz: Lanes(repeating: velocity.z))
    }

    public func position(_ lane: Int) -> SIMD3<Double> { SIMD3(x[lane], y[lane], z[lane]) }
    public func velocity(_ lane: Int) -> SIMD3<Double> { SIMD3(vx[lane], vy[lane], vz[lane]) }

    @inline(__always) static func * (w: Double, s: State) -> State {
      State(x: w * s.x, y: w * s.y, z: w * s.z, vx: w * s.vx, vy: w * s.vy, vz: w * s.vz)
    }

    @inline(__always) static func + (a: State, b: State) -> State {
      State(
        x: a.x + b.x, y: a.y + b.y, z: a.z + b.z, vx: a.vx + b.vx, vy: a.vy + b.vy, vz: a.vz + b.vz)
    }

    @inline(__always)
    func advanced(_ h: Lanes, _ d: Rate) -> State {
      State(
        x: x + h * d.x, y: y + h * d.y, z: z + h * d.z, vx: vx + h * d.vx, vy: vy + h * d.vy,
        vz: vz + h * d.vz)
    }
  }

  /// The time derivative of a state: velocity and acceleration in its place.
  typealias Rate = State

  /// What is told of every accepted step: time, state and altitude, lane by lane.
  public typealias Observer = (_ time: Lanes, _ state: State, _ altitude: Lanes, _ moved: LaneMask)
    ->
    Void

  public let earth: Earth
  /// C = 1/(2 β), m²/kg; 0 is a vacuum.
  public var drag: Lanes
  /// East wind at the ground, m/s, and its growth with altitude, 1/s; constant on a parallel.
  public var wind: (ground: Double, shear: Double) = (0, 0)
  /// Greatest error of a step, m (velocities in 1/100 s).
  public let tolerance: Double
  private let second: Double

  public init(earth: Earth = .wgs84, drag: Lanes, tolerance: Double = 0.01) {
    (self.earth, self.drag, self.tolerance) = (earth, drag, tolerance)
    second = earth.second
  }

  /// Distance to the ellipsoid along the radius, m.
  @inline(__always)
  public func altitude(_ s: State) -> Lanes {
    let r2 = s.x * s.x + s.y * s.y + s.z * s.z
    let r = LaneMath.squareRoot(r2)
    return r - earth.radius / LaneMath.squareRoot(1 + second * s.z * s.z / r2)
  }

  @inline(__always)
  private func rate(_ s: State) -> Rate {
    let r2 = s.x * s.x + s.y * s.y + s.z * s.z
    let r = LaneMath.squareRoot(r2)
    let inverse2 = 1 / r2
    let s2 = s.z * s.z * inverse2
    let altitude = r - earth.radius / LaneMath.squareRoot(1 + second * s2)
    var (ux, uy) = (s.vx, s.vy)
    if wind.ground != 0 || wind.shear != 0 {
      // east at a longitude is (−y, x)/√(x² + y²)
      let across = LaneMath.squareRoot(s.x * s.x + s.y * s.y)
      let speed = (wind.ground + wind.shear * altitude) / across
      ux += speed * s.y
      uy -= speed * s.x
    }
    let speed = LaneMath.squareRoot(ux * ux + uy * uy + s.vz * s.vz)
    let k = -drag * AirTable.shared.density(altitude) * speed
    let g = -earth.mu * inverse2 / r
    let q = (1.5 * earth.j2 * earth.radius * earth.radius) * inverse2
    let inPlane = g * (1 + q * (1 - 5 * s2)) + earth.rotation * earth.rotation
    let along = g * (1 + q * (3 - 5 * s2))
    let twice = 2 * earth.rotation
    return Rate(
      x: s.vx, y: s.vy, z: s.vz, vx: inPlane * s.x + twice * s.vy + k * ux,
      vy: inPlane * s.y - twice * s.vx + k * uy, vz: along * s.z + k * s.vz)
  }

  /// Flies until every lane has come down to the ground or `longest` seconds have passed.
  ///
  /// - Returns: time of flight, s, and the state then; a lane that has not come down has
  ///   `longest` as its time.
  public func fly(
    _ start: State, longest: Double, observe: Observer = { _, _, _, _ in }
  ) -> (time: Lanes, state: State) {
    var state = start
    var time = Lanes.zero
    var step = Lanes(repeating: min(1, longest))
    var height = altitude(start)
    var landed = LaneMask(repeating: false)
    var slope = rate(state)
    observe(time, state, height, LaneMask(repeating: true))
    for _ in 0..<20_000 {
      let going: LaneMask = .!landed .& (time .< longest)
      guard any(going) else { break }
      let h = LaneMath.pick(.zero, LaneMath.least(step, longest - time), where: going)
      let (next, error, last) = attempt(state, slope, h)
      let below = altitude(next)
      // sinking through the ground: go only as far as the chord says
      let through: LaneMask = going .& (below .< -1e-3) .& (height .> below)
      let good: LaneMask = going .& (error .<= tolerance) .& .!through
      let ratio = LaneMath.greatest(error, Lanes(repeating: 1e-12)) / tolerance
      var growth = 0.9 * LaneMath.exp(-0.2 * LaneMath.log(ratio))
      growth = LaneMath.least(LaneMath.greatest(growth, Lanes(repeating: 0.2)), Lanes(repeating: 4))
      let chord = h * height / LaneMath.greatest(height - below, Lanes(repeating: 1e-9))
      // an error that is no number is one too large
      growth.replace(with: 0.2, where: .!(error .< 1e300))
      step = LaneMath.pick(step, h * growth, where: going)
      step.replace(
        with: LaneMath.greatest(chord, Lanes(repeating: 1e-9)),
        where: through .& (error .<= tolerance))
      state.take(next, where: good)
      slope.take(last, where: good)
      time.replace(with: time + h, where: good)
      let sinking = below .< height
      landed .|= (good .& (below .< 1e-3) .& sinking)
      height.replace(with: below, where: good)
      if any(good) { observe(time, state, height, good) }
    }
    return (time, state)
  }

  /// One step of the pair: the fifth-order state, the error as a length, the slope at its end.
  @inline(__always)
  private func attempt(_ s: State, _ k1: Rate, _ h: Lanes) -> (State, Lanes, Rate) {
    let k2 = rate(s.advanced(h, 0.2 * k1))
    let k3 = rate(s.advanced(h, (3.0 / 40) * k1 + (9.0 / 40) * k2))
    let k4 = rate(s.advanced(h, (44.0 / 45) * k1 + (-56.0 / 15) * k2 + (32.0 / 9) * k3))
    let a5 = (19_372.0 / 6_561) * k1 + (-25_360.0 / 2_187) * k2
    let b5 = (64_448.0 / 6_561) * k3 + (-212.0 / 729) * k4
    let k5 = rate(s.advanced(h, a5 + b5))
    let a6 = (9_017.0 / 3_168) * k1 + (-355.0 / 33) * k2 + (46_732.0 / 5_247) * k3
    let b6 = (49.0 / 176) * k4 + (-5_103.0 / 18_656) * k5
    let k6 = rate(s.advanced(h, a6 + b6))
    let a7 = (35.0 / 384) * k1 + (500.0 / 1_113) * k3 + (125.0 / 192) * k4
    let b7 = (-2_187.0 / 6_784) * k5 + (11.0 / 84) * k6
    let next = s.advanced(h, a7 + b7)
    let k7 = rate(next)
    let e1 = (71.0 / 57_600) * k1 + (-71.0 / 16_695) * k3 + (71.0 / 1_920) * k4
    let e2 = (-17_253.0 / 339_200) * k5 + (22.0 / 525) * k6 + (-1.0 / 40) * k7
    let e = e1 + e2
    let place = e.x * e.x + e.y * e.y + e.z * e.z
    let speed = e.vx * e.vx + e.vy * e.vy + e.vz * e.vz
    return (next, h * LaneMath.squareRoot(place + 1e4 * speed), k7)
  }
}

extension FreeFlight.State {
  @inline(__always)
  mutating func take(_ other: Self, where mask: LaneMask) {
    x.replace(with: other.x, where: mask)
    y.replace(with: other.y, where: mask)
    z.replace(with: other.z, where: mask)
    vx.replace(with: other.vx, where: mask)
    vy.replace(with: other.vy, where: mask)
    vz.replace(with: other.vz, where: mask)
  }
}

/// ln ρ of US-1976 on a grid of 100 m up to 200 km, for four altitudes at once.
///
/// Linear between the nodes: within 3e-6 of the standard below 86 km, by (Δh²/8)(ln ρ)″;
/// above 200 km the last slope goes on.
struct AirTable: Sendable {
  static let shared = AirTable()
  private static let step = 100.0
  private static let count = 2_000
  /// ln ρ at the node and its slope per metre, in turn.
  private let values: [SIMD2<Double>]

  private init() {
    let logs = (0...AirTable.count).map {
      naturalLogarithm(Atmosphere.density(altitude: Double($0) * AirTable.step))
    }
    values = (0..<AirTable.count).map {
      SIMD2(logs[$0], (logs[$0 + 1] - logs[$0]) / AirTable.step)
    }
  }

  /// Density, kg/m³.
  @inline(__always)
  func density(_ altitude: Lanes) -> Lanes {
    var logarithm = Lanes.zero
    values.withUnsafeBufferPointer { values in
      for lane in 0..<4 {
        let place = altitude[lane] * (1 / AirTable.step)
        // written so that what is not a number takes the first node
        let i = place > 0 ? Int(min(place, Double(AirTable.count - 1))) : 0
        let node = values[i]
        logarithm[lane] = node.x + (altitude[lane] - Double(i) * AirTable.step) * node.y
      }
    }
    return LaneMath.exp(logarithm)
  }
}
