public import Datasets
internal import Quantities
internal import Scenarios
public import Tactical
public import Theatre
internal import Timelines
public import Warnings

/// How long to draw.
public enum Effort: Sendable {
  /// So many draws in each of the 16 replicates, a power of two.
  case draws(Int)
  /// Until the computing error of every headline median is at most this, s.
  case until(Double)
}

/// A scenario with its rungs: what `brief`, `warn` and `explain` run.
public struct Analysis: Sendable {
  public static let version = "0.1.0"
  /// Draws a replicate may have at most with `--until`.
  public static let mostDraws = 16_384

  public let scenario: Scenario
  public let rungs: [TacticalRung]
  public let data: [Results.Data]
  let environment: Environment
  /// Floors over terrain that were swept before.
  let floors: FloorCache?
  let units: [Address: String]
  /// Class of threat by formation.
  let classOf: [String: String]

  /// Builds one rung a posture.
  public init(
    _ scenario: Scenario, environment: Environment, data: [Results.Data],
    floors: FloorCache? = nil
  ) {
    self.floors = floors
    self.scenario = scenario
    self.data = data
    self.environment = environment
    let theatre = scenario.theatre
    var rungs: [TacticalRung] = []
    for posture in theatre.postures {
      rungs.append(
        TacticalRung(
          theatre: theatre, posture: posture, environment: environment, like: rungs.last))
    }
    self.rungs = rungs
    classOf = Dictionary(
      theatre.postures.flatMap(\.forces).map { ($0.id, theatre.systems[$0.system]!.kind) },
      uniquingKeysWith: { a, _ in a })
    units = Dictionary(
      theatre.bibliography.claims.map { ($0.address, $0.unit) }, uniquingKeysWith: { a, _ in a })
  }

  /// Reads what the scenario needs from the pack.
  public init(_ scenario: Scenario, pack: DataPack) throws(DataError) {
    let manifest = pack.manifest()
    let used = Layer.all.filter { scenario.theatre.layers.contains($0.id) }
    self.init(
      scenario, environment: try scenario.environment(pack),
      data: used.map {
        Results.Data(
          layer: $0.id, version: manifest[$0.id]?.version ?? "",
          sha256: manifest[$0.id]?.sha256 ?? "", licence: $0.licence, attribution: $0.attribution)
      }, floors: FloorCache(pack.cache))
  }

  /// Exposures under all postures together.
  public var exposures: Int { rungs.reduce(0) { $0 + $1.exposures.count } }

  /// What is counted: every place by all threats, by class, and by the formations on trial.
  public func study(seed: UInt64) -> Study {
    let theatre = scenario.theatre
    var series: [Study.Series] = []
    var index: [String: Int] = [:]
    let byPlace = rungs.map { rung in
      Dictionary(grouping: rung.exposures.indices, by: { rung.exposures[$0].place })
    }
    for place in theatre.places {
      let exposures = byPlace.map { $0[place.address] ?? [] }
      func add(
        _ threat: String?, marks: [Mark], details: Bool = false, _ matches: (String) -> Bool
      ) {
        let members = zip(rungs, exposures).map { rung, list in
          Analysis.thatReach(
            list.filter { matches(Analysis.force(of: rung.exposures[$0])) }, rung)
        }
        index["\(place.id)/\(threat ?? "")"] = series.count
        series.append(
          Study.Series(
            place: place.id, threat: threat, members: members, marks: marks, details: details))
      }
      add(nil, marks: [], details: true) { _ in true }
      for name in presentClasses {
        add(name, marks: Analysis.ladder) { classOf[$0] == name }
      }
      for name in formationsOnTrial(at: place) { add(name, marks: []) { $0 == name } }
    }
    return Study(
      postures: zip(theatre.postures, rungs).map { Study.Posture(id: $0.id, rung: $1) },
      series: series, pairs: pairs, trials: theatre.trials.map { trial($0, index) }, seed: seed)
  }

  /// Exposures that some draw reaches; where none does, the one that comes nearest.
  static func thatReach(_ exposures: [Int], _ rung: TacticalRung) -> [Int] {
    let some = exposures.filter { rung.beyond($0) == nil }
    guard some.isEmpty else { return some }
    return exposures.min { rung.beyond($0)! < rung.beyond($1)! }.map { [$0] } ?? []
  }

  /// The exposures of a place by every class and by each, in the order of `[nil] + presentClasses`.
  func byClass(_ rungs: [TacticalRung]) -> [Address: [[[Int]]]] {
    let tables = rungs.map { rung in
      Dictionary(grouping: rung.exposures.indices, by: { rung.exposures[$0].place })
    }
    let names = rungs.map { rung in rung.exposures.map { classOf[Analysis.force(of: $0)]! } }
    var result: [Address: [[[Int]]]] = [:]
    for place in scenario.theatre.places {
      let address = place.address
      result[address] = ([nil] + presentClasses).map { threat in
        rungs.indices.map { index in
          let own = tables[index][address] ?? []
          return Analysis.thatReach(
            threat == nil ? own : own.filter { names[index][$0] == threat }, rungs[index])
        }
      }
    }
    return result
  }

  /// One series a place and class, all classes first.
  func series(_ rungs: [TacticalRung]) -> [Study.Series] {
    let members = byClass(rungs)
    return scenario.theatre.places.flatMap { place in
      zip([nil] + presentClasses, members[place.address]!).map {
        Study.Series(place: place.id, threat: $0, members: $1)
      }
    }
  }

  /// Whether batteries of the scenario may serve a place: its own sensors tell of threats, and some
  /// posture has air defence on the side of the places.
  func hasBatteries(_ place: String) -> Bool {
    let theatre = scenario.theatre
    guard let country = theatre.places.first(where: { $0.id == place })?.country,
      theatre.chain(of: country).net == .tracks
    else { return false }
    return theatre.postures.flatMap(\.sensors).contains { id in
      let site = theatre.sites[id]
      return theatre.defended.contains(site?.country ?? "")
        && site?.system.map { theatre.systems[$0]?.kind == TacticalKinds.batteries } == true
    }
  }

  /// Classes of which some posture has a formation, fastest first.
  public var presentClasses: [String] {
    let present = Set(scenario.theatre.postures.flatMap(\.forces).map { classOf[$0.id]! })
    return TacticalKinds.classes.filter(present.contains)
  }

  static func force(of exposure: Exposure) -> String {
    String(exposure.threat.description.split(separator: ".")[1])
  }

  /// Formations that some trial names for a place.
  private func formationsOnTrial(at place: Theatre.Place) -> [String] {
    let wanted = scenario.theatre.trials.filter { Analysis.concerns($0, place) }
    return Set(wanted.compactMap(\.threat?.value)).subtracting(TacticalKinds.classes).sorted()
  }

  /// Whether a trial is about a place: by its id, its country, or because it names none.
  private static func concerns(_ trial: Document.Trial, _ place: Theatre.Place) -> Bool {
    let names = trial.places.map(\.value)
    return names.isEmpty || names.contains(place.id) || names.contains(place.country)
  }

  /// Pairs of postures, as the questions ask.
  var pairs: [(before: Int, after: Int)] {
    let ids = scenario.theatre.postures.map(\.id)
    return scenario.theatre.questions.map {
      (ids.firstIndex(of: $0.before.value)!, ids.firstIndex(of: $0.after.value)!)
    }
  }

  private func trial(_ trial: Document.Trial, _ index: [String: Int]) -> Study.Trial {
    let theatre = scenario.theatre
    let places = theatre.places.filter { Analysis.concerns(trial, $0) }
    let ids = theatre.postures.map(\.id)
    return Study.Trial(
      id: trial.id, quantity: trial.quantity == "flight" ? .flight : .warning,
      series: places.compactMap { index["\($0.id)/\(trial.threat?.value ?? "")"] },
      posture: ids.firstIndex(of: trial.posture.value)!,
      before: trial.before.map { ids.firstIndex(of: $0.value)! },
      threshold: Int((trial.threshold * 10).rounded()), share: trial.share)
  }

  /// Draws, counts and estimates.
  ///
  /// - Parameters:
  ///   - block: draws a block; results do not depend on it, nor on `threads`.
  ///   - progress: told what is done of what, for a bar.
  public func results(
    _ effort: Effort, seed: UInt64, block: Int = 256, threads: Int = 2,
    progress: @escaping @Sendable (_ stage: String, _ done: Int, _ of: Int) -> Void = { _, _, _ in }
  ) async throws -> Results {
    let study = study(seed: seed)
    var counts: Counts
    switch effort {
    case .draws(let draws):
      counts = try await study.counts(draws: 0..<draws, block: block, threads: threads) {
        progress("drawing", $0, $1)
      }
    case .until(let target):
      var draws = 256
      counts = try await study.counts(draws: 0..<draws, block: block, threads: threads) {
        progress("drawing", $0, $1)
      }
      while draws < Analysis.mostDraws, worstHeadline(study, counts) > target {
        let doubled = 2 * draws
        let more = try await study.counts(
          draws: draws..<doubled, block: block, threads: threads
        ) { progress("doubling to \(doubled)", $0, $1) }
        counts.merge(more)
        draws = doubled
      }
    }
    let further = try await worstCases(counts.draws, seed: seed, threads: threads) {
      progress("worst case", $0, $1)
    }
    let split = try await attributions(counts.draws, seed: seed, threads: threads) {
      progress("splitting the change", $0, $1)
    }
    let low = try await lowLevel(threads: threads) { progress("low approaches", $0, $1) }
    let strategic = try await strategic(
      counts.draws, seed: seed, threads: threads, progress: progress)
    return await figures(
      study, counts, more: further + split + (low?.figures ?? []) + (strategic?.figures ?? []),
      low: low?.low, strategic: strategic?.found, threads: threads)
  }

  /// The widest computing error among the medians of a class that reach in half the draws, s.
  private func worstHeadline(_ study: Study, _ counts: Counts) -> Double {
    var worst = 0.0
    for posture in study.postures.indices {
      for (index, series) in study.series.enumerated() where !series.marks.isEmpty {
        let tallies = counts.cells.map { $0[posture][index].warning }
        let reached = tallies.reduce(0) { $0 + $1.reached }
        guard 2 * reached >= counts.draws * counts.cells.count else { continue }
        let median = Estimator.quantiles([0.5], of: tallies, tick: 0.1)[0]
        guard median.value != nil else { continue }
        worst = max(worst, median.halfWidth ?? .infinity)
      }
    }
    return worst
  }
}
