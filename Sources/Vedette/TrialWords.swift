internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// A claim on trial as a reader is told it.
struct TrialWords {
  let theatre: Theatre

  init(_ theatre: Theatre) { self.theatre = theatre }

  /// - Parameters:
  ///   - figure: that says how often it holds as it is asked.
  ///   - variants: the same, asked otherwise.
  func trial(_ id: String, _ figure: FigureID, variants: [FigureID]) -> Results.Trial {
    let written = theatre.trials.first { $0.id == id }!
    return Results.Trial(
      id: id, said: TrialWords.said(written), figure: figure,
      predicate: predicate(written, figure.setting),
      circular: CircularTrials(theatre).inputs(of: written), variants: variants)
  }

  static func said(_ trial: Document.Trial) -> Results.Said {
    Results.Said(words: trial.words, quote: trial.quote, by: trial.saidBy, source: trial.source)
  }

  /// `flight (quasi-ballistic) falls by at least 10 s, posture a to b, at 50 % or more of the places reached in PL, LT`
  func predicate(_ trial: Document.Trial, _ setting: FigureSetting) -> String {
    let limit = trial.before == nil ? "is below" : "falls by at least"
    let names = trial.places.map { name in
      theatre.places.first { $0.id == name.value }?.name ?? name.value
    }.joined(separator: ", ")
    let share =
      trial.share >= 1
      ? "all" : trial.share > 0 ? "\(Int((trial.share * 100).rounded())) % or more" : "any"
    let number =
      trial.isFact
      ? "\(Json.short(trial.threshold / 1_000)) km" : "\(Json.short(trial.threshold)) s"
    let what =
      trial.isFact ? "distance to the nearest launcher whose range reaches it" : trial.quantity
    return "\(what) (\(trial.threat?.value ?? "all threats")) \(limit) \(number), posture "
      + "\(setting.postures.joined(separator: " to ")), at \(share) of the places reached in "
      + (names.isEmpty ? "the region" : names)
  }

  /// The places that a trial asks for, or those of one country among all.
  func places(_ trial: Document.Trial, _ subject: FigureSubject) -> [Theatre.Place] {
    theatre.places.filter { place in
      if case .country(let code) = subject { place.country == code } else { trial.concerns(place) }
    }
  }

  /// Postures under which it is asked too: those that a question compares with the same one before, so that only one side
  /// changes; of one posture, all.
  func otherPostures(_ trial: Document.Trial) -> [String] {
    theatre.postures.map(\.id).filter { id in
      guard id != trial.posture.value else { return false }
      return trial.before.map { before in
        theatre.questions.contains { $0.before.value == before.value && $0.after.value == id }
      } ?? true
    }
  }

  /// Countries beside the region as a whole; none where the trial itself asks for no more than one, or for one formation.
  func countries(_ trial: Document.Trial) -> [String] {
    guard !theatre.formationIDs.contains(trial.threat?.value ?? "") else { return [] }
    let asked = Set(theatre.places.filter(trial.concerns).map(\.country))
    let all = Set(theatre.places.map(\.country))
    return asked.count == 1 && all == asked ? [] : all.sorted()
  }
}
