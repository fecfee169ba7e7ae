public import Quantities
internal import Scenarios
internal import Theatre

extension Analysis {
  /// Reads a figure's id; nil where it is none of this program's, or of a place, a threat, a posture or a pair
  /// of postures that the scenario does not have.
  public func figure(_ text: String) -> FigureID? {
    guard let id = vocabulary.id(text), subjects.contains(id.subject),
      settings.contains(id.setting), id.threat.map(threats.contains) ?? true
    else { return nil }
    return id
  }

  /// The figure that a text may have been meant to name.
  public func nearest(to text: String) -> FigureID? {
    vocabulary.nearest(
      to: text, subjects: subjects, settings: settings, threats: threats.sorted())
  }

  private var settings: [FigureSetting] {
    theatre.postures.map { .posture($0.id) }
      + theatre.questions.map { .pair(before: $0.before.value, after: $0.after.value) }
  }

  private var threats: Set<String> {
    Set(theatre.systems.values.map(\.kind)).union(theatre.formationIDs)
      .union(theatre.trials.map(\.id)).union([
        "attack", "coercion", "exercise", "routine", "nuclear",
      ])
  }

  private var subjects: [FigureSubject] {
    theatre.places.map(\.subject) + theatre.regions.map(\.subject)
      + theatre.alliance.sorted().map { .country($0) }
      + theatre.episodes.map { .episode($0.id) } + [.region, .alliance]
  }
}
