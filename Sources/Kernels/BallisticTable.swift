/// The ballistic flights from an area to a place: shot once on a lattice, read per draw.
///
/// Four axes: distance (launch points across the area), loft, drag, and the height at the end of the boost. Loft is 0 on the
/// flight of least energy and 1 at the highest apogee, even in √apogee; over a known apogee, which may be lower than that of
/// least energy, the axis is √apogee itself.
/// Between the nodes Lagrange polynomials; a draw reads flight time within 1 s and its place within 1 km of a flight
/// integrated for it (`BallisticTableTests.latticeError`). The time of the boost is no axis: it is added as it is.
public struct BallisticTable: Sendable {
  /// Values of an axis, ascending, one to five of them.
  struct Axis: Sendable {
    let nodes: [Double]

    /// So many nodes between two ends: at the ends and Chebyshev's points between, since equal steps would ring over a
    /// wide span; one where the ends are the same.
    init(_ low: Double, _ high: Double, count: Int) {
      guard high - low > 0.001 * abs(low) + 1e-9 else {
        nodes = [low]
        return
      }
      nodes = (0..<count).map {
        let share = (1 - sineAndCosine(.pi * Double($0) / Double(count - 1)).cosine) / 2
        return low + (high - low) * share
      }
    }

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

  /// What may be asked for.
  public enum Bend: Hashable, Sendable {
    /// From the flight of least energy to a highest apogee, m.
    case lofted(to: Double)
    /// Apogees that are known to have been flown, m.
    case known(ClosedRange<Double>)
  }

  private let bend: Bend
  let distance, loft, drag, height: Axis
  /// Roots of the apogees of least energy, √m, over distance, drag and height, and that of the highest.
  private let leastRoots: [Double]
  private let topRoot: Double
  /// Flight times from the end of the boost on, s, and apogees, m, node after node.
  private let times, apogees: [Double]
  /// Value after value of a profile (altitude, its slope, distance, its slope, knot by knot): node after node. Single
  /// precision holds a metre of 10 000 km.
  private let profiles: [Float]

  /// Shoots the lattice.
  ///
  /// - Parameters:
  ///   - course: geodesic azimuth from the middle of the area to the place, rad.
  ///   - middle: geodesic distance between them, m.
  ///   - area: radius of the launch area, m.
  ///   - start: where a launch that much nearer, m, starts on the same line.
  ///   - heights: at the end of the boost, m.
  ///   - drags: least and greatest 1/(2 β), m²/kg.
  /// - Returns: nil where a node has no flight: the figures do not reach the place.
  public init?(
    to end: BallisticShot.Point, course: Double, distance middle: Double, area: Double,
    start: (_ nearer: Double) -> BallisticShot.Point, _ bend: Bend,
    heights: ClosedRange<Double>, drag drags: ClosedRange<Double>
  ) {
    // a small area is a straight line to its flights
    let isWide = area > 0.05 * middle
    distance = Axis(middle - area, middle + area, count: isWide ? 3 : 2)
    drag = Axis(drags.lowerBound, drags.upperBound, count: 2)
    height = Axis(heights.lowerBound, heights.upperBound, count: 3)
    func shot(
      _ x: Double, _ bend: BallisticShot.Bend, _ drag: Double, _ height: Double
    ) -> BallisticShot? {
      // the time of the boost moves no point of the flight
      BallisticShot(
        from: start(middle - x), to: end, course: course, distance: x, bend,
        boost: (1, height), drag: drag)
    }
    var least: [Double] = []
    for x in distance.nodes {
      for c in drag.nodes {
        for h in height.nodes {
          guard let one = shot(x, .leastEnergy, c, h) else { return nil }
          least.append(one.apogee.squareRoot())
        }
      }
    }
    leastRoots = least
    let top: Double
    switch bend {
    case .lofted(let highest):
      // at least a little above all of them, so that loft means something
      top = max(highest.squareRoot(), 1.02 * least.max()!)
      loft = Axis(0, 1, count: 5)
    case .known(let apogees):
      top = apogees.upperBound.squareRoot()
      loft = Axis(apogees.lowerBound.squareRoot(), top, count: 3)
    }
    (topRoot, self.bend) = (top, bend)
    var (times, apogees) = ([Double](), [Double]())
    var shots: [BallisticShot.Profile] = []
    for (i, x) in distance.nodes.enumerated() {
      for q in loft.nodes {
        for (j, c) in drag.nodes.enumerated() {
          for (k, h) in height.nodes.enumerated() {
            let root = least[(i * drag.nodes.count + j) * height.nodes.count + k]
            var (apogee, isLeast) = (q * q, false)
            if case .lofted = bend {
              (apogee, isLeast) = ((root + q * (top - root)) * (root + q * (top - root)), q == 0)
            }
            guard let one = shot(x, isLeast ? .leastEnergy : .apogee(apogee), c, h) else {
              return nil
            }
            times.append(one.flightTime - 1)
            apogees.append(one.apogee)
            shots.append(one.profile)
          }
        }
      }
    }
    (self.times, self.apogees) = (times, apogees)
    profiles = (0...BallisticShot.Profile.knots).flatMap { knot in
      [
        shots.map { Float($0.altitude[knot]) }, shots.map { Float($0.altitudeSlope[knot]) },
        shots.map { Float($0.travelled[knot]) }, shots.map { Float($0.travelledSlope[knot]) },
      ].flatMap(\.self)
    }
  }

  /// Apogee of the flight of least energy, m.
  public func leastApogee(distance x: Lanes, drag c: Lanes, height h: Lanes) -> Lanes {
    let root = leastRoot(distance: x, drag: c, height: h)
    return root * root
  }

  private func leastRoot(distance x: Lanes, drag c: Lanes, height h: Lanes) -> Lanes {
    var weights: [Lanes] = []
    let (air, up) = (drag.weights(c), height.weights(h))
    for u in distance.weights(x) {
      for v in air { for w in up { weights.append(u * v * w) } }
    }
    return BallisticTable.blend(leastRoots, weights)
  }

  /// The flight of four draws.
  ///
  /// - Parameters:
  ///   - apogee: m; held between the ends of the table.
  ///   - drag: 1/(2 β), m²/kg.
  ///   - boost: its duration, s, and the height at its end, m.
  public func flight(
    distance x: Lanes, apogee: Lanes, drag c: Lanes, boost: (time: Lanes, height: Lanes)
  ) -> TabulatedFlight {
    var lofted = LaneMath.squareRoot(apogee)
    if case .lofted = bend {
      let root = leastRoot(distance: x, drag: c, height: boost.height)
      lofted = (lofted - root) / (topRoot - root)
    }
    let weights = weights(x, lofted, c, boost.height)
    return TabulatedFlight(
      knots: knots(weights), distance: x,
      flightTime: boost.time + BallisticTable.blend(times, weights),
      apogee: BallisticTable.blend(apogees, weights), boost: boost)
  }

  private func weights(_ x: Lanes, _ q: Lanes, _ c: Lanes, _ h: Lanes) -> [Lanes] {
    var all: [Lanes] = []
    all.reserveCapacity(times.count)
    let (bend, air, up) = (loft.weights(q), drag.weights(c), height.weights(h))
    for a in distance.weights(x) {
      for b in bend {
        for v in air { for w in up { all.append(a * b * v * w) } }
      }
    }
    return all
  }

  private static func blend(_ values: [Double], _ weights: [Lanes]) -> Lanes {
    var sum = Lanes.zero
    for (value, weight) in zip(values, weights) { sum += value * weight }
    return sum
  }

  /// Every value of the profile, weighted: four at a time, so that a weight is read once for them.
  private func knots(_ weights: [Lanes]) -> [SIMD4<Float>] {
    let (nodes, count) = (weights.count, profiles.count / weights.count)
    let narrow = weights.map { SIMD4<Float>($0) }
    return [SIMD4<Float>](unsafeUninitializedCapacity: count) { out, filled in
      profiles.withUnsafeBufferPointer { values in
        narrow.withUnsafeBufferPointer { weights in
          for first in stride(from: 0, to: count, by: 4) {
            var (a, b, c, d) = (
              SIMD4<Float>.zero, SIMD4<Float>.zero, SIMD4<Float>.zero, SIMD4<Float>.zero
            )
            let row = first * nodes
            for node in 0..<nodes {
              let weight = weights[node]
              a += values[row + node] * weight
              b += values[row + nodes + node] * weight
              c += values[row + 2 * nodes + node] * weight
              d += values[row + 3 * nodes + node] * weight
            }
            (out[first], out[first + 1], out[first + 2], out[first + 3]) = (a, b, c, d)
          }
        }
      }
      filled = count
    }
  }
}

/// A ballistic flight in four draws, as altitude and distance at knots.
public struct TabulatedFlight: Sendable {
  public let flightTime, distance, apogee: Lanes
  /// End of the boost, s, and altitude there, m.
  let boost: (time: Lanes, height: Lanes)
  private let free: Lanes
  /// Four values a knot: altitude and its slope, distance and its slope.
  private let knots: [SIMD4<Float>]
  private static let count = BallisticShot.Profile.knots

  init(
    knots: [SIMD4<Float>], distance: Lanes, flightTime: Lanes, apogee: Lanes,
    boost: (time: Lanes, height: Lanes)
  ) {
    (self.distance, self.flightTime, self.apogee) = (distance, flightTime, apogee)
    (self.boost, self.knots) = (boost, knots)
    free = flightTime - boost.time
  }

  /// Time of a knot, s.
  public func time(ofKnot i: Int) -> Lanes {
    let left = 1 - Double(i) / Double(TabulatedFlight.count)
    return boost.time + free * (1 - left * left)
  }

  /// End of the boost, s.
  public var boostEnd: Lanes { boost.time }

  public var knotCount: Int { TabulatedFlight.count + 1 }

  /// Altitude and distance at a knot, m.
  public func place(ofKnot i: Int) -> (altitude: Lanes, travelled: Lanes) {
    (Lanes(knots[4 * i]), Lanes(knots[4 * i + 2]))
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
      func knot(_ index: Int) -> Double { Double(knots[index][lane]) }
      // cubic with slopes per knot
      let (h, k) = (x * x * (3 - 2 * x), x * (1 - x) / n)
      altitude[lane] =
        knot(a) * (1 - h) + knot(b) * h + k * (knot(a + 1) * (1 - x) - knot(b + 1) * x)
      travelled[lane] =
        knot(a + 2) * (1 - h) + knot(b + 2) * h + k * (knot(a + 3) * (1 - x) - knot(b + 3) * x)
    }
    let part: Lanes = LaneMath.greatest(t, Lanes.zero) / boost.time
    let early: LaneMask = t .< boost.time
    altitude.replace(with: boost.height * part * part, where: early)
    travelled.replace(with: Lanes(knots[2]) * part * part, where: early)
    altitude.replace(with: Lanes.zero, where: t .>= flightTime)
    return (LaneMath.greatest(altitude, Lanes.zero), travelled)
  }
}
