/// FNV-1a, 64 bits: the same in every process and on every machine.
public enum Fnv {
  /// - Parameter seed: where a hash goes on from another.
  @inlinable
  public static func hash(
    _ bytes: some Sequence<UInt8>, seed: UInt64 = 0xcbf2_9ce4_8422_2325
  ) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}
