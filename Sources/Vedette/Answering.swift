internal import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines
internal import Warnings

/// One answer while it is worked out: rungs are built, groups counted, figures made, slice by slice.
struct Answering {
  let analysis: Analysis
  let ask: Ask
  let postures: [Theatre.Posture]
  let seed: UInt64
  let block, threads: Int
  let progress: Progress

  var theatre: Theatre { analysis.theatre }

  /// A slice with its rungs, one a posture.
  private struct Built: Sendable {
    let slice: any RungSlice
    let rungs: [any Rung]
  }

  /// What slices found.
  private struct Found: Sendable {
    var figures: [Figure] = []
    var drivers: [Results.Drivers] = []
    var trials: [Results.Trial] = []
    var annexes: [any Annex] = []
    var inputs: [Results.Input] = []
    /// Draws of each replicate, of the slice that was drawn most.
    var draws = 0
    var replicates = 16

    mutating func add(_ other: Found) {
      figures += other.figures
      drivers += other.drivers
      trials += other.trials
      annexes += other.annexes
      inputs += other.inputs
      if other.draws > draws { (draws, replicates) = (other.draws, other.replicates) }
    }
  }

  func results(_ effort: Effort) async throws -> Results {
    let built = try await build()
    let found = try await answers(built, effort)
    let bibliography = theatre.bibliography
    let drawn = Set(found.inputs.map(\.address))
    let cited = Set(found.inputs.flatMap { $0.law.components.compactMap(\.claim) })
    let facts = PlainGeometry(theatre: theatre, postures: postures).facts(ask)
    let answers = StatementAnswers(theatre: theatre, facts: facts, figure: analysis.figure)
    return Results(
      Results.Run(
        version: Analysis.version, scenario: analysis.scenario.id,
        scenarioHash: analysis.scenario.hash, seed: seed, replicates: found.replicates,
        draws: found.draws),
      figures: found.figures, trials: found.trials, facts: facts,
      answers: ask.products == nil ? answers.answers : [], drivers: found.drivers,
      foundations: Results.Foundations(
        data: analysis.data,
        inputs: Answering.each(found.inputs),
        claims: bibliography.claims.filter {
          drawn.contains($0.address) || cited.contains($0.id)
        } + bibliography.tried.filter { cited.contains($0.id) },
        sources: bibliography.sources.values.sorted { $0.id < $1.id },
        postures: postures.map { posture in
          let theatre = analysis.theatre
          return Results.Posture(
            id: posture.id, title: posture.title, asOf: posture.asOf,
            standing: theatre.standing(of: posture), whatIfs: theatre.whatIfs(of: posture))
        }),
      declared: analysis.declared, annexes: found.annexes)
  }

  /// Each input once, however many rungs draw it, in order.
  private static func each(_ inputs: [Results.Input]) -> [Results.Input] {
    struct Key: Hashable {
      let address: Address
      let posture: String?
      let law: Law
    }
    var told: Set<Key> = []
    return inputs.filter {
      told.insert(Key(address: $0.address, posture: $0.posture, law: $0.law)).inserted
    }.sorted { ($0.address, $0.posture ?? "") < ($1.address, $1.posture ?? "") }
  }

  /// Every asked rung under every posture, in parallel.
  private func build() async throws -> [Built] {
    let slices = analysis.slices.filter { ask.wants(type(of: $0).level) }
    let count = postures.count
    let built: @Sendable (Int, Int) -> Void = { progress("building", $0, $1) }
    let rungs = try await inParallel(slices.count * count, threads: threads, finished: built) {
      slices[$0 / count].rung(under: postures[$0 % count], places: ask.places)
    }
    return slices.enumerated().map { index, slice in
      Built(slice: slice, rungs: Array(rungs[(index * count)..<((index + 1) * count)]))
    }
  }

  /// Slice by slice; side by side where there is more than one thread.
  private func answers(_ built: [Built], _ effort: Effort) async throws -> Found {
    var found = Found()
    guard threads > 1 else {
      for slice in built { found.add(try await answer(slice, built, effort)) }
      return found
    }
    let parts = try await withThrowingTaskGroup(of: (Int, Found).self) { group in
      for (index, slice) in built.enumerated() {
        group.addTask { (index, try await answer(slice, built, effort)) }
      }
      return try await group.reduce(into: [Int: Found]()) { $0[$1.0] = $1.1 }
    }
    for index in built.indices { found.add(parts[index]!) }
    return found
  }

  private func answer(
    _ own: Built, _ all: [Built], _ effort: Effort
  ) async throws -> Found {
    var found = Found()
    let kind = type(of: own.slice)
    let question = StudyMaker(
      slice: own.slice, theatre: theatre, ask: ask, postures: postures, rungs: own.rungs,
      seed: seed
    ).study()
    var (figures, draws) = ([Figure](), 0)
    if let question {
      let counted = try await count(question, effort, kind)
      let maker = maker(counted)
      (figures, found.drivers) = try await maker.figures(threads: threads)
      if ask.wants(.series) { figures += maker.regional(regions) }
      let verdicts = question.trials.indices.map { maker.verdict($0) }
      figures += verdicts.joined()
      found.trials = verdicts.isEmpty ? [] : trials(question, verdicts)
      draws = counted.draws
      (found.draws, found.replicates) = (draws, counted.replicates)
    }
    let annex = try await own.slice.annexes(
      AnnexRequest(
        ask: ask, postures: zip(postures, own.rungs).map { ($0, $1) },
        figures: FigureTable(figures), draws: draws == 0 ? first(effort) : draws, seed: seed,
        threads: threads, story: story(all), progress: progress))
    found.figures += figures.filter(wanted) + annex.figures.filter(wanted)
    found.annexes += annex.annexes
    found.inputs += annex.inputs
    addInputs(own, &found)
    return found
  }

  /// One a trial: its variants stand behind it in the study.
  private func trials(_ question: Study, _ verdicts: [[Figure]]) -> [Results.Trial] {
    let figures = Dictionary(grouping: zip(question.trials, verdicts)) { $0.0.id }
      .mapValues { $0.map { $0.1[0].id } }
    return theatre.trials.compactMap { trial in
      let own = figures[trial.id] ?? []
      let asked = own.firstIndex {
        $0.subject == .region && $0.setting.postures.last == trial.posture.value
      }
      return asked.map { asked in
        TrialWords(theatre).trial(
          trial.id, own[asked], variants: own.indices.filter { $0 != asked }.map { own[$0] })
      }
    }
  }

  /// Figures that were worked out on the way to others stay out.
  private func wanted(_ figure: Figure) -> Bool { ask.wants(figure.id.quantity.product) }

  private func first(_ effort: Effort) -> Int {
    switch effort {
    case .draws(let draws): draws
    case .until: 256
    }
  }

  private func count(
    _ study: Study, _ effort: Effort, _ kind: any RungSlice.Type
  ) async throws -> Counted {
    func draw(_ range: Range<Int>) async throws -> Counted {
      try await study.counted(draws: range, block: block, threads: threads) {
        progress("drawing, \(kind.level.rawValue) rung", $0, $1)
      }
    }
    var counted = try await draw(0..<kind.draws(ofAsked: first(effort)))
    guard case .until(let target) = effort else { return counted }
    while counted.widestError > target {
      let more = kind.draws(ofAsked: min(2 * counted.draws, Analysis.mostDraws))
      guard more > counted.draws else { break }
      counted.merge(try await draw(counted.draws..<more))
    }
    return counted
  }

  private func maker(_ counted: Counted) -> FigureMaker {
    let bibliography = theatre.bibliography
    return FigureMaker(counted, dotted: Set(theatre.compared)) { claim in
      guard let claim = claim.flatMap({ bibliography.claim($0) }) else { return Support.chance }
      return claim.source ?? Support.unsourced
    }
  }

  private var regions: [RegionOfPlaces] {
    theatre.regions.map { region in
      RegionOfPlaces(
        region.subject, people: region.places.map { (.place($0.id), $0.population) })
    }
  }

  /// The deciding exposure of a draw on the shortest rung, at the first of the places named first that
  /// something reaches in it.
  private func story(_ all: [Built]) -> AnnexRequest.Story {
    guard
      let shortest = all.max(by: {
        type(of: $0.slice).level.rank < type(of: $1.slice).level.rank
      })
    else { return { _, _, _ in nil } }
    let focus = theatre.focus.map(\.id)
    let (postures, seed) = (postures, seed)
    return { posture, replicate, draw in
      guard let index = postures.firstIndex(where: { $0.id == posture }) else { return nil }
      let rung = shortest.rungs[index]
      for place in focus {
        let exposures = rung.exposures.indices.filter { rung.exposures[$0].placeID == place }
        if let told = rung.decidingTimeline(
          among: exposures, seed: seed, replicate: replicate, draw: draw)
        {
          return DrawnStory(
            place: place, threat: rung.exposures[told.exposure].threatID, timeline: told.timeline)
        }
      }
      return nil
    }
  }

  /// Every law that some posture draws from: those that postures set anew stand beside everybody's, under each posture that
  /// sets them.
  private func addInputs(_ own: Built, _ found: inout Found) {
    for (rung, posture) in zip(own.rungs, postures) {
      for ((address, law), unit) in zip(rung.inputs.declared, rung.inputs.units) {
        found.inputs.append(
          Results.Input(
            address: address, law: law, unit: unit,
            posture: posture.laws[address] == nil ? nil : posture.id))
      }
    }
  }
}
