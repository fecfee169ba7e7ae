internal import Kernels
internal import Quantities
internal import Scenarios

/// Turns the log of alerts into claims: every row counts once, however it is graded, if it is believed at all.
///
/// **Partial pooling.** A country's own rows of a class count one each. Rows of other countries under rules of the same
/// kind count as `lent` rows together at most, rows of other classes whose orders are given alike as `lentAcross`, and what
/// `scenario.yaml` states (usual practice, plans, assumptions) as `Law.stated`: a country without a row of its own
/// leans on the others and on statements, one with ten hardly.
///
/// **Spread.** A row stands for events like it, so it is a kernel, not a point, as wide as the next event may differ: few
/// rows make wide kernels (`width`), on the logarithm where the segment is positive, and with what the rounding of
/// its times leaves open.
package struct AlertPractice {
  /// Most that the rows of other countries count together.
  static let lent = 3.0
  /// The same of rows of other classes that are ordered alike.
  static let lentAcross = 1.0
  /// Width of a row that stands alone, as a share of its value (on the logarithm a factor e), and the least width,
  /// s or m as its segment: nothing is known of how such events differ.
  static let loneShare = 1.0
  static let leastWidth = 30.0
  /// What stands for an alert that never goes out, s.
  static let never = 86_400.0

  /// What a row says of a segment.
  private struct Sample {
    let row: Document.AlertRow
    let range: ClosedRange<Double>
    /// 1 for the country's own.
    var weight = 1.0

    var middle: Double { (range.lowerBound + range.upperBound) / 2 }
    var half: Double { (range.upperBound - range.lowerBound) / 2 }
  }

  private let document: Document
  let rows: [Document.AlertRow]

  init(_ document: Document, _ sources: [String: Source]) {
    self.document = document
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
    _ segment: (Document.AlertRow) -> ClosedRange<Double>?
  ) -> [Sample] {
    var all = rows.filter {
      threats.contains($0.threat) && ($0.rules == .peace) == (rules == .peace)
    }.compactMap { row in segment(row).map { Sample(row: row, range: $0) } }
    let across = all.count { $0.row.threat != threats[0] }
    let others = all.count { $0.row.threat == threats[0] && $0.row.country != country }
    for i in all.indices {
      if all[i].row.threat != threats[0] {
        all[i].weight = min(1, AlertPractice.lentAcross / Double(across))
      } else if all[i].row.country != country {
        all[i].weight = min(1, AlertPractice.lent / Double(others))
      }
    }
    return all
  }

  /// The claims that samples make for an address.
  ///
  /// - Parameter onLogarithm: whether what is positive differs by factors rather than by sums.
  private func claims(
    _ samples: [Sample], _ address: Address, unit: String, onLogarithm: Bool
  ) -> [Claim] {
    let middles = samples.filter { !$0.row.isNever }.map(\.middle)
    let width = AlertPractice.width(
      onLogarithm ? middles.filter { $0 > 0 }.map(naturalLogarithm) : middles)
    return samples.map { sample in
      let law: Distribution
      if sample.row.isNever {
        law = .constant(AlertPractice.never)
      } else if onLogarithm, sample.middle > 0 {
        let own = width ?? AlertPractice.loneShare
        let rounding = sample.half / sample.middle / 3.0.squareRoot()
        law = .lognormal(
          median: sample.middle, factor: exponential((own * own + rounding * rounding).squareRoot())
        )
      } else {
        let lone = max(AlertPractice.leastWidth, AlertPractice.loneShare * abs(sample.middle))
        let own = onLogarithm ? lone : width ?? lone
        law = .normal(
          mean: sample.middle, spread: (own * own + sample.half * sample.half / 3).squareRoot())
      }
      return Claim(
        id: "\(address)#\(sample.row.id)", address: address, statement: .law(law),
        source: sample.row.source, span: sample.row.span, unit: unit,
        note: "\(sample.row.place), \(sample.row.date): row \(sample.row.id) of the log of alerts",
        events: sample.weight)
    }
  }

  /// Width of a kernel with which the mixture of `n` values is as wide as Student's prediction of one more value:
  /// s √(f² − 1), f = t₀.₉(n − 1) √(1 + 1/n) / z₀.₉ (Hahn and Meeker, Statistical Intervals, 1991, 4.7), for the 80 % band
  /// of normal values. Nil for fewer than two values, or equal ones.
  package static func width(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)).squareRoot()
    guard deviation > 0 else { return nil }
    let factor = student(values.count - 1) * (1 + 1 / n).squareRoot() / 1.2816
    return deviation * (factor * factor - 1).squareRoot()
  }

  /// The 90th percentile of Student's distribution: published tables to ten degrees of freedom, then the expansion of
  /// Abramowitz and Stegun 26.7.5 (within 0.001).
  package static func student(_ freedom: Int) -> Double {
    let table = [3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372]
    if freedom <= table.count { return table[freedom - 1] }
    let (z, v) = (1.281_551_6, Double(freedom))
    return z + (z * z * z + z) / (4 * v) + (5 * z * z * z * z * z + 16 * z * z * z + 3 * z)
      / (96 * v * v)
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
  }

  /// What the log says of every country that has a place.
  func told(_ chains: [String: Theatre.Chain]) -> Told {
    var told = Told()
    guard !rows.isEmpty else { return told }
    for country in Set(document.places.map(\.country)).sorted() {
      let chain = chains[country] ?? chains[""]!
      for rule in document.practice {
        if chain.net == .reported {
          tellNet(rule, country, chain.rules, &told)
        } else {
          tellDecision(rule, country, chain.rules, &told)
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
      row -> Sample? in
      row.span(from: .sign, to: .arrival).map {
        let low = max(0, $0.lowerBound - flight.upperBound)
        return Sample(row: row, range: low...max(low, $0.upperBound - flight.lowerBound))
      }
    }
    guard !samples.isEmpty else { return }
    for system in document.systems where system.toldAs == rule.threat {
      let address = Address("catalogue", system.id, "takeoff_lead")
      guard document.kinds[address] != nil else { continue }
      told.claims += claims(samples, address, unit: "s", onLogarithm: true)
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
      of: [rule.threat] + alike.map(\.threat), country: country, rules: rules
    ) { row in
      row.threat == rule.threat || row.country == country ? segments[row.threat]!(row) : nil
    }
    let claims = claims(
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
    _ rule: PracticeRule, _ country: String, _ rules: Document.Rules, _ told: inout Told
  ) {
    let owner = country.lowercased()
    let own = Address("alert", owner, "decision")
    // countries of which nothing of their own is known share one law
    let isOwn =
      rows.contains { $0.country == country && $0.threat == rule.threat }
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
      of: threats, country: country, rules: rules,
      decision(
        cue: usual("cue_delay", owner), dissemination: usual("dissemination", owner)))
    guard !samples.isEmpty else { return }
    told.claims += claims(samples, address, unit: "s", onLogarithm: true)
    told.borrowed[address] = statements([own, Address("alert", "decision")])
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
