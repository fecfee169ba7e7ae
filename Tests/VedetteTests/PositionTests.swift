import Quantities
import Scenarios
import TestSupport
import Testing
import Vedette

/// Places that stand where they cannot: told with line, column and the likely slip.
@Suite struct PositionTests {
  private static let outline = """
    country,name,ring,latitude,longitude
    IS,Island,1,41.5,11
    IS,Island,1,43.5,11
    IS,Island,1,43.5,13
    IS,Island,1,41.5,13
    FO,Mainland,1,41,15
    FO,Mainland,1,42.5,15
    FO,Mainland,1,42.5,16
    FO,Mainland,1,41,16

    """

  private static func warnings(_ port: String) throws -> [String] {
    let places = Island.places.replacing("42.0,12.0", with: port)
    return try Scenario(
      id: "island", files: Island.files(["places.csv": places, "outlines.csv": outline])
    ).warnings.map(\.description)
  }

  @Test func whereItStandsNothingIsSaid() throws { #expect(try Self.warnings("42.0,12.0").isEmpty) }

  /// A town on the coast may lie a little outside of a coarse outline.
  @Test func aCoastIsNoMistake() throws { #expect(try Self.warnings("42.0,13.05").isEmpty) }

  @Test(arguments: [
    (
      "42.0,-12.0",
      "places.csv:2:1: warning: place 'port' at 42, -12 lies outside the region\n  help: perhaps the longitude has lost or "
        + "gained a minus: 42, 12 would fit"
    ),
    (
      "12.0,42.0",
      "places.csv:2:1: warning: place 'port' at 12, 42 lies outside the region\n  help: perhaps latitude and longitude are "
        + "swapped: 42, 12 would fit"
    ),
    (
      "41.5,15.5",
      "places.csv:2:1: warning: place 'port' at 41.5, 15.5 lies outside the outline of IS, in that of FO"
    ),
    ("43.0,12.5", "places.csv:3:1: warning: place 'mill' stands at the very point of 'port'"),
  ])
  func whatIsWrongIsTold(_ port: String, _ says: String) throws {
    #expect(try Self.warnings(port) == [says])
  }
}
