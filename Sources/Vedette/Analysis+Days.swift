public import Operational
internal import Quantities
public import Theatre

extension Analysis {
  /// How long a lone unit takes from towns to an axis; nil without such an axis, or anybody to move on it.
  ///
  /// - Parameters:
  ///   - axis: its id.
  ///   - least: inhabitants; smaller towns are left out.
  public func daysAround(
    _ axis: String, under posture: Theatre.Posture, least: Int, seed: UInt64
  ) -> DaysAround? {
    slice(OperationalSlice.self)?
      .daysAround(axis, under: posture, least: least, seed: seed)
  }
}
