import CGDAL
import Datasets
import Foundation

/// A tiled grid to a Cloud-optimised GeoTIFF.
enum GeoTiff {
  static func write(_ grid: TiledGrid, to out: URL, unit: String, progress: (Double) -> Void) throws
  {
    let part = out.deletingLastPathComponent()
      .appendingPathComponent(".\(out.lastPathComponent).\(getpid())")
    let plain = part.path + ".plain.tif"
    let whole = part.path + ".tif"
    defer {
      unlink(plain)
      unlink(whole)
    }
    try fill(plain, grid, unit: unit, progress: progress)
    let source = try GdalFile(plain)
    let options = Words(["COMPRESS=DEFLATE", "PREDICTOR=YES", "OVERVIEW_RESAMPLING=NEAREST"])
    CPLErrorReset()
    guard
      let copy = GDALCreateCopy(
        GDALGetDriverByName("COG"), whole, source.handle, 1, options.list, nil, nil)
    else { throw Refusal.gdal(out.path) }
    GDALClose(copy)
    guard rename(whole, out.path) == 0 else {
      throw Refusal("cannot write \(out.path): \(String(cString: strerror(errno)))")
    }
  }

  private static func fill(
    _ path: String, _ grid: TiledGrid, unit: String, progress: (Double) -> Void
  ) throws {
    CPLErrorReset()
    let options = Words(["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "BIGTIFF=IF_SAFER"])
    guard
      let file = GDALCreate(
        GDALGetDriverByName("GTiff"), path, Int32(grid.columns), Int32(grid.rows), 1,
        GDT_Float32, options.list)
    else { throw Refusal.gdal(path) }
    defer { GDALClose(file) }
    var transform = grid.header.transform
    GDALSetGeoTransform(file, &transform)
    let reference = OSRNewSpatialReference(nil)
    defer { OSRDestroySpatialReference(reference) }
    guard OSRSetFromUserInput(reference, grid.header.crs) == OGRERR_NONE,
      GDALSetSpatialRef(file, reference) == CE_None
    else { throw Refusal.gdal(path) }
    let band = GDALGetRasterBand(file, 1)
    GDALSetRasterNoDataValue(band, .nan)
    GDALSetRasterUnitType(band, unit)
    for row in Swift.stride(from: 0, to: grid.rows, by: TiledGrid.tile) {
      progress(Double(row) / Double(grid.rows))
      let count = min(TiledGrid.tile, grid.rows - row)
      var values: [Float] = []
      values.reserveCapacity(count * grid.columns)
      for r in row..<(row + count) {
        for c in 0..<grid.columns { values.append(grid.value(row: r, column: c)) }
      }
      let status = GDALRasterIO(
        band, GF_Write, 0, Int32(row), Int32(grid.columns), Int32(count), &values,
        Int32(grid.columns), Int32(count), GDT_Float32, 0, 0)
      guard status == CE_None else { throw Refusal.gdal(path) }
    }
  }
}

/// A folder of NAME.geojson and NAME.qml to one GeoPackage, a layer each, styled as QGIS expects it.
enum GeoPackage {
  static func write(_ folder: URL, to out: URL) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".geojson") }.map { String($0.dropLast(8)) }.sorted()
    guard !names.isEmpty else { throw Refusal("\(folder.path): no .geojson in it") }
    let part = out.deletingLastPathComponent()
      .appendingPathComponent(".\(getpid()).\(out.lastPathComponent)").path
    unlink(part)
    defer { unlink(part) }
    CPLErrorReset()
    guard
      let file = GDALCreate(GDALGetDriverByName("GPKG"), part, 0, 0, 0, GDT_Unknown, nil)
    else { throw Refusal.gdal(out.path) }
    for name in names {
      let source = try GdalFile(folder.appendingPathComponent("\(name).geojson").path, vector: true)
      guard GDALDatasetCopyLayer(file, GDALDatasetGetLayer(source.handle, 0), name, nil) != nil
      else { throw Refusal.gdal(name) }
    }
    let styles = names.compactMap { name -> (String, String)? in
      let style = folder.appendingPathComponent("\(name).qml")
      return (try? String(contentsOf: style, encoding: .utf8)).map { (name, $0) }
    }
    if !styles.isEmpty { try write(styles, into: file) }
    GDALClose(file)
    guard rename(part, out.path) == 0 else {
      throw Refusal("cannot write \(out.path): \(String(cString: strerror(errno)))")
    }
  }

  /// QGIS's own table of default styles.
  private static func write(_ styles: [(name: String, qml: String)], into file: GDALDatasetH) throws
  {
    guard let layer = GDALDatasetCreateLayer(file, "layer_styles", nil, wkbNone, nil) else {
      throw Refusal.gdal("layer_styles")
    }
    let fields = [
      "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
      "styleQML", "styleSLD", "description", "owner", "ui",
    ]
    for field in fields { addField(layer, field, OFTString) }
    addField(layer, "useAsDefault", OFTInteger)
    // asked for in its order by; one time for all
    addField(layer, "update_time", OFTDateTime)
    for (name, qml) in styles {
      let feature = OGR_F_Create(OGR_L_GetLayerDefn(layer))
      defer { OGR_F_Destroy(feature) }
      for (field, text) in [
        ("f_table_name", name), ("f_geometry_column", "geom"), ("styleName", name),
        ("styleQML", qml), ("f_table_catalog", ""), ("f_table_schema", ""),
      ] { OGR_F_SetFieldString(feature, OGR_F_GetFieldIndex(feature, field), text) }
      OGR_F_SetFieldString(
        feature, OGR_F_GetFieldIndex(feature, "update_time"), "2026-01-01T00:00:00Z")
      OGR_F_SetFieldInteger(feature, OGR_F_GetFieldIndex(feature, "useAsDefault"), 1)
      guard OGR_L_CreateFeature(layer, feature) == OGRERR_NONE else {
        throw Refusal.gdal("layer_styles")
      }
    }
  }

  private static func addField(_ layer: OGRLayerH, _ name: String, _ type: OGRFieldType) {
    let field = OGR_Fld_Create(name, type)
    _ = OGR_L_CreateField(layer, field, 1)
    OGR_Fld_Destroy(field)
  }
}

/// Any vector layer to a table: attributes and geometry as WKT in longitude and latitude.
enum VectorTable {
  static func layers(_ path: String) throws -> [String] {
    let source = try GdalFile(path, vector: true, beside: true)
    return (0..<GDALDatasetGetLayerCount(source.handle)).compactMap { index in
      GDALDatasetGetLayer(source.handle, index).flatMap { OGR_L_GetName($0) }
        .map { String(cString: $0) }
    }
  }

  static func write(_ path: String, layer: String?, to out: URL) throws {
    let source = try GdalFile(path, vector: true, beside: true)
    let part = out.deletingLastPathComponent()
      .appendingPathComponent(".\(getpid()).\(out.lastPathComponent)").path
    unlink(part)
    defer { unlink(part) }
    let words = Words(
      ["-f", "CSV", "-lco", "GEOMETRY=AS_WKT", "-t_srs", "EPSG:4326", "-lco", "SEPARATOR=COMMA"]
        + (layer.map { [$0] } ?? []))
    let options = GDALVectorTranslateOptionsNew(words.list, nil)
    defer { GDALVectorTranslateOptionsFree(options) }
    var sources: [GDALDatasetH?] = [source.handle]
    var usage: Int32 = 0
    CPLErrorReset()
    guard let result = GDALVectorTranslate(part, nil, 1, &sources, options, &usage) else {
      throw Refusal.gdal(path)
    }
    GDALClose(result)
    guard rename(part, out.path) == 0 else {
      throw Refusal("cannot write \(out.path): \(String(cString: strerror(errno)))")
    }
  }
}
