/// A NumPy array file (`.npy`, version 1 or 2): little-endian doubles, C order, two dimensions.
public struct NumpyArray: Sendable {
  public let rows: Int
  public let columns: Int
  /// Row-major; doubles are rounded to single precision, enough for heights and gradients.
  public let values: [Float]

  public init(_ bytes: [UInt8]) throws(DataError) {
    guard bytes.count >= 12, bytes.starts(with: [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]) else {
      throw DataError(.badData, "not a NumPy array")
    }
    let wide = bytes[6] >= 2
    let length =
      Int(bytes[8]) | Int(bytes[9]) << 8 | (wide ? Int(bytes[10]) << 16 | Int(bytes[11]) << 24 : 0)
    let start = (wide ? 12 : 10) + length
    guard start <= bytes.count else { throw DataError(.badData, "a NumPy array cut short") }
    let header = String(decoding: bytes[(wide ? 12 : 10)..<start], as: UTF8.self)
    guard header.contains("'<f8'"), header.contains("'fortran_order': False"),
      let open = header.firstIndex(of: "("), let close = header.firstIndex(of: ")")
    else { throw DataError(.badData, "a NumPy array of another type: \(header.prefix(80))") }
    let shape = header[header.index(after: open)..<close].split(separator: ",")
      .map { Int($0.filter(\.isNumber)) ?? 0 }
    guard shape.count == 2, shape[0] > 0, shape[1] > 0, shape[0] * shape[1] <= 100_000_000 else {
      throw DataError(.badData, "a NumPy array of another shape: \(header.prefix(80))")
    }
    (rows, columns) = (shape[0], shape[1])
    guard bytes.count == start + 8 * shape[0] * shape[1] else {
      throw DataError(.badData, "a NumPy array cut short")
    }
    let count = shape[0] * shape[1]
    values = bytes.withUnsafeBytes { buffer in
      (0..<count).map {
        Float(
          Double(
            bitPattern: UInt64(
              littleEndian: buffer.loadUnaligned(fromByteOffset: start + 8 * $0, as: UInt64.self))))
      }
    }
  }
}
