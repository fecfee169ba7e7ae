/// A regular grid of numbers over longitude and latitude, cell centres.
///
/// Row-major, north to south, west to east. Float keeps a world at 1/12° in 37 MB.
public struct Grid: Sendable {
  /// Latitude of the first row and longitude of the first column, degrees.
  public let north: Double
  public let west: Double
  /// Distance between rows and between columns, degrees, both > 0.
  public let step: Double
  public let rows: Int
  public let columns: Int
  public let values: [Float]

  /// - Precondition: `values.count == rows × columns`, both ≥ 2.
  public init(north: Double, west: Double, step: Double, rows: Int, columns: Int, values: [Float]) {
    precondition(values.count == rows * columns && rows >= 2 && columns >= 2, "grid shape")
    (self.north, self.west, self.step) = (north, west, step)
    (self.rows, self.columns, self.values) = (rows, columns, values)
  }

  /// Bilinear between the four cell centres around; beyond the first and last row, the row itself.
  ///
  /// Longitude wraps when the grid does.
  public func value(latitude: Double, longitude: Double) -> Double {
    let y = min(max((north - latitude) / step, 0), Double(rows - 1))
    var x = ((longitude - west) / step).truncatingRemainder(dividingBy: 360 / step)
    if x < 0 { x += 360 / step }
    x = min(x, Double(columns - 1))
    let (i, j) = (min(Int(y), rows - 2), min(Int(x), columns - 2))
    let (v, u) = (y - Double(i), x - Double(j))
    func at(_ i: Int, _ j: Int) -> Double { Double(values[i * columns + j]) }
    return (at(i, j) * (1 - u) + at(i, j + 1) * u) * (1 - v)
      + (at(i + 1, j) * (1 - u) + at(i + 1, j + 1) * u) * v
  }
}
