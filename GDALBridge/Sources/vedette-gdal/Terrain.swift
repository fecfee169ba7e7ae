import CGDAL
import Datasets
import Foundation

/// Any raster of heights to a tiled grid in metres.
struct Terrain {
  let band: Int32
  /// What the user says the values are in; nil believes the file.
  let unit: String?
  /// Values that the user says are no heights, as they stand in the files; nil leaves those that the files name.
  let missing: [Double]?

  /// Metres in a unit, by the names that files use.
  static func metres(_ unit: String) -> Double? {
    switch unit.lowercased() {
    case "m", "metre", "metres", "meter", "meters": 1
    case "ft", "foot", "feet", "international foot": 0.3048
    case "us-ft", "us survey foot", "us_survey_foot", "ftus", "foot_us": 1200.0 / 3937
    case "cm", "centimetre", "centimeter": 0.01
    case "km", "kilometre", "kilometer": 1_000
    default: nil
    }
  }

  func write(_ paths: [String], to out: URL, progress: (Double) -> Void) throws
    -> TiledGrid.Header
  {
    var notes = paths.map { "from \(URL(fileURLWithPath: $0).lastPathComponent)" }
    let bands = try paths.map { try HeightBand(plain($0, &notes), number: band, self) }
    let mosaic = try Mosaic(bands)
    for note in bands.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
    let header = TiledGrid.Header(
      rows: mosaic.rows, columns: mosaic.columns, crs: mosaic.crs, transform: mosaic.transform,
      origin: notes)
    let written = try TiledGrid.write(header, to: out) { rows throws(DataError) in
      progress(Double(rows.lowerBound) / Double(header.rows))
      return try mosaic.read(rows)
    }
    if let refusal = bands.lazy.compactMap({ $0.doubt(missing: missing != nil) }).first {
      try? FileManager.default.removeItem(at: out)
      throw refusal
    }
    return written
  }

  /// The file as it is, or turned where its rows do not run along a parallel or northing.
  private func plain(_ path: String, _ notes: inout [String]) throws -> GdalFile {
    let file = try GdalFile(path, beside: true)
    guard let crs = file.crs else {
      throw Refusal(
        "\(path): no coordinate system; expected a georeferenced raster\n"
          + "  help: gdal_edit.py -a_srs EPSG:… FILE says which one it is in")
    }
    if let refusal = TiledGrid.Header.refusal(rows: file.rows, columns: file.columns) {
      throw Refusal("\(path): \(refusal)")
    }
    guard let t = file.transform, t.allSatisfy(\.isFinite) else {
      throw Refusal(
        "\(path): no georeference; expected where its corner lies and how large a cell is")
    }
    guard t[2] != 0 || t[4] != 0 || t[1] <= 0 || t[5] == 0 else { return file }
    if let missing, missing.count > 1 {
      throw Refusal("\(path): a turned file with several --nodata; expected one")
    }
    let words = Words(
      [
        "-of", "VRT", "-r", "bilinear", "-ot", "Float32", "-dstnodata", "nan", "-t_srs", crs,
      ] + (missing.map { ["-srcnodata", $0.first.map { "\($0)" } ?? "None"] } ?? []))
    let options = GDALWarpAppOptionsNew(words.list, nil)
    defer { GDALWarpAppOptionsFree(options) }
    var sources: [GDALDatasetH?] = [file.handle]
    var usage: Int32 = 0
    CPLErrorReset()
    guard
      let turned = GDALWarp(
        "/vsimem/\(notes.count).vrt", nil, 1, &sources, options, &usage)
    else { throw Refusal.gdal(path) }
    notes.append("turned north-up, bilinear")
    return GdalFile(owning: turned, path: path, beneath: file)
  }
}
