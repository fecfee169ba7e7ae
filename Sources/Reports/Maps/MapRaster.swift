public import Datasets
internal import Geodesy
internal import Quantities
public import Theatre

/// Numbers over a study's plane, as a raster for other programs.
public struct MapRaster: Sendable {
  public let rows, columns: Int
  /// Row-major from the north-west; what is not known is not a number.
  public let values: [Float]
  public let unit: String
  public let header: TiledGrid.Header
  /// Its coordinate system as ESRI's programs read it beside a grid.
  public let esriText: String

  public init(_ plane: StudyPlane, _ values: [Float], unit: String, origin: String) {
    precondition(values.count == plane.count, "one number a point")
    (rows, columns, self.unit) = (plane.rows, plane.columns, unit)
    esriText = plane.projection.esriText
    self.values = values.map { $0.isFinite ? $0 : .nan }
    header = TiledGrid.Header(
      rows: plane.rows, columns: plane.columns, crs: plane.projection.crs,
      transform: [
        plane.west - plane.spacing / 2, plane.spacing, 0, plane.north + plane.spacing / 2, 0,
        -plane.spacing,
      ], origin: [origin])
  }

  /// As text that QGIS and ArcGIS read.
  public var asciiGrid: String {
    let t = header.transform
    var out =
      "ncols \(columns)\nnrows \(rows)\nxllcorner \(t[0])\n"
      + "yllcorner \(t[3] + Double(rows) * t[5])\ncellsize \(t[1])\nNODATA_value -9999\n"
    for row in 0..<rows {
      out +=
        values[(row * columns)..<((row + 1) * columns)].map {
          $0.isNaN ? "-9999" : Json.short(Double($0))
        }.joined(separator: " ") + "\n"
    }
    return out
  }

  /// Lighter where less is hidden.
  public static let floorStyle = Qml.steps([
    (300, "300 m or lower", "#ffffcc"), (600, "to 600 m", "#c7e9b4"),
    (1_000, "to 1 000 m", "#7fcdbb"), (2_000, "to 2 000 m", "#41b6c4"),
    (4_000, "to 4 000 m", "#1d91c0"), (8_000, "to 8 000 m", "#225ea8"),
    (.infinity, "higher", "#0c2c84"),
  ])

  /// Share of the draws in which a point is engaged; darker in more of them.
  public static let engagedStyle = Qml.steps(
    [(0.001, "in no draw", "#f7f7f7")]
      + zip(
        [(0.1, "in up to 10 of 100 draws"), (0.5, "to 50"), (0.9, "to 90")],
        ["#fddbc7", "#f4a582", "#d6604d"]
      ).map { (upTo: $0.0, words: $0.1, fill: $1) }
      + [(.infinity, "in more than 90", "#b2182b")])

  public static let coverageStyle = Qml.steps([
    (0.5, "not in line of sight", "#f7f7f7"), (.infinity, "in line of sight", "#4393c3"),
  ])
}
