import Operational
import Testing

private let hour = 3_600.0
private let kilometre = 1_000.0

/// Closing up, held against sums by hand and the tables of a field manual.
@Suite struct ClosingTests {
  private static func march(
    railFrom: Double = 1e9, ramps: Int = 1, headway: Double = 0, sets: Int = 100,
    gauge: Double = 0, wheelsOnRoad: Double = 0, day: Double = 24
  ) -> March {
    March(
      speed: 30 * kilometre / hour, spacing: 100, day: day * hour, railFrom: railFrom,
      railSpeed: 50 * kilometre / hour, wheelsOnRoad: wheelsOnRoad, trainVehicles: 40,
      loading: 3 * hour, unloading: 2 * hour, ramps: ramps, headway: headway * hour,
      trainSets: sets, gaugeChange: gauge * hour)
  }

  private static func mover(
    _ vehicles: Double, road: Double?, rail: Double? = nil, changes: Int = 0, notice: Double = 0,
    men: Double = 1_000
  ) -> Mover {
    Mover(
      men: men, tracks: vehicles, wheels: 0, notice: notice * hour,
      road: road.map { $0 * kilometre },
      rail: rail.map { Way.Rail(length: $0 * kilometre, lead: 0, changesOfGauge: changes) })
  }

  private static func hours(_ movers: [Mover], _ march: March, roads: Int = 1) -> [Double] {
    Closing(movers, march, roads: roads).arrivals.map { ($0 / hour * 1_000).rounded() / 1_000 }
  }

  /// 240 km at 30 km/h are 8 h; 100 vehicles at 100 m are 10 km, which pass in 20 min.
  @Test func aColumnComesInAndPasses() {
    #expect(Self.hours([Self.mover(100, road: 240, notice: 5)], Self.march()) == [13.333])
  }

  /// ST 100-3, chapter 8: 25 000 vehicles on one route at 25 km/h take 2 500 km and 100 h; of 5 314 at 30 km/h 17.7 h, on four 4.4 h.
  @Test func theManualsColumnsPassAsItSays() {
    let slow = March(
      speed: 25 * kilometre / hour, spacing: 100, day: 24 * hour, railFrom: 1e9, railSpeed: 1,
      wheelsOnRoad: 0, trainVehicles: 1, loading: 1, unloading: 1, ramps: 1, headway: 0,
      trainSets: 1, gaugeChange: 0)
    // a way of a metre: the column passes where it stands
    let corps = [Self.mover(25_000, road: 0.001)]
    #expect(abs(Self.hours(corps, slow)[0] - 100) < 0.01)
    let brigades = (0..<4).map { _ in Self.mover(1_500, road: 0.001) }
    // a division of 6 000 vehicles: 155 km a column with its gaps and just over 5 h on four routes; without gaps 150 km and 5 h
    #expect(Self.hours(brigades, Self.march(), roads: 4).allSatisfy { abs($0 - 5) < 0.01 })
    #expect(abs(Self.hours(brigades, Self.march(), roads: 1).max()! - 20) < 0.01)
  }

  /// 25 h on the move at 10 h a day: two whole days and 5 h; 20 h are a day and 10 h.
  @Test func nightsAreRest() {
    let march = Self.march(day: 10)
    #expect(march.elapsed(moving: 25 * hour) == 53 * hour)
    #expect(march.elapsed(moving: 20 * hour) == 34 * hour)
    #expect(march.elapsed(moving: 10 * hour) == 10 * hour)
    #expect(march.elapsed(moving: 0) == 0)
  }

  /// On one road the second column waits until the first has passed; on two it does not.
  @Test func columnsShareRoads() {
    let movers = [Self.mover(300, road: 30), Self.mover(300, road: 33)]
    #expect(Self.hours(movers, Self.march(), roads: 1) == [2, 3])
    #expect(Self.hours(movers, Self.march(), roads: 2) == [2, 2.1])
  }

  /// Three trains, one ramp: loaded after 3, 6 and 9 h, there 10 h later, unloaded 2 h after that.
  @Test func trainsLoadOneAfterTheOther() {
    let mover = Self.mover(120, road: 600, rail: 500)
    #expect(Self.hours([mover], Self.march(railFrom: 0)) == [21])
    // two ramps at either end: 3, 3 and 6 h
    #expect(Self.hours([mover], Self.march(railFrom: 0, ramps: 2)) == [18])
    // a line that brings one every 6 h: there at 13, 19 and 25
    #expect(Self.hours([mover], Self.march(railFrom: 0, headway: 6)) == [27])
    // two changes of gauge
    let broken = Self.mover(120, road: 600, rail: 500, changes: 2)
    #expect(Self.hours([broken], Self.march(railFrom: 0, gauge: 4)) == [29])
  }

  /// One set of wagons: 15 h there and unloaded, 10 h back, and so again.
  @Test func trainsWaitForWagons() {
    let mover = Self.mover(120, road: 600, rail: 500)
    #expect(Self.hours([mover], Self.march(railFrom: 0, sets: 1)) == [65])
    // two formations share them
    let two = [Self.mover(40, road: 600, rail: 500), Self.mover(40, road: 600, rail: 500)]
    #expect(Self.hours(two, Self.march(railFrom: 0, sets: 1)) == [15, 40])
    #expect(Self.hours(two, Self.march(railFrom: 0, sets: 2)) == [15, 17])
  }

  /// What is on wheels marches: 100 vehicles in 20 h 20 min, while one train of 40 tanks takes 15 h.
  @Test func wheelsMarchBesideTheTrains() {
    let mover = Mover(
      men: 1, tracks: 40, wheels: 100, notice: 0,
      road: 600 * kilometre, rail: .init(length: 500 * kilometre, lead: 0, changesOfGauge: 0))
    #expect(Self.hours([mover], Self.march(railFrom: 0, wheelsOnRoad: 1)) == [20.333])
    // all by rail: 140 vehicles are four trains
    #expect(Self.hours([mover], Self.march(railFrom: 0)) == [24])
  }

  /// One train to each of two goals, 500 km at 50 km/h: loaded after 3 h, there 10 h later, unloaded 2 h after that. With one set of wagons the second train loads when
  /// the set is back, after 25 h; with two and one station it waits 3 h for the ramp; lines and ramps at the end are each goal's own.
  @Test func goalsShareWagonsAndStations() {
    func hours(sets: Int, stations: [Int]) -> [Double] {
      let movers = [0, 1].map { goal in
        Mover(
          men: 1_000, tracks: 40, wheels: 0, notice: 0,
          road: nil,
          rail: Way.Rail(
            length: 500 * kilometre, lead: 0, changesOfGauge: 0, station: stations[goal]),
          goal: goal)
      }
      return Closing(movers, Self.march(railFrom: 0, headway: 5, sets: sets), roads: [1, 1])
        .arrivals.map { ($0 / hour * 1_000).rounded() / 1_000 }
    }
    #expect(hours(sets: 1, stations: [1, 2]) == [15, 40])
    #expect(hours(sets: 2, stations: [1, 1]) == [15, 18])
    #expect(hours(sets: 2, stations: [1, 2]) == [15, 15])
  }

  @Test func withoutAWayNobodyCloses() {
    let closing = Closing([Self.mover(10, road: nil)], Self.march(), roads: 1)
    #expect(closing.arrivals == [.infinity])
    let start = Start([Self.mover(10, road: nil)], closing, needed: 1, supplied: 0)
    #expect(start.time == nil && start.gate == .force)
  }

  // MARK: gates

  private static func start(
    _ movers: [Mover], needed: Double, supplied: Double = 0
  ) -> (hours: Double?, gate: Gate) {
    let closing = Closing(movers, march(), roads: 9)
    let start = Start(movers, closing, needed: needed, supplied: supplied * hour)
    // to a tenth of a second
    return (start.time.map { ($0 * 10).rounded() / 10 / hour }, start.gate)
  }

  /// 1 000 men each after 1, 2 and 3 h: the second thousand is there after two.
  @Test func theForceStartsWithItsLastMan() {
    let movers = [30.0, 60, 90].map { Self.mover(0, road: $0) }
    #expect(Self.start(movers, needed: 1_500) == (2, .force))
    #expect(Self.start(movers, needed: 3_000) == (3, .force))
    #expect(Self.start(movers, needed: 3_001) == (nil, .force))
    #expect(Self.start(movers, needed: 1_500, supplied: 5) == (5, .supply))
    #expect(Self.start(movers, needed: 1_500, supplied: .infinity) == (nil, .supply))
  }

  /// Half its strength, made good with 100 h: 1 − 0.5 exp(−t/100 h) = 0.75 after 69.3 h.
  @Test func strengthGrowsBack() throws {
    let weak = Mover(
      men: 1_000, tracks: 0, wheels: 0, notice: 0, strength: 0.5, recovery: 100 * hour,
      road: 30 * kilometre)
    let start = Self.start([weak], needed: 750)
    // to a minute
    #expect(abs(try #require(start.hours) - 69.315) < 1 / 60.0 && start.gate == .strength)
    #expect(Self.start([weak], needed: 500) == (1, .force))
    let spent = Mover(
      men: 1_000, tracks: 0, wheels: 0, notice: 0, strength: 0.5, road: 30 * kilometre)
    #expect(Self.start([spent], needed: 750) == (nil, .strength))
  }

  // MARK: looks

  /// Every 24 h from 6 h on, sure to see: what stands from 10 h on is seen at 30 h and told 5 h later.
  @Test func aLookComesRound() {
    let look = Look(revisit: 24 * hour, sees: 1, delay: 5 * hour, phase: 0.25, failures: 0.5)
    #expect(look.report(from: 10 * hour) == 35 * hour)
    #expect(look.report(from: 6 * hour) == 11 * hour)
    #expect(look.report(from: 0) == 11 * hour)
    #expect(look.report(from: .infinity) == .infinity)
  }

  /// A chance of a half: a uniform of 0.3 lies between a quarter and a half, so that one look fails; 1 of n looks in the mean.
  @Test func looksFailAsAGeometricLawSays() {
    func missed(_ uniform: Double) -> Double {
      Look(revisit: hour, sees: 0.5, delay: 0, phase: 0, failures: uniform).report(from: 0) / hour
    }
    #expect(missed(0.6) == 0 && missed(0.3) == 1 && missed(0.2) == 2)
    let mean = (0..<10_000).map { missed((Double($0) + 0.5) / 10_000) }.reduce(0, +) / 10_000
    // (1 − p)/p = 1; the last cells of the sum are cut off at 14 looks
    #expect(abs(mean - 1) < 0.01)
  }
}
