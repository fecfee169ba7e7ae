internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What was said in public, in a sentence each.
extension Judgements {
  /// What is asked otherwise: `in Ukraine alone`, `under 2026-forward`.
  func asking(_ variant: FigureID) -> String {
    if case .country(let code) = variant.subject {
      return "in \(BaseMap.name(of: code, in: theatre)) alone"
    }
    return "under \(named(variant.setting.postures.last ?? ""))"
  }

  /// A claim on trial: how often it holds as it is asked, and where it differs most asked otherwise. No word of likelihood: the
  /// thresholds are ours.
  ///
  /// Nil where nothing could be asked.
  func sentence(_ trial: Results.Trial, _ printer: inout FigurePrinter) -> String? {
    guard let figure = ladder.figure(trial.figure), let p = figure.estimate.value else {
      return nil
    }
    let others = trial.variants.compactMap { ladder.figure($0) }
      .filter { abs(($0.estimate.value ?? p) - p) > 0.1 }
    let farthest = others.max { a, b in
      (abs(a.value - p), b.id.description) < (abs(b.value - p), a.id.description)
    }
    let otherwise = farthest.map {
      "; \(Html.escape(asking($0.id))) in \(printer.span($0, Words.share($0)))"
    }
    let circular =
      trial.circular.isEmpty ? "" : " Its source is also an input of what is tried: circular."
    return "\(trial.said.html) (\(Html.escape(trial.said.by))), read as "
      + "\(Html.escape(trial.predicate)): in this model it holds in "
      + "\(printer.span(figure, Words.share(figure))) of draws\(otherwise ?? "")\(printer.note(figure)).\(circular) "
      + "<a href=\"#trial-\(Html.escape(trial.id))\">Where that turns</a>."
  }

  /// A claim that distances answer, as it is asked; nil where no launcher reaches any of the places.
  func sentence(_ fact: Results.Fact) -> String? {
    guard let count = fact.asked else { return nil }
    let isWhatIf = theatre.standing(of: count.setting.postures) == .whatIf
    return
      "\(fact.said.html) (\(Html.escape(fact.said.by))): by plain geometry it \(isWhatIf ? "would be" : "is") so at "
      + "\(count.satisfied) of \(count.places) places that are in reach, where \(Words.grouped(count.people)) of "
      + "\(Words.grouped(count.population)) people live "
      + "(\(count.setting.postures.joined(separator: " to "))\(standing(count.setting))). "
      + "<a href=\"#trial-\(Html.escape(fact.id))\">Other postures and countries</a>."
  }
}
