internal import Kernels

/// Closing up: when each formation stands where it goes, with trains, ramps, lines and roads shared between all.
///
/// Event by event, in order of time and, at one time, of the formations: the same movers always give the same times. A train waits for
/// a set of wagons, for a ramp at its station, for the line's headway at the end of its way and for a ramp there; then the set goes back for
/// the next. Columns come in on so many roads side by side, one behind the other on each. Sets of wagons and the ramps of a
/// station serve all goals; each goal has a line, ramps and roads of its own.
package struct Closing: Sendable {
  /// By mover, s after the order; infinite where no way leads there.
  package let arrivals: [Double]
  /// When the first train stands at its ramp, by goal; infinite where none comes.
  package let firstTrains: [Double]

  package init(_ movers: [Mover], _ march: March, roads: Int) {
    self.init(movers, march, roads: [roads])
  }

  /// - Parameter roads: by goal.
  package init(_ movers: [Mover], _ march: March, roads: [Int]) {
    var run = Run(march, movers: movers.count, goals: roads.count)
    let columns = run.sort(movers)
    run.runTrains()
    run.march(columns, roads: roads)
    (arrivals, firstTrains) = (run.arrivals, run.firstTrains)
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
}

/// One run of the events.
private struct Run {
  struct Train {
    let mover, goal: Int
    let ready: Double
    let rail: Way.Rail
  }

  struct Column {
    let head, length: Double
    let mover, goal: Int
  }

  /// What happens next on the rails.
  enum Event {
    case load(Int)
    case arrive(Int)
    case setIsFree
  }

  let march: March
  var arrivals, firstTrains: [Double]
  private var trains: [Train] = []
  /// Trains in the order in which they are ready, and the next one that gets a set of wagons.
  private var queue: [Int] = []
  private var next = 0
  private var events = EventQueue<Event>()

  init(_ march: March, movers: Int, goals: Int) {
    self.march = march
    arrivals = Array(repeating: .infinity, count: movers)
    firstTrains = Array(repeating: .infinity, count: goals)
  }

  /// Who goes by rail, and who marches.
  mutating func sort(_ movers: [Mover]) -> [Column] {
    var columns: [Column] = []
    func send(_ index: Int, _ vehicles: Double, over road: Double) {
      // who stands there already takes no road
      let length = road == 0 ? 0 : march.column(vehicles)
      let head = movers[index].notice + march.elapsed(moving: road / march.speed)
      columns.append(
        Column(head: head, length: length, mover: index, goal: movers[index].goal))
    }
    for (index, mover) in movers.enumerated() {
      if let rail = mover.way.rail, mover.way.road.map({ $0 > march.railFrom }) ?? true {
        let onRoad = mover.way.road == nil ? 0 : mover.wheels * march.wheelsOnRoad
        if onRoad > 0, let road = mover.way.road { send(index, onRoad, over: road) }
        let count = max(1, ((mover.vehicles - onRoad) / march.trainVehicles).rounded(.up))
        for _ in 0..<Int(count) {
          trains.append(Train(mover: index, goal: mover.goal, ready: mover.notice, rail: rail))
        }
      } else if let road = mover.way.road {
        send(index, mover.vehicles, over: road)
      }
    }
    return columns
  }

  mutating func march(_ columns: [Column], roads: [Int]) {
    var free = roads.map { [Double](repeating: 0, count: max(1, $0)) }
    for column in columns.sorted(by: { ($0.head, $0.mover) < ($1.head, $1.mover) }) {
      guard column.length > 0 else {
        note(column.head, of: column.mover)
        continue
      }
      let goal = column.goal
      let road = free[goal].indices.min { (free[goal][$0], $0) < (free[goal][$1], $1) }!
      free[goal][road] =
        max(column.head, free[goal][road])
        + MarchColumn.passTime(length: column.length, speed: march.speed)
      note(free[goal][road], of: column.mover)
    }
  }

  /// A formation stands there when the last of it does.
  private mutating func note(_ time: Double, of mover: Int) {
    arrivals[mover] = arrivals[mover] == .infinity ? time : max(arrivals[mover], time)
  }

  private mutating func start(at time: Double) {
    guard next < queue.count else { return }
    events.insert(.load(queue[next]), at: max(time, trains[queue[next]].ready))
    next += 1
  }

  mutating func runTrains() {
    queue = trains.indices.sorted { (trains[$0].ready, $0) < (trains[$1].ready, $1) }
    for _ in 0..<max(1, march.trainSets) { start(at: 0) }
    let bare = [Double](repeating: 0, count: max(1, march.ramps))
    var stations: [Int: [Double]] = [:]
    var ramps = firstTrains.map { _ in bare }
    var lines = firstTrains.map { _ in 0.0 }
    while let (time, event) = events.takeNext() {
      switch event {
      case .load(let train):
        let (mover, rail) = (trains[train].mover, trains[train].rail)
        let loaded = Run.use(
          &stations[rail.station ?? -1 - mover, default: bare], time, march.loading)
        let runs =
          rail.length / march.railSpeed + Double(rail.changesOfGauge) * march.gaugeChange
        events.insert(.arrive(train), at: loaded + runs)
      case .arrive(let train):
        let (mover, goal, rail) = (trains[train].mover, trains[train].goal, trains[train].rail)
        let comes = max(time, lines[goal])
        lines[goal] = comes + march.headway
        let unloaded = Run.use(&ramps[goal], comes, march.unloading)
        firstTrains[goal] = min(firstTrains[goal], unloaded - march.unloading)
        note(unloaded + march.elapsed(moving: rail.lead / march.speed), of: mover)
        events.insert(.setIsFree, at: unloaded + rail.length / march.railSpeed)
      case .setIsFree: start(at: time)
      }
    }
  }

  /// Takes the ramp that is free first, not before a time, for so long; returns when it is done.
  private static func use(_ ramps: inout [Double], _ time: Double, _ duration: Double) -> Double {
    let ramp = ramps.indices.min { (ramps[$0], $0) < (ramps[$1], $1) }!
    ramps[ramp] = max(time, ramps[ramp]) + duration
    return ramps[ramp]
  }
}
