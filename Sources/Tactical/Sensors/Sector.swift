internal import Geodesy
internal import Kernels
internal import Quantities
internal import Theatre
internal import Timelines

/// The bearings that a sensor or a battery looks at, in four draws.
struct Sector {
  /// East and north part of its middle.
  private let middle: (east: Double, north: Double)
  /// Cosine of half its width.
  private let cosine: Lanes

  /// Nil for what looks all round: without a width, or without a facing.
  init?(_ width: Input<Angle>?, around facing: Angle?, _ draws: DrawBlock, _ group: Int) {
    guard let width, let facing else { return nil }
    let (sine, cosine) = sineAndCosine(facing.radians)
    middle = (sine, cosine)
    var half = Lanes.zero
    for lane in 0..<4 {
      half[lane] = sineAndCosine(min(draws[width, group][lane] / 2, .pi)).cosine
    }
    self.cosine = half
  }

  /// - Parameters: east and north part of the direction to a target, of any length.
  @inline(__always)
  func holds(east: Lanes, north: Lanes) -> LaneMask {
    let level = LaneMath.squareRoot(east * east + north * north)
    return east * middle.east + north * middle.north .>= cosine * level
  }
}
