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

/// What `explain` lists of an exposure: every input that can move it, and none that cannot.
@Suite struct InputTests {
  private static let draws = 1_024

  /// Columns of values, each with another draw of its own.
  private struct Table {
    let columns: [(own: [Lanes], other: [Lanes])]

    init(_ inputs: Inputs, other seed: UInt64) {
      let blocks = [1, seed].map {
        DrawBlock.drawn(for: inputs, seed: $0, count: InputTests.draws)
      }
      columns = inputs.declared.map { address, law in
        var known = inputs
        // the declared column, read as plain numbers
        let input = known.declare(address, law, as: Ratio.self)
        let both = blocks.map { block in (0..<block.groups).map { block[input, $0] } }
        return (both[0], both[1])
      }
    }

    /// All columns as they are, but one.
    func block(moving moved: Int?) -> DrawBlock {
      DrawBlock(
        replicate: 0, first: 0, count: InputTests.draws,
        values: columns.enumerated().flatMap { $0 == moved ? $1.other : $1.own },
        columns: Array(columns.indices), keys: columns.indices.map { UInt64($0) })
    }
  }

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
  func whatIsListedMovesItAndNothingElseDoes(scenario: Int) throws {
    let (name, make) = Self.rungs[scenario]
    let rung = try make()
    let tables = [2, 3].map { Table(rung.inputs, other: $0) }
    let base = tables[0].block(moving: nil)
    for (column, declared) in rung.inputs.declared.enumerated() {
      guard declared.law.drawn.lowerBound < declared.law.drawn.upperBound else { continue }
      let moved = tables.reduce(into: Set<Int>()) {
        $0.formUnion(Self.moved(rung, base, $1.block(moving: column)))
      }
      for exposure in rung.exposures.indices {
        let isListed = rung.columns(of: exposure).contains(column)
        #expect(
          isListed == moved.contains(exposure),
          "\(name): \(declared.address) \(isListed ? "is listed and moves nothing of" : "moves") \(rung.exposures[exposure].id)"
        )
      }
    }
  }
}
