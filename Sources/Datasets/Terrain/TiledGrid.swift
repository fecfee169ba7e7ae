internal import CNettle
public import Foundation

/// A grid of singles in a file of square tiles, read where it lies: any size, never whole in memory.
///
/// The file is a header of `headerBytes` (a mark, JSON, padding), then tiles row by row, each `tile` ×
/// `tile` little-endian singles, row-major from the north-west; what is unknown, and what lies beyond the
/// edges, is not a number.
public struct TiledGrid: Sendable {
  static let mark = "vedette-tiles-1\n"
  static let headerBytes = 65_536
  public static let tile = 256
  /// No grid is larger: four times the largest theatre at 30 m.
  public static let mostCells = 4_000_000_000
  public static let mostAcross = 1_000_000

  /// What a file says of itself.
  public struct Header: Codable, Hashable, Sendable {
    public let rows, columns: Int
    /// WKT of the coordinate reference system.
    public let crs: String
    /// As GDAL has it: x = t₀ + t₁ column + t₂ row, y = t₃ + t₄ column + t₅ row, of a cell's corner.
    public let transform: [Double]
    /// What it was made from, and what was done on the way, in words.
    public let origin: [String]
    /// Cells without a value.
    public var unknown: Int
    /// Lowest and highest value.
    public var low, high: Float
    /// Of the tiles, hexadecimal.
    public var sha256: String

    public init(
      rows: Int, columns: Int, crs: String, transform: [Double], origin: [String]
    ) {
      (self.rows, self.columns, self.crs) = (rows, columns, crs)
      (self.transform, self.origin) = (transform, origin)
      (unknown, low, high, sha256) = (0, .infinity, -.infinity, "")
    }

    public var across: Int { (columns + TiledGrid.tile - 1) / TiledGrid.tile }
    public var down: Int { (rows + TiledGrid.tile - 1) / TiledGrid.tile }
    var bytes: Int { across * down * TiledGrid.tile * TiledGrid.tile * 4 }

    /// Why a grid of this shape is not taken; nil for one that is.
    public static func refusal(rows: Int, columns: Int) -> String? {
      if rows < 2 || columns < 2 {
        return "\(columns) × \(rows) cells; expected at least 2 × 2"
      }
      if rows > mostAcross || columns > mostAcross || rows * columns > mostCells {
        return
          "\(columns) × \(rows) cells; expected at most \(mostAcross) each way and \(mostCells) in all"
      }
      return nil
    }
  }

  public let header: Header
  public var rows: Int { header.rows }
  public var columns: Int { header.columns }
  private let file: MappedFile
  private let across: Int
  var base: UnsafeRawPointer { file.base }

  /// Opens a file; its tiles are not read.
  public init(_ url: URL) throws(DataError) {
    file = try MappedFile(url)
    func damaged(_ what: String) -> DataError { DataError(.badData, "\(url.path): \(what)") }
    guard file.count > TiledGrid.headerBytes else { throw damaged("not a tiled grid") }
    let head = file.bytes(0..<TiledGrid.headerBytes)
    guard head.starts(with: TiledGrid.mark.utf8),
      let end = head.dropFirst(TiledGrid.mark.utf8.count).firstIndex(of: 10),
      let header = try? JSONDecoder().decode(
        Header.self, from: Data(head[TiledGrid.mark.utf8.count..<end]))
    else { throw damaged("not a tiled grid") }
    guard header.transform.count == 6, header.transform.allSatisfy(\.isFinite),
      Header.refusal(rows: header.rows, columns: header.columns) == nil
    else { throw damaged("a damaged tiled grid") }
    guard file.count == TiledGrid.headerBytes + header.bytes else {
      throw damaged(
        "a damaged tiled grid: \(file.count) bytes, expected "
          + "\(TiledGrid.headerBytes + header.bytes)")
    }
    self.header = header
    across = header.across
  }

  /// The value of a cell; not a number where it is unknown.
  ///
  /// - Precondition: the cell lies in the grid; only debug builds check it.
  @inline(__always)
  public func value(row: Int, column: Int) -> Float {
    assert(row >= 0 && row < rows && column >= 0 && column < columns, "a cell beyond the grid")
    let tile = (row >> 8) * across + (column >> 8)
    let cell = tile << 16 | (row & 255) << 8 | (column & 255)
    return file.base.loadUnaligned(
      fromByteOffset: TiledGrid.headerBytes + 4 * cell, as: Float.self)
  }

  /// Whether the tiles are those that were written.
  public var isWhole: Bool {
    var hash = Hash()
    let bytes = TiledGrid.tile * TiledGrid.tile * 4
    for start in Swift.stride(from: TiledGrid.headerBytes, to: file.count, by: bytes) {
      hash.update(UnsafeRawBufferPointer(start: file.base + start, count: bytes))
    }
    return hash.hex() == header.sha256
  }

  /// SHA-256 as bytes come.
  struct Hash {
    private var context = sha256_ctx()

    init() { nettle_sha256_init(&context) }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
      nettle_sha256_update(
        &context, bytes.count, bytes.baseAddress!.assumingMemoryBound(to: UInt8.self))
    }

    mutating func hex() -> String {
      var digest = [UInt8](repeating: 0, count: 32)
      nettle_sha256_digest(&context, 32, &digest)
      return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}

extension TiledGrid {
  /// Writes a grid band by band; the file appears when it is whole.
  ///
  /// - Parameter band: rows of values, row-major, of the grid's width; asked for from north to south,
  ///   at most `tile` rows at a time.
  /// - Returns: the header with what was found in the values.
  public static func write(
    _ header: Header, to url: URL, band: (Range<Int>) throws(DataError) -> [Float]
  ) throws(DataError) -> Header {
    if let refusal = Header.refusal(rows: header.rows, columns: header.columns) {
      throw DataError(.badData, refusal)
    }
    var header = header
    let output = try Files.Whole(url)
    try output.write([UInt8](repeating: 32, count: headerBytes))
    var hash = Hash()
    for row in Swift.stride(from: 0, to: header.rows, by: tile) {
      let rows = row..<min(row + tile, header.rows)
      let values = try band(rows)
      precondition(values.count == rows.count * header.columns, "a band of another shape")
      for value in values {
        if value.isNaN { header.unknown += 1 }
        header.low = value < header.low ? value : header.low
        header.high = value > header.high ? value : header.high
      }
      let bytes = tiled(values, rows: rows.count, columns: header.columns)
      bytes.withUnsafeBytes { hash.update($0) }
      try output.write(bytes)
    }
    header.sha256 = hash.hex()
    guard header.low <= header.high else { throw DataError(.badData, "no cell has a value") }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(header), json.count + mark.utf8.count < headerBytes
    else { throw DataError(.badData, "a coordinate system longer than \(headerBytes) bytes") }
    try output.write(Array(mark.utf8) + Array(json) + [10], at: 0)
    try output.finish()
    return header
  }

  /// One row of tiles.
  private static func tiled(_ values: [Float], rows: Int, columns: Int) -> [UInt8] {
    let across = (columns + tile - 1) / tile
    var result = [Float](repeating: .nan, count: across * tile * tile)
    for row in 0..<rows {
      for start in Swift.stride(from: 0, to: columns, by: tile) {
        let target = start / tile * tile * tile + row * tile
        for i in 0..<min(tile, columns - start) {
          result[target + i] = values[row * columns + start + i]
        }
      }
    }
    #if _endian(big)
      result = result.map { Float(bitPattern: $0.bitPattern.byteSwapped) }
    #endif
    return result.withUnsafeBytes { Array($0) }
  }
}
