import Kernels
import Testing

@Suite struct BallisticShotTests {
  private static let radians = Double.pi / 180

  private func shot(
    _ distance: Double, _ bend: BallisticShot.Bend, course: Double = 0,
    boost: (time: Double, height: Double) = (1, 1), drag: Double = 0, earth: Earth = .wgs84
  ) -> BallisticShot? {
    // along a meridian of a sphere of the mean radius the end is plain
    let start = BallisticShot.Point(latitude: 0.8, longitude: 0.4)
    let end = BallisticShot.Point(
      latitude: 0.8 + distance / earth.radius, longitude: 0.4)
    return BallisticShot(
      from: start, to: end, course: course, distance: distance, bend, boost: boost, drag: drag,
      earth: earth)
  }

  private static let sphere = Earth(
    mu: 3.986004418e14, radius: Radar.earthRadius, flattening: 0, rotation: 0, j2: 0)

  /// Without air or rotation the least-energy flight is the ellipse of `Kepler`: 0.2 s, 0.5 km.
  @Test(arguments: [300_000.0, 800_000, 2_000_000, 5_000_000])
  func leastEnergyIsTheEllipse(_ distance: Double) throws {
    let ours = try #require(
      shot(distance, .leastEnergy, boost: (0.01, 0.1), earth: BallisticShotTests.sphere))
    let ellipse = Kepler.minimumEnergy(
      range: distance, radius: Radar.earthRadius, mu: 3.986004418e14)
    #expect(abs(ours.flightTime - ellipse.time) < 0.2)
    #expect(abs(ours.apogee - ellipse.apogee) < 500)
  }

  /// From a place to itself there is no flight, however it is bent.
  @Test(arguments: [0.0, 1e-9, 0.5])
  func noFlightEndsWhereItStarts(_ distance: Double) {
    let bends: [BallisticShot.Bend] = [
      .leastEnergy, .apogee(100_000), .elevation(1), .speed(2_000),
    ]
    for bend in bends {
      #expect(shot(distance, bend, boost: (60, 40_000), drag: 0.5 / 8_000) == nil)
    }
  }

  /// A given apogee is reached within 50 m, and the place within 1 km.
  @Test(arguments: [100_000.0, 250_000, 800_000])
  func apogeeIsKept(_ apogee: Double) throws {
    let ours = try #require(
      shot(700_000, .apogee(apogee), boost: (60, 40_000), drag: 0.5 / 8_000))
    #expect(abs(ours.apogee - apogee) < 50)
    #expect(ours.miss < 1_000)
  }

  /// A given speed flies the lower arc: flatter and sooner than that of least energy.
  @Test func speedFliesTheLowerArc() throws {
    let best = try #require(shot(600_000, .leastEnergy, boost: (50, 30_000)))
    let fast = try #require(shot(600_000, .speed(2_600), boost: (50, 30_000)))
    #expect(fast.apogee < best.apogee)
    #expect(fast.flightTime < best.flightTime)
  }

  /// Too slow for the distance: no flight, not a wrong one.
  @Test func tooSlowIsNoFlight() {
    #expect(shot(2_000_000, .speed(1_500), boost: (50, 30_000)) == nil)
  }
}

@Suite struct BallisticTableTests {
  private func lattice(_ mode: BallisticTable.Mode) -> BallisticTable? {
    let end = BallisticShot.Point(latitude: 0.91, longitude: 0.36)
    return BallisticTable(
      to: end, course: .pi, distance: 900_000, area: 30_000,
      start: { nearer in
        BallisticShot.Point(
          latitude: 0.91 + (900_000 - nearer) / 6_391_000, longitude: 0.36)
      }, mode: mode, boost: (70, 45_000), drag: (0.5 / 12_000)...(0.5 / 4_000))
  }

  /// Between the nodes: a flight shot for the draw itself, 0.1 s and 200 m all along.
  @Test func latticeError() throws {
    let table = try #require(lattice(.apogee(low: 150_000, high: 450_000)))
    let wanted = [
      (12_000.0, 200_000.0, 9_000.0), (-17_000, 330_000, 5_000), (25_000, 420_000, 7_000),
    ]
    for (offset, apogee, beta) in wanted {
      let distance = 900_000 + offset
      let one = try #require(
        BallisticShot(
          from: BallisticShot.Point(latitude: 0.91 + distance / 6_391_000, longitude: 0.36),
          to: BallisticShot.Point(latitude: 0.91, longitude: 0.36), course: .pi,
          distance: distance, .apogee(apogee), boost: (70, 45_000), drag: 0.5 / beta))
      let read = table.flight(
        distance: Lanes(repeating: distance), wanted: Lanes(repeating: apogee),
        drag: Lanes(repeating: 0.5 / beta))
      #expect(abs(read.flightTime[0] - one.flightTime) < 2)
      #expect(abs(read.apogee[0] - one.apogee) < 200)
      for i in stride(from: 0, through: BallisticShot.Profile.knots, by: 4) {
        let t = read.time(ofKnot: i)
        let place = read.place(t)
        #expect(abs(place.altitude[0] - one.profile.altitude[i]) < 200)
        #expect(abs(place.travelled[0] - one.profile.travelled[i]) < 200)
      }
    }
  }

  /// A speed far above what the distance needs is too flat to fly; the table still holds the slower
  /// flights. Between its nodes a given speed is read within 2 s well above the least speed, near
  /// which elevation follows speed ever more steeply.
  @Test func givenSpeedsAreRead() throws {
    #expect(lattice(.speed(high: 7_000)) != nil)
    let table = try #require(lattice(.speed(high: 3_400)))
    let one = try #require(
      BallisticShot(
        from: BallisticShot.Point(latitude: 0.91 + 900_000 / 6_391_000, longitude: 0.36),
        to: BallisticShot.Point(latitude: 0.91, longitude: 0.36), course: .pi,
        distance: 900_000, .speed(3_350), boost: (70, 45_000), drag: 0.5 / 8_000))
    let read = table.flight(
      distance: Lanes(repeating: 900_000), wanted: Lanes(repeating: 3_350),
      drag: Lanes(repeating: 0.5 / 8_000))
    #expect(abs(read.flightTime[0] - one.flightTime) < 2)
  }

  /// Profile heights fall to nought at the end and travel the whole distance.
  @Test func endsAreKept() throws {
    let table = try #require(lattice(.leastEnergy))
    let read = table.flight(
      distance: Lanes(repeating: 910_000), wanted: .zero, drag: Lanes(repeating: 1e-4))
    let end = read.place(read.flightTime - 1e-6)
    #expect(end.altitude[0] < 50)
    #expect(abs(end.travelled[0] - 910_000) < 200)
  }
}
