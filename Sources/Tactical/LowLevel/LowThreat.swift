package import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
package import Timelines

/// A system that flies low, and all formations of a posture that have it.
package struct LowThreat: Sendable {
  /// The class of the ladder, and the system.
  package let name, system: String
  /// Where each formation stands, and the radius of the area it launches from, m.
  package let launches: [(position: Position, area: Double)]
  /// The other side's choice of height above the ground, m.
  package let heights: ClosedRange<Double>
  /// Over the ground, m/s, least and most over some draws; a wind from behind is in the most.
  package let speeds: ClosedRange<Double>
  /// How far it flies, m, over the same draws.
  package let ranges: ClosedRange<Double>
  let crossSection: CrossSection
}

extension TacticalRung {
  /// What flies low in this posture, by system; nothing ballistic does.
  ///
  /// - Parameter draws: sub-samples; what is drawn spreads over them.
  package func lowThreats(under draws: DrawBlock) -> [LowThreat] {
    let groups = 0..<draws.groups
    let bySystem = Dictionary(grouping: launchers, by: \.force.system)
    return bySystem.sorted { $0.key < $1.key }.compactMap { system, launchers in
      guard let flown = launchers[0].kind as? any LevelKind else { return nil }
      let kind = flown.level
      func values(_ body: (Int) -> Lanes) -> [Double] {
        groups.flatMap { group in (0..<4).map { body(group)[$0] } }
      }
      let speeds = values { draws[kind.speed, $0] }
      let winds = values {
        let (east, north) = (draws[wind.east, $0], draws[wind.north, $0])
        return kind.drifts ? LaneMath.squareRoot(east * east + north * north) : .zero
      }
      let ranges = values { kind.reach(draws, $0) }
      return LowThreat(
        name: launchers[0].name, system: system,
        launches: launchers.map { ($0.site.position, $0.force.area.metres) },
        heights: kind.heights,
        speeds: speeds.min()!...(zip(speeds, winds).map { $0 + $1 }.max()!),
        ranges: ranges.min()!...ranges.max()!,
        crossSection: kind.crossSection)
    }
  }

  /// From what is known of a threat to the first channel going out in a country, s, draw by draw; nil where its net is
  /// not of tracks.
  package func orderTimes(
    of country: String, against toldAs: String, under draws: DrawBlock
  ) -> [Double]? {
    guard let chain = chains.first(where: { $0.country == country }) else { return nil }
    return (0..<draws.groups).flatMap { group in
      let sum = chain.decision(toldAs, draws, group) + draws[chain.dissemination, group]
      return (0..<4).map { sum[$0] }
    }
  }

  /// Seconds from a firm track to the first channel going out in a country, 10th to 90th percentile of some draws;
  /// nil where its net is not of tracks.
  package func alertDelay(
    of country: String, against threat: String, under draws: DrawBlock
  ) -> ClosedRange<Double>? {
    guard let chain = chains.first(where: { $0.country == country }) else { return nil }
    let sums = (0..<draws.groups).flatMap { group in
      let sum = chain.delay(threat, draws, group)
      return (0..<4).map { sum[$0] }
    }
    let sorted = sums.sorted()
    return sorted[sorted.count / 10]...sorted[sorted.count - 1 - sorted.count / 10]
  }
}
