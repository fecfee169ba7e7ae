import Findings
import Kernels
import Quantities
import Timelines
import Warnings

/// A rung of known law. Exposure 0: warning triangular on [50, 150] s as the sum of two uniforms, of
/// which 20 % never alert and 30 % are out of reach, all independent. Exposure 1: always 100 s.
struct FakeRung: Rung {
  let level = Level.tactical
  let inputs: Inputs
  let exposures = ["a", "b"].map {
    Exposure(
      level: .tactical, threat: Address("formation", $0), place: Address("place", "x"),
      threatID: $0, placeID: "x", group: $0)
  }
  let first: Input<TimeSpan>
  let second: Input<TimeSpan>
  let silence: Input<Ratio>
  let reach: Input<Ratio>
  /// Taken off every warning.
  let shift: Double

  init(shift: Double = 0) {
    var inputs = Inputs()
    let half = Law(.chance, .uniform(low: 25, high: 75))
    let unit = Law(.chance, .uniform(low: 0, high: 1))
    first = inputs.declare(Address("alert", "first"), half, as: TimeSpan.self)
    second = inputs.declare(Address("alert", "second"), half, as: TimeSpan.self)
    silence = inputs.declare(Address("alert", "silence"), unit, as: Ratio.self)
    reach = inputs.declare(Address("alert", "reach"), unit, as: Ratio.self)
    self.inputs = inputs
    self.shift = shift
  }

  func columns(of exposure: Int) -> [Int] { exposure == 0 ? [0, 1, 2, 3] : [] }

  struct Identity: Hashable {
    let exposure: Int
    let shift: Double
  }

  func identity(of exposure: Int) -> Identity { Identity(exposure: exposure, shift: shift) }
  func world(under draws: DrawBlock, beside other: Int?) -> Int { 0 }

  func mark(
    _ exposure: Int, in world: Int, under draws: DrawBlock, into block: inout TimelineBlock
  ) {
    for group in 0..<draws.groups {
      let all = LaneMask(repeating: true)
      let reaches = exposure == 0 ? draws[reach, group] .>= 0.3 : all
      let tells = exposure == 0 ? draws[silence, group] .>= 0.2 : all
      let warning =
        (exposure == 0 ? draws[first, group] + draws[second, group] : Lanes(repeating: 100)) - shift
      let arrival = Lanes(repeating: 300)
      block.set(.launched, group, to: .zero, where: reaches, otherwise: .outOfReach)
      block.set(.arrived, group, to: arrival, where: reaches, otherwise: .outOfReach)
      block.set(
        .alerted, group, to: arrival - warning, where: reaches .& tells, otherwise: .neverFirm)
      block.set(
        .ready, group, to: arrival - warning + 60, where: reaches .& tells, otherwise: .noAlarm)
    }
  }
}

/// What is read of it: warning, flight, and whether a minute is enough.
enum FakeFigures {
  static let enough = Statistic("enough", "share with a minute", isShare: true)
  static let warning = FigureQuantity(
    .tactical, "warning", .seconds, "From the alert to the arrival.",
    statistics: Statistic.spread + [.outOfReach, .noAlert, .alerted, enough],
    changes: Statistic.spread + Statistic.transitions + Statistic.shifts)
  static let flight = FigureQuantity(
    .tactical, "flight", .seconds, "From launch to arrival.", statistics: [.median])
  static let mark = FigureQuantity(
    .tactical, "mark", .seconds, "When a mark comes.", takes: .word, statistics: [.median])
  static let worst = FigureQuantity(
    .tactical, "worst-warning", .seconds, "The least over all choices.", product: .worstCase,
    statistics: Statistic.spread + [.noAlert])
  static let part = FigureQuantity(
    .tactical, "part-of-change", .seconds, "What a part costs.", product: .parts,
    changes: [.anyPart, .wholeChange])
  static let trial = FigureQuantity(
    .tactical, "trial", .seconds, "A claim on trial.", product: .trial,
    statistics: [.holds], changes: [.holds])

  static let fold = Fold(
    deciding: Fold.Gap(warning, from: .alerted, to: .arrived), tick: .tenthOfASecond,
    others: [Fold.Gap(flight, from: .launched, to: .arrived)],
    tests: [Fold.Test(enough, .ready, noLaterThan: .arrived)], moments: [.alerted], moment: mark,
    links: Fold.Links(link, gap: gap, [(.alerted, "telling"), (.arrived, "flight")]),
    worstCase: worst, trial: trial)
  static let link = FigureQuantity(
    .tactical, "link", .seconds, "What a link adds.", takes: .word, changes: [.mean])
  static let gap = FigureQuantity(
    .tactical, "gap", .seconds, "Between two marks.", takes: .word, statistics: Statistic.spread)
}

/// One place with both exposures apart and together, before and after a shift.
func study(seed: UInt64 = 7, replicates: Int = 16, shift: Double = 10) -> Study {
  func series(_ threat: String?, _ members: [Int], _ asks: Series.Asks = .deciders) -> Series {
    Series(
      .place("x"), threat: threat, fold: FakeFigures.fold, members: [members, members],
      asks: asks)
  }
  return Study(
    rungs: [FakeRung(), FakeRung(shift: shift)],
    postures: [Study.Posture(id: "before", rung: 0), Study.Posture(id: "after", rung: 1)],
    series: [
      series(nil, [0, 1]),
      series("a", [0], [.deciders, .moments, .support, .shifts, .links, .gaps]),
      series("b", [1]),
    ],
    pairs: [(0, 1)],
    trials: [
      Study.Trial(
        id: "below-60", gap: 0, series: [1], people: [1], posture: 0, before: nil, threshold: 60,
        share: 1),
      Study.Trial(
        id: "falls", gap: 0, series: [1, 2], people: [1, 2], posture: 1, before: 0,
        threshold: 10, share: 1),
      Study.Trial(
        id: "falls-for-most", gap: 0, series: [1, 2], people: [1, 2], posture: 1, before: 0,
        threshold: 10, share: 0.6),
    ], seed: seed, replicates: replicates)
}
