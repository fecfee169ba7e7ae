internal import Kernels

/// A radar in four draws, SI.
struct RadarState {
  let works: LaneMask
  let direction: GreatCircle.Direction
  let k: Lanes
  let bending: Bending
  let antenna: Lanes
  /// The antenna's own horizon.
  let reach: Lanes
  let strength: Lanes
  let instrumented: Lanes
  let ceiling: Lanes
  let scan: Lanes
  let luck: Lanes

  /// How far along the ground a target at a height is seen, whatever the gates, m.
  ///
  /// - Parameter echo: the fourth power of how far it would be seen in free space, m⁴.
  func reach(to height: Double, _ gates: RadarGates, echo: Lanes) -> Lanes {
    let free = LaneMath.squareRoot(LaneMath.squareRoot(echo))
    guard gates.isLow else { return free }
    let target = Lanes(repeating: height)
    let farthest = LaneMath.least(free, reach + bending.horizon(height: target))
    // the farthest of 64 distances from which it is seen; what is nearer than a null of the lobes is seen too
    var found = Lanes.zero
    for step in (1...64).reversed() {
      let d = farthest * (Double(step) / 64)
      var left = gates.ground?.echo(target, at: d) ?? Lanes(repeating: 1)
      left = LaneMath.pick(left, left / gates.noise, where: d .< reach)
      let d2 = d * d
      found.replace(with: d, where: (found .== 0) .& (d2 * d2 .<= left * echo))
      if all(found .> 0) { break }
    }
    return found
  }
}
