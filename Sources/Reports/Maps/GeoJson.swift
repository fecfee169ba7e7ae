public import Geodesy
public import Quantities

/// Features in longitude and latitude for other programs, RFC 7946.
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
                  .array(GeoJson.wound(ring, isOuter: index == 0).map(GeoJson.point))
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
  private static func wound(_ ring: [Position], isOuter: Bool) -> [Position] {
    let sum = zip(ring, ring.dropFirst()).reduce(0.0) {
      $0 + $1.0.longitude.degrees * $1.1.latitude.degrees
        - $1.1.longitude.degrees * $1.0.latitude.degrees
    }
    return (sum > 0) == isOuter ? ring : ring.reversed()
  }

  private static func point(_ position: Position) -> Json {
    func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
    return .array([
      .number(rounded(position.longitude.degrees)), .number(rounded(position.latitude.degrees)),
    ])
  }
}
