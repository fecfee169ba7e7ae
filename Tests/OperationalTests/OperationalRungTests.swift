import Findings
import Kernels
import Operational
import Quantities
import Scenarios
import TestSupport
import Testing
import Theatre
import Vedette

/// The rung on an island whose sea is land: one army on the mainland, one guard on the island, everything constant.
@Suite struct OperationalRungTests {
  /// Numbers of a side.
  private static func movement(_ speed: String = "30 km/h") -> String {
    """
        march_speed: {law: choice, values: [\(speed)]}
        spacing: {law: choice, values: [100 m]}
        march_day: {law: choice, values: [24 h]}
        detour: {law: choice, values: [1.5]}
        rail_from: {law: choice, values: [10000 km]}
        rail_speed: {law: choice, values: [50 km/h]}
        train_vehicles: {law: choice, values: [40]}
        loading: {law: choice, values: [3 h]}
        unloading: {law: choice, values: [2 h]}
        ramps: {law: choice, values: [1]}
        trains_a_day: {law: choice, values: [24]}
        train_sets: {law: choice, values: [10]}

    """
  }

  static let axis = """
        title: Across the sand
        countries: [FO]
        from: spit
        defenders: [IS]
        at: north-radar
        places: [port]
        men: {law: choice, values: [3000]}
        approach: {law: choice, values: [60 km]}
        roads: {law: choice, values: [1]}
        reported_share: {law: choice, values: [10 %]}
        decision: {law: choice, values: [5 h]}
        needed: {law: choice, values: [500]}

    """

  static func text(_ axis: String = axis, speed: String = "30 km/h") -> String {
    "movement:\n  other:\n" + movement(speed) + "  defended:\n" + movement()
      + """
      observers:
        fisher: {title: A fisherman, revisit: {law: choice, values: [1 min]}, clear: {law: choice, values: [100 %]}, sees: {law: choice, values: [100 %]}, delay: {law: choice, values: [2 h]}}
      axes:
        sand:

      """ + axis
  }

  private static let army = """
    army:
      kind: ground-force
      men: {law: choice, values: [3000]}
      tanks: {law: choice, values: [100]}
      trucks: {law: choice, values: [200]}
      notice: {law: choice, values: [10 h]}
    guard:
      kind: ground-force
      men: {law: choice, values: [600]}
      trucks: {law: choice, values: [30]}
      notice: {law: choice, values: [1 h]}

    """

  static func files(
    _ operations: String = text(), _ replaced: [String: String] = [:]
  ) -> [TextFile] {
    Island.files(
      [
        "operations.yaml": operations, "catalogue/army.yaml": army,
        "scenario.yaml": Island.scenario
          .replacing(
            "present: [north-radar, far-brigade]",
            with: "present: [north-radar, far-brigade, first-army, home-guard]"
          )
          .replacing(
            "- {move: far-brigade, to: spit}",
            with: "- {move: far-brigade, to: spit}\n      - {move: first-army, to: spit}"),
        "formations.csv": Island.formations
          + "first-army,First Army,FO,army,mainland,\nhome-guard,Home guard,IS,guard,north-radar,\n",
      ].merging(replaced) { $1 })
  }

  private static func answer(_ files: [TextFile]) async throws -> Results {
    let analysis = Analysis(
      try Scenario(id: "island", files: files),
      environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [],
      rungs: [OperationalSlice.self])
    return try await analysis.results(.draws(4), seed: 1)
  }

  private static func days(_ results: Results, _ id: String) -> Double? {
    results.figure("operational/region/\(id)")?.estimate.value
  }

  /// Mainland to spit is 145.48 km as GeographicLib has it (41.5 N 15.9 E to 41.8 N 14.2 E), half as much again on the ground; 300 vehicles pass in an
  /// hour. A minute is the tick.
  @Test func theClockIsTheSumOfItsParts() async throws {
    let results = try await Self.answer(Self.files())
    let straight = 145.48  // km
    let march = straight * 1.5 / 30
    let closed = (10 + march + 1) / 24
    let tolerance = 1 / 1_440.0
    #expect(abs(try #require(Self.days(results, "closing.sand/calm/median")) - closed) < tolerance)
    // seen as soon as the army stands there, told 2 h later, ordered 5 h later: what is left is the approach of 2 h less 7 h
    let warning = try #require(Self.days(results, "warning.sand/calm/median"))
    #expect(abs(warning - (2 - 7) / 24.0) < 2 / 1_440.0)
    #expect(Self.days(results, "warning.sand/calm/in-time") == 0)
    // the guard stands where it is needed: an hour's notice
    #expect(
      abs(try #require(Self.days(results, "reinforcing.sand/calm/median")) - 1 / 24.0) < 1 / 1_440.0
    )
    #expect(Self.days(results, "warning.sand/calm/reinforced-first") == 0)
    // moved to where it closes up, only its notice is left
    #expect(
      abs(try #require(Self.days(results, "closing.sand/tense/median")) - 10 / 24.0) < 1 / 1_440.0)
    #expect(Self.days(results, "gate.sand-force/calm/share") == nil)
    #expect(Self.days(results, "gate-force.sand/calm/share") == 1)
  }

  /// A quick decision and a quick fisherman leave time; the difference is theirs alone.
  @Test func earlierReportsLeaveMore() async throws {
    let slow = try await Self.answer(Self.files())
    let quick = try await Self.answer(
      Self.files(Self.text(Self.axis.replacing("[5 h]", with: "[1 h]"))))
    let gained =
      try #require(Self.days(quick, "warning.sand/calm/median"))
      - (try #require(Self.days(slow, "warning.sand/calm/median")))
    #expect(abs(gained - 4 / 24.0) < 2 / 1_440.0)
  }

  /// Supply that comes in at half a day's use a day: 4 days short last 8 days; never where none comes; made at hand 100 %: 2.7 days.
  @Test func supplyMayBind() async throws {
    let short =
      Self.axis
      + "    supply_needed: {law: choice, values: [5 d]}\n    supply_held: {law: choice, values: [1 d]}\n    supply_inflow: {law: choice, values: [0.5]}\n"
    let results = try await Self.answer(Self.files(Self.text(short)))
    #expect(abs(try #require(Self.days(results, "closing.sand/calm/median")) - 8) < 1 / 1_440.0)
    #expect(Self.days(results, "gate-supply.sand/calm/share") == 1)
    #expect(
      abs(try #require(Self.days(results, "closing-if-made-100.sand/calm/median")) - 4 / 1.5) < 1e-9
    )
    let never = try await Self.answer(
      Self.files(Self.text(short.replacing("[0.5]", with: "[0]"))))
    #expect(Self.days(never, "warning.sand/calm/out-of-reach") == 1)
    #expect(Self.days(never, "shut-supply.sand/calm/share") == 1)
  }

  /// Men held back in the rear are needed beside the force; who takes them over releases it.
  @Test func theRearTiesMenDown() async throws {
    let held = Self.axis + "    rear: {law: choice, values: [500]}\n"
    #expect(
      Self.days(
        try await Self.answer(Self.files(Self.text(held))), "warning.sand/calm/out-of-reach")
        == 1)
    let taken = held + "    host_share: {law: choice, values: [100 %]}\n"
    #expect(
      Self.days(
        try await Self.answer(Self.files(Self.text(taken))), "warning.sand/calm/out-of-reach") == 0)
  }

  /// Vehicles that stand forward wait for their crews: 30 h of travel in place of 10 h of notice.
  @Test func crewsTravelToTheirVehicles() async throws {
    let stored = Self.army.replacing(
      "  notice: {law: choice, values: [10 h]}",
      with: "  notice: {law: choice, values: [10 h]}\n  crew_travel: {law: choice, values: [30 h]}")
    #expect(stored != Self.army)
    let results = try await Self.answer(
      Self.files(Self.text(), ["catalogue/army.yaml": stored]))
    #expect(
      abs(try #require(Self.days(results, "closing.sand/tense/median")) - 30 / 24.0) < 1 / 1_440.0)
  }

  /// Who reinforces and who closes up: each side's forces move for their own side alone.
  @Test func eachSideMovesItsOwn() async throws {
    let none = Self.axis.replacing("countries: [FO]", with: "countries: [GB]")
    let results = try await Self.answer(Self.files(Self.text(none)))
    #expect(Self.days(results, "warning.sand/calm/out-of-reach") == 1)
    #expect(Self.days(results, "shut-force.sand/calm/share") == 1)
  }

  /// The same seed gives the same figures for any threads.
  @Test func sameFiguresForAnyThreads() async throws {
    let analysis = Analysis(
      try Scenario(
        id: "island",
        files: Self.files(
          Self.text(
            Self.axis.replacing(
              "men: {law: choice, values: [3000]}",
              with: "men: {low: 1000, likely: 2500, high: 3000}")))),
      environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [],
      rungs: [OperationalSlice.self])
    let one = try await analysis.results(.draws(16), seed: 5, threads: 1)
    let two = try await analysis.results(.draws(16), seed: 5, threads: 2)
    #expect(one.figures.map(\.estimate) == two.figures.map(\.estimate))
    #expect(one.figures.count > 20)
  }

  // MARK: what is wrong is said where it stands

  @Test(arguments: [
    ("from: spit", "from: moon", "'moon' is not a known site"),
    ("countries: [FO]", "countries: [Foreland]", "expected"),
    ("places: [port]", "places: [prot]", "'prot' is not a known place or country"),
    ("men: {law", "men: -3 # {law", "out of range"),
    ("men: {law", "man: {law", "'man' is not a known field of sand"),
    ("needed: {law", "# ", "'needed' is missing"),
    ("defenders: [IS]", "", "say nothing without each other"),
    ("[10 %]", "[0 %]", "out of range"),
    ("[30 km/h]", "[0 km/h]", "out of range"),
    ("[24]", "[0]", "out of range"),
    ("ramps: ", "# ", "'ramps' is missing"),
    ("[1 min]", "[0 s]", "out of range"),
    ("axes:", "axis:", "'axis' is not a known key"),
  ])
  func aSlipIsTold(_ written: String, _ instead: String, _ expected: String) {
    let text = Self.text().replacing(written, with: instead)
    do {
      _ = try Scenario(id: "island", files: Self.files(text))
      Issue.record("accepted")
    } catch { #expect(error.description.contains(expected), "\(error)") }
  }

  @Test(arguments: [
    ("a,A,road,41,14,open,", true), ("a,A,sea,41,14,open,", false),
    ("a,A,rail,41,14,shut,", false), ("a,A,rail,95,14,open,", false),
    ("a,A,rail,41,14,open,wide", false), ("a,A,rail,41,14,closed,same", true),
    ("a,A,rail,41,14,closed,change", false),
  ])
  func crossingsAreRead(_ row: String, _ isRight: Bool) {
    let table = "id,name,kind,latitude,longitude,state,gauge\n\(row)\n"
    let scenario = try? Scenario(
      id: "island", files: Self.files(Self.text(), ["crossings.csv": table]))
    #expect((scenario != nil) == isRight)
    if let scenario { #expect(scenario.theatre.crossings.count == 1) }
  }

  /// Forces of the defended side are no threat: nothing is said of their standing on it, and none reaches a place.
  @Test func groundForcesAreNoThreat() throws {
    let theatre = try Scenario(id: "island", files: Self.files()).theatre
    #expect(!theatre.isThreat("army") && theatre.isThreat("arrow"))
    let change = try #require(theatre.change(from: "calm", to: "tense"))
    #expect(change.parts == ["move far-brigade to spit", "set alert.decision"])
  }
}
