internal import Kernels
public import Quantities
internal import Scenarios
internal import Tactical
internal import Theatre
internal import Timelines
internal import Warnings

/// What `vedette check` says of a scenario that can be read.
public struct Review: Sendable {
  public let warnings: [Diagnostic]
  /// One paragraph each.
  public let contradictions: [String]
  /// Addresses all of whose claims cite nobody.
  public let unsourced: [String]
  /// Claims, and how many of them cite nobody, come from a maker, or are lone figures.
  public let claims, uncited, makers, lone: Int

  public init(_ scenario: Scenario) {
    let bibliography = scenario.theatre.bibliography
    warnings = scenario.warnings
    let all = bibliography.claims
    claims = all.count
    uncited = all.filter { !bibliography.isSourced($0) }.count
    makers = all.filter { $0.source.flatMap { bibliography.sources[$0] }?.isMaker ?? false }.count
    lone = all.filter(\.spreadIsAssumed).count
    unsourced = Dictionary(grouping: all, by: \.address)
      .filter { !$0.value.contains(where: bibliography.isSourced) }
      .map(\.key.description).sorted()
    contradictions =
      bibliography.contradictions().map { address, low, high in
        func words(_ claim: Claim) -> String {
          let range = claim.range
          let number =
            range.low == range.high
            ? Json.short(range.likely)
            : "\(Json.short(range.low)) to \(Json.short(range.high))"
          let unit = claim.unit.isEmpty ? "" : " \(claim.unit)"
          return "\(claim.source ?? "nobody") says \(number)\(unit)"
        }
        return "\(address): \(words(low)), \(words(high))"
      } + Review.triples(scenario) + Review.misfits(scenario)
  }

  /// Range, apogee and speed of each quasi-ballistic class at their likely values.
  private static func triples(_ scenario: Scenario) -> [String] {
    let theatre = scenario.theatre
    return theatre.systems.values.filter { $0.kind == "quasi-ballistic" }.sorted { $0.id < $1.id }
      .compactMap { system in
        func likely(_ field: String) -> Double? {
          theatre.bibliography.laws[Address("catalogue", system.id, field)]?.likely
        }
        guard let range = likely("range"), let apogee = likely("apogee"),
          let peak = likely("peak_speed")
        else { return nil }
        return triple(system.name, range: range, apogee: apogee, peak: peak)
      }
  }

  /// Shares of 4 096 draws that had to be projected to a flight that is possible.
  private static func misfits(_ scenario: Scenario) -> [String] {
    let theatre = scenario.theatre
    return theatre.systems.values.sorted { $0.id < $1.id }.flatMap { system -> [String] in
      guard let probe = FlightProbe(system.id, theatre: theatre) else { return [] }
      let draws = DrawBlock.drawn(for: probe.inputs, seed: 1, count: 4_096)
      return [185.0, 285, 500].map { distance in
        let misfits = probe.misfits(over: .kilometres(distance), draws)
        func share(_ count: Int) -> String { "\(Int((Double(count) / 40.96).rounded())) %" }
        return
          "\(system.name), \(Int(distance)) km: \(share(misfits.apogee)) of draws fly too short a "
          + "time for the claimed apogee, which is lowered; \(share(misfits.speed)) need more than the "
          + "claimed peak speed, which is passed"
      }
    }
  }

  /// The vacuum arc through range R and apogee H over a flat Earth: tan θ = 4 H/R, v² = g R/sin 2θ.
  static func triple(_ name: String, range: Double, apogee: Double, peak: Double) -> String? {
    let slope = 4 * apogee / range
    let sine = 2 * slope / (1 + slope * slope)
    let needed = (QuasiBallistic.gravity * range / sine).squareRoot()
    guard needed > 1.02 * peak else { return nil }
    let reach = peak * peak * sine / QuasiBallistic.gravity
    return "\(name): no free arc satisfies range, apogee and peak speed together. "
      + "\(Int((range / 1_000).rounded())) km with an apogee of \(Int((apogee / 1_000).rounded())) km "
      + "needs \(Int((needed / 10).rounded()) * 10) m/s; \(Int(peak.rounded())) m/s on the same arc "
      + "reaches \(Int((reach / 1_000).rounded())) km. Flight time and apogee are kept, the peak "
      + "speed is derived."
  }
}
