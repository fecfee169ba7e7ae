internal import Quantities

/// Rows that are no row of the file: corners of outlines, and alarms counted over a period.
extension ProposalReader {
  // MARK: outlines

  /// Rings of areas, corner by corner, at a hundredth of a degree.
  mutating func outlines() -> [[String]] {
    var rings: [String: Int] = [:]
    return table.rows.flatMap { row -> [[String]] in
      var found = ["country": word("country", row), "name": word("name", row)].compactMapValues(
        \.self)
      guard found["country"] != nil, fitCountry(&found, row) else {
        if found["country"] == nil { note("left out: no country", row) }
        return []
      }
      guard let own = row.shape?.rings, !own.isEmpty else {
        note("left out: no area", row)
        return []
      }
      return own.flatMap { ring -> [[String]] in
        let country = found["country"]!
        let number = rings[country, default: 0]
        rings[country] = number + 1
        let corners = ProposalReader.coarse(ring)
        if corners.count < ring.count {
          note("corners nearer than a hundredth of a degree are one", row)
        }
        return corners.enumerated().map { index, corner in
          [
            country, index == 0 ? found["name"] ?? "" : "", "\(number)", Json.short(corner.y),
            Json.short(corner.x),
          ]
        }
      }
    }
  }

  private static func coarse(_ ring: [SIMD2<Double>]) -> [SIMD2<Double>] {
    var kept: [SIMD2<Double>] = []
    for corner in ring {
      let turned = abs(corner.x) <= 180 ? corner.x : corner.x - (corner.x / 360).rounded() * 360
      let point = SIMD2((turned * 100).rounded() / 100, (corner.y * 100).rounded() / 100)
      if kept.last != point { kept.append(point) }
    }
    if kept.count > 1, kept.first == kept.last { kept.removeLast() }
    return kept.count >= 3 ? kept : ring
  }

  // MARK: alarms

  /// A log of sirens as counts by district: overlapping alarms of one district are one.
  mutating func alarms() -> [[String]] {
    var spans: [String: [(start: Int, end: Int)]] = [:]
    var countries: [String: String] = [:]
    for row in table.rows {
      var found = ["country": word("country", row) ?? ""]
      guard fitCountry(&found, row) else { continue }
      guard let start = word("start", row).flatMap(Moment.init),
        let end = word("end", row).flatMap(Moment.init), start < end
      else {
        note("left out: no start and end with times of day, in this order", row)
        continue
      }
      if !start.hasZone || !end.hasZone { note("times without a zone are taken as UTC", row) }
      let district = word("district", row) ?? ""
      countries[district] = found["country"]
      spans[district, default: []].append((start.seconds, end.seconds))
    }
    guard let first = spans.values.joined().map(\.start).min(),
      let last = spans.values.joined().map(\.end).max()
    else { return [] }
    let from = Day(number: first / 86_400)
    let to = Day(number: (last - 1) / 86_400 + 1)
    return spans.sorted { $0.key < $1.key }.map { district, spans in
      let whole = ProposalReader.united(spans)
      let lengths = whole.map { $0.end - $0.start }.sorted()
      let hours = Double(lengths.reduce(0, +)) / 3_600
      func minutes(_ share: Double) -> String {
        let index = Int((share * Double(lengths.count - 1)).rounded())
        return "\(Json.short((Double(lengths[index]) / 6).rounded() / 10)) min"
      }
      let found = [
        "p10": minutes(0.1), "median": minutes(0.5), "p90": minutes(0.9),
        "id": slugs.next(district.isEmpty ? countries[district]! : district, fallback: "alarms"),
        "country": countries[district]!, "district": district, "from": from.description,
        "to": to.description, "alarms": "\(whole.count)",
        "hours": Json.short((hours * 10).rounded() / 10),
        "source": constants["source"] ?? "",
        "note": "days of UTC; overlapping alarms are one",
      ]
      return kind.columns.map { found[$0] ?? "" }
    }
  }

  /// Times without overlaps, in order.
  private static func united(_ spans: [(start: Int, end: Int)]) -> [(start: Int, end: Int)] {
    spans.sorted { $0.start < $1.start }.reduce(into: []) { whole, span in
      if let last = whole.last, span.start <= last.end {
        whole[whole.count - 1].end = max(last.end, span.end)
      } else {
        whole.append(span)
      }
    }
  }
}
