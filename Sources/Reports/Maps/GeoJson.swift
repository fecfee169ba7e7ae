public import Geodesy
internal import Kernels
public import Quantities

/// Features in longitude and latitude for other programs, RFC 7946; rings over the antimeridian are not cut, their longitudes go
/// beyond 180.
public struct GeoJson: Sendable {
  /// An area or a point with its properties.
  public struct Feature: Sendable {
    fileprivate enum Shape: Sendable {
      /// The outer ring first, each closed.
      case area([[Position]])
      case point(Position)
    }

    fileprivate let shape: Shape
    public let properties: [(String, Json)]

    /// - Parameter rings: the outer one first, each closed.
    public init(rings: [[Position]], properties: [(String, Json)]) {
      (shape, self.properties) = (.area(rings), properties)
    }

    public init(point: Position, properties: [(String, Json)]) {
      (shape, self.properties) = (.point(point), properties)
    }
  }

  public let features: [Feature]

  public init(_ features: [Feature]) { self.features = features }

  public var text: String {
    let lines = features.map { feature in
      Json.object([
        ("type", .string("Feature")), ("properties", .object(feature.properties)),
        ("geometry", GeoJson.geometry(feature.shape)),
      ]).text
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\n" + lines.joined(separator: ",\n")
      + "\n]}\n"
  }

  private static func geometry(_ shape: Feature.Shape) -> Json {
    let (type, coordinates): (String, Json) =
      switch shape {
      case .point(let place): ("Point", point(plane(place)))
      case .area(let rings):
        (
          "Polygon",
          .array(
            rings.enumerated().map { index, ring in
              .array(
                wound(Polygon.unwrapped(ring.map(plane)), isOuter: index == 0).map(point))
            })
        )
      }
    return .object([("type", .string(type)), ("coordinates", coordinates)])
  }

  private static func plane(_ place: Position) -> SIMD2<Double> {
    SIMD2(place.longitude.degrees, place.latitude.degrees)
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
