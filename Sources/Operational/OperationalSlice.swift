public import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
public import Theatre
public import Timelines

/// The operational rung's part in an analysis: the clock of a build-up, axis by axis.
public struct OperationalSlice: RungSlice {
  public static let findings = OperationalFigures.findings
  /// A draw follows every train.
  public static let mostDraws = 64
  /// The region's id in place of a place.
  static let region = "region"

  private let theatre: Theatre
  private let drawing: Drawing
  private let operations: Document.Operations
  private let ways: Ways

  public static func concerns(_ theatre: Theatre) -> Bool {
    theatre.operations.map { !$0.axes.isEmpty } ?? false
  }

  /// Nil for a scenario without axes.
  public init?(_ context: SliceContext) {
    guard OperationalSlice.concerns(context.theatre), let operations = context.theatre.operations
    else { return nil }
    (theatre, drawing, self.operations) = (context.theatre, context.drawing, operations)
    let environment = context.environment
    let defended = environment.borders.merging(environment.beside) { own, _ in own }
    func lands(_ polygons: [String: Polygon]) -> [Polygon] {
      polygons.sorted { $0.key < $1.key }.map(\.value)
    }
    ways = Ways(
      context.theatre, environment,
      [
        Ways.Side(goals: operations.axes.map(\.from.value), closed: lands(defended)),
        Ways.Side(
          goals: operations.axes.compactMap(\.at?.value), closed: lands(environment.opposing)),
      ])
  }

  public func rung(under posture: Theatre.Posture, places: Set<String>?) -> any Rung {
    OperationalRung(theatre, operations, ways, posture: posture)
  }

  private static let deciding = Fold.Gap(
    OperationalFigures.warning, from: .alerted, to: .arrived)
  private static let others = [
    Fold.Gap(OperationalFigures.closing, from: .launched, to: .ready),
    Fold.Gap(OperationalFigures.reporting, from: .launched, to: .known),
  ]

  /// Of an axis on which nobody reinforces.
  static let alone = Fold(
    deciding: deciding, tick: .minuteOfADay, others: others, support: OperationalFigures.restsOn)

  static let reinforced = Fold(
    deciding: deciding, tick: .minuteOfADay,
    others: others + [
      Fold.Gap(OperationalFigures.reinforcing, from: .alerted, to: .reinforced),
      Fold.Gap(OperationalFigures.margin, from: .reinforced, to: .arrived),
    ],
    tests: [
      Fold.Test(OperationalFigures.reinforcedFirst, .reinforced, noLaterThan: .arrived)
    ], support: OperationalFigures.restsOn)

  public func series(_ rungs: [any Rung], _ ask: Ask) -> [Series] {
    guard let first = rungs.first else { return [] }
    return first.exposures.enumerated().compactMap { index, exposure in
      guard ask.wants(threat: exposure.group, .operational) else { return nil }
      return Series(
        .region, threat: exposure.group,
        fold: operations.axes[index].defenders.isEmpty
          ? OperationalSlice.alone : OperationalSlice.reinforced,
        members: rungs.map { _ in [index] }, asks: [.shifts, .support])
    }
  }

  /// Conditions that bind, under each posture that is asked for.
  public func annexes(_ request: AnnexRequest) async throws -> AnnexFindings {
    guard request.ask.wants(OperationalFigures.clocks) else { return AnnexFindings() }
    let shares = GateShares(
      drawing: drawing, seed: request.seed,
      draws: min(request.draws, OperationalSlice.mostDraws))
    let rungs = request.postures.compactMap { posture, rung in
      (rung as? OperationalRung).map { (posture, $0) }
    }
    return AnnexFindings(
      figures: try await inParallel(rungs.count, threads: request.threads) {
        shares.figures(rungs[$0].1, rungs[$0].0)
      }.flatMap(\.self))
  }
}
