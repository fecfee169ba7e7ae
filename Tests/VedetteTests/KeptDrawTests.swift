import Findings
import Foundation
import Quantities
import Reports
import Scenarios
import TestSupport
import Testing
import Theatre
import Vedette

/// Draws that are kept, and the tables that a die is rolled on.
@Suite struct KeptDrawTests {
  /// Kept draws, counted, are the shares that the briefing tells: the least of a class's launchers, draw by draw.
  @Test func keptDrawsAreThoseThatWereCounted() async throws {
    let analysis = try AnswerTests.island.get()
    let results = try await AnswerTests.everything.value
    let postures = analysis.scenario.theatre.postures.map(\.id)
    var compared = 0
    for kept in try await analysis.kept(64, replicates: 16, postures: postures, seed: 7) {
      for (key, pairs) in Dictionary(grouping: kept.pairs, by: { [$0.place, $0.threat] }) {
        let least = (0..<1_024).map { draw in
          pairs.map { $0.draws[draw] }.filter { $0.outcome != .outOfReach }
            .min { Self.left($0) < Self.left($1) }
        }
        let reached = least.compactMap(\.self)
        func expect(_ statistic: Statistic, _ count: Int, of total: Int) throws {
          let id = FigureID(
            .place(key[0]), TacticalFigures.warning, of: key[1], .posture(kept.posture), statistic)
          let value = try #require(results.figures[id: id]?.estimate.value, "\(id)")
          #expect(abs(value - Double(count) / Double(total)) < 1e-9, "\(id)")
          compared += 1
        }
        func count(_ outcome: KeptDraw.Outcome) -> Int { reached.count { $0.outcome == outcome } }
        try expect(.outOfReach, 1_024 - reached.count, of: 1_024)
        guard !reached.isEmpty else { continue }
        try expect(.inTime, count(.inTime), of: reached.count)
        try expect(.late, count(.late), of: reached.count)
        try expect(.noAlert, count(.never), of: reached.count)
        for (reason, all) in Dictionary(grouping: reached.compactMap(\.reason), by: \.self) {
          let id = FigureID(
            .place(key[0]), TacticalFigures.why.of(reason), of: key[1], .posture(kept.posture),
            .share)
          let value = try #require(results.figures[id: id]?.estimate.value, "\(id)")
          #expect(abs(value - Double(all.count) / Double(reached.count)) < 1e-9, "\(id)")
        }
      }
    }
    #expect(compared > 10)
  }

  private static func left(_ draw: KeptDraw) -> Double {
    draw.outcome == .never ? -.infinity : draw.warning!.seconds
  }

  /// One number is one world: what two postures share has the same row in both, for any number of threads.
  @Test func aNumberIsOneWorld() async throws {
    let analysis = try AnswerTests.island.get()
    let postures = analysis.scenario.theatre.postures.map(\.id)
    #expect(postures.count > 1)
    let kept = try await analysis.kept(8, postures: postures, seed: 7, threads: 2)
    let again = try await analysis.kept(8, postures: postures.reversed(), seed: 7, threads: 1)
    #expect(DrawsFile.csv(kept) == DrawsFile.csv(again.reversed()))
    func rows(_ kept: KeptDraws) -> [[String]: [KeptDraw]] {
      Dictionary(
        uniqueKeysWithValues: kept.pairs.map { ([$0.place, $0.threat, $0.launcher], $0.draws) })
    }
    let (first, last) = (rows(kept[0]), rows(kept[kept.count - 1]))
    let both = Set(first.keys).intersection(last.keys)
    #expect(!both.isEmpty)
    for key in both {
      #expect(first[key]!.map(\.arrived) == last[key]!.map(\.arrived), "\(key)")
    }
  }

  @Test func theFileSaysWhatIsMissing() throws {
    let csv = String(
      decoding: DrawsFile.csv([
        KeptDraws(
          posture: "now",
          pairs: [
            .init(
              place: "harbour", threat: "cruise", launcher: "fleet",
              draws: [
                KeptDraw(
                  tookOff: nil, firstSign: .seconds(12.34), ordered: .seconds(100),
                  received: .seconds(110), arrived: .seconds(90.06), outcome: .late,
                  reason: "order-late"),
                KeptDraw(
                  tookOff: nil, firstSign: nil, ordered: nil, received: nil, arrived: nil,
                  outcome: .outOfReach, reason: nil),
              ])
          ])
      ]), as: UTF8.self)
    #expect(
      csv == """
        posture,place,class,launcher,draw,take_off_s,first_sign_s,order_s,received_s,arrival_s,warning_s,outcome,why
        now,harbour,cruise,fleet,1,,12.3,100,110,90.1,-19.9,late,order-late
        now,harbour,cruise,fleet,2,,,,,,,out-of-reach,

        """)
  }

  /// Twenty draws by hand: six without an alert, four late by 20 s, eight in time by 90 s, two out of reach.
  @Test func aRollIsAFairDraw() throws {
    func draw(_ received: Double?, _ outcome: KeptDraw.Outcome) -> KeptDraw {
      KeptDraw(
        tookOff: nil, firstSign: nil, ordered: nil, received: received.map { .seconds($0) },
        arrived: outcome == .outOfReach ? nil : .seconds(200), outcome: outcome,
        reason: outcome == .never ? "not-seen" : nil)
    }
    let draws =
      Array(repeating: draw(110, .inTime), count: 8)
      + Array(repeating: draw(nil, .outOfReach), count: 2)
      + Array(repeating: draw(220, .late), count: 4)
      + Array(repeating: draw(nil, .never), count: 6)
    let kept = KeptDraws(
      posture: "now",
      pairs: [.init(place: "harbour", threat: "cruise", launcher: "fleet", draws: draws)])
    for (die, faces) in [
      (AdjudicationTable.Die.d10, [1...3, 4...5, 6...9, 10...10]),
      (.d100, [1...30, 31...50, 51...90, 91...100]),
    ] {
      let table = try #require(
        AdjudicationTable(kept, place: "harbour", threat: "cruise", die: die))
      #expect(table.rows.map(\.rolls) == faces)
      #expect(table.rows.map(\.middle.outcome) == [.never, .late, .inTime, .outOfReach])
      #expect(table.rows[1].bounds!.low == nil && table.rows[1].bounds!.high == .seconds(30))
      #expect(table.rows[2].bounds! == (.seconds(60), .seconds(120)))
    }
    #expect(AdjudicationTable(kept, place: "harbour", threat: "drone", die: .d10) == nil)
    // fewer draws than faces: every face still has one
    let few = KeptDraws(
      posture: "now",
      pairs: [.init(place: "harbour", threat: "cruise", launcher: "fleet", draws: [draws[0]])])
    let one = try #require(AdjudicationTable(few, place: "harbour", threat: "cruise", die: .d100))
    #expect(one.rows.map(\.rolls) == [1...100])
  }
}
