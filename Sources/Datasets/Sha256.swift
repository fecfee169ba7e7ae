internal import CNettle

/// SHA-256 by nettle.
public enum Sha256 {
  /// A digest that grows piece by piece.
  public struct Running {
    private var context = sha256_ctx()

    public init() { nettle_sha256_init(&context) }

    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
      nettle_sha256_update(
        &context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }

    /// 64 lower-case hexadecimal letters of everything added since the beginning.
    public mutating func hex() -> String {
      var digest = [UInt8](repeating: 0, count: 32)
      nettle_sha256_digest(&context, 32, &digest)
      let letters = Array("0123456789abcdef".utf8)
      return String(
        decoding: digest.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] },
        as: UTF8.self)
    }
  }

  /// The digest as 64 lower-case hexadecimal letters.
  public static func hex(_ bytes: [UInt8]) -> String {
    var running = Running()
    bytes.withUnsafeBytes { running.add($0) }
    return running.hex()
  }
}
