internal import Findings
internal import Geodesy
internal import Quantities
internal import Scenarios
internal import Theatre

/// Claims that distances answer: how far the nearest launcher is that reaches a place.
struct PlainGeometry {
  private let theatre: Theatre

  init(_ theatre: Theatre) { self.theatre = theatre }

  /// What the asked trials find, as they are asked, after every other posture and country by country.
  func facts(_ ask: Ask) -> [Results.Fact] {
    theatre.trials.filter { $0.isFact && ask.wants(.trial) && ask.wants(trial: $0.id) }.map(fact)
  }

  private func fact(_ trial: Document.Trial) -> Results.Fact {
    let (before, asked) = (trial.before?.value, trial.posture.value)
    let others = theatre.postures.map(\.id).filter { $0 != asked && $0 != before }
    let counts =
      ([asked] + others).compactMap { count(trial, .region, after: $0) }
      + TrialWords.countries(of: trial, theatre).compactMap {
        count(trial, .country($0), after: asked)
      }
    return Results.Fact(
      id: trial.id, said: TrialWords.said(trial),
      predicate: TrialWords(theatre).predicate(trial, setting(trial, asked)), counts: counts)
  }

  private func setting(_ trial: Document.Trial, _ after: String) -> FigureSetting {
    trial.before.map { .pair(before: $0.value, after: after) } ?? .posture(after)
  }

  /// Nil where no launcher reaches any of the places.
  private func count(
    _ trial: Document.Trial, _ subject: FigureSubject, after: String
  ) -> Results.Fact.Count? {
    let then = trial.before.flatMap { theatre.posture($0.value) }
    guard let now = theatre.posture(after) else { return nil }
    let asked = TrialWords.places(of: trial, subject, theatre).compactMap {
      place -> (place: Theatre.Place, satisfies: Bool)? in
      let nearest = nearest(to: place, trial.threat?.value, now)
      guard let then else { return nearest.map { (place, $0 < trial.threshold) } }
      let earlier = self.nearest(to: place, trial.threat?.value, then)
      guard nearest != nil || earlier != nil else { return nil }
      // newly within reach is nearer than any number says
      let satisfies =
        nearest.map { now in earlier.map { $0 - now >= max(trial.threshold, 1) } ?? true } ?? false
      return (place, satisfies)
    }
    guard !asked.isEmpty else { return nil }
    let satisfied = asked.filter(\.satisfies)
    let needed = max(1, Int((trial.share * Double(asked.count) - 1e-9).rounded(.up)))
    func people(_ places: [(place: Theatre.Place, satisfies: Bool)]) -> Int {
      places.reduce(0) { $0 + $1.place.population }
    }
    var country: String?
    if case .country(let code) = subject { country = code }
    return Results.Fact.Count(
      setting: setting(trial, after), country: country, satisfied: satisfied.count,
      places: asked.count, people: people(satisfied), population: people(asked),
      holds: satisfied.count >= needed)
  }

  /// Metres from the middle of the nearest site of a launcher whose greatest claimed range reaches the place; nil where none
  /// does.
  private func nearest(
    to place: Theatre.Place, _ threat: String?, _ posture: Theatre.Posture
  ) -> Double? {
    posture.forces.compactMap { force -> Double? in
      guard
        threat == nil || threat == force.id || threat == theatre.systems[force.system]?.kind,
        let site = theatre.sites[force.site],
        let range = theatre.law(of: force.system, "range", under: posture)?.range.upperBound
      else { return nil }
      let distance = Geodesic.distance(from: site.position, to: place.position).metres
      return distance <= range ? distance : nil
    }.min()
  }
}
