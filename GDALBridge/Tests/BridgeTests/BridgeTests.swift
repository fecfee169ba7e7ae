import CGDAL
import Datasets
import Foundation
import Testing

/// Runs the program as `vedette` does, on files of all kinds.
@Suite(.serialized) struct BridgeTests {
  let folder: URL

  init() throws {
    GDALAllRegister()
    _ = CPLSetErrorHandler { _, _, _ in }
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-bridge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private struct Outcome {
    let status: Int32
    let output, complaint: String
  }

  private func run(_ arguments: String...) throws -> Outcome { try runAll(arguments) }

  private func runAll(_ arguments: [String]) throws -> Outcome {
    let process = Process()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    process.executableURL = root.appendingPathComponent(".build/release/vedette-gdal")
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      complaint: String(decoding: complaint, as: UTF8.self)
        .replacingOccurrences(of: folder.path + "/", with: ""))
  }

  /// Writes a raster of singles.
  private func raster(
    _ name: String, columns: Int, rows: Int, crs: String? = "EPSG:32635",
    transform: [Double]? = [500_000, 30, 0, 6_000_000, 0, -30], unit: String = "",
    missing: Double? = nil, options: [String] = [], driver: String = "GTiff",
    type: GDALDataType = GDT_Float32, bands: Int32 = 1,
    values: (_ row: Int, _ column: Int) -> Float = { Float(100 + $0 + $1) }
  ) throws -> String {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for option in options { list = CSLAddString(list, option) }
    defer { CSLDestroy(list) }
    let file = try #require(
      GDALCreate(
        GDALGetDriverByName(driver), path(name), Int32(columns), Int32(rows), bands, type, list))
    defer { GDALClose(file) }
    if let crs {
      let reference = OSRNewSpatialReference(nil)
      defer { OSRDestroySpatialReference(reference) }
      #expect(OSRSetFromUserInput(reference, crs) == OGRERR_NONE)
      GDALSetSpatialRef(file, reference)
    }
    if var transform { GDALSetGeoTransform(file, &transform) }
    let band = GDALGetRasterBand(file, 1)
    GDALSetRasterUnitType(band, unit)
    if let missing { GDALSetRasterNoDataValue(band, missing) }
    for row in 0..<rows where columns < 100_000 {
      var line = (0..<columns).map { values(row, $0) }
      #expect(
        GDALRasterIO(
          band, GF_Write, 0, Int32(row), Int32(columns), 1, &line, Int32(columns), 1,
          GDT_Float32, 0, 0) == CE_None)
    }
    return path(name)
  }

  private func grid(_ file: String, _ more: String...) throws -> TiledGrid {
    let outcome = try runAll(["terrain", file, "--out", path("out.tiles")] + more)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    return try TiledGrid(URL(fileURLWithPath: path("out.tiles")))
  }

  private func refusal(_ file: String, _ more: String...) throws -> String {
    let outcome = try runAll(["terrain", file, "--out", path("out.tiles")] + more)
    #expect(outcome.status == 65)
    #expect(!FileManager.default.fileExists(atPath: path("out.tiles")))
    return outcome.complaint
  }

  // MARK: right answers

  @Test func heightsComeAsTheyAre() throws {
    let grid = try grid(raster("a.tif", columns: 300, rows: 270))
    #expect(grid.rows == 270 && grid.columns == 300 && grid.header.unknown == 0)
    for (row, column) in [(0, 0), (269, 299), (256, 255), (13, 256)] {
      #expect(grid.value(row: row, column: column) == Float(100 + row + column))
    }
    #expect(grid.header.transform == [500_000, 30, 0, 6_000_000, 0, -30] && grid.isWhole)
  }

  @Test func feetBecomeMetres() throws {
    let feet = try grid(raster("ft.tif", columns: 20, rows: 20, unit: "ft") { _, _ in 1_000 })
    #expect(abs(feet.value(row: 3, column: 3) - 304.8) < 0.001)
    let told = try grid(
      raster("told.tif", columns: 20, rows: 20) { _, _ in 29_000 }, "--unit", "us-ft")
    #expect(abs(told.value(row: 3, column: 3) - 8_839.2) < 0.1)
    #expect(
      try refusal(raster("high.tif", columns: 20, rows: 20) { _, _ in 29_000 })
        == "error: high.tif: values from 29000 to 29000; expected heights of the ground, −12000 to "
        + "9000 m\n  help: --unit ft takes them as feet\n")
    #expect(
      try refusal(raster("odd.tif", columns: 20, rows: 20, unit: "furlong"))
        == "error: odd.tif: heights in 'furlong'; expected m, ft or us-ft\n"
        + "  help: --unit m takes them as metres\n")
  }

  /// Turned by 30° about its corner: a plane stays the plane it was.
  @Test func aTurnedGridIsSetUpright() throws {
    let (c, s) = (30 * cos(Double.pi / 6), 30 * sin(Double.pi / 6))
    let t = [500_000, c, s, 6_000_000, s, -c]
    let grid = try grid(
      raster("turned.tif", columns: 200, rows: 200, transform: t) { row, column in
        // a slope to the east: 1 m in 30
        let x = c * (Double(column) + 0.5) + s * (Double(row) + 0.5)
        return Float(500 + x / 30)
      })
    #expect(grid.header.transform[2] == 0 && grid.header.transform[4] == 0)
    #expect(grid.header.origin.contains("turned north-up, bilinear") && grid.header.unknown > 0)
    let step = grid.header.transform[1]
    var seen = 0
    for row in stride(from: 0, to: grid.rows, by: 17) {
      for column in stride(from: 0, to: grid.columns, by: 17) {
        let value = grid.value(row: row, column: column)
        guard !value.isNaN else { continue }
        let x = grid.header.transform[0] + (Double(column) + 0.5) * step - 500_000
        #expect(abs(Double(value) - (500 + x / 30)) < 0.7)
        seen += 1
      }
    }
    #expect(seen > 50)
  }

  @Test func gapsAreUnknownNeverZero() throws {
    let grid = try grid(
      raster("gap.tif", columns: 40, rows: 40, missing: -32_768) { row, column in
        row == 7 && column < 5 ? -32_768 : 12
      })
    #expect(grid.header.unknown == 5 && grid.value(row: 7, column: 4).isNaN)
    #expect(grid.value(row: 7, column: 5) == 12 && grid.header.low == 12)
  }

  @Test func srtmTilesPlainAndZipped() throws {
    var bytes = Data(capacity: 1_201 * 1_201 * 2)
    for i in 0..<(1_201 * 1_201) {
      let value = Int16(i == 5 ? -32_768 : 300 + i % 1_201 / 10)
      withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }
    try bytes.write(to: folder.appendingPathComponent("N44W072.hgt"))
    let zip = Process()
    zip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    zip.currentDirectoryURL = folder
    zip.arguments = ["python3", "-m", "zipfile", "-c", "N44W072.hgt.zip", "N44W072.hgt"]
    try zip.run()
    zip.waitUntilExit()
    for name in ["N44W072.hgt", "N44W072.hgt.zip"] {
      let grid = try grid(path(name))
      #expect(grid.rows == 1_201 && grid.header.unknown == 1)
      #expect(grid.value(row: 600, column: 1_200) == 420)
      #expect(abs(grid.header.transform[3] - 45.000_416_7) < 1e-6)
    }
  }

  @Test func severalFilesAreOneMosaic() throws {
    let west = try raster("w.tif", columns: 50, rows: 40)
    let east = try raster(
      "e.tif", columns: 50, rows: 40, transform: [501_500, 30, 0, 6_000_000, 0, -30]
    ) { row, column in Float(150 + row + column) }
    let outcome = try run("terrain", west, east, "--out", path("m.tiles"))
    #expect(outcome.status == 0, "\(outcome.complaint)")
    let grid = try TiledGrid(URL(fileURLWithPath: path("m.tiles")))
    #expect(grid.columns == 100 && grid.value(row: 9, column: 77) == 186)
    let other = try raster("o.tif", columns: 50, rows: 40, crs: "EPSG:32634")
    let refused = try run("terrain", west, other, "--out", path("n.tiles"))
    #expect(
      refused.complaint
        == "error: o.tif: another coordinate system than \(west.replacingOccurrences(of: folder.path + "/", with: "")); "
        + "expected files of one mosaic\n")
  }

  /// The second tile is of another type, from the south, or has two bands: it is in the mosaic all the same.
  @Test(arguments: ["float", "south", "bands"])
  func noTileIsDropped(_ kind: String) throws {
    let west = try raster("w.tif", columns: 40, rows: 40, type: GDT_Int16) { _, _ in 100 }
    let south = kind == "south"
    let east = try raster(
      "e.tif", columns: 40, rows: 40,
      transform: [501_200, 30, 0, south ? 6_000_000 - 1_200 : 6_000_000, 0, south ? 30 : -30],
      type: kind == "float" ? GDT_Float32 : GDT_Int16, bands: kind == "bands" ? 2 : 1
    ) { row, _ in Float(200 + (south ? 39 - row : row)) }
    let grid = try grid(west, east)
    #expect(grid.columns == 80 && grid.rows == 40 && grid.header.unknown == 0)
    #expect(grid.value(row: 0, column: 79) == 200 && grid.value(row: 39, column: 40) == 239)
  }

  @Test func whatNoTileCoversIsUnknown() throws {
    let west = try raster("w.tif", columns: 40, rows: 40) { _, _ in 100 }
    let east = try raster(
      "e.tif", columns: 40, rows: 40, transform: [503_600, 30, 0, 6_000_000, 0, -30]
    ) { _, _ in 200 }
    let grid = try grid(west, east)
    #expect(grid.columns == 160 && grid.header.unknown == 3_200 && grid.header.low == 100)
  }

  /// The first that knows a cell counts; a later one fills its gaps.
  @Test func gapsAreFilledFromTheNextTile() throws {
    let first = try raster("a.tif", columns: 40, rows: 40, missing: -1) { row, _ in
      row < 9 ? -1 : 50
    }
    let second = try raster("b.tif", columns: 40, rows: 40, missing: -2) { _, column in
      column < 5 ? -2 : 60
    }
    let grid = try grid(first, second)
    #expect(grid.value(row: 20, column: 20) == 50 && grid.value(row: 3, column: 20) == 60)
    #expect(grid.header.unknown == 45)
  }

  /// Tiles on both sides of 180° lie side by side, not a turn apart.
  @Test func aMosaicOverTheAntimeridian() throws {
    let west = try raster(
      "w.tif", columns: 40, rows: 40, crs: "EPSG:4326", transform: [179, 0.025, 0, 60, 0, -0.025]
    ) { _, _ in 100 }
    let east = try raster(
      "e.tif", columns: 40, rows: 40, crs: "EPSG:4326", transform: [-180, 0.025, 0, 60, 0, -0.025]
    ) { _, _ in 200 }
    for files in [[west, east], [east, west]] {
      let grid = try grid(files[0], files[1])
      #expect(grid.columns == 80 && grid.header.unknown == 0)
      #expect(grid.value(row: 5, column: 0) == 100 && grid.value(row: 5, column: 79) == 200)
    }
  }

  @Test func tilesOfOtherGridsAreRefusedByName() throws {
    let first = try raster("a.tif", columns: 40, rows: 40)
    func refused(_ name: String, _ transform: [Double], unit: String = "") throws -> String {
      try refusal(
        first, raster(name, columns: 40, rows: 40, transform: transform, unit: unit))
    }
    #expect(
      try refused("coarse.tif", [501_200, 60, 0, 6_000_000, 0, -60])
        .hasPrefix("error: coarse.tif: cells of 60.0 × 60.0, those of a.tif are 30.0 × 30.0;"))
    #expect(
      try refused("half.tif", [501_215, 30, 0, 6_000_000, 0, -30])
        .hasPrefix("error: half.tif: its cells do not lie on those of a.tif;"))
    #expect(
      try refused("feet.tif", [501_200, 30, 0, 6_000_000, 0, -30], unit: "ft")
        .hasPrefix("error: a.tif: no unit, and feet.tif is not in metres"))
  }

  /// Voids that no tag names are asked about; never taken for ground, never for feet.
  @Test(arguments: [-9_999, -32_768])
  func voidsWithoutATag(_ value: Int) throws {
    let file = try raster("v.tif", columns: 40, rows: 40, type: GDT_Int16) { row, column in
      row < 5 && column < 5 ? Float(value) : 120
    }
    for more in [[], ["--unit", "ft"]] {
      let outcome = try runAll(["terrain", file, "--out", path("out.tiles")] + more)
      #expect(outcome.status == 65 && !outcome.complaint.contains("--unit"))
      #expect(outcome.complaint.contains("cells of \(value), and nothing between that and 120"))
      #expect(outcome.complaint.contains("--nodata \(value) takes them as unknown"))
    }
    let grid = try grid(file, "--nodata", "\(value)")
    #expect(grid.header.unknown == 25 && grid.header.low == 120)
    // the sea has such depths, without a step
    let sea = try raster("sea.tif", columns: 40, rows: 40) { row, _ in Float(100 - row * 200) }
    #expect(try self.grid(sea).header.low == -7_700)
  }

  /// What ArcGIS, QGIS and others write beside a file belongs to it.
  @Test func filesBesideAreRead() throws {
    let tag = """
      <PAMDataset><PAMRasterBand band="1"><NoDataValue>-9999</NoDataValue></PAMRasterBand></PAMDataset>
      """
    let tagged = try raster("t.tif", columns: 40, rows: 40) { row, _ in row == 0 ? -9_999 : 120 }
    try Data(tag.utf8).write(to: folder.appendingPathComponent("t.tif.aux.xml"))
    #expect(try grid(tagged).header.unknown == 40)
    for (name, driver) in [("b.bil", "EHdr"), ("e.dat", "ENVI")] {
      let file = try raster(
        name, columns: 40, rows: 40, driver: driver, type: GDT_Int16
      ) { _, _ in 100 }
      let grid = try grid(file)
      #expect(grid.columns == 40 && grid.header.low == 100 && grid.header.high == 100, "\(name)")
      #expect(grid.header.transform[0] == 500_000, "\(name)")
    }
    let pack = Process()
    pack.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    pack.currentDirectoryURL = folder
    pack.arguments = [
      "python3", "-c",
      "import gzip,struct;gzip.open('N54E025.hgt.gz','wb').write(struct.pack('>h',150)*1201*1201)",
    ]
    try pack.run()
    pack.waitUntilExit()
    let grid = try grid(path("N54E025.hgt.gz"))
    #expect(grid.columns == 1_201 && grid.header.low == 150 && grid.header.high == 150)
    #expect(!FileManager.default.fileExists(atPath: path("N54E025.hgt.gz.properties")))
  }

  /// There and back: every post, the unknown ones too.
  @Test func geoTiffAndBack() throws {
    let first = try grid(
      raster("r.tif", columns: 300, rows: 300, missing: -1) { row, column in
        row == column ? -1 : Float(row) + Float(column) / 8
      })
    let values = (0..<90_000).map { first.value(row: $0 / 300, column: $0 % 300) }
    let written = try run("geotiff", path("out.tiles"), "--out", path("cog.tif"))
    #expect(written.status == 0, "\(written.complaint)")
    let again = try grid(path("cog.tif"))
    let differ = values.indices.filter {
      let value = again.value(row: $0 / 300, column: $0 % 300)
      return value != values[$0] && !(value.isNaN && values[$0].isNaN)
    }
    #expect(differ == [] && again.header.unknown == 300)
    let file = try #require(GDALOpen(path("cog.tif"), GA_ReadOnly))
    defer { GDALClose(file) }
    #expect(
      GDALGetMetadataItem(file, "LAYOUT", "IMAGE_STRUCTURE").map { String(cString: $0) } == "COG")
  }

  @Test func vectorsToTablesAndLayersToAGeoPackage() throws {
    let text = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"class":"a, b"},
      "geometry":{"type":"Polygon","coordinates":[[[20,50],[21,50],[21,51],[20,50]]]}}]}
      """
    let layers = folder.appendingPathComponent("layers")
    try FileManager.default.createDirectory(at: layers, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: layers.appendingPathComponent("holes.geojson"))
    try Data("<qgis/>".utf8).write(to: layers.appendingPathComponent("holes.qml"))
    #expect(try run("geopackage", layers.path, "--out", path("a.gpkg")).status == 0)
    #expect(
      try run("table", path("a.gpkg"), "--layer", "holes", "--out", path("a.csv")).status == 0)
    let table = try String(contentsOfFile: path("a.csv"), encoding: .utf8)
    #expect(table.hasPrefix("WKT,class\n\"POLYGON ((20 50,") && table.contains("\"a, b\""))
    #expect(
      try run("table", path("a.gpkg"), "--layer", "layer_styles", "--out", path("s.csv")).status
        == 0)
    let styles = try String(contentsOfFile: path("s.csv"), encoding: .utf8)
    #expect(styles.contains("<qgis/>") && styles.contains("update_time"))
  }

  // MARK: clear errors

  @Test func noCoordinateSystem() throws {
    #expect(
      try refusal(raster("bare.tif", columns: 20, rows: 20, crs: nil))
        == "error: bare.tif: no coordinate system; expected a georeferenced raster\n"
        + "  help: gdal_edit.py -a_srs EPSG:… FILE says which one it is in\n")
    #expect(
      try refusal(raster("nowhere.tif", columns: 20, rows: 20, transform: nil))
        == "error: nowhere.tif: no georeference; expected where its corner lies and how large a cell is\n"
    )
  }

  @Test func shapesThatAreNoGround() throws {
    #expect(
      try refusal(raster("row.tif", columns: 20, rows: 1))
        == "error: row.tif: 20 × 1 cells; expected at least 2 × 2\n")
    let wide = """
      <VRTDataset rasterXSize="1000000000" rasterYSize="2"><SRS>EPSG:4326</SRS>
      <GeoTransform>0,1e-7,0,50,0,-1e-7</GeoTransform><VRTRasterBand dataType="Float32" band="1"/></VRTDataset>
      """
    try Data(wide.utf8).write(to: folder.appendingPathComponent("wide.vrt"))
    #expect(
      try refusal(path("wide.vrt"))
        == "error: wide.vrt: 1000000000 × 2 cells; expected at most 1000000 each way and 4000000000 in "
        + "all\n")
    #expect(
      try refusal(raster("void.tif", columns: 9, rows: 9, missing: 5) { _, _ in 5 })
        == "error: no cell has a value\n")
  }

  @Test func filesThatAreBroken() throws {
    let whole = try raster("whole.tif", columns: 400, rows: 400)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
    try bytes.prefix(bytes.count / 2).write(to: folder.appendingPathComponent("cut.tif"))
    #expect(try refusal(path("cut.tif")).hasPrefix("error: cut.tif: "))
    try Data("not a raster".utf8).write(to: folder.appendingPathComponent("text.tif"))
    #expect(try refusal(path("text.tif")).hasPrefix("error: text.tif: "))
    #expect(try refusal(path("none.tif")) == "error: none.tif: no such file\n")
    #expect(
      try refusal(raster("b.tif", columns: 9, rows: 9), "--band", "3")
        == "error: b.tif: no band 3; expected 1 to 1\n")
  }

  /// Mosaics that reach out, run code or eat themselves; blocks and times without end.
  @Test func bombs() throws {
    func mosaic(_ name: String, _ inside: String) throws -> String {
      let text = """
        <VRTDataset rasterXSize="100" rasterYSize="100"><SRS>EPSG:4326</SRS>
        <GeoTransform>0,0.1,0,50,0,-0.1</GeoTransform><VRTRasterBand dataType="Float32" band="1">
        \(inside)</VRTRasterBand></VRTDataset>
        """
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      return path(name)
    }
    func source(_ file: String) -> String {
      "<SimpleSource><SourceFilename>\(file)</SourceFilename><SourceBand>1</SourceBand></SimpleSource>"
    }
    for (name, file) in [("net", "/vsicurl/x"), ("url", "http://x/y.tif")] {
      #expect(
        try refusal(mosaic("\(name).vrt", source(file))).contains("only plain files may be named"))
    }
    #expect(
      try refusal(
        mosaic("py.vrt", "<PixelFunctionLanguage>Python</PixelFunctionLanguage>")
      ).contains("a mosaic with 'Python' in it"))
    #expect(try refusal(mosaic("self.vrt", source(path("self.vrt")))).hasPrefix("error: "))
    #expect(
      try refusal("/vsizip/x.zip/y.tif")
        == "error: /vsizip/x.zip/y.tif: only plain files are read\n")
    let block = try raster(
      "block.tif", columns: 200_000, rows: 2_000,
      options: ["SPARSE_OK=TRUE", "TILED=YES", "BLOCKXSIZE=100000", "BLOCKYSIZE=2000"])
    #expect(
      try refusal(block)
        == "error: block.tif: blocks of 100000 × 2000 cells; expected at most 512 MB a block\n"
        + "  help: gdal_translate -co TILED=YES makes smaller ones\n")
    // 4 · 10⁹ cells of nothing in a few kilobytes: the clock ends it
    let long = try raster(
      "long.tif", columns: 200_000, rows: 20_000,
      options: ["SPARSE_OK=TRUE", "TILED=YES", "BIGTIFF=YES"])
    let ended = try run("terrain", long, "--out", path("out.tiles"), "--seconds", "1")
    #expect(
      ended.status == SIGALRM || ended.status == SIGXCPU, "\(ended.status) \(ended.complaint)")
    #expect(!FileManager.default.fileExists(atPath: path("out.tiles")))
  }

  // MARK: roads and railways

  /// Two roads that meet, one of another class, and a track of a siding: what is wanted, in 1e-7 of a degree.
  @Test func linesAreWrittenByClass() throws {
    let text = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"highway":"primary","maxspeed":"90"},"geometry":{"type":"LineString","coordinates":[[10,50],[10.1,50]]}},
      {"type":"Feature","properties":{"highway":"secondary","bridge":"yes"},"geometry":{"type":"MultiLineString","coordinates":[[[10.1,50],[10.2,50]],[[11,50],[11.1,50]]]}},
      {"type":"Feature","properties":{"highway":"footway"},"geometry":{"type":"LineString","coordinates":[[10,50],[10,51]]}},
      {"type":"Feature","properties":{"railway":"rail","gauge":"1520"},"geometry":{"type":"LineString","coordinates":[[20,50],[21,50]]}},
      {"type":"Feature","properties":{"railway":"rail","service":"yard"},"geometry":{"type":"LineString","coordinates":[[20,50],[20,51]]}},
      {"type":"Feature","properties":{"highway":"primary"},"geometry":{"type":"Point","coordinates":[10,50]}}]}
      """
    try text.write(toFile: path("map.geojson"), atomically: true, encoding: .utf8)
    func lines(_ kind: String, _ more: String...) throws -> String {
      let outcome = try runAll(
        ["lines", path("map.geojson"), "--kind", kind, "--out", path("out.lines")] + more)
      guard outcome.status == 0 else { return outcome.complaint }
      return try String(contentsOfFile: path("out.lines"), encoding: .utf8)
    }
    #expect(
      try lines("road", "--class", "primary", "--class", "secondary") == """
        vedette-lines-1
        primary 0 90 0 100000000 500000000 101000000 500000000
        secondary 0 0 1 101000000 500000000 102000000 500000000
        secondary 0 0 1 110000000 500000000 111000000 500000000

        """)
    #expect(
      try lines("rail")
        == "vedette-lines-1\nrail 1520 0 0 200000000 500000000 210000000 500000000\n")
    #expect(try lines("road", "--layer", "nothing").contains("no layer 'nothing'"))
  }
}
