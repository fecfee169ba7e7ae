import CGDAL

/// Why GDAL, or we, will not take a file.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  /// What GDAL said last, about a file.
  static func gdal(_ file: String) -> Refusal {
    let text = String(cString: CPLGetLastErrorMsg())
    return Refusal("\(file): \(text.isEmpty ? "GDAL gives no reason" : text)")
  }
}

/// GDAL with only the drivers that are asked for, and no network.
enum Gdal {
  static let rasters = [
    "GTiff", "SRTMHGT", "VRT", "AAIGrid", "DTED", "EHdr", "ENVI", "HFA", "USGSDEM",
  ]
  static let vectors = [
    "GPKG", "GeoJSON", "ESRI Shapefile", "FlatGeobuf", "KML", "GPX", "CSV", "OSM", "XLSX", "ODS",
  ]
  /// What is only written, or only used in between.
  static let own = ["COG", "MEM", "Memory"]

  /// Registers those drivers and takes every other one away: a mosaic that names a file of another
  /// kind cannot have it opened either.
  static func begin() {
    for (key, value) in [
      ("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{noext}"), ("GDAL_VRT_ENABLE_PYTHON", "NO"),
      ("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"), ("GDAL_CACHEMAX", "256"),
      ("GDAL_PAM_ENABLED", "NO"), ("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO"),
      ("OGR_GEOJSON_MAX_OBJ_SIZE", "200"),
      ("GDAL_DRIVER_PATH", "disable"), ("OSM_USE_CUSTOM_INDEXING", "YES"),
    ] { CPLSetConfigOption(key, value) }
    GDALAllRegister()
    let kept = Set(rasters + vectors + own)
    for index in (0..<GDALGetDriverCount()).reversed() {
      guard let driver = GDALGetDriver(index), let name = GDALGetDriverShortName(driver) else {
        continue
      }
      if !kept.contains(String(cString: name)) { GDALDeregisterDriver(driver) }
    }
    // errors come back through CPLGetLastErrorMsg
    _ = CPLSetErrorHandler { _, _, _ in }
  }

  /// Refuses addresses and GDAL's virtual file systems, in a path and in the text of a mosaic.
  static func check(_ path: String) throws {
    guard !path.contains("/vsi"), !path.contains("://") else {
      throw Refusal("\(path): only plain files are read")
    }
    guard let file = VSIFOpenL(path, "rb") else { throw Refusal("\(path): no such file") }
    defer { VSIFCloseL(file) }
    var head = [UInt8](repeating: 0, count: 8_000_000)
    let count = VSIFReadL(&head, 1, head.count, file)
    let text = String(decoding: head[..<min(count, 4_096)], as: UTF8.self)
    guard text.contains("<VRTDataset") || text.contains("<OGRVRT") else { return }
    guard count < head.count else { throw Refusal("\(path): a mosaic of over 8 MB") }
    let whole = String(decoding: head[..<count], as: UTF8.self)
    for word in ["/vsi", "://", "Python", "<!ENTITY", "WarpedDataset", "PixelFunctionCode"]
    where whole.contains(word) {
      throw Refusal("\(path): a mosaic with '\(word)' in it; only plain files may be named")
    }
  }
}

/// A list of words as GDAL wants it.
struct Words: ~Copyable {
  private(set) var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

  init(_ words: [String]) {
    for word in words { list = CSLAddString(list, word) }
  }

  deinit { CSLDestroy(list) }
}

/// An open data set; closed with its last owner, and what it is a view of after it.
final class GdalFile {
  let handle: GDALDatasetH
  let path: String
  private var beneath: GdalFile?

  init(owning handle: GDALDatasetH, path: String, beneath: GdalFile? = nil) {
    (self.handle, self.path, self.beneath) = (handle, path, beneath)
  }

  /// - Parameter beside: whether files beside it belong to it: headers, world files, .aux.xml.
  init(_ path: String, vector: Bool = false, beside: Bool = false) throws {
    try Gdal.check(path)
    if beside {
      // looked for by name; the folder is not listed
      CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "TRUE")
      CPLSetConfigOption("GDAL_PAM_ENABLED", "YES")
    }
    CPLErrorReset()
    let drivers = Words(vector ? Gdal.vectors : Gdal.rasters)
    let kind = UInt32(vector ? GDAL_OF_VECTOR : GDAL_OF_RASTER)
    let flags = kind | UInt32(GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
    let opened = drivers.list!.withMemoryRebound(
      to: UnsafePointer<CChar>?.self, capacity: 1
    ) { GDALOpenEx(path.hasSuffix(".gz") ? "/vsigzip/\(path)" : path, flags, $0, nil, nil) }
    guard let opened else { throw Refusal.gdal(path) }
    (handle, self.path) = (opened, path)
  }

  deinit {
    GDALClose(handle)
    beneath = nil
  }

  var columns: Int { Int(GDALGetRasterXSize(handle)) }
  var rows: Int { Int(GDALGetRasterYSize(handle)) }

  /// WKT of its coordinate system; nil without one.
  var crs: String? {
    guard let reference = GDALGetSpatialRef(handle) else { return nil }
    var text: UnsafeMutablePointer<CChar>?
    let options = Words(["FORMAT=WKT2_2019", "MULTILINE=NO"])
    let status = options.list!.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: 1) {
      OSRExportToWktEx(reference, &text, $0)
    }
    defer { VSIFree(text) }
    guard status == OGRERR_NONE, let text else { return nil }
    return String(cString: text)
  }

  var transform: [Double]? {
    var t = [Double](repeating: 0, count: 6)
    return GDALGetGeoTransform(handle, &t) == CE_None ? t : nil
  }
}
