import Datasets
import Findings
import Foundation
import Geodesy
import Kernels
import Quantities
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Vedette

/// How much of the air could be engaged, against circles of which the area is known.
@Suite struct AirspaceTests {
  private static func exactly(_ value: String) -> String { "{law: choice, values: [\(value)]}" }

  /// A battery of the other side in the middle of the island's land, whose ground and antenna are known.
  private static func analysis(
    range: String = "120 km", highest: String = "30 km", antenna: String = "12 m",
    facing: String = "", sector: String = "", terrain: Terrain? = nil, copies: Int = 1,
    borders: [String: Polygon]? = nil
  ) throws -> Analysis {
    let battery = """

      umbrella:
        kind: air-defence
        engagement_range: \(exactly(range))
        altitude_min: \(exactly("10 m"))
        altitude_max: \(exactly(highest))
        reaction: 10 s
        interceptor_speed: 1000 m/s
        antenna: \(exactly(antenna))
      \(sector)

      """
    let site = "FO,air defence,umbrella,42.0,12.0,1 km,0 m,\(facing)\n"
    let sites =
      Island.sites.split(separator: "\n").enumerated()
      .map { $0 == 0 ? "\($1),ground,facing" : "\($1),," }.joined(separator: "\n")
      + "\nfirst,First,\(site)second,Second,\(site)"
      + (1..<copies).map { "copy-\($0),Copy,\(site)" }.joined()
    let text = Island.scenario
      .replacing(
        "- {move: far-brigade, to: spit}",
        with: (["first"] + (1..<copies).map { "copy-\($0)" }).map { "- {on: \($0)}" }
          .joined(separator: "\n      ")
      )
      .replacing(
        "edits: [{off: north-radar}, {add: drones}]", with: "edits: [{on: first}, {on: second}]")
    let land = Polygon(rings: [
      [SIMD2(10, 40), SIMD2(16, 40), SIMD2(16, 44), SIMD2(10, 44), SIMD2(10, 40)]
    ])
    return Analysis(
      try Scenario(
        id: "island",
        files: Island.files([
          "scenario.yaml": text, "catalogue/arms.yaml": Island.catalogue + battery,
          "sites.csv": sites,
        ])),
      environment: Environment(
        terrain: terrain, refractivity: nil, borders: borders ?? ["IS": land]), data: []
    )
  }

  private static func results(_ analysis: Analysis) async throws -> Results {
    try await analysis.answer(
      Ask(levels: [.tactical], products: [AirspaceFigures.product]), .draws(16), seed: 1)
  }

  private static func area(
    _ results: Results, _ level: String, _ posture: String = "tense",
    _ quantity: FigureQuantity = AirspaceFigures.engaged, _ statistic: Statistic = .median
  ) throws -> Double {
    let id = FigureID(.country("IS"), quantity.of(level), .posture(posture), statistic)
    return try #require(results.figures[id: id]?.estimate.value)
  }

  /// High up it is the circle of the reach, π (R² − h²); at 100 m that of the horizon, π (√(2kRa) + √(2kRh))² with k between
  /// 1.18 and 1.7. Points stand 2 km apart: 2 % of a circle of 50 km.
  @Test func theHorizonLimitsTheCircle() async throws {
    let results = try await Self.results(try Self.analysis())
    let circle = Double.pi * 120 * 120
    #expect(abs(try Self.area(results, "circle") / circle - 1) < 0.02)
    #expect(abs(try Self.area(results, "10000m") / (circle - .pi * 100) - 1) < 0.02)
    func low(_ k: Double) -> Double {
      let d = Radar.horizon(antenna: 12, target: 100, k: k) / 1_000
      return .pi * d * d
    }
    let found = try Self.area(results, "100m")
    #expect((0.97 * low(1.18)...1.03 * low(1.7)).contains(found), "\(found)")
    #expect(found < 0.3 * circle)
    // six degrees of longitude at 42°, 496 km, by four of latitude, 444 km
    #expect(
      abs(try Self.area(results, "100m", "tense", AirspaceFigures.share) * 220_300 / found - 1)
        < 0.03)
  }

  /// Nobody engages above the greatest height, and nothing is engaged where no battery stands.
  @Test func heightsAndAbsenceAreZero() async throws {
    let results = try await Self.results(try Self.analysis(highest: "5 km"))
    #expect(try Self.area(results, "10000m") == 0)
    #expect(try Self.area(results, "3000m") > 0)
    #expect(try Self.area(results, "circle", "calm") == 0)
  }

  /// A second battery at the same place adds nothing but overlap; the change is that of the same draws.
  @Test func twoBatteriesOverlap() async throws {
    let results = try await Self.results(try Self.analysis())
    for level in AirspaceFigures.levels {
      let one = try Self.area(results, level)
      // each stands somewhere within its kilometre
      #expect(abs(try Self.area(results, level, "blind") / one - 1) < 0.06)
      #expect(try Self.area(results, level, "tense", AirspaceFigures.twice) == 0)
      #expect(abs(try Self.area(results, level, "blind", AirspaceFigures.twice) / one - 1) < 0.06)
      let change = FigureID(
        .country("IS"), AirspaceFigures.engaged.of(level), .pair(before: "calm", after: "tense"),
        .median)
      #expect(results.figures[id: change]?.estimate.value == one)
    }
  }

  /// A sector of a quarter leaves a quarter; without a facing it looks all round.
  @Test func aSectorIsItsShare() async throws {
    let sector = "  sector: \(Self.exactly("90 deg"))"
    let quarter = try Self.area(
      try await Self.results(try Self.analysis(facing: "90", sector: sector)), "3000m")
    let whole = try Self.area(try await Self.results(try Self.analysis(sector: sector)), "3000m")
    #expect(abs(quarter / whole - 0.25) < 0.01)
  }

  /// More reach, a higher antenna, a lower target: areas grow and shrink as they must.
  @Test func areasAreOrdered() async throws {
    let usual = try await Self.results(try Self.analysis())
    let higher = try await Self.results(try Self.analysis(antenna: "39 m"))
    let farther = try await Self.results(try Self.analysis(range: "150 km"))
    #expect(try Self.area(higher, "100m") > Self.area(usual, "100m"))
    #expect(try Self.area(farther, "10000m") > Self.area(usual, "10000m"))
    #expect(try Self.area(farther, "100m") == Self.area(usual, "100m"))
    #expect(try Self.area(usual, "100m") < Self.area(usual, "1000m"))
    // nowhere more than the circle
    for level in AirspaceFigures.levels {
      #expect(try Self.area(usual, level) <= Self.area(usual, "circle"))
    }
  }

  /// The same figures for any number of tasks.
  @Test func sameFiguresForAnyThreads() async throws {
    let analysis = try Self.analysis()
    let ask = Ask(levels: [.tactical], products: [AirspaceFigures.product])
    let one = try await analysis.answer(ask, .draws(16), seed: 3, threads: 1)
    let four = try await analysis.answer(ask, .draws(16), seed: 3, threads: 4)
    #expect(Array(one.figures) == Array(four.figures))
  }

  /// The map agrees with the figures: the mean share times the ground is the mean area.
  @Test func theMapTellsTheSame() async throws {
    let analysis = try Self.analysis()
    let study = try #require(analysis.airspace())
    let posture = try #require(analysis.scenario.theatre.posture("tense"))
    let map = try await study.map(
      posture, at: .metres(3_000), by: 1, seed: 1, threads: 2
    ) { _, _ in }
    let area =
      map.told(at: .metres(3_000)).reduce(0) { $0 + Double($1) }
      * map.plane.spacing * map.plane.spacing / 1e6
    let told = try Self.area(try await Self.results(analysis), "3000m")
    #expect(abs(area / told - 1) < 0.01)
  }

  /// So many batteries in one place that a byte cannot count them engage what one engages.
  @Test func manyBatteriesAreNotNone() async throws {
    let one = try Self.area(try await Self.results(try Self.analysis()), "3000m")
    let many = try await Self.results(try Self.analysis(copies: 256))
    #expect(abs(try Self.area(many, "3000m") / one - 1) < 0.06)
    #expect(abs(try Self.area(many, "3000m", "tense", AirspaceFigures.twice) / one - 1) < 0.06)
  }

  /// Heights every 0.05°: level, with a wall of 3 km along 42.3° N that the height makes.
  private static func terrain(wall: Float) -> Terrain {
    let (rows, columns) = (121, 161)
    var heights = [Float](repeating: 0, count: rows * columns)
    // 45° N to 39° N; row 54 is 42.3° N
    for column in 0..<columns { heights[54 * columns + column] = wall }
    return Terrain(
      world: Grid(
        north: 45, west: 9, step: 0.05, rows: rows, columns: columns, values: heights))
  }

  /// Over level ground the floor is the horizon; a wall to the north hides what lies behind it, half of the circle but for the
  /// 33 km before the wall.
  @Test func aWallHidesWhatLiesBehind() async throws {
    let smooth = try Self.area(try await Self.results(try Self.analysis()), "1000m")
    let level = try Self.area(
      try await Self.results(try Self.analysis(terrain: Self.terrain(wall: 0))), "1000m")
    #expect(abs(level / smooth - 1) < 0.05, "\(level) and \(smooth)")
    let walled = try Self.area(
      try await Self.results(try Self.analysis(terrain: Self.terrain(wall: 3_000))), "1000m")
    // south half and a strip of 33 km: 0.5 + (33/120) · 2/π of the circle
    #expect(abs(walled / smooth - 0.675) < 0.06, "\(walled / smooth)")
    // coarse ground says nothing below 300 m
    let low = try await Self.results(try Self.analysis(terrain: Self.terrain(wall: 3_000)))
    #expect(try Self.area(low, "100m") > 0)
  }

  /// Without air defence of the other side, or without a border, there is nothing to tell.
  @Test func withoutBatteriesOrBordersThereIsNoStudy() throws {
    #expect(try Self.analysis().airspace() != nil)
    #expect(try Self.analysis(borders: [:]).airspace() == nil)
    let unarmed = try Scenario(id: "island", files: Island.files([:]))
    let square = Polygon(rings: [
      [SIMD2(10, 40), SIMD2(16, 40), SIMD2(16, 44), SIMD2(10, 44), SIMD2(10, 40)]
    ])
    let bare = Analysis(
      unarmed,
      environment: Environment(terrain: nil, refractivity: nil, borders: ["IS": square]), data: [])
    #expect(bare.airspace() == nil)
  }
}
