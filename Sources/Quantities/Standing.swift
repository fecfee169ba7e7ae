/// How sure it is that something stands where a scenario has it, the surest first.
public enum Standing: String, CaseIterable, Sendable, Hashable, Comparable {
  /// Somebody published that it is there.
  case reported
  /// Somebody concludes it from what was published.
  case assessed
  /// Nobody said so: a posture that is tried out.
  case whatIf = "what-if"

  public static func < (a: Standing, b: Standing) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

/// On what it rests that something stands somewhere.
public struct Sighting: Sendable, Hashable {
  /// Nil where nobody says.
  public let standing: Standing?
  /// The last day on which a source has it there; nil where nobody says.
  public let seen: Day?
  /// The same as it was written: a month or a year is no day.
  public let words: String

  public init(standing: Standing?, seen: Day?, words: String = "") {
    (self.standing, self.seen, self.words) = (standing, seen, words)
  }
}
