internal import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// What one answer tells beside the clocks: build-up by build-up, posture by posture, movement by movement of the past.
struct OperationalAnnexes: Sendable {
  let slice: OperationalSlice
  let request: AnnexRequest
  private let postures: [Theatre.Posture]
  private let rungs: [OperationalRung]
  private var theatre: Theatre { slice.theatre }
  private var ask: Ask { request.ask }

  init(slice: OperationalSlice, request: AnnexRequest) {
    (self.slice, self.request) = (slice, request)
    let rungs = request.postures.compactMap { posture, rung in
      (rung as? OperationalRung).map { (posture, $0) }
    }
    (postures, self.rungs) = (rungs.map(\.0), rungs.map(\.1))
  }

  private func draw(_ posture: Int) -> Replicates {
    slice.replicates(rungs[posture], postures[posture].id, request)
  }

  func findings() async throws -> AnnexFindings {
    let work = buildUps
    // draws of the postures that something is worked out under, each once
    let drawn = Set(work.map(\.postures[0])).union(postures.indices.filter(isTold)).sorted()
    let blocks = try await inParallel(drawn.count, threads: request.threads) {
      draw(drawn[$0])
    }
    let replicates = Dictionary(uniqueKeysWithValues: zip(drawn, blocks))
    let clocks = try await inParallel(work.count, threads: request.threads) {
      clock(work[$0], replicates)
    }
    let rest = try await inParallel(blocks.count, threads: request.threads) {
      together(drawn[$0], blocks[$0]) + losses(drawn[$0], blocks[$0])
    }
    let held = theatre.past.filter {
      ask.wants(threat: $0.id, .operational) && ask.wants(posture: $0.past.posture.value)
    }
    let past = try await inParallel(held.count, threads: request.threads) { movement(held[$0]) }
    return AnnexFindings(
      figures: (clocks + rest + past.map(\.figures)).flatMap(\.self),
      inputs: past.flatMap(\.inputs))
  }

  /// Whether something stands in a whole briefing: what it does not print is not worked out for it.
  private func isTold(_ posture: Int) -> Bool {
    ask.postures != nil || theatre.compared.contains(postures[posture].id)
  }

  private func isNamed(_ posture: Int) -> Bool {
    ask.postures != nil || postures[posture].id == theatre.headline.after.value
  }

  // MARK: build-ups

  /// An axis with the postures under which it is one and the same build-up.
  private struct Shared: Sendable {
    let axis: Int
    let postures: [Int]
  }

  private var buildUps: [Shared] {
    let axes = slice.operations.axes
    return axes.indices.filter { ask.wants(threat: axes[$0].id, .operational) }.flatMap { axis in
      let rungs = rungs
      let first = rungs.map { rung in rungs.firstIndex { $0.isAlike(rung, on: axis) }! }
      return Dictionary(grouping: rungs.indices) { first[$0] }.sorted { $0.key < $1.key }
        .map { Shared(axis: axis, postures: $0.value) }
    }
  }

  private func clock(_ shared: Shared, _ replicates: [Int: Replicates]) -> [Figure] {
    let clock = ClockFigures(replicates[shared.postures[0]]!, shared.axis)
    func told(_ figures: [Figure], _ postures: [Int]) -> [Figure] {
      postures.flatMap { posture in
        figures.map { $0.under(.posture(self.postures[posture].id)) }
      }
    }
    let named = shared.postures.filter(isNamed)
    return told(clock.figures, shared.postures)
      + (named.isEmpty ? [] : told(clock.byFormation, named))
      + shared.postures.filter(isTold).flatMap {
        CorridorFigures(
          replicates: replicates[$0]!, index: shared.axis, ways: slice.ways(under: postures[$0])
        ).figures
      }
  }

  // MARK: postures

  private func together(_ posture: Int, _ replicates: Replicates) -> [Figure] {
    guard isTold(posture) else { return [] }
    return slice.operations.together.filter { together in
      together.axes.contains { ask.wants(threat: $0.value, .operational) }
    }.flatMap { TogetherFigures(replicates: replicates, together: $0).figures }
  }

  private func losses(_ posture: Int, _ replicates: Replicates) -> [Figure] {
    postures[posture].id == theatre.headline.after.value
      ? LossFigures(replicates: replicates).figures : []
  }

  // MARK: the past

  /// Told under the posture that it is made from.
  private func movement(_ past: Theatre.Past) -> AnnexFindings {
    let rung = slice.rung(of: past)
    let address = PastFigures.took(past.id)
    let took = theatre.bibliography.laws[address]!
    let figures = PastFigures(
      past: past, took: took,
      replicates: slice.replicates(rung, past.past.posture.value, request)
    ).figures
    let inputs = zip(rung.inputs.declared, rung.inputs.units).map { input, unit in
      Results.Input(
        address: input.address, law: input.law, unit: unit,
        posture: past.posture.laws[input.address] == nil ? nil : past.id)
    }
    return AnnexFindings(
      figures: figures,
      inputs: inputs + [Results.Input(address: address, law: took, unit: "s", posture: nil)])
  }
}
