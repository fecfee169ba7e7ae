public import Findings
public import Quantities
internal import Scenarios
public import Theatre

/// The figures of a scenario's places, posture by posture, as tables and texts ask for them.
public struct Ladder: Sendable {
  let results: Results
  let theatre: Theatre
  /// Classes of threat, fastest first.
  let classes: [String]
  /// Names of the parts of the headline's change.
  let partNames: [Statistic]

  public init(results: Results, theatre: Theatre, classes: [String]) {
    (self.results, self.theatre, self.classes) = (results, theatre, classes)
    var names: [Statistic] = []
    for figure in results.figures
    where figure.id.quantity.isKind(of: TacticalFigures.partOfChange)
      || figure.id.quantity.isKind(of: TacticalFigures.partOfEnough)
    {
      if !names.contains(figure.id.statistic) { names.append(figure.id.statistic) }
    }
    partNames = names
  }

  /// A figure under one posture.
  public func figure(
    _ subject: FigureSubject, _ quantity: FigureQuantity, _ threat: String?, _ posture: String,
    _ statistic: Statistic
  ) -> Figure? {
    figure(FigureID(subject, quantity, of: threat, .posture(posture), statistic))
  }

  /// A figure of the change between two postures.
  public func change(
    _ subject: FigureSubject, _ quantity: FigureQuantity, _ threat: String?,
    _ pair: FigureSetting, _ statistic: Statistic
  ) -> Figure? {
    figure(FigureID(subject, quantity, of: threat, pair, statistic))
  }

  func figure(_ id: FigureID) -> Figure? { results.figures[id: id] }

  /// Whether a class reaches a place in at least half the draws.
  public func reaches(_ place: FigureSubject, _ threat: String?, _ posture: String) -> Bool {
    (figure(place, TacticalFigures.warning, threat, posture, .outOfReach)?.estimate.value ?? 1)
      <= 0.5
  }

  /// The parts of a change at a place, in the order of the scenario: of the median of a class, or of the people
  /// with enough where no class is named.
  func parts(
    _ place: FigureSubject, _ threat: String?, _ pair: FigureSetting
  ) -> [(part: Statistic, figure: Figure)] {
    let quantity = threat == nil ? TacticalFigures.partOfEnough : TacticalFigures.partOfChange
    return partNames.compactMap { part in
      change(place, quantity, threat, pair, part).map { (part, $0) }
    }
  }

  /// The force that decides a place's warning most often, and how often.
  func deciding(
    _ place: FigureSubject, _ threat: String, _ posture: Theatre.Posture
  ) -> (force: Theatre.Force, figure: Figure)? {
    posture.forces.compactMap { force in
      figure(place, TacticalFigures.deciding.of(force.id), threat, posture.id, .share)
        .map { (force, $0) }
    }
    .max { ($0.1.estimate.value ?? 0, $1.0.id) < ($1.1.estimate.value ?? 0, $0.0.id) }
  }
}

extension Document.Question {
  /// Its two postures, as figures of its change are told.
  var pair: FigureSetting { .pair(before: before.value, after: after.value) }
}
