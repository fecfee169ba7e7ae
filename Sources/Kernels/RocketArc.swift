/// How long a rocket of fixed propellant flies: its speed is what its greatest range takes.
///
///     v² = g R,  sin 2θ = d/R,  T = √(2 d tan θ/g)
///
/// θ lies between the flat solution and 90° less it; between them the speed is what the distance takes (brake rings). Empty
/// space over flat ground, as in any textbook of mechanics; what the air adds is the caller's.
public enum RocketArc {
  /// Time of flight, s.
  ///
  /// - Parameters:
  ///   - distance: d, m, > 0; held to the reach.
  ///   - reach: R, the greatest range, m.
  ///   - steepness: 0 the flat arc, 1 the steep one.
  public static func time(over distance: Lanes, reach: Lanes, steepness: Lanes) -> Lanes {
    var time = Lanes.zero
    for lane in 0..<4 {
      let share = min(distance[lane] / reach[lane], 1)
      // tan θ = (1 − √(1 − s²))/s, the steep solution is its inverse
      let root = max(1 - share * share, 0).squareRoot()
      let flat = share > 1e-9 ? (1 - root) / share : 0
      // even steps of the angle
      let low = arctangent(flat)
      let angle = low + steepness[lane] * (0.5 * .pi - 2 * low)
      let (sine, cosine) = sineAndCosine(min(angle, 0.499 * .pi))
      time[lane] = (2 * distance[lane] * sine / (cosine * QuasiBallistic.gravity)).squareRoot()
    }
    return time
  }
}
