public import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre

extension IndicatorStudy {
  static let thinnedShare = 0.1

  /// Every episode, or one of them, replayed and told.
  ///
  /// - Parameter progress: told what is done of what.
  public func results(
    episode id: String? = nil, options: Options = Options(),
    progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) async throws -> Results.Strategic {
    var replays: [EpisodeReplay] = []
    // one episode alone has nothing to be compared with
    let asked = theatre.episodes.filter { id == nil || $0.id == id }
    let steps = 2 * asked.count
    for episode in asked where episode.start <= options.asOf ?? episode.start {
      replays.append(try await replay(episode, options))
      progress(replays.count, steps)
    }
    var told: [Results.Strategic.Episode] = []
    for replay in replays {
      told.append(try await tell(replay, options))
      progress(replays.count + told.count, steps)
    }
    let log = theatre.evidence
    // of a log of thousands nobody reads the groups here; `vedette evidence list --echoes` has them
    let groups = EvidenceLog.groups(origins)
    let echoes = groups.map { group in
      log.count > 20_000 ? [] : group.map { log.words($0)["id"] ?? "" }
    }
    return Results.Strategic(
      purposes: Purpose.allCases.map(\.words),
      families: Dictionary(
        theatre.indicators!.families.map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a }),
      episodes: told,
      trades: Rival.allCases.flatMap { rival in
        trades(rival, replays).map {
          Results.Strategic.Trade(
            method: rival.rawValue, threshold: $0.threshold, falseEpisodes: $0.falseEpisodes,
            falseDays: $0.falseDays, leads: $0.leads)
        }
      },
      heldOut: replays.count < 2
        ? []
        : Rival.allCases.flatMap { rival in
          zip(heldOut(rival, replays), replays).map { held, replay in
            Results.Strategic.HeldOut(
              method: rival.rawValue, episode: held.episode, threshold: held.threshold,
              alarm: held.alarm.map(replay.replay.book.date), lead: replay.lead(held.alarm))
          }
        },
      rows: log.count, echoes: echoes,
      analysts: options.draws * IndicatorStudy.replicates, stories: [])
  }

  private func tell(
    _ replay: EpisodeReplay, _ options: Options
  ) async throws -> Results.Strategic.Episode {
    let (episode, counts, book) = (replay.episode, replay.counts, replay.replay.book)
    let scores = replay.scores
    let unmoved = replay.unmoved
    return Results.Strategic.Episode(
      id: episode.id, title: episode.title,
      purpose: Purpose.allCases.first { $0.name == episode.purpose }?.words ?? episode.purpose,
      posture: episode.posture.value, outcome: episode.outcome, start: episode.start,
      end: book.date(book.days - 1), event: episode.event, endsInAttack: replay.endsInAttack,
      used: book.used.count, unused: book.unused,
      curve: Results.Strategic.Curve(
        mean: counts.means(.attack), p05: counts.quantiles(0.05, .attack),
        p25: counts.quantiles(0.25, .attack), median: counts.quantiles(0.5, .attack),
        p75: counts.quantiles(0.75, .attack), p95: counts.quantiles(0.95, .attack),
        coercion: counts.means(.coercion), lookBack: counts.lookBack),
      alarm: alarm(.attack, replay), coercionAlarm: alarm(.coercion, replay),
      nuclearAlarm: try await nuclear(episode, options),
      rivals: [.cusum, .troops].map { rival($0, replay) },
      scores: Results.Strategic.Scores(brier: scores.brier, logarithmic: scores.logarithmic),
      unmoved: Results.Strategic.Scores(brier: unmoved.brier, logarithmic: unmoved.logarithmic),
      robustness: try await robustness(episode, options),
      moments: most(replay.replay.moments()).map { moment($0, book) })
  }

  /// Moments that are told, and rows of each.
  private static let mostMoments = 2_000
  private static let mostRows = 20

  /// Of very many moments those that moved most, in order of day.
  private func most(_ moments: [Replay.Moment]) -> [Replay.Moment] {
    guard moments.count > IndicatorStudy.mostMoments else { return moments }
    let order = moments.indices.sorted {
      (abs(moments[$1].moved[0]), $0) < (abs(moments[$0].moved[0]), $1)
    }
    return order.prefix(IndicatorStudy.mostMoments).sorted().map { moments[$0] }
  }

  private func alarm(_ purpose: Purpose, _ replay: EpisodeReplay) -> Results.Strategic.Alarm {
    let (counts, book) = (replay.counts, replay.replay.book)
    let day = replay.alarm(purpose)
    func date(_ q: Double) -> Day? { counts.alarm(by: q, purpose).map(book.date) }
    return Results.Strategic.Alarm(
      threshold: replay.replay.model.threshold(purpose), day: day.map(book.date),
      lead: replay.lead(day), early: date(0.1), middle: date(0.5), late: date(0.9),
      silent: Double(counts.silent(purpose)) / Double(counts.draws))
  }

  /// The alarm of coercion that nuclear evidence raises alone.
  private func nuclear(
    _ episode: Document.Episode, _ options: Options
  ) async throws -> Results.Strategic.Alarm {
    var options = options
    let families = theatre.indicators!.families
    options.only = Set(families.indices.filter { families[$0].isNuclear })
    return alarm(.coercion, try await replay(episode, options, smooths: false))
  }

  private func rival(_ rival: Rival, _ replay: EpisodeReplay) -> Results.Strategic.RivalAlarm {
    let threshold = threshold(rival)
    let day = signal(rival, replay).firstIndex { $0 >= threshold }
    return Results.Strategic.RivalAlarm(
      name: rival.rawValue, words: rival.words, threshold: threshold,
      day: day.map(replay.replay.book.date), lead: replay.lead(day))
  }

  private func moment(_ moment: Replay.Moment, _ book: EvidenceBook) -> Results.Strategic.Moment {
    Results.Strategic.Moment(
      day: book.date(moment.day), family: theatre.indicators!.families[moment.family].id,
      rows: moment.rows.prefix(IndicatorStudy.mostRows).map(row), says: moment.says,
      moved: moment.moved)
  }

  private func row(_ row: Int) -> Results.Strategic.Row {
    let words = theatre.evidence.words(row)
    func word(_ column: String) -> String { words[column] ?? "" }
    return Results.Strategic.Row(
      id: word("id"), claim: word("claim"), grade: word("reliability") + word("credibility"),
      feed: word("feed"), title: word("title"), link: word("link"))
  }

  // MARK: doubled and thinned rows

  /// How far the alarm moves when every row stands twice, and when rows are left out at random.
  ///
  /// A thinning leaves a row out by a number that its place in the log and the thinning decide. Rows
  /// that stand twice are told twice by one origin, which is what echoes are.
  private func robustness(
    _ episode: Document.Episode, _ options: Options
  ) async throws -> Results.Strategic.Robustness {
    guard options.thinnings > 0 else {
      return Results.Strategic.Robustness(
        share: IndicatorStudy.thinnedShare, doubled: nil, thinned: [])
    }
    let all = rows(options)
    let thinned = (0..<options.thinnings).map { thinning in
      all.filter { row in
        Philox.uniform(key: options.seed, draw: UInt32(row), event: UInt32(thinning))
          >= IndicatorStudy.thinnedShare
      }
    }
    let days = try await alarms(episode, options, [all, all + all] + thinned)
    let shifts = days.map { day -> Int? in
      if days[0] == nil && day == nil { return 0 }
      guard let whole = days[0], let day else { return nil }
      return day - whole
    }
    return Results.Strategic.Robustness(
      share: IndicatorStudy.thinnedShare, doubled: shifts[1], thinned: Array(shifts[2...]))
  }
}
