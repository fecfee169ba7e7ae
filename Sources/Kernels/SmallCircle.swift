extension GreatCircle {
  /// Where along the track a mover is within an angle of a fixed point.
  ///
  /// - Parameters:
  ///   - bearings: the point's constants.
  ///   - radius: the angle, rad, four lanes, below 0.5.
  /// - Returns: distances along the track of entry and exit, m, unclipped; entry > exit where the
  ///   track never comes so near.
  @inlinable
  public func passage(
    _ bearings: (along: Lanes, across: Lanes), within radius: Lanes
  ) -> (entry: Lanes, exit: Lanes) {
    let (a, b) = bearings
    let nearest = LaneMath.squareRoot(a * a + b * b)
    let abeam = LaneMath.angle(versine: LaneMath.greatest(1 - a / nearest, .zero))
    let middle = LaneMath.pick(abeam, -abeam, where: b .< 0)
    let q = radius * radius
    let fourth = 1.0 / 24 - q * (1.0 / 720)
    let cosine = 1 - q * (0.5 - q * fourth)
    let short = 1 - cosine / nearest
    let half = LaneMath.angle(versine: LaneMath.greatest(short, .zero))
    let misses = short .< 0
    return (
      LaneMath.pick((middle - half) * scale, Lanes(repeating: 1), where: misses),
      LaneMath.pick((middle + half) * scale, Lanes(repeating: 0), where: misses)
    )
  }
}
