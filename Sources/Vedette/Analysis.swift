public import Datasets
public import Findings
public import Kernels
internal import Operational
public import Quantities
internal import Scenarios
internal import Strategic
internal import Tactical
public import Theatre
internal import Timelines
internal import Warnings

/// How long to draw.
public enum Effort: Sendable {
  /// So many draws in each of the 16 replicates, a power of two.
  case draws(Int)
  /// Until the computing error of every headline median is at most this, in the unit of the figure.
  case until(Double)
}

/// The rungs of the program, longest warning last: the one place that names them.
public enum Slices {
  public static let shipped: [any RungSlice.Type] = [
    TacticalSlice.self, OperationalSlice.self, StrategicSlice.self,
  ]
}

/// A scenario surveyed: what `brief`, `warn` and `explain` put their questions to.
public struct Analysis: Sendable {
  public static let version = "0.1.0"
  /// Draws a replicate may have at most with `--until`.
  public static let mostDraws = 16_384
  /// Draws a replicate of the worst case: every draw is marked once for each choice.
  static let worstDraws = 8

  public let scenario: Scenario
  public let data: [Results.Data]
  /// What the rungs make of the scenario; one that it has nothing of is left out.
  public let slices: [any RungSlice]
  /// What the rungs may find.
  public let declared: [RungFindings]
  /// Every quantity that figures may be of.
  public let vocabulary: FigureVocabulary
  /// Polygons of the defended countries, as far as a layer or the scenario has them.
  public let borders: [String: Polygon]
  /// What the data say against the scenario, one sentence each.
  public let doubts: [String]
  var theatre: Theatre { scenario.theatre }

  /// Surveys a scenario; what is dear is worked out when it is first asked for.
  ///
  /// - Parameter kinds: the rungs, those of the program when left out.
  public init(
    _ scenario: Scenario, environment: Environment, data: [Results.Data], cache: Cache? = nil,
    rungs kinds: [any RungSlice.Type] = Slices.shipped
  ) {
    (self.scenario, self.data) = (scenario, data)
    let context = SliceContext(
      theatre: scenario.theatre, environment: environment, cache: cache, drawing: .sampled)
    borders = environment.borders.merging(environment.beside) { own, _ in own }
    slices = kinds.compactMap { $0.init(context) }
    doubts =
      Footings.doubts(scenario.theatre, environment.terrain) + slices.flatMap(\.doubts)
    declared = kinds.map { $0.findings }
    let theatre = scenario.theatre
    vocabulary = FigureVocabulary(
      kinds.filter { $0.concerns(theatre) }.flatMap { $0.findings.quantities })
  }

  /// Reads what the scenario needs from the pack.
  public init(_ scenario: Scenario, pack: DataPack) throws(DataError) {
    self.init(
      scenario, environment: try scenario.environment(pack),
      data: Analysis.data(of: scenario, pack), cache: pack.cache)
  }

  /// The layers that a scenario uses, as the pack has them.
  public static func data(of scenario: Scenario, _ pack: DataPack) -> [Results.Data] {
    let manifest = pack.manifest()
    return Layer.all.filter { scenario.theatre.layers.contains($0.id) }.map {
      Results.Data(
        layer: $0.id, version: manifest[$0.id]?.version ?? "",
        sha256: manifest[$0.id]?.sha256 ?? "", licence: $0.licence, attribution: $0.attribution)
    }
  }

  /// The slice of a kind; nil where the scenario has nothing of it.
  public func slice<S: RungSlice>(_ kind: S.Type) -> S? {
    slices.lazy.compactMap { $0 as? S }.first
  }
}

// MARK: answers

extension Analysis {
  /// Everything that a briefing tells.
  public func results(
    _ effort: Effort, seed: UInt64, block: Int = 256, threads: Int = 2,
    progress: @escaping Progress = { _, _, _ in }
  ) async throws -> Results {
    try await answer(
      .everything, effort, seed: seed, block: block, threads: threads, progress: progress)
  }

  /// Computes what is asked for and nothing else.
  ///
  /// - Parameters:
  ///   - postures: what takes the place of the scenario's postures; they are asked for by their ids, and
  ///     compared where `ask.pairs` says so.
  ///   - block: draws a block; results do not depend on it, nor on `threads`.
  ///   - progress: told what is done of what, for a bar.
  public func answer(
    _ ask: Ask, _ effort: Effort, seed: UInt64, postures: [Theatre.Posture]? = nil,
    block: Int = 256, threads: Int = 2, progress: @escaping Progress = { _, _, _ in }
  ) async throws -> Results {
    if let fault = Analysis.fault(postures ?? []) { throw fault }
    // a lever is a posture for who names it
    let all = theatre.postures + (ask.postures == nil ? [] : theatre.levers.map(\.posture))
    let run = Answering(
      analysis: self, ask: ask,
      postures: (postures ?? all).filter { ask.wants(posture: $0.id) },
      seed: seed, block: block, threads: threads, progress: progress)
    let results = try await run.results(effort)
    return postures == nil ? try await run.addingLevers(to: results, effort) : results
  }

  /// Two postures of one name, or a name that ids of figures cannot carry.
  private static func fault(_ postures: [Theatre.Posture]) -> Theatre.EditFault? {
    var names: Set<String> = []
    let wrong = postures.first { !Address.isIdentifier($0.id) || !names.insert($0.id).inserted }
    return wrong.map { .badName($0.id) }
  }
}
