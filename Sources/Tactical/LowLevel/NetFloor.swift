internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
public import Theatre
internal import Timelines

/// How high a target must fly over each point to be in the line of sight of a posture's radars.
///
/// Antennas and refraction in the middle of what is drawn. Below 300 m nothing is told finer than
/// hexagons (`Limits`): `told` is what a file may hold.
public struct NetFloor: Sendable {
  /// Heights that are told point by point begin here, m.
  public static let leastTold: Float = 300

  public let plane: StudyPlane
  public let hexes: HexGrid
  /// Country of the points over which the net stands, by point.
  public let countryOf: [Int: String]
  /// The k-th lowest floor by point, m above the ground; infinite where fewer radars see.
  let floors: [Float]
  public let rank: Int
  /// Radars that were swept, and why others were not.
  public let sensors: [String]
  public let faults: [String]
  /// Share of the points within reach over unknown ground.
  public let unknown: Double
  /// Whether a smooth Earth stands for terrain that is missing.
  public let isSmooth: Bool

  /// By point, never below 300 m.
  public var told: [Float] { floors.map { $0.isNaN ? .nan : max($0, NetFloor.leastTold) } }

  /// Points over which a target at a height above the ground is seen by at least `rank` radars.
  ///
  /// - Precondition: at least 300 m; lower heights are told by hexagon.
  public func covered(at height: Double) -> [Bool] {
    precondition(height >= Double(NetFloor.leastTold), "\(height) m point by point")
    return floors.map { $0 <= Float(height) }
  }

  /// What twice the rays change: the 95th percentile of the differences of told floors, m.
  public func difference(_ other: NetFloor) -> Float {
    let changes = zip(told, other.told).map { abs($0 - $1) }.filter(\.isFinite).sorted()
    return changes.isEmpty ? 0 : changes[Int(0.95 * Double(changes.count - 1))]
  }

  /// Share of the points over the countries at which a target at a height is seen.
  public func share(at height: Double) -> Double {
    let seen = countryOf.keys.filter { floors[$0] <= Float(height) }.count
    return Double(seen) / Double(max(1, countryOf.count))
  }

  /// Share of each hexagon's points over which a target at a height is seen, for any height.
  public func shares(at height: Double) -> [(hex: HexGrid.Hex, country: String, share: Double)] {
    var counts: [HexGrid.Hex: (country: String, seen: Int, all: Int)] = [:]
    for cell in countryOf.keys.sorted() {
      let hex = hexes.hex(plane.place(cell))
      var count = counts[hex] ?? (countryOf[cell]!, 0, 0)
      count.all += 1
      if floors[cell] <= Float(height) { count.seen += 1 }
      counts[hex] = count
    }
    return counts.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.country, Double($0.value.seen) / Double($0.value.all)) }
  }
}

extension LowStudy {
  /// The k-th floor of a posture's radars.
  ///
  /// - Precondition: the posture is one of the study's.
  public func netFloor(
    posture: String, rank: Int, density: Double = 1, threads: Int,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> NetFloor {
    precondition(rank >= 1, "the \(rank)-th floor")
    let rung = rung(of: posture)
    let draws = draws(of: rung)
    let sensors = rung.lowSensors(
      of: countries, for: nil, environment: environment, under: draws)
    var lowest = [[Float]](repeating: [], count: plane.count)
    var (faults, names, unknown): ([String], [String], Double) = ([], [], 0)
    for (done, sensor) in sensors.enumerated() {
      progress(done, sensors.count)
      let sweep = nominal(sensor, density)
      if let fault = sweep?.fault {
        faults.append("\(sensor.site): \(fault)")
        continue
      }
      let offsets = plane.offsets(around: sensor.position)
      var floors = smooth(sensor, offsets)
      if let sweep {
        let floor = try await self.floors.floor(
          sweep, over: plane, threads: threads)
        unknown = max(unknown, floor.unknown)
        // over ground too coarse for it the Earth is smooth below 300 m
        for cell in floors.indices where sweep.terrain.isFine || floors[cell] >= NetFloor.leastTold
        {
          floors[cell] = floor.floors[cell]
        }
      }
      for cell in floors.indices where !sensor.looks(towards: offsets[cell]) {
        floors[cell] = .infinity
      }
      names.append(sensor.site)
      for (cell, floor) in floors.enumerated() where floor < .infinity {
        // the lowest few are kept in order
        let place = lowest[cell].firstIndex { floor < $0 } ?? lowest[cell].count
        if place < rank { lowest[cell].insert(floor, at: place) }
        if lowest[cell].count > rank { lowest[cell].removeLast() }
      }
    }
    progress(sensors.count, sensors.count)
    return NetFloor(
      plane: plane, hexes: hexes, countryOf: countryOf,
      floors: lowest.map { $0.count >= rank ? $0[rank - 1] : .infinity }, rank: rank,
      sensors: names, faults: faults, unknown: unknown,
      isSmooth: environment.terrain == nil)
  }

  /// A sensor in the middle of its draws; nil without terrain.
  private func nominal(_ sensor: LowSensor, _ density: Double) -> SensorSweep? {
    guard let terrain = environment.terrain else { return nil }
    let eye = (sensor.eyes.lowerBound + sensor.eyes.upperBound) / 2
    let k = (sensor.factors.lowerBound + sensor.factors.upperBound) / 2
    return SensorSweep(
      terrain: terrain, position: sensor.position, eye: eye.rounded(),
      k: (k * 100).rounded() / 100, reach: sensor.reach,
      cell: terrain.isFine ? nil : 2_000, density: density)
  }

  /// Over a smooth Earth a target is seen from the height at which it rises above the horizon.
  private func smooth(_ sensor: LowSensor, _ offsets: [SIMD2<Double>]) -> [Float] {
    let k = (sensor.factors.lowerBound + sensor.factors.upperBound) / 2
    let reach = Lanes(
      repeating: Radar.horizon(
        antenna: (sensor.heights.lowerBound + sensor.heights.upperBound) / 2, target: 0, k: k))
    return offsets.map { offset in
      let distance = (offset * offset).sum().squareRoot()
      guard distance <= sensor.reach else { return .infinity }
      return Float(
        Radar.heightSeen(
          at: Lanes(repeating: distance), reach: reach, k: Lanes(repeating: k))[0])
    }
  }
}
