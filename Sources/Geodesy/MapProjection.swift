internal import CPROJ
internal import Quantities

/// A map projection by PROJ: Lambert's azimuthal equal-area around a centre.
///
/// Equal-area, so that a hatched country is as large as it is; at 1 000 km from the centre shapes
/// are off by 0.6 %.
public struct MapProjection: Sendable {
  public let centre: Position
  /// What to print beside the map.
  public var name: String {
    func degrees(_ angle: Angle) -> String { "\((angle.degrees * 10).rounded() / 10)°" }
    return "Lambert azimuthal equal-area, centre \(degrees(centre.latitude)) N "
      + "\(degrees(centre.longitude)) E, WGS 84"
  }

  public init(centre: Position) { self.centre = centre }

  /// Eastings and northings, m, of many points at once, in order.
  public func project(_ positions: [Position]) -> [SIMD2<Double>] {
    let context = proj_context_create()
    defer { proj_context_destroy(context) }
    let definition =
      "+proj=laea +lat_0=\(centre.latitude.degrees) +lon_0=\(centre.longitude.degrees) +ellps=WGS84"
    guard let projection = proj_create(context, definition) else {
      preconditionFailure("PROJ refuses \(definition)")
    }
    defer { proj_destroy(projection) }
    return positions.map {
      let input = proj_coord($0.longitude.radians, $0.latitude.radians, 0, 0)
      let output = proj_trans(projection, PJ_FWD, input)
      return SIMD2(output.xy.x, output.xy.y)
    }
  }
}
