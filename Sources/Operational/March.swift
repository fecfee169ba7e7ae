internal import Kernels

/// How a side moves in one draw, SI.
package struct March: Sendable {
  /// Of a column on the road, the road that each vehicle takes, and the time on the move in a day.
  let speed, spacing, day: Double
  let railFrom, railSpeed: Double
  /// Share of the vehicles on wheels that march although the others go by rail.
  let wheelsOnRoad: Double
  let trainVehicles: Double
  let loading, unloading: Double
  let ramps: Int
  /// Time between two trains that a line brings.
  let headway: Double
  let trainSets: Int
  let gaugeChange: Double

  package init(
    speed: Double, spacing: Double, day: Double, railFrom: Double, railSpeed: Double,
    wheelsOnRoad: Double, trainVehicles: Double, loading: Double, unloading: Double, ramps: Int,
    headway: Double, trainSets: Int, gaugeChange: Double
  ) {
    (self.speed, self.spacing, self.day) = (speed, spacing, day)
    (self.railFrom, self.railSpeed, self.wheelsOnRoad) = (railFrom, railSpeed, wheelsOnRoad)
    (self.trainVehicles, self.loading, self.unloading) = (trainVehicles, loading, unloading)
    (self.ramps, self.headway, self.trainSets) = (ramps, headway, trainSets)
    self.gaugeChange = gaugeChange
  }

  static let secondsOfADay = 86_400.0

  /// How long a column is on the way, with so much time on the move in a day: whole days but for the last one.
  package func elapsed(moving time: Double) -> Double {
    guard day < March.secondsOfADay else { return time }
    let days = max(0, (time / day).rounded(.up) - 1)
    return days * March.secondsOfADay + time - days * day
  }

  /// Road that so many vehicles take, m.
  func column(_ vehicles: Double) -> Double {
    MarchColumn.length(vehicles: vehicles, interval: spacing)
  }
}

/// A formation on its way in one draw.
package struct Mover: Sendable {
  let men: Double
  /// Vehicles on tracks and on wheels.
  let tracks, wheels: Double
  /// From the order until it can move.
  let notice: Double
  /// Share of its strength at the order, and in which time what it lacks shrinks to 37 %; infinite makes nothing good.
  let strength, recovery: Double
  let way: Way

  package init(
    men: Double, tracks: Double, wheels: Double, notice: Double, strength: Double = 1,
    recovery: Double = .infinity, way: Way
  ) {
    (self.men, self.tracks, self.wheels, self.notice) = (men, tracks, wheels, notice)
    (self.strength, self.recovery, self.way) = (strength, recovery, way)
  }

  var vehicles: Double { tracks + wheels }

  func strength(at time: Double) -> Double {
    strength >= 1 || recovery == .infinity
      ? strength : 1 - (1 - strength) * exponential(-time / recovery)
  }
}

/// Closing up: when each formation stands where it goes, with trains, ramps, lines and roads shared between all.
///
/// Event by event, in order of time and, at one time, of the formations: the same movers always give the same times. A train waits for
/// a set of wagons, for a ramp at its station, for the line's headway at the end of its way and for a ramp there; then the set goes back for
/// the next. Columns come in on so many roads side by side, one behind the other on each.
package struct Closing: Sendable {
  /// By mover, s after the order; infinite where no way leads there.
  package let arrivals: [Double]

  package init(_ movers: [Mover], _ march: March, roads: Int) {
    var arrivals = [Double](repeating: .infinity, count: movers.count)
    var trains: [Train] = []
    var columns: [(head: Double, length: Double, mover: Int)] = []
    func send(_ index: Int, _ vehicles: Double, over road: Double) {
      // who stands there already takes no road
      let length = road == 0 ? 0 : march.column(vehicles)
      let head = movers[index].notice + march.elapsed(moving: road / march.speed)
      columns.append((head, length, index))
    }
    for (index, mover) in movers.enumerated() {
      if let rail = mover.way.rail, mover.way.road.map({ $0 > march.railFrom }) ?? true {
        let onRoad = mover.way.road == nil ? 0 : mover.wheels * march.wheelsOnRoad
        if onRoad > 0, let road = mover.way.road { send(index, onRoad, over: road) }
        let count = max(1, ((mover.vehicles - onRoad) / march.trainVehicles).rounded(.up))
        for _ in 0..<Int(count) {
          trains.append(Train(mover: index, ready: mover.notice, rail: rail))
        }
      } else if let road = mover.way.road {
        send(index, mover.vehicles, over: road)
      }
    }
    Closing.run(trains, march, into: &arrivals)
    var free = [Double](repeating: 0, count: max(1, roads))
    for column in columns.sorted(by: { ($0.head, $0.mover) < ($1.head, $1.mover) }) {
      guard column.length > 0 else {
        Closing.note(column.head, of: column.mover, in: &arrivals)
        continue
      }
      let road = free.indices.min { (free[$0], $0) < (free[$1], $1) }!
      free[road] =
        max(column.head, free[road])
        + MarchColumn.passTime(length: column.length, speed: march.speed)
      Closing.note(free[road], of: column.mover, in: &arrivals)
    }
    self.arrivals = arrivals
  }

  /// When so many men have closed up, whatever their strength; infinite where they never have.
  func time(of men: Double, _ movers: [Mover]) -> Double {
    var sum = 0.0
    let order = arrivals.indices.filter { arrivals[$0] < .infinity }
      .sorted { (arrivals[$0], $0) < (arrivals[$1], $1) }
    for mover in order {
      sum += movers[mover].men
      if sum >= men { return arrivals[mover] }
    }
    return .infinity
  }

  /// A formation stands there when the last of it does.
  private static func note(_ time: Double, of mover: Int, in arrivals: inout [Double]) {
    arrivals[mover] = arrivals[mover] == .infinity ? time : max(arrivals[mover], time)
  }

  private struct Train {
    let mover: Int
    let ready: Double
    let rail: Way.Rail
  }

  /// What happens next on the rails.
  private enum Event {
    case load(Int)
    case arrive(Int)
    case setIsFree
  }

  private static func run(_ trains: [Train], _ march: March, into arrivals: inout [Double]) {
    let queue = trains.indices.sorted { (trains[$0].ready, $0) < (trains[$1].ready, $1) }
    var heap = EventQueue<Event>()
    var next = 0
    func start(at time: Double) {
      guard next < queue.count else { return }
      heap.insert(.load(queue[next]), at: max(time, trains[queue[next]].ready))
      next += 1
    }
    for _ in 0..<max(1, march.trainSets) { start(at: 0) }
    var stations: [Int: [Double]] = [:]
    var ramps = [Double](repeating: 0, count: max(1, march.ramps))
    var line = 0.0
    while let (time, event) = heap.takeNext() {
      switch event {
      case .load(let train):
        let (mover, rail) = (trains[train].mover, trains[train].rail)
        let station = rail.station ?? -1 - mover
        var own = stations[station] ?? [Double](repeating: 0, count: max(1, march.ramps))
        let ramp = own.indices.min { (own[$0], $0) < (own[$1], $1) }!
        own[ramp] = max(time, own[ramp]) + march.loading
        let runs =
          rail.length / march.railSpeed + Double(rail.changesOfGauge) * march.gaugeChange
        heap.insert(.arrive(train), at: own[ramp] + runs)
        stations[station] = own
      case .arrive(let train):
        let (mover, rail) = (trains[train].mover, trains[train].rail)
        let comes = max(time, line)
        line = comes + march.headway
        let ramp = ramps.indices.min { (ramps[$0], $0) < (ramps[$1], $1) }!
        ramps[ramp] = max(comes, ramps[ramp]) + march.unloading
        let stands = ramps[ramp] + march.elapsed(moving: rail.lead / march.speed)
        note(stands, of: mover, in: &arrivals)
        heap.insert(.setIsFree, at: ramps[ramp] + rail.length / march.railSpeed)
      case .setIsFree: start(at: time)
      }
    }
  }
}

/// Events by time; those of one time in the order in which they were put in.
struct EventQueue<Event> {
  private var entries: [(time: Double, number: Int, event: Event)] = []
  private var count = 0

  mutating func insert(_ event: Event, at time: Double) {
    entries.append((time, count, event))
    count += 1
    var at = entries.count - 1
    while at > 0, precedes(at, (at - 1) / 2) {
      entries.swapAt(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
  }

  mutating func takeNext() -> (time: Double, event: Event)? {
    guard let first = entries.first else { return nil }
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    var at = 0
    while 2 * at + 1 < entries.count {
      var child = 2 * at + 1
      if child + 1 < entries.count, precedes(child + 1, child) { child += 1 }
      guard precedes(child, at) else { break }
      entries.swapAt(at, child)
      at = child
    }
    return (first.time, first.event)
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    (entries[a].time, entries[a].number) < (entries[b].time, entries[b].number)
  }
}
