internal import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// What leads to an axis: how many vehicles a day could come in, what binds them by class, and how much of the ways of those who reinforce lies
/// within reach.
struct CorridorFigures {
  let replicates: Replicates
  let index: Int
  let ways: Ways

  private var rung: OperationalRung { replicates.rung }
  private var axis: AxisUnderPosture { rung.axes[index] }
  private var inputs: [Address] { replicates.addresses(axis.columns) }

  var figures: [Figure] { capacity + reach }

  private var capacity: [Figure] {
    let goal = axis.axis.from.value
    let sites = axis.attackers.map(\.force.site)
    let rail = ways.corridor(from: sites, to: goal, byRail: true)
    let road = ways.corridor(from: sites, to: goal, byRail: false)
    guard !axis.attackers.isEmpty else { return [] }
    let stations = Set(axis.attackers.compactMap { $0.way.rail?.station }).count
    let drawn = replicates.each { draws, group, lane in
      Capacity(
        march: rung.movement.other.march(draws, group, lane),
        roads: axis.inputs.values(draws, group, lane).roads, rail: rail, stations: stations)
    }
    let lines = [("rail", rail), ("road", road)].compactMap { kind, corridor in
      corridor.map {
        replicates.plain(OperationalFigures.lines.of(kind), axis.id, Double($0.lines))
      }
    }
    let binds =
      rail == nil
      ? []
      : Capacity.Limit.allCases.map { limit in
        replicates.share(
          OperationalFigures.binds.of(limit.rawValue), axis.id,
          drawn.map { $0.map { $0.limit == limit } }, inputs)
      }
    return lines + binds
      + replicates.quantiles(
        OperationalFigures.capacity, axis.id, drawn.map { $0.map(\.vehicles) }, inputs)
  }

  /// Of the length of all ways of those who reinforce, class by class of what reaches them.
  private var reach: [Figure] {
    // each piece of a way stands for a part of its length
    let pieces = axis.defenders.flatMap { moving in
      let way = moving.way
      let length = (way.road ?? way.rail?.length ?? 0) / Double(max(1, way.track.count))
      return way.track.map { (point: $0, length: length) }
    }
    let whole = pieces.reduce(0) { $0 + $1.length }
    guard whole > 0 else { return [] }
    let addresses = rung.asides.addresses.reach.sorted()
    return Dictionary(grouping: rung.asides.reaches, by: \.kind).sorted { $0.key < $1.key }
      .flatMap { kind, reaches in
        // how near each piece is to whoever stands first, second, …: a row a system
        let near = reaches.map { reach in pieces.map { reach.apart(from: $0.point) } }
        let shares = replicates.each { draws, group, lane -> Double in
          let ranges = reaches.map { draws[$0.range, group][lane] }
          var beyond = 0.0
          for (index, piece) in pieces.enumerated() {
            var isBeyond = true
            for reach in ranges.indices where near[reach][index] <= ranges[reach] {
              isBeyond = false
            }
            if isBeyond { beyond += piece.length }
          }
          return 1 - beyond / whole
        }
        return replicates.quantiles(
          OperationalFigures.underReach.of(kind), axis.id, shares, addresses)
      }
  }
}

/// What road and rail could bring to one place in one draw.
struct Capacity: Sendable {
  /// What binds the railway, by class.
  enum Limit: String, CaseIterable, Sendable {
    /// Trains that the lines bring.
    case line
    /// Ramps at which trains are unloaded.
    case yard
    /// Ramps at which they are loaded.
    case loading
    /// A change of gauge on all of the lines.
    case gauge
  }

  /// Vehicles a day, by rail and by road.
  let vehicles: Double
  let limit: Limit

  /// - Parameters:
  ///   - rail: nil where no line leads there.
  ///   - stations: at which trains are loaded.
  init(march: March, roads: Int, rail: Ways.Corridor?, stations: Int) {
    let day = March.secondsOfADay
    let column = march.speed / march.spacing * march.day * Double(roads)
    guard let rail else {
      (vehicles, limit) = (column, .line)
      return
    }
    var trains: [(limit: Limit, count: Double)] = [
      (.line, Double(rail.lines) * day / max(march.headway, 1)),
      (.yard, Double(march.ramps) * day / march.unloading),
      (.loading, Double(stations * march.ramps) * day / march.loading),
    ]
    if rail.atChange > 0, rail.atChange == rail.lines, march.gaugeChange > 0 {
      trains.append((.gauge, Double(rail.lines * march.ramps) * day / march.gaugeChange))
    }
    let least = trains.min { $0.count < $1.count }!
    (vehicles, limit) = (column + least.count * march.trainVehicles, least.limit)
  }
}
