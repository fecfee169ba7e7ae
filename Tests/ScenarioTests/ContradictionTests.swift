import Quantities
import Scenarios
import TestSupport
import Testing
import Vedette

/// Kinds whose own figures contradict each other, or that lack what they need: told with their place.
@Suite struct ContradictionTests {
  private static let missile = """
    lance:
      kind: ballistic
      range: 900 km
      minimum_range: 50 km
      boost_time: 60 s
      boost_height: 40 km
      apogee: 200 km
      loft: 30 %
      drag_loading: 8000 kg/m2
      radar_cross_section: 0.1 m2

    """

  private static func found(_ catalogue: String) -> [String] {
    do {
      _ = try Scenario(
        id: "island", files: Island.files(["catalogue/more.yaml": catalogue]))
      return []
    } catch { return error.diagnostics.map(\.description) }
  }

  @Test func aWholeMissileIsRead() { #expect(Self.found(Self.missile).isEmpty) }

  @Test(arguments: [
    (
      "apogee: 200 km", "apogee: 20 km",
      "more.yaml:6:17: error: lance: boost_height of 40000 m is above apogee, at most 20000 m"
    ),
    ("loft: 30 %", "loft: 130 %", "more.yaml:8:9: error: loft: 130 % is out of range"),
    (
      "minimum_range: 50 km", "minimum_range: 950 km",
      "more.yaml:4:18: error: lance: minimum_range of 950000 m is above range, at most 900000 m"
    ),
    (
      "loft: 30 %", "flight_time: 900 s",
      "more.yaml:8:16: error: lance: flight_time says nothing without flight_distance, which is missing"
    ),
    (
      "loft: 30 %", "flight_time: 900 s\n  flight_distance: 1000 km",
      "more.yaml:9:20: error: lance: flight_distance of 1000000 m is above range, at most 900000 m"
    ),
    // a cross-section of a band does not stand for the one that all others fall back on
    (
      "radar_cross_section", "metre_cross_section",
      "more.yaml:1:1: error: lance: 'radar_cross_section' is missing"
    ),
    (
      "kind: ballistic", "kind: ballistick",
      "more.yaml:2:9: error: 'ballistick' is not a known kind"
    ),
    (
      "drag_loading: 8000 kg/m2", "like: arrow",
      "more.yaml:9:9: error: like: 'arrow' is of kind quasi-ballistic, expected ballistic"
    ),
  ])
  func isSaid(_ right: String, _ wrong: String, says: String) {
    let found = Self.found(Self.missile.replacing(right, with: wrong))
    #expect(found.contains { $0.contains(says) }, "\(found)")
  }
}
