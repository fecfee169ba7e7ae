public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers that take long to compute, kept in a folder by the hash of what they depend on.
///
/// An entry is its mark, its key, its numbers and a SHA-256 over them; it appears by renaming, so that
/// any number of processes may read and write. One that is damaged, or of another key, counts as absent
/// and is written anew. When the folder grows beyond its limit, the entries that were used longest ago go.
/// Nothing here ever fails: without a folder that can be written, nothing is kept.
public struct Cache: Sendable {
  static let mark = "vedette-cache-1\n"
  public let folder: URL
  /// Bytes, all entries together.
  public let limit: Int

  public init(_ folder: URL, limit: Int = 2_000_000_000) {
    (self.folder, self.limit) = (folder, limit)
  }

  func file(_ key: String) -> URL {
    folder.appendingPathComponent(Sha256.hex(Array(key.utf8)) + ".entry")
  }

  /// What is kept under a key; nil where nothing whole is.
  public func numbers(_ key: String) -> [Float]? {
    let url = file(key)
    guard let bytes = try? Files.read(url) else { return nil }
    let head = Array((Cache.mark + key + "\n").utf8)
    guard bytes.count >= head.count + 64, (bytes.count - head.count - 64) % 4 == 0,
      bytes.starts(with: head),
      Sha256.hex(Array(bytes.dropLast(64))) == String(decoding: bytes.suffix(64), as: UTF8.self)
    else { return nil }
    // used now: what has not been used goes first
    utimes(url.path, nil)
    return bytes.withUnsafeBytes { buffer in
      (0..<((bytes.count - head.count - 64) / 4)).map {
        Float(
          bitPattern: UInt32(
            littleEndian: buffer.loadUnaligned(
              fromByteOffset: head.count + 4 * $0, as: UInt32.self)))
      }
    }
  }

  /// Keeps numbers under a key.
  public func keep(_ numbers: [Float], under key: String) {
    var bytes = Array((Cache.mark + key + "\n").utf8)
    bytes.reserveCapacity(bytes.count + 4 * numbers.count + 64)
    for number in numbers {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    bytes += Array(Sha256.hex(bytes).utf8)
    guard bytes.count <= limit else { return }
    try? Files.write(bytes, to: file(key))
    trim()
  }

  /// Lets entries go until the rest is within the limit; another process may do the same.
  private func trim() {
    let manager = FileManager.default
    let keys: [URLResourceKey] = [.fileSizeKey, .contentModificationDateKey]
    guard
      let files = try? manager.contentsOfDirectory(at: folder, includingPropertiesForKeys: keys)
    else { return }
    var entries = files.filter { $0.pathExtension == "entry" }.compactMap { url in
      (try? url.resourceValues(forKeys: Set(keys))).map {
        (url: url, bytes: $0.fileSize ?? 0, used: $0.contentModificationDate ?? .distantPast)
      }
    }
    var total = entries.reduce(0) { $0 + $1.bytes }
    entries.sort { ($0.used, $0.url.path) < ($1.used, $1.url.path) }
    for entry in entries where total > limit {
      try? manager.removeItem(at: entry.url)
      total -= entry.bytes
    }
  }
}
