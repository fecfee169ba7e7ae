import Findings
import Quantities
import TestSupport
import Testing
import Vedette

/// `explain` lists what can move a figure, and nothing that cannot.
@Suite struct IdleInputTests {
  private func idle(_ text: String) throws -> Set<String> {
    let analysis = try island()
    let id = try #require(analysis.figure(text))
    return Set(try #require(try IdleInputs(id, of: analysis, seed: 1)).addresses.map(\.description))
  }

  /// A flight does not hang on who orders what; its warning does. In peace, and for a missile whose profile tells, nobody
  /// waits for behaviour.
  @Test func aFlightDoesNotHangOnAnOrder() throws {
    let flight = try idle("tactical/port/flight.quasi-ballistic/calm/median")
    #expect(flight.isSuperset(of: ["alert.decision", "alert.latency", "catalogue.dish.mast"]))
    #expect(flight.isDisjoint(with: ["catalogue.arrow.mean_speed", "catalogue.arrow.boost_time"]))
    let warning = try idle("tactical/port/warning.quasi-ballistic/calm/median")
    #expect(warning.contains("alert.behaviour_delay"))
    #expect(
      warning.isDisjoint(with: [
        "alert.decision", "alert.latency", "catalogue.dish.availability",
        "catalogue.arrow.mean_speed",
      ]))
  }

  @Test func anExplanationNamesThemOnce() async throws {
    let analysis = try island()
    let text = "tactical/port/flight.quasi-ballistic/calm/median"
    let id = try #require(analysis.figure(text))
    let results = try await analysis.results(.draws(16), seed: 1)
    let told = try #require(
      Explanation(text, in: results, idle: try IdleInputs(id, of: analysis, seed: 1)))
    #expect(told.idle.contains("alert.decision"))
    #expect(!told.inputs.contains { $0.address == "alert.decision" })
    #expect(!told.drivers.contains { $0.input.address == "alert.decision" })
    #expect(told.inputs.contains { $0.address == "catalogue.arrow.mean_speed" })
  }

  /// What is told of a country is a sum over its places: nothing is taken out.
  @Test func sumsKeepAll() throws {
    let analysis = try island()
    let id = try #require(
      analysis.figure("tactical/country-is/warning.quasi-ballistic/calm/median"))
    #expect(try IdleInputs(id, of: analysis, seed: 1) == nil)
  }
}
