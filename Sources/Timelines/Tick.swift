/// What a tally counts in: whole ticks, so that counts merge exactly in any order.
public struct Tick: Hashable, Sendable {
  /// Ticks in one of what is measured: in a second of time, in a kilometre, in one.
  public let perUnit: Double
  /// Length of a tick in the unit of the figure.
  public let length: Double

  /// - Precondition: both are above zero.
  public init(perUnit: Double, length: Double) {
    precondition(perUnit > 0 && length > 0, "a tick of \(length)")
    (self.perUnit, self.length) = (perUnit, length)
  }

  /// A tenth of a second, told in seconds.
  public static let tenthOfASecond = Tick(perUnit: 10, length: 0.1)
  public static let second = Tick(perUnit: 1, length: 1)
  /// An hour, told in days.
  public static let hourOfADay = Tick(perUnit: 1 / 3_600, length: 1 / 24.0)
  /// A minute, told in days.
  public static let minuteOfADay = Tick(perUnit: 1 / 60.0, length: 1 / 1_440.0)
  /// A second, told in hours.
  public static let secondOfAnHour = Tick(perUnit: 1, length: 1 / 3_600.0)
  /// Whole numbers, and tenths of them.
  public static let one = Tick(perUnit: 1, length: 1)
  public static let tenth = Tick(perUnit: 10, length: 0.1)
  /// Of a share.
  public static let thousandth = Tick(perUnit: 1_000, length: 0.001)

  /// What has no time: nothing reaches, or a moment never comes.
  public static let unreached = Int32.max
  public static let silent = Int32.min
  /// The ends of what is counted; what lies beyond is counted there.
  public static let most = Int32.max - 1
  public static let fewest = Int32.min + 1

  /// The nearest tick; held at the ends of what can be counted.
  @inlinable
  public func count(_ value: Double) -> Int32 { Tick.held((value * perUnit).rounded()) }

  /// A whole number as a tick, held at the ends.
  @inlinable
  public static func held(_ value: Double) -> Int32 {
    guard value < Double(most) else { return most }
    return value > Double(fewest) ? Int32(value) : fewest
  }

  /// Second minus first, held at the ends.
  @inlinable
  public static func difference(_ first: Int32, _ second: Int32) -> Int32 {
    let (value, overflows) = second.subtractingReportingOverflow(first)
    guard !overflows else { return second > first ? most : fewest }
    return min(max(value, fewest), most)
  }
}
