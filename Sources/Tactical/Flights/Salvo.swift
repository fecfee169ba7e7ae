internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// How many are launched together, and how fast one after the other.
struct SalvoKind {
  static let fields = [
    Field(
      "salvo_size", Ratio.self, "missiles of one raid against one place", kind: .adversary,
      required: false, in: 1...1_000),
    Field(
      "salvo_interval", TimeSpan.self, "between two launches", required: false, in: 0...36_000),
  ]

  let size: Input<Ratio>?
  let interval: Input<TimeSpan>?

  init(_ declare: inout Declarations, system: String) {
    size = declare.optional(system, "salvo_size")
    interval = declare.optional(system, "salvo_interval")
  }

  /// From the first arrival to the last, s.
  func length(_ draws: DrawBlock, _ group: Int) -> Lanes {
    guard let size, let interval else { return .zero }
    return LaneMath.greatest(draws[size, group] - 1, .zero) * draws[interval, group]
  }
}
