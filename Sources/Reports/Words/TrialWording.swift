internal import Findings
internal import Quantities
internal import Theatre

/// Verdicts on claims, and where they turn, in words; the same on the page and in the terminal.
struct TrialWording {
  let judgements: Judgements

  /// Holds or fails in most draws; open where the computing error leaves it so.
  func verdict(_ figure: Figure?) -> String {
    guard let estimate = figure?.estimate, let p = estimate.value else {
      return "not asked: nothing is reached"
    }
    if let low = estimate.low, let high = estimate.high, low <= 0.5, high >= 0.5 { return "open" }
    return p > 0.5 ? "holds in most draws" : "fails in most draws"
  }

  /// The number with which the claim would hold in half of the draws: words, then the number where there is one.
  func turning(_ figure: Figure?, isFall: Bool) -> (words: String, number: String?) {
    guard let figure else { return ("–", nil) }
    // why there is no number stands in the figure
    guard figure.estimate.value != nil else {
      return (figure.absent.keys.sorted().first ?? "–", nil)
    }
    guard isFall else { return ("a limit of ", Words.time(figure)) }
    let fall = Words.change(figure)
    return fall.hasPrefix("+") ? ("a fall of ", String(fall.dropFirst())) : ("no fall", nil)
  }

  /// How a fact is asked otherwise: `in Poland alone`, `under 2026-garrison`.
  func asking(_ count: Results.Fact.Count) -> String {
    if let country = count.country {
      return "in \(BaseMap.name(of: country, in: judgements.theatre)) alone"
    }
    return "\(judgements.under(count.setting.postures.last ?? ""))"
  }

  /// The postures that are compared, each with what nobody should quote without.
  func postures(_ setting: FigureSetting) -> String {
    setting.postures.map(judgements.named).joined(separator: " → ")
  }

  /// `so`; of a what-if `would be so`.
  func verdict(_ count: Results.Fact.Count) -> String {
    let isWhatIf = judgements.theatre.standing(of: count.setting.postures) == .whatIf
    return (count.holds ? "" : "not ") + "so" + (isWhatIf ? ", if it were" : "")
  }
}
