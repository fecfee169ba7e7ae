internal import Findings
internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

extension LowStudy {
  /// One run of the bound: a system at a height, under one posture and one variant.
  struct Job: Hashable, Sendable {
    /// A point to launch from, and metres flown before it.
    struct Launch: Hashable {
      let cell: Int
      let way: Double
    }

    let tau: [Float]
    let launch: [Launch]
    let speed, range: Double
    /// Seconds from a firm track to the alert, by country.
    let delays: [String: Double]
    /// Countries in which a flight is hostile only once it has crossed the border.
    let atPeace: Set<String>
  }

  /// Jobs that differ, and which of them each outcome takes the least of.
  struct Jobs: Sendable {
    var different: [Job] = []
    var asked: [(posture: String, threat: String, variant: Variant, jobs: [Int])] = []
  }

  /// Posture by posture; what two postures have in common is one job.
  func makeJobs(threads: Int) async throws -> Jobs {
    var jobs = Jobs()
    var known: [Job: Int] = [:]
    for (posture, rung) in rungs {
      let draws = draws(of: rung)
      let atPeace = countries.filter { rung.rules(of: $0) == .peace }
      let threats = rung.lowThreats(under: draws)
      let heard = rung.hasObservers
      var found: [String: [Variant: [Int]]] = [:]
      for threat in threats {
        // listeners have a ceiling: only among radars is the lowest flight the darkest
        let heights = heard ? LowStudy.lattice(threat.heights) : [threat.heights.lowerBound]
        for height in heights {
          let floors = try await floorPairs(
            rung, threat, height, draws, threads: threads)
          for hasNet in [false, true] {
            let picture = rung.picture(
              of: threat, at: height, over: plane, countries: countries, floors: floors,
              notional: hasNet ? notional : [], under: draws)
            for isDark in [true, false] {
              let variant = Variant(isDark: isDark, hasNet: hasNet)
              let job = job(threat, picture, variant, rung, draws, atPeace: atPeace)
              let index = known[job] ?? jobs.different.count
              if index == jobs.different.count {
                known[job] = index
                jobs.different.append(job)
              }
              found[threat.name, default: [:]][variant, default: []].append(index)
            }
          }
        }
      }
      for name in classes {
        for variant in Variant.allCases {
          guard let members = found[name]?[variant] else { continue }
          jobs.asked.append((posture, name, variant, members))
        }
      }
    }
    return jobs
  }

  /// Low, high and the geometric mean between.
  static func lattice(_ heights: ClosedRange<Double>) -> [Double] {
    let (low, high) = (heights.lowerBound, heights.upperBound)
    return low < high ? [low, (low * high).squareRoot(), high] : [low]
  }

  private func job(
    _ threat: LowThreat, _ picture: LowPicture, _ variant: Variant, _ rung: TacticalRung,
    _ draws: DrawBlock, atPeace: Set<String>
  ) -> Job {
    let delays = countries.compactMap { country in
      rung.alertDelay(of: country, against: threat.name, under: draws).map {
        (country, variant.isDark ? $0.upperBound : $0.lowerBound)
      }
    }
    return Job(
      tau: picture.tau(darkest: variant.isDark), launch: launch(threat),
      speed: variant.isDark ? threat.speeds.upperBound : threat.speeds.lowerBound,
      range: variant.isDark ? threat.ranges.upperBound : threat.ranges.lowerBound,
      delays: Dictionary(uniqueKeysWithValues: delays), atPeace: atPeace)
  }

  /// Points of the launch areas; for one beyond the plane its edge, as far away as it is.
  private func launch(_ threat: LowThreat) -> [Job.Launch] {
    var launch: [Job.Launch] = []
    let nearest = plane.cells(of: threat.launches.map(\.position))
    for ((position, area), cell) in zip(threat.launches, nearest) {
      guard let cell else {
        launch += plane.edge.map {
          let apart = Geodesic.distance(from: position, to: plane.positions[$0]).metres
          return Job.Launch(cell: $0, way: max(0, apart - area))
        }
        continue
      }
      let middle = plane.place(cell)
      let steps = Int(area / plane.spacing)
      let (row, column) = (cell / plane.columns, cell % plane.columns)
      for i in max(0, row - steps)...min(plane.rows - 1, row + steps) {
        for j in max(0, column - steps)...min(plane.columns - 1, column + steps) {
          let apart = plane.place(i * plane.columns + j) - middle
          if (apart * apart).sum() <= area * area || (i, j) == (row, column) {
            launch.append(Job.Launch(cell: i * plane.columns + j, way: 0))
          }
        }
      }
    }
    return launch
  }

  /// Floors of the radars where the terrain is fine enough for the height, or the height high enough
  /// for the terrain.
  private func floorPairs(
    _ rung: TacticalRung, _ threat: LowThreat, _ height: Double, _ draws: DrawBlock,
    threads: Int
  ) async throws -> [String: FloorPair] {
    guard let terrain = environment.terrain,
      terrain.isFine || height >= LowStudy.coarseLimit
    else { return [:] }
    let sensors = rung.lowSensors(
      of: countries, for: threat.name, environment: environment, under: draws)
    var result: [String: FloorPair] = [:]
    for sensor in sensors {
      func sweep(_ eye: Double, _ k: Double) -> SensorSweep {
        SensorSweep(
          terrain: terrain, position: sensor.position, eye: eye.rounded(),
          k: (k * 100).rounded() / 100, reach: sensor.reach)
      }
      let (low, high) = (
        sweep(sensor.eyes.lowerBound, sensor.factors.lowerBound),
        sweep(sensor.eyes.upperBound, sensor.factors.upperBound)
      )
      guard low.fault == nil, high.fault == nil else { continue }
      result[sensor.site] = FloorPair(
        dark: try await floors.floor(low, over: plane, threads: threads),
        bright: try await floors.floor(high, over: plane, threads: threads))
    }
    return result
  }

  /// What is left at the points asked for, as it is told.
  func solve(_ job: Job) -> [Left] {
    let approach = LowApproach(
      grid: FastMarching(rows: plane.rows, columns: plane.columns, spacing: plane.spacing),
      speed: job.speed, range: job.range, closed: closed)
    let left = approach.left(at: asked, from: job.launch.map { ($0.cell, $0.way) }, tau: job.tau)
    return zip(asked, left).map { cell, left in
      switch left {
      case .outOfReach: return .outOfReach
      case .unseen: return .unalerted
      case .seconds(var seconds):
        let country = countryOf[cell]!
        // both a firm track and, at peace, the border are needed: no path has more of either
        if job.atPeace.contains(country) {
          seconds = min(seconds, Double(depth[cell]) / job.speed)
        }
        seconds -= job.delays[country] ?? 0
        return seconds > 0 ? .minutes(Int(seconds / 60)) : .unalerted
      }
    }
  }
}
