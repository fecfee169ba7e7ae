internal import Quantities
internal import Scenarios
internal import Strategic
internal import Tactical
internal import Theatre
internal import Timelines
internal import Warnings

/// The strategic rung in a briefing: figures, replays, and one draw across the rungs.
extension Analysis {
  /// Draws a replicate at most: a history is half a year of days.
  static let strategicDraws = 64

  /// Histories and replays; nil for a scenario without indicators.
  func strategic(
    _ draws: Int, seed: UInt64, threads: Int,
    progress: @escaping @Sendable (_ stage: String, _ done: Int, _ of: Int) -> Void
  ) async throws -> (figures: [Figure], found: Results.Strategic)? {
    guard let study = StrategicStudy(scenario.theatre),
      let replays = IndicatorStudy(scenario.theatre)
    else { return nil }
    let made = try await study.figures(
      min(draws, Analysis.strategicDraws), seed: seed, threads: threads
    ) {
      progress("making up histories", $0, $1)
    }
    var options = IndicatorStudy.Options()
    (options.draws, options.seed, options.threads) = (
      min(draws, Analysis.strategicDraws), seed, threads
    )
    let found = try await replays.results(options: options) { progress("replaying", $0, $1) }
    return (
      made.figures + replayFigures(found, replays),
      found.with(stories: made.stories.map { $0.with(minutes: minutes(of: $0, seed: seed)) })
    )
  }

  /// The minutes of a story: at the first of the places named first that something reaches in its draw.
  private func minutes(
    of story: Results.Strategic.Story, seed: UInt64
  ) -> Results.Strategic.Story.Minutes? {
    let theatre = scenario.theatre
    guard let posture = theatre.postures.firstIndex(where: { $0.id == story.posture }) else {
      return nil
    }
    let rung = rungs[posture]
    let first = story.draw / 4 * 4
    let draws = RungDraws(rung.inputs, seed: seed).block(
      replicate: story.replicate, first: first, count: 4)
    let world = rung.world(under: draws)
    for place in theatre.focus {
      var least: (warning: Double, exposure: Int, timeline: Timeline)?
      for (index, exposure) in rung.exposures.enumerated()
      where exposure.place == place.address && rung.beyond(index) == nil {
        var block = TimelineBlock(groups: 1)
        rung.mark(index, in: world, under: draws, into: &block)
        let timeline = block.timeline(of: story.draw - first)
        guard let arrived = timeline[.arrived] else { continue }
        let warning = timeline[.alerted].map { (arrived - $0).seconds } ?? -.infinity
        if warning < least?.warning ?? .infinity { least = (warning, index, timeline) }
      }
      guard let least else { continue }
      let marks = [Mark.launched, .detected, .firm, .identified, .alerted, .arrived]
      return Results.Strategic.Story.Minutes(
        place: place.name, threat: Analysis.force(of: rung.exposures[least.exposure]),
        marks: marks.compactMap { mark in
          least.timeline[mark].map { .init(name: mark.word, seconds: $0.seconds) }
        })
    }
    return nil
  }

  /// Leads, shares and scores of the replays.
  private func replayFigures(
    _ found: Results.Strategic, _ replays: IndicatorStudy
  ) -> [Figure] {
    found.episodes.flatMap { episode -> [Figure] in
      let inputs = replays.model(episode.posture).judged
      func figure(
        _ quantity: String, _ statistic: String, _ value: Double?, _ unit: String
      ) -> Figure {
        Figure(
          id: "strategic/\(episode.id)/\(quantity)/\(episode.posture)/\(statistic)",
          estimate: Estimate(value: value, low: nil, high: nil), unit: unit,
          draws: found.analysts, inputs: inputs)
      }
      func lead(_ day: Day?) -> Double? {
        guard let event = episode.event, let day else { return nil }
        return Double(event.number - day.number)
      }
      let watched: [(String, Results.Strategic.Alarm)] = [
        ("attack", episode.alarm), ("coercion", episode.coercionAlarm),
        ("nuclear", episode.nuclearAlarm),
      ]
      return watched.flatMap { name, alarm in
        // a late alarm is the short warning
        [
          figure("replay-never.\(name)", "share", alarm.silent, ""),
          figure("replay-lead.\(name)", "p10", lead(alarm.late), "d"),
          figure("replay-lead.\(name)", "median", lead(alarm.middle), "d"),
          figure("replay-lead.\(name)", "p90", lead(alarm.early), "d"),
          figure("replay-lead.\(name)", "of-the-mean", lead(alarm.day), "d"),
        ]
      } + [
        figure("replay-score", "brier", episode.scores.brier, ""),
        figure("replay-score", "logarithmic", episode.scores.logarithmic, ""),
      ]
    }
  }
}
