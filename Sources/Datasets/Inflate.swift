internal import CZlib

/// Decompression by zlib.
enum Inflate {
  enum Wrapping: Int32 {
    /// Bare deflate, as in ZIP members.
    case none = -15
    case gzip = 31
  }

  /// Decompresses to at most `limit` bytes: a bomb is an error, not an outage.
  static func bytes(
    _ compressed: ArraySlice<UInt8>, _ wrapping: Wrapping, limit: Int
  ) throws(DataError) -> [UInt8] {
    var stream = z_stream()
    guard
      inflateInit2_(
        &stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw DataError(.badData, "zlib does not start") }
    defer { inflateEnd(&stream) }
    var input = Array(compressed)
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var status = Z_OK
    input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      while status == Z_OK && output.count <= limit {
        chunk.withUnsafeMutableBufferPointer { target in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          status = inflate(&stream, Z_NO_FLUSH)
          output.append(contentsOf: target.prefix(target.count - Int(stream.avail_out)))
        }
      }
    }
    guard output.count <= limit else {
      throw DataError(.badData, "a compressed member of more than \(limit) bytes")
    }
    guard status == Z_STREAM_END else { throw DataError(.badData, "a damaged compressed member") }
    return output
  }

  /// CRC-32 as ZIP archives use it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer {
      UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count))
    }
  }

  /// A whole gzip file.
  static func gunzip(_ bytes: [UInt8], limit: Int) throws(DataError) -> [UInt8] {
    try Inflate.bytes(bytes[...], .gzip, limit: limit)
  }
}
