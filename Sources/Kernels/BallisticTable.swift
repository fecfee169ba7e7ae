/// The ballistic flights from an area to a place: shot once on a lattice, read per draw.
///
/// Three axes: distance (launch points across the area), bend (√apogee, or the elevation), and drag.
/// Between the nodes Lagrange polynomials; a draw reads flight time within 0.1 s and its place within
/// 200 m of a flight integrated for it (`BallisticTableTests.latticeError`, over given apogees).
public struct BallisticTable: Sendable {
  /// Values of an axis, ascending, one to nine of them.
  struct Axis: Sendable {
    let nodes: [Double]

    /// Lagrange weights of the nodes at a value held inside them, lane by lane.
    func weights(_ x: Lanes) -> [Lanes] {
      guard nodes.count > 1 else { return [Lanes(repeating: 1)] }
      let held = LaneMath.least(
        LaneMath.greatest(x, Lanes(repeating: nodes[0])), Lanes(repeating: nodes[nodes.count - 1]))
      return nodes.indices.map { i in
        var weight = Lanes(repeating: 1)
        for j in nodes.indices where j != i {
          weight *= (held - nodes[j]) / (nodes[i] - nodes[j])
        }
        return weight
      }
    }
  }

  /// What decides the bend of a draw.
  public enum Mode: Hashable, Sendable {
    case leastEnergy
    case apogee(low: Double, high: Double)
    /// Nodes reach from the elevation of least energy to that of the highest speed.
    case speed(high: Double)
  }

  public let boostTime: Double
  private let boostHeight: Double
  let mode: Mode
  let distance: Axis
  let bend: Axis
  let drag: Axis
  /// Node after node: flight time, s, apogee, m, speed, m/s; then the profile.
  private let times, apogees, speeds: [Double]
  private let profiles: [BallisticShot.Profile]

  /// Shoots the lattice.
  ///
  /// - Parameters:
  ///   - course: geodesic azimuth from the middle of the area to the place, rad.
  ///   - middle: geodesic distance between them, m.
  ///   - area: radius of the launch area, m.
  ///   - start: where a launch that much nearer, m, starts on the same line.
  ///   - drag: least and greatest 1/(2 β), m²/kg.
  /// - Returns: nil where a node has no flight: the figures do not reach the place.
  public init?(
    to end: BallisticShot.Point, course: Double, distance middle: Double, area: Double,
    start: (_ nearer: Double) -> BallisticShot.Point, mode: Mode,
    boost: (time: Double, height: Double), drag ends: ClosedRange<Double>
  ) {
    (boostTime, boostHeight, self.mode) = (boost.time, boost.height, mode)
    let offsets = area > 1 ? [-area, 0, area] : [0]
    distance = Axis(nodes: offsets.map { middle + $0 })
    drag = Axis(
      nodes: ends.upperBound > ends.lowerBound * 1.01
        ? [ends.lowerBound, (ends.lowerBound + ends.upperBound) / 2, ends.upperBound]
        : [ends.lowerBound])
    func shot(
      _ offset: Double, _ bend: BallisticShot.Bend, _ drag: Double
    ) -> BallisticShot? {
      BallisticShot(
        from: start(-offset), to: end, course: course, distance: middle + offset, bend,
        boost: boost, drag: drag)
    }
    guard let bends = BallisticTable.bends(mode, offsets, drag.nodes, shot) else { return nil }
    bend = Axis(nodes: bends)
    var (times, apogees, speeds): ([Double], [Double], [Double]) = ([], [], [])
    var profiles: [BallisticShot.Profile] = []
    for offset in offsets {
      for q in bends {
        for c in drag.nodes {
          guard let one = shot(offset, BallisticTable.shotBend(mode, q), c) else { return nil }
          times.append(one.flightTime)
          apogees.append(one.apogee)
          speeds.append(one.speed)
          profiles.append(one.profile)
        }
      }
    }
    (self.times, self.apogees, self.speeds) = (times, apogees, speeds)
    self.profiles = profiles
  }

  private static func shotBend(_ mode: Mode, _ q: Double) -> BallisticShot.Bend {
    switch mode {
    case .leastEnergy: .leastEnergy
    case .apogee: .apogee(q * q)
    case .speed: .elevation(q)
    }
  }

  /// Nodes of the bend: √apogee for given apogees; for given speeds the elevations from the flattest
  /// arc to that of least energy.
  private static func bends(
    _ mode: Mode, _ offsets: [Double], _ drags: [Double],
    _ shot: (Double, BallisticShot.Bend, Double) -> BallisticShot?
  ) -> [Double]? {
    switch mode {
    case .leastEnergy: return [0]
    case .apogee(let low, let high):
      let (a, b) = (low.squareRoot(), high.squareRoot())
      return b > 1.001 * a ? (0..<5).map { a + (b - a) * Double($0) / 4 } : [a]
    case .speed(let high):
      guard let best = shot(offsets[0], .leastEnergy, drags[0]) else { return nil }
      // too fast for so near a place is too flat to fly: the fastest flight there is
      var flattest = best.elevation
      for step in 0...9 {
        let speed = high + (best.speed - high) * Double(step) / 10
        if let flat = shot(offsets[0], .speed(speed), drags[0]) {
          flattest = flat.elevation
          break
        }
      }
      let (a, b) = (flattest, best.elevation)
      // Chebyshev's points: equal steps would ring over so wide a span
      return b > a + 1e-3
        ? (0...8).map { a + (b - a) * (1 - sineAndCosine(.pi * Double($0) / 8).cosine) / 2 } : [b]
    }
  }

  /// The flight of four draws.
  ///
  /// - Parameters:
  ///   - wanted: apogee, m, or speed, m/s, as the mode asks; ignored for least energy.
  ///   - drag: 1/(2 β), m²/kg.
  public func flight(distance x: Lanes, wanted: Lanes, drag c: Lanes) -> TabulatedFlight {
    let along = distance.weights(x)
    let air = drag.weights(c)
    var q = wanted
    switch mode {
    case .leastEnergy: q = .zero
    case .apogee: q = LaneMath.squareRoot(wanted)
    case .speed: q = elevation(speed: wanted, along, air)
    }
    let weights = product(along, bend.weights(q), air)
    return TabulatedFlight(
      profiles, weights, distance: x, flightTime: blend(times, weights),
      apogee: blend(apogees, weights), boost: (boostTime, boostHeight))
  }

  private func product(_ a: [Lanes], _ b: [Lanes], _ c: [Lanes]) -> [Lanes] {
    a.flatMap { u in b.flatMap { v in c.map { u * v * $0 } } }
  }

  private func blend(_ values: [Double], _ weights: [Lanes]) -> Lanes {
    var sum = Lanes.zero
    for (value, weight) in zip(values, weights) { sum += value * weight }
    return sum
  }

  /// The flattest elevation at which the end of the boost is that fast: bisection, since along the
  /// lower arcs speed falls as elevation grows. Held at the ends where none is.
  private func elevation(speed: Lanes, _ along: [Lanes], _ air: [Lanes]) -> Lanes {
    var low = Lanes(repeating: bend.nodes[0])
    var high = Lanes(repeating: bend.nodes[bend.nodes.count - 1])
    for _ in 0..<24 {
      let middle = 0.5 * (low + high)
      let here = blend(speeds, product(along, bend.weights(middle), air))
      let faster: LaneMask = here .> speed
      low.replace(with: middle, where: faster)
      high.replace(with: middle, where: .!faster)
    }
    return 0.5 * (low + high)
  }

  /// Speed that the arc of least energy over a distance needs, m/s: what a given speed is held
  /// against. Only where the mode is a speed.
  public func leastSpeed(distance x: Lanes, drag c: Lanes) -> Lanes {
    guard case .speed = mode else { return .zero }
    let last = Lanes(repeating: bend.nodes[bend.nodes.count - 1])
    return blend(speeds, product(distance.weights(x), bend.weights(last), drag.weights(c)))
  }
}

/// A ballistic flight in four draws, as altitude and distance at knots.
public struct TabulatedFlight: Sendable {
  public let flightTime, distance, apogee: Lanes
  /// End of the boost, s, and altitude there, m.
  let boost: (time: Double, height: Double)
  private let free: Lanes
  /// Four values a knot: altitude and its slope, distance and its slope.
  private let knots: [Lanes]
  private static let count = BallisticShot.Profile.knots

  init(
    _ profiles: [BallisticShot.Profile], _ weights: [Lanes], distance: Lanes, flightTime: Lanes,
    apogee: Lanes, boost: (time: Double, height: Double)
  ) {
    (self.distance, self.flightTime, self.apogee) = (distance, flightTime, apogee)
    self.boost = boost
    free = flightTime - boost.time
    let n = TabulatedFlight.count
    var knots = [Lanes](repeating: .zero, count: 4 * (n + 1))
    for (profile, weight) in zip(profiles, weights) {
      for i in 0...n {
        knots[4 * i] += profile.altitude[i] * weight
        knots[4 * i + 1] += profile.altitudeSlope[i] * weight
        knots[4 * i + 2] += profile.travelled[i] * weight
        knots[4 * i + 3] += profile.travelledSlope[i] * weight
      }
    }
    self.knots = knots
  }

  /// Time of a knot, s.
  public func time(ofKnot i: Int) -> Lanes {
    let left = 1 - Double(i) / Double(TabulatedFlight.count)
    return boost.time + free * (1 - left * left)
  }

  /// End of the boost, s.
  public var boostEnd: Double { boost.time }

  public var knotCount: Int { TabulatedFlight.count + 1 }

  /// Altitude and distance at a knot, m.
  public func place(ofKnot i: Int) -> (altitude: Lanes, travelled: Lanes) {
    (knots[4 * i], knots[4 * i + 2])
  }

  /// Altitude and distance at a time, m; nought altitude before and after.
  public func place(_ t: Lanes) -> (altitude: Lanes, travelled: Lanes) {
    let n = Double(TabulatedFlight.count)
    let share = (t - boost.time) / free
    let u: Lanes = LaneMath.least(LaneMath.greatest(share, Lanes.zero), Lanes(repeating: 1))
    let s = n * (1 - LaneMath.squareRoot(1 - u))
    var (altitude, travelled) = (Lanes.zero, Lanes.zero)
    for lane in 0..<4 {
      let i = min(Int(s[lane]), TabulatedFlight.count - 1)
      let x = s[lane] - Double(i)
      let (a, b) = (4 * i, 4 * i + 4)
      // cubic with slopes per knot
      let (h, k) = (x * x * (3 - 2 * x), x * (1 - x) / n)
      altitude[lane] =
        knots[a][lane] * (1 - h) + knots[b][lane] * h
        + k * (knots[a + 1][lane] * (1 - x) - knots[b + 1][lane] * x)
      travelled[lane] =
        knots[a + 2][lane] * (1 - h) + knots[b + 2][lane] * h
        + k * (knots[a + 3][lane] * (1 - x) - knots[b + 3][lane] * x)
    }
    let part: Lanes = LaneMath.greatest(t, Lanes.zero) / boost.time
    let early: LaneMask = t .< boost.time
    altitude.replace(with: boost.height * part * part, where: early)
    travelled.replace(with: knots[2] * part * part, where: early)
    altitude.replace(with: Lanes.zero, where: t .>= flightTime)
    return (LaneMath.greatest(altitude, Lanes.zero), travelled)
  }
}
