internal import Geodesy
internal import Quantities

/// The part of the world in which ground forces of a scenario may move: its sites, and two degrees around them.
public struct Surroundings: Sendable {
  private let low, high: SIMD2<Double>

  /// - Parameter point: longitude and latitude, degrees.
  public func holds(_ point: SIMD2<Double>) -> Bool {
    point.x >= low.x && point.x <= high.x && point.y >= low.y && point.y <= high.y
  }

  init(_ sites: some Sequence<Theatre.Site>) {
    let points = sites.map(\.point)
    let margin = SIMD2(2.0, 2)
    low = points.reduce(SIMD2(180, 90)) { pointwiseMin($0, $1) } - margin
    high = points.reduce(SIMD2(-180, -90)) { pointwiseMax($0, $1) } + margin
  }
}

extension Theatre.Site {
  /// Longitude and latitude, degrees.
  public var point: SIMD2<Double> {
    SIMD2(position.longitude.degrees, position.latitude.degrees)
  }
}

extension Theatre {
  public var surroundings: Surroundings { Surroundings(sites.values) }
}
