public import Quantities
internal import Timelines

/// A quantity that is only a test: this file, and one line in the rung's list.
public enum ToyQuantity {
  public static let march = FigureQuantity(
    .operational, "march", .hours, "From the start to the arrival of the column.",
    statistics: Statistic.spread)
  static let gap = Fold.Gap(march, from: .launched, to: .arrived)
}
