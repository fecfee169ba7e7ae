internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// A claim on trial as a reader is told it.
struct TrialWords {
  let theatre: Theatre

  init(_ theatre: Theatre) { self.theatre = theatre }

  /// - Parameter figure: that says how often it holds.
  func trial(_ id: String, _ figure: FigureID) -> Results.Trial {
    let written = theatre.trials.first { $0.id == id }!
    let limit = written.before == nil ? "is below" : "falls by at least"
    let names = written.places.map { name in
      theatre.places.first { $0.id == name.value }?.name ?? name.value
    }.joined(separator: ", ")
    let share =
      written.share >= 1
      ? "all" : written.share > 0 ? "\(Int((written.share * 100).rounded())) % or more" : "any"
    let setting = figure.setting.postures.joined(separator: " to ")
    let predicate =
      "\(written.quantity) (\(written.threat?.value ?? "all threats")) \(limit) "
      + "\(Json.short(written.threshold)) s, posture \(setting), at \(share) "
      + "of the places reached in \(names.isEmpty ? "the region" : names)"
    return Results.Trial(
      id: id, words: written.words, saidBy: written.saidBy, source: written.source,
      figure: figure, predicate: predicate)
  }
}
