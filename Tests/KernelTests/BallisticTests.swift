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
    let bends: [BallisticShot.Bend] = [.leastEnergy, .apogee(100_000)]
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

  /// The lofted ellipse of a speed, against the equation of energy at its ends: half of μ/a apart, v² the same as for the
  /// The inverse of the time of an arc, from a hair above least energy to 10 000 km.
  @Test(arguments: [100_000.0, 790_000, 5_000_000])
  func apogeeOfATime(range: Double) {
    let (radius, mu) = (Radar.earthRadius, 3.986004418e14)
    let least = Kepler.minimumEnergy(range: range, radius: radius, mu: mu)
    for factor in [1.001, 1.1, 2, 5, 20] where least.apogee * factor < 1e7 {
      let time = Kepler.time(range: range, apogee: least.apogee * factor, radius: radius, mu: mu)
      let found = Kepler.apogee(range: range, time: time, radius: radius, mu: mu)
      #expect(abs(found - least.apogee * factor) < 1)
    }
    #expect(Kepler.apogee(range: range, time: 1, radius: radius, mu: mu) == least.apogee)
  }

  /// farthest range; at the farthest range the two ellipses are one.
  @Test(arguments: [(400_000.0, 2_000_000.0), (800_000, 1_200_000), (3_000_000, 5_500_000)])
  func theLoftOfASpeed(_ range: Double, _ farthest: Double) {
    let (radius, mu) = (Radar.earthRadius, 3.986004418e14)
    func speed2(_ range: Double, _ apogee: Double) -> Double {
      let top = radius + apogee
      let e = apogee / (top - radius * cosine(range / radius / 2))
      return mu * (2 / radius - (1 + e) / top)
    }
    let best = Kepler.minimumEnergy(range: farthest, radius: radius, mu: mu)
    let lofted = Kepler.loftedApogee(range: range, farthest: farthest, radius: radius)
    #expect(lofted > best.apogee)
    #expect(abs(speed2(range, lofted) / speed2(farthest, best.apogee) - 1) < 1e-9)
    let same = Kepler.loftedApogee(range: farthest, farthest: farthest, radius: radius)
    #expect(abs(same - best.apogee) < 1)
  }

  private func cosine(_ x: Double) -> Double { sineAndCosine(x).cosine }
}

@Suite struct BallisticTableTests {
  private static let radius = 6_391_000.0

  private func point(_ distance: Double) -> BallisticShot.Point {
    BallisticShot.Point(latitude: 0.91 + distance / BallisticTableTests.radius, longitude: 0.36)
  }

  private func lattice(
    highest: Double, area: Double = 30_000, heights: ClosedRange<Double> = 45_000...45_000
  ) -> BallisticTable? {
    BallisticTable(
      to: BallisticShot.Point(latitude: 0.91, longitude: 0.36), course: .pi, distance: 900_000,
      area: area, start: { point(900_000 - $0) }, .lofted(to: highest), heights: heights,
      drag: (0.5 / 12_000)...(0.5 / 4_000))
  }

  /// A draw between the nodes: how far from the middle, apogee, loading, boost height and time.
  private static let draws:
    [(offset: Double, apogee: Double, beta: Double, height: Double, time: Double)] = [
      (12_000, 300_000, 9_000, 35_000, 50), (-17_000, 430_000, 5_000, 60_000, 70),
      (25_000, 800_000, 7_000, 85_000, 110), (-28_000, 1_100_000, 4_200, 48_000, 90),
    ]

  /// Between the nodes, against a flight shot for the draw itself: 1 s and 1 km all along, over a wide and a small area.
  @Test(arguments: [30_000.0, 100_000])
  func latticeError(_ area: Double) throws {
    let table = try #require(
      lattice(highest: 1_200_000, area: area, heights: 30_000...90_000))
    for draw in BallisticTableTests.draws {
      let distance = 900_000 + draw.offset
      let one = try #require(
        BallisticShot(
          from: point(distance), to: BallisticShot.Point(latitude: 0.91, longitude: 0.36),
          course: .pi, distance: distance, .apogee(draw.apogee),
          boost: (draw.time, draw.height), drag: 0.5 / draw.beta))
      let read = table.flight(
        distance: Lanes(repeating: distance), apogee: Lanes(repeating: draw.apogee),
        drag: Lanes(repeating: 0.5 / draw.beta),
        boost: (Lanes(repeating: draw.time), Lanes(repeating: draw.height)))
      #expect(abs(read.flightTime[0] - one.flightTime) < 1)
      #expect(abs(read.apogee[0] - one.apogee) < 500)
      for i in stride(from: 0, through: BallisticShot.Profile.knots, by: 4) {
        let place = read.place(read.time(ofKnot: i))
        #expect(abs(place.altitude[0] - one.profile.altitude[i]) < 1_000)
        #expect(abs(place.travelled[0] - one.profile.travelled[i]) < 1_000)
      }
    }
  }

  /// The apogee of least energy between the nodes, against a shot of its own: 500 m.
  @Test func leastEnergyIsRead() throws {
    let table = try #require(lattice(highest: 600_000, heights: 30_000...90_000))
    for draw in BallisticTableTests.draws {
      let distance = 900_000 + draw.offset
      let one = try #require(
        BallisticShot(
          from: point(distance), to: BallisticShot.Point(latitude: 0.91, longitude: 0.36),
          course: .pi, distance: distance, .leastEnergy, boost: (draw.time, draw.height),
          drag: 0.5 / draw.beta))
      let read = table.leastApogee(
        distance: Lanes(repeating: distance), drag: Lanes(repeating: 0.5 / draw.beta),
        height: Lanes(repeating: draw.height))
      #expect(abs(read[0] - one.apogee) < 500)
    }
  }

  /// Profile heights fall to nought at the end and travel the whole distance.
  @Test func endsAreKept() throws {
    let table = try #require(lattice(highest: 250_000))
    let read = table.flight(
      distance: Lanes(repeating: 910_000), apogee: Lanes(repeating: 250_000),
      drag: Lanes(repeating: 1e-4),
      boost: (Lanes(repeating: 70), Lanes(repeating: 45_000)))
    let end = read.place(read.flightTime - 1e-6)
    #expect(end.altitude[0] < 50)
    #expect(abs(end.travelled[0] - 910_000) < 200)
  }
}
