import Findings
import Quantities
import Scenarios
import Strategic
import TestSupport
import Testing
import Theatre
import Vedette
import Warnings

/// What single rows say, against ratios worked out by hand.
@Suite struct WeighingTests {
  private func moments(
    _ rows: [String], _ replaced: [String: String] = [:]
  ) async throws -> [Replay.Moment] {
    let scenario = try Scenario(id: "island", files: Island.watched(rows, replaced))
    let study = try #require(IndicatorStudy(scenario.theatre, .sampled))
    return try await study.replay(scenario.theatre.episodes[0]).replay.moments()
  }

  private static let first =
    "a1,2030-01-08,2030-01-09,ferry,A ferry sails,,,gazette,A,1,,,,2030-06-01"

  /// P(report | attack) = 0.6 · 0.5 + 0.4 · 0.1 = 0.34, else 0.2 · 0.5 + 0.8 · 0.1 = 0.18.
  @Test func oneReportIsItsRatio() async throws {
    let moments = try await moments([Self.first])
    #expect(moments.count == 1 && moments[0].day == 8)
    // ln (0.34 / 0.18)
    #expect(abs(moments[0].moved[0] - 0.635989) < 1e-6)
  }

  /// Graded B2 it weighs 0.8 · 0.8: the logarithm times 0.64.
  @Test func aGradeTempersTheWholeTerm() async throws {
    let row = Self.first.replacing("gazette,A,1", with: "rumour,B,2")
    let moments = try await moments([row])
    #expect(abs(moments[0].moved[0] - 0.64 * 0.635989) < 1e-6)
  }

  /// Two feeds: (0.6 · 0.25 + 0.4 · 0.01) / (0.2 · 0.25 + 0.8 · 0.01) = 0.154 / 0.058.
  @Test func twoFeedsMakeSure() async throws {
    let second = "a2,2030-01-08,2030-01-09,ferry,A ferry sails,,,rumour,A,1,,,,2030-06-01"
    let moments = try await moments([Self.first, second])
    #expect(moments.count == 1)
    // ln (0.154 / 0.058)
    #expect(abs(moments[0].moved[0] - 0.976510) < 1e-6)
  }

  /// However often one feed tells it in a week, and whoever repeats it later, it counts once.
  @Test(arguments: [
    "a2,2030-01-08,2030-01-10,ferry,Again,,,gazette,A,1,,,,2030-06-01",
    "a2,2030-01-08,2030-01-20,ferry,An echo,,,rumour,A,1,,a1,,2030-06-01",
    "a2,2030-01-08,2030-01-20,ferry,Nothing to say,,,rumour,A,1,,a1,,2030-06-01",
  ])
  func echoesSayNothing(_ echo: String) async throws {
    let moments = try await moments([Self.first, echo])
    #expect(moments.dropFirst().allSatisfy { abs($0.moved[0]) < 1e-12 })
  }

  /// A crew of 400 is the median of preparation, 100 of the rest; factor 2: (ln 4 / ln 2)² / 2 = 2 nats
  /// more than the report itself.
  @Test func aNumberIsWeighedByItsLaw() async throws {
    let row = "a1,2030-01-08,2030-01-09,crew,A crew of 400,400,men,gazette,A,1,,,,2030-06-01"
    #expect(abs(try await moments([row])[0].moved[0] - 2.635989) < 1e-6)
    let other = row.replacing(",men,", with: ",boats,")
    #expect(abs(try await moments([other])[0].moved[0] - 0.635989) < 1e-6)
  }

  @Test func aFamilySaysNoMoreThanTheCap() async throws {
    let row = "a1,2030-01-08,2030-01-09,crew,A crew of 400,400,men,gazette,A,1,,,,2030-06-01"
    let capped = Island.indicators.replacing("cap: 20", with: "cap: 1.5")
    let moments = try await moments([row], ["indicators.yaml": capped])
    #expect(abs(moments[0].moved[0] - 1.5) < 1e-9)
  }

  /// Half of the weeks staged: P(report | attack) = ½ · 0.34 + ½ · 0.18 = 0.26.
  @Test func stagingTakesFromPreparation() async throws {
    let staged = Island.indicators.replacing(
      "share: {low: 0, likely: 0, high: 0}", with: "share: {low: 50 %, likely: 50 %, high: 50 %}")
    let moments = try await moments([Self.first], ["indicators.yaml": staged])
    // ln (0.26 / 0.18)
    #expect(abs(moments[0].moved[0] - 0.367725) < 1e-6)
  }

  /// A row counts from the last day of its publication, never from its event.
  @Test func aRowCountsFromTheEndOfItsPublication() async throws {
    let late = Self.first.replacing("2030-01-09", with: "2030-01-09..2030-01-31")
    #expect(try await moments([late])[0].day == 30)
    let month = Self.first.replacing("2030-01-09", with: "2030-02")
    #expect(try await moments([month])[0].day == 58)
    let after = Self.first.replacing("2030-01-09", with: "2030-04-01")
    #expect(try await moments([after]).isEmpty)
  }

  /// A correction takes back what it corrects, on the day on which it is known.
  @Test func aCorrectionTakesBack() async throws {
    let correction =
      "a2,2030-01-08,2030-02-10,weather,It was a cloud,,,gazette,A,1,,,a1,2030-02-11"
    let moments = try await moments([Self.first, correction])
    #expect(moments.map(\.day) == [8, 40])
    #expect(abs(moments[1].says[Purpose.attack.rawValue] + 0.8 * 0.635989) < 1e-6)
  }

  /// A correction on the same page says the same again, in the week in which it is known: what the old
  /// row said goes, what the new one says comes.
  @Test func aCorrectionOfOneOriginCounts() async throws {
    let rows = [
      "a1,2030-01-08,2030-01-09,ferry,Three,,,gazette,A,1,page,,,2030-06-01",
      "a2,2030-01-08,2030-02-10,ferry,Two,,,gazette,A,1,page,,a1,2030-02-11",
    ]
    let moments = try await moments(rows)
    #expect(moments.map(\.day) == [8, 40, 40])
    #expect(abs(moments[1].says[3] + moments[2].says[3]) < 1e-12)
    #expect(abs(moments[2].says[3] - 0.8 * 0.635989) < 1e-6)
    // known together, only the correction ever counts
    let together = rows.map { $0.replacing("2030-01-09", with: "2030-02-10") }
    #expect(try await self.moments(together).map(\.rows) == [[1]])
  }

  /// A feed that is declared complete counts: none in a week has P = 1 − (q a + (1 − q) f), 0.66 against
  /// 0.82. Without the declaration silence says nothing.
  @Test func silenceSpeaksOnlyWhereItIsDeclared() async throws {
    #expect(try await moments([]).isEmpty)
    let complete = Island.indicators.replacing(
      "title: The Gazette, grade: A1",
      with: "title: The Gazette, grade: A1, complete: 2030-01-01..2030-01-07")
    let moments = try await moments([], ["indicators.yaml": complete])
    let ferries = try #require(moments.first { $0.family == 0 })
    #expect(ferries.day == 6)
    // ln (0.66 / 0.82)
    #expect(abs(ferries.moved[0] + 0.217065) < 1e-6)
  }

  /// One report in a complete week, dispersion 2: P(n) ∝ (1 − s)ⁿ with s = P(0)^½, so that the ratio is
  /// 0.66 (1 − √0.66) / (0.82 (1 − √0.82)).
  @Test func countsFollowANegativeBinomialLaw() async throws {
    let complete = Island.indicators.replacing(
      "title: The Gazette, grade: A1",
      with: "title: The Gazette, grade: A1, complete: 2030-01-08..2030-01-14")
    let moments = try await moments([Self.first], ["indicators.yaml": complete])
    let ferries = moments.filter { $0.family == 0 }
    #expect(ferries.map(\.day) == [8, 13])
    // both days together: ln of the ratio above
    let both = ferries.reduce(0) { $0 + $1.says[3] - $1.says[0] }
    #expect(abs(both - 0.469035) < 1e-5)
  }
}
