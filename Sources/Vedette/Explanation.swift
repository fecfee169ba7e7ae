public import Findings
internal import Quantities

/// A figure followed back to its inputs, claims and sources.
public struct Explanation: Sendable {
  public let lines: [String]

  /// Nil when the results have no such figure.
  ///
  /// - Parameter idle: inputs that move nothing of it; they are named and not followed further.
  public init?(_ id: String, in results: Results, idle: IdleInputs? = nil) {
    guard let figure = results.figure(id) else { return nil }
    var lines = ["\(figure.id)", "  \(Explanation.value(figure)), over \(figure.draws) draws"]
    for (reason, count) in figure.absent.sorted(by: { $0.key < $1.key }) {
      lines.append("  left out: \(count) draws \(reason)")
    }
    let claims = Dictionary(
      results.foundations.claims.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let sources = Dictionary(uniqueKeysWithValues: results.foundations.sources.map { ($0.id, $0) })
    let postures = figure.id.setting.postures
    let inputs = Dictionary(grouping: results.foundations.inputs, by: \.address)
    let idle = idle?.addresses ?? []
    let moving = figure.inputs.filter { !idle.contains($0) }
    for input in moving.flatMap({ Explanation.laws(inputs[$0] ?? [], under: postures) }) {
      let place = input.posture.map { ", set by \($0)" } ?? ""
      lines.append("  \(input.address) (\(input.law.kind.rawValue)\(place))")
      for component in input.law.components {
        lines.append("    " + Explanation.line(component, input, claims, sources))
      }
    }
    let still = figure.inputs.filter(idle.contains).map(\.description).sorted()
    if !still.isEmpty {
      lines.append(
        "  asked for, and moving nothing of it in \(IdleInputs.draws) draws: "
          + still.joined(separator: ", "))
    }
    self.lines = lines + Explanation.rows(figure, in: results)
  }

  /// The rows of the log that a replay rests on.
  private static func rows(_ figure: Figure, in results: Results) -> [String] {
    guard case .episode(let id) = figure.id.subject,
      let episode = results.annex(Results.Strategic.self)?.episodes.first(where: { $0.id == id })
    else { return [] }
    return episode.moments.flatMap { moment in
      moment.rows.map { row in
        "  \(moment.day)  \(row.id) \(row.grade) \(row.feed), \(moment.family): \(row.claim)  (\(row.title), "
          + "\(row.link))"
      }
    }
  }

  /// The laws of one address that some postures draw from: their own, or everybody's.
  private static func laws(
    _ inputs: [Results.Input], under postures: [String]
  ) -> [Results.Input] {
    let own = inputs.filter { $0.posture.map(postures.contains) ?? false }
    return own.count == postures.count ? own : inputs.filter { $0.posture == nil } + own
  }

  /// `212.4 s (computing error 210.9 to 213.9 s)`.
  public static func value(_ figure: Figure) -> String {
    let unit = figure.unit.isEmpty ? "" : " \(figure.unit)"
    guard let value = figure.estimate.value else { return "no alert, or nothing to ask" }
    let middle = "\(Json.short(value))\(unit)"
    guard let low = figure.estimate.low, let high = figure.estimate.high else { return middle }
    return "\(middle) (computing error \(Json.short(low)) to \(Json.short(high))\(unit))"
  }

  private static func line(
    _ component: Law.Component, _ input: Results.Input, _ claims: [String: Claim],
    _ sources: [String: Source]
  ) -> String {
    let range = component.distribution.range
    let values = [range.lowerBound, component.distribution.likely, range.upperBound]
    let weight = "\(Int((component.weight * 100).rounded())) %"
    guard let claim = component.claim.flatMap({ claims[$0] }) else {
      let span = values.map { Json.short($0) }.joined(separator: " … ")
      return "\(weight)  \(span) SI  part of the model"
    }
    let span = Claim.words(values, by: " … ", unit: claim.unit)
    let place = "\(claim.span.file):\(claim.span.line)"
    guard let source = claim.source.flatMap({ sources[$0] }) else {
      return "\(weight)  \(span)  rests on no source, F6  (\(place))"
    }
    let maker = source.isMaker ? ", maker's claim" : ""
    return "\(weight)  \(span)  \(source.id) \(source.grade)\(maker): \(source.title), "
      + "\(source.publisher)  (\(place))"
  }
}
