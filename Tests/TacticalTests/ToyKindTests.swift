import Geodesy
import Quantities
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Timelines
import Vedette

/// Kinds that the program does not know, each one file: they are read, fly, are seen and told of like its own.
@Suite struct ToyKindTests {
  private static let kinds = TacticalKinds(
    threats: TacticalKinds.shipped.threats + [ToyBalloon.self],
    sensors: TacticalKinds.shipped.sensors + [ToyTripwire.self])

  private static func exactly(_ value: String) -> String { "{law: choice, values: [\(value)]}" }

  private static let catalogue = """

    guest:
      kind: balloon
      range: 1000 km
      speed: \(exactly("20 m/s"))
      top: \(exactly("8000 m"))
      radar_cross_section: \(exactly("1 m2"))
    wire:
      kind: tripwire
      radius: \(exactly("40 km"))
      delay: \(exactly("90 s"))

    """

  private static func theatre(_ catalogue: String = catalogue) throws -> Theatre {
    let files = Island.files([
      "scenario.yaml": Island.scenario.replacing(
        "present: [north-radar, far-brigade]", with: "present: [guest, wire]"
      ).replacing("      - {move: far-brigade, to: spit}\n", with: "")
        .replacing("edits: [{off: north-radar}, {add: drones}]", with: "edits: [{add: drones}]")
        .replacing("ways: {peace: {", with: "rules: war\n  ways: {peace: {"),
      "catalogue/arms.yaml": Island.catalogue + catalogue,
      "sites.csv": Island.sites + "wire,Wire,IS,wire,wire,42.0,12.0,1 km\n",
      "formations.csv": Island.formations + "guest,Guest,FO,guest,mainland,0 km\n",
    ])
    return Theatre(try Document(files: files, vocabulary: .knowing(kinds)))
  }

  private static func rung() throws -> TacticalRung {
    let theatre = try theatre()
    return TacticalRung(
      TacticalSurvey(
        theatre, Environment(terrain: nil, refractivity: nil, borders: [:]), kinds: kinds),
      posture: theatre.posture("calm")!)
  }

  /// 325 km at 20 m/s, seen 40 km before the port and reported 90 s later.
  @Test func theOneDetectsTheOther() throws {
    let distance = Geodesic.distance(from: Position(41.5, 15.9), to: Position(42, 12)).metres
    for story in try timelines(Self.rung(), threat: "guest", place: "port") {
      let arrived = try #require(story[.arrived]).seconds
      let detected = try #require(story[.detected]).seconds
      // launched from within the site's precision of 5 km
      #expect(abs(arrived - distance / 20) < 260)
      // the circle is drawn on the sphere, 0.3 % beside the ellipsoid
      #expect(abs(arrived - detected - 2_000) < 8)
      // 90 s and the latency of 5 s
      #expect(abs(try #require(story[.firm]).seconds - detected - 95) < 1)
      #expect(story[.alerted] != nil)
    }
  }

  /// At the half of its way it is 8 km high: a radar sees it by the search of any flight.
  @Test func aRadarSeesItTheMomentItRises() throws {
    let theatre = try Self.theatre()
    let with = try theatre.posture("calm", applying: [.on("north-radar"), .off("wire")])
    let rung = TacticalRung(
      TacticalSurvey(
        theatre, Environment(terrain: nil, refractivity: nil, borders: [:]), kinds: Self.kinds),
      posture: with)
    let seen = try timelines(rung, threat: "guest", place: "port").compactMap { $0[.risen] }
    #expect(seen.count > 200)
    for mark in seen {
      // the horizon of 12 m and a hill of 0 to 37 m from 310 km: 2 to 5 km of height, a good fifth of the way
      let share: Double = mark.seconds / (324_600 / 20)
      #expect((0.08...0.5).contains(share))
    }
  }

  @Test func theirFieldsAreHeldAgainstTheirLimits() throws {
    let wrong = Self.catalogue.replacing("radius: \(Self.exactly("40 km"))", with: "radius: 10 m")
    #expect(throws: InvalidScenario.self) { try Self.theatre(wrong) }
  }

  /// A kind has a name of its own, says how it is spoken of and drawn, and has fields.
  @Test func registriesAreWhole() {
    let tables = TacticalKinds.shipped.tables
    #expect(Set(tables.map(\.name)).count == tables.count)
    for table in tables {
      #expect(table.sign != nil, "\(table.name) has no sign")
      #expect(!table.fields.isEmpty)
    }
    for kind in TacticalKinds.shipped.threats {
      #expect(kind.practice.threat == kind.fields.name)
      #expect(kind.fields["range"] != nil)
      for name in kind.heldAgainst { #expect(kind.fields[name] != nil) }
    }
  }
}
