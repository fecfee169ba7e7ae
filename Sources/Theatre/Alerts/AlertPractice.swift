internal import Kernels
internal import Quantities
internal import Scenarios

/// Turns the log of alerts into claims: every row counts once, however it is graded, if it is believed at all.
///
/// **Partial pooling.** A country's own rows of a class count one each. Rows of other countries under rules of the same
/// kind count as `lent` rows together at most, rows of other classes whose orders are given alike as `lentAcross`, and what
/// `scenario.yaml` states (usual practice, plans, assumptions) as `Law.stated`: a country without a row of its own
/// leans on the others and on statements, one with ten hardly. Where countries differ more than the events of one country
/// do, the others count less for one that has rows of its own, and its own rows are as narrow as events of one country
/// (`CountrySpread`).
///
/// **Spread.** A row stands for events like it, so it is a kernel, not a point (`Pool`).
package struct AlertPractice {
  /// Most that the rows of other countries count together.
  static let lent = 3.0
  /// And the least: one row of its own does not silence all others.
  static let leastLent = 1.0
  /// The same of rows of other classes that are ordered alike.
  static let lentAcross = 1.0
  /// What stands for an alert that never goes out, s.
  static let never = 86_400.0

  private let document: Document
  private let sources: [String: Source]
  let rows: [Document.AlertRow]

  init(_ document: Document, _ sources: [String: Source]) {
    (self.document, self.sources) = (document, sources)
    rows = document.alerts.filter { AlertPractice.isBelieved(sources[$0.source]) }
  }

  /// Whether a report is believed: not from a source known to be unreliable, and not improbable.
  static func isBelieved(_ source: Source?) -> Bool {
    guard let source else { return false }
    return source.reliability != .unreliable && source.credibility != .improbable
  }

  /// Rows of a class under rules of this kind, with their weight for a country.
  ///
  /// - Parameter threats: the class itself, then others that are told of in the same way.
  private func samples(
    of threats: [String], country: String, rules: Document.Rules,
    onLogarithm: Bool, _ segment: (Document.AlertRow) -> ClosedRange<Double>?
  ) -> [Pool.Sample] {
    let said = rows.filter {
      threats.contains($0.threat) && ($0.rules == .peace) == (rules == .peace)
    }.compactMap { row in segment(row).map { (row: row, range: $0) } }
    let across = said.count { $0.row.threat != threats[0] }
    let others = said.count { $0.row.threat == threats[0] && $0.row.country != country }
    let own = said.count { $0.row.threat == threats[0] && $0.row.country == country }
    let spread =
      own > 0
      ? CountrySpread(
        said.filter { $0.row.threat == threats[0] && !$0.row.isNever }.map {
          ($0.row.country, ($0.range.lowerBound + $0.range.upperBound) / 2)
        }, onLogarithm: onLogarithm) : nil
    let lent = min(AlertPractice.lent, max(AlertPractice.leastLent, spread?.likeness ?? .infinity))
    return said.map { row, range in
      var sample = Pool.Sample(row, range)
      if row.threat != threats[0] {
        sample.weight = min(1, AlertPractice.lentAcross / Double(across))
      } else if row.country != country {
        sample.weight = min(1, lent / Double(others))
      } else {
        sample.width = spread?.width(of: own)
      }
      return sample
    }
  }
}

// MARK: where it goes

extension AlertPractice {
  /// Claims of the log with the draw kind and the legal values of their addresses.
  struct Told {
    var claims: [Claim] = []
    /// Statements that are written under another address and belong to this one too.
    var borrowed: [Address: [Claim]] = [:]
    var kinds: [Address: InputKind] = [:]
    var ranges: [Address: ClosedRange<Double>] = [:]
    /// What hands that are written count beside the log, a share of the draws.
    var handsShares: [Address: Double] = [:]
  }

  /// What the log says of every country that has a place.
  func told(_ chains: [String: Theatre.Chain]) -> Told {
    var told = Told()
    AlarmPractice(document.alarms, sources).tell(document.places, &told)
    guard !rows.isEmpty else { return told }
    for country in Set(document.places.map(\.country)).sorted() {
      let chain = chains[country] ?? chains[""]!
      for rule in document.practice {
        if chain.net == .reported {
          tellNet(rule, country, chain.rules, &told)
        } else {
          tellDecision(rule, country, chain, &told)
        }
      }
    }
    for rule in document.practice where rule.segment == .afterTakeOff { tellLeads(rule, &told) }
    return told
  }

  /// From the take-off of a carrier to its launch: as the log has it, less the flight from where it usually lets go.
  private func tellLeads(_ rule: PracticeRule, _ told: inout Told) {
    let flight = rule.released.map { AlertPractice.flight($0, rule) } ?? 0...0
    let samples = rows.filter { $0.threat == rule.threat && $0.sign == .takeOff }.compactMap {
      row -> Pool.Sample? in
      row.span(from: .sign, to: .arrival).map {
        let low = max(0, $0.lowerBound - flight.upperBound)
        return Pool.Sample(row, low...max(low, $0.upperBound - flight.lowerBound))
      }
    }
    guard !samples.isEmpty else { return }
    for system in document.systems where system.toldAs == rule.threat {
      let address = Address("catalogue", system.id, "takeoff_lead")
      guard document.kinds[address] != nil else { continue }
      told.claims += Pool.claims(samples, address, unit: "s", onLogarithm: true)
    }
  }

  private func tellNet(
    _ rule: PracticeRule, _ country: String, _ rules: Document.Rules, _ told: inout Told
  ) {
    guard let field = document.reportedFields[rule.threat] else { return }
    let address = Address("net", country.lowercased(), rule.threat)
    // a country's other missiles that are told of by their launch say something of this class there
    let alike = document.practice.filter {
      $0.segment == rule.segment && rule.segment == .afterLaunch && $0.threat != rule.threat
    }
    let segments = Dictionary(
      uniqueKeysWithValues: (alike + [rule]).map { ($0.threat, segment($0)) })
    let samples = samples(
      of: [rule.threat] + alike.map(\.threat), country: country, rules: rules,
      onLogarithm: !rule.isMissile
    ) { row in
      row.threat == rule.threat || row.country == country ? segments[row.threat]!(row) : nil
    }
    let claims = Pool.claims(
      samples, address, unit: field.units.first!.key,
      onLogarithm: !rule.isMissile)
    guard !claims.isEmpty else { return }
    told.claims += claims
    if !document.claims.contains(where: { $0.address == address }) {
      told.borrowed[address] = statements([Address("net", "reported", rule.threat)])
    }
    (told.kinds[address], told.ranges[address]) = (field.kind, field.range)
  }

  private func tellDecision(
    _ rule: PracticeRule, _ country: String, _ chain: Theatre.Chain, _ told: inout Told
  ) {
    let owner = country.lowercased()
    let own = Address("alert", owner, "decision")
    let hasHands = !chain.hands(against: rule.threat).isEmpty
    // countries of which nothing of their own is known share one law
    let isOwn =
      hasHands || rows.contains { $0.country == country && $0.threat == rule.threat }
      || document.claims.contains { $0.address == own }
    let address =
      isOwn
      ? Address("alert", "\(owner).\(rule.threat)", "decision")
      : Address("alert", rule.threat, "decision")
    guard told.kinds[address] == nil else { return }
    let threats =
      [rule.threat]
      + document.practice.filter { $0.isMissile == rule.isMissile && $0.threat != rule.threat }
      .map(\.threat)
    let samples = samples(
      of: threats, country: country, rules: chain.rules, onLogarithm: true,
      decision(
        cue: usual("cue_delay", owner), dissemination: usual("dissemination", owner)))
    guard !samples.isEmpty else { return }
    told.claims += Pool.claims(samples, address, unit: "s", onLogarithm: true)
    if hasHands {
      // the hands are the statement
      let done = samples.reduce(0) { $0 + $1.weight }
      told.handsShares[address] = Law.stated / (Law.stated + done)
    } else {
      // what flies low gives no cue: a duration from one says nothing of it
      told.borrowed[address] = statements([own, Address("alert", "decision")]).filter {
        rule.isMissile || !["launch", "cue"].contains($0.link?.from)
      }
    }
    told.kinds[address] = .chance
    told.ranges[address] = 0...AlertPractice.never
  }

  /// The statements of the first address that has any.
  private func statements(_ addresses: [Address]) -> [Claim] {
    addresses.lazy.map { from in document.claims.filter { $0.address == from } }
      .first { !$0.isEmpty } ?? []
  }

  /// The likely value of a link of a country's chain, or of everybody's; the mean of what is stated.
  private func usual(_ field: String, _ owner: String) -> Double {
    for address in [Address("alert", owner, field), Address("alert", field)] {
      let said = document.claims.filter { $0.address == address }.map(\.range.likely)
      if !said.isEmpty { return said.reduce(0, +) / Double(said.count) }
    }
    return 0
  }
}
