import Findings
import Foundation
import Quantities
import Scenarios
import Strategic
import TestSupport
import Testing
import Theatre
import Vedette
import Warnings

/// Replays as values: threads, pieces, knowledge.
@Suite struct ReplayTests {
  private static let rows = [
    "a1,2030-01-08,2030-01-09,ferry,One,,,gazette,A,1,,,,2030-06-01",
    "a2,2030-01-20,2030-01-21,ferry,Two,,,gazette,A,1,,,,2030-06-01",
    "a3,2030-02-02,2030-02-03,crew,Three,380,men,gazette,A,1,,,,2030-06-01",
    "a4,2030-02-10,2030-03-01,speech,Told late,,,gazette,A,1,,,,2030-06-01",
  ]

  private func study(_ rows: [String] = rows) throws -> IndicatorStudy {
    try #require(
      IndicatorStudy(try Scenario(id: "island", files: Island.watched(rows)).theatre, .sampled))
  }

  @Test func threadsChangeNothing() async throws {
    let study = try study()
    let episode = study.theatre.episodes[0]
    var options = IndicatorStudy.Options()
    options.threads = 1
    let one = try await study.replay(episode, options).counts
    options.threads = 5
    #expect(try await study.replay(episode, options).counts == one)
  }

  /// With no doubt about any rate all analysts agree, and the day is found by hand: after the crew the
  /// odds of preparation have passed one half.
  @Test func theAlarmIsTheFirstDayAboveItsCost() async throws {
    let study = try study()
    let replay = try await study.replay(study.theatre.episodes[0])
    let means = replay.counts.means(.attack)
    let day = try #require(replay.alarm(.attack))
    #expect(means[day] >= 0.5 && means[..<day].allSatisfy { $0 < 0.5 })
    #expect(day == 33 && replay.lead(day) == 57)
    #expect(replay.counts.silent(.attack) == 0 && replay.counts.alarm(by: 0.9, .attack) == day)
  }

  @Test func hindsightKnowsEarlier() async throws {
    let study = try study()
    let episode = study.theatre.episodes[0]
    var options = IndicatorStudy.Options()
    #expect(try await study.replay(episode, options).replay.moments().last?.day == 59)
    options.knowledge = .observed
    let moments = try await study.replay(episode, options).replay.moments()
    #expect(moments.map(\.day) == [7, 19, 32, 40])
    options.knowledge = .published
    options.asOf = Day("2030-01-31")
    let early = try await study.replay(episode, options)
    #expect(early.replay.book.days == 31 && early.replay.moments().count == 2)
  }

  /// With hindsight a row that was told after the episode counts, for the rivals too.
  @Test func hindsightCountsWhatWasToldLater() async throws {
    let late = "a5,2030-02-20,2031-01-01,crew,Told a year later,9000,men,gazette,A,1,,,,2031-02-01"
    let study = try study(Self.rows + [late])
    var options = IndicatorStudy.Options()
    #expect(try await study.results(options: options).episodes[0].rivals[1].day == nil)
    options.knowledge = .observed
    let found = try await study.results(options: options).episodes[0]
    #expect(found.rivals[1].day?.description == "2030-02-20" && found.used == 5)
  }

  /// What happened more than a quarter before it was published is history: not this week's news. Row o057 tells in October 2022 of trains in February and March.
  @Test func whatIsOldWhenItIsPublishedIsHistory() async throws {
    let old = "a5,2029-11-01,2030-02-11,crew,An old count,9000,men,gazette,A,1,,,,2030-06-01"
    let fresh = old.replacing("2029-11-01", with: "2029-11-20")
    let options = IndicatorStudy.Options()
    #expect(try await study(Self.rows + [old]).results(options: options).episodes[0].used == 4)
    #expect(try await study(Self.rows + [fresh]).results(options: options).episodes[0].used == 5)
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Scenarios/belarus-2026").standardized
    let log = try Scenario(path: folder.path).theatre.evidence
    let row = try #require((0..<log.count).first { log.words($0)["id"] == "o057" })
    #expect(log.isHistory(row))
  }

  /// A day of publication after the day on which it was recorded is a slip of the pen.
  @Test func whatIsPublishedInTheFutureIsRefused() throws {
    let future = "a5,2030-01-10,2052-01-11,crew,A slip,900,men,gazette,A,1,,,,2030-06-01"
    let error = try #require(throws: InvalidScenario.self) { try self.study(Self.rows + [future]) }
    #expect(
      error.diagnostics.map(\.description).contains(
        "observations.csv:6:15: error: published on 2052-01-11, after it was recorded on 2030-06-01"
      ))
  }

  /// Looking back knows the end: it is never less sure of the attack that came than the filter was
  /// before the reports that told of it.
  @Test func lookingBackIsSurer() async throws {
    let study = try study()
    let counts = try await study.replay(study.theatre.episodes[0]).counts
    let (means, back) = (counts.means(.attack), counts.lookBack)
    #expect(abs(means.last! - back.last!) < 1e-9)
    #expect(zip(means, back).prefix(30).allSatisfy { $0 <= $1 })
  }

  /// Twice every row: the same days.
  @Test func doubledRowsChangeNothing() async throws {
    let doubled = Self.rows.flatMap { row in
      [row, row.replacing("a", with: "b", maxReplacements: 1)]
    }
    let one = try study()
    let two = try study(doubled)
    let episode = one.theatre.episodes[0]
    let alarms = (
      try await one.replay(episode).alarm(.attack), try await two.replay(episode).alarm(.attack)
    )
    #expect(alarms.0 == alarms.1)
  }

  /// Brier and logarithmic score of a forecast that is always 0.8 and right: 0.04 and −ln 0.8.
  @Test func scoresAreTheirFormulas() async throws {
    let study = try study()
    let replay = try await study.replay(study.theatre.episodes[0])
    let scores = replay.scores([0.8, 0.8, 0.8])
    #expect(abs(scores.brier - 0.04) < 1e-12)
    #expect(abs(scores.logarithmic - 0.223144) < 1e-6)
  }
}
