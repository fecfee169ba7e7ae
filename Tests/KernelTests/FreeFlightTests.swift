import Kernels
import Testing

/// Free flights against flights integrated elsewhere by two other formulations.
@Suite struct FreeFlightTests {
  /// Start: latitude, longitude (deg), height (m), speed (m/s), flight-path angle, azimuth (deg),
  /// β (kg/m², 0 a vacuum), central gravity. Result: latitude, longitude, time, apogee.
  struct Shot: Sendable {
    let start: [Double]
    let result: [Double]
  }

  static let shots: [Shot] = [
    Shot(
      start: [54, 25, 12_000, 750, 42, 0, 6_000, 0],
      result: [54.4150514782, 25.0039753166, 119.8121017, 21_809.7507]),
    Shot(
      start: [54, 25, 40_000, 2_300, 40, 0, 10_000, 0],
      result: [59.4135432172, 25.1881279214, 357.1019718, 160_290.6779]),
    Shot(
      start: [54, 25, 25_000, 1_500, 42, 90, 8_000, 0],
      result: [53.9099655428, 28.7769201996, 238.8151499, 76_354.7513]),
    Shot(
      start: [54, 25, 60_000, 2_950, 38, 270, 12_000, 0],
      result: [53.2706669030, 9.8427646695, 452.4807765, 248_507.2745]),
    Shot(
      start: [0, -120, 30_000, 2_000, 40, 60, 8_000, 0],
      result: [2.0380432259, -116.5085528577, 310.7353634, 119_604.3677]),
    Shot(
      start: [-35, -120, 30_000, 2_000, 40, 60, 8_000, 0],
      result: [-32.8633787659, -115.8971394034, 309.0875026, 119_090.2497]),
    Shot(
      start: [54, 25, 25_000, 1_500, 42, 270, 2_000, 0],
      result: [53.9805813363, 21.7874411099, 247.3551298, 69_117.4036]),
    Shot(
      start: [54, 179.5, 40_000, 2_300, 40, 90, 10_000, 0],
      result: [53.5268684357, -171.2790504689, 362.6123943, 162_291.5613]),
    Shot(
      start: [54, 25, 40_000, 2_300, 40, 270, 0, 1],
      result: [53.7721512382, 15.9044617775, 348.1218907, 158_688.1945]),
  ]

  /// The reference: two formulations within 0.12 mm and 1e-7 s of each other. Ours at the default
  /// tolerance: 1 m on the ground, 1 ms, and 5 m of apogee (ours is read at steps, along the radius).
  @Test(arguments: shots)
  func againstReference(_ shot: Shot) {
    let radians = Double.pi / 180
    let s = shot.start
    let wgs = Earth.wgs84
    let earth =
      s[7] == 0
      ? wgs
      : Earth(
        mu: wgs.mu, radius: wgs.radius, flattening: wgs.flattening, rotation: wgs.rotation, j2: 0)
    let place = earth.position(
      latitude: s[0] * radians, longitude: s[1] * radians, height: s[2])
    let axes = earth.axes(latitude: s[0] * radians, longitude: s[1] * radians)
    let (fall, course) = (sineAndCosine(s[4] * radians), sineAndCosine(s[5] * radians))
    let level = axes.east * course.sine + axes.north * course.cosine
    let velocity = (level * fall.cosine + axes.up * fall.sine) * s[3]
    let drag = s[6] == 0 ? 0 : 0.5 / s[6]
    let flight = FreeFlight(earth: earth, drag: Lanes(repeating: drag))
    var highest = 0.0
    let end = flight.fly(FreeFlight.State(place, velocity), longest: 2_000) { _, state, _, _ in
      highest = max(highest, earth.geodetic(state.position(0)).height)
    }
    let landing = earth.position(
      latitude: shot.result[0] * radians, longitude: shot.result[1] * radians, height: 0)
    let miss = end.state.position(0) - landing
    #expect((miss * miss).sum().squareRoot() < 1)
    #expect(abs(end.time[0] - shot.result[2]) < 1e-3)
    // the highest step lies at most half a step from the apogee
    #expect(highest <= shot.result[3] + 5)
  }

  /// Fifth order: a tolerance 32 times finer moves the landing less, and both agree.
  @Test func finerStepsAgree() {
    let earth = Earth.wgs84
    let place = earth.position(latitude: 0.9, longitude: 0.4, height: 40_000)
    let axes = earth.axes(latitude: 0.9, longitude: 0.4)
    let start = FreeFlight.State(place, (axes.east + axes.up) * 1_500)
    let drag = Lanes(repeating: 1e-4)
    let coarse = FreeFlight(drag: drag, tolerance: 0.01).fly(start, longest: 2_000)
    let fine = FreeFlight(drag: drag, tolerance: 1e-6).fly(start, longest: 2_000)
    let miss = coarse.state.position(0) - fine.state.position(0)
    #expect((miss * miss).sum().squareRoot() < 0.5)
    #expect(abs(coarse.time[0] - fine.time[0]) < 1e-3)
  }

  /// In a vacuum, energy relative to inertial space is kept: 1e-9 of it over 600 km.
  @Test func energyIsKept() {
    let wgs = Earth.wgs84
    let earth = Earth(
      mu: wgs.mu, radius: wgs.radius, flattening: 0, rotation: 0, j2: 0)
    let start = FreeFlight.State(SIMD3(wgs.radius + 1_000, 0, 0), SIMD3(1_600, 1_600, 300))
    let end = FreeFlight(earth: earth, drag: .zero, tolerance: 1e-4).fly(start, longest: 2_000)
    func energy(_ s: FreeFlight.State) -> Double {
      let (p, v) = (s.position(0), s.velocity(0))
      return (v * v).sum() / 2 - wgs.mu / (p * p).sum().squareRoot()
    }
    let (before, after) = (energy(start), energy(end.state))
    #expect(abs(after / before - 1) < 1e-9)
  }
}
