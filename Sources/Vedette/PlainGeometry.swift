internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// Claims that distances answer: how far the nearest launcher is that reaches a place.
struct PlainGeometry {
  let theatre: Theatre
  /// As they are answered for.
  let postures: [Theatre.Posture]

  /// What the asked trials find, as they are asked, after other postures and country by country.
  func facts(_ ask: Ask) -> [Results.Fact] {
    theatre.trials.filter { $0.isFact && ask.wants(.trial) && ask.wants(trial: $0.id) }.map(fact)
  }

  private func fact(_ trial: Document.Trial) -> Results.Fact {
    let words = TrialWords(theatre)
    let asked = trial.posture.value
    return Results.Fact(
      id: trial.id, said: TrialWords.said(trial),
      predicate: words.predicate(trial, setting(trial, asked)),
      asked: count(trial, .region, after: asked),
      variants: words.otherPostures(trial).compactMap { count(trial, .region, after: $0) }
        + words.countries(trial).compactMap { count(trial, .country($0), after: asked) })
  }

  private func setting(_ trial: Document.Trial, _ after: String) -> FigureSetting {
    trial.before.map { .pair(before: $0.value, after: after) } ?? .posture(after)
  }

  /// Nil where no launcher reaches any of the places.
  private func count(
    _ trial: Document.Trial, _ subject: FigureSubject, after: String
  ) -> Results.Fact.Count? {
    func posture(_ id: String) -> Theatre.Posture? { postures.first { $0.id == id } }
    let then = trial.before.flatMap { posture($0.value) }
    guard let now = posture(after), (then == nil) == (trial.before == nil) else { return nil }
    let asked = TrialWords(theatre).places(trial, subject).compactMap {
      place -> (place: Theatre.Place, satisfies: Bool)? in
      let nearest = nearest(trial, place, now)
      guard let then else { return nearest.map { (place, $0 < trial.threshold) } }
      let earlier = self.nearest(trial, place, then)
      guard nearest != nil || earlier != nil else { return nil }
      // newly within reach is nearer than any number says
      let satisfies =
        nearest.map { now in earlier.map { $0 - now >= max(trial.threshold, 1) } ?? true } ?? false
      return (place, satisfies)
    }
    guard !asked.isEmpty else { return nil }
    let satisfied = asked.filter(\.satisfies)
    func people(_ places: [(place: Theatre.Place, satisfies: Bool)]) -> Int {
      places.reduce(0) { $0 + $1.place.population }
    }
    var country: String?
    if case .country(let code) = subject { country = code }
    return Results.Fact.Count(
      setting: setting(trial, after), country: country, satisfied: satisfied.count,
      places: asked.count, people: people(satisfied), population: people(asked),
      holds: ShareOfWhole.holds(
        Double(satisfied.count), of: Double(asked.count), share: trial.share))
  }

  /// Metres to the nearest launcher of the tried threat that reaches the place; nil where none does.
  private func nearest(
    _ trial: Document.Trial, _ place: Theatre.Place, _ posture: Theatre.Posture
  ) -> Double? {
    theatre.inReach(of: place, under: posture).filter { found in
      let kind = theatre.systems[found.force.system]?.kind
      return trial.threat.map { [found.force.id, kind].contains($0.value) } ?? true
    }.map(\.distance.metres).min()
  }
}
