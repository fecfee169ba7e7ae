internal import CPROJ
internal import Quantities

/// An equal-area map projection by PROJ, chosen for the region it shows.
///
/// Equal-area, so that a hatched country is as large as it is. A region near the equator or across it
/// that is wide, or half the world, gets Lambert's cylinder, a wide one elsewhere Albers' cone with standard parallels a
/// sixth of its height from its edges, any other Lambert's azimuthal map: within 1 000 km of its centre
/// shapes are off by 0.6 %.
/// Source: J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395, 1987, pp. 34,
/// 76, 98, 182.
public struct MapProjection: Sendable {
  private enum Form: Sendable {
    case azimuthal
    case conic(south: Double, north: Double)
    case cylinder(standard: Double)
  }

  public let centre: Position
  private let form: Form

  /// - Parameters: the region's edges, degrees.
  public init(south: Double, west: Double, north: Double, east: Double) {
    centre = Position((south + north) / 2, (west + east) / 2)
    let middle = (south + north) / 2
    let ratio = (east - west) * cosine(centre.latitude.radians) / max(north - south, 1e-9)
    let sixth = (north - south) / 6
    form =
      ratio <= 1.7 && north - south < 100 && east - west < 150
      ? .azimuthal
      : (south < 0 && north > 0) || abs(middle) < 15 || east - west >= 150 || north - south >= 100
        ? .cylinder(standard: max(abs(middle), 1.5 * sixth))
        : .conic(south: south + sixth, north: north - sixth)
  }

  /// What to print beside the map.
  public var name: String {
    func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
      let tenths = Int((abs(value) * 10).rounded())
      let digits = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
      return "\(digits)° \(value < 0 ? negative : positive)"
    }
    func latitude(_ value: Double) -> String { degrees(value, "N", "S") }
    let meridian = degrees(centre.longitude.degrees, "E", "W")
    switch form {
    case .azimuthal:
      return "Lambert azimuthal equal-area, centre \(latitude(centre.latitude.degrees)) "
        + "\(meridian), WGS 84"
    case .conic(let south, let north):
      return "Albers equal-area conic, standard parallels \(latitude(south)) and "
        + "\(latitude(north)), central meridian \(meridian), WGS 84"
    case .cylinder(let standard):
      return "Lambert cylindrical equal-area, true at \(latitude(standard)) and S, "
        + "central meridian \(meridian), WGS 84"
    }
  }

  private var definition: String {
    let (lat, lon) = (centre.latitude.degrees, centre.longitude.degrees)
    switch form {
    case .azimuthal: return "+proj=laea +lat_0=\(lat) +lon_0=\(lon) +ellps=WGS84"
    case .conic(let south, let north):
      return "+proj=aea +lat_1=\(south) +lat_2=\(north) +lat_0=\(lat) +lon_0=\(lon) +ellps=WGS84"
    case .cylinder(let standard):
      return "+proj=cea +lat_ts=\(standard) +lon_0=\(lon) +ellps=WGS84"
    }
  }

  /// Eastings and northings, m, of many points at once, in order.
  public func project(_ positions: [Position]) -> [SIMD2<Double>] {
    through(PJ_FWD, positions.map { SIMD2($0.longitude.radians, $0.latitude.radians) })
  }

  /// Points of eastings and northings, m, in order; nil where nothing of the Earth is there.
  public func positions(_ points: [SIMD2<Double>]) -> [Position?] {
    through(PJ_INV, points).map { place in
      guard place.x.isFinite, place.y.isFinite else { return nil }
      return Position(latitude: .init(si: place.y), longitude: .init(si: place.x))
    }
  }

  private func through(_ direction: PJ_DIRECTION, _ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
    let context = proj_context_create()
    defer { proj_context_destroy(context) }
    guard let projection = proj_create(context, definition) else {
      preconditionFailure("PROJ refuses \(definition)")
    }
    defer { proj_destroy(projection) }
    return points.map {
      let output = proj_trans(projection, direction, proj_coord($0.x, $0.y, 0, 0))
      return SIMD2(output.xy.x, output.xy.y)
    }
  }

  /// As PROJ is told it; what a map file says of itself.
  public var crs: String { definition + " +units=m +type=crs" }

  /// The same as ESRI's programs write it beside a grid; empty where PROJ has no words for it.
  public var esriText: String {
    let context = proj_context_create()
    defer { proj_context_destroy(context) }
    guard let projection = proj_create(context, crs) else { return "" }
    defer { proj_destroy(projection) }
    let text = proj_as_wkt(context, projection, PJ_WKT1_ESRI, nil).map { String(cString: $0) } ?? ""
    // PROJ gives the cylinder its name at 30° whatever its parallel is
    return text.replacing("\"Behrmann\"", with: "\"Cylindrical_Equal_Area\"")
  }
}
