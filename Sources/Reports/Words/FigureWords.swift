public import Findings
internal import Quantities
internal import Scenarios
public import Theatre

/// Figures in sentences: what, where, under which posture, and what the number means.
public struct FigureWords {
  let theatre: Theatre

  public init(_ theatre: Theatre) { self.theatre = theatre }

  /// Two lines: the number, and what it means.
  public func sentences(_ figure: Figure) -> String {
    let id = figure.id
    let what = [subject(id.subject), threat(id), setting(id.setting)].filter { !$0.isEmpty }
    return "\(what.joined(separator: ", ")): \(value(figure)).\n"
      + "\(sentence(id.statistic.sentence)) \(sentence(id.quantity.sentence))"
  }

  /// `47 % (computing error 2 points)`, or why there is none.
  private func value(_ figure: Figure) -> String {
    switch figure.state {
    case .told: break
    case .never: return "never: no alert, or no such moment, in so many draws"
    case .outOfReach: return "out of reach in every draw"
    case .notInBoth: return "nothing to compare: in no draw is it there before and after"
    }
    let unit = figure.id.unit
    guard let half = figure.estimate.halfWidth, half > 0 else { return Words.plain(figure) }
    let size = unit == .share ? 100 * half : half
    let step = Words.decade(size)
    let error = Json.short((size / step).rounded() * step)
    let word = unit == .share ? " points" : unit.word.isEmpty ? "" : " \(unit.word)"
    return "\(Words.plain(figure)) (computing error \(error)\(word))"
  }

  private func sentence(_ words: String) -> String {
    let full = words.prefix(1).uppercased() + words.dropFirst()
    return full.hasSuffix(".") ? full : full + "."
  }

  private func subject(_ subject: FigureSubject) -> String {
    switch subject {
    case .place(let id): theatre.places.first { $0.id == id }?.name ?? id
    case .country(let code): theatre.regions.first { $0.subject == .country(code) }?.name ?? code
    case .district: theatre.regions.first { $0.subject == subject }?.name ?? subject.word
    case .region: "the whole region"
    case .alliance: "the alliance"
    case .episode(let id): theatre.episodes.first { $0.id == id }?.title ?? id
    }
  }

  private func threat(_ id: FigureID) -> String {
    guard let threat = id.threat else { return id.quantity.detail }
    let words = theatre.signs[threat]?.plural ?? threat
    return id.quantity.detail.isEmpty ? words : "\(words), \(id.quantity.detail)"
  }

  private func setting(_ setting: FigureSetting) -> String {
    func named(_ id: String) -> String {
      theatre.name(of: id) + (theatre.standing(of: [id]) == .whatIf ? " (a what-if)" : "")
    }
    return switch setting {
    case .posture(let id): named(id)
    case .pair(let before, let after): "\(named(before)) → \(named(after))"
    }
  }
}
