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
  public let contradictions: ByUse
  /// Addresses all of whose claims cite nobody.
  public let unsourced: ByUse
  /// Claims that this scenario uses, and how many of them cite nobody, come from a maker, or are lone figures.
  public let claims, uncited, makers, lone: Int
  /// Sites whose radar has a sector but no facing: taken as turned to every threat.
  public let turned: [String]
  /// Radars of which nobody says how high the ground under them is: unless fine terrain says it, they stand on the hill that
  /// is assumed, in words.
  public let hills: [String]
  public let assumedHill: String
  /// What was done beside what is stated, one sentence an input.
  public let practice: [String]
  /// Orders that pass through several hands, one sentence a country and class.
  public let hands: [String]
  /// Countries and classes of which nobody would be told.
  public let silent: [String]

  /// Findings about what this scenario uses, and about systems that no posture has.
  public struct ByUse: Sendable {
    public let used, elsewhere: [String]
    /// Both, what is used first.
    public var all: [String] { used + elsewhere }
  }

  public init(_ scenario: Scenario) {
    let bibliography = scenario.theatre.bibliography
    (practice, silent) = (Review.practice(scenario), Review.silent(scenario))
    hands = Review.hands(scenario)
    warnings = scenario.warnings
    let isUsed = scenario.theatre.mayUse
    let all = bibliography.claims
    let used = all.filter { isUsed($0.address) }
    claims = used.count
    uncited = used.filter { !bibliography.isSourced($0) }.count
    makers = used.filter { $0.source.flatMap { bibliography.sources[$0] }?.isMaker ?? false }.count
    lone = used.filter(\.spreadIsAssumed).count
    let bare = Dictionary(grouping: all, by: \.address)
      .filter { !$0.value.contains(where: bibliography.isSourced) }.keys.sorted()
    unsourced = ByUse(
      used: bare.filter(isUsed).map(\.description),
      elsewhere: bare.filter { !isUsed($0) }.map(\.description))
    let theatre = scenario.theatre
    let disputed = bibliography.contradictions().map(\.address)
    let systems = theatre.systems.values.sorted { $0.id < $1.id }
    func contradictions(where isAsked: (Address) -> Bool) -> [String] {
      let asked = systems.filter { isAsked(Address("catalogue", $0.id, "range")) }
      return disputed.filter(isAsked).map { Review.paragraph(scenario, $0) }
        + asked.compactMap { Review.triple($0, theatre) }
        + asked.compactMap { Review.misfits($0, theatre) }
    }
    self.contradictions = ByUse(
      used: contradictions(where: isUsed), elsewhere: contradictions { !isUsed($0) })
    hills = theatre.sites.values.filter { site in
      site.ground == nil
        && site.system.flatMap { theatre.systems[$0]?.kind } == TacticalKinds.groundRadar
    }.map(\.id).sorted()
    assumedHill = TacticalKinds.assumedHill(theatre)
    turned = theatre.sites.values.filter { site in
      guard let system = site.system else { return false }
      return site.facing == nil
        && theatre.catalogueAddress(system, "sector", under: nil) != nil
    }.map(\.id).sorted()
  }

  /// What everybody says of one input, and how often the draws follow each of them.
  private static func paragraph(_ scenario: Scenario, _ address: Address) -> String {
    let bibliography = scenario.theatre.bibliography
    guard let law = bibliography.laws[address] else { return address.description }
    let parts = address.description.split(separator: ".").map(String.init)
    let owner =
      parts[0] == "catalogue" ? scenario.theatre.systems[parts[1]]?.name ?? parts[1] : parts[1]
    let field = parts.last!.replacing("_", with: " ")
    let said = law.components.sorted {
      ($0.distribution.likely, $0.claim ?? "") < ($1.distribution.likely, $1.claim ?? "")
    }.map { component -> String in
      let claim = component.claim.flatMap { bibliography.claim($0) }
      let source = claim?.source.flatMap { bibliography.sources[$0] }
      let who =
        source.map { $0.isMaker ? "\($0.id), a maker's own claim," : $0.id }
        ?? "nobody in particular"
      let share = Int((component.weight * 100).rounded())
      return "\(who) says \(claim?.words ?? "a law of its own") (\(share) % of draws)"
    }
    let together =
      law.sets == nil
      ? ""
      : " Where one source also speaks of its other figures, it is believed for them in the same draws."
    return "\(address): the \(field) of \(owner) is not agreed. \(Review.list(said)). "
      + "All of them stay in the draws.\(together)"
  }

  /// `a; b; c`, the first letter large.
  private static func list(_ items: [String]) -> String {
    let text = items.joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Range, apogee and speed of a quasi-ballistic system at their likely values.
  private static func triple(_ system: Document.System, _ theatre: Theatre) -> String? {
    func likely(_ field: String) -> Double? {
      theatre.law(of: system.id, field, under: nil).map(middle)
    }
    guard system.kind == "quasi-ballistic", let range = likely("range"),
      let apogee = likely("apogee"), let peak = likely("peak_speed")
    else { return nil }
    return triple(system.name, range: range, apogee: apogee, peak: peak)
  }

  /// The likely value that half of the weight lies below.
  private static func middle(_ law: Law) -> Double {
    var weight = 0.0
    let ordered = law.components.sorted { $0.distribution.likely < $1.distribution.likely }
    for component in ordered {
      weight += component.weight
      if weight >= 0.5 - 1e-9 { return component.distribution.likely }
    }
    return law.likely
  }

  /// Shares of 4 096 draws that had to be projected to a flight that is possible.
  private static func misfits(_ system: Document.System, _ theatre: Theatre) -> String? {
    guard let probe = FlightProbe(system.id, theatre: theatre) else { return nil }
    let draws = DrawBlock.drawn(for: probe.inputs, seed: 1, count: 4_096)
    let lines = [0.4, 0.6, 0.95].map { part in
      let distance = (probe.range.kilometres * part / 5).rounded() * 5
      let misfits = probe.misfits(over: .kilometres(distance), draws)
      func share(_ count: Int) -> String { "\(Int((Double(count) / 40.96).rounded())) %" }
      return "over \(Int(distance)) km \(share(misfits.apogee)) and \(share(misfits.speed))"
    }
    return
      "\(system.name): the published mean speed leaves too little time for the claimed apogee, or takes more than the "
      + "claimed peak speed, which is then passed: \(lines.joined(separator: ", ")) of draws. Where the apogee does not "
      + "fit, half of the draws fly it and take longer, the others keep the time and stay lower (`catalogue.\(system.id).yields`)."
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
