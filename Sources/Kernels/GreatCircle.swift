/// A great-circle track in four draws, and how far a fixed point is from its moving end.
///
/// With A the start, T the unit tangent towards the end and P the point, all unit vectors, the
/// angle from P to the mover after an arc φ is
///
///     cos c = (P·A) cos φ + (P·T) sin φ
///
/// Lengths are arcs of a sphere scaled so that the track has its geodesic length; ranges beside the
/// track are then off by at most 0.4 % (`GreatCircleTests.againstGeodesics`).
public struct GreatCircle: Sendable {
  /// Three lanes of a unit vector.
  public struct Direction: Sendable {
    public var x, y, z: Lanes

    @inlinable
    public init(x: Lanes, y: Lanes, z: Lanes) { (self.x, self.y, self.z) = (x, y, z) }

    @inlinable
    public init(_ vector: SIMD3<Double>) {
      self.init(
        x: Lanes(repeating: vector.x), y: Lanes(repeating: vector.y), z: Lanes(repeating: vector.z))
    }

    @inlinable @inline(__always)
    public func dot(_ other: Direction) -> Lanes { x * other.x + y * other.y + z * other.z }

    /// 1 − cos of the angle to another direction, without cancellation.
    @inlinable @inline(__always)
    public func versine(to other: Direction) -> Lanes {
      let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
      return 0.5 * (dx * dx + dy * dy + dz * dz)
    }
  }

  /// Arc from start to end, rad.
  public let arc: Lanes
  /// m per rad of arc.
  public let scale: Lanes
  @usableFromInline let start: Direction
  @usableFromInline let tangent: Direction

  /// - Parameter scale: geodesic over spherical length for this pair, times the Earth's radius.
  @inlinable
  public init(from start: Direction, to end: Direction, scale: Double) {
    let versine = start.versine(to: end)
    let cosine = 1 - versine
    let sine = LaneMath.squareRoot(
      LaneMath.greatest(versine * (2 - versine), Lanes(repeating: 1e-20)))
    arc = LaneMath.angle(versine: versine)
    self.scale = Lanes(repeating: scale)
    self.start = start
    tangent = Direction(
      x: (end.x - cosine * start.x) / sine, y: (end.y - cosine * start.y) / sine,
      z: (end.z - cosine * start.z) / sine)
  }

  /// Length of the track, m.
  @inlinable public var length: Lanes { arc * scale }

  /// The two constants of a point beside the track: P·A and P·T.
  @inlinable @inline(__always)
  public func bearings(of point: Direction) -> (along: Lanes, across: Lanes) {
    (point.dot(start), point.dot(tangent))
  }

  /// 1 − cos c between a point and the mover after `x` metres, from the point's `bearings`.
  @inlinable @inline(__always)
  public func versine(_ bearings: (along: Lanes, across: Lanes), after x: Lanes) -> Lanes {
    let (oneLess, sine) = GreatCircle.partial(x / scale)
    let versine = 1 - bearings.along + bearings.along * oneLess - bearings.across * sine
    return LaneMath.greatest(versine, .zero)
  }

  /// The squared cosine of the angle between the way of the mover after `x` metres and the direction from it to a point,
  /// along the ground: 1 head-on and tail-on, 0 abeam.
  ///
  ///     cos A = (P·T cos φ − P·A sin φ)/sin c
  ///
  /// - Parameter versine: 1 − cos c of the point there.
  @inlinable @inline(__always)
  public func aspect(
    _ bearings: (along: Lanes, across: Lanes), after x: Lanes, versine: Lanes
  ) -> Lanes {
    let (oneLess, sine) = GreatCircle.partial(x / scale)
    let ahead = bearings.across * (1 - oneLess) - bearings.along * sine
    let sine2 = LaneMath.greatest(versine * (2 - versine), Lanes(repeating: 1e-20))
    return LaneMath.least(ahead * ahead / sine2, Lanes(repeating: 1))
  }

  /// 1 − cos φ and sin φ, to 1e-11 for φ ≤ 0.5.
  @inlinable @inline(__always)
  static func partial(_ phi: Lanes) -> (oneLess: Lanes, sine: Lanes) {
    let q = phi * phi
    var oneLess = Lanes(repeating: 1.0 / 3_628_800)
    oneLess = 1.0 / 40_320 - q * oneLess
    oneLess = 1.0 / 720 - q * oneLess
    oneLess = 1.0 / 24 - q * oneLess
    oneLess = q * (0.5 - q * oneLess)
    var sine = Lanes(repeating: 1.0 / 362_880)
    sine = 1.0 / 5_040 - q * sine
    sine = 1.0 / 120 - q * sine
    sine = 1.0 / 6 - q * sine
    return (oneLess, phi * (1 - q * sine))
  }

  /// Where the mover is after `x` metres.
  @inlinable
  public func direction(after x: Lanes) -> Direction {
    let (oneLess, sine) = GreatCircle.partial(x / scale)
    let cosine = 1 - oneLess
    return Direction(
      x: start.x * cosine + tangent.x * sine, y: start.y * cosine + tangent.y * sine,
      z: start.z * cosine + tangent.z * sine)
  }
}
