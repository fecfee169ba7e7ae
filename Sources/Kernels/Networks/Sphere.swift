/// Distances between points of a network, longitude and latitude in degrees.
public enum Sphere {
  /// On a sphere of the Earth's mean radius, m: right to half a per cent, which is less than what a map of nodes says of a way.
  public static func apart(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    let (up, over) = ((a.y - b.y) * .pi / 180, (a.x - b.x) * .pi / 180)
    let middle = sineAndCosine((a.y + b.y) * .pi / 360).cosine
    return Radar.earthRadius * (up * up + over * over * middle * middle).squareRoot()
  }

  /// How far a point is from the straight line between two others, m.
  public static func apart(
    _ point: SIMD2<Double>, from start: SIMD2<Double>, to end: SIMD2<Double>
  ) -> Double {
    let scale = SIMD2(sineAndCosine(point.y * .pi / 180).cosine, 1)
    let (way, over) = ((end - start) * scale, (point - start) * scale)
    let length = (way * way).sum()
    let share = length > 0 ? min(1, max(0, (way * over).sum() / length)) : 0
    return apart(point, start + share * (end - start))
  }
}
