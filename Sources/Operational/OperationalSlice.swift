public import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
public import Theatre
public import Timelines

/// The operational rung's part in an analysis: the clock of a build-up, axis by axis.
public struct OperationalSlice: RungSlice {
  public static let findings = OperationalFigures.findings
  /// A draw follows every train: of what a briefing usually draws a part tells the days, and who asks for more
  /// than that gets it, to a limit.
  public static func draws(ofAsked asked: Int) -> Int {
    asked <= 128 ? min(asked, 64) : min(asked, 1_024)
  }
  /// The region's id in place of a place.
  static let region = "region"

  let theatre: Theatre
  let drawing: Drawing
  let operations: Document.Operations
  let towns: [Environment.Town]
  private let surveys: [LineSurvey]
  private let sides: [Ways.Side]
  /// By the crossings that are closed: those of all postures, and of what is tried on them.
  private let ways: [Set<String>: Ways]

  public static func concerns(_ theatre: Theatre) -> Bool {
    theatre.operations.map { !$0.axes.isEmpty } ?? false
  }

  /// Nil for a scenario without axes.
  public init?(_ context: SliceContext) {
    guard OperationalSlice.concerns(context.theatre), let operations = context.theatre.operations
    else { return nil }
    let (theatre, environment) = (context.theatre, context.environment)
    (self.theatre, drawing, self.operations) = (theatre, context.drawing, operations)
    towns = environment.towns
    surveys =
      [
        environment.roads.map { LineSurvey($0, .road, theatre) },
        environment.railways.map { LineSurvey($0, .rail, theatre) },
      ].compactMap(\.self)
    let defended = environment.borders.merging(environment.beside) { own, _ in own }
    func lands(_ polygons: [String: Polygon]) -> [Polygon] {
      polygons.sorted { $0.key < $1.key }.map(\.value)
    }
    let axes = operations.axes + operations.past.map(\.axis)
    sides = [
      Ways.Side(goals: axes.map(\.from.value), surveys, avoiding: lands(defended)),
      Ways.Side(
        goals: axes.compactMap(\.at?.value), surveys, avoiding: lands(environment.opposing)),
    ]
    let closings = Set(
      (theatre.postures + theatre.levers.map(\.posture) + theatre.past.map(\.posture))
        .map(\.closed))
    ways = closings.reduce(into: [:]) { [surveys, sides] in
      $0[$1] = Ways(theatre, surveys, sides, closed: $1)
    }
  }

  func ways(under posture: Theatre.Posture) -> Ways {
    ways[posture.closed] ?? Ways(theatre, surveys, sides, closed: posture.closed)
  }

  public func rung(under posture: Theatre.Posture, places: Set<String>?) -> any Rung {
    OperationalRung(theatre, operations.axes, ways(under: posture), posture: posture)
  }

  /// A gap between two ends of the map's lines that was closed.
  public struct LineGap: Hashable, Sendable {
    /// `road` or `rail`.
    public let kind: String
    /// Longitude and latitude of one of the ends, degrees.
    public let point: SIMD2<Double>
    /// m.
    public let length: Double
  }

  /// All gaps that were closed, from the south to the north.
  public var gaps: [LineGap] {
    surveys.flatMap { survey in
      survey.added.map {
        LineGap(
          kind: survey.kind.rawValue, point: survey.network.points[Int($0.first)],
          length: $0.length)
      }
    }.sorted { ($0.kind, $0.point.y, $0.point.x) < ($1.kind, $1.point.y, $1.point.x) }
  }

  /// Crossings at which no line runs.
  public var doubts: [String] {
    let near = surveys.flatMap(\.links).filter { !$0.value.isEmpty }.map(\.key)
    let kinds = Set(surveys.map(\.kind))
    return theatre.crossings.filter { kinds.contains($0.kind) && !near.contains($0.id) }.map {
      "crossing '\($0.id)': the map has no \($0.kind == .road ? "road" : "railway") within 10 km of it; it changes nothing"
    } + hindsight
      + (kinds == [.rail] ? ["without the layer 'roads' the layer 'railways' is not used"] : [])
  }

  /// Inputs of movements of the past of which nobody spoke before: a prediction that rests on them is none.
  private var hindsight: [String] {
    theatre.past.compactMap { past in
      let rung = rung(of: past)
      let own = "axis.\(past.id)"
      let late = rung.axes[0].columns.map { rung.inputs.declared[$0] }.filter {
        $0.address.owner != own && $0.address.root != "observer"
          && isLater($0.law, than: past.past.began)
      }.map(\.address.description)
      return late.isEmpty
        ? nil
        : "movement '\(past.id)' of the past rests on sources of after \(past.past.began): \(late.sorted().joined(separator: ", "))"
    }
  }

  func rung(of past: Theatre.Past) -> OperationalRung {
    OperationalRung(theatre, [past.past.axis], ways(under: past.posture), posture: past.posture)
  }

  /// Whether nobody but later sources speaks of an input.
  private func isLater(_ law: Law, than day: Day) -> Bool {
    let bibliography = theatre.bibliography
    return law.components.allSatisfy { component in
      component.claim.flatMap { bibliography.claim($0)?.source }
        .flatMap { bibliography.sources[$0] }?.isLater(than: day) ?? false
    }
  }

  private static let deciding = Fold.Gap(
    OperationalFigures.warning, from: .alerted, to: .arrived)
  private static let others = [
    Fold.Gap(OperationalFigures.closing, from: .launched, to: .ready),
    Fold.Gap(OperationalFigures.reporting, from: .launched, to: .known),
    Fold.Gap(OperationalFigures.ordering, from: .launched, to: .alerted),
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

  func replicates(
    _ rung: OperationalRung, _ posture: String, _ request: AnnexRequest
  ) -> Replicates {
    Replicates(
      rung, posture: posture, drawing, seed: request.seed,
      draws: OperationalSlice.draws(ofAsked: request.draws))
  }

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

  /// What stands behind the clocks, under each posture that is asked for, and movements of the past.
  public func annexes(_ request: AnnexRequest) async throws -> AnnexFindings {
    guard request.ask.wants(OperationalFigures.clocks) else { return AnnexFindings() }
    return try await OperationalAnnexes(slice: self, request: request).findings()
  }
}
