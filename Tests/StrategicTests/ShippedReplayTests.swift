import Findings
import Foundation
import Quantities
import Strategic
import Testing
import Theatre
import Vedette
import Warnings

/// The shipped episodes with the registered parameters. What the replay says is held here so that a
/// change is noticed; it is no proof of anything.
@Suite struct ShippedReplayTests {
  private static let found = Task {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scenarios/belarus-2026")
    let study = try #require(IndicatorStudy(try Scenario(path: folder.path).theatre, .sampled))
    return try await study.results()
  }

  private func episode(_ id: String) async throws -> Results.Strategic.Episode {
    try #require(try await Self.found.value.episodes.first { $0.id == id })
  }

  @Test func alarmsAreWhereTheyWere() async throws {
    let buildup = try await episode("buildup-2022")
    #expect(buildup.alarm.day?.description == "2021-12-07" && buildup.alarm.lead == 79)
    #expect(buildup.rivals.map { $0.day?.description } == ["2022-01-27", "2022-02-21"])
    for id in ["zapad-2021", "zapad-2025", "nuclear-posture", "isolated"] {
      #expect(try await episode(id).alarm.day == nil, "\(id)")
    }
  }

  /// Nothing told after the 23rd of February counts as warning: 7 of 57 rows were, two of them late by
  /// months.
  @Test func nothingLateCounts() async throws {
    let buildup = try await episode("buildup-2022")
    let rows = buildup.moments.flatMap(\.rows).map(\.id)
    #expect(Set(["o029", "o054", "o055", "o056", "o057"]).isDisjoint(with: rows))
    #expect(buildup.moments.allSatisfy { $0.day <= buildup.end })
  }

  /// Doubling moves nothing. Of thinnings that leave one row in ten out, most move the alarm by at most
  /// 3 days; where one of the rows that carry it over the threshold is lost, it comes weeks later.
  @Test func theAlarmIsRobust() async throws {
    for episode in try await Self.found.value.episodes {
      #expect(episode.robustness.doubled == 0)
      let shifts = episode.robustness.thinned
      #expect(shifts.count == 100)
      #expect(shifts.count { $0.map { abs($0) <= 3 } ?? false } >= 80, "\(episode.id)")
      let middle = shifts.compactMap(\.self).map(abs).sorted()[shifts.count / 2]
      #expect(middle <= 3)
    }
  }

  /// Better than who never looks where there was an attack; elsewhere near nought.
  @Test func scoresAreReported() async throws {
    let buildup = try await episode("buildup-2022")
    #expect(buildup.scores.brier < buildup.unmoved.brier)
    #expect(try await episode("zapad-2025").scores.brier < 0.001)
    let held = try await Self.found.value.heldOut
    #expect(held.count == 15)
  }
}
