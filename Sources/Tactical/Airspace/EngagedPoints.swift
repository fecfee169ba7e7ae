internal import Kernels
internal import Theatre
internal import Timelines

/// By how many batteries each point is engaged in four draws, 255 standing for as many and more; level by level: some
/// heights, and behind them the published circle at no height.
struct EngagedPoints {
  private var counts: [SIMD4<UInt8>]
  private let points: Int

  init(levels: Int, points: Int) {
    counts = Array(repeating: .zero, count: levels * points)
    self.points = points
  }

  /// - Parameter heights: above the ground, m; one less than there are levels.
  mutating func add(
    _ battery: AirspaceStudy.Battery, _ draws: DrawBlock, _ group: Int, at heights: [Double]
  ) {
    let state = battery.volume.state(draws, group)
    for (level, height) in heights.enumerated() {
      let floor = battery.floor.flatMap { height >= $0.least ? $0 : nil }
      add(
        battery.near, state, within: state.reach2(at: height, isSmooth: floor == nil), level,
        above: floor, height)
    }
    add(battery.near, state, within: state.circle2, heights.count, above: nil, 0)
  }

  private mutating func add(
    _ near: [AirspaceStudy.Battery.Near], _ state: EngagedVolume.State, within reach2: Lanes,
    _ level: Int, above floor: AirspaceStudy.Battery.Floor?, _ height: Double
  ) {
    guard reach2.max() > 0 else { return }
    let first = level * points
    counts.withUnsafeMutableBufferPointer { counts in
      for index in near.indices {
        let d2 = state.distance2(to: near[index].offset)
        var engages: LaneMask = d2 .<= reach2
        guard any(engages) else { continue }
        if let floor {
          let usual = Double(floor.heights[index])
          guard usual < .infinity else { continue }
          let lowest = usual + state.raised(at: LaneMath.squareRoot(d2), above: floor.middle)
          engages .&= lowest .<= height
        }
        let place = first + near[index].point
        let one = SIMD4<UInt8>.zero.replacing(with: 1, where: SIMDMask(truncating: engages))
        counts[place] = EngagedPoints.sum(counts[place], one)
      }
    }
  }

  mutating func add(_ other: EngagedPoints) {
    for place in counts.indices {
      counts[place] = EngagedPoints.sum(counts[place], other.counts[place])
    }
  }

  /// Held at the greatest number: a wrapped count would be a small one.
  @inline(__always)
  private static func sum(_ a: SIMD4<UInt8>, _ b: SIMD4<UInt8>) -> SIMD4<UInt8> {
    let sum = a &+ b
    return sum.replacing(with: .max, where: sum .< a)
  }

  /// In which of four draws a point is engaged by so many batteries or more.
  func isEngaged(_ point: Int, level: Int, by least: UInt8) -> SIMDMask<SIMD4<Int8>> {
    counts[level * points + point] .>= least
  }

  /// How many points are engaged by so many batteries or more, owner by owner.
  func tally(level: Int, by least: UInt8, owners: [Int], of count: Int) -> [SIMD4<UInt32>] {
    var tally = [SIMD4<UInt32>](repeating: .zero, count: count)
    for (point, owner) in owners.enumerated() where owner >= 0 {
      let engaged = counts[level * points + point] .>= least
      tally[owner] &+= SIMD4(
        truncatingIfNeeded: SIMD4<UInt8>.zero.replacing(with: 1, where: engaged))
    }
    return tally
  }
}
