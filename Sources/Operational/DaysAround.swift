internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
public import Theatre
internal import Timelines

/// How long a lone unit takes from towns to where forces of an axis close up: lines of equal days as towns have them.
public struct DaysAround: Sendable {
  public struct Town: Sendable {
    public let town: Environment.Town
    /// Half of the draws take less; nil where half of them find no way.
    public let days: Double?
  }

  /// What kind of unit moves.
  public let unit: String
  /// In order of days, then of name; those without a way last.
  public let towns: [Town]
}

extension OperationalSlice {
  /// From the order on, for one unit of the kind that could be pre-positioned, or of the scenario's first formation there: its notice, loading, the
  /// way and its own length. Nobody else is on the way.
  ///
  /// - Parameters:
  ///   - axis: its id.
  ///   - least: inhabitants; smaller towns are left out.
  /// - Returns: nil where there is no such axis, or no formation of its countries.
  public func daysAround(
    _ axis: String, under posture: Theatre.Posture, least: Int, seed: UInt64
  ) -> DaysAround? {
    guard let index = operations.axes.firstIndex(where: { $0.id == axis }) else { return nil }
    let rung = OperationalRung(
      theatre, operations.axes, ways(under: posture), posture: posture)
    let own = rung.axes[index]
    let first = own.attackers.first
    guard let unit = rung.asides.prepositioned ?? first?.inputs else { return nil }
    let system = operations.prepositioned?.value ?? first?.force.system ?? ""
    let ways = ways(under: posture)
    let movement = rung.movement.other
    let draws = drawing.blocks(of: rung.inputs, seed: seed)(0, 0, 64)
    let found = towns.filter { $0.population >= least && own.axis.countries.contains($0.country) }
      .map { town -> DaysAround.Town in
        let way = ways.way(
          from: town.position, known: .kilometres(5), to: own.axis.from.value)
        let times = (0..<draws.groups).flatMap { group in
          (0..<4).map { lane -> Double in
            let mover = unit.mover(
              way, detour: movement.detour(draws, group, lane), isStored: false, draws, group, lane)
            return Closing([mover], movement.march(draws, group, lane), roads: 1).arrivals[0]
          }
        }.sorted()
        let middle = times[times.count / 2]
        return DaysAround.Town(town: town, days: middle < .infinity ? March.days(middle) : nil)
      }
    return DaysAround(
      unit: theatre.systems[system]?.name ?? system,
      towns: found.sorted {
        ($0.days ?? .infinity, $0.town.name) < ($1.days ?? .infinity, $1.town.name)
      })
  }
}
