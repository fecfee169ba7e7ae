internal import Findings
internal import Quantities
internal import Scenarios
public import Theatre

/// The answer for one place on a terminal: is the siren before the impact, class by class, and what makes it late.
public struct WarnText: Sendable {
  private let ladder: Ladder
  private let place: Theatre.Place
  private let postures: [String]
  private var judgements: Judgements { Judgements(ladder: ladder) }
  private var theatre: Theatre { ladder.theatre }

  public init(_ ladder: Ladder, of place: Theatre.Place) {
    (self.ladder, self.place) = (ladder, place)
    postures = BriefText.postures(ladder.theatre)
  }

  public var text: String { answer + run }

  /// Without which run it is of and what else can be asked.
  var answer: String {
    let reached = ladder.classes.filter { threat in
      postures.contains { ladder.reaches(place.subject, threat, $0) }
    }
    var text = "\(place.name): siren before the impact, where it is reached\n"
    if reached.isEmpty {
      text += "  nothing reaches it in most draws\n"
    } else {
      text += BriefText.table(
        [["of 100 attacks"] + postures.map(judgements.head)]
          + reached.map { threat in
            [theatre.plural(threat)] + postures.map { share(threat, $0) }
          })
      text += late(reached)
    }
    return text + levers(reached) + unreached(reached) + weeks + missing
      + judgements.whatIfs(postures)
  }

  private func share(_ threat: String, _ posture: String) -> String {
    guard ladder.reaches(place.subject, threat, posture) else { return "out of reach" }
    let figure = ladder.figure(place.subject, TacticalFigures.warning, threat, posture, .inTime)
    return BriefText.hundred(figure)
  }

  /// What makes most of the late and missing alerts of the fastest class that reaches, under the last posture.
  private func late(_ reached: [String]) -> String {
    guard let posture = postures.last,
      let threat = reached.first(where: { ladder.reaches(place.subject, $0, posture) })
    else { return "" }
    let told = TacticalFigures.reasons.compactMap { reason -> (words: String, figure: Figure)? in
      ladder.figure(place.subject, TacticalFigures.why.of(reason.word), threat, posture, .share)
        .map { (reason.heading, $0) }
    }.sorted { ($0.figure.estimate.value ?? 0) > ($1.figure.estimate.value ?? 0) }
    guard let most = told.first, (most.figure.estimate.value ?? 0) >= 0.005 else { return "" }
    let parts = told.prefix(3).map {
      "\($0.words) \(Words.share($0.figure).replacing(" %", with: ""))"
    }
    return
      "Late or never, of 100 attacks by \(theatre.plural(threat)) \(judgements.under(posture)): \(parts.joined(separator: ", "))\n"
  }

  /// What would put most sirens before the impact, of the fastest class that reaches.
  private func levers(_ reached: [String]) -> String {
    guard let levers = Levers(ladder), levers.places.contains(place) else { return "" }
    let told = reached.compactMap { threat in levers.best(place, threat).map { (threat, $0) } }
    return told.prefix(2).map { threat, best in
      "What would help most against \(theatre.plural(threat)): \(best.lever.words), \(BriefText.hundred(best.after)) instead of \(BriefText.hundred(best.before))\n"
    }.joined()
  }

  private func unreached(_ reached: [String]) -> String {
    let others = ladder.classes.filter { !reached.contains($0) }.map(theatre.plural)
    return others.isEmpty ? "" : "Out of reach in most draws: \(Words.list(others))\n"
  }

  private var weeks: String {
    let told = postures.compactMap { posture -> String? in
      guard
        let figure = ladder.figure(
          .region, StrategicFigures.warning, "attack", posture, .median)
      else { return nil }
      return "\(Words.days(figure)) (\(theatre.name(of: posture)))"
    }
    guard !told.isEmpty else { return "" }
    return
      "Days before an attack, median: \(told.joined(separator: ", ")); rates and lengths are judged\n"
  }

  private var missing: String {
    let names = theatre.leftOut.filter { $0.concerns(place) }.map(\.what)
    return names.isEmpty ? "" : "Not modelled here: \(names.joined(separator: "; "))\n"
  }

  private var run: String {
    let run = ladder.results.run
    return
      "\(run.replicates) × \(run.draws) draws, seed \(run.seed). More: --minutes, --gaps, --json, vedette explain\n"
  }
}
