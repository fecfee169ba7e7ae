/// Philox4x32-10: a counter and a key to four random words, no state.
///
/// Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC'11,
/// doi:10.1145/2063384.2063405; known answers of the authors' distribution in
/// `Cases/philox*.case`.
public enum Philox {
  /// Ten rounds.
  @inlinable
  public static func words(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var c = counter
    var k = key
    for round in 0..<10 {
      if round > 0 { k = k &+ SIMD2(0x9e37_79b9, 0xbb67_ae85) }
      let a = UInt64(c[0]) &* 0xd251_1f53
      let b = UInt64(c[2]) &* 0xcd9e_8d57
      c = SIMD4(
        UInt32(truncatingIfNeeded: b &>> 32) ^ c[1] ^ k[0], UInt32(truncatingIfNeeded: b),
        UInt32(truncatingIfNeeded: a &>> 32) ^ c[3] ^ k[1], UInt32(truncatingIfNeeded: a))
    }
    return c
  }

  /// Ten rounds for four draws at once: the first word of each, of counters (draw, event, 0, 0).
  @inlinable
  public static func words(draws: SIMD4<UInt32>, event: UInt32, key: UInt64) -> SIMD4<UInt32> {
    var (c0, c1) = (draws, SIMD4<UInt32>(repeating: event))
    var (c2, c3) = (SIMD4<UInt32>.zero, SIMD4<UInt32>.zero)
    var (k0, k1) = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key &>> 32))
    for round in 0..<10 {
      if round > 0 { (k0, k1) = (k0 &+ 0x9e37_79b9, k1 &+ 0xbb67_ae85) }
      let a = SIMD4<UInt64>(truncatingIfNeeded: c0) &* SIMD4(repeating: 0xd251_1f53)
      let b = SIMD4<UInt64>(truncatingIfNeeded: c2) &* SIMD4(repeating: 0xcd9e_8d57)
      let (high0, high2) = (
        SIMD4<UInt32>(truncatingIfNeeded: b &>> 32), SIMD4<UInt32>(truncatingIfNeeded: a &>> 32)
      )
      (c0, c2) = (high0 ^ c1 ^ k0, high2 ^ c3 ^ k1)
      (c1, c3) = (SIMD4<UInt32>(truncatingIfNeeded: b), SIMD4<UInt32>(truncatingIfNeeded: a))
    }
    return c0
  }

  /// Uniforms in (0, 1) for event `event` of four draws under a 64-bit key.
  @inlinable
  public static func uniforms(key: UInt64, draws: SIMD4<UInt32>, event: UInt32) -> Lanes {
    let words = words(draws: draws, event: event, key: key)
    var lanes = Lanes.zero
    for lane in 0..<4 { lanes[lane] = (Double(words[lane]) + 0.5) * 0x1p-32 }
    return lanes
  }

  /// One uniform in (0, 1) for event `event` of draw `draw` under a 64-bit key.
  @inlinable
  public static func uniform(key: UInt64, draw: UInt32, event: UInt32) -> Double {
    let words = words(
      counter: SIMD4(draw, event, 0, 0),
      key: SIMD2(UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key &>> 32)))
    return (Double(words[0]) + 0.5) * 0x1p-32
  }
}
