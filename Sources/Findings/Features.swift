/// A table whose rows lie somewhere on the Earth.
public struct Features: Sendable {
  /// Longitude and latitude, degrees; a ring over the antimeridian goes beyond 180.
  public typealias Point = SIMD2<Double>

  public enum Geometry: Hashable, Sendable {
    case point(Point)
    /// Closed rings, the outer one first.
    case polygon([[Point]])
    /// Several of them; a ring that lies in no other is an outer one.
    case multiPolygon([[[Point]]])
  }

  public enum Kind: String, Sendable {
    case point = "POINT"
    case polygon = "POLYGON"
    case multiPolygon = "MULTIPOLYGON"
  }

  public let sheet: Sheet
  public let kind: Kind
  /// One a row; nil where nothing is known of it.
  public let geometries: [Geometry?]
  /// A style as QGIS reads it; empty leaves it to the program.
  public let style: String

  /// - Precondition: one geometry a row.
  public init(_ sheet: Sheet, _ kind: Kind, _ geometries: [Geometry?], style: String = "") {
    precondition(geometries.count == sheet.rows.count, "a geometry a row of \(sheet.name)")
    (self.sheet, self.kind, self.geometries, self.style) = (sheet, kind, geometries, style)
  }
}
