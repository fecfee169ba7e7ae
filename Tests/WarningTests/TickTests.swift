import Testing
import Timelines

/// What is counted in whole numbers is held at their ends, never wrapped and never a trap.
@Suite struct TickTests {
  @Test func farValuesAreHeldAtTheEnds() {
    #expect(Tick.tenthOfASecond.count(12.34) == 123)
    #expect(Tick.tenthOfASecond.count(1e300) == Tick.most)
    #expect(Tick.tenthOfASecond.count(-1e300) == Tick.fewest)
    #expect(Tick.second.count(.infinity) == Tick.most)
    #expect(Tick.second.count(-.infinity) == Tick.fewest)
  }

  @Test func differencesAreHeldAtTheEnds() {
    #expect(Tick.difference(100, 250) == 150)
    #expect(Tick.difference(-2_000_000_000, 2_000_000_000) == Tick.most)
    #expect(Tick.difference(2_000_000_000, -2_000_000_000) == Tick.fewest)
  }

  /// The ends of what is counted are not the words for what has no time.
  @Test func endsAreNotReasons() {
    #expect(Tick.most < Tick.unreached && Tick.fewest > Tick.silent)
  }
}
