import Findings
import Quantities
import Scenarios
import TestSupport
import Testing
import Theatre
import Vedette

/// Rules of peace and war, as a posture sets them.
@Suite struct RulesTests {
  private static let edited = Island.scenario.replacing(
    "- {set: alert.decision, to: 30 s}",
    with: "- {set: alert.decision, to: 30 s}\n      - {rules: war}"
  ).replacing(
    "edits: [{off: north-radar}, {add: drones}]", with: "edits: [{add: drones}, {rules: war}]")
  private static let plain = edited.replacing("\n      - {rules: war}", with: "")
    .replacing(", {rules: war}", with: "")

  private static func answer(_ scenario: String) async throws -> [FigureID: Double?] {
    let analysis = Analysis(
      try Scenario(id: "island", files: Island.files(["scenario.yaml": scenario])),
      environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [])
    let results = try await analysis.answer(
      Ask(levels: [.tactical], products: [.series]), .draws(16), seed: 1)
    return Dictionary(uniqueKeysWithValues: results.figures.map { ($0.id, $0.estimate.value) })
  }

  /// A posture in war tells what it tells in a scenario at war; the others stay as they are.
  @Test func aPostureSetsItsRules() async throws {
    let war = "alert:\n  rules: war\n"
    let edited = try await Self.answer(Self.edited)
    let atWar = try await Self.answer(Self.plain.replacing("alert:\n", with: war))
    let atPeace = try await Self.answer(Self.plain)
    func under(_ posture: String, _ all: [FigureID: Double?]) -> [FigureID: Double?] {
      all.filter { $0.key.setting == .posture(posture) }
    }
    #expect(under("blind", edited) == under("blind", atWar))
    #expect(under("blind", edited) != under("blind", atPeace))
    #expect(under("calm", edited) == under("calm", atPeace))
    #expect(!under("calm", edited).isEmpty)
  }

  /// A country that names its rules itself keeps them.
  @Test func whoNamesRulesKeepsThem() async throws {
    let own = "alert:\n  countries: {IS: {rules: peace}}\n"
    let edited = try await Self.answer(Self.edited.replacing("alert:\n", with: own))
    let plain = try await Self.answer(Self.plain.replacing("alert:\n", with: own))
    #expect(edited == plain)
  }

  /// Another word than the three is told with its place.
  @Test func anotherWordIsRefused() throws {
    let wrong = Self.edited.replacing("- {rules: war}", with: "- {rules: wart}")
    let error = try #require(throws: InvalidScenario.self) {
      try Scenario(id: "island", files: Island.files(["scenario.yaml": wrong]))
    }
    let found = try #require(error.diagnostics.first { $0.message.contains("wart") })
    #expect(found.span.line == 14)
  }
}
