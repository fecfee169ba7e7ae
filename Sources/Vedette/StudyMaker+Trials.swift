internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines
internal import Warnings

/// Claims on trial, each as it is asked and with one thing at a time asked otherwise: the posture, then the country.
extension StudyMaker {
  func trials(_ series: [Series]) -> [Study.Trial] {
    guard ask.wants(.trial) else { return [] }
    return theatre.trials.filter {
      !$0.isFact && $0.level == type(of: slice).level && ask.wants(trial: $0.id)
    }.flatMap { trial -> [Study.Trial] in
      let (asked, words) = (trial.posture.value, TrialWords(theatre))
      let variants =
        words.otherPostures(trial).compactMap { study(trial, series, .region, $0) }
        + words.countries(trial).compactMap { study(trial, series, .country($0), asked) }
      return [study(trial, series, .region, asked)].compactMap { $0 }
        + variants.filter { !$0.series.isEmpty }
    }
  }

  /// A trial of the places it asks for, or of one country, after a posture; nil where that is not drawn.
  private func study(
    _ trial: Document.Trial, _ series: [Series], _ subject: FigureSubject, _ posture: String
  ) -> Study.Trial? {
    let before = trial.before.map { index($0.value) }
    guard let posture = index(posture), before != .some(nil) else { return nil }
    let asked = TrialWords(theatre).places(trial, subject)
    let members = series.indices.compactMap { number -> (series: Int, people: Double)? in
      guard series[number].threat == trial.threat?.value, series[number].fold.trial != nil,
        let place = asked.first(where: { series[number].subject == .place($0.id) })
      else { return nil }
      return (number, Double(place.population))
    }
    guard let fold = (members.first?.series ?? series.indices.first).map({ series[$0].fold }),
      let gap = ([fold.deciding] + fold.others).firstIndex(where: {
        $0.quantity.name == trial.quantity
      }), fold.trial != nil
    else { return nil }
    return Study.Trial(
      id: trial.id, subject: subject, gap: gap, series: members.map(\.series),
      people: members.map(\.people), posture: posture, before: before ?? nil,
      threshold: trial.threshold, share: trial.share)
  }
}
