import CGDAL
import Datasets
import Foundation

/// Any raster of heights to a tiled grid in metres.
struct Terrain {
  let band: Int32
  /// What the user says the values are in; nil believes the file.
  let unit: String?

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
    let first = try plain(paths[0], &notes)
    guard paths.count > 1 else { return try write(first, notes, to: out, progress: progress) }
    for path in paths.dropFirst() where try GdalFile(path).crs != first.crs {
      throw Refusal(
        "\(path): another coordinate system than \(paths[0]); expected files of one mosaic")
    }
    var words: [UnsafePointer<CChar>?] = paths.map { UnsafePointer(strdup($0)) }
    defer { for word in words { free(UnsafeMutablePointer(mutating: word)) } }
    CPLErrorReset()
    var failed: Int32 = 0
    let options = GDALBuildVRTOptionsNew(nil, nil)
    defer { GDALBuildVRTOptionsFree(options) }
    guard
      let mosaic = GDALBuildVRT(
        "/vsimem/mosaic.vrt", Int32(paths.count), nil, &words, options, &failed)
    else { throw Refusal.gdal("the mosaic") }
    return try write(
      GdalFile(owning: mosaic, path: "the mosaic"), notes, to: out, progress: progress)
  }

  /// The file as it is, or turned north-up where it is not.
  private func plain(_ path: String, _ notes: inout [String]) throws -> GdalFile {
    let file = try GdalFile(path)
    guard let crs = file.crs else {
      throw Refusal(
        "\(path): no coordinate system; expected a georeferenced raster\n"
          + "  help: gdal_edit.py -a_srs EPSG:… FILE says which one it is in")
    }
    if let refusal = TiledGrid.Header.refusal(rows: file.rows, columns: file.columns) {
      throw Refusal("\(path): \(refusal)")
    }
    guard let t = file.transform else {
      throw Refusal(
        "\(path): no georeference; expected where its corner lies and how large a cell is")
    }
    guard t[1] <= 0 || t[5] >= 0 || t[2] != 0 || t[4] != 0 else { return file }
    let words = Words([
      "-of", "VRT", "-r", "bilinear", "-ot", "Float32", "-dstnodata", "nan", "-t_srs", crs,
    ])
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

  private func write(
    _ file: GdalFile, _ origin: [String], to out: URL, progress: (Double) -> Void
  ) throws -> TiledGrid.Header {
    let (rows, columns) = (file.rows, file.columns)
    guard let crs = file.crs, let transform = file.transform else { throw Refusal.gdal(file.path) }
    if let refusal = TiledGrid.Header.refusal(rows: rows, columns: columns) {
      throw Refusal("\(file.path): \(refusal)")
    }
    let source = try Band(file, number: band, unit: unit)
    let header = TiledGrid.Header(
      rows: rows, columns: columns, crs: crs, transform: transform,
      origin: origin + source.notes)
    let written = try TiledGrid.write(header, to: out) { rows throws(DataError) in
      progress(Double(rows.lowerBound) / Double(header.rows))
      return try source.read(rows, columns: columns)
    }
    guard written.low >= -12_000, written.high <= 9_000 else {
      try? FileManager.default.removeItem(at: out)
      throw Refusal(
        "\(file.path): values from \(written.low) to \(written.high) m; expected heights of the "
          + "ground, −12000 to 9000 m\n  help: --unit ft takes them as feet")
    }
    return written
  }
}

/// One band of heights: how its numbers become metres.
private struct Band {
  let handle: GDALRasterBandH
  let path: String
  let scale, offset: Double
  let missing: Double?
  let notes: [String]

  init(_ file: GdalFile, number: Int32, unit: String?) throws {
    guard (1...GDALGetRasterCount(file.handle)).contains(number),
      let handle = GDALGetRasterBand(file.handle, number)
    else {
      throw Refusal(
        "\(file.path): no band \(number); expected 1 to \(GDALGetRasterCount(file.handle))")
    }
    let type = GDALGetRasterDataType(handle)
    guard GDALDataTypeIsComplex(type) == 0 else {
      throw Refusal("\(file.path): complex numbers; expected heights")
    }
    var (width, height): (Int32, Int32) = (0, 0)
    GDALGetBlockSize(handle, &width, &height)
    let block = Int(width) * Int(height) * Int(GDALGetDataTypeSizeBytes(type))
    guard block <= 1 << 29 else {
      throw Refusal(
        "\(file.path): blocks of \(width) × \(height) cells; expected at most 512 MB a block\n"
          + "  help: gdal_translate -co TILED=YES makes smaller ones")
    }
    let written = unit ?? Band.unit(handle, file.handle)
    guard let factor = Terrain.metres(written.isEmpty ? "m" : written) else {
      throw Refusal(
        "\(file.path): heights in '\(written)'; expected m, ft or us-ft\n"
          + "  help: --unit m takes them as metres")
    }
    (self.handle, path) = (handle, file.path)
    var has: Int32 = 0
    let value = GDALGetRasterNoDataValue(handle, &has)
    missing = has != 0 && !value.isNaN ? value : nil
    let (slope, start) = (GDALGetRasterScale(handle, nil), GDALGetRasterOffset(handle, nil))
    scale = (slope == 0 ? 1 : slope) * factor
    offset = start * factor
    notes =
      (factor != 1 ? ["\(written) to m"] : [])
      + (written.isEmpty ? ["no unit given: taken as metres"] : [])
  }

  /// The band's unit; without one, that of the vertical axis.
  private static func unit(_ band: GDALRasterBandH, _ file: GDALDatasetH) -> String {
    let own = GDALGetRasterUnitType(band).map { String(cString: $0) } ?? ""
    guard own.isEmpty, let reference = GDALGetSpatialRef(file), OSRIsCompound(reference) != 0
    else { return own }
    var name: UnsafeMutablePointer<CChar>?
    OSRGetTargetLinearUnits(reference, "VERT_CS", &name)
    return name.map { String(cString: $0) } ?? ""
  }

  func read(_ rows: Range<Int>, columns: Int) throws(DataError) -> [Float] {
    var values = [Float](repeating: .nan, count: rows.count * columns)
    CPLErrorReset()
    let status = values.withUnsafeMutableBytes {
      GDALRasterIO(
        handle, GF_Read, 0, Int32(rows.lowerBound), Int32(columns), Int32(rows.count),
        $0.baseAddress, Int32(columns), Int32(rows.count), GDT_Float32, 0, 0)
    }
    guard status == CE_None else { throw DataError(.badData, Refusal.gdal(path).description) }
    let gap = missing.map { Float($0) }
    let (slope, start) = (Float(scale), Float(offset))
    for i in values.indices {
      let value = values[i]
      values[i] = value == gap || !value.isFinite ? .nan : value * slope + start
    }
    return values
  }
}
