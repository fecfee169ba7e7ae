import Findings
import Quantities
import Scenarios
import TestSupport
import Testing
import Theatre
import Validation
import Vedette

/// Counted alarms: how they are read, what they make of a place, and that a district never predicts itself.
@Suite struct AlarmLogTests {
  private static let header =
    "id,country,district,class,from,to,alarms,hours,p10,median,p90,source\n"

  private static func scenario(_ rows: String..., text: String = Island.scenario) throws -> Scenario
  {
    try Scenario(
      id: "island",
      files: Island.files([
        "scenario.yaml": text, "alarms.csv": header + rows.map { $0 + "\n" }.joined(),
      ]))
  }

  /// 1 461 days are 48 months of 30.4375 days.
  private static let south =
    "s,IS,South,,2026-01-01,2030-01-01,480,240,10 min,20 min,40 min,gazette"

  /// Ten alarms and five hours a month, half an hour each on the average; a lone row may be off by a factor e, and one
  /// alarm by that and by its own spread: ln 4 / 2.5631. The other place of the country leans on the same row.
  @Test func aCountMakesLaws() throws {
    let theatre = try Self.scenario(Self.south).theatre
    func law(_ address: String) throws -> Distribution {
      try #require(theatre.bibliography.laws[Address(address)!]).components[0].distribution
    }
    for owner in ["alert.is.south", "alert.is"] {
      #expect(try law("\(owner).alarms") == .lognormal(median: 10, factor: 2.718281828459045))
      #expect(
        try law("\(owner).alarm_mean") == .lognormal(median: 1_800, factor: 2.718281828459045))
      guard case .lognormal(let median, let factor) = try law("\(owner).alarm_length") else {
        Issue.record("no lognormal")
        continue
      }
      // √(1 + 0.5409²) = 1.1369, e to it 3.1170
      #expect(median == 1_200 && abs(factor - 3.117) < 0.001)
    }
    let places = theatre.places
    #expect(
      theatre.alarmAddress("alarms", place: places[0])?.description == "alert.is.south.alarms")
    #expect(theatre.alarmAddress("alarms", place: places[1])?.description == "alert.is.alarms")
  }

  /// Hours of alarm are those that were counted: a slower order does not make them fewer.
  @Test func hoursDoNotHangOnTheOrder() async throws {
    func hours(_ seconds: Int) async throws -> Double {
      let text = Island.scenario.replacing("value: 60 s", with: "value: \(seconds) s")
      let results = try await Analysis(
        Self.scenario(Self.south, text: text),
        environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: []
      ).results(.draws(64), seed: 1)
      return try #require(
        results.figure("tactical/port/alarm-hours/calm/median")?.estimate.value)
    }
    let soon = try await hours(10)
    #expect(try await hours(150) == soon && soon > 0)
  }

  /// What a district counted leaves what is said of it as it is.
  @Test func aDistrictNeverPredictsItself() throws {
    let north = "n,IS,North,,2026-01-01,2030-01-01,960,480,10 min,20 min,40 min,gazette"
    func said(_ south: String) throws -> [Double] {
      let scores = CountedAlarms.scores(
        try Self.scenario(south, north, text: Self.withStandIn).document)
      let band = try #require(scores.first { $0.row.district == "South" }?.number)
      return [band.low, band.middle, band.high]
    }
    #expect(try said(Self.south) == said(Self.south.replacing(",480,", with: ",4800,")))
  }

  /// The stage of a score launches the catalogue's usual drone.
  private static let withStandIn = Island.scenario.replacing(
    "title: An island\n", with: "title: An island\ncatalogue: \"builtin:\"\n")

  /// Over the shipped counts: four in five inside the 80 % band, less four in thirty for chance (two periods of a district
  /// go together, so fifteen count).
  @Test func shippedCountsAgree() throws {
    let scores = CountedAlarms.scores(try ShippedTests.scenario.get().document)
    #expect(scores.count == 30)
    #expect(scores.count(where: \.holdsNumber) >= 20)
    #expect(scores.count { $0.holdsHours == true } >= 20)
    for score in scores {
      // lengths of single alarms, counted against said, within a factor of 1.6
      let ratio = try #require(score.length).middle / (try #require(score.row.length).median)
      #expect(ratio > 1 / 1.6 && ratio < 1.6)
    }
  }

  @Test func faultsOfACount() throws {
    let mistakes = [
      (Self.south.replacing("2030-01-01", with: "2025-01-01"), "to: is not after from"),
      (Self.south.replacing("2026-01-01", with: "soon"), "from: found 'soon', expected a day"),
      (
        Self.south.replacing("20 min", with: "50 min"),
        "lengths of alarms: expected p10, median and p90"
      ),
      (Self.south.replacing(",480,", with: ",-3,"), "alarms: -3 is out of range"),
      (
        Self.south.replacing(",240,", with: ",90000,"),
        "hours: found 90000, the period has 35064"
      ),
      (Self.south.replacing("gazette", with: "rumour"), "'rumour' is not a known source"),
    ]
    for (row, says) in mistakes {
      let error = try #require(throws: InvalidScenario.self) { try Self.scenario(row) }
      #expect(
        error.diagnostics.contains { $0.description.contains(says) },
        Comment(rawValue: error.diagnostics.map(\.description).joined(separator: "; ")))
    }
  }
}
