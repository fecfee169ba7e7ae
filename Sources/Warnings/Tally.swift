public import Timelines

/// A histogram of whole ticks: sorted pairs of tick and count, and what has no time.
///
/// Integers merge exactly in any order.
public struct Tally: Hashable, Sendable {
  /// What it counts in.
  public let tick: Tick
  /// Draws in which nothing reaches.
  public internal(set) var outOfReach = 0
  /// Draws that arrive without an alert; −∞ in every quantile.
  public internal(set) var unalerted = 0
  private var ticks: [Int32] = []
  private var counts: [Int32] = []
  private var pending: [Int32] = []

  public init(_ tick: Tick) { self.tick = tick }

  /// Draws that lie at the ends of what can be counted, or beyond them.
  public var saturated: Int { count { $0 == Int(Tick.most) || $0 == Int(Tick.fewest) } }

  /// Adds one draw: a tick, `silent` or `unreached`.
  mutating func add(_ tick: Int32) {
    switch tick {
    case Tick.unreached: outOfReach += 1
    case Tick.silent: unalerted += 1
    default: pending.append(tick)
    }
  }

  /// Sorts what was added lately into the pairs; no more memory is held than they need.
  mutating func settle() {
    guard !pending.isEmpty else { return }
    Tally.sort(&pending)
    var distinct = 1
    for i in pending.indices.dropFirst() where pending[i] != pending[i - 1] { distinct += 1 }
    var other = Tally(tick)
    other.ticks.reserveCapacity(distinct)
    other.counts.reserveCapacity(distinct)
    for tick in pending {
      if other.ticks.last == tick {
        other.counts[other.counts.count - 1] += 1
      } else {
        other.ticks.append(tick)
        other.counts.append(1)
      }
    }
    pending = []
    mergePairs(other)
  }

  /// Radix sort, eleven bits a pass: ticks of one series span little.
  private static func sort(_ values: inout [Int32]) {
    guard values.count > 64, let low = values.min(), let high = values.max() else {
      values.sort()
      return
    }
    let span = UInt32(bitPattern: high &- low)
    var other = values
    var shift: UInt32 = 0
    while shift < 32 && (span >> shift) > 0 {
      var starts = [Int](repeating: 0, count: 2_049)
      for value in values {
        starts[Int((UInt32(bitPattern: value &- low) >> shift) & 2_047) + 1] += 1
      }
      for i in 1..<starts.count { starts[i] += starts[i - 1] }
      for value in values {
        let digit = Int((UInt32(bitPattern: value &- low) >> shift) & 2_047)
        other[starts[digit]] = value
        starts[digit] += 1
      }
      swap(&values, &other)
      shift += 11
    }
  }

  /// Every draw counted several times.
  func weighted(_ weight: Int) -> Tally {
    var copy = self
    copy.outOfReach *= weight
    copy.unalerted *= weight
    for i in copy.counts.indices {
      copy.counts[i] = Tick.held(Double(copy.counts[i]) * Double(weight))
    }
    return copy
  }

  /// Everything in one tally, merged two by two.
  ///
  /// - Precondition: there is one, and all count in one tick.
  public static func pooled(_ tallies: [Tally]) -> Tally {
    guard tallies.count > 1 else { return tallies[0] }
    var left = pooled(Array(tallies[..<(tallies.count / 2)]))
    left.merge(pooled(Array(tallies[(tallies.count / 2)...])))
    return left
  }

  /// Adds another tally's draws; both must be settled.
  public mutating func merge(_ other: Tally) {
    outOfReach += other.outOfReach
    unalerted += other.unalerted
    mergePairs(other)
  }

  private mutating func mergePairs(_ other: Tally) {
    if ticks.isEmpty {
      (ticks, counts) = (other.ticks, other.counts)
      return
    }
    var (t, c) = ([Int32](), [Int32]())
    t.reserveCapacity(ticks.count + other.ticks.count)
    c.reserveCapacity(t.capacity)
    var (i, j) = (0, 0)
    while i < ticks.count || j < other.ticks.count {
      if j == other.ticks.count || (i < ticks.count && ticks[i] < other.ticks[j]) {
        t.append(ticks[i])
        c.append(counts[i])
        i += 1
      } else if i == ticks.count || other.ticks[j] < ticks[i] {
        t.append(other.ticks[j])
        c.append(other.counts[j])
        j += 1
      } else {
        t.append(ticks[i])
        c.append(Int32(clamping: Int(counts[i]) + Int(other.counts[j])))
        (i, j) = (i + 1, j + 1)
      }
    }
    (ticks, counts) = (t, c)
  }

  /// Draws with a time.
  public var timed: Int { counts.reduce(0) { $0 + Int($1) } }

  /// Draws whose tick answers a question.
  public func count(_ matches: (Int) -> Bool) -> Int {
    pairs.reduce(0) { $0 + (matches($1.tick) ? $1.count : 0) }
  }

  /// Draws in which something reaches.
  public var reached: Int { unalerted + timed }

  /// The order statistic of rank ⌈q n⌉ among the reached draws, ticks; nil where it is −∞ or where
  /// nothing reaches.
  ///
  /// - Parameter silentLast: whether what has no time comes after all others, as a moment that never
  ///   comes does, instead of before them; nil is +∞ then.
  public func quantile(_ q: Double, silentLast: Bool = false) -> Int? {
    let n = reached
    guard n > 0 else { return nil }
    var rank = max(1, Int((q * Double(n)).rounded(.up))) - (silentLast ? 0 : unalerted)
    guard rank > 0, rank <= timed else { return nil }
    for (tick, count) in zip(ticks, counts) {
      rank -= Int(count)
      if rank <= 0 { return Int(tick) }
    }
    return ticks.last.map(Int.init)
  }

  /// Ticks and counts, ascending.
  public var pairs: [(tick: Int, count: Int)] {
    zip(ticks, counts).map { (Int($0), Int($1)) }
  }
}
