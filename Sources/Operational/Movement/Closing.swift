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

  /// The same with one who stands there already and uses nothing that the others wait for.
  func joined(at time: Double) -> Closing {
    Closing(arrivals: arrivals + [time], firstTrains: firstTrains)
  }

  private init(arrivals: [Double], firstTrains: [Double]) {
    (self.arrivals, self.firstTrains) = (arrivals, firstTrains)
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
  /// What a formation sends by rail, train by train.
  struct Load {
    let mover, goal: Int
    let station: Int?
    /// When it may load, how long a train runs there and its wagons back, and its vehicles on from where they are unloaded, s.
    let ready, there, back, lead: Double
    /// Where it loads, by number among the places with ramps.
    let place: Int
    var trains: Int
    /// When the last train that came is unloaded.
    var unloaded = Double.infinity
  }

  struct Column {
    let head, length: Double
    let mover, goal: Int
  }

  /// What a set of wagons does next. Sets that wait for a load to be ready stand in one queue, those that arrive and those that go back
  /// in one of each load: in each queue the times only grow.
  enum Event {
    case load
    case arrive
    case goBack

    func queue(of load: Int) -> Int {
      switch self {
      case .load: 0
      case .arrive: 2 * load + 1
      case .goBack: 2 * load + 2
      }
    }

    init(ofQueue queue: Int) {
      self = queue == 0 ? .load : queue % 2 == 1 ? .arrive : .goBack
    }
  }

  let march: March
  var arrivals, firstTrains: [Double]
  /// Ramps at each place.
  private let rampsOfOne: Int
  private var loads: [Load] = []
  /// Loads in the order in which they are ready, and which of them gets the next set of wagons.
  private var queue: [Int] = []
  private var next = 0
  private var events = EventQueues(queues: 0, events: 0)
  /// When each ramp is free: those of the stations, then those of the goals; whose turn it is at each place; and when each goal's line
  /// is free.
  private var ramps: [Double] = []
  private var turns: [Int] = []
  private var lines: [Double]

  init(_ march: March, movers: Int, goals: Int) {
    self.march = march
    arrivals = Array(repeating: .infinity, count: movers)
    firstTrains = Array(repeating: .infinity, count: goals)
    lines = Array(repeating: 0, count: goals)
    rampsOfOne = max(1, march.ramps)
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
      if let rail = mover.rail, mover.road.map({ $0 > march.railFrom }) ?? true {
        let onRoad = mover.road == nil ? 0 : mover.wheels * march.wheelsOnRoad
        if onRoad > 0, let road = mover.road { send(index, onRoad, over: road) }
        let trains = max(1, ((mover.vehicles - onRoad) / march.trainVehicles).rounded(.up))
        add(rail, of: mover, index, trains: Int(trains))
      } else if let road = mover.road {
        send(index, mover.vehicles, over: road)
      }
    }
    return columns
  }

  private mutating func add(_ rail: Way.Rail, of mover: Mover, _ index: Int, trains: Int) {
    let shared = rail.station.flatMap { station in
      loads.first { $0.station == station }?.place
    }
    let own = shared ?? turns.count
    if shared == nil { turns.append(0) }
    let back = rail.length / march.railSpeed
    loads.append(
      Load(
        mover: index, goal: mover.goal, station: rail.station, ready: mover.notice,
        there: back + Double(rail.changesOfGauge) * march.gaugeChange, back: back,
        lead: march.elapsed(moving: rail.lead / march.speed), place: own, trains: trains))
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

  mutating func runTrains() {
    queue = loads.indices.sorted { (loads[$0].ready, $0) < (loads[$1].ready, $1) }
    let stations = turns.count
    turns += repeatElement(0, count: lines.count)
    ramps = Array(repeating: 0, count: turns.count * rampsOfOne)
    events = EventQueues(
      queues: 2 * loads.count + 1, events: loads.reduce(0) { $0 + 3 * $1.trains })
    for _ in 0..<max(1, march.trainSets) { start(at: 0) }
    while let (time, queue, load) = events.takeFirst() {
      switch Event(ofQueue: queue) {
      case .load: self.load(load, at: time)
      case .arrive:
        let isFree = arrive(load, at: time, place: stations + loads[load].goal)
        // nothing waits for a set that comes back after the last load
        if next < self.queue.count { add(.goBack, load, at: isFree) }
      case .goBack: start(at: time)
      }
    }
    for load in loads { note(load.unloaded + load.lead, of: load.mover) }
  }

  private mutating func add(_ event: Event, _ load: Int, at time: Double) {
    events.add(load, to: event.queue(of: load), at: time)
  }

  /// A set that is free takes the next train, if there is one left, and loads when that is ready.
  private mutating func start(at time: Double) {
    guard let load = takeLoad() else { return }
    if loads[load].ready > time {
      add(.load, load, at: loads[load].ready)
    } else {
      self.load(load, at: time)
    }
  }

  /// The load that the next train is of.
  private mutating func takeLoad() -> Int? {
    guard next < queue.count else { return nil }
    let load = queue[next]
    loads[load].trains -= 1
    if loads[load].trains == 0 { next += 1 }
    return load
  }

  /// A set loads, and runs to the end of its way.
  private mutating func load(_ load: Int, at time: Double) {
    let loaded = use(loads[load].place, time, march.loading)
    add(.arrive, load, at: loaded + loads[load].there)
  }

  /// A train waits for the line and for a ramp and unloads; returns when its wagons are back.
  @inline(__always)
  private mutating func arrive(_ load: Int, at time: Double, place: Int) -> Double {
    let goal = loads[load].goal
    let comes = max(time, lines[goal])
    lines[goal] = comes + march.headway
    let unloaded = use(place, comes, march.unloading)
    firstTrains[goal] = min(firstTrains[goal], unloaded - march.unloading)
    loads[load].unloaded = unloaded
    return unloaded + loads[load].back
  }

  /// Takes a ramp of a place, not before a time, for so long; returns when it is done.
  ///
  /// - Precondition: no earlier than it was taken last, and for as long: the ramp that is free first is then the one whose turn it is.
  private mutating func use(_ place: Int, _ time: Double, _ duration: Double) -> Double {
    let turn = turns[place]
    turns[place] = turn + 1 == rampsOfOne ? 0 : turn + 1
    let ramp = place * rampsOfOne + turn
    let done = max(time, ramps[ramp]) + duration
    ramps[ramp] = done
    return done
  }
}
