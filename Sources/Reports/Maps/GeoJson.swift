public import Geodesy
internal import Kernels
public import Quantities

/// Features in longitude and latitude for other programs, RFC 7946; rings over the antimeridian are not cut, their longitudes go
/// beyond 180.
public struct GeoJson: Sendable {
  /// An area with its properties.
  public struct Feature: Sendable {
    /// The outer ring first, each closed.
    public let rings: [[Position]]
    public let properties: [(String, Json)]

    public init(rings: [[Position]], properties: [(String, Json)]) {
      (self.rings, self.properties) = (rings, properties)
    }
  }

  public let features: [Feature]

  public init(_ features: [Feature]) { self.features = features }

  public var text: String {
    let lines = features.map { feature in
      Json.object([
        ("type", .string("Feature")), ("properties", .object(feature.properties)),
        (
          "geometry",
          .object([
            ("type", .string("Polygon")),
            (
              "coordinates",
              .array(
                feature.rings.enumerated().map { index, ring in
                  let points = ring.map { SIMD2($0.longitude.degrees, $0.latitude.degrees) }
                  return .array(
                    GeoJson.wound(Polygon.unwrapped(points), isOuter: index == 0)
                      .map(GeoJson.point))
                })
            ),
          ])
        ),
      ]).text
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\n" + lines.joined(separator: ",\n")
      + "\n]}\n"
  }

  /// Outer rings run against the clock, holes with it.
  private static func wound(_ ring: [SIMD2<Double>], isOuter: Bool) -> [SIMD2<Double>] {
    let sum = zip(ring, ring.dropFirst()).reduce(0.0) {
      $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
    }
    return (sum > 0) == isOuter ? ring : ring.reversed()
  }

  private static func point(_ point: SIMD2<Double>) -> Json {
    func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
    return .array([.number(rounded(point.x)), .number(rounded(point.y))])
  }
}
