import Geodesy
import Kernels
import Quantities
import Scenarios
import TestSupport
import Testing
import Theatre
import Timelines
import Vedette

/// How far a radar sees what flies low: over its horizon, through the ground's reflection and clutter, by band and aspect.
@Suite struct LowLevelTests {
  private static func exactly(_ value: String) -> String { "{law: choice, values: [\(value)]}" }

  /// A guest that flies level towards the port, where a radar of the test's making stands.
  private static func stories(
    height: Int, section: String = "1 m2", guest more: String = "", radar: String = "",
    site: String = "ground,mast\neye,Eye,IS,radar,eye,42.0,12.0,1 km,0 m,6 m",
    scenario: String = "", range: Int = 175
  ) throws -> [Timeline] {
    let catalogue = """

      guest:
        kind: cruise
        range: 1000 km
        speed: \(exactly("200 m/s"))
        altitude: \(exactly("\(height) m"))
        radar_cross_section: \(exactly(section))
      \(more)
      eye:
        kind: ground-radar
        anchor_range: \(exactly("\(range) km"))
        anchor_rcs: \(exactly("1 m2"))
        anchor_pd: \(exactly("0.8"))
        instrumented_range: \(exactly("400 km"))
        ceiling: 30 km
        scan_period: \(exactly("5 s"))
        mast: \(exactly("6 m"))
        availability: \(exactly("1"))
      \(radar)

      """
    let parts = site.split(separator: "\n")
    let sites = Island.sites.split(separator: "\n").enumerated().map { index, line in
      index == 0
        ? "\(line),\(parts[0])"
        : line + String(repeating: ",", count: parts[0].split(separator: ",").count)
    }
    let text = Island.scenario.replacing(
      "present: [north-radar, far-brigade]", with: "present: [eye, guest]"
    ).replacing("      - {move: far-brigade, to: spit}\n", with: "")
      .replacing("edits: [{off: north-radar}, {add: drones}]", with: "edits: [{add: drones}]")
    return try timelines(
      rung(
        "calm",
        [
          "scenario.yaml": text + scenario, "catalogue/arms.yaml": Island.catalogue + catalogue,
          "sites.csv": (sites + [String(parts[1])]).joined(separator: "\n") + "\n",
          "formations.csv": Island.formations + "guest,Guest,FO,guest,mainland,1 km\n",
        ]), threat: "guest", place: "port")
  }

  /// How far from the port it is first detected, km, at the middle draw.
  private static func seen(_ stories: [Timeline]) throws -> Double {
    let found = stories.compactMap { story -> Double? in
      guard let arrived = story[.arrived], let detected = story[.detected] else { return nil }
      return (arrived - detected).seconds * 0.2
    }.sorted()
    return try #require(found.isEmpty ? nil : found[found.count / 2])
  }

  private static let sBand =
    "  wavelength: \(exactly("10 cm"))\n  vertical_beam: \(exactly("3 deg"))"

  /// A 36D6-class radar (175 km against 1 m², 6 m high) does not see 1 m² to the pure horizon of 51 and 140 km: the ground takes
  /// the last kilometres at 100 m, and a fifth at 1 000 m. Without a wavelength it sees to the horizon.
  /// The intervals are ours: no maker's table of range by height could be read.
  @Test(arguments: [(100, 51.3, 41.0...49), (1_000, 140.4, 95...130)])
  func lowFlyersAreSeenShortOfTheHorizon(
    height: Int, horizon: Double, expected: ClosedRange<Double>
  ) throws {
    let bare = try Self.seen(Self.stories(height: height, range: 300))
    #expect(abs(bare - horizon) < 0.06 * horizon, "\(bare)")
    let real = try Self.seen(Self.stories(height: height, radar: Self.sBand))
    #expect(expected.contains(real), "\(real)")
  }

  /// A known ground and a known mast are used as they are: 100 m and 20 m see a flyer at 50 m from 74 km (k 1.18 to 1.7).
  @Test func aKnownHeightIsUsedAsItIs() throws {
    let site = "ground,mast\neye,Eye,IS,radar,eye,42.0,12.0,1 km,100 m,20 m"
    let found = try Self.stories(height: 50, site: site, range: 400)
    let horizon = Radar.horizon(antenna: 120, target: 50, k: 4.0 / 3) / 1_000
    #expect(abs(try Self.seen(found) - horizon) < 0.05 * horizon)
    // without them a hill of 0 to 37 m and the mast of its system
    let unknown = "source\neye,Eye,IS,radar,eye,42.0,12.0,1 km,"
    let low = Radar.horizon(antenna: 24, target: 50, k: 4.0 / 3) / 1_000
    #expect(abs(try Self.seen(Self.stories(height: 50, site: unknown, range: 400)) - low) < 6)
  }

  /// The hill is an input: a scenario that knows better writes it.
  @Test func theHillMayBeSet() throws {
    let unknown = "source\neye,Eye,IS,radar,eye,42.0,12.0,1 km,"
    let flat = try Self.seen(
      Self.stories(
        height: 50, site: unknown, scenario: "ground: {hill: \(Self.exactly("0 m"))}\n", range: 400)
    )
    let horizon = Radar.horizon(antenna: 6, target: 50, k: 4.0 / 3) / 1_000
    #expect(abs(flat - horizon) < 0.06 * horizon)
  }

  /// Clutter of 20 dB takes a factor of √10 of the range where level ground is in sight.
  @Test func clutterHidesWhatFliesOverGroundInSight() throws {
    let site = "ground,mast\neye,Eye,IS,radar,eye,42.0,12.0,1 km,2000 m,20 m"
    func seen(_ clutter: String) throws -> Double {
      try Self.seen(
        Self.stories(
          height: 3_000, section: "0.001 m2",
          radar: clutter.isEmpty ? "" : "  clutter: \(Self.exactly(clutter))", site: site,
          range: 300))
    }
    // 101-fold noise: 3.17 of the range, and a little more, as a longer way has more looks
    let (clear, hidden) = (try seen(""), try seen("100"))
    #expect((3.17...3.65).contains(clear / hidden), "\(clear) and \(hidden)")
  }

  /// A target that a radar of metre waves sees tenfold is seen 10^¼ as far by it, and as far as before by others.
  @Test func eachBandHasItsCrossSection() throws {
    let more = "  metre_cross_section: \(Self.exactly("0.1 m2"))"
    func seen(_ wavelength: String) throws -> Double {
      try Self.seen(
        Self.stories(
          height: 15_000, section: "0.01 m2", guest: more,
          radar:
            "  wavelength: \(Self.exactly(wavelength))\n  vertical_beam: \(Self.exactly("1 deg"))"
        ))
    }
    let (metre, centimetre) = (try seen("1.5 m"), try seen("3 cm"))
    #expect((1.75...1.95).contains(metre / centimetre), "\(metre) and \(centimetre)")
  }

  /// From abeam it is larger: a radar beside the way sees it no later than without, one that it flies at does not.
  @Test func fromAbeamItIsLarger() throws {
    func seen(_ latitude: String, _ more: String) throws -> Double {
      try Self.seen(
        Self.stories(
          height: 10_000, section: "0.01 m2", guest: more,
          site: "ground,mast\neye,Eye,IS,radar,eye,\(latitude),12.0,1 km,0 m,20 m"))
    }
    let side = "  side_cross_section: \(Self.exactly("10 m2"))"
    #expect(abs(try seen("42.0", side) - seen("42.0", "")) < 3)
    #expect(try seen("42.4", side) > seen("42.4", "") + 10)
  }
}
