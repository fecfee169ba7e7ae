internal import CPROJ
public import Quantities

/// Shortest lines on WGS-84, by PROJ's `geodesic.h` (Karney 2013): 15 nanometres.
public enum Geodesic {
  /// Length and initial azimuth of the geodesic between two points.
  ///
  /// - Returns: azimuth clockwise from north at `start`, in (−180°, 180°].
  public static func inverse(
    from start: Position, to end: Position
  ) -> (distance: Length, azimuth: Angle) {
    var (distance, first, second) = (0.0, 0.0, 0.0)
    withEllipsoid {
      geod_inverse(
        $0, start.latitude.degrees, start.longitude.degrees, end.latitude.degrees,
        end.longitude.degrees, &distance, &first, &second)
    }
    return (.metres(distance), .degrees(first))
  }

  public static func distance(from start: Position, to end: Position) -> Length {
    inverse(from: start, to: end).distance
  }

  /// The point at a distance along an azimuth.
  public static func direct(from start: Position, azimuth: Angle, distance: Length) -> Position {
    var (latitude, longitude, onward) = (0.0, 0.0, 0.0)
    withEllipsoid {
      geod_direct(
        $0, start.latitude.degrees, start.longitude.degrees, azimuth.degrees, distance.metres,
        &latitude, &longitude, &onward)
    }
    return Position(latitude, longitude)
  }

  /// `count` + 1 points from start to end at equal distances.
  public static func line(from start: Position, to end: Position, count: Int) -> [Position] {
    let (distance, azimuth) = inverse(from: start, to: end)
    return (0...count).map {
      direct(from: start, azimuth: azimuth, distance: distance * (Double($0) / Double(count)))
    }
  }

  /// Points of the azimuthal equidistant plane about a centre.
  ///
  /// - Parameter offsets: metres to the east and to the north: true bearings and distances.
  public static func points(
    around centre: Position, offsets: [SIMD2<Double>]
  ) -> [Position] {
    var result: [Position] = []
    result.reserveCapacity(offsets.count)
    withEllipsoid { ellipsoid in
      for offset in offsets {
        var (latitude, longitude, onward) = (0.0, 0.0, 0.0)
        geod_direct(
          ellipsoid, centre.latitude.degrees, centre.longitude.degrees,
          bearing(east: offset.x, north: offset.y) * 180 / .pi,
          (offset.x * offset.x + offset.y * offset.y).squareRoot(), &latitude, &longitude, &onward)
        result.append(Position(latitude, longitude))
      }
    }
    return result
  }

  /// Where points lie in the azimuthal equidistant plane about a centre, m to the east and north.
  public static func offsets(around centre: Position, of points: [Position]) -> [SIMD2<Double>] {
    var result: [SIMD2<Double>] = []
    result.reserveCapacity(points.count)
    withEllipsoid { ellipsoid in
      for point in points {
        var (distance, first, second) = (0.0, 0.0, 0.0)
        geod_inverse(
          ellipsoid, centre.latitude.degrees, centre.longitude.degrees, point.latitude.degrees,
          point.longitude.degrees, &distance, &first, &second)
        let azimuth = first * .pi / 180
        result.append(distance * SIMD2(sine(azimuth), cosine(azimuth)))
      }
    }
    return result
  }

  private static func withEllipsoid(_ body: (UnsafePointer<geod_geodesic>) -> Void) {
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, 6_378_137, 1 / 298.257223563)
    withUnsafePointer(to: ellipsoid, body)
  }
}
