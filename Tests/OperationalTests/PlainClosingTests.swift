import Operational
import Testing

/// Trains one by one, the earliest event looked for in a plain list, the ramp that is free first looked for among all: what `Closing` has to come to.
private struct PlainRails {
  struct Train {
    let mover: Int
    let ready, there, back, lead: Double
    let station: Int
  }

  struct Event {
    let time: Double
    let what: What
    let train: Int

    enum What { case load, arrive, goBack }
  }

  let loading, unloading, headway: Double
  var stations: [[Double]]
  var ramps: [Double]
  var line = 0.0
  var arrivals: [Double]
  var firstTrain = Double.infinity

  mutating func run(_ trains: [Train], sets: Int) {
    let queue = trains.indices.sorted { (trains[$0].ready, $0) < (trains[$1].ready, $1) }
    var next = 0
    var events: [Event] = []
    func start(_ time: Double) {
      guard next < queue.count else { return }
      let train = queue[next]
      next += 1
      events.append(Event(time: max(time, trains[train].ready), what: .load, train: train))
    }
    for _ in 0..<sets { start(0) }
    while let first = events.indices.min(by: { (events[$0].time, $0) < (events[$1].time, $1) }) {
      let event = events.remove(at: first)
      let train = trains[event.train]
      switch event.what {
      case .load:
        let loaded = PlainRails.use(&stations[train.station], event.time, loading)
        events.append(Event(time: loaded + train.there, what: .arrive, train: event.train))
      case .arrive:
        let comes = max(event.time, line)
        line = comes + headway
        let done = PlainRails.use(&ramps, comes, unloading)
        firstTrain = min(firstTrain, done - unloading)
        let stands = done + train.lead
        arrivals[train.mover] =
          arrivals[train.mover] == .infinity ? stands : max(arrivals[train.mover], stands)
        events.append(Event(time: done + train.back, what: .goBack, train: event.train))
      case .goBack: start(event.time)
      }
    }
  }

  private static func use(
    _ ramps: inout [Double], _ time: Double, _ duration: Double
  ) -> Double {
    let ramp = ramps.indices.min { ramps[$0] < ramps[$1] }!
    ramps[ramp] = max(time, ramps[ramp]) + duration
    return ramps[ramp]
  }
}

/// Queues that only grow and ramps in turn come to the same times as a plain list of all events.
@Suite struct PlainClosingTests {
  @Test(arguments: 0..<200) func aPlainListSaysTheSame(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    /// Uniform over a range, by the generator of Knuth's MMIX.
    func draw(_ low: Double, _ high: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return low + (high - low) * Double(state >> 11) / 9_007_199_254_740_992
    }
    let (speed, rail) = (draw(5, 10), draw(4, 20))
    let (ramps, sets) = (Int(draw(1, 5)), Int(draw(1, 30)))
    let (loading, unloading, headway) = (draw(1e3, 4e4), draw(1e3, 4e4), draw(0, 1e4))
    let march = March(
      speed: speed, spacing: 100, day: 86_400, railFrom: 0, railSpeed: rail, wheelsOnRoad: 0,
      trainVehicles: 10, loading: loading, unloading: unloading, ramps: ramps,
      headway: headway, trainSets: sets, gaugeChange: 5e3)
    var plain = PlainRails(
      loading: loading, unloading: unloading, headway: headway, stations: [],
      ramps: Array(repeating: 0, count: ramps), arrivals: [])
    var (movers, trains): ([Mover], [PlainRails.Train]) = ([], [])
    for index in 0..<Int(draw(1, 9)) {
      let (notice, length, lead) = (draw(0, 3e5), draw(1e4, 2e6), draw(0, 5e4))
      let (vehicles, station, changes) = (draw(1, 200), Int(draw(0, 4)), Int(draw(0, 3)))
      movers.append(
        Mover(
          men: 1, tracks: vehicles, wheels: 0, notice: notice, road: nil,
          rail: Way.Rail(length: length, lead: lead, changesOfGauge: changes, station: station)))
      let train = PlainRails.Train(
        mover: index, ready: notice, there: length / rail + Double(changes) * 5e3,
        back: length / rail, lead: lead / speed, station: station)
      trains += repeatElement(train, count: Int((vehicles / 10).rounded(.up)))
    }
    plain.stations = Array(repeating: Array(repeating: 0, count: ramps), count: 4)
    plain.arrivals = Array(repeating: .infinity, count: movers.count)
    plain.run(trains, sets: sets)
    let closing = Closing(movers, march, roads: 1)
    // the same sums in the same order
    #expect(closing.arrivals == plain.arrivals && closing.firstTrains == [plain.firstTrain])
  }
}
