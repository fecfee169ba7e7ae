/// When a person who has been alerted is in shelter.
public enum Shelter {
  /// Notice, belief, movement, four draws, s.
  ///
  ///     siren alone    alerted + reception + confirm + move
  ///     early notice   the time to believe runs from there; heard, only what is left of it is needed
  ///
  /// - Parameters:
  ///   - reception: from the alert to the person's knowing of it.
  ///   - noticed: time of an early notice; +∞ or later than `alerted` is none.
  @inlinable
  public static func time(
    alerted: Lanes, noticed: Lanes, reception: Lanes, confirm: Lanes, move: Lanes
  ) -> Lanes {
    let heard = alerted + reception
    let believed = LaneMath.least(
      heard + confirm, LaneMath.greatest(heard, noticed + reception + confirm))
    return believed + move
  }
}
