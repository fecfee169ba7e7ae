internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What the defended side could do: each lever's outcomes beside those without it.
struct Levers {
  let ladder: Ladder
  /// The posture that they start from.
  let base: String

  /// Nil where the scenario has none, or the run told of none.
  init?(_ ladder: Ladder) {
    guard !ladder.theatre.levers(of: .tactical).isEmpty else { return nil }
    (self.ladder, base) = (ladder, ladder.theatre.headline.after.value)
    guard !places.isEmpty else { return nil }
  }

  private var theatre: Theatre { ladder.theatre }

  /// Places named first that were tried, without those of whose country only alerts are known: there is no order and no
  /// sensor to change.
  var places: [Theatre.Place] {
    theatre.focus.filter { place in
      theatre.chain(of: place.country).net == .tracks
        && theatre.levers(of: .tactical).contains { lever in
          ladder.classes.contains { inTime(place, $0, lever.id) != nil }
        }
    }
  }

  /// Those of whose country only alerts are known.
  var untried: [Theatre.Place] {
    theatre.focus.filter { theatre.chain(of: $0.country).net != .tracks }
  }

  func inTime(_ place: Theatre.Place, _ threat: String, _ posture: String) -> Figure? {
    figure(place, threat, posture, .inTime)
  }

  func figure(
    _ place: Theatre.Place, _ threat: String, _ posture: String, _ statistic: Statistic
  ) -> Figure? {
    ladder.figure(place.subject, TacticalFigures.warning, threat, posture, statistic)
  }

  /// The lever that puts most sirens before the impact at a place; nil where none gains as much as the computing error of
  /// both sides and a point.
  func best(
    _ place: Theatre.Place, _ threat: String
  ) -> (lever: Theatre.Lever, before: Figure, after: Figure)? {
    guard let before = inTime(place, threat, base) else { return nil }
    let told = theatre.levers(of: .tactical).compactMap { lever in
      inTime(place, threat, lever.id).map { (lever: lever, before: before, after: $0) }
    }
    return told.filter { told in
      let gain = (told.after.estimate.value ?? 0) - (before.estimate.value ?? 0)
      let error = (told.after.estimate.halfWidth ?? 0) + (before.estimate.halfWidth ?? 0)
      return gain > max(0.01, error)
    }.max { ($0.after.estimate.value ?? 0) < ($1.after.estimate.value ?? 0) }
  }

  /// How much of a figure a lever adds, from the place where it adds least to the one where it adds most, of those places that
  /// a class reaches without it; what the computing error does not tell from nothing is 0. Nil where no place tells of it.
  func gains(
    _ threat: String, _ lever: Theatre.Lever, _ statistic: Statistic
  ) -> ClosedRange<Double>? {
    let told = places.filter { ladder.reaches($0.subject, threat, base) }.compactMap {
      gain(figure($0, threat, base, statistic), figure($0, threat, lever.id, statistic))
    }
    guard let least = told.min(), let most = told.max() else { return nil }
    return least...most
  }

  private func gain(_ before: Figure?, _ after: Figure?) -> Double? {
    guard let first = before?.estimate, let last = after?.estimate, let from = first.value,
      let to = last.value
    else { return nil }
    let error = (first.halfWidth ?? 0) + (last.halfWidth ?? 0)
    return abs(to - from) > error ? to - from : 0
  }
}
