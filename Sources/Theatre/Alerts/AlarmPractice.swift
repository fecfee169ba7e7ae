internal import Kernels
internal import Quantities
internal import Scenarios

/// Turns counted alarms into claims, district by district: how many a month, how long one lasts, and the mean of a month's.
///
/// A district's own periods count one each, those of the other districts of its country `AlertPractice.lent` together;
/// districts without a count of their own share one law. Counts of a class are the country's.
struct AlarmPractice {
  /// Fields that counts make, with their units, and the most that is drawn.
  private static let fields: [(name: String, unit: String, most: Double)] = [
    ("alarms", "", 100_000), ("alarm_length", "s", 10_000_000), ("alarm_mean", "s", 10_000_000),
  ]

  private let rows: [Document.AlarmRow]

  init(_ rows: [Document.AlarmRow], _ sources: [String: Source]) {
    self.rows = rows.filter { AlertPractice.isBelieved(sources[$0.source]) }
  }

  /// The owner of a district's counts in an address: `ua.kyiv-oblast`.
  static func owner(_ country: String, district: String) -> String {
    let slug = String(
      district.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    return Address.isIdentifier(slug)
      ? "\(country.lowercased()).\(slug)"
      : "\(country.lowercased()).district-\(Fnv.hash(district.utf8) % 1_000_000)"
  }

  func tell(_ places: [Document.Place], _ told: inout AlertPractice.Told) {
    for country in Set(rows.map(\.country)).sorted() {
      guard places.contains(where: { $0.country == country }) else { continue }
      let owner = country.lowercased()
      let counted = Set(rows.filter { $0.country == country && $0.threat.isEmpty }.map(\.district))
      for district in Set(places.filter { $0.country == country }.map(\.district)).sorted()
      where counted.contains(district) {
        tell(country, district, AlarmPractice.owner(country, district: district), &told)
      }
      tell(country, nil, owner, &told)
      for threat in Set(rows.filter { $0.country == country }.map(\.threat)).sorted()
      where !threat.isEmpty {
        tellClass(threat, country, &told)
      }
    }
  }

  private func tell(
    _ country: String, _ district: String?, _ owner: String, _ told: inout AlertPractice.Told
  ) {
    let samples = samples(country, district)
    for (index, field) in AlarmPractice.fields.enumerated() where !samples[index].isEmpty {
      let address = Address("alert", owner, field.name)
      told.claims += Pool.claims(samples[index], address, unit: field.unit, onLogarithm: true)
      told.kinds[address] = .chance
      told.ranges[address] = 0...field.most
    }
  }

  private func tellClass(
    _ threat: String, _ country: String, _ told: inout AlertPractice.Told
  ) {
    let address = Address("alert", "\(country.lowercased()).\(threat)", "alarms")
    let samples = rows.filter { $0.country == country && $0.threat == threat }.compactMap {
      Pool.Sample($0, $0.perMonth)
    }
    guard !samples.isEmpty else { return }
    told.claims += Pool.claims(samples, address, unit: "", onLogarithm: true)
    told.kinds[address] = .chance
    told.ranges[address] = 0...AlarmPractice.fields[0].most
  }

  /// What counts say of a district: number a month, length of one, mean of a month's; of a district without counts what
  /// the others of its country lend.
  private func samples(_ country: String, _ district: String?) -> [[Pool.Sample]] {
    let own = rows.filter { $0.country == country && $0.threat.isEmpty && !$0.district.isEmpty }
    func pooled(_ value: (Document.AlarmRow) -> Pool.Sample?) -> [Pool.Sample] {
      let said = own.compactMap { row in value(row).map { (row.district, $0) } }
      let others = said.count { $0.0 != district }
      return said.map { place, sample in
        var sample = sample
        if place != district { sample.weight = min(1, AlertPractice.lent / Double(others)) }
        return sample
      }
    }
    return [
      pooled { Pool.Sample($0, $0.perMonth) },
      pooled { row in
        row.length.flatMap { length in
          Pool.Sample(row, length.median).map {
            var sample = $0
            // ten and ninety percent of a normal law lie 2.563 deviations apart
            sample.within = naturalLogarithm(length.p90 / length.p10) / 2.563_1
            return sample
          }
        }
      },
      pooled { row in
        row.hours.flatMap { row.count > 0 ? Pool.Sample(row, $0 * 3_600 / row.count) : nil }
      },
    ]
  }
}

extension Pool.Sample {
  /// A count; nil where it is nought, of which no factor can be told.
  init?(_ row: Document.AlarmRow, _ value: Double) {
    guard value > 0 else { return nil }
    self.init(
      id: row.id, source: row.source, span: row.span,
      note:
        "\(row.district.isEmpty ? row.country : row.district), \(row.from) to \(row.to): row \(row.id) of the counted alarms",
      range: value...value)
  }
}
