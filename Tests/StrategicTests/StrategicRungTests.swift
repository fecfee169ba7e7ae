import Findings
import Quantities
import Scenarios
import Strategic
import TestSupport
import Testing
import Theatre
import Timelines
import Vedette
import Warnings

/// Made-up histories against laws that are known.
@Suite struct StrategicRungTests {
  static func rung(_ posture: String = "calm") throws -> StrategicRung {
    let scenario = try Scenario(id: "island", files: Island.watched([]))
    let theatre = scenario.theatre
    let stands = try #require(theatre.posture(posture))
    return try #require(StrategicRung(theatre: theatre, posture: stands))
  }

  static func marks(_ rung: StrategicRung, _ exposure: Int, _ block: DrawBlock) -> [Timeline] {
    var marks = TimelineBlock(groups: block.groups)
    rung.mark(exposure, in: rung.world(under: block), under: block, into: &marks)
    return (0..<block.count).map(marks.timeline)
  }

  /// Six geometric phases of mean 100 / 6 days: mean 100, variance 6 (1 − p) / p², p = 0.06, that is
  /// 1 567. 4σ of the mean of 2 048 is 3.5 days; of the variance, with kurtosis 3 + 6/6, about 240.
  @Test func preparationsLastANegativeBinomialTime() throws {
    let rung = try Self.rung()
    let draws = RungDraws(rung.inputs, seed: 7)
    let days = (0..<8).flatMap { replicate in
      Self.marks(rung, 0, draws.block(replicate: replicate, first: 0, count: 256))
        .map { $0[.arrived]!.seconds / 86_400 }
    }
    let mean = days.reduce(0, +) / Double(days.count)
    let variance = days.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(days.count)
    #expect(abs(mean - 100) < 3.5)
    #expect(abs(variance - 1_567) < 240)
    #expect(days.allSatisfy { $0 >= 6 && $0 == $0.rounded() })
  }

  /// An alarm lies between the first preparation and the attack, or there is none and it says so.
  @Test func alarmsLieInsideTheirHistory() throws {
    let rung = try Self.rung()
    let block = DrawBlock.drawn(for: rung.inputs, seed: 3, count: 256)
    for exposure in rung.exposures.indices {
      for timeline in Self.marks(rung, exposure, block) {
        let arrived = try #require(timeline[.arrived])
        if let alerted = timeline[.alerted] {
          #expect(alerted.seconds >= 0 && alerted.seconds < arrived.seconds)
        } else {
          #expect(timeline.absence(.alerted) == .noAlarm)
        }
      }
    }
  }

  /// Any block gives a draw the same history.
  @Test func aDrawIsTheSameInAnyBlock() throws {
    let rung = try Self.rung()
    let draws = RungDraws(rung.inputs, seed: 5)
    let whole = Self.marks(rung, 0, draws.block(replicate: 2, first: 0, count: 64))
    for (first, count) in [(0, 8), (8, 20), (28, 3), (31, 33)] {
      let part = Self.marks(rung, 0, draws.block(replicate: 2, first: first, count: count))
      for draw in 0..<count {
        #expect(part[draw][.arrived] == whole[first + draw][.arrived])
        #expect(part[draw][.alerted] == whole[first + draw][.alerted])
      }
    }
  }

  /// The story that is drawn is the draw that was counted.
  @Test func aStoryIsItsDraw() throws {
    let rung = try Self.rung()
    let block = DrawBlock.drawn(for: rung.inputs, seed: 3, count: 16)
    let marks = Self.marks(rung, 0, block)
    for draw in 0..<16 {
      let story = rung.story(of: draw, under: block)
      #expect(Double(story.attack) * 86_400 == marks[draw][.arrived]?.seconds)
      #expect(story.alarm.map { Double($0) * 86_400 } == marks[draw][.alerted]?.seconds)
    }
  }

  /// A preparation of half the length leaves less warning, and nothing else moves.
  @Test func shorterPreparationsLeaveLess() async throws {
    let edits = """

      postures:
        tense:
          - {set: indicator.purpose.attack.duration, to: {low: 50 d, likely: 50 d, high: 50 d}, part: stocks}
      """
    let scenario = try Scenario(
      id: "island",
      files: Island.watched(
        [],
        [
          "indicators.yaml": Island.indicators.replacing("cost_ratio: 1,", with: "cost_ratio: 19,")
            + edits
        ]))
    let analysis = Analysis(
      scenario, environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [])
    let results = try await analysis.answer(
      Ask(levels: [.strategic], products: [.series, .parts]), .draws(32), seed: 1)
    func value(_ id: String) throws -> Double {
      try #require(results.figure("strategic/region/\(id)")?.estimate.value)
    }
    #expect(try value("warning.attack/calm~tense/shift-median") < -5)
    // the headline is calm to blind, which no indicator tells apart
    #expect(results.figure("strategic/region/part-of-change.attack/calm~blind/whole-change") == nil)
    #expect(try value("warning.coercion/calm~tense/shift-median") == 0)
  }
}
