import Kernels
import Quantities
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Timelines
import Vedette
import Warnings

/// What an exposure lists: every input that can move it. What moves nothing of a figure is taken out where one is explained
/// (`IdleInputs`).
@Suite struct InputTests {
  private static let draws = 512

  /// Exposures whose marks or measures differ.
  private static func moved(
    _ rung: TacticalRung, _ a: DrawBlock, _ b: DrawBlock
  ) -> Set<Int> {
    let worlds = (rung.world(under: a), rung.world(under: b))
    return Set(
      rung.exposures.indices.filter { exposure in
        var blocks = (TimelineBlock(groups: a.groups), TimelineBlock(groups: b.groups))
        rung.mark(exposure, in: worlds.0, under: a, into: &blocks.0)
        rung.mark(exposure, in: worlds.1, under: b, into: &blocks.1)
        return (0..<a.count).contains { draw in Self.differ(blocks.0, blocks.1, draw) }
      })
  }

  private static func differ(_ a: TimelineBlock, _ b: TimelineBlock, _ draw: Int) -> Bool {
    let (group, lane) = (draw / 4, draw % 4)
    return Mark.allCases.contains { mark in
      a.absence(mark, group)[lane] != b.absence(mark, group)[lane]
        || a.absence(mark, group)[lane] == 0
          && a.time(mark, group)[lane] != b.time(mark, group)[lane]
    }
      || Measure.allCases.contains { a.value($0, group)[lane] != b.value($0, group)[lane] }
  }

  private static let more = """

    guest:
      kind: ballistic
      range: {low: 400 km, likely: 600 km, high: 900 km}
      minimum_range: 50 km
      boost_time: {low: 40 s, likely: 60 s, high: 80 s}
      boost_height: {low: 20 km, likely: 40 km, high: 60 km}
      drag_loading: {low: 3000 kg/m2, likely: 6000 kg/m2, high: 9000 kg/m2}
      radar_cross_section: {low: 0.1 m2, likely: 0.2 m2, high: 0.4 m2}

    """

  private static let rungs: [(name: String, rung: @Sendable () throws -> TacticalRung)] = [
    ("tense", { try rung("tense") }),
    (
      "drones",
      {
        try rung(
          "blind", ["scenario.yaml": Island.scenario.replacing("{off: north-radar}, ", with: "")])
      }
    ),
    (
      "ballistic",
      {
        try rung(
          "calm",
          [
            "scenario.yaml": Island.scenario.replacing(
              "present: [north-radar, far-brigade]", with: "present: [north-radar, guest]"
            ).replacing("      - {move: far-brigade, to: spit}\n", with: ""),
            "catalogue/arms.yaml": Island.catalogue + more,
            "formations.csv": Island.formations + "guest,Guest,FO,guest,mainland,10 km\n",
          ])
      }
    ),
  ]

  @Test(arguments: [0, 1, 2])
  func nothingMovesItThatIsNotListed(scenario: Int) throws {
    let (name, make) = Self.rungs[scenario]
    let rung = try make()
    let blocks = (0..<2).map {
      DrawBlock.drawn(for: rung.inputs, seed: 1, replicate: $0, count: Self.draws)
    }
    var movers = 0
    for (column, declared) in rung.inputs.declared.enumerated() {
      let moved = Self.moved(rung, blocks[0], blocks[0].taking(column, from: blocks[1]))
      movers += moved.count
      for exposure in moved {
        #expect(
          rung.columns(of: exposure).contains(column),
          "\(name): \(declared.address) moves \(rung.exposures[exposure].id)")
      }
    }
    #expect(movers > 20)
  }
}
