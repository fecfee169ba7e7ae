internal import Findings
public import Quantities
internal import Scenarios
internal import Theatre

/// The figures that a scenario may have, by the text of their ids.
struct FigureNames {
  let theatre: Theatre
  let vocabulary: FigureVocabulary

  /// Those of the rungs of the program.
  static func shipped(_ theatre: Theatre) -> FigureNames {
    FigureNames(
      theatre: theatre,
      vocabulary: FigureVocabulary(
        Slices.shipped.filter { $0.concerns(theatre) }.flatMap { $0.findings.quantities }))
  }

  /// Nil where it is none of this program's, or of a place, a threat, a posture or a pair of postures that the scenario does
  /// not have.
  func figure(_ text: String) -> FigureID? {
    guard let id = vocabulary.id(text), subjects.contains(id.subject) else { return nil }
    if id.quantity.product == .trial {
      return settings(of: id.threat ?? "").contains(id.setting) ? id : nil
    }
    guard settings.contains(id.setting), id.threat.map(threats.contains) ?? true else { return nil }
    return id
  }

  /// The figure that a text may have been meant to name.
  func nearest(to text: String) -> FigureID? {
    vocabulary.nearest(
      to: text, subjects: subjects, settings: settings, threats: threats.sorted())
  }

  private var settings: [FigureSetting] {
    (theatre.postures + theatre.levers.map(\.posture)).map { .posture($0.id) }
      + theatre.questions.map { .pair(before: $0.before.value, after: $0.after.value) }
  }

  /// Of a trial: as it is asked and asked otherwise. A fact has no figures.
  private func settings(of trial: String) -> [FigureSetting] {
    theatre.trials.filter { $0.id == trial && !$0.isFact }.flatMap { trial in
      ([trial.posture.value] + TrialWords(theatre).otherPostures(trial)).map { after in
        trial.before.map { .pair(before: $0.value, after: after) } ?? .posture(after)
      }
    }
  }

  private var threats: Set<String> {
    Set(theatre.systems.values.map(\.kind)).union(theatre.formationIDs)
      .union([
        "attack", "coercion", "exercise", "routine", "nuclear",
      ]).union(theatre.operations?.axes.map(\.id) ?? []).union(theatre.past.map(\.id))
      .union(theatre.systems.keys)
  }

  private var subjects: [FigureSubject] {
    theatre.places.map(\.subject) + theatre.regions.map(\.subject)
      + theatre.defended.sorted().map { .country($0) }
      + theatre.episodes.map { .episode($0.id) } + [.region, .alliance]
  }
}

extension Analysis {
  /// Reads a figure's id; nil where it is none of this program's, or of a place, a threat, a posture or a pair
  /// of postures that the scenario does not have.
  public func figure(_ text: String) -> FigureID? { names.figure(text) }

  /// The figure that a text may have been meant to name.
  public func nearest(to text: String) -> FigureID? { names.nearest(to: text) }

  private var names: FigureNames { FigureNames(theatre: theatre, vocabulary: vocabulary) }
}

extension Scenario {
  /// The same of what the rungs of the program find.
  public func figure(_ text: String) -> FigureID? { names.figure(text) }

  /// The figure that a text may have been meant to name.
  public func nearest(to text: String) -> FigureID? { names.nearest(to: text) }

  private var names: FigureNames { .shipped(theatre) }
}
