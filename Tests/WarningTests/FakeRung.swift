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
    Exposure(level: .tactical, threat: Address("formation", $0), place: Address("place", "x"))
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
  func circumstance(of exposure: Int) -> String { "\(exposure) \(shift)" }
  func world(under draws: DrawBlock) -> Int { 0 }

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

/// One place with both exposures apart and together, before and after a shift.
func study(seed: UInt64 = 7, replicates: Int = 16, shift: Double = 10) -> Study {
  Study(
    postures: [
      Study.Posture(id: "before", rung: FakeRung()),
      Study.Posture(id: "after", rung: FakeRung(shift: shift)),
    ],
    series: [
      Study.Series(place: "x", threat: nil, members: [[0, 1], [0, 1]]),
      Study.Series(place: "x", threat: "a", members: [[0], [0]], marks: [.alerted]),
      Study.Series(place: "x", threat: "b", members: [[1], [1]]),
    ],
    pairs: [(0, 1)],
    trials: [
      Study.Trial(
        id: "below-60", quantity: .warning, series: [1], posture: 0, before: nil, threshold: 600,
        share: 1),
      Study.Trial(
        id: "falls", quantity: .warning, series: [1, 2], posture: 1, before: 0, threshold: 100,
        share: 1),
    ], seed: seed, replicates: replicates)
}
