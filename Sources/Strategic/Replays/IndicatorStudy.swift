internal import Kernels
public import Quantities
public import Scenarios
public import Theatre
public import Timelines

/// The strategic rung replayed over the episodes of a scenario. Needs no data pack.
public struct IndicatorStudy: Sendable {
  public let theatre: Theatre
  /// First row of each row's origin.
  let origins: [Int]
  private let drawing: Drawing
  /// The rung's model by posture.
  private let models: [String: IndicatorModel]

  /// Nil for a scenario without `indicators.yaml`.
  public init?(_ theatre: Theatre, _ drawing: Drawing) {
    guard theatre.indicators != nil else { return nil }
    (self.theatre, self.drawing) = (theatre, drawing)
    origins = theatre.evidence.firstOfOrigin()
    models = Dictionary(
      uniqueKeysWithValues: theatre.postures.map {
        ($0.id, IndicatorModel(theatre, posture: $0)!)
      })
  }

  public func model(_ posture: String) -> IndicatorModel { models[posture]! }

  /// How an episode is looked at.
  public struct Options: Sendable {
    public var knowledge = EvidenceBook.Knowledge.published
    /// Rows that became known later are left out; nil for all.
    public var asOf: Day?
    /// Draws in each of the replicates.
    public var draws = 64
    public var seed: UInt64 = 1
    public var threads = 2
    /// Families that are looked at; nil for all.
    public var only: Set<Int>?
    /// How often rows are left out at random to see whether the alarm holds.
    public var thinnings = 100

    public init() {}
  }

  static let replicates = 16

  /// The rows of an episode that may be known.
  func rows(_ options: Options) -> [Int] {
    let log = theatre.evidence
    guard let day = options.asOf else { return Array(0..<log.count) }
    return (0..<log.count).filter { log.usable($0) <= day.number }
  }

  func book(
    _ episode: Document.Episode, _ options: Options, rows: [Int]? = nil
  ) -> EvidenceBook {
    EvidenceBook(
      theatre.evidence, rows: rows ?? self.rows(options), origins: origins, from: episode.start,
      to: min(episode.end, options.asOf ?? episode.end), model: model(episode.posture.value),
      weight: theatre.bibliography.grades.weight, knowledge: options.knowledge,
      only: options.only)
  }

  /// Replays an episode with every analyst of the draws.
  public func replay(
    _ episode: Document.Episode, _ options: Options = Options(), smooths: Bool = true
  ) async throws -> EpisodeReplay {
    let replay = Replay(model(episode.posture.value), book(episode, options))
    let draws = drawing.blocks(of: replay.model.inputs, seed: options.seed)
    let counts = try await counts(options, replay) { counts, replicate, first, count in
      replay.count(
        draws(replicate, first, count), smooths: smooths,
        into: &counts)
    }
    return EpisodeReplay(episode: episode, replay: replay, counts: counts)
  }

  /// Pieces of 64 draws, shared among the tasks; integers merge in any order.
  private func counts(
    _ options: Options, _ replay: Replay,
    _ piece:
      @escaping @Sendable (
        _ counts: inout ReplayCounts, _ replicate: Int, _ first: Int, _ count: Int
      ) -> Void
  ) async throws -> ReplayCounts {
    let size = 64
    let pieces = (0..<IndicatorStudy.replicates).flatMap { replicate in
      stride(from: 0, to: options.draws, by: size).map { (replicate, $0) }
    }
    let share = (pieces.count + options.threads - 1) / options.threads
    return try await withThrowingTaskGroup(of: ReplayCounts.self) { group in
      for start in stride(from: 0, to: pieces.count, by: share) {
        group.addTask {
          var counts = replay.noCounts()
          for (replicate, first) in pieces[start..<min(start + share, pieces.count)] {
            try Task.checkCancellation()
            piece(&counts, replicate, first, min(size, options.draws - first))
          }
          return counts
        }
      }
      var all = replay.noCounts()
      for try await part in group { all.merge(part) }
      return all
    }
  }

  /// The day of the alarm of attack for each of several choices of rows, by the same few analysts.
  func alarms(
    _ episode: Document.Episode, _ options: Options, _ choices: [[Int]]
  ) async throws -> [Int?] {
    let model = model(episode.posture.value)
    let draws = drawing.blocks(of: model.inputs, seed: options.seed)
    let blocks = (0..<IndicatorStudy.replicates).map {
      draws($0, 0, min(options.draws, 4))
    }
    let threshold = model.threshold(.attack)
    let share = (choices.count + options.threads - 1) / options.threads
    return try await withThrowingTaskGroup(of: (Int, [Int?]).self) { group in
      for start in stride(from: 0, to: choices.count, by: share) {
        group.addTask {
          let days = try choices[start..<min(start + share, choices.count)].map { rows in
            try Task.checkCancellation()
            let replay = Replay(model, book(episode, options, rows: rows))
            var counts = replay.noCounts(isMeanOnly: true)
            for block in blocks { replay.count(block, into: &counts) }
            return counts.means(.attack).firstIndex { $0 >= threshold }
          }
          return (start, days)
        }
      }
      var parts: [Int: [Int?]] = [:]
      for try await (start, days) in group { parts[start] = days }
      return parts.sorted { $0.key < $1.key }.flatMap(\.value)
    }
  }
}

/// What a replay found.
public struct EpisodeReplay: Sendable {
  public let episode: Document.Episode
  public let replay: Replay
  public let counts: ReplayCounts

  /// The first day on which the mean over all analysts passes a share; nil where it never does.
  public func alarm(_ purpose: Purpose, at share: Double) -> Int? {
    counts.means(purpose).firstIndex { $0 >= share }
  }

  /// The alarm that is worth its cost.
  public func alarm(_ purpose: Purpose) -> Int? {
    alarm(purpose, at: replay.model.threshold(purpose))
  }

  /// Days from a day of the episode to its event; nil without one.
  public func lead(_ day: Int?) -> Int? {
    guard let day, let event = episode.event else { return nil }
    return event.number - episode.start.number - day
  }

  public var endsInAttack: Bool { episode.purpose == Purpose.attack.name && episode.event != nil }

  /// Mean squared error, and mean surprise in nats, of the daily share of preparation against what
  /// became of the episode.
  public func scores(_ forecast: [Double]) -> (brier: Double, logarithmic: Double) {
    let n = Double(forecast.count)
    let truth = endsInAttack ? 1.0 : 0
    let brier = forecast.reduce(0) { $0 + ($1 - truth) * ($1 - truth) } / n
    let log = forecast.reduce(0) { sum, p in
      sum - naturalLogarithm(max(endsInAttack ? p : 1 - p, 1e-12))
    }
    return (brier, log / n)
  }

  public var scores: (brier: Double, logarithmic: Double) { scores(counts.means(.attack)) }

  /// The same of somebody who never looks: the share of the first day, on every day.
  public var unmoved: (brier: Double, logarithmic: Double) {
    let means = counts.means(.attack)
    return scores(Array(repeating: means[0], count: means.count))
  }
}
