internal import CNettle

/// SHA-256 by nettle.
public enum Sha256 {
  /// The digest as 64 lower-case hexadecimal letters.
  public static func hex(_ bytes: [UInt8]) -> String {
    var context = sha256_ctx()
    var digest = [UInt8](repeating: 0, count: 32)
    nettle_sha256_init(&context)
    bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
    nettle_sha256_digest(&context, 32, &digest)
    let letters = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] }, as: UTF8.self)
  }
}
