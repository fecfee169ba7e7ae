/// A ZIP archive (wheels, `.npz`): stored and deflated members, no encryption, no ZIP64.
public struct ZipArchive: Sendable {
  private struct Member {
    let method: Int
    let checksum: UInt32
    let compressed: Int
    let size: Int
    let header: Int
  }

  private let bytes: [UInt8]
  private var members: [String: Member] = [:]

  /// Largest member that is unpacked.
  static let limit = 400_000_000

  public var names: [String] { members.keys.sorted() }

  /// Reads the central directory.
  public init(_ bytes: [UInt8]) throws(DataError) {
    self.bytes = bytes
    guard let end = ZipArchive.endRecord(bytes) else {
      throw DataError(.badData, "not a whole ZIP archive: its directory is missing")
    }
    let count = Int(ZipArchive.word(bytes, end + 10, 2))
    var offset = Int(ZipArchive.word(bytes, end + 16, 4))
    for _ in 0..<count {
      guard offset + 46 <= bytes.count, ZipArchive.word(bytes, offset, 4) == 0x0201_4b50 else {
        throw DataError(.badData, "a damaged ZIP directory")
      }
      let length = Int(ZipArchive.word(bytes, offset + 28, 2))
      let rest =
        Int(ZipArchive.word(bytes, offset + 30, 2)) + Int(ZipArchive.word(bytes, offset + 32, 2))
      guard offset + 46 + length <= bytes.count else {
        throw DataError(.badData, "a damaged ZIP directory")
      }
      let name = String(decoding: bytes[(offset + 46)..<(offset + 46 + length)], as: UTF8.self)
      members[name] = Member(
        method: Int(ZipArchive.word(bytes, offset + 10, 2)),
        checksum: UInt32(ZipArchive.word(bytes, offset + 16, 4)),
        compressed: Int(ZipArchive.word(bytes, offset + 20, 4)),
        size: Int(ZipArchive.word(bytes, offset + 24, 4)),
        header: Int(ZipArchive.word(bytes, offset + 42, 4)))
      offset += 46 + length + rest
    }
  }

  /// The unpacked bytes of a member, checked against its CRC-32.
  public func member(_ name: String) throws(DataError) -> [UInt8] {
    guard let member = members[name] else {
      throw DataError(.badData, "the archive has no member '\(name)'")
    }
    guard member.header + 30 <= bytes.count else {
      throw DataError(.badData, "a damaged member '\(name)'")
    }
    let start =
      member.header + 30 + Int(ZipArchive.word(bytes, member.header + 26, 2))
      + Int(ZipArchive.word(bytes, member.header + 28, 2))
    guard start + member.compressed <= bytes.count, member.size <= ZipArchive.limit else {
      throw DataError(.badData, "a damaged member '\(name)'")
    }
    let packed = bytes[start..<(start + member.compressed)]
    let unpacked: [UInt8]
    switch member.method {
    case 0: unpacked = Array(packed)
    case 8: unpacked = try Inflate.bytes(packed, .none, limit: member.size)
    default: throw DataError(.badData, "member '\(name)' uses ZIP method \(member.method)")
    }
    guard unpacked.count == member.size, Inflate.checksum(unpacked) == member.checksum else {
      throw DataError(.badData, "member '\(name)' does not match its checksum")
    }
    return unpacked
  }

  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 65_535)
    return stride(from: bytes.count - 22, through: first, by: -1).first {
      word(bytes, $0, 4) == 0x0605_4b50
    }
  }

  private static func word(_ bytes: [UInt8], _ offset: Int, _ size: Int) -> UInt64 {
    (0..<size).reduce(0) { $0 | UInt64(bytes[offset + $1]) << (8 * UInt64($1)) }
  }
}
