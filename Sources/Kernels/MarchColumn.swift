/// The arithmetic of a column on the march.
///
/// Source: US Army CGSC, ST 100-3 Battle Book, ch. 8, Battlefield calculations.
public enum MarchColumn {
  /// Road space of a column, m: vehicles × interval, over so many routes, and the gaps between units.
  public static func length(
    vehicles: Double, interval: Double, routes: Double = 1, gaps: Double = 0
  ) -> Double {
    vehicles * interval / routes + gaps
  }

  /// Time for a column to pass a point, s.
  public static func passTime(length: Double, speed: Double) -> Double { length / speed }
}
