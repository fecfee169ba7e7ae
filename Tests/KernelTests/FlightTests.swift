import Foundation
import Kernels
import Testing

@Suite struct KeplerTests {
  /// Over a flat Earth the minimum-energy shot leaves at 45°: t = √(2 D/g), apogee D/4; the first
  /// correction is of the order D/R.
  @Test func shortShotsTendToTheParabola() {
    let (mu, radius) = (3.986004418e14, 6_371_000.0)
    let g = mu / radius / radius
    for range in [1_000.0, 5_000, 20_000] {
      let shot = Kepler.minimumEnergy(range: range, radius: radius, mu: mu)
      #expect(abs(shot.time / (2 * range / g).squareRoot() - 1) < 2 * range / radius)
      #expect(abs(shot.apogee / (range / 4) - 1) < 2 * range / radius)
    }
  }
}

/// Conservation, continuity and limits of the kinematic profile.
@Suite struct QuasiBallisticTests {
  static let figures = QuasiBallistic.Figures(
    meanSpeed: Lanes(1_000, 1_250, 1_400, 1_600), apogee: Lanes(50_000, 45_000, 60_000, 40_000),
    terminalSpeed: Lanes(1_350, 750, 1_350, 800), boost: Lanes(35, 25, 45, 20),
    lift: Lanes(1e-3, 5e-4, 2e-3, 1e-3))

  static func flight(_ distance: Double) -> QuasiBallistic {
    QuasiBallistic(distance: Lanes(repeating: distance), figures: figures)
  }

  /// US-1976 between 20 and 50 km, where lift is decided.
  @Test func density() {
    for height in stride(from: 20_000.0, through: 50_000, by: 1_000) {
      let ours = QuasiBallistic.density(altitude: Lanes(repeating: height))[0]
      #expect(abs(ours / Atmosphere.density(altitude: height) - 1) < 0.10, "\(height) m")
    }
  }

  @Test(arguments: [60_000.0, 120_000, 285_000, 400_000, 500_000, 650_000])
  func endsWhereItShould(distance: Double) {
    let flight = Self.flight(distance)
    for lane in 0..<4 {
      #expect(abs(flight.travelled(flight.flightTime)[lane] - distance) < 1, "lane \(lane)")
      #expect(flight.altitude(flight.flightTime)[lane] == 0)
      #expect(flight.altitude(.zero)[lane] == 0)
      #expect(flight.apogee[lane] <= Self.figures.apogee[lane] + 1e-6)
    }
  }

  /// The mean speed is the published one on a shot of the reference distance.
  @Test func meanSpeedIsPrimary() {
    let flight = Self.flight(QuasiBallistic.reference)
    for lane in 0..<4 {
      let mean = QuasiBallistic.reference / flight.flightTime[lane]
      #expect(abs(mean - Self.figures.meanSpeed[lane]) < 0.5, "lane \(lane): \(mean)")
    }
  }

  /// Altitude and distance change by less than 30 m a hundredth of a second: no jumps.
  @Test(arguments: [60_000.0, 200_000, 350_000, 500_000, 650_000])
  func isContinuous(distance: Double) {
    let flight = Self.flight(distance)
    var (t, h, x) = (Lanes.zero, Lanes.zero, Lanes.zero)
    while t.min() < flight.flightTime.max() {
      t += 0.01
      let (nextH, nextX) = (flight.altitude(t), flight.travelled(t))
      for lane in 0..<4 {
        #expect(abs(nextH[lane] - h[lane]) < 30, "lane \(lane) at \(t[lane]) s")
        #expect(nextX[lane] - x[lane] < 30 && nextX[lane] >= x[lane] - 1e-9)
      }
      (h, x) = (nextH, nextX)
    }
  }

  /// v²/2 + g h from finite differences; 1 % covers the fixed point of the dive's speed.
  @Test(arguments: [120_000.0, 285_000, 500_000])
  func energyNeverRisesAfterBurnout(distance: Double) {
    let flight = Self.flight(distance)
    for lane in 0..<4 {
      var least = Double.infinity
      var t = flight.boost[lane] + 0.2
      while t < flight.flightTime[lane] - 0.2 {
        let (a, b) = (Lanes(repeating: t - 0.001), Lanes(repeating: t + 0.001))
        let w = (flight.altitude(b)[lane] - flight.altitude(a)[lane]) / 0.002
        let v = (flight.travelled(b)[lane] - flight.travelled(a)[lane]) / 0.002
        let energy =
          0.5 * (v * v + w * w) + QuasiBallistic.gravity
          * flight.altitude(Lanes(repeating: t))[lane]
        #expect(energy < least * 1.01, "lane \(lane) at \(t) s")
        least = min(least, energy)
        t += 0.5
      }
    }
  }

  /// The climb passes a height at the time `rises` says.
  @Test func risesUndoesTheClimb() {
    let flight = Self.flight(300_000)
    for height in [100.0, 2_000, 9_000, 20_000, 30_000] {
      let t = flight.rises(above: Lanes(repeating: height))
      for lane in 0..<4 where height < flight.apogee[lane] {
        #expect(abs(flight.altitude(t)[lane] - height) < 0.01)
      }
    }
  }

  /// Against the integral by 4 000 steps in the standard air: 2 s, because the kernel's air is within
  /// 10 % of it (`density`) and its steps are coarser.
  @Test func localisation() {
    let flight = Self.flight(400_000)
    let radius = 60_000.0
    let found = flight.confined(to: Lanes(repeating: radius), limit: Lanes(repeating: 150))
    for lane in 0..<4 {
      func reach(_ t: Double) -> Double {
        let end = flight.flightTime[lane]
        let step = (end - t) / 4_000
        let sum = (0..<4_000).reduce(0.0) { sum, i in
          let s = t + (Double(i) + 0.5) * step
          let h = flight.altitude(Lanes(repeating: s))[lane]
          let v = flight.speed[lane]
          let pressure = 0.5 * Atmosphere.density(altitude: h) * v * v
          return sum + min(150, pressure * Self.figures.lift[lane]) * (end - s) * step
        }
        return min(sum, 400_000 - flight.travelled(Lanes(repeating: t))[lane])
      }
      var (low, high) = (flight.boost[lane], flight.flightTime[lane])
      for _ in 0..<30 {
        let middle = (low + high) / 2
        if reach(middle) > radius { low = middle } else { high = middle }
      }
      #expect(abs(found[lane] - low) < 2, "lane \(lane): \(found[lane]) against \(low)")
    }
  }
}
