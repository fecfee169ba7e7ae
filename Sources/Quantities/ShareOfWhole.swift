/// How much of a whole a share asks for.
public enum ShareOfWhole {
  /// Whether a part is the share that is asked for, `0.7` of it for 70 %; no whole has none of it, and a share of 0 asks for
  /// anything at all.
  ///
  /// A share such as 70 % is not exact in binary: what lacks a billionth of the whole is enough.
  @inlinable
  public static func holds(_ part: Double, of whole: Double, share: Double) -> Bool {
    part > 0 && part >= (share - 1e-9) * whole
  }
}
