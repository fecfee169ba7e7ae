import Quantities
import Scenarios
import Tactical
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

  /// Every shipped threat flies two thirds of its likely range, in no draw faster than 5 km/s nor slower than 1 m/s (a slow
  /// drone against the wind): what a catalogue says must be flown, not only read.
  @Test func everyShippedThreatFlies() throws {
    let document = try ShippedTests.scenario.get().document
    let stage = RecordStage(base: document)
    let threats = TacticalKinds.shipped.classes
    let systems = try Catalogue().entries.filter { threats.contains($0.kind) && !$0.isClass }
    #expect(systems.count > 20)
    for system in systems {
      let ranges = system.fields.first { $0.name == "range" }!.claims.map(\.range.likely)
      let distance = 2 * ranges.min()! / 3
      let times = stage.catalogued(
        .init(latitude: 50, longitude: 20, course: 90, distance: distance, apogee: nil),
        system: system.id)
      #expect(times.count > 600, "\(system.id)")
      #expect(
        times.allSatisfy { $0 > distance / 5_000 && $0 < distance }, "\(system.id)")
    }
  }
}
