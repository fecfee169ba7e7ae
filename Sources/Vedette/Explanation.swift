public import Findings
internal import Quantities

/// A figure followed back to what it hangs on: what it says, the inputs that drive it with their claims and sources, and what it
/// would be if the leading claims were right alone.
public struct Explanation: Hashable, Sendable {
  public let figure: Figure
  /// What drives it most, first; empty where nobody looked.
  public let drivers: [Driver]
  /// Every input that it asks for.
  public let inputs: [Input]
  /// Inputs that were moved and move nothing of it, in order.
  public let idle: [String]
  /// Rows of the log that a replay rests on.
  public let rows: [String]

  /// An input with its law as it was written.
  public struct Input: Hashable, Sendable {
    public let address: String
    public let kind: String
    /// The posture that sets the law; nil for that of all others.
    public let posture: String?
    public let claims: [Told]
  }

  /// What one claim says, and who says it.
  public struct Told: Hashable, Sendable {
    /// Of the draws, from 0 to 1.
    public let weight: Double
    /// `44 … 48 … 52 km`.
    public let values: String
    /// Id and grade of the source; nil where nobody is cited, or for a part of the model.
    public let source: String?
    /// Who says it, and where it stands.
    public let words: String
  }

  /// An input that drives the warning.
  public struct Driver: Hashable, Sendable {
    public let input: Input
    /// Of the warning's spread, from 0 to 1.
    public let share: Double
    /// Siren first, of the attacks in the draws that believe each claim; nil where none does.
    public let ifAlone: [Double?]
  }

  /// Nil when the results have no such figure.
  ///
  /// - Parameter idle: inputs that move nothing of it; they are named and not followed further.
  public init?(
    _ id: String, in results: Results, idle: IdleInputs? = nil
  ) {
    guard let figure = results.figure(id) else { return nil }
    self.figure = figure
    let reader = LawReader(results.foundations, figure.id.setting.postures)
    let still = idle?.addresses ?? []
    inputs = figure.inputs.filter { !still.contains($0) }.flatMap(reader.inputs)
    self.idle = figure.inputs.filter(still.contains).map(\.description).sorted()
    rows = Explanation.rows(figure, in: results)
    let known = Set(figure.inputs)
    // drivers are of the later posture of a change
    let later = LawReader(results.foundations, Array(figure.id.setting.postures.suffix(1)))
    drivers = (Explanation.drivers(of: figure.id, in: results)?.leading ?? [])
      .filter { known.contains($0.address) && !still.contains($0.address) }
      .compactMap { driver in
        later.inputs(driver.address).last.map { input in
          Driver(
            input: input, share: driver.share,
            ifAlone: driver.beliefs.map {
              $0.draws > 0 ? Double($0.inTime) / Double($0.draws) : nil
            })
        }
      }
  }

  /// What the warning hangs on under the figure's posture, or under the later one of a change.
  private static func drivers(of id: FigureID, in results: Results) -> Results.Drivers? {
    results.drivers.first {
      $0.subject == id.subject && $0.threat == id.threat
        && $0.posture == id.setting.postures.last
    }
  }

  private static func rows(_ figure: Figure, in results: Results) -> [String] {
    guard case .episode(let id) = figure.id.subject,
      let episode = results.annex(Results.Strategic.self)?.episodes.first(where: { $0.id == id })
    else { return [] }
    return episode.moments.flatMap { moment in
      moment.rows.map { row in
        "\(moment.day)  \(row.id) \(row.grade) \(row.feed), \(moment.family): \(row.claim)  (\(row.title), "
          + "\(row.link))"
      }
    }
  }
}

/// Laws as they were written, with who stands behind each claim.
private struct LawReader {
  let postures: [String]
  let inputs: [Address: [Results.Input]]
  let claims: [String: Claim]
  let sources: [String: Source]

  init(_ foundations: Results.Foundations, _ postures: [String]) {
    self.postures = postures
    inputs = Dictionary(grouping: foundations.inputs, by: \.address)
    claims = Dictionary(
      foundations.claims.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    sources = Dictionary(uniqueKeysWithValues: foundations.sources.map { ($0.id, $0) })
  }

  /// The laws of one address that the postures draw from: their own, or everybody's.
  func inputs(_ address: Address) -> [Explanation.Input] {
    let all = inputs[address] ?? []
    let own = all.filter { $0.posture.map(postures.contains) ?? false }
    let used = own.count == postures.count ? own : all.filter { $0.posture == nil } + own
    return used.map { input in
      Explanation.Input(
        address: "\(input.address)", kind: input.law.kind.rawValue, posture: input.posture,
        claims: input.law.components.map { told($0, input) })
    }
  }

  private func told(_ component: Law.Component, _ input: Results.Input) -> Explanation.Told {
    let range = component.distribution.range
    let values = [range.lowerBound, component.distribution.likely, range.upperBound]
    let distinct = values[0] == values[2] ? [values[1]] : values
    func told(_ unit: String, _ source: String?, _ words: String) -> Explanation.Told {
      Explanation.Told(
        weight: component.weight, values: Claim.words(distinct, by: " … ", unit: unit),
        source: source, words: words)
    }
    guard let claim = component.claim.flatMap({ claims[$0] }) else {
      return told(input.unit, nil, "part of the model")
    }
    let place = "\(claim.span.file):\(claim.span.line)"
    guard let source = claim.source.flatMap({ sources[$0] }) else {
      return told(claim.unit, nil, "rests on no source, F6  (\(place))")
    }
    let maker = source.isMaker ? ", maker's claim" : ""
    return told(
      claim.unit, "\(source.id) \(source.grade)",
      "\(source.id) \(source.grade)\(maker): \(source.title), \(source.publisher)  (\(place))")
  }
}
