import Datasets
import Findings
import Foundation
import Geodesy
import Kernels
import Operational
import Quantities
import Reports
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Vedette

/// What the rung tells beside its clock, on the island: shares of trains and men, one more unit, losses, movements of the past.
@Suite struct AsideTests {
  private static func results(
    _ operations: String, _ replaced: [String: String] = [:], roads: Network? = nil
  ) async throws -> Results {
    let analysis = Analysis(
      try Scenario(id: "island", files: OperationalRungTests.files(operations, replaced)),
      environment: Environment(terrain: nil, refractivity: nil, borders: [:], roads: roads),
      data: [], rungs: [OperationalSlice.self])
    // what is asked of a posture is told of it, whichever the headline leads to
    let postures = Set(analysis.scenario.theatre.postures.map(\.id))
    return try await analysis.answer(Ask(postures: postures), .draws(4), seed: 1)
  }

  private static func value(_ results: Results, _ id: String) -> Double? {
    results.figure("operational/region/\(id)")?.estimate.value
  }

  /// 10 h of notice, 218.22 km of road (145.48 km straight, as GeographicLib has it) at 30 km/h, and an hour to pass; the tick is a minute.
  private static let closed = (10 + 145.48 * 1.5 / 30 + 1) / 24.0
  private static let tolerance = 1 / 1_440.0

  /// The formation is there when the axis closes; its 3 000 men are all that is needed.
  @Test func eachFormationHasItsDay() async throws {
    let results = try await Self.results(OperationalRungTests.text())
    let day = try #require(Self.value(results, "closes-first-army.sand/calm/median"))
    #expect(abs(day - Self.closed) < Self.tolerance)
    #expect(Self.value(results, "listed.sand/calm/median") == 1)
    // the guard stands where it is needed: an hour's notice
    #expect(
      abs(try #require(Self.value(results, "closes-home-guard.sand/calm/median")) - 1 / 24.0) < 1e-9
    )
    // without a map there is no length, no detour and no line
    #expect(Self.value(results, "length-first-army.sand/calm/median") == nil)
    #expect(Self.value(results, "lines-road.sand/calm/median") == nil)
  }

  /// A build-up that is one under several postures is worked out once: each of them tells what it tells alone.
  @Test func eachPostureTellsItsOwn() async throws {
    let analysis = Analysis(
      try Scenario(id: "island", files: OperationalRungTests.files(OperationalRungTests.text())),
      environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [])
    let postures = analysis.scenario.theatre.postures.map(\.id)
    #expect(postures.count > 1)
    func told(_ postures: [String]) async throws -> [FigureID: Figure] {
      let ask = Ask(
        levels: [.operational], postures: Set(postures), pairs: [],
        products: [OperationalFigures.clocks])
      let results = try await analysis.answer(ask, .draws(4), seed: 1)
      return Dictionary(uniqueKeysWithValues: results.figures.map { ($0.id, $0) })
    }
    let all = try await told(postures)
    for posture in postures {
      let alone = try await told([posture])
      #expect(!alone.isEmpty)
      for (id, figure) in alone { #expect(all[id] == figure, "\(id)") }
    }
    // the army and the guard stand alike under all of them: one build-up
    let listed = all.values.filter {
      $0.id.quantity.name == OperationalFigures.listed.name && $0.id.statistic == .median
    }
    #expect(listed.count == postures.count && Set(listed.map(\.estimate)).count == 1)
  }

  /// One formation alone has its row, and the other side none.
  @Test func oneFormationIsTold() async throws {
    let scenario = try Scenario(
      id: "island", files: OperationalRungTests.files(OperationalRungTests.text()))
    let theatre = scenario.theatre
    let results = try await Self.results(OperationalRungTests.text())
    let ladder = Ladder(results: results, theatre: theatre, classes: theatre.classesOfThreat)
    let posture = try #require(theatre.posture("calm"))
    func text(_ formation: String?) throws -> String {
      try #require(MarchText(ladder, axis: "sand", under: posture, formation: formation)).text
    }
    let (army, guards) = (
      try #require(posture.forces.first { $0.id == "first-army" }).name,
      try #require(posture.forces.first { $0.id == "home-guard" }).name
    )
    #expect(try text(nil).contains(army) && text(nil).contains(guards))
    #expect(try text("first-army").contains(army) && !text("first-army").contains(guards))
    #expect(try !text("home-guard").contains(army) && text("home-guard").contains(guards))
  }

  /// One army on two axes that need half of it each: it goes to one of them.
  @Test func axesShareMen() async throws {
    let half = OperationalRungTests.axis.replacing("[3000]", with: "[1500]")
    let both =
      OperationalRungTests.text(half) + "  dune:\n" + half
      + "together:\n  both: {title: Both, axes: [sand, dune]}\n"
    let results = try await Self.results(both)
    #expect(Self.value(results, "warning.dune/calm/out-of-reach") == 0)
    #expect(Self.value(results, "closing-with-both.sand/calm/out-of-reach") == 0)
    #expect(Self.value(results, "closing-with-both.dune/calm/out-of-reach") == 1)
  }

  /// Supply that comes to two axes comes to each half as fast: 4 days short at 0.5 a day take 8 days alone and 16 beside another.
  @Test func axesShareSupply() async throws {
    let short =
      OperationalRungTests.axis
      + "    supply_needed: {law: choice, values: [5 d]}\n    supply_held: {law: choice, values: [1 d]}\n    supply_inflow: {law: choice, values: [0.5]}\n"
    let both =
      OperationalRungTests.text(short) + "  dune:\n" + OperationalRungTests.axis
      + "together:\n  both: {title: Both, axes: [sand, dune]}\n"
    let results = try await Self.results(both)
    #expect(abs(try #require(Self.value(results, "closing.sand/calm/median")) - 8) < 1 / 1_440.0)
    #expect(
      abs(try #require(Self.value(results, "closing-with-both.sand/calm/median")) - 16) < 1e-9)
  }

  /// A second army whose vehicles wait on the spit is ready with its notice of 10 h: what is gained is the march.
  @Test func oneMoreUnitSavesTheMarch() async throws {
    let results = try await Self.results(
      OperationalRungTests.text() + "prepositioned: army\n")
    let sooner = try #require(Self.value(results, "sooner.sand/calm/median"))
    #expect(abs(sooner - (Self.closed - 10 / 24.0)) < Self.tolerance)
    #expect(Self.value(results, "sooner.sand/tense/median") == 0)
  }

  /// What waits forward is a unit, and no missile.
  @Test(arguments: [
    ("arrow", "'arrow' is no ground force"), ("amry", "'amry' is not a known system"),
  ])
  func whatWaitsForwardIsAUnit(_ system: String, _ expected: String) {
    do {
      _ = try Scenario(
        id: "island",
        files: OperationalRungTests.files(
          OperationalRungTests.text() + "prepositioned: \(system)\n"))
      Issue.record("accepted")
    } catch { #expect(error.description.contains(expected), "\(error)") }
  }

  /// 40 of 100 hit, half of them jammed, half of the rest shot down, half of the hits fatal: 20, 10, 10 and 5.
  @Test func coverSavesVehicles() async throws {
    let vehicle = """

      wagon:
        kind: carrier
        held: {law: choice, values: [70]}
        lost_to_drone: {law: choice, values: [50 %]}
        lost_to_munition: {law: choice, values: [50 %]}
        lost_to_missile: {law: choice, values: [50 %]}

      """
    let text =
      OperationalRungTests.text()
      + "attrition:\n  drone:\n    hits: {law: choice, values: [40 %]}\n    jammed: {law: choice, values: [50 %]}\n    shot: {law: choice, values: [50 %]}\n"
    let results = try await Self.results(text, ["catalogue/wagon.yaml": vehicle])
    let led = try #require(results.figures.first { $0.id.quantity.name == "lost" }).id.setting
      .postures[0]
    for (cover, lost) in [("bare", 20.0), ("jammers", 10), ("air-defence", 10), ("both", 5)] {
      #expect(
        abs(try #require(Self.value(results, "lost-drone-\(cover).wagon/\(led)/median")) - lost)
          < 1e-9)
    }
    #expect(Self.value(results, "held.wagon/\(led)/median") == 70)
    #expect(Self.value(results, "lost-missile-bare.wagon/\(led)/median") == nil)
  }

  /// What was known before says so many days; what was observed is no input of it.
  @Test(arguments: [("1 d", 0.0), ("20 h", 1.0)])
  func thePastIsHeldAgainstWhatCame(_ least: String, _ agrees: Double) async throws {
    let past = """
      past:
        then:
          title: Then
          countries: [FO]
          from: spit
          posture: calm
          moment: closed
          began: 2029-05-01
          edits: [{set: catalogue.army.notice, to: {law: choice, values: [12 h]}}]
          took: {low: \(least), likely: 2 d, high: 3 d}

      """
    let fields = OperationalRungTests.axis.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in
        ["title:", "countries:", "from:", "defenders:", "at:", "places:", "needed:"].allSatisfy {
          !line.contains($0)
        }
      }.joined(separator: "\n")
    let results = try await Self.results(OperationalRungTests.text() + past + fields)
    let predicted = try #require(Self.value(results, "predicted.then/calm/median"))
    #expect(abs(predicted - (Self.closed + 2 / 24.0)) < Self.tolerance)
    #expect(Self.value(results, "predicted.then/calm/within") == agrees)
    #expect(Self.value(results, "observed-most.then/calm/median") == 3)
    // the axis of the past is no axis of the scenario
    #expect(Self.value(results, "warning.then/calm/median") == nil)
  }

  /// What a source of a later day says is left out; where nobody else speaks it stays, and that is told.
  @Test(arguments: [true, false])
  func nobodyIsWiseBeforeTheEvent(_ anotherSpeaks: Bool) async throws {
    let claims =
      (anotherSpeaks ? "{law: choice, values: [12 h]}, " : "")
      + "{law: choice, values: [100 h], source: later}"
    let past = """
      past:
        then:
          countries: [FO]
          from: spit
          posture: calm
          moment: closed
          began: 2029-05-01
          edits: [{set: catalogue.army.notice, to: [\(claims)]}]
          took: {low: 1 d, likely: 2 d, high: 3 d}
          men: {law: choice, values: [3000]}
          approach: {law: choice, values: [60 km]}
          roads: {law: choice, values: [1]}
          reported_share: {law: choice, values: [10 %]}
          decision: {law: choice, values: [5 h]}

      """
    let analysis = Analysis(
      try Scenario(
        id: "island",
        files: OperationalRungTests.files(
          OperationalRungTests.text() + past,
          ["sources.csv": Island.sources + "later,Later,The Gazette,2029-06-01,,A,1,,\n"])),
      environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [],
      rungs: [OperationalSlice.self])
    let results = try await analysis.results(.draws(16), seed: 1)
    let late = try #require(Self.value(results, "predicted.then/calm/p90"))
    let notice = anotherSpeaks ? 12.0 : 100
    #expect(abs(late - (Self.closed + (notice - 10) / 24)) < Self.tolerance)
    #expect(
      analysis.doubts.contains { $0.contains("'then'") && $0.contains("2029-05-01") }
        == !anotherSpeaks)
  }

  /// On the page misses stand before what held, whatever their names.
  @Test func missesStandFirst() async throws {
    func past(_ id: String, _ took: String) -> String {
      """
        \(id):
          title: The march of \(id)
          countries: [FO]
          from: spit
          posture: calm
          moment: closed
          began: 2029-05-01
          took: \(took)
          men: {law: choice, values: [3000]}
          approach: {law: choice, values: [60 km]}
          roads: {law: choice, values: [1]}
          reported_share: {law: choice, values: [10 %]}
          decision: {law: choice, values: [5 h]}

      """
    }
    let text =
      OperationalRungTests.text() + "past:\n" + past("alpha", "{low: 10 h, likely: 1 d, high: 3 d}")
      + past("beta", "{low: 9 d, likely: 9 d, high: 10 d}")
    let scenario = try Scenario(id: "island", files: OperationalRungTests.files(text))
    let results = try await Analysis(
      scenario, environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: []
    ).results(.draws(4), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: scenario.theatre, classes: scenario.theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent")
    ).html
    let missed = try #require(page.range(of: "The march of beta</th>"))
    let held = try #require(page.range(of: "The march of alpha</th>"))
    #expect(missed.lowerBound < held.lowerBound)
    #expect(page.contains("<td>miss: it took longer</td>") && page.contains("<td>held</td>"))
    #expect(page.contains("Held against 2 movements") && page.contains("1 of them lies "))
  }

  /// A lever is of the rungs that its edits may move.
  @Test func leversAreOfTheirRung() throws {
    let theatre = try Scenario(
      id: "island",
      files: OperationalRungTests.files(
        OperationalRungTests.text(),
        [
          "scenario.yaml": Island.scenario.replacing(
            "trials:",
            with: """
              levers:
                - {id: order, words: x, edits: [{set: alert.decision, to: 1 s}]}
                - {id: capitals, words: x, edits: [{set: axis.sand.decision, to: 1 h}]}
                - {id: notice, words: x, edits: [{set: catalogue.guard.notice, to: 1 h}]}
                - {id: both, words: x, edits: [{set: alert.decision, to: 1 s}, {set: movement.other.ramps, to: 2}]}
              trials:
              """)
        ])
    ).theatre
    #expect(theatre.levers(of: .tactical).map(\.id) == ["order", "both"])
    #expect(theatre.levers(of: .operational).map(\.id) == ["capitals", "notice", "both"])
  }

  // MARK: maps

  /// Two ways that share no link between the mainland and the spit, 200 km and 300 km.
  private static let map = Network(
    points: [SIMD2(15.9, 41.5), SIMD2(14.2, 41.8), SIMD2(15.0, 42.4)],
    links: [
      .init(0, 1, length: 200_000), .init(0, 2, length: 150_000), .init(1, 2, length: 150_000),
    ])

  @Test func linesAndDetoursAreThoseOfTheMap() async throws {
    let results = try await Self.results(OperationalRungTests.text(), roads: Self.map)
    #expect(Self.value(results, "lines-road.sand/calm/median") == 2)
    let length = try #require(Self.value(results, "length-first-army.sand/calm/median"))
    #expect(abs(length - 200) < 1e-9)
    // 145.48 km straight, as GeographicLib has it
    let detour = try #require(Self.value(results, "detour-first-army.sand/calm/median"))
    #expect(abs(detour - 200 / 145.48) < 1e-4)
    // by road alone: one road, a vehicle every 100 m at 30 km/h all day
    let capacity = try #require(Self.value(results, "capacity.sand/calm/median"))
    #expect(abs(capacity - 7_200) < 1e-6)
  }

  /// The guard's way from the north to the spit is 214.645 km as GeographicLib has it. Missiles on the spit that reach half as far cover half of it; from the mainland, 145.5 km
  /// beyond, they cover none. A way has a hundred pieces.
  @Test func reachIsToldByLength() async throws {
    let results = try await Self.results(
      OperationalRungTests.text(
        OperationalRungTests.axis.replacing("at: north-radar", with: "at: spit")),
      [
        "catalogue/arms.yaml": Island.catalogue.replacing(
          "range: {low: 400 km, likely: 450 km, high: 500 km, source: gazette}",
          with: "range: {law: choice, values: [107.32 km]}")
      ])
    let there = try #require(
      Self.value(results, "under-reach-quasi-ballistic.sand/tense/median"))
    #expect(abs(there - 0.5) < 0.011)
    #expect(Self.value(results, "under-reach-quasi-ballistic.sand/calm/median") == 0)
  }

  /// A lone army from a town on the mainland is there when the first one was; its men do not travel.
  @Test func townsHaveTheirDays() throws {
    let town = Environment.Town(
      name: "Mainland", country: "FO", position: Position(41.5, 15.9), population: 60_000)
    let analysis = Analysis(
      try Scenario(
        id: "island",
        files: OperationalRungTests.files(OperationalRungTests.text() + "prepositioned: army\n")),
      environment: Environment(terrain: nil, refractivity: nil, borders: [:], towns: [town]),
      data: [], rungs: [OperationalSlice.self])
    let calm = try #require(analysis.scenario.theatre.posture("calm"))
    let days = try #require(
      analysis.daysAround("sand", under: calm, least: 50_000, seed: 1))
    #expect(days.unit == "army" && days.towns.map(\.town.name) == ["Mainland"])
    #expect(abs(try #require(days.towns[0].days) - Self.closed) < Self.tolerance)
    #expect(analysis.daysAround("sand", under: calm, least: 70_000, seed: 1)?.towns.isEmpty == true)
    #expect(analysis.daysAround("dune", under: calm, least: 0, seed: 1) == nil)
  }

  /// A posture closes a crossing: nobody passes it under that posture, and all do under the other.
  @Test func aPostureClosesACrossing() async throws {
    let single = Network(
      points: Self.map.points, links: [Network.Link(0, 1, length: 200_000)])
    let scenario = Island.scenario
      .replacing(
        "present: [north-radar, far-brigade]",
        with: "present: [north-radar, far-brigade, first-army, home-guard]"
      )
      .replacing("edits: [{off: north-radar}, {add: drones}]", with: "edits: [{off: gate}]")
    let crossings = "id,name,kind,latitude,longitude,state\ngate,Gate,road,41.65,15.05,open\n"
    let results = try await Self.results(
      OperationalRungTests.text(),
      ["scenario.yaml": scenario, "crossings.csv": crossings], roads: single)
    #expect(Self.value(results, "warning.sand/calm/out-of-reach") == 0)
    #expect(Self.value(results, "warning.sand/blind/out-of-reach") == 1)
    #expect(Self.value(results, "shut-force.sand/blind/share") == 1)
  }

  @Test func aCrossingWithoutALineIsTold() throws {
    func doubts(_ longitude: Double) throws -> [String] {
      let row = "id,name,kind,latitude,longitude,state\ngate,Gate,road,41.65,\(longitude),open\n"
      return Analysis(
        try Scenario(
          id: "island",
          files: OperationalRungTests.files(OperationalRungTests.text(), ["crossings.csv": row])),
        environment: Environment(
          terrain: nil, refractivity: nil, borders: [:], roads: Self.map), data: [],
        rungs: [OperationalSlice.self]
      ).doubts
    }
    #expect(try doubts(15.05).isEmpty)
    #expect(
      try doubts(11).contains { $0.contains("'gate'") && $0.contains("no road within 10 km") })
  }

  /// A formation of the same kind is ready by a draw of its own: their days are not those of one draw.
  @Test func formationsOfAKindAreReadyByThemselves() async throws {
    let formations =
      Island.formations
      + "first-army,First Army,FO,army,spit,\nsecond-army,Second Army,FO,army,spit,\nhome-guard,Home guard,IS,guard,north-radar,\n"
    let army = """
      army:
        kind: ground-force
        men: {law: choice, values: [1500]}
        trucks: {law: choice, values: [200]}
        notice: {law: uniform, low: 0 h, high: 48 h}
      guard:
        kind: ground-force
        men: {law: choice, values: [600]}
        trucks: {law: choice, values: [30]}
        notice: {law: choice, values: [1 h]}

      """
    let scenario = Island.scenario.replacing(
      "present: [north-radar, far-brigade]",
      with: "present: [north-radar, far-brigade, first-army, second-army, home-guard]")
    let analysis = Analysis(
      try Scenario(
        id: "island",
        files: OperationalRungTests.files(
          OperationalRungTests.text(),
          [
            "formations.csv": formations, "catalogue/army.yaml": army, "scenario.yaml": scenario,
          ])),
      environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [],
      rungs: [OperationalSlice.self])
    let results = try await analysis.results(.draws(64), seed: 1)
    // both are needed: the later of two uniforms of 0 to 48 h has its median at 48 h · √½ = 33.9 h, one alone at 24 h
    let median = try #require(Self.value(results, "closing.sand/calm/median")) * 24
    #expect(abs(median - 33.94) < 1.5, "1 024 draws: two standard errors are 1.1 h")
  }
}

/// Who was there when.
@Suite struct RotationTests {
  private static func diagnostics(_ rows: String) -> String {
    let head = "id,formation,from,until\n"
    do {
      let scenario = try Scenario(
        id: "island",
        files: OperationalRungTests.files(
          OperationalRungTests.text(), ["rotations.csv": head + rows]))
      return scenario.warnings.map(\.message).joined(separator: "\n")
    } catch { return "\(error)" }
  }

  @Test(arguments: [
    ("a,first-army,2029-01-01,2031-01-01\n", ""),
    ("a,first-army,2029-01-01,\n", ""),
    ("a,first-army,2029-01-01,2029-06-01\n", "no row of rotations.csv does"),
    ("a,frist-army,2029-01-01,\n", "'frist-army' is not a known formation"),
    ("a,first-army,2031-01-01,2029-06-01\n", "ends before it begins"),
    ("a,first-army,soon,\n", "expected a day"),
  ])
  func schedulesAreHeldAgainstPostures(_ rows: String, _ expected: String) {
    let told = Self.diagnostics(rows)
    #expect(
      expected.isEmpty ? !told.contains("rotations.csv") : told.contains(expected), "\(told)")
  }
}
