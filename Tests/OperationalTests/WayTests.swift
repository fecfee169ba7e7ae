import Findings
import Kernels
import Operational
import Scenarios
import TestSupport
import Testing
import Theatre
import Vedette

/// Ways over made-up networks between the mainland and the spit: hours worked out by hand from lengths that the networks give.
@Suite struct WayTests {
  /// Mainland, a place on the short way, the spit, and one on the long way round.
  private static let points = [
    SIMD2(15.9, 41.5), SIMD2(15.0, 41.6), SIMD2(14.2, 41.8), SIMD2(15.0, 42.4),
  ]

  /// 200 km by the second node; 300 km by the last one, where there is one.
  private static func network(_ scale: Double = 1, hasDetour: Bool = true) -> Network {
    let short = [
      Network.Link(0, 1, length: 100_000 * scale), .init(1, 2, length: 100_000 * scale),
    ]
    let long = [Network.Link(0, 3, length: 150_000 * scale), .init(3, 2, length: 150_000 * scale)]
    return Network(points: points, links: short + (hasDetour ? long : []))
  }

  private static func figure(
    _ id: String, roads: Network?, railways: Network? = nil, borders: [String: Polygon] = [:],
    crossings: String = "", operations: String = OperationalRungTests.text()
  ) async throws -> Double? {
    let head = "id,name,kind,latitude,longitude,state,gauge\n"
    let files = OperationalRungTests.files(operations, ["crossings.csv": head + crossings])
    let analysis = Analysis(
      try Scenario(id: "island", files: files),
      environment: Environment(
        terrain: nil, refractivity: nil, borders: borders, roads: roads, railways: railways),
      data: [], rungs: [OperationalSlice.self])
    let results = try await analysis.results(.draws(4), seed: 1)
    return results.figure("operational/region/\(id)")?.estimate.value
  }

  private static func hours(
    roads: Network?, railways: Network? = nil, borders: [String: Polygon] = [:],
    crossings: String = "", operations: String = OperationalRungTests.text()
  ) async throws -> Double? {
    try await figure(
      "closing.sand/calm/median", roads: roads, railways: railways, borders: borders,
      crossings: crossings, operations: operations
    ).map { $0 * 24 }
  }

  /// A minute is the tick.
  private static let minute = 1 / 60.0

  /// 10 h notice, 200 km at 30 km/h, an hour to pass: the `detour` of straight lines, 1.5, is not taken.
  @Test func aWayIsAsLongAsItsLinks() async throws {
    let hours = try #require(try await Self.hours(roads: Self.network()))
    #expect(abs(hours - (10 + 200 / 30.0 + 1)) < Self.minute)
  }

  /// Closed on the short way, it goes round; nowhere to go round, there is no way.
  @Test func aClosedCrossingIsNotPassed() async throws {
    let closed = "gate,Gate,road,41.7,14.6,closed,same\n"
    let round = try #require(try await Self.hours(roads: Self.network(), crossings: closed))
    #expect(abs(round - (10 + 300 / 30.0 + 1)) < Self.minute)
    let never = try await Self.figure(
      "warning.sand/calm/out-of-reach", roads: Self.network(hasDetour: false), crossings: closed)
    #expect(never == 1)
    // an open one, and one of the railway, change nothing
    for row in ["gate,Gate,road,41.7,14.6,open,same\n", "gate,Gate,rail,41.7,14.6,closed,same\n"] {
      let hours = try #require(try await Self.hours(roads: Self.network(), crossings: row))
      #expect(abs(hours - (10 + 200 / 30.0 + 1)) < Self.minute)
    }
  }

  /// Nobody closes up through the land that is defended.
  @Test func theOthersLandIsNotPassed() async throws {
    let square = [
      SIMD2(14.9, 41.55), SIMD2(15.1, 41.55), SIMD2(15.1, 41.65), SIMD2(14.9, 41.65),
    ]
    let round = try await Self.hours(
      roads: Self.network(), borders: ["IS": Polygon(onEarth: [square])])
    #expect(abs(try #require(round) - (10 + 300 / 30.0 + 1)) < Self.minute)
  }

  /// 300 vehicles are 8 trains of 40; one ramp loads them by 34 h, the last runs 10 h over 500 km and is unloaded in 2 h.
  @Test func trainsTakeTheRailway() async throws {
    let rail = OperationalRungTests.text().replacing("[10000 km]", with: "[0 km]")
    let railways = Self.network(2.5)
    let hours = try #require(
      try await Self.hours(roads: Self.network(), railways: railways, operations: rail))
    #expect(abs(hours - (10 + 8 * 3 + 10 + 2)) < Self.minute)
    // a change of gauge on the way holds each train up for 6 h
    let change = rail.replacing(
      "    train_sets:", with: "    gauge_change: {law: choice, values: [6 h]}\n    train_sets:")
    let later = try #require(
      try await Self.hours(
        roads: Self.network(), railways: railways,
        crossings: "gate,Gate,rail,41.7,14.6,open,change\n", operations: change))
    #expect(abs(later - hours - 6) < Self.minute)
    // and so does a map that knows where gauges change
    let gauged = Network(
      points: railways.points,
      links: railways.links.enumerated().map { index, link in
        Network.Link(
          link.first, link.last, length: link.length, gauge: index == 0 ? 1_520 : 1_435)
      })
    let told = try #require(
      try await Self.hours(roads: Self.network(), railways: gauged, operations: change))
    #expect(abs(told - hours - 6) < Self.minute)
  }
}
