import CGDAL
import Datasets

/// One band of heights, read from north to south: how its numbers become metres.
final class HeightBand {
  /// Land lies no deeper; what does is the bottom of a sea, or no height at all.
  private static let deepest = -500.0
  /// Heights of the ground have no gap as wide as this, m.
  private static let gap = 400.0

  let file: GdalFile
  /// As the file has it, but from the north-west corner.
  let transform: [Double]
  let notes: [String]
  /// Whether the file or the user says what the heights are in.
  let hasUnit: Bool
  /// Metres in its unit.
  let metres: Double
  private let handle: GDALRasterBandH
  private let scale, offset: Double
  private let missing: [Float]
  private let isFromSouth: Bool
  /// The two lowest and the highest value that were read, as they stand in the file.
  private var (lowest, second, highest) = (Float.infinity, Float.infinity, -Float.infinity)

  var path: String { file.path }

  init(_ file: GdalFile, number: Int32, _ terrain: Terrain) throws {
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
    let written = terrain.unit ?? HeightBand.unit(handle, file.handle)
    guard let factor = Terrain.metres(written.isEmpty ? "m" : written) else {
      throw Refusal(
        "\(file.path): heights in '\(written)'; expected m, ft or us-ft\n"
          + "  help: --unit m takes them as metres")
    }
    (self.handle, self.file, hasUnit) = (handle, file, !written.isEmpty)
    var t = file.transform!
    isFromSouth = t[5] > 0
    if isFromSouth { (t[3], t[5]) = (t[3] + t[5] * Double(file.rows), -t[5]) }
    transform = t
    var has: Int32 = 0
    let value = GDALGetRasterNoDataValue(handle, &has)
    missing = (terrain.missing ?? (has != 0 ? [value] : [])).map { Float($0) }
    let (slope, start) = (GDALGetRasterScale(handle, nil), GDALGetRasterOffset(handle, nil))
    metres = factor
    scale = (slope == 0 ? 1 : slope) * factor
    offset = start * factor
    notes =
      (factor != 1 ? ["\(written) to m"] : [])
      + (written.isEmpty ? ["no unit given: taken as metres"] : [])
      + (terrain.missing ?? []).map { "\(HeightBand.words(Float($0))) taken as unknown" }
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

  /// Rows from the north, in metres; not a number where nothing is known.
  func read(_ rows: Range<Int>) throws(DataError) -> [Float] {
    let columns = file.columns
    let first = isFromSouth ? file.rows - rows.upperBound : rows.lowerBound
    var values = [Float](repeating: .nan, count: rows.count * columns)
    CPLErrorReset()
    let status = values.withUnsafeMutableBytes {
      GDALRasterIO(
        handle, GF_Read, 0, Int32(first), Int32(columns), Int32(rows.count),
        $0.baseAddress, Int32(columns), Int32(rows.count), GDT_Float32, 0, 0)
    }
    guard status == CE_None else { throw DataError(.badData, Refusal.gdal(path).description) }
    let (slope, start) = (Float(scale), Float(offset))
    for i in values.indices {
      let value = values[i]
      guard value.isFinite, !missing.contains(value) else {
        values[i] = .nan
        continue
      }
      if value < lowest { (second, lowest) = (lowest, value) }
      if value > lowest, value < second { second = value }
      if value > highest { highest = value }
      values[i] = value * slope + start
    }
    guard isFromSouth else { return values }
    return (0..<rows.count).reversed().flatMap { values[($0 * columns)..<(($0 + 1) * columns)] }
  }

  /// Why what was read is hardly ground all over; nil where it may be.
  ///
  /// - Parameter missing: whether the user said which values are none: then only what is no height at all is doubted.
  func doubt(missing isTold: Bool) -> Refusal? {
    guard lowest.isFinite else { return nil }
    func metres(_ value: Float) -> Double { Double(value) * scale + offset }
    let (low, high) = (metres(lowest), metres(highest))
    let isApart = !second.isFinite || metres(second) - low > HeightBand.gap
    if low < HeightBand.deepest, isApart, !isTold || low < -12_000 {
      let beside =
        second.isFinite ? ", and nothing between that and \(HeightBand.words(second))" : ""
      return Refusal(
        "\(path): cells of \(HeightBand.words(lowest))\(beside); hardly ground\n"
          + "  help: --nodata \(HeightBand.words(lowest)) takes them as unknown, --nodata none as heights"
      )
    }
    guard low < -12_000 || high > 9_000 else { return nil }
    // Everest in feet
    let isFeet = low > -2_000 && high <= 29_100 && scale == 1
    return Refusal(
      "\(path): values from \(HeightBand.words(lowest)) to \(HeightBand.words(highest)); expected heights of the "
        + "ground, −12000 to 9000 m\n  help: "
        + (isFeet
          ? "--unit ft takes them as feet"
          : "--nodata \(HeightBand.words(high > 9_000 ? highest : lowest)) takes such a value as unknown")
    )
  }

  private static func words(_ value: Float) -> String {
    value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
  }
}
