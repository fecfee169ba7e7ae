import Quantities
import Scenarios
import TestSupport
import Testing
import Theatre
import Validation
import Vedette

/// Public flights against the shipped catalogue.
@Suite struct RecordTests {
  /// The Oreshnik's one public flight in war: 15 minutes over 790 km, within the 80 % band of the catalogue's missile.
  @Test func fifteenMinutesToDnipro() throws {
    let stage = RecordStage(base: try ShippedTests.scenario.get().document)
    let times = stage.catalogued(
      .init(latitude: 48.6, longitude: 45.8, course: 270, distance: 790_000, apogee: nil),
      system: "oreshnik"
    ).sorted()
    #expect(times.count > 700)
    #expect(times[times.count / 10] < 870 && times[9 * times.count / 10] > 900)
    // nobody outside knows a flight to seconds
    #expect(times[9 * times.count / 10] - times[times.count / 10] > 120)
  }
}
