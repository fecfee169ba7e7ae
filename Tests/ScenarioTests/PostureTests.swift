import Quantities
import Scenarios
import TestSupport
import Testing
import Theatre
import Vedette

/// What postures do that they cannot, and what nobody reads.
@Suite struct PostureTests {
  private static func found(_ replaced: [String: String]) throws -> [String] {
    do {
      // the island has no border
      return try Scenario(id: "island", files: Island.files(replaced)).warnings
        .map(\.description).filter { !$0.contains("under peace rules") }
    } catch {
      return error.diagnostics.filter { $0.severity == .error }.map(\.description)
    }
  }

  private static func edits(_ text: String) -> [String: String] {
    [
      "scenario.yaml": Island.scenario.replacing(
        "edits: [{off: north-radar}, {add: drones}]", with: "edits: [\(text)]")
    ]
  }

  @Test func whatIsShippedSaysNothing() throws { #expect(try Self.found([:]).isEmpty) }

  @Test func whoIsAbsentCannotBeMoved() throws {
    let found = try Self.found(Self.edits("{move: drones, to: north-radar}"))
    #expect(
      found.count == 1
        && found[0].contains("error: 'drones' cannot be moved: it is not in the posture"))
    let taken = try Self.found(Self.edits("{remove: drones}"))
    #expect(
      taken.count == 1
        && taken[0].contains("warning: 'drones' is not in the posture: nothing is taken away"))
  }

  @Test func aPostureWithoutThreats() throws {
    let found = try Self.found(Self.edits("{remove: far-brigade}"))
    #expect(
      found.count == 1
        && found[0].contains("posture 'blind' has no formation: nothing threatens anybody"))
  }

  @Test func anAttackerAmongTheAllies() throws {
    let formations = Island.formations.replacing(",FO,", with: ",IS,")
    let found = try Self.found(["formations.csv": formations])
    #expect(found.contains { $0.contains("it threatens its own side") })
  }

  @Test func aFileThatNobodyReads() throws {
    let found = try Self.found(["place.csv": "id\n", "more/notes.yaml": "a: 1\n"])
    #expect(found.count == 2)
    #expect(
      found[1].contains("warning: nothing reads this file\n  help: did you mean 'places.csv'?"))
    #expect(found[0].hasPrefix("more/notes.yaml:1:1: warning: nothing reads this file"))
  }

  /// A place of which no district is told is a district of its own.
  @Test func aDistrictMayBeLeftOut() throws {
    let places = "id,name,country,latitude,longitude,settlement\nport,Port,IS,42.0,12.0,urban\n"
    let scenario = try Scenario(
      id: "island",
      files: Island.files([
        "places.csv": places,
        "scenario.yaml": Island.scenario.replacing("mill", with: "port"),
      ]))
    #expect(scenario.theatre.places.map(\.district) == ["Port"])
  }
}
