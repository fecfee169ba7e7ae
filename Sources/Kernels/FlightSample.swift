#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A flight at one moment: altitude and distance along the ground with their rates, SI.
struct FlightSample {
  let time, altitude, climb, travelled, speed: Double

  init(time: Double, altitude: Double, climb: Double, travelled: Double, speed: Double) {
    (self.time, self.altitude, self.climb) = (time, altitude, climb)
    (self.travelled, self.speed) = (travelled, speed)
  }

  init(_ time: Double, _ state: FreeFlight.State, _ altitude: Double, from up: SIMD3<Double>) {
    let (p, v) = (state.position(0), state.velocity(0))
    let r = (p * p).sum().squareRoot()
    let unit = p / r
    let climb = (unit * v).sum()
    let half = unit - up
    let arc = 2 * asin(min(1, (half * half).sum().squareRoot() / 2))
    let level = v - unit * climb
    self.init(
      time: time, altitude: altitude, climb: climb, travelled: arc * Radar.earthRadius,
      speed: (level * level).sum().squareRoot() * Radar.earthRadius / r)
  }

  /// Cubic between two samples.
  static func between(_ a: FlightSample, _ b: FlightSample, _ t: Double) -> FlightSample {
    let h = b.time - a.time
    guard h > 1e-9 else { return b }
    let s = (t - a.time) / h
    func cubic(_ p: Double, _ m: Double, _ q: Double, _ w: Double) -> (Double, Double) {
      let (c2, c3) = (3 * (q - p) - h * (2 * m + w), 2 * (p - q) + h * (m + w))
      return (p + s * (h * m + s * (c2 + s * c3)), m + s * (2 * c2 + 3 * s * c3) / h)
    }
    let (altitude, climb) = cubic(a.altitude, a.climb, b.altitude, b.climb)
    let (travelled, speed) = cubic(a.travelled, a.speed, b.travelled, b.speed)
    return FlightSample(
      time: t, altitude: altitude, climb: climb, travelled: travelled, speed: speed)
  }

  /// The highest altitude between samples.
  static func top(_ samples: [FlightSample]) -> Double {
    guard let i = samples.indices.dropLast().first(where: { samples[$0 + 1].climb <= 0 }) else {
      return samples[0].altitude
    }
    let (a, b) = (samples[i], samples[i + 1])
    return top((a.time, a.altitude, a.climb), (b.time, b.altitude, b.climb))
  }

  /// The apogee between two moments of which the first climbs and the second sinks: where the
  /// climb, linear under a steady pull, is nought, on the cubic through both.
  static func top(
    _ a: (time: Double, altitude: Double, climb: Double),
    _ b: (time: Double, altitude: Double, climb: Double)
  ) -> Double {
    guard a.climb > b.climb else { return max(a.altitude, b.altitude) }
    let t = a.time + (b.time - a.time) * a.climb / (a.climb - b.climb)
    func sample(_ m: (time: Double, altitude: Double, climb: Double)) -> FlightSample {
      FlightSample(time: m.time, altitude: m.altitude, climb: m.climb, travelled: 0, speed: 0)
    }
    return between(sample(a), sample(b), t).altitude
  }
}
