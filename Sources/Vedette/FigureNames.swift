public import Quantities
internal import Scenarios
internal import Theatre

extension Analysis {
  /// Reads a figure's id; nil where it is none of this program's, or of a place or posture that the scenario
  /// does not have.
  public func figure(_ text: String) -> FigureID? {
    guard let id = vocabulary.id(text), subjects.contains(id.subject),
      id.setting.postures.allSatisfy({ theatre.posture($0) != nil })
    else { return nil }
    return id
  }

  /// The figure that a text may have been meant to name.
  public func nearest(to text: String) -> FigureID? {
    let postures = theatre.postures.map { FigureSetting.posture($0.id) }
    let pairs = theatre.questions.map {
      FigureSetting.pair(before: $0.before.value, after: $0.after.value)
    }
    let threats =
      Set(theatre.systems.values.map(\.kind)).union(theatre.postures.flatMap(\.forces).map(\.id))
      .union(theatre.trials.map(\.id)).union(["attack", "coercion", "exercise", "routine", "nuclear"])
    return vocabulary.nearest(
      to: text, subjects: subjects, settings: postures + pairs, threats: threats.sorted())
  }

  private var subjects: [FigureSubject] {
    theatre.places.map(\.subject) + theatre.regions.map(\.subject)
      + theatre.episodes.map { .episode($0.id) } + [.region, .alliance]
  }
}
