internal import Kernels
public import Quantities
public import Theatre
internal import Timelines

/// In which share of the draws air defence of the other side could engage an aircraft over each point at one height.
public struct EngagedMap: Sendable {
  public let plane: StudyPlane
  public let hexes: HexGrid
  /// By point of the plane.
  fileprivate let shares: [Float]
  /// Country of the points over defended countries, by point.
  fileprivate let countryOf: [Int: String]
  /// Sites of the batteries.
  public let batteries: [String]
  /// Sites for whose batteries the terrain has no ground: their horizon is that of a smooth Earth.
  public let smooth: [String]

  /// By point of the plane.
  ///
  /// - Precondition: the height is 300 m at least; lower ones are told by hexagon.
  public func told(at height: Length) -> [Float] {
    precondition(height.metres >= Double(NetFloor.leastTold), "\(height) point by point")
    return shares
  }

  /// Mean of each hexagon over a defended country, for any height.
  public var byHexagon: [(hex: HexGrid.Hex, country: String, share: Double)] {
    var sums: [HexGrid.Hex: (country: String, sum: Double, count: Double)] = [:]
    for cell in countryOf.keys.sorted() {
      let hex = hexes.hex(plane.place(cell))
      var sum = sums[hex] ?? (countryOf[cell]!, 0, 0)
      sum.sum += Double(shares[cell])
      sum.count += 1
      sums[hex] = sum
    }
    return sums.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value.country, $0.value.sum / $0.value.count)
    }
  }
}

extension AirspaceStudy {
  /// Engaged by so many batteries or more, of 16 × 16 draws.
  public func map(
    _ posture: Theatre.Posture, at height: Length, by least: Int, seed: UInt64, threads: Int,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> EngagedMap {
    let defence = try await defence(posture, threads: threads)
    let supply = drawing.blocks(of: defence.inputs, seed: seed)
    let each = try await inParallel(
      AirspaceStudy.replicates, threads: threads, finished: progress
    ) { replicate in
      engaged(defence, supply(replicate, 0, AirspaceStudy.mostDraws), height, by: UInt8(least))
    }
    var shares = [Float](repeating: 0, count: plane.count)
    let draws = Float(AirspaceStudy.replicates * AirspaceStudy.mostDraws)
    for (point, cell) in points.enumerated() {
      shares[cell] = Float(each.reduce(0) { $0 + $1[point] }) / draws
    }
    let owners = zip(points, countryOf).filter { $0.1 >= 0 }
    return EngagedMap(
      plane: plane, hexes: hexes, shares: shares,
      countryOf: Dictionary(uniqueKeysWithValues: owners.map { ($0, countries[$1]) }),
      batteries: defence.batteries.map(\.volume.site.id),
      smooth: defence.batteries.filter { $0.floor == nil }.map(\.volume.site.id))
  }

  /// In how many draws each point is engaged.
  private func engaged(
    _ defence: Defence, _ draws: DrawBlock, _ height: Length, by least: UInt8
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: points.count)
    for group in 0..<draws.groups {
      var engaged = EngagedPoints(levels: 2, points: points.count)
      for battery in defence.batteries {
        engaged.add(battery, draws, group, at: [height.metres])
      }
      for point in points.indices {
        let holds = engaged.isEngaged(point, level: 0, by: least)
        for lane in 0..<4 where holds[lane] { counts[point] += 1 }
      }
    }
    return counts
  }
}
