import CGDAL
import Datasets

/// Rasters of one grid side by side: each of them is in it, or refused by name.
///
/// Where several know a cell, the one that is named first counts; what none knows is unknown.
struct Mosaic {
  private struct Tile {
    let band: HeightBand
    /// Of its north-west cell.
    let row, column: Int
  }

  let rows, columns: Int
  let crs: String
  let transform: [Double]
  private let tiles: [Tile]

  init(_ bands: [HeightBand]) throws {
    let first = bands[0]
    for band in bands.dropFirst() { try Mosaic.check(band, against: first) }
    let t = first.transform
    let turn = Mosaic.turn(first.file)
    let places = bands.map { band in
      // over the antimeridian, the shorter way
      let east = band.transform[0] - t[0]
      let near = turn.map { east - ($0 * (east / $0).rounded()) } ?? east
      return (band: band, column: near / t[1], row: (band.transform[3] - t[3]) / t[5])
    }
    let west = places.map(\.column).min()!
    let north = places.map(\.row).min()!
    for place in places
    where abs(place.column - place.column.rounded()) > 0.05
      || abs(place.row - place.row.rounded()) > 0.05
    {
      throw Refusal(
        "\(place.band.path): its cells do not lie on those of \(first.path); expected files of one grid\n"
          + Mosaic.help)
    }
    let east = places.map { $0.column + Double($0.band.file.columns) }.max()! - west
    let south = places.map { $0.row + Double($0.band.file.rows) }.max()! - north
    guard east < 1e9, south < 1e9 else {
      throw Refusal("the mosaic: its files lie too far apart; expected neighbours")
    }
    (rows, columns) = (Int(south.rounded()), Int(east.rounded()))
    if let refusal = TiledGrid.Header.refusal(rows: rows, columns: columns) {
      throw Refusal("\(bands.count > 1 ? "the mosaic" : first.path): \(refusal)")
    }
    crs = first.file.crs!
    transform = [t[0] + west * t[1], t[1], 0, t[3] + north * t[5], 0, t[5]]
    tiles = places.map {
      Tile(
        band: $0.band, row: Int(($0.row - north).rounded()),
        column: Int(($0.column - west).rounded()))
    }
  }

  private static let help =
    "  help: gdalwarp brings files to one grid; or import them under names of their own"

  /// A whole turn of longitude in the units of a file; nil in a projection.
  private static func turn(_ file: GdalFile) -> Double? {
    guard let reference = GDALGetSpatialRef(file.handle), OSRIsGeographic(reference) != 0 else {
      return nil
    }
    return 2 * .pi / OSRGetAngularUnits(reference, nil)
  }

  /// What must be the same in all files of a mosaic.
  private static func check(_ band: HeightBand, against first: HeightBand) throws {
    let (own, other) = (
      GDALGetSpatialRef(band.file.handle), GDALGetSpatialRef(first.file.handle)
    )
    guard OSRIsSame(own, other) != 0 else {
      throw Refusal(
        "\(band.path): another coordinate system than \(first.path); expected files of one mosaic")
    }
    let (a, b) = (band.transform, first.transform)
    // over a whole file, a twentieth of a cell
    let most = 0.05 / Double(max(band.file.columns, band.file.rows))
    guard abs(a[1] / b[1] - 1) < most, abs(a[5] / b[5] - 1) < most else {
      throw Refusal(
        "\(band.path): cells of \(abs(a[1])) × \(abs(a[5])), those of \(first.path) are \(abs(b[1])) × \(abs(b[5])); "
          + "expected files of one grid\n" + help)
    }
    guard band.hasUnit == first.hasUnit || band.metres == first.metres else {
      let (silent, told) = band.hasUnit ? (first, band) : (band, first)
      throw Refusal(
        "\(silent.path): no unit, and \(told.path) is not in metres\n  help: --unit says what all are in"
      )
    }
  }

  /// Rows of the whole, from the north.
  func read(_ rows: Range<Int>) throws(DataError) -> [Float] {
    if tiles.count == 1 { return try tiles[0].band.read(rows) }
    var values = [Float](repeating: .nan, count: rows.count * columns)
    for tile in tiles {
      let width = tile.band.file.columns
      let own = rows.clamped(to: tile.row..<(tile.row + tile.band.file.rows))
      guard !own.isEmpty else { continue }
      let part = try tile.band.read((own.lowerBound - tile.row)..<(own.upperBound - tile.row))
      for row in own {
        let from = (row - own.lowerBound) * width
        let to = (row - rows.lowerBound) * columns + tile.column
        for i in 0..<width where values[to + i].isNaN { values[to + i] = part[from + i] }
      }
    }
    return values
  }
}
