internal import CPROJ
internal import Quantities

/// Where the posts of a grid lie on the Earth: a coordinate system and an affine map of cells, as GDAL
/// has it.
public struct GridReference: Hashable, Sendable {
  public let crs: String
  /// x = t₀ + t₁ column + t₂ row, y = t₃ + t₄ column + t₅ row, of a cell's corner.
  public let transform: [Double]
  /// Whether x is a longitude, degrees.
  public let isGeographic: Bool
  /// Metres in a unit of x and y; of a degree of latitude where they are degrees.
  public let metresPerUnit: Double

  /// - Returns: nil where PROJ does not know the coordinate system, or the map has no inverse.
  public init?(crs: String, transform t: [Double]) {
    guard t.count == 6, t.allSatisfy(\.isFinite), t[1] * t[5] - t[2] * t[4] != 0 else { return nil }
    let context = proj_context_create()
    defer { proj_context_destroy(context) }
    proj_log_level(context, PJ_LOG_NONE)
    guard let system = proj_create(context, crs) else { return nil }
    defer { proj_destroy(system) }
    // the horizontal part of a compound system
    let part =
      proj_get_type(system) == PJ_TYPE_COMPOUND_CRS
      ? proj_crs_get_sub_crs(context, system, 0) : nil
    defer { proj_destroy(part) }
    let kind = proj_get_type(part ?? system)
    (self.crs, transform) = (crs, t)
    isGeographic = kind == PJ_TYPE_GEOGRAPHIC_2D_CRS || kind == PJ_TYPE_GEOGRAPHIC_3D_CRS
    metresPerUnit =
      isGeographic ? 111_195 : GridReference.unit(part ?? system, context) ?? 1
  }

  /// Metres in a unit of a coordinate system's first axis.
  private static func unit(_ system: OpaquePointer, _ context: OpaquePointer?) -> Double? {
    guard let axes = proj_crs_get_coordinate_system(context, system) else { return nil }
    defer { proj_destroy(axes) }
    var factor = 0.0
    let known = proj_cs_get_axis_info(
      context, axes, 0, nil, nil, nil, &factor, nil, nil, nil)
    return known != 0 && factor > 0 ? factor : nil
  }

  /// Columns and rows of points, 0 the first post, fractions between posts; beyond the grid where the
  /// points are. Not a number where the coordinate system does not reach.
  ///
  /// A whole turn of longitude is taken off or put on so that points fall into `columns` if they can.
  public func places(of positions: [Position], columns: Int) -> [SIMD2<Double>] {
    let context = proj_context_create()
    defer { proj_context_destroy(context) }
    proj_log_level(context, PJ_LOG_NONE)
    guard let raw = proj_create_crs_to_crs(context, "EPSG:4326", crs, nil) else {
      return positions.map { _ in SIMD2(.nan, .nan) }
    }
    defer { proj_destroy(raw) }
    guard let projection = proj_normalize_for_visualization(context, raw) else {
      return positions.map { _ in SIMD2(.nan, .nan) }
    }
    defer { proj_destroy(projection) }
    let turn = isGeographic ? abs(360 / transform[1]) : 0
    return positions.map {
      let output = proj_trans(
        projection, PJ_FWD, proj_coord($0.longitude.degrees, $0.latitude.degrees, 0, 0))
      guard output.xy.x.isFinite, output.xy.y.isFinite else { return SIMD2(.nan, .nan) }
      var place = cell(output.xy.x, output.xy.y)
      if turn > 0 {
        while place.x < -0.5, place.x + turn <= Double(columns) { place.x += turn }
        while place.x > Double(columns) - 0.5, place.x - turn >= -1 { place.x -= turn }
      }
      return place
    }
  }

  /// Solves the affine map; posts stand in the middle of cells.
  private func cell(_ x: Double, _ y: Double) -> SIMD2<Double> {
    let t = transform
    let determinant = t[1] * t[5] - t[2] * t[4]
    let (u, v) = (x - t[0], y - t[3])
    return SIMD2(
      (u * t[5] - v * t[2]) / determinant - 0.5, (v * t[1] - u * t[4]) / determinant - 0.5)
  }
}
