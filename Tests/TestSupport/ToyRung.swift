public import Findings
internal import Kernels
public import Quantities
public import Theatre
public import Timelines

/// A rung that is only a test: a column marches from a garrison to every place and is reported on its way.
public struct ToySlice: RungSlice {
  public static let findings = RungFindings(.operational, quantities: ToyFigures.all)
  let theatre: Theatre

  public init?(_ context: SliceContext) { theatre = context.theatre }

  public func rung(under posture: Theatre.Posture, places: Set<String>?) -> any Rung {
    ToyRung(
      theatre.places.map(\.id).filter { places?.contains($0) ?? true },
      isNear: !posture.laws.isEmpty || posture.forces.count > 1)
  }

  public func series(_ rungs: [any Rung], _ ask: Ask) -> [Series] {
    rungs[0].exposures.enumerated().compactMap { index, exposure in
      guard ask.wants(place: exposure.placeID), ask.wants(threat: nil, .operational) else {
        return nil
      }
      return Series(
        .place(exposure.placeID), threat: nil, fold: ToyFigures.fold,
        members: rungs.map { _ in [index] }, asks: [.deciders, .shifts, .support, .moments],
        parts: [.median(ToyFigures.part)])
    }
  }

  public func split(_ before: String, _ after: String) -> SplitPostures? {
    guard let first = theatre.posture(before), let last = theatre.posture(after) else { return nil }
    return SplitPostures(
      parts: ["nearer"], postures: [first, last], postureOf: [0, 1], threats: [nil, nil], draws: 8)
  }
}

/// 100 to 200 h of march, reported 10 h after it starts.
struct ToyRung: Rung {
  let level = Level.operational
  let inputs: Inputs
  let exposures: [Exposure]
  private let march: Input<TimeSpan>
  private let isNear: Bool

  init(_ places: [String], isNear: Bool) {
    var inputs = Inputs()
    march = inputs.declare(
      Address("axis", "march"), Law(.adversary, .uniform(low: 360_000, high: 720_000)),
      as: TimeSpan.self)
    (self.inputs, self.isNear) = (inputs, isNear)
    exposures = places.map {
      Exposure(
        level: .operational, threat: Address("axis", "column"), place: Address("place", $0),
        threatID: "column", placeID: $0, group: "column")
    }
  }

  func columns(of exposure: Int) -> [Int] { [0] }
  func identity(of exposure: Int) -> String { "\(exposures[exposure].placeID) \(isNear)" }
  var choices: Int { 2 }
  func choice(_ index: Int, column: Int) -> Double? { index == 0 ? 1e-9 : 1 - 1e-9 }
  func world(under draws: DrawBlock, beside other: Double?) -> Double { isNear ? 0.5 : 1 }

  func mark(
    _ exposure: Int, in world: Double, under draws: DrawBlock, into block: inout TimelineBlock
  ) {
    let all = LaneMask(repeating: true)
    for group in 0..<draws.groups {
      let arrived = draws[march, group] * world
      block.set(.launched, group, to: .zero, where: all, otherwise: .noAlarm)
      block.set(.alerted, group, to: Lanes(repeating: 36_000), where: all, otherwise: .noAlarm)
      block.set(.arrived, group, to: arrived, where: all, otherwise: .noAlarm)
    }
  }
}

/// What its figures are of.
public enum ToyFigures {
  public static let warning = FigureQuantity(
    .operational, "warning", .hours, "From the report to the arrival of the column.",
    statistics: Statistic.spread + [.noAlert], changes: Statistic.spread + Statistic.shifts)
  static let worst = FigureQuantity(
    .operational, "worst-warning", .hours, "The least over all choices.", product: .worstCase,
    statistics: Statistic.spread + [.noAlert])
  static let part = FigureQuantity(
    .operational, "part-of-change", .hours, "What a part costs.", product: .parts,
    changes: [.anyPart, .wholeChange])
  static let decider = FigureQuantity(
    .operational, "deciding", .number, "How often it decides.", takes: .id, statistics: [.share])
  static let support = FigureQuantity(
    .operational, "rests-on", .number, "What goes back to a source.", takes: .id,
    statistics: [.share])
  static let all = [warning, worst, part, decider, support, ToyQuantity.march]

  static let fold = Fold(
    deciding: Fold.Gap(warning, from: .alerted, to: .arrived),
    tick: Tick(perUnit: 1 / 360.0, length: 0.1), others: [ToyQuantity.gap], decider: decider,
    support: support, worstCase: worst)
}
