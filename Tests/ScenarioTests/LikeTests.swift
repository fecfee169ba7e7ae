import Quantities
import Scenarios
import TestSupport
import Testing
import Theatre
import Vedette

/// Systems that are like others: one address for all, drawn once.
@Suite struct LikeTests {
  private static let radars = """
    dishes:
      kind: ground-radar
      class: yes
      anchor_rcs: 1 m2
      anchor_pd: 0.8
      needed: 3
      window: 4
    big-dishes:
      kind: ground-radar
      class: yes
      like: dishes
      anchor_range: 300 km
      availability: 95 %
      scan_period: 10 s
    dish:
      kind: ground-radar
      like: big-dishes
      instrumented_range: 470 km
      ceiling: 30 km
      mast: 12 m
    pan:
      kind: ground-radar
      like: dish
      mast: 20 m

    """

  private static func files(
    _ radars: String = radars, scenario: String = Island.scenario
  ) -> [TextFile] {
    let arms = String(Island.catalogue.prefix(upTo: Island.catalogue.range(of: "dish:")!))
    return Island.files(["catalogue/arms.yaml": arms + radars, "scenario.yaml": scenario])
  }

  private static func refusal(_ radars: String) -> [String] {
    do {
      _ = try Scenario(id: "island", files: files(radars))
      return []
    } catch { return error.diagnostics.map { "\($0)" } }
  }

  @Test func whatIsNotTheirOwnIsOneAddress() throws {
    let theatre = try Scenario(id: "island", files: Self.files()).theatre
    let expected = [
      "anchor_pd": "dishes", "anchor_range": "big-dishes", "instrumented_range": "dish",
      "mast": "pan",
    ]
    for (field, owner) in expected {
      #expect(
        theatre.catalogueAddress("pan", field, under: nil) == Address("catalogue", owner, field))
    }
    #expect(theatre.catalogueAddress("pan", "sector", under: nil) == nil)
    #expect(theatre.systems["pan"]?.settings == ["needed": 3, "window": 4])
  }

  /// A posture may set it of all, or of one.
  @Test func aPostureSetsItOfOneOrOfAll() throws {
    for (address, others) in [("dish", 300_000.0), ("big-dishes", 200_000)] {
      let text = Island.scenario.replacing(
        "{set: alert.decision, to: 30 s}",
        with: "{set: catalogue.\(address).anchor_range, to: {law: choice, values: [200 km]}}")
      let theatre = try Scenario(id: "island", files: Self.files(scenario: text)).theatre
      let tense = theatre.posture("tense")!
      #expect(theatre.law(of: "dish", "anchor_range", under: tense)?.likely == 200_000)
      // pan is like dish
      #expect(theatre.law(of: "pan", "anchor_range", under: tense)?.likely == 200_000)
      #expect(theatre.law(of: "big-dishes", "anchor_range", under: tense)?.likely == others)
    }
  }

  @Test(arguments: [
    ("like: big-dishes", "like: big-dish", "like: 'big-dish' is not in the catalogue"),
    ("like: big-dishes", "like: kite", "like: 'kite' is of kind one-way-drone"),
    ("like: big-dishes", "like: pan", "dish: like pan, which is like dish itself"),
    ("  ceiling: 30 km\n", "", "dish: 'ceiling' is missing"),
    ("  ceiling: 30 km\n", "", "pan: 'ceiling' is missing"),
    (
      "mast: 20 m", "minimum_range: 900 km", "minimum_range of 900000 m is above instrumented_range"
    ),
  ])
  func isSaid(_ text: String, _ wrong: String, says: String) {
    let radars = Self.radars.replacing(text, with: wrong)
    #expect(Self.refusal(radars).contains { $0.contains(says) }, "\(Self.refusal(radars))")
  }

  @Test func aClassStandsNowhere() {
    let sites = Island.sites.replacing(",dish,", with: ",big-dishes,")
    #expect(throws: InvalidScenario.self) {
      try Scenario(
        id: "island",
        files: Self.files().filter { $0.name != "sites.csv" }
          + [TextFile(name: "sites.csv", bytes: Array(sites.utf8))])
    }
  }
}

extension String {
  /// Where a text begins.
  fileprivate func range(of text: String) -> String.Index? {
    indices.first { self[$0...].hasPrefix(text) }
  }
}
