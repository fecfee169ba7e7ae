import ArgumentParser
import Datasets
import Foundation
import Geodesy
import Kernels
import Quantities
import Theatre
import Vedette

/// `vedette measure`: how fast this build is; what `make bench` prints.
struct MeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Time flights, a floor, a front, a hidden chain, ways.",
    subcommands: [
      Flights.self, Floor.self, Sensors.self, Marching.self, Chain.self, Edits.self, Ways.self,
    ],
    defaultSubcommand: Flights.self)

  /// Flights of every class.
  struct Flights: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Time flights of every class on one core.")

    @Option(help: "Seconds for each class.") var seconds = 1.0
    @Flag(help: "Print as JSON.") var json = false

    func validate() throws {
      guard (0.01...60).contains(seconds) else {
        throw ValidationError("--seconds \(seconds): expected 0.01 to 60")
      }
    }

    func run() async throws {
      try await Terminal.run { [self] in
        let clock = ContinuousClock()
        var rows: [(name: String, perSecond: Double)] = []
        for subject in FlightTiming.subjects {
          let start = clock.now
          var flights = 0
          while clock.now - start < .seconds(seconds) { flights += subject.fly() }
          let taken = (clock.now - start) / .seconds(1)
          rows.append((subject.name, Double(flights) / taken))
        }
        if json {
          try Terminal.print(
            Json.object(rows.map { ($0.name, .number($0.perSecond.rounded())) }).text + "\n")
        } else {
          for row in rows {
            try Terminal.print("\(row.name): \(Int(row.perSecond)) flights a second\n")
          }
          try Terminal.print("one core; check sum \(FlightTiming.landing()) m\n")
        }
      }
    }
  }

  /// Forward and back through a random hidden chain, as hmmlearn does it.
  struct Chain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Time one pass forward and back through random hidden chains, one core.")

    @Option(help: "States, every one with a way to every other.") var states = 16
    @Option(help: "Days.") var days = 1_000

    func validate() throws {
      guard (2...100).contains(states), (2...100_000).contains(days) else {
        throw ValidationError("expected 2 to 100 states and 2 to 100000 days")
      }
    }

    func run() async throws {
      try await Terminal.run { [self] in
        func lanes(_ index: Int) -> Lanes {
          var lanes = Lanes.zero
          for lane in 0..<4 {
            lanes[lane] = Philox.uniform(key: 1, draw: UInt32(index), event: UInt32(lane))
          }
          return lanes
        }
        let share = Lanes(repeating: 1 / Double(states))
        let chain = HiddenChain(
          start: Array(repeating: share, count: states),
          steps: (0..<states * states).map {
            HiddenChain.Step(from: $0 / states, to: $0 % states, chance: share)
          })
        let likelihoods = (0..<days).map { day in (0..<states).map { lanes(day * states + $0) } }
        let clock = ContinuousClock()
        var (passes, evidence) = (0, 0.0)
        let start = clock.now
        while clock.now - start < .seconds(1) {
          let (shares, sum) = chain.filtered(likelihoods)
          let smoothed = chain.smoothed(shares) { day, after in
            for state in after.indices { after[state] *= likelihoods[day][state] }
          }
          evidence += sum[0] + smoothed[0][0][0]
          passes += 1
        }
        let seconds = (clock.now - start) / .seconds(1) / Double(passes) / 4
        try Terminal.print(
          Json.object([
            ("seconds_a_model", .number(seconds)), ("models_at_once", .integer(4)),
            ("check_sum", .number(evidence / Double(passes))),
          ]).text + "\n")
      }
    }
  }

  /// The floor of one sensor in the middle of a tiled grid: read, swept, written.
  struct Floor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Time the floor of one sensor in the middle of a tiled grid.")

    @Argument(help: "A tiled grid in a projection.") var grid: String
    @Option(help: "File for the floors, plain singles; none is kept when left out.") var out:
      String?
    @Option(help: "Antenna above the ground, m.") var mast = 20.0
    @Option(help: "Rays for each column of the outermost ring.") var density = 1.0
    @Option(help: "Tasks at once.") var threads = 1
    @Flag(help: "Time one pass over posts and floors too.") var pass = false

    func run() async throws {
      try await Terminal.run { [self] in
        let start = Usage()
        let url = URL(fileURLWithPath: grid)
        let grid = try TiledGrid(url)
        let field = TiledField(
          grid, width: abs(grid.header.transform[1]), height: abs(grid.header.transform[5]),
          x: Double(grid.columns / 2), y: Double(grid.rows / 2))
        let target =
          out.map { URL(fileURLWithPath: $0) }
          ?? FileManager.default.temporaryDirectory
          .appendingPathComponent("vedette-floor.\(getpid())")
        let output = try MappedOutput(target, count: 4 * grid.rows * grid.columns)
        try await Floor.sweep(
          FloorSweep(
            ground: field,
            eye: Double(grid.value(row: grid.rows / 2, column: grid.columns / 2)) + mast,
            radius: Radar.earthRadius * 4 / 3, density: density), into: output, threads: threads)
        let swept = Usage()
        if out != nil { try output.finish() }
        let sum = pass ? Floor.passOnce(grid, output) : nil
        let (work, passing) = (swept - start, Usage() - swept)
        let cells = Double(grid.rows * grid.columns)
        try Terminal.print(
          Json.object([
            ("cells", .number(cells)), ("cpu_s", .number(work.cpu)), ("wall_s", .number(work.wall)),
            ("read_and_write_once_s", pass ? .number(passing.wall) : .null),
            ("million_cells_a_cpu_second", .number(cells / work.cpu / 1e6)),
            ("hidden_at_100_m", Json(sum)),
          ]).text + "\n")
      }
    }

    private static func sweep(
      _ sweep: FloorSweep<TiledField>, into output: MappedOutput, threads: Int
    ) async throws {
      // tasks share the pointer and no byte: every cell is of one wedge (`FloorTests.wedgesPartitionTheGrid`), each task writes
      // one wedge's, and all are awaited before a byte is read or `output`, which the caller holds, goes
      nonisolated(unsafe) let floors = output.base.assumingMemoryBound(to: Float.self)
      _ = try await inParallel(FloorSweep<TiledField>.wedges, threads: threads) {
        sweep.write(wedge: $0, into: floors)
      }
    }

    /// Reads every post and every floor, and writes every floor, once: what no sweep can do without.
    private static func passOnce(_ grid: TiledGrid, _ output: MappedOutput) -> Double {
      let floors = output.base.assumingMemoryBound(to: Float.self)
      var sum = 0
      for row in 0..<grid.rows {
        var column = 0
        while column < grid.columns {
          let end = min((column / TiledGrid.tile + 1) * TiledGrid.tile, grid.columns)
          for c in column..<end {
            let i = row * grid.columns + c
            let height = grid.value(row: row, column: c)
            if floors[i] > 100 { sum += 1 }
            floors[i] += height
          }
          column = end
        }
      }
      return Double(sum)
    }
  }

  /// Many sensors over one terrain, on a study's points.
  struct Sensors: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Time sensors spread about a place over an imported terrain, nothing kept.")

    @Argument(help: "A tiled grid.") var grid: String
    @Option(help: "Latitude of the middle, degrees.") var latitude: Double
    @Option(help: "Longitude of the middle, degrees.") var longitude: Double
    @Option(help: "How many.") var count = 100
    @Option(help: "Range, km.") var range = 300.0
    @Option(help: "Kilometres between points.") var cell = 1.0
    @Option(help: "Tasks at once.") var threads = 2

    func run() async throws {
      try await Terminal.run { [self] in
        let tiles = try TiledGrid(URL(fileURLWithPath: grid))
        guard let terrain = Terrain(tiles, name: "measured") else {
          throw DataError(.badData, "\(grid): PROJ does not know its coordinate system")
        }
        let reach = range * 1_000
        let (dy, dx) = (range / 111 + 0.5, (range / 111 + 0.5) / 0.6)
        let plane = StudyPlane(
          region: (
            south: latitude - dy, west: longitude - dx, north: latitude + dy, east: longitude + dx
          ), spacing: cell * 1_000)
        let start = Usage()
        var seen = 0
        for i in 0..<count {
          // a lattice of 10 km about the middle
          let offset = SIMD2(Double(i % 10) - 4.5, Double(i / 10 % 10) - 4.5) * 10_000
          let position = Geodesic.points(
            around: Position(latitude, longitude), offsets: [offset])[0]
          let sweep = SensorSweep(
            terrain: terrain, position: position,
            eye: (terrain.footing(at: position)?.height ?? 0) + 20,
            k: 4.0 / 3, reach: reach)
          let floor = try await sweep.floor(over: plane, threads: threads)
          seen += floor.floors.count { $0 < 1_000 }
        }
        let taken = Usage() - start
        try Terminal.print(
          Json.object([
            ("sensors", .integer(count)), ("points", .integer(plane.count)),
            ("cpu_s", .number(taken.cpu)), ("wall_s", .number(taken.wall)),
            ("seen_below_1000_m", .integer(seen)),
          ]).text + "\n")
      }
    }
  }

  /// A front over a square.
  struct Marching: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Time first arrivals over a square of posts from its middle.")

    @Option(help: "Posts a side.") var posts = 1_000

    func run() async throws {
      try await Terminal.run { [self] in
        let grid = FastMarching(rows: posts, columns: posts, spacing: 1)
        let middle = posts / 2 * posts + posts / 2
        let start = Usage()
        let times = grid.times(from: [(middle, 0)])
        let taken = Usage() - start
        // the distance from the middle, in posts
        let worst = times.indices.map { post in
          let (x, y) = (Double(post % posts - posts / 2), Double(post / posts - posts / 2))
          return abs(Double(times[post]) - (x * x + y * y).squareRoot())
        }.max()!
        try Terminal.print(
          Json.object([
            ("posts", .integer(posts * posts)), ("cpu_s", .number(taken.cpu)),
            ("corner", .number(Double(times[0]))), ("largest_error", .number(worst)),
          ]).text + "\n")
      }
    }
  }
}

/// Processor and wall time so far, s.
private struct Usage {
  let cpu, wall: Double

  init() {
    var use = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &use)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    cpu = seconds(use.ru_utime) + seconds(use.ru_stime)
    wall = Double(DispatchTime.now().uptimeNanoseconds) / 1e9
  }

  private init(cpu: Double, wall: Double) { (self.cpu, self.wall) = (cpu, wall) }

  static func - (a: Usage, b: Usage) -> Usage { Usage(cpu: a.cpu - b.cpu, wall: a.wall - b.wall) }
}
