import Datasets
import Findings
import Quantities
import Reports
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Vedette

/// What was reported, assessed, or is tried out.
@Suite struct StandingTests {
  /// The island's formations and sites with a status and a day each.
  private static func scenario(
    _ formations: [String: String], _ site: String = "reported,2030-01"
  ) throws -> Scenario {
    func told(_ table: String, _ words: (String) -> String) -> String {
      table.split(separator: "\n").enumerated().map { index, line in
        let id = line.prefix { $0 != "," }
        return index == 0 ? "\(line),status,seen" : "\(line),\(words(String(id)))"
      }.joined(separator: "\n") + "\n"
    }
    return try Scenario(
      id: "island",
      files: Island.files([
        "formations.csv": told(Island.formations) { formations[$0] ?? "reported,2030-01" },
        "sites.csv": told(Island.sites) { _ in site },
      ]))
  }

  private static func warnings(_ scenario: Scenario) -> [String] {
    scenario.warnings.map(\.description).filter { $0.contains("posture '") }
  }

  @Test func whatIsReportedInTimeSaysNothing() throws {
    let scenario = try Self.scenario([:])
    #expect(Self.warnings(scenario).isEmpty)
    let posture = try #require(scenario.theatre.posture("blind"))
    #expect(scenario.theatre.standing(of: posture) == .reported)
  }

  /// A scenario that gives no status is asked for none.
  @Test func whoSaysNothingIsAskedNothing() throws {
    let scenario = try Scenario(id: "island", files: Island.files())
    #expect(Self.warnings(scenario).isEmpty)
    #expect(scenario.theatre.standing(of: scenario.theatre.postures[0]) == nil)
  }

  @Test func oldEvidenceIsTold() throws {
    let found = Self.warnings(try Self.scenario(["far-brigade": "assessed,2020"]))
    #expect(
      found.contains { $0.contains("last seen more than a year before: far-brigade (2020)") })
  }

  /// One element that nobody reported makes the posture a what-if: in its title, its figures and on the terminal.
  @Test func aWhatIfIsSaidEverywhere() async throws {
    let scenario = try Self.scenario(["drones": "what-if,"])
    #expect(
      Self.warnings(scenario).contains {
        $0.contains("posture 'blind': its title states as fact what nobody reported (drones)")
      })
    let analysis = Analysis(
      scenario, environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [])
    let results = try await analysis.answer(.everything, .draws(4), seed: 1)
    let pictures = try BriefingPage(
      results: results, theatre: scenario.theatre, classes: scenario.theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent")
    ).standalone(footer: [])
    #expect(!pictures.isEmpty)
    for picture in pictures {
      #expect(
        picture.svg.contains("“blind” is a what-if that nobody has reported."), "\(picture.id)")
    }
    let lines = FiguresFile.csv(results).split(separator: "\n")
    #expect(lines[0].hasSuffix(",n,state,status"))
    #expect(lines.contains { $0.contains(",calm,") && $0.hasSuffix(",reported") })
    #expect(lines.contains { $0.contains(",blind,") && $0.hasSuffix(",what-if") })
    #expect(!lines.contains { $0.contains(",blind,") && !$0.hasSuffix(",what-if") })
    #expect(!lines.contains { $0.contains(",calm~blind,") && !$0.hasSuffix(",what-if") })
    let ladder = Ladder(
      results: results, theatre: scenario.theatre, classes: scenario.theatre.classesOfThreat)
    let text = LadderText(ladder, of: scenario.theatre.places[0]).text
    #expect(text.contains("blind is a what-if: nobody has reported drones"))
  }

  @Test func wordsThatAreNone() throws {
    let error = #expect(throws: InvalidScenario.self) {
      try Self.scenario(["drones": "rumoured,soon"])
    }
    let said = (error?.diagnostics ?? []).map(\.description).joined(separator: "\n")
    #expect(said.contains("status: found 'rumoured'\n  help: one of reported, assessed, what-if"))
    #expect(said.contains("seen: found 'soon', expected a day, a month or a year"))
  }
}

/// Systems that one unit has and its sisters lack.
@Suite struct SymmetryTests {
  private static func warnings(_ more: [String]) throws -> [String] {
    let rows =
      ["id,name,country,system,site,area,source"]
      + ["a", "b", "c"].map { "\($0),Brigade \($0),FO,arrow,\($0)-town,10 km,gazette" } + more
    let sites =
      Island.sites
      + ["a", "b", "c"].enumerated().map {
        "\($0.element)-town,Town,FO,town,,41.\($0.offset + 1),15.9,5 km"
      }.joined(separator: "\n") + "\n"
    return try Scenario(
      id: "island",
      files: Island.files([
        "formations.csv": rows.joined(separator: "\n") + "\n", "sites.csv": sites,
        "scenario.yaml": Island.scenario
          .replacing(
            "north-radar, far-brigade]",
            with:
              "north-radar, a, b, c, \(more.map { $0.prefix { $0 != "," } }.joined(separator: ", "))]"
          )
          .replacing(", {add: drones}", with: "")
          .replacing("move: far-brigade, to: spit", with: "move: a, to: a-town"),
      ])
    ).warnings.map(\.description).filter { $0.contains("stands with") }
  }

  @Test func oneOfThreeIsTold() throws {
    let found = try Self.warnings(["d,Drones of a,FO,kite,a-town,20 km,gazette"])
    #expect(
      found.count == 1
        && found[0].contains("kite stands with arrow at a-town, and not at b-town, c-town"))
  }

  /// Two of three: the third may have lost it. Another source: another unit.
  @Test func whatIsNoOmissionIsNotTold() throws {
    #expect(
      try Self.warnings([
        "d,Drones of a,FO,kite,a-town,20 km,gazette", "e,Drones of b,FO,kite,b-town,20 km,gazette",
      ]).isEmpty)
    #expect(try Self.warnings(["d,Drones at a,FO,kite,a-town,20 km,"]).isEmpty)
  }

  // MARK: bases that are far

  /// Arrows on the spit, 184 km off; drones 320 or 704 km inland, of a range of 1 000 km.
  private static func far(_ longitude: String, leftOut: String = "") throws -> [String] {
    try Scenario(
      id: "island",
      files: Island.files([
        "formations.csv": """
        id,name,country,system,site,area
        far-brigade,Far brigade,FO,arrow,spit,10 km
        drones,Drones,FO,kite,inland,20 km

        """,
        "sites.csv": Island.sites + "inland,Inland,FO,town,,42.0,\(longitude),5 km\n",
        "scenario.yaml": Island.scenario
          .replacing("north-radar, far-brigade]", with: "north-radar, far-brigade, drones]")
          .replacing(", {add: drones}", with: "") + leftOut,
      ])
    ).warnings.map(\.description).filter { $0.contains("the nearest base of") }
  }

  @Test func aClassThatStandsTooFarIsTold() throws {
    let found = try Self.far("20.5")
    #expect(found.count == 1)
    #expect(found.first?.contains("IS: the nearest base of one-way-drone is inland, 66") == true)
    #expect(try Self.far("15.9").isEmpty)
    #expect(
      try Self.far(
        "20.5",
        leftOut:
          "left_out: [{what: drones nearer by, of: one-way drones, places: [IS], because: nobody knows}]\n"
      ).isEmpty)
  }
}
