#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Newton's search for the flight that ends at a place.
struct BallisticSearch {
  struct Found {
    let time, apogee, miss, speed, elevation: Double
    let profile: BallisticShot.Profile
  }

  let distance: Double
  let bend: BallisticShot.Bend
  let boost: (time: Double, height: Double)
  let flight: FreeFlight
  let earth: Earth
  let origin: SIMD3<Double>
  let axes: (east: SIMD3<Double>, north: SIMD3<Double>, up: SIMD3<Double>)
  let target: SIMD3<Double>
  /// The vertical at the target.
  let targetUp: SIMD3<Double>
  let least: Double
  var speed, elevation, course: Double

  init(
    start: BallisticShot.Point, end: BallisticShot.Point, course: Double, distance: Double,
    bend: BallisticShot.Bend, boost: (time: Double, height: Double), drag: Double, earth: Earth
  ) {
    (self.distance, self.bend, self.boost, self.earth) = (distance, bend, boost, earth)
    flight = FreeFlight(earth: earth, drag: Lanes(repeating: drag), tolerance: 0.5)
    origin = earth.position(latitude: start.latitude, longitude: start.longitude, height: 0)
    axes = earth.axes(latitude: start.latitude, longitude: start.longitude)
    target = earth.position(latitude: end.latitude, longitude: end.longitude, height: 0)
    targetUp = earth.axes(latitude: end.latitude, longitude: end.longitude).up
    self.course = course
    let psi = distance / Radar.earthRadius
    least = (.pi - psi) / 4
    elevation = least
    switch bend {
    case .leastEnergy: break
    case .apogee(let height):
      // the ellipse over a sphere: p = r_a (1 − e), cos γ = √(μ p)/(R v)
      let top = Radar.earthRadius + height
      let e = height / (top - Radar.earthRadius * cos(psi / 2))
      let momentum = (earth.mu * top * (1 - e)).squareRoot()
      let v = (earth.mu * (2 / Radar.earthRadius - (1 + e) / top)).squareRoot()
      elevation = min(max(acos(min(1, momentum / (Radar.earthRadius * v))), 0.05), 1.56)
    }
    speed = 0
    speed = keplerSpeed(elevation)
  }

  /// Speed on a sphere at which a body thrown at an elevation comes down after the distance.
  private func keplerSpeed(_ elevation: Double) -> Double {
    let psi = distance / Radar.earthRadius
    let (s, c) = (sin(psi), cos(psi))
    let tangent = tan(elevation)
    // from the equation of the orbit through both ends
    let cosine2 = cos(elevation) * cos(elevation)
    let q = (1 - c) / (cosine2 * (1 - c + s * tangent))
    return (q * earth.mu / Radar.earthRadius).squareRoot()
  }

  /// Misses along and across the course and of the bend, and the landing time, lane by lane.
  private struct Outcome {
    var along = Lanes.zero
    var across = Lanes.zero
    var bend = Lanes.zero
    var time = Lanes.zero
  }

  private func start(_ v: Lanes, _ e: Lanes, _ a: Lanes) -> FreeFlight.State {
    var state = FreeFlight.State(.zero, .zero)
    for lane in 0..<4 {
      let level = axes.east * sin(a[lane]) + axes.north * cos(a[lane])
      let run = boostRun(e[lane])
      let p = origin + level * run + axes.up * boost.height
      let w = (level * cos(e[lane]) + axes.up * sin(e[lane])) * v[lane]
      (state.x[lane], state.y[lane], state.z[lane]) = (p.x, p.y, p.z)
      (state.vx[lane], state.vy[lane], state.vz[lane]) = (w.x, w.y, w.z)
    }
    return state
  }

  /// Ground covered in the boost, m: towards its end at the course's elevation.
  private func boostRun(_ elevation: Double) -> Double {
    min(boost.height / tan(max(elevation, 0.05)), 0.3 * distance)
  }

  private func outcome(_ v: Lanes, _ e: Lanes, _ a: Lanes) -> Outcome {
    var top = Lanes.zero
    var before: (time: Lanes, altitude: Lanes, climb: Lanes) = (.zero, .zero, .zero)
    let state = start(v, e, a)
    let end = flight.fly(state, longest: 7_200) { time, state, altitude, moved in
      let r = LaneMath.squareRoot(state.x * state.x + state.y * state.y + state.z * state.z)
      let climb = (state.x * state.vx + state.y * state.vy + state.z * state.vz) / r
      for lane in 0..<4 where moved[lane] {
        if before.climb[lane] > 0, climb[lane] <= 0 {
          top[lane] = FlightSample.top(
            (before.time[lane], before.altitude[lane], before.climb[lane]),
            (time[lane], altitude[lane], climb[lane]))
        }
      }
      before.time.replace(with: time, where: moved)
      before.altitude.replace(with: altitude, where: moved)
      before.climb.replace(with: climb, where: moved)
    }
    var result = Outcome()
    result.time = end.time
    // the course at the target differs from that at the start; along is what shortens the distance
    let chord = target - origin
    let level = chord - targetUp * (chord * targetUp).sum()
    let along = level / (level * level).sum().squareRoot()
    let side = SIMD3(
      targetUp.y * along.z - targetUp.z * along.y,
      targetUp.z * along.x - targetUp.x * along.z,
      targetUp.x * along.y - targetUp.y * along.x)
    for lane in 0..<4 {
      let p = end.state.position(lane)
      let miss = p - target
      result.along[lane] = (miss * along).sum()
      result.across[lane] = (miss * side).sum()
      switch bend {
      case .leastEnergy: result.bend[lane] = e[lane] - least
      case .apogee(let given): result.bend[lane] = top[lane] - given
      }
    }
    return result
  }

  /// Shortest distance over which there is a flight, m: below, the course means nothing.
  static let shortest = 1.0

  /// Nil where no flight ends at the place, or start and place are the same.
  mutating func solve() -> Found? {
    guard distance >= BallisticSearch.shortest else { return nil }
    let steps = SIMD3(1.0, 1e-4, 1e-4)
    for _ in 0..<20 {
      let v = Lanes(speed, speed + steps.x, speed, speed)
      let e = Lanes(elevation, elevation, elevation + steps.y, elevation)
      let a = Lanes(course, course, course, course + steps.z)
      let o = outcome(v, e, a)
      guard o.time.max() < 7_199 else { return nil }
      let miss = (o.along[0] * o.along[0] + o.across[0] * o.across[0]).squareRoot()
      if miss < 100, abs(o.bend[0]) < bendTolerance { return record(miss) }
      func column(_ lane: Int, _ h: Double) -> SIMD3<Double> {
        SIMD3(o.along[lane] - o.along[0], o.across[lane] - o.across[0], o.bend[lane] - o.bend[0])
          / h
      }
      let columns = (column(1, steps.x), column(2, steps.y), column(3, steps.z))
      guard
        let move = BallisticSearch.solve(columns, SIMD3(o.along[0], o.across[0], o.bend[0]))
      else { return nil }
      // far from the root a full step overshoots
      let damp = min(
        1, 0.25 * speed / max(abs(move.x), 1e-9), 0.15 / max(abs(move.y), 1e-9),
        0.1 / max(abs(move.z), 1e-9))
      speed -= damp * move.x
      elevation = min(max(elevation - damp * move.y, 0.02), 1.565)
      course -= damp * move.z
      guard speed > 50, speed < 12_000 else { return nil }
    }
    return nil
  }

  private var bendTolerance: Double {
    switch bend {
    case .leastEnergy: 1e-6
    case .apogee: 20
    }
  }

  /// Cramer's rule; nil where the columns are not independent.
  private static func solve(
    _ m: (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>), _ b: SIMD3<Double>
  ) -> SIMD3<Double>? {
    func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
      SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
    }
    let determinant = (m.0 * cross(m.1, m.2)).sum()
    guard abs(determinant) > 1e-12 else { return nil }
    return SIMD3(
      (b * cross(m.1, m.2)).sum(), (m.0 * cross(b, m.2)).sum(), (m.0 * cross(m.1, b)).sum())
      / determinant
  }

  /// Flies the solution once more and notes its profile; nil where it goes nowhere.
  private func record(_ miss: Double) -> Found? {
    let lanes = (Lanes(repeating: speed), Lanes(repeating: elevation), Lanes(repeating: course))
    let state = start(lanes.0, lanes.1, lanes.2)
    var samples: [FlightSample] = []
    let up = origin / (origin * origin).sum().squareRoot()
    let end = flight.fly(state, longest: 7_200) { time, state, altitude, _ in
      samples.append(FlightSample(time[0], state, altitude[0], from: up))
    }
    let duration = end.time[0]
    // arcs over the mean sphere, stretched to the geodesic
    guard samples.count > 1, let arc = samples.last?.travelled, arc > 0, duration > 0 else {
      return nil
    }
    let scale = distance / arc
    // the boost ends at its stated height; the curve of the Earth under its run lies below that
    samples[0] = FlightSample(
      time: 0, altitude: boost.height, climb: samples[0].climb,
      travelled: samples[0].travelled, speed: samples[0].speed)
    let n = BallisticShot.Profile.knots
    var profile = BallisticShot.Profile(
      altitude: [], travelled: [], altitudeSlope: [], travelledSlope: [])
    var at = 0
    for i in 0...n {
      let left = 1 - Double(i) / Double(n)
      let t = duration * (1 - left * left)
      while at + 2 < samples.count, samples[at + 1].time < t { at += 1 }
      let value = FlightSample.between(samples[at], samples[at + 1], t)
      let stretch = 2 * duration * left
      profile.altitude.append(i == n ? 0 : value.altitude)
      profile.altitudeSlope.append(value.climb * stretch)
      profile.travelled.append(i == n ? distance : value.travelled * scale)
      profile.travelledSlope.append(value.speed * stretch * scale)
    }
    return Found(
      time: boost.time + duration, apogee: FlightSample.top(samples), miss: miss, speed: speed,
      elevation: elevation, profile: profile)
  }
}
