public import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
public import Theatre
public import Timelines

/// The strategic rung's part in an analysis: made-up histories under each posture, and episodes replayed.
public struct StrategicSlice: RungSlice {
  public static let findings = StrategicFigures.findings
  /// A history is half a year of days.
  static let mostDraws = 64

  public static func draws(ofAsked asked: Int) -> Int { min(asked, mostDraws) }

  let theatre: Theatre
  let drawing: Drawing

  public static func concerns(_ theatre: Theatre) -> Bool { theatre.indicators != nil }

  /// Nil for a scenario without indicators.
  public init?(_ context: SliceContext) {
    guard StrategicSlice.concerns(context.theatre) else { return nil }
    (theatre, drawing) = (context.theatre, context.drawing)
  }

  public func rung(under posture: Theatre.Posture, places: Set<String>?) -> any Rung {
    guard let rung = StrategicRung(theatre: theatre, posture: posture) else {
      preconditionFailure("a slice without indicators")
    }
    return rung
  }

  /// How long a purpose is known before what it prepares, and how often it is not.
  static let preparations = Fold(
    deciding: Fold.Gap(StrategicFigures.warning, from: .alerted, to: .arrived),
    tick: .hourOfADay,
    others: [Fold.Gap(StrategicFigures.preparation, from: .launched, to: .arrived)])

  /// How often an exercise or a quiet year raises a false alarm.
  static let falseAlarms = Fold(
    deciding: Fold.Gap(StrategicFigures.falseAlarm, from: .alerted, to: .arrived),
    tick: .hourOfADay)

  public func series(_ rungs: [any Rung], _ ask: Ask) -> [Series] {
    guard let first = rungs.first else { return [] }
    return first.exposures.enumerated().compactMap { index, exposure in
      guard ask.wants(threat: exposure.group, .strategic) else { return nil }
      let isPrepared =
        exposure.group == Purpose.attack.name || exposure.group == Purpose.coercion.name
      return Series(
        .region, threat: exposure.group,
        fold: isPrepared ? StrategicSlice.preparations : StrategicSlice.falseAlarms,
        members: rungs.map { _ in [index] }, asks: .shifts,
        parts: exposure.group == Purpose.attack.name
          ? [.median(StrategicFigures.partOfChange), .silence(StrategicFigures.partOfSilence)] : [])
    }
  }

  /// What shorter preparations and what blinder indicators take of the warning of an attack.
  public func split(_ before: String, _ after: String) -> SplitPostures? {
    guard let first = theatre.posture(before), let last = theatre.posture(after) else { return nil }
    let parts: [(name: String, holds: (Address) -> Bool)] = [
      ("shorter-preparation", StrategicSlice.isDuration),
      ("blinder-indicators", { !StrategicSlice.isDuration($0) }),
    ]
    let postures = (0..<4).map { subset in
      var laws: [Address: Law] = [:]
      for (bit, part) in parts.enumerated() {
        let from = subset >> bit & 1 == 1 ? last : first
        for (address, law) in from.laws where address.isOfIndicators && part.holds(address) {
          laws[address] = law
        }
      }
      return first.with(indicators: laws)
    }
    return SplitPostures(
      parts: parts.map(\.name), postures: postures, postureOf: Array(0..<4),
      threats: [nil, nil, nil, nil], draws: StrategicSlice.mostDraws)
  }

  static func isDuration(_ address: Address) -> Bool {
    address.description.hasSuffix(".duration")
  }

  /// Episodes replayed, and one made-up history for each side of the headline.
  public func annexes(_ request: AnnexRequest) async throws -> AnnexFindings {
    guard request.ask.wants(StrategicFigures.replays),
      let replays = IndicatorStudy(theatre, drawing)
    else { return AnnexFindings() }
    var options = IndicatorStudy.Options()
    (options.draws, options.seed) = (min(request.draws, StrategicSlice.mostDraws), request.seed)
    options.threads = request.threads
    let found = try await replays.results(options: options) {
      request.progress("replaying", $0, $1)
    }
    let assumed = AssumedShortening(theatre: theatre, drawing: drawing, request: request)
    return AnnexFindings(
      annexes: [found.with(stories: stories(request))],
      figures: figures(found, replays) + (try await assumed.figures()))
  }
}

// MARK: replays and stories

extension StrategicSlice {
  /// The draw of the first replicate whose warning of an attack is nearest the median, under each posture of the
  /// headline.
  private func stories(_ request: AnnexRequest) -> [Results.Strategic.Story] {
    theatre.compared.compactMap { id in
      guard let rung = request.rung(id, as: StrategicRung.self),
        let median = request.value(
          FigureID(
            .region, StrategicFigures.warning, of: Purpose.attack.name, .posture(id), .median))
      else { return nil }
      let count = min(64, request.draws)
      let block = drawing.blocks(of: rung.inputs, seed: request.seed)(0, 0, count)
      let told = (0..<count).map { rung.story(of: $0, under: block) }
      let apart = { (draw: Int) in
        told[draw].alarm.map { abs(Double(told[draw].attack - $0) - median) } ?? .infinity
      }
      guard let draw = told.indices.min(by: { (apart($0), $0) < (apart($1), $1) }),
        told[draw].alarm != nil
      else { return nil }
      let story = told[draw]
      let families = theatre.indicators!.families
      return Results.Strategic.Story(
        posture: id, before: story.posterior.count - 1 - story.attack,
        posterior: story.posterior,
        reports: story.reports.map { .init(day: $0.day, family: families[$0.family].id) },
        alarm: story.alarm, attack: story.attack, replicate: 0, draw: draw, among: count,
        minutes: request.story(id, 0, draw).map(minutes))
    }
  }

  /// The minutes after the attack is launched, at one place in the same draw.
  private func minutes(_ story: DrawnStory) -> Results.Strategic.Story.Minutes {
    let marks = [Mark.launched, .detected, .firm, .identified, .alerted, .arrived]
    return Results.Strategic.Story.Minutes(
      place: theatre.places.first { $0.id == story.place }?.name ?? story.place,
      threat: story.threat,
      marks: marks.compactMap { mark in
        story.timeline[mark].map { .init(name: mark.word, seconds: $0.seconds) }
      })
  }

  /// Leads, shares and scores of the replays.
  private func figures(_ found: Results.Strategic, _ replays: IndicatorStudy) -> [Figure] {
    found.episodes.flatMap { episode -> [Figure] in
      let inputs = replays.model(episode.posture).judged
      func figure(
        _ quantity: FigureQuantity, _ threat: String?, _ statistic: Statistic, _ value: Double?
      ) -> Figure {
        Figure(
          FigureID(
            .episode(episode.id), quantity, of: threat, .posture(episode.posture), statistic),
          Estimate(value: value, low: nil, high: nil), draws: found.analysts, inputs: inputs)
      }
      func days(_ day: Day?) -> Double? {
        guard let event = episode.event, let day else { return nil }
        return Double(event.number - day.number)
      }
      let watched: [(String, Results.Strategic.Alarm)] = [
        ("attack", episode.alarm), ("coercion", episode.coercionAlarm),
        ("nuclear", episode.nuclearAlarm),
      ]
      return watched.flatMap { name, alarm in
        // a late alarm is the short warning
        let leads: [(Statistic, Day?)] = [
          (.p10, alarm.late), (.median, alarm.middle), (.p90, alarm.early),
          (StrategicFigures.ofTheMean, alarm.day),
        ]
        return [figure(StrategicFigures.replayNever, name, .share, alarm.silent)]
          + leads.map { figure(StrategicFigures.replayLead, name, $0, days($1)) }
      } + [
        figure(
          StrategicFigures.replayScore, nil, StrategicFigures.brier, episode.scores.brier),
        figure(
          StrategicFigures.replayScore, nil, StrategicFigures.logarithmic,
          episode.scores.logarithmic),
      ]
    }
  }
}
