internal import Findings
internal import Geodesy
internal import Quantities
internal import Scenarios
internal import Theatre

/// Where arrivals come before any alert, by region and a class of width, and what kind of sensor closes
/// the gap. Regions are whole districts, or 25 km and more; no way through is told.
extension LowStudy {
  /// Hexagons at the edge of the countries through which gaps are counted.
  func gaps(_ outcomes: [Outcome]) -> [Results.LowLevel.Gap] {
    let after = theatre.headline.after.value
    return classes.compactMap { threat in
      func find(_ variant: Variant) -> Outcome? {
        outcomes.first { $0.posture == after && $0.threat == threat && $0.variant == variant }
      }
      guard let plain = find(Variant(isDark: true, hasNet: false)),
        let filled = find(Variant(isDark: true, hasNet: true))
      else { return nil }
      return sentence(plain, filled).map { Results.LowLevel.Gap(threat: threat, words: $0) }
    }
  }

  private func sentence(_ plain: Outcome, _ filled: Outcome) -> String? {
    let open = plain.left.filter { $0.value == .unalerted }.map(\.key)
    guard !open.isEmpty else { return nil }
    let closed = open.filter { filled.left[$0] != .unalerted }.count
    let groups = connected(Set(open)).map { (names($0), LowStudy.width($0.count, hexes.width)) }
    let named = groups.prefix(4).map { "\($0.0) (\($0.1))" }
    let share = Int((100 * Double(closed) / Double(open.count)).rounded())
    return
      "without an alert at the dark end in \(open.count) of \(told.count) hexagons, around "
      + named.joined(separator: "; ")
      + ". Low-level gap-fillers on masts would close \(share) % of them"
      + (share < 50 ? "; the rest needs sensors that look down." : ".")
  }

  /// Hexagons that touch, largest group first.
  private func connected(_ open: Set<HexGrid.Hex>) -> [[HexGrid.Hex]] {
    var left = open
    var groups: [[HexGrid.Hex]] = []
    for hex in open.sorted() where left.contains(hex) {
      var (group, queue) = ([HexGrid.Hex](), [hex])
      left.remove(hex)
      while let next = queue.popLast() {
        group.append(next)
        for (dq, dr) in [(1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, 1)] {
          let other = HexGrid.Hex(q: next.q + dq, r: next.r + dr)
          if left.remove(other) != nil { queue.append(other) }
        }
      }
      groups.append(group)
    }
    return groups.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  /// Countries of a group, and the places of the scenario in it with most people.
  private func names(_ group: [HexGrid.Hex]) -> String {
    let here = Set(group)
    let places = theatre.places.filter { countries.contains($0.country) }
    let inside = zip(places, plane.projection.project(places.map(\.position)))
      .filter { here.contains(hexes.hex($0.1)) }.map(\.0)
      .sorted { ($1.population, $0.id) < ($0.population, $1.id) }
    guard !inside.isEmpty else { return "a stretch without a place of the scenario" }
    return inside.prefix(3).map(\.name).joined(separator: ", ")
  }

  /// Classes of width, by the side of a square as large.
  private static func width(_ count: Int, _ width: Double) -> String {
    let side = (Double(count) * 0.866).squareRoot() * width / 1_000
    return side < 50 ? "under 50 km wide" : side < 150 ? "50 to 150 km wide" : "over 150 km wide"
  }
}
