internal import Timelines

/// A claim on trial, counted.
public struct Verdict: Sendable, Hashable {
  /// Series that satisfy it, and that are reached, over all draws.
  public internal(set) var satisfied = 0
  public internal(set) var reached = 0
  /// Every place counting one, and every place counting its people.
  public internal(set) var byPlaces, byPeople: Count

  /// What is counted with one weight of the places.
  public struct Count: Sendable, Hashable {
    /// Draws in which it can be asked at all: something that has a weight is reached.
    public internal(set) var asked = 0
    /// Draws in which it holds.
    public internal(set) var holds = 0
    /// Per draw: the value that the required share of the reached weight attains, or falls by. Silent where no number would
    /// do, `most` where any would.
    public internal(set) var attained: Tally
    /// Per draw: the share of the reached weight that satisfies it.
    public internal(set) var share = Tally(.thousandth)

    mutating func merge(_ other: Count) {
      asked += other.asked
      holds += other.holds
      attained.merge(other.attained)
      share.merge(other.share)
    }

    mutating func settle() {
      attained.settle()
      share.settle()
    }
  }

  /// A tick above all others: the claim holds whatever its number.
  public static let most = Int(Tick.most)

  init(_ fold: Fold) {
    byPlaces = Count(attained: Tally(fold.tick))
    byPeople = byPlaces
  }

  mutating func merge(_ other: Verdict) {
    satisfied += other.satisfied
    reached += other.reached
    byPlaces.merge(other.byPlaces)
    byPeople.merge(other.byPeople)
  }

  mutating func settle() {
    byPlaces.settle()
    byPeople.settle()
  }
}
